"""Customers, mailboxes and health, as the panel reads them."""

from __future__ import annotations

from datetime import timedelta

from tests.office import ANNA, CASUAL, FORMAL, NOW, SENT, TEAM, mail
from tests.server.api.conftest import Api

TIM = "tim@packwerk.example"
QUESTION = FORMAL.format(n=9).replace("\n\nMit", " Wann können Sie liefern?\n\nMit")


def test_customers_are_listed_with_the_latest_contact_first(api: Api):
    api.office.receive(mail(CASUAL, sender=f"Tim <{TIM}>", date=NOW, message_id="<t1@x>"))
    (tim, anna) = api.get("customers").get_json()["customers"]
    assert (tim["address"], tim["name"], tim["mails_in"], tim["mails_out"]) == (TIM, "Tim", 1, 0)
    assert (anna["address"], anna["language"], anna["mails_in"]) == (ANNA, "de", 6)


def test_customers_are_found_by_parts_of_name_and_address(api: Api):
    api.office.receive(mail(CASUAL, sender=f"Tim <{TIM}>", message_id="<t1@x>"))
    assert [each["address"] for each in api.get("customers", q="KRAU moel").get_json()["customers"]] == [ANNA]
    assert api.get("customers", q="nobody").get_json() == {"customers": []}
    assert len(api.get("customers", limit=1).get_json()["customers"]) == 1


def test_a_card_tells_habits_in_both_languages(api: Api):
    card = api.get(f"customers/{ANNA.upper()}").get_json()
    assert (card["address"], card["name"], card["domain"]) == (ANNA, "Anna Krause", "moelder.example")
    assert card["address_form"] == "sie"
    (german,) = card["languages"]
    assert (german["language"], german["mails"]) == ("de", 6)
    for habit in german["habits"]:
        for words in (habit["label"], habit["value"], habit["text"]):
            assert words["de"]
            assert words["en"]
            assert "{" not in words["de"] + words["en"]
    assert {"greeting", "closing", "address_form"} <= {each["dimension"] for each in german["habits"]}


def test_a_card_shows_the_last_mail_and_what_is_still_open(api: Api):
    api.office.receive(mail(QUESTION, date=NOW, subject="Liefertermin", message_id="<q@moelder.example>"))
    card = api.get(f"customers/{ANNA}").get_json()
    assert card["last_message"]["subject"] == "Liefertermin"
    assert "Wann können Sie liefern?" in card["last_message"]["text"]
    assert "Wann können Sie liefern?" in [each["text"] for each in card["needs"]]


def test_what_was_asked_before_the_last_answer_is_no_longer_open(api: Api):
    api.office.receive(mail(QUESTION, date=NOW - timedelta(hours=2), message_id="<q@moelder.example>"))
    answer = mail(CASUAL, sender=TEAM, to=ANNA, date=NOW - timedelta(hours=1), message_id="<a@waagen-kern.example>")
    api.office.receive(answer, folder=SENT)
    card = api.get(f"customers/{ANNA}").get_json()
    assert card["needs"] == []
    assert (card["mails_in"], card["mails_out"]) == (7, 1)


def test_an_unknown_customer_is_not_found(api: Api):
    answer = api.get("customers/nobody@nowhere.example")
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
    assert "nobody@nowhere.example" in answer.get_json()["detail"]


def test_the_card_does_not_wait_for_the_models(api: Api):
    api.office.services.models.ready.clear()
    card = api.get(f"customers/{ANNA}").get_json()
    assert card["languages"][0]["mails"] == 6
    assert card["needs"] == []


def test_mailboxes_tell_how_far_they_are_read(api: Api):
    box = api.office.store.mailboxes.get(TEAM)
    api.office.store.mailboxes.record_sync(box.id, NOW, None)
    api.office.store_mail([mail(CASUAL, sender=TIM, message_id="<w@x>")])
    (told,) = api.get("mailboxes").get_json()["mailboxes"]
    assert told == {
        "address": TEAM,
        "last_sync": "2026-11-21T12:00:00Z",
        "error": None,
        "messages": 7,
        "waiting": 1,
    }
    api.office.store.mailboxes.record_sync(box.id, NOW, "The server refuses the password.")
    assert api.get("mailboxes").get_json()["mailboxes"][0]["error"] == "The server refuses the password."


def test_health_needs_no_token_and_tells_whether_the_models_are_loaded(api: Api):
    models = api.office.services.models
    assert api.client.get("/health").get_json()["status"] == "ok"
    models.ready.clear()
    assert api.client.get("/health").get_json()["status"] == "starting"
    models.problem = "no such model"
    assert api.client.get("/health").get_json()["status"] == "failed"
