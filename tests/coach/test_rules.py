"""Every rule and every kind does what its examples say; what is offered gains what it promises."""

from __future__ import annotations

import runpy
import textwrap
from collections import Counter
from pathlib import Path

import pytest

from coach import Coach
from coach.collect import collect
from coach.customers import Customers, read_customers
from coach.kind import Kind
from coach.rewriter import rewritten
from coach.rule import Rule
from coach.rule_checks import Checker, context_of
from coach.rule_making import Known
from coach.rule_text import ExampleText
from coach.ruleset import PACKAGED, RuleFile, read, read_text

KNOWN = Known.installed()
SHIPPED = read(known=KNOWN)
RULES = {rule.id: rule for rule in SHIPPED.rules}
KINDS = [
    pytest.param(text, id=f"{name}-{number}")
    for name, kind in collect("coach.kinds", Kind).items()
    for number, text in enumerate(kind.examples)
]
LEAST_RULES = 70


@pytest.fixture(scope="module")
def customers() -> Customers:
    return read_customers(PACKAGED / "customers.toml")


@pytest.fixture(scope="module")
def checker(coach: Coach, customers: Customers) -> Checker:
    return Checker.by(coach, customers)


@pytest.mark.parametrize("file", SHIPPED.files, ids=lambda each: each.says.id)
def test_rule_does_what_its_examples_say(checker: Checker, file: RuleFile) -> None:
    assert [str(each) for each in checker.problems(file, RULES[file.says.id])] == []


@pytest.mark.parametrize("text", KINDS)
def test_kind_does_what_its_examples_say(checker: Checker, text: str) -> None:
    file, rule = read_text(textwrap.dedent(text), "example.toml", known=KNOWN)
    assert [str(each) for each in checker.problems(file, rule)] == []


def test_there_are_many_rules_in_both_languages() -> None:
    languages = Counter(code for file in SHIPPED.files for code in file.says.languages)
    assert len(SHIPPED.files) >= LEAST_RULES
    assert min(languages["de"], languages["en"]) >= LEAST_RULES
    assert all(any(each.fine for each in file.examples) or len(file.examples) > 2 for file in SHIPPED.files)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('flags = "sofort"', 'flags = "bitte"'), "the rule points at 'sofort', not at 'bitte'"),
        (('text = "Bitte sofort antworten."', 'text = "Bitte antworten."'), "the rule stays silent"),
        (('fine = ["Guten Tag."]', 'fine = ["Das geht sofort."]'), "in a text that is fine"),
        (('becomes = "gleich"', 'becomes = "bald"'), "the rule writes 'gleich', not 'bald'"),
        (('"gleich"', '"sofort gleich"'), "sets it off again"),
        (('languages = ["de"]', 'languages = ["de", "en"]'), "no example in 'en' fires"),
        (('language = "de"\n', 'language = "de"\nhabit = "lokker"\n'), "Did you mean 'locker'?"),
    ],
)
def test_a_rule_that_breaks_its_word_is_found_out(checker: Checker, change: tuple[str, str], said: str) -> None:
    text = textwrap.dedent("""\
        id = "now"
        kind = "swap"
        topic = "pressure"
        languages = ["de"]
        message = { de = "Anders", en = "Else" }
        reason = { de = "Darum.", en = "Because." }
        [options]
        swaps.de = { "sofort" = "gleich" }
        swaps.en = { "now" = "soon" }
        [[examples]]
        language = "de"
        text = "Bitte sofort antworten."
        flags = "sofort"
        becomes = "gleich"
        fine = ["Guten Tag."]
        """)
    made = text.replace(*change)
    assert made != text
    file, rule = read_text(made, "now.toml", known=KNOWN)
    told = [str(each) for each in checker.problems(file, rule)]
    assert any(said in each for each in told), told


OFFERS = [
    pytest.param(example, RULES[file.says.id], id=f"{file.says.id}-{number}")
    for file in SHIPPED.files
    for number, example in enumerate(file.examples)
    if example.flags is not None
]


@pytest.mark.parametrize(("example", "rule"), OFFERS)
def test_applying_a_suggestion_gains_what_it_promises(
    coach: Coach, customers: Customers, example: ExampleText, rule: Rule
) -> None:
    profile = coach.profile(customers[example.habit].samples()) if example.habit else None
    before = coach.assess(example.text, profile, context_of(example), language=example.language)
    raised = {each.rule_id for each in before.suggestions}
    for each in before.suggestions:
        if not each.edits or each.gain is None:
            continue
        text = rewritten(example.text, each.edits)
        after = coach.assess(text, profile, context_of(example), language=example.language)
        assert after.score is not None
        assert before.score is not None
        assert after.score - before.score == pytest.approx(each.gain, abs=0.06)
        assert each.gain >= (0.5 if RULES[each.rule_id].kind.fits else -0.1)
    assert len(before.suggestions) <= SHIPPED.hints.most
    assert len(raised) == len(before.suggestions), "one hint of a rule at a time"


def test_the_page_of_rules_is_up_to_date() -> None:
    made = runpy.run_path(str(Path(__file__).parents[2] / "bench" / "list_rules.py"))
    assert made["page"]() == made["PAGE"].read_text(encoding="utf-8"), "run: python bench/list_rules.py"
