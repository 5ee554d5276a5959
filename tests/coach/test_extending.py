"""docs/extend.md shows how to add a rule, a kind and a rewriter; what it shows works."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from coach import Coach
from coach.customers import read_customers
from coach.kind import Kind
from coach.model import Span
from coach.rewriter import Rewriter, rewritten
from coach.rule_checks import Checker
from coach.rule_making import Known
from coach.ruleset import PACKAGED, read_text

PAGE = (Path(__file__).parents[2] / "docs" / "extend.md").read_text(encoding="utf-8")
RULE = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0]
KIND, REWRITER = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def defined(source: str, name: str) -> object:
    """The public object that a file of this text would define."""
    space: dict[str, object] = {"__name__": f"shown_{name.lower()}"}
    exec(compile(source, f"docs/extend.md: {name}", "exec"), space)  # the project's own page
    return space[name]


@pytest.fixture(scope="module")
def checker(coach: Coach) -> Checker:
    return Checker.by(coach, read_customers(PACKAGED / "customers.toml"))


def test_the_rule_that_is_shown_does_what_it_says(checker: Checker) -> None:
    file, rule = read_text(RULE, "no-weekend.toml")
    assert list(checker.problems(file, rule)) == []


def test_the_kind_that_is_shown_does_what_it_says(checker: Checker) -> None:
    kind = defined(KIND, "KIND")
    assert isinstance(kind, Kind)
    known = Known.installed()
    with_it = Known({**known.kinds, "links": kind}, known.dimensions, known.rewriters, known.signals)
    file, rule = read_text(textwrap.dedent(kind.examples[0]), "many-links.toml", known=with_it)
    assert list(checker.problems(file, rule)) == []


def test_the_rewriter_that_is_shown_does_what_it_says(coach: Coach) -> None:
    rewriter = defined(REWRITER, "REWRITER")
    assert isinstance(rewriter, Rewriter)
    for example in rewriter.examples:
        situation = coach.situation(example.draft, language=example.language)
        assert situation is not None
        found = next(rewriter.rewrite(situation, None), None)
        assert (rewritten(example.draft, found.edits) if found else None) == example.becomes
    situation = coach.situation(rewriter.examples[0].draft, language="en")
    assert situation is not None
    assert list(rewriter.rewrite(situation, Span(0, 2))) == []
