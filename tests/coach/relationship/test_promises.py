"""What a writer promises, until when, and whether a later mail keeps it."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from coach import Coach
from coach.relationship.promises import Promise, promises_of
from coach.relationship.promises_kept import kept_by

LABELLED = Path(__file__).parent.parent / "promises.toml"
WRITTEN = datetime(2026, 3, 10, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
LEAST = 0.9  # precision and recall, of each half
LEAST_DUE = 0.95  # of the promises found, with day, hour and exactness


def labelled(half: str) -> list[dict[str, Any]]:
    every = tomllib.loads(LABELLED.read_text(encoding="utf-8"))["sentences"]
    return [each for each in every if each["half"] == half]


def promised(coach: Coach, text: str, code: str = "de") -> tuple[Promise, ...]:
    return promises_of(coach.document(text, code), WRITTEN)


def found(coach: Coach, each: dict[str, Any]) -> tuple[Promise, ...]:
    return promises_of(
        coach.document(each["text"], each["language"]), each["written"].replace(tzinfo=ZoneInfo(each["zone"]))
    )


@pytest.mark.parametrize("half", ["seen", "held-out"])
def test_promises_are_told_from_what_only_looks_like_them(coach: Coach, half: str) -> None:
    told = [(bool(found(coach, each)), each["promise"]) for each in labelled(half)]
    right = told.count((True, True))
    assert right / (right + told.count((True, False))) >= LEAST
    assert right / (right + told.count((False, True))) >= LEAST


@pytest.mark.parametrize("half", ["seen", "held-out"])
def test_due_dates_are_right_with_hour_and_exactness(coach: Coach, half: str) -> None:
    pairs = [(each, found(coach, each)) for each in labelled(half) if each["promise"]]
    right = [_due(made[0]) == (each.get("due"), each.get("at"), each.get("exact")) for each, made in pairs if made]
    assert sum(right) / len(right) >= LEAST_DUE


def _due(promise: Promise) -> tuple[object, object, object]:
    return (promise.due.day, promise.due.at, promise.due.exact) if promise.due else (None, None, None)


def test_says_where_the_promise_and_its_due_date_stand(coach: Coach) -> None:
    text = "Hallo Frau Wolf,\n\ndanke für den Anruf. Ich schicke Ihnen das Angebot bis Freitag.\n\nViele Grüße\nEva"
    (only,) = promised(coach, text)
    assert only.span.of(text) == only.text == "Ich schicke Ihnen das Angebot bis Freitag."
    assert only.due is not None
    assert only.due.span.of(text) == only.due.words == "Freitag"


def test_two_promises_in_one_sentence_are_two_and_each_has_its_date(coach: Coach) -> None:
    made = promised(coach, "I'll send the quote tomorrow, and we will ship the pump on Friday.", "en")
    assert [each.due.day.day for each in made if each.due] == [11, 13]


def test_what_carries_a_promise_on_is_part_of_it(coach: Coach) -> None:
    (only,) = promised(coach, "Ich kläre das mit der Technik und melde mich bis Donnerstag.")
    assert only.due is not None
    assert only.due.day.day == 12


def test_the_date_may_stand_beside_the_promise(coach: Coach) -> None:
    (only,) = promised(coach, "I'll call you - tomorrow at the latest.", "en")
    assert only.due is not None
    assert only.due.day.day == 11


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "> Ich schicke Ihnen das Angebot bis Freitag.\n\nDanke, das passt."),
        ("de", "Ich werde das Angebot keinesfalls vor Freitag schicken."),
        ("de", "Sobald Sie unterschrieben haben, schicke ich Ihnen die Rechnung."),
        ("de", "Schicken Sie mir die Maße, dann bestelle ich die Pumpe."),
        ("de", "Hiermit sende ich Ihnen die Rechnung."),
        ("en", "Send me the logs and I'll take a look."),
        ("en", "Once you confirm, we will ship the pump."),
        ("en", "I'll assume that the pump is broken."),
        ("en", "The valve opens and will reset the counter."),
        ("en", "I said I'll call on Friday."),
    ],
)
def test_quotes_negations_conditions_and_what_the_mail_itself_does_are_no_promises(
    coach: Coach, code: str, text: str
) -> None:
    assert promised(coach, text, code) == ()


def test_a_sentence_read_twice_gives_each_mail_its_own_date(coach: Coach) -> None:
    document = coach.document("I'll send it by Friday.", "en")
    later = WRITTEN.replace(month=4)
    days = [each.due.day.month for moment in (WRITTEN, later) for each in promises_of(document, moment) if each.due]
    assert days == [3, 4]


def test_the_text_of_a_promise_is_in_no_repr(coach: Coach) -> None:
    (only,) = promised(coach, "Ich schicke Ihnen das geheime Angebot bis Freitag.")
    assert "geheime" not in repr(only)
    assert "Freitag" not in repr(only)


def test_the_moment_of_writing_must_carry_its_time_zone(coach: Coach) -> None:
    with pytest.raises(ValueError, match="time zone"):
        promises_of(coach.document("I'll send it."), datetime(2026, 3, 10))


@pytest.mark.parametrize("text", ["", "?", "...", "bis", "I'll", "a" * 5_000, "ich werde " * 300, "by Friday " * 300])
def test_odd_texts_do_no_harm(coach: Coach, text: str) -> None:
    for code in ("de", "en"):
        for each in promised(coach, text, code):
            assert each.span.of(text).strip()


@pytest.mark.parametrize(
    ("code", "promise", "later"),
    [
        ("de", "Ich schicke Ihnen das Angebot bis Freitag.", "Anbei das Angebot für die Pumpe."),
        ("de", "Ich schicke Ihnen die Schlussrechnung morgen.", "Wie versprochen finden Sie anbei die Rechnung."),
        ("de", "Wir beheben den Fehler bis Montag.", "Der Fehler ist behoben."),
        ("de", "Ich kläre das mit der Technik und melde mich.", "Ich habe mit der Technik gesprochen."),
        ("de", "Ich prüfe das bis morgen.", "Ich habe das geprüft."),
        ("de", "Ich melde mich bis Freitag.", "Ich habe den Stand geprüft: alles läuft."),
        ("en", "I'll send you the quote by Friday.", "As promised, here is the quote for two pumps."),
        ("en", "I am going to check with our engineers.", "I have checked with our engineers."),
        ("en", "We'll get back to you by end of day.", "I spoke to the warehouse and the pump is there."),
        ("en", "Your replacement will ship on Monday.", "The replacement was shipped this morning."),
    ],
)
def test_a_later_mail_that_says_it_is_done_keeps_the_promise(coach: Coach, code: str, promise: str, later: str) -> None:
    (made,) = promised(coach, promise, code)
    span = kept_by(made.text, coach.document(f"{later}", code))
    assert span is not None
    assert span.of(later) == later


@pytest.mark.parametrize(
    ("code", "promise", "later"),
    [
        ("de", "Ich schicke Ihnen das Angebot bis Freitag.", "Anbei die Rechnung."),
        ("de", "Ich schicke Ihnen das Angebot bis Freitag.", "Das Angebot kommt leider erst morgen."),
        ("de", "Wir beheben den Fehler bis Montag.", "Der Fehler ist noch nicht behoben."),
        ("de", "Sie erhalten die Rechnung morgen.", "Haben Sie die Rechnung bekommen?"),
        ("de", "Ich melde mich bis Freitag.", "Ich melde mich nächste Woche."),
        ("en", "I'll send you the quote by Friday.", "I will send the quote tomorrow."),
        ("en", "I'll send you the quote by Friday.", "Attached is the invoice."),
        ("en", "We will fix the report by the 15th.", "We fixed the login page."),
        ("en", "We'll look into it.", "Thanks for your patience."),
    ],
)
def test_a_later_mail_about_something_else_or_not_done_leaves_it_open(
    coach: Coach, code: str, promise: str, later: str
) -> None:
    (made,) = promised(coach, promise, code)
    assert kept_by(made.text, coach.document(later, code)) is None


def test_an_attachment_named_like_what_was_promised_keeps_it(coach: Coach) -> None:
    (made,) = promised(coach, "Ich schicke Ihnen das Angebot bis Freitag.")
    later = coach.document("Die Unterlagen finden Sie anbei.", "de")
    assert kept_by(made.text, later) is None
    assert kept_by(made.text, later, attachments=["Angebot_4711.pdf"]) is not None


def test_moments_may_come_in_any_time_zone(coach: Coach) -> None:
    evening = datetime(2026, 3, 10, 23, 30, tzinfo=UTC)
    document = coach.document("I'll send it tomorrow.", "en")
    days = [
        each.due.day.day
        for zone in (UTC, ZoneInfo("Europe/Berlin"))
        for each in promises_of(document, evening.astimezone(zone))
        if each.due
    ]
    assert days == [11, 12]
