"""POST /api/v1/assessments: the score and everything that explains it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.office import ANNA, CASUAL, DRAFT, ENGLISH, FORMAL, NOW, TEAM, mail
from tests.server.api.conftest import Api

TIM = "tim@packwerk.example"


def in_utf16(text: str, span: dict[str, int]) -> str:
    """What a browser's text.slice(start, end) gives."""
    return text.encode("utf-16-le")[2 * span["start"] : 2 * span["end"]].decode("utf-16-le")


def test_a_draft_like_the_customers_own_mails_scores_higher_than_one_unlike_them(api: Api):
    like, unlike = api.assess(FORMAL.format(n=7), customer=ANNA), api.assess(DRAFT, customer=ANNA)
    assert like["score"] > unlike["score"] + 15
    for found in (like, unlike):
        low, high = found["band"]
        assert 0 <= low <= found["score"] <= high <= 100
        assert found["confidence"] in ("low", "medium", "high")
    assert unlike["language"] == "de"
    assert unlike["customer"] == {
        "address": ANNA,
        "name": "Anna Krause",
        "known": True,
        "language": "de",
        "mails": 6,
        "basis": "contact",
    }


def test_the_points_of_the_deviations_add_up_to_the_distance_from_fifty(api: Api):
    found = api.assess(DRAFT, customer=ANNA)
    points = [each["points"] for each in found["deviations"]]
    assert sum(points) == pytest.approx(found["score"] - 50, abs=0.05 * len(points) + 0.1)
    assert points == sorted(points)


def test_a_deviation_names_the_customer_the_habit_and_the_words(api: Api):
    found = api.assess(DRAFT, customer=ANNA)
    (form,) = [each for each in found["deviations"] if each["dimension"] == "address_form"]
    assert "Anna Krause" in form["text"]["de"]
    assert form["usual"]["de"] != form["value"]["de"]
    assert {in_utf16(DRAFT, span).lower() for span in form["spans"]} & {"dir", "schreib"}


def test_the_spans_count_utf16_units_behind_emoji(api: Api):
    one, two = (DRAFT.replace("klar", f"{emoji} klar") for emoji in ("👍", "👍🏽👍"))
    short, wide = api.assess(one, customer=ANNA), api.assess(two, customer=ANNA)
    for text, found in ((one, short), (two, wide)):
        assert found["suggestions"]
        for hint in found["suggestions"]:
            assert in_utf16(text, hint["span"]) == hint["original"]
    spans = [{each["dimension"]: each["spans"] for each in found["deviations"]} for found in (short, wide)]
    first, second = ([span["start"] for span in each["address_form"]] for each in spans)
    # the thumb is two units, its skin two, the second thumb two
    assert first
    assert [there - here for here, there in zip(first, second, strict=True)] == [4] * len(first)


def test_applying_a_hint_gains_what_it_promised(api: Api):
    before = api.assess(DRAFT, customer=ANNA)
    hint = next(each for each in before["suggestions"] if each["replacement"] is not None and each["gain"])
    start, end = hint["span"]["start"], hint["span"]["end"]  # no wide characters in this draft
    after = api.assess(DRAFT[:start] + hint["replacement"] + DRAFT[end:], customer=ANNA)
    assert after["score"] - before["score"] == pytest.approx(hint["gain"], abs=0.2)
    assert hint["gain"] > 0


def test_hints_have_distinct_ids(api: Api):
    ids = [each["id"] for each in api.assess(DRAFT, customer=ANNA)["suggestions"]]
    assert len(set(ids)) == len(ids) > 1


def test_the_customer_is_found_among_the_recipients(api: Api):
    recipients = [TEAM, "kollege@waagen-kern.example", f"Krause, Anna <{ANNA.title()}>", TIM]
    assert api.assess(DRAFT, recipients=recipients)["customer"]["address"] == ANNA


def test_without_an_outside_recipient_there_is_no_customer(api: Api):
    found = api.assess(DRAFT, recipients=["kollege@waagen-kern.example"])
    assert (found["customer"], found["score"], found["note"]["code"]) == (None, None, "no_profile")


def test_an_unknown_customer_gets_a_note_and_no_score(api: Api):
    found = api.assess(DRAFT, customer="neu@fremd.example")
    assert (found["score"], found["band"], found["confidence"]) == (None, None, "none")
    assert found["note"]["code"] == "no_profile"
    assert found["note"]["text"]["de"]
    assert found["note"]["text"]["en"]
    assert found["customer"]["known"] is False


def test_a_colleague_of_a_known_customer_is_measured_by_their_company(api: Api):
    found = api.assess(FORMAL.format(n=7), customer="neue.kollegin@moelder.example")
    assert (found["customer"]["basis"], found["customer"]["mails"]) == ("account", 6)
    assert found["note"]["code"] == "wider_profile"
    assert found["score"] is not None


def test_users_of_one_free_mail_provider_are_no_company(api: Api):
    for n in range(4):
        api.office.receive(mail(CASUAL.format(n=n), sender="tim@gmx.de", message_id=f"<g{n}@gmx.de>"))
    found = api.assess(DRAFT, customer="anders@gmx.de")
    assert (found["score"], found["customer"]["basis"]) == (None, None)


def test_few_words_get_a_note_instead_of_a_score(api: Api):
    found = api.assess("Hallo Anna,\n\nalles klar.\n\nMax", customer=ANNA)
    assert (found["score"], found["note"]["code"]) == (None, "too_little_text")


def test_a_language_the_customer_never_wrote_in_is_said(api: Api):
    found = api.assess(ENGLISH.format(n=1), customer=ANNA)
    assert (found["score"], found["language"], found["note"]["code"]) == (None, "en", "language_differs")


def test_a_foreign_language_is_said(api: Api):
    text = "Bonjour Madame, nous vous remercions de votre commande et nous vous envoyons la facture demain matin."
    assert api.assess(text, customer=ANNA)["note"]["code"] == "other_language"


def test_what_the_answered_mail_asks_for_is_told_with_its_place(api: Api):
    asked = "👍 Hallo Max,\n\nwann kommt die Waage? Bitte schick mir die Rechnung.\n\nAnna"
    needs = api.assess(DRAFT, customer=ANNA, reply_to=asked)["needs"]
    assert [each["kind"] for each in needs] == ["question", "request"]
    assert in_utf16(asked, needs[0]["span"]) == "wann kommt die Waage?"


def test_a_need_says_whether_the_draft_takes_it_up(api: Api):
    asked = "Guten Tag,\n\nwann kommt die Waage? Was kostet die Wartung im Jahr?\n\nGruß\nAnna"
    draft = "Guten Tag Frau Krause,\n\ndie Waage kommt am Dienstag um neun Uhr bei Ihnen an.\n\nViele Grüße\nEva"
    needs = api.assess(draft, customer=ANNA, reply_to=asked)["needs"]
    assert [each["standing"] for each in needs] == ["answered", "open"]


def test_new_mail_counts_in_the_very_next_assessment(api: Api):
    before = api.assess(DRAFT, customer=ANNA)
    assert api.assess(DRAFT, customer=ANNA)["score"] == before["score"]
    raws = [
        mail(CASUAL.format(n=n), date=NOW - timedelta(hours=n + 1), message_id=f"<new{n}@moelder.example>")
        for n in range(6)
    ]
    api.office.receive(*raws)
    after = api.assess(DRAFT, customer=ANNA)
    assert after["customer"]["mails"] == 12
    assert after["score"] > before["score"]


def test_a_mailbox_that_goes_takes_what_it_taught_along(api: Api):
    api.office.store.mailboxes.remove(TEAM)
    found = api.assess(DRAFT, customer=ANNA)
    assert (found["score"], found["customer"]["known"]) == (None, False)


def test_nothing_of_a_draft_is_stored(api: Api):
    secret = "Zwetschgenkuchenrezept"
    api.assess(DRAFT.replace("die Waage", f"das {secret}"), customer=ANNA, reply_to=f"Wo ist das {secret}?")
    folder = api.office.services.settings.data.folder
    assert not [path.name for path in folder.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()]


def test_while_the_models_load_the_answer_is_to_come_back(api: Api):
    api.office.services.models.ready.clear()
    answer = api.post("assessments", {"draft": {"text": DRAFT}, "customer": ANNA})
    assert (answer.status_code, answer.get_json()["title"]) == (503, "Starting")
    assert int(answer.headers["Retry-After"]) > 0


def test_models_that_cannot_be_loaded_are_said(api: Api):
    models = api.office.services.models
    models.ready.clear()
    models.problem = "The models cannot be loaded. Check coach.encoder."
    answer = api.post("assessments", {"draft": {"text": DRAFT}, "customer": ANNA})
    assert (answer.status_code, answer.get_json()["detail"]) == (500, models.problem)
