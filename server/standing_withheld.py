"""What is worked out of a customer, without what the team did: for customers whom too few people write with."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import takewhile
from typing import Any

from coach.relationship.cases import STRONG_SHARE, CaseKind
from coach.relationship.signal import Words
from coach.relationship.steps import CHOICES, LOOK_INTO
from server.store import PROMISE, OpenMatter, StoredRelationship
from server.works_council import (
    LOOK,
    NEUTRAL,
    NOBODY,
    OWN_SIGNALS,
    QUIET,
    SHARED_SIGNALS,
    TEAM_SIGNALS,
    TEAM_STEPS,
    Behind,
    Council,
)

NO_MAIL = 0  # no message has this number
Body = Mapping[str, Any]
"""What `relating` keeps of a customer besides figures, or a part of it."""


def is_withheld(said: Body, council: Council) -> bool:
    """Whether what the team did is not to be shown: too few people did it, or nobody counted them yet."""
    behind = said.get("behind")
    return not council.releases(Behind(*behind) if behind else NOBODY)


def without_the_team(said: Body, by_customer: Collection[int]) -> dict[str, Any]:
    """The same without what the team did; `by_customer` are those of the mails in it that the customer wrote.

    The customer's own signals stay whole. What both sides make loses its points, for with them the sum of the team's
    could be worked out from the index, and words that judge what the team made of it. It is sorted by name: its order
    would tell the points again.
    """
    own = [each for each in said["shares"] if each["signal"] in OWN_SIGNALS]
    shared = [each for each in said["shares"] if each["signal"] in SHARED_SIGNALS]
    closeness = said["closeness"]
    return {
        **said,
        "shares": [*own, *(_plain(each, by_customer) for each in sorted(shared, key=lambda one: one["signal"]))],
        "cases": {
            kind: {
                **case,
                "step": step_apart(kind, case["step"]),
                "reasons": list(_reasons(kind, case, said["shares"], by_customer)),
            }
            for kind, case in said["cases"].items()
        },
        "closeness": {**closeness, "proofs": [_proof(each, by_customer) for each in closeness["proofs"]]},
    }


def first_reasons(relationship: StoredRelationship, council: Council) -> dict[str, tuple[Words, str]]:
    """List -> (the strongest reason in words, the name of the next step), for tables of many customers."""
    said = json.loads(relationship.figures.body) if relationship.figures.body else {"cases": {}}
    withheld = is_withheld(said, council)
    found = {}
    for kind, case in said["cases"].items():
        reasons = list(_reasons(kind, case, said["shares"], ())) if withheld else case["reasons"]
        if reasons:
            found[kind] = (reasons[0]["say"], step_apart(kind, case["step"]) if withheld else case["step"])
    return found


def step_apart(kind: str, step: str) -> str:
    """The next step as it may be named without what the team did.

    From a list's first step that judges the team on, all of them are named alike: whichever comes after it would say
    by standing there that the one before did not fit.
    """
    before = takewhile(lambda each: each.step.name not in TEAM_STEPS, CHOICES[kind])
    return step if any(each.step.name == step for each in before) else LOOK_INTO.name


def said_at(each: OpenMatter, council: Council) -> datetime:
    """When something was said; of promises of the team only the day while the mode is on."""
    return council.day_of(each.matter.at) if each.matter.kind == PROMISE else each.matter.at


def _reasons(kind: str, case: Body, shares: Sequence[Body], by_customer: Collection[int]) -> Iterator[dict[str, Any]]:
    """Why a customer is on a list, by what they wrote alone; else a sentence that only says to look."""
    of_signals = OWN_SIGNALS | SHARED_SIGNALS | TEAM_SIGNALS
    words = [each for each in case["reasons"] if each["signal"] not in of_signals]
    own = [each for each in shares if each["signal"] in OWN_SIGNALS and _is_strong(each["points"], kind)]
    if words:
        own = [each for each in own if each["signal"] != "loyalty"]  # which says the same
    complained = kind == CaseKind.DANGER and any(each["signal"] == "complaints" for each in shares)
    for each in (*words, *own):
        yield {"signal": each["signal"], "say": each["say"], "causes": _causes(each["causes"], by_customer)}
    if complained:
        yield {"signal": "complaints", "say": dict(NEUTRAL["complaints"]), "causes": []}
    elif not words and not own:
        yield {"signal": "", "say": dict(QUIET if kind == CaseKind.FORGOTTEN else LOOK), "causes": []}


def _is_strong(points: float, kind: str) -> bool:
    return points <= STRONG_SHARE if kind == CaseKind.DANGER else points >= -STRONG_SHARE


def _plain(share: Body, by_customer: Collection[int]) -> dict[str, Any]:
    name = share["signal"]
    kept = {key: value for key, value in share.items() if key != "value"}
    say = dict(NEUTRAL.get(name, share["say"]))
    return {**kept, "points": None, "say": say, "causes": _causes(share["causes"], by_customer)}


def _causes(causes: Sequence[Sequence[Any]], by_customer: Collection[int]) -> list[list[Any]]:
    """The customer's mails alone, without points, in the order of the mails: [mail, None, place]."""
    return [[mail, None, place] for mail, _, place in sorted(causes, key=lambda one: one[0]) if mail in by_customer]


def _proof(proof: Body, by_customer: Collection[int]) -> Body:
    """A proof of closeness; without its mail where the team wrote that."""
    return proof if proof["mail"] in by_customer else {**proof, "mail": NO_MAIL, "span": None}
