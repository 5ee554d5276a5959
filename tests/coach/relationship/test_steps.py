"""The next best step: every one can be reached, and its first sentence fits whom it is written to."""

from __future__ import annotations

import re

import pytest

from coach import Coach
from coach.collect import collect
from coach.relationship.grade import Grading, graded
from coach.relationship.signal import Signal
from coach.relationship.steps import CHOICES, STEPS, Step, step_for
from coach.relationship.story import exchange_in

SIGNALS = tuple(collect("coach.relationship.signals", Signal).values())

STORIES = [
    ("danger", "call", "C 0: Wir kündigen den Vertrag zum Jahresende."),
    ("danger", "call", "C 0: We are talking to other suppliers."),
    ("danger", "keep_promise", "T 0: Wir liefern die Stühle am Freitag.\nC 14: Die Stühle sind immer noch nicht gekommen."),
    ("danger", "keep_promise", "T 0: We will ship the chairs by Friday.\nC 14: The chairs still haven't arrived."),
    ("danger", "apologise", "C 0: Sie haben uns schon wieder die falsche Ware geliefert, das ist sehr ärgerlich."),
    ("danger", "apologise", "C 0: You delivered the wrong goods again, and I am furious."),
    ("danger", "answer", "C 0: Könnten Sie mir bitte die Preisliste schicken?\n. 9"),
    ("danger", "answer", "C 0: Could you please send me the price list?\n. 9"),
    ("danger", "warm_up", "C 0: Die Ware ist angekommen."),
    ("danger", "warm_up", "C 0: The goods have arrived."),
    ("ripe", "make_offer", "C 0: Was würde eine zweite Maschine kosten?"),
    ("ripe", "make_offer", "C 0: How much would a second machine be?"),
    ("ripe", "congratulate", "C 0: Wir eröffnen im Mai einen neuen Standort."),
    ("ripe", "congratulate", "C 0: We are opening a second site in May."),
    ("forgotten", "answer", "C 0: Wann kommt die Rechnung?\n. 40"),
    ("forgotten", "answer", "C 0: When will the invoice be sent?\n. 40"),
    ("forgotten", "warm_up", "C 0: Die Ware ist angekommen.\nT 1: Sehr gut.\n. 80"),
    ("forgotten", "warm_up", "C 0: The goods have arrived.\nT 1: Good.\n. 80"),
]  # fmt: skip
CALLS = {
    "sie": (r"\b(?:Sie|Ihnen|Ihre[nrms]?)\b", r"\b(?:du|dir|dich|dein\w*|ihr|euch|eure?\w*)\b"),
    "du": (r"\b(?:du|dir|dich|deine?\w*)\b", r"\b(?:Sie|Ihnen|Ihre?\w*|ihr|euch|eure?\w*)\b"),
    "ihr": (r"\b(?:ihr|euch|eure?\w*)\b", r"\b(?:Sie|Ihnen|Ihre?\w*|du|dir|dich|deine?\w*)\b"),
    "en": (r"\b(?:[Yy]ou|[Yy]our|things)\b", r"\b(?:ich|Sie|du|ihr)\b"),
}


@pytest.mark.parametrize(("kind", "name", "story"), STORIES)
def test_a_story_asks_for_its_step(coach: Coach, kind: str, name: str, story: str) -> None:
    exchange = exchange_in(coach, story)
    assert step_for(kind, exchange, graded(exchange, SIGNALS, Grading())).name == name


def test_every_step_of_every_list_can_be_reached() -> None:
    reached = {(kind, name) for kind, name, _ in STORIES}
    assert reached == {(kind, each.step.name) for kind, choices in CHOICES.items() for each in choices}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
@pytest.mark.parametrize("form", CALLS)
def test_an_opening_calls_its_reader_as_it_should(step: Step, form: str) -> None:
    opening = step.openings[form]
    wanted, unwanted = CALLS[form]
    # A German sentence after a greeting with a comma begins small, so "Sie" and "ihr" are told apart by their capital.
    assert re.search(wanted, opening), opening
    assert not re.search(unwanted, opening), opening
    assert opening[-1] in ".:?!"
    assert not re.search(r"\s{2}", opening)


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_english_openings_begin_with_a_capital(step: Step) -> None:
    assert step.openings["en"][0].isupper()


def test_the_form_of_address_chooses_the_opening() -> None:
    step = STEPS["answer"]
    assert step.opening("de", "du") == step.openings["du"]
    assert step.opening("de", "ihr") == step.openings["ihr"]
    assert step.opening("de", None) == step.opening("de", "mixed") == step.openings["sie"]
    assert step.opening("en", "first_name") == step.opening(None, None) == step.openings["en"]


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_every_step_says_what_it_is_in_both_languages(step: Step) -> None:
    for words in (step.label, step.advice):
        assert set(words) == {"de", "en"}
        assert all(text[0].isupper() for text in words.values())
        assert not any("  " in text for text in words.values())


def test_a_question_answered_by_a_later_mail_is_not_open(coach: Coach) -> None:
    story = """C 0: Könnten Sie mir bitte die Preisliste schicken?
T 1: Vielen Dank für Ihre Nachricht.
T 2: Hier ist die Preisliste, sie liegt bei."""
    exchange = exchange_in(coach, story)
    assert step_for("forgotten", exchange, graded(exchange, SIGNALS, Grading())).name == "warm_up"
