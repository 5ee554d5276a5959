"""The digest and the mail of an alert: complete in both languages, and no word of a mail unless the admin allows it."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, time
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

import pytest

from server.digest import (
    CustomerLine,
    DigestContent,
    MailboxLine,
    NeedLine,
    PromiseLine,
    SilentLine,
    Somebody,
    addressed,
    alert_mail,
    digest_of,
)
from server.digest_words import ENGLISH, GERMAN
from server.store import Alert

NOW = datetime(2026, 11, 22, 6, tzinfo=UTC)
DAY = date(2026, 11, 22)
ANNA, TIM = Somebody("anna@kunde.example", "Anna Krause"), Somebody("tim@packwerk.example")
SOUR = {"de": "Zwei Beschwerden ohne Antwort.", "en": "Two complaints without an answer."}
FULL = DigestContent(
    DAY,
    "https://coach.example",
    "Waagen & Kern",
    promises=(
        PromiseLine(ANNA, DAY, time(12), "Ich schicke das Angebot heute Mittag."),
        PromiseLine(TIM, date(2026, 11, 19), text="Wir prüfen das bis Donnerstag."),
        PromiseLine(TIM, date(2026, 11, 30)),
    ),
    endangered=(CustomerLine(ANNA, SOUR),),
    silent=(SilentLine(TIM, 45),),
    needs=(NeedLine(ANNA, "complaint", date(2026, 11, 18), "Die Waage <b>wackelt</b> noch immer."),),
    alerts=(Alert("turned_sour", "eva@kunde.example", SOUR, NOW),),
    mailboxes=(MailboxLine("info@team.example", "The sign-in was refused."),),
)


def body(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body(preferencelist=(kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_both_languages_say_everything_that_is_due() -> None:
    german, english = body(digest_of(FULL, "de"), "plain"), body(digest_of(FULL, "en"), "plain")
    for line in (
        "Überfällige Zusagen\n- tim@packwerk.example: fällig am 19.11.2026",
        "Heute fällige Zusagen\n- Anna Krause (anna@kunde.example): fällig um 12:00 Uhr",
        "Warnungen\n- eva@kunde.example: Zwei Beschwerden ohne Antwort.",
        "In Gefahr\n- Anna Krause (anna@kunde.example): Zwei Beschwerden ohne Antwort.",
        "Offene Anliegen\n- Anna Krause (anna@kunde.example): Beschwerde, seit 18.11.2026",
        "Verstummt\n- tim@packwerk.example: still seit 45 Tagen",
        "Postfächer mit Störung\n- info@team.example: The sign-in was refused.",
        "Öffnen: https://coach.example",
    ):
        assert line in german
    for line in (
        "Overdue promises\n- tim@packwerk.example: due on 2026-11-19",
        "Promises due today\n- Anna Krause (anna@kunde.example): due at 12:00",
        "Two complaints without an answer.",
        "silent for 45 days",
    ):
        assert line in english
    assert "30.11.2026" not in german


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_word_of_a_mail_is_in_it_unless_the_admin_allows_quotes(language: str) -> None:
    quiet = digest_of(FULL, language)
    loud = digest_of(replace(FULL, quotes=True), language)
    for words in ("Angebot heute Mittag", "bis Donnerstag", "noch immer"):
        assert words not in quiet.as_string()
        assert words not in body(quiet, "html")
        assert words in body(loud, "plain")
        assert words in body(loud, "html")
    assert "Angebot" not in repr(FULL)


def test_what_people_wrote_can_make_no_markup_no_line_and_no_header_of_its_own() -> None:
    evil = Somebody("x@kunde.example", 'Eva\r\nBcc: all@kunde.example\n- <img src="//evil.example">')
    content = replace(FULL, quotes=True, endangered=(CustomerLine(evil, SOUR),))
    mail = digest_of(content, "en")
    html = body(mail, "html")
    assert "<b>" not in html
    assert "<img" not in html
    assert "&lt;b&gt;wackelt&lt;/b&gt;" in html
    assert "Waagen &amp; Kern" in html
    assert not [line for line in body(mail, "plain").splitlines() if line.startswith(("Bcc", "- <img"))]
    alert = alert_mail(Alert("turned_sour", "x@kunde.example", SOUR, NOW), "en", name=evil.name)
    assert "\n" not in alert["Subject"]
    assert alert["Bcc"] is None


def test_the_subject_counts_and_a_day_with_nothing_says_so() -> None:
    assert digest_of(FULL, "en")["Subject"].startswith(
        "Einklang, 2026-11-22: Overdue promises: 1, Promises due today: 1"
    )
    empty = DigestContent(DAY, "", promises=(PromiseLine(TIM, date(2026, 11, 30)),))
    assert not empty.is_due
    assert FULL.is_due
    mail = digest_of(empty, "de")
    assert mail["Subject"] == "Einklang, 22.11.2026: nichts fällig"
    assert "Heute ist nichts fällig." in body(mail, "plain")


def test_long_lists_are_cut_and_say_how_much_is_left() -> None:
    many = tuple(SilentLine(Somebody(f"a{n}@kunde.example"), n) for n in range(40))
    text = body(digest_of(DigestContent(DAY, "", silent=many), "en"), "plain")
    assert "a14@kunde.example" in text
    assert "a15@kunde.example" not in text
    assert "and 25 more" in text


def test_an_alert_says_who_and_why_in_the_language_asked_for() -> None:
    alert = Alert("turned_sour", "anna@kunde.example", SOUR, NOW)
    mail = alert_mail(alert, "de", url="https://coach.example", name="Anna Krause")
    assert mail["Subject"] == "Einklang: Anna Krause braucht Aufmerksamkeit"
    assert "Anna Krause (anna@kunde.example) braucht Aufmerksamkeit." in body(mail, "plain")
    assert "- Zwei Beschwerden ohne Antwort." in body(mail, "plain")
    assert "Two complaints" in body(alert_mail(alert, "en"), "html")


def test_the_same_mail_sent_twice_has_the_same_name_and_no_machine_answers_it() -> None:
    sent = [
        addressed(digest_of(FULL, "de"), "einklang@team.example", to, key, NOW)
        for to, key in (("a@team.example", "digest 1"), ("a@team.example", "digest 1"), ("b@team.example", "digest 1"))
    ]
    names = [each["Message-ID"] for each in sent]
    assert names[0] == names[1] != names[2]
    back = cast(EmailMessage, message_from_bytes(sent[0].as_bytes(), policy=policy.default))
    assert (back["From"], back["To"]) == ("einklang@team.example", "a@team.example")
    assert (back["Auto-Submitted"], back["Content-Language"]) == ("auto-generated", "de")
    assert back["Date"].datetime == NOW
    assert "Überfällige" in body(back, "plain")
    assert all(len(line) <= 998 for line in sent[0].as_bytes().splitlines())


def test_both_languages_have_the_same_gaps() -> None:
    import re

    for each in fields(GERMAN):
        german, english = getattr(GERMAN, each.name), getattr(ENGLISH, each.name)
        if isinstance(german, str):
            gaps = [sorted(re.findall(r"{(\w+)", text)) for text in (german, english)]
            assert gaps[0] == gaps[1], each.name
        else:
            assert german.keys() == english.keys()
