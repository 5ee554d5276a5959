"""/dashboard/rules: which rules are in force, what they say, how often they are followed, what is wrong in files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from flask import Response

from coach.rule import GAP
from coach.rule_text import ExampleText, RuleText
from coach.ruleset import RuleSet
from server.access import Right
from server.store import HintTotals
from server.web.dashboard.frame import Page, services, shown, speaker
from server.web.dashboard.rules_words import WORDS
from server.web.dashboard.wording import Speaker

PAGE = Page("rules", WORDS, needs=Right.READ, place=70)
OPEN = re.compile(rf"{GAP.pattern}(?:\.(?!\w))?")  # with the full stop behind it: "…" ends a sentence, too
LEAST = 5  # decisions on a rule's hints before they are shown: one or two may be told from a person's day


@dataclass(frozen=True, slots=True)
class ShownRule:
    """One rule as its file and the overlay say; `totals` is None where too few decided on its hints."""

    says: RuleText
    file: str
    is_on: bool
    message: str
    reason: str
    totals: HintTotals | None
    example: ExampleText | None


@dataclass(frozen=True, slots=True)
class Topic:
    """The rules about one thing."""

    name: str
    label: str
    rules: tuple[ShownRule, ...]


@PAGE.routes.get("/rules")
def show() -> Response:
    """All rules by what they are about."""
    found, t = services(), speaker()
    found.rulebook.refresh()
    rules = found.coach.rules
    topics = topics_of(rules, found.store.hint_feedback.totals(), t)
    is_on = [each.is_on for topic in topics for each in topic.rules]
    return shown(
        "rules.html",
        topics=topics,
        in_force=sum(is_on),
        off=len(is_on) - sum(is_on),
        problems=found.rulebook.problems,
        apart=len(rules.apart),
        least=LEAST,
    )


def topics_of(rules: RuleSet, totals: Mapping[str, HintTotals], t: Speaker) -> list[Topic]:
    """The rules by topic, in the order of the reader's alphabet; within one, warnings first."""
    in_force = {each.id for each in rules.rules}
    by_topic: dict[str, list[ShownRule]] = {}
    for file in rules.files:
        says = file.says
        by_topic.setdefault(says.topic, []).append(
            ShownRule(
                says=says,
                file=file.name,
                is_on=says.id in in_force,
                message=_in(says.message, t.language),
                reason=_in(says.reason, t.language),
                totals=_enough(totals.get(says.id)),
                example=_example(file.examples or says.examples, t.language),
            )
        )
    order = ("warning", "advice", "info")
    topics = [
        Topic(
            name,
            t(f"topic_{name}") if t.knows(f"topic_{name}") else name,
            tuple(sorted(found, key=lambda each: (order.index(each.says.severity), each.says.id))),
        )
        for name, found in by_topic.items()
    ]
    return sorted(topics, key=lambda each: each.label.casefold())


def _in(texts: Mapping[str, str], language: str) -> str:
    """A text in this language, else in another; what is filled in for each draft is left open."""
    return OPEN.sub("…", texts.get(language) or next(iter(texts.values()), ""))


def _enough(totals: HintTotals | None) -> HintTotals | None:
    return totals if totals and totals.accepted + totals.dismissed >= LEAST else None


def _example(examples: tuple[ExampleText, ...], language: str) -> ExampleText | None:
    """An example that fires, in the reader's language where there is one."""
    firing = [each for each in examples if each.flags is not None]
    return next((each for each in firing if each.language == language), next(iter(firing), None))
