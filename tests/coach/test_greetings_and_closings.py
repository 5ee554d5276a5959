"""Greetings and closings: where they end, whom they name, and what is offered in their place."""

from __future__ import annotations

import pytest

from coach import Coach, Context
from coach.reply import authored_text, closing_of, greeting_of
from coach.spelling import is_swiss

BODY = "anbei die Liste. Die Teile kommen am Freitag, der Techniker ruft vorher an."


@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Sir or Madam,",
        "Sehr geehrter Herr Mag. Huber,",
        "Sehr geehrte Frau Mag.a Huber,",
        "Sehr geehrter Herr Ing. Huber,",
        "Sehr geehrter Herr Dipl.-Ing. Huber,",
        "Sehr geehrter Herr DI Dr. Huber,",
    ],
)
def test_greeting_reaches_to_its_end(greeting: str, draft: bool) -> None:
    text = f"{greeting}\n\n{BODY}\n"
    span = greeting_of(text, draft=draft)
    assert span is not None
    assert span.of(text) == greeting


@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize(
    "closing",
    [
        "With warmest wishes,\nAnn",
        "Warm wishes\nAnn",
        "Mit den allerherzlichsten Grüßen\nEva",
        "Mit ganz herzlichen Grüssen\nEva",
        "Ganz herzliche Grüße\nEva",
        "Mit herzlichen Grüßen aus Wien\nEva",
    ],
)
def test_closing_is_seen(closing: str, draft: bool) -> None:
    text = f"Hallo,\n\n{BODY}\n\n{closing}\n"
    span = closing_of(text, draft=draft)
    assert span is not None
    assert span.of(text) == closing


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("name", ["Dan", "Vogt", "Eva Krause"])
def test_a_name_below_the_last_sentence_signs_a_draft(name: str, gap: str) -> None:
    text = f"Hallo,\n\n{BODY}{gap}{name}"
    span = closing_of(text, draft=True)
    assert span is not None
    assert span.of(text) == name
    assert authored_text(text, draft=True) == text


@pytest.mark.parametrize(
    "text", ["Hallo Tom!\n\nAnbei", f"Hallo,\n\n{BODY}\n\nIch", "Hallo,\n\ndas sind\n\nDan", "Ja.", "Dan"]
)
def test_a_word_that_begins_or_goes_on_with_the_text_signs_nothing(text: str) -> None:
    assert closing_of(text, draft=True) is None


def test_names_titles_and_places_are_no_words_of_greeting(coach: Coach) -> None:
    lines = ("Sehr geehrter Herr Krause,", "Sehr geehrte Frau Dr. Wolf,", "Sehr geehrte Damen und Herren,")
    tallies = [
        coach.read(f"{line}\n\n{BODY}\n\nViele Grüße aus Wien\n{name}\n", "de")["salutation_words"].tally
        for line, name in zip(lines, ("Tom", "Eva Frei", "Jana"), strict=True)
    ]
    assert all(each is not None and not each.counts for each in tallies)


def test_words_of_thanks_and_greeting_are(coach: Coach) -> None:
    text = f"Hallo Tom,\n\n{BODY}\n\nVielen Dank im Voraus und herzliche Grüße\nEva\n"
    tally = coach.read(text, "de")["salutation_words"].tally
    assert tally is not None
    assert {"closing:voraus", "closing:herzliche", "closing:grüße"} <= set(tally.counts)


HABIT = tuple(
    f"Hi Tom,\n\n{body}\n\nGruß\nJana"
    for body in (
        "danke dir, das passt so. Die Sachen sind heute angekommen und laufen.",
        "kannst du mir bitte noch die Liste schicken? Dann schaue ich heute Abend drüber.",
        "ich habe morgen um zehn Zeit. Ruf einfach an, wenn du fertig bist.",
        "das Angebot ist gut. Ich kläre das mit dem Chef und melde mich bei dir.",
        "wir haben noch eine Frage zur zweiten Waage. Wann kommt der neue Sensor?",
    )
)


@pytest.mark.parametrize(
    ("before", "offered"),
    [
        ("Hallo Jana,", "Hi Jana"),
        ("Hi Jana,", "Hi Jana"),
        ("Sehr geehrte Frau Wolf,", "Hallo Frau Wolf"),
        ("Hallo zusammen,", "Hallo Frau Wolf"),
        ("", "Hallo Frau Wolf"),
    ],
)
def test_a_first_name_is_offered_only_where_the_team_used_it(coach: Coach, before: str, offered: str | None) -> None:
    draft = f"Sehr geehrte Frau Wolf,\n\n{BODY}\n\nGruß\nTom"
    found = coach.assess(draft, coach.profile(HABIT * 2), Context(salutation=before)).suggestions
    told = [each.replacement(draft) for each in found if each.rule_id == "greeting-habit"]
    assert told == [offered]


def test_the_name_form_of_a_customers_greeting_makes_no_points(coach: Coach) -> None:
    draft = f"Hallo Frau Wolf,\n\n{BODY}\n\nGruß\nTom"
    found = coach.assess(draft, coach.profile(HABIT * 2))
    assert "name_form" not in {each.dimension for each in found.deviations}


@pytest.mark.parametrize(
    ("text", "swiss"),
    [
        ("Freundliche Grüsse", True),
        ("Wir liefern an die Bahnhofstrasse.", True),
        ("Ich muss wissen, dass die Masse passen.", False),
        ("Viele Grüße aus der Gasse, die Strasse heisst so.", False),
        ("VG", False),
    ],
)
def test_swiss_spelling_is_told_by_what_has_another_sign_elsewhere(text: str, swiss: bool) -> None:
    assert is_swiss(text) is swiss
