"""Politeness: strategies are found where people see them, and texts are put in the order people put them in."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from coach import Coach
from coach.dimensions.politeness import WEIGHTS
from coach.languages import _de_politeness, _en_politeness
from coach.politeness import OPENINGS, uses_in

PAIRS = tomllib.loads(Path(__file__).with_name("politeness_de.toml").read_text(encoding="utf-8"))["pairs"]
IDS = [f"{number}-{each['shows']}" for number, each in enumerate(PAIRS)]

ENGLISH = (
    ("gratitude", "Thanks for the parts.", "The parts are here."),
    ("apology", "Sorry, the invoice is late.", "The invoice is late."),
    ("could_you", "Could you send the list?", "Send the list."),
    ("can_you", "Can you check the address?", "Check the address."),
    ("please", "Could you send it again, please?", "Send it again."),
    ("compliment", "That is a great plan.", "That is a plan."),
    ("agreement", "Fair point, we will change it.", "We will change it."),
    ("reassurance", "Take your time with the form.", "Hurry with the form."),
    ("indirect", "By the way, page two is missing.", "Page two is missing."),
    ("perhaps", "Perhaps Monday is better.", "Monday is better."),
    ("wish", "I would like a new key.", "I demand a new key."),
    ("tentative", "Send the list today, if possible.", "Send the list today."),
    ("choosing", "Shall we meet on Monday or on Tuesday?", "Shall we meet on Monday?"),
    ("full_question", "When will the parts that we ordered from you in March be here?", "When will it be here?"),
    ("opens_greeting", "Hello Ann,\n\nthe parts are here.", "the parts are here."),
)
RUDER = (
    ("challenge", "Did you read the manual?", "Did you even read the manual?"),
    ("challenge", "Is there a reason for the delay?", "Why did you delay it?"),
    ("asking_why", "Is the order late?", "Why is the order late?"),
    ("negative_question", "Can you open the file?", "Can't you open the file?"),
    ("doubled_marks", "Where is my order?", "Where is my order???"),
    ("demand", "We hope for a refund.", "We expect a refund immediately."),
    ("criticism", "The report is long.", "The report is useless and wrong."),
    ("denial", "My question is open.", "You did not answer my question."),
    ("opens_abruptly", "When does it ship to us?", "So when does it ship to us?"),
    ("short_question", "What do you mean by that, if I may ask?", "What?"),
    ("bare_command", "I look forward to the samples.", "Send the samples."),
    ("flung_back", "The pump is late for which reason?", "The pump is late, why?"),
    ("emphasis", "The pump is not here.", "The pump is NOT here."),
    ("yourself", "The form can be filled in online.", "Fill in the form yourself."),
)


def politeness(coach: Coach, text: str, language: str) -> float:
    return coach.measure(text, language)["politeness"]


def strategies(coach: Coach, text: str, language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for use in uses_in(coach.document(text, language)):
        found.setdefault(use.strategy, []).append(use.span.of(text))
    return found


def test_there_are_sixty_german_pairs_and_each_strategy_has_its_own_text() -> None:
    assert len(PAIRS) >= 60
    assert len({(each["more"], each["less"]) for each in PAIRS}) == len(PAIRS)


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_german_pair_stands_in_the_order_of_people(coach: Coach, pair: dict[str, str]) -> None:
    assert politeness(coach, pair["more"], "de") > politeness(coach, pair["less"], "de")


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_german_pair_uses_the_strategy_it_shows(coach: Coach, pair: dict[str, str]) -> None:
    used = strategies(coach, pair[pair["in"]], "de")
    assert pair["shows"] in used
    assert all(words.strip() for words in used[pair["shows"]])


@pytest.mark.parametrize(("strategy", "more", "less"), ENGLISH, ids=[each[0] for each in ENGLISH])
def test_english_strategy_makes_a_text_more_polite(coach: Coach, strategy: str, more: str, less: str) -> None:
    assert strategy in strategies(coach, more, "en")
    assert politeness(coach, more, "en") > politeness(coach, less, "en")


@pytest.mark.parametrize(("strategy", "more", "less"), RUDER, ids=[f"{n}-{each[0]}" for n, each in enumerate(RUDER)])
def test_english_strategy_makes_a_text_less_polite(coach: Coach, strategy: str, more: str, less: str) -> None:
    assert strategy in strategies(coach, less, "en")
    assert politeness(coach, more, "en") > politeness(coach, less, "en")


def test_both_languages_have_the_same_strategies() -> None:
    assert set(_de_politeness.STRATEGIES) == set(_en_politeness.STRATEGIES)
    assert set(_de_politeness.OPENINGS) == set(_en_politeness.OPENINGS) == OPENINGS


def test_every_weight_belongs_to_a_strategy_that_a_text_can_show(coach: Coach) -> None:
    listed = set(_en_politeness.CATEGORIES) | set(_de_politeness.CATEGORIES)
    marks = {
        "please_first", "closing", "bare_command", "short_question", "brief_question", "full_question", "doubled_marks",
        "ellipsis", "quoted_words", "exclamation", "smiley",
    }  # fmt: skip
    assert {name for name in WEIGHTS if f"polite:{name}" not in listed} == marks


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("@Ann: why did you close it?", "why"),
        ("Tom, why is it late?", "why"),
        ("“Why is it late?” they asked.", None),
        ("We asked why it is late.", None),
    ],
)
def test_an_opening_counts_only_where_a_sentence_begins(coach: Coach, text: str, opening: str | None) -> None:
    found = strategies(coach, text, "en").get("asks_why_first", [])
    assert [each.lower() for each in found] == ([opening] if opening else [])


@pytest.mark.parametrize(
    ("strategy", "text", "language"),
    [
        ("agreement", "Is it true that the pump is late?", "en"),
        ("criticism", "Does that make sense to you?", "en"),
        ("duty", "Do you need another key?", "en"),
        ("could_you", "Which pump would you take?", "en"),
        ("demand", "The pump will stop by itself.", "en"),
        ("emphasis", "The IBAN of ACME is new.", "en"),
        ("explaining", "Was ist das denn für eine Farbe?", "de"),
        ("explaining", "Ist heute jemand da?", "de"),
        ("opens_abruptly", "Or shall we meet on Monday?", "en"),
        ("insisting_on_fact", "We really appreciate the quick answer.", "en"),
        ("insisting_on_fact", "Das ist wirklich nett von Ihnen.", "de"),
        ("insisting_on_fact", "Wir stehen Ihnen selbstverständlich zur Verfügung.", "de"),
    ],
)
def test_a_strategy_is_not_heard_in_words_that_mean_something_else(
    coach: Coach, strategy: str, text: str, language: str
) -> None:
    assert strategy not in strategies(coach, text, language)


def test_spans_are_the_words_of_the_strategies_that_weigh(coach: Coach) -> None:
    text = "Vielen Dank für das Angebot. Könnten Sie den Preis prüfen?"
    reading = coach.read(text, "de")["politeness"]
    assert {span.of(text) for span in reading.spans} >= {"Vielen Dank", "Könnten Sie"}
    weighty = {use.span for use in uses_in(coach.document(text, "de")) if abs(WEIGHTS.get(use.strategy, 0.0)) >= 0.1}
    assert set(reading.spans) == weighty


@pytest.mark.parametrize("text", ["Warum?", "Danke!", "ok", "Nein."])
def test_one_word_has_a_politeness_too(coach: Coach, text: str) -> None:
    assert "politeness" in coach.measure(text, "de")


def test_the_same_manner_reads_the_same_at_any_length(coach: Coach) -> None:
    said = "Vielen Dank für die Liste. Könnten Sie die Preise prüfen? Die Ware kommt am Montag an. "
    once, often = politeness(coach, said * 3, "de"), politeness(coach, said * 12, "de")
    assert often == pytest.approx(once, rel=0.1)


def test_a_strategy_used_without_end_stays_bounded(coach: Coach) -> None:
    assert politeness(coach, "Danke! " * 200, "de") <= politeness(coach, "Danke! " * 20, "de") + 0.2
    assert politeness(coach, "Warum??? " * 200, "de") > -4.0


@pytest.mark.parametrize("text", ["The pump is *NOT* here.", "The pump is NOT here.", "The pump is *not* here."])
def test_a_word_that_is_stressed_twice_over_is_stressed_once(coach: Coach, text: str) -> None:
    assert len(strategies(coach, text, "en")["emphasis"]) == 1
