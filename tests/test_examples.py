"""Every plug-in file's examples are its tests: dimensions order texts, rules do what they promise."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest

from coach import Coach, Profile, Sample, Span
from coach.collect import collect
from coach.customers import read_customers
from coach.dimension import Dimension
from coach.rewriter import RewriteExample, Rewriter, rewritten
from coach.ruleset import PACKAGED

BROKEN = re.compile(
    r"[a-zäöüß]  +\w|\?\.|\ba (?:old|expensive|additional)|\ban (?:more|expensive unit a)|Grüßen \w|^ |\n |Why do not we|Do not you"
    r"|buy order|Gerade sind|you much for|nicht gut|or Madam,?\n(?!\n)|Dear,|Hallo Damen|\wLiebe|fertig Die|fertig\. \."
)
DIMENSIONS = {each.name: each for each in collect("coach.dimensions", Dimension).values()}
REWRITERS = collect("coach.rewrites", Rewriter)

ORDERS = [
    pytest.param(each, language, more, less, id=f"{each.name}-{language}-{number}")
    for each in DIMENSIONS.values()
    for language, pairs in each.more_than.items()
    for number, (more, less) in enumerate(pairs)
]
FORMS = [
    pytest.param(each, language, text, form, id=f"{each.name}-{language}-{form}")
    for each in DIMENSIONS.values()
    for language, pairs in each.forms.items()
    for text, form in pairs
]

REWRITES = [
    pytest.param(rewriter, example, id=f"{name}-{number}")
    for name, rewriter in REWRITERS.items()
    for number, example in enumerate(rewriter.examples)
]


ProfileOf = Callable[[tuple[Sample | str, ...]], Profile]


@pytest.fixture(scope="module")
def profile_of(coach: Coach) -> ProfileOf:
    """The profile of some mails, learned once: hundreds of examples are about the same few correspondents."""
    return cache(coach.profile)


@pytest.mark.parametrize(("dimension", "language", "more", "less"), ORDERS)
def test_dimension_finds_more_in_the_first_text(
    coach: Coach, dimension: Dimension, language: str, more: str, less: str
) -> None:
    high, low = coach.read(more, language)[dimension.name], coach.read(less, language)[dimension.name]
    assert high.value > low.value


@pytest.mark.parametrize(("dimension", "language", "text", "form"), FORMS)
def test_dimension_names_the_form(coach: Coach, dimension: Dimension, language: str, text: str, form: str) -> None:
    assert coach.read(text, language)[dimension.name].value == form


@pytest.mark.parametrize("dimension", DIMENSIONS.values(), ids=lambda each: each.name)
def test_dimension_has_examples_in_each_of_its_languages(dimension: Dimension) -> None:
    examples = dimension.forms if dimension.forms else dimension.more_than
    assert set(examples) == dimension.languages


@pytest.mark.parametrize("dimension", DIMENSIONS.values(), ids=lambda each: each.name)
def test_dimension_speaks_both_languages_and_names_its_source(dimension: Dimension) -> None:
    for words in (dimension.label, dimension.habit, dimension.gap):
        assert set(words) == {"de", "en"}
        assert all(words.values())
    assert all("{usual}" in text and "{value}" in text for text in dimension.gap.values())
    assert all("{usual}" in text for text in dimension.habit.values())
    assert dimension.source


@pytest.mark.parametrize("dimension", DIMENSIONS.values(), ids=lambda each: each.name)
def test_spans_lie_in_the_text_and_show_what_was_counted(coach: Coach, dimension: Dimension) -> None:
    for language, pairs in dimension.more_than.items():
        for more, _ in pairs:
            spans = coach.read(more, language)[dimension.name].spans
            assert spans, "a value above another's must show the words behind it"
            assert all(span.of(more).strip() for span in spans)


@pytest.mark.parametrize(("rewriter", "example"), REWRITES)
def test_rewriter_does_what_its_example_says(
    coach: Coach, profile_of: ProfileOf, rewriter: Rewriter, example: RewriteExample
) -> None:
    profile = profile_of(tuple(Sample(text, example.language) for text in example.habit))
    situation = coach.situation(example.draft, profile, example.context, language=example.language)
    assert situation is not None
    start = example.draft.index(example.at)
    at = Span(start, start + len(example.at)) if example.at else None
    found = next(rewriter.rewrite(situation, at), None)
    assert (rewritten(example.draft, found.edits) if found else None) == example.becomes


@pytest.mark.parametrize(("rewriter", "example"), REWRITES)
def test_a_rewriter_leaves_quoted_words_alone(
    coach: Coach, profile_of: ProfileOf, rewriter: Rewriter, example: RewriteExample
) -> None:
    quote = f"Am 3. Mai 2026 schrieb Eva Wolf:\n> {example.draft}".replace("\n\n", "\n> \n> ")
    for text in (f"{example.draft}\n\n{quote}",):
        situation = coach.situation(text, profile_of(example.habit), example.context, language=example.language)
        assert situation is not None
        for found in rewriter.rewrite(situation, None):
            assert all(edit.span.end <= len(example.draft) for edit in found.edits)


@pytest.mark.parametrize("name", REWRITERS)
def test_rewriter_has_an_example_that_changes_and_one_that_is_left_alone_in_each_language(name: str) -> None:
    examples = REWRITERS[name].examples
    for language in REWRITERS[name].languages:
        assert {each.becomes is None for each in examples if each.language == language} == {True, False}


DRAFTS = (
    "Hey Tom! 😊\n\ndas Angebot ist fertig 🎉 Die Preise hab ich echt total gut verhandelt!! Sag mal, passt das?!\n\nLG Tobi",
    "Sehr geehrte Damen und Herren,\n\nwir haben „Made in Germany!“ geprüft (auch die Teile!). Das ist nicht besonders gut. Danke für die Mühe! Die Liste kommt am Montag! Wir rufen Sie vorher an und bringen die Teile mit! 🎉\n\nViele liebe Grüße\nEva",
    "Guten Tag Frau Dr. Wolf, guten Tag Herr Maier,\n\nvielen Dank. 😊 die Ware kommt am Montag!! 🎉 20 Grad sind in Ordnung 🚀 👍 Im Vorfeld der Montage bringen wir die Teile in die Halle und rufen Sie an.\n\nLiebe Grüße und bis bald\nEva",
    "Hey there,\n\nwhy don't we ship the purchase order today? It's a very expensive unit, thank you very much for waiting!\n\nThanks so much for your help\nSam",
    "Dear Sir or Madam,\n\nwe don't require an additional sensor 🎉 However, we regret the inconvenience. Is it ok?!\n\nBest regards from Hamburg\nSam",
    "Good morning\n\nI'm really sorry, it's an extremely old unit. Don't you worry, we'll sort out the stuff asap!\n\nHave a great weekend\nSam",
)


@pytest.mark.parametrize("draft", DRAFTS, ids=range(len(DRAFTS)))
def test_what_a_hint_writes_leaves_no_broken_sentence(coach: Coach, profile_of: ProfileOf, draft: str) -> None:
    """Whoever the customer is: no doubled blank, no "?.", no "a old", no name glued to a closing."""
    tried = 0
    for customer in read_customers(PACKAGED / "customers.toml").values():
        profile = profile_of(tuple(customer.samples()))
        for hint in coach.assess(draft, profile, language=customer.language).suggestions:
            if hint.edits:
                tried += 1
                text = rewritten(draft, hint.edits)
                assert not BROKEN.search(text), text
    assert tried > 0, "a draft without hints proves nothing"
