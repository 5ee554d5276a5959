"""Turns what rules propose into suggestions: each replacement is tried, and what gains too little is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from coach.model import Severity, Suggestion
from coach.rule import Proposal, Rule
from coach.situation import Situation

LEAST_GAIN = 0.5  # points; a replacement that gains less is not worth a rep's attention
RANK = {Severity.WARNING: 0, Severity.ADVICE: 1, Severity.INFO: 2}

ScoresOf = Callable[[Sequence[str]], Sequence[float | None]]
"""Changed drafts -> their scores, made like any other; all at once, since they are read quicker together."""

Ranked = tuple[float, Suggestion]
"""A suggestion with the points it is ranked by within its severity."""


def proposed(situation: Situation, rules: Iterable[Rule], score: float | None, scores_of: ScoresOf) -> Iterator[Ranked]:
    """What the rules propose for this draft, each replacement with the gain of the changed draft over `score`."""
    found = [(rule.id, proposal) for rule in rules for proposal in rule.propose(situation)]
    text = situation.draft.text
    changed = dict.fromkeys(_changed(text, each) for _, each in found if each.replacement is not None)
    after = dict(zip(changed, scores_of(list(changed)), strict=True)) if score is not None else {}
    for rule_id, proposal in found:
        if proposal.replacement is None:
            yield proposal.lacking, _suggestion(rule_id, proposal, None)
            continue
        reached = after.get(_changed(text, proposal))
        if score is not None and reached is not None and reached - score >= LEAST_GAIN:
            yield reached - score, _suggestion(rule_id, proposal, reached - score)


def best_first(ranked: Iterable[Ranked]) -> tuple[Suggestion, ...]:
    """Warnings before advice before mere information, and within each what gains most."""
    return tuple(each for _, each in sorted(ranked, key=lambda one: (RANK[one[1].severity], -one[0])))


def _changed(text: str, proposal: Proposal) -> str:
    return f"{text[: proposal.span.start]}{proposal.replacement}{text[proposal.span.end :]}"


def _suggestion(rule_id: str, proposal: Proposal, gain: float | None) -> Suggestion:
    return Suggestion(
        rule_id,
        proposal.span,
        proposal.message,
        proposal.reason,
        proposal.severity,
        proposal.replacement,
        None if gain is None else round(gain, 1),
    )
