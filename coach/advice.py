"""Turns what rules propose into suggestions: each replacement is tried, and what gains too little is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from coach.model import Severity, Suggestion
from coach.rule import Proposal, Rule, Situation

LEAST_GAIN = 0.5  # points; a replacement that gains less is not worth a rep's attention
RANK = {Severity.WARNING: 0, Severity.ADVICE: 1, Severity.INFO: 2}

ScoreOf = Callable[[str], float | None]
"""A changed draft -> its score, made like any other."""

Ranked = tuple[float, Suggestion]
"""A suggestion with the points it is ranked by within its severity."""


def proposed(situation: Situation, rules: Iterable[Rule], score: float | None, score_of: ScoreOf) -> Iterator[Ranked]:
    """What the rules propose for this draft, each replacement with the gain of the changed draft over `score`."""
    for rule in rules:
        for proposal in rule.propose(situation):
            if proposal.replacement is None:
                yield proposal.lacking, _suggestion(rule.id, proposal, None)
                continue
            gain = _gain(situation.draft.text, proposal, score, score_of)
            if gain is not None and gain >= LEAST_GAIN:
                yield gain, _suggestion(rule.id, proposal, gain)


def best_first(ranked: Iterable[Ranked]) -> tuple[Suggestion, ...]:
    """Warnings before advice before mere information, and within each what gains most."""
    return tuple(each for _, each in sorted(ranked, key=lambda one: (RANK[one[1].severity], -one[0])))


def _gain(text: str, proposal: Proposal, score: float | None, score_of: ScoreOf) -> float | None:
    if score is None or proposal.replacement is None:
        return None
    span = proposal.span
    after = score_of(text[: span.start] + proposal.replacement + text[span.end :])
    return after - score if after is not None else None


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
