"""Turns what rules propose into suggestions: each change is tried, and what does not keep its promise is dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from coach.model import Severity, Span, Suggestion
from coach.rewriter import rewritten
from coach.rule import Proposal, Rule, covered
from coach.situation import Situation
from coach.soundness import is_sound

LEAST_GAIN = 0.5  # points; a change made to suit the customer that gains less is not worth a rep's attention
MOST_LOSS = 0.05  # points that a change for another reason may cost: what rounds to nothing
TRIED = 4  # changes per draft; each costs as much as an assessment
RANK = {Severity.WARNING: 0, Severity.ADVICE: 1, Severity.INFO: 2}


class Trials(Protocol):
    """Tries changed drafts."""

    def scores(self, texts: Sequence[str]) -> Sequence[float | None]:
        """Their scores, made like any other; all at once, since they are read quicker together."""

    def situation(self, text: str) -> Situation:
        """How rules see a changed draft."""


def suggestions(
    situation: Situation, rules: Sequence[Rule], score: float | None, trials: Trials, *, most: int
) -> tuple[Suggestion, ...]:
    """The suggestions that matter most for this draft, none over another, in a stable order."""
    found = sorted((each for rule in rules for each in rule.propose(situation)), key=_urgency)
    return _best(_judged(situation, rules, score, trials, found), most)


def _urgency(proposal: Proposal) -> tuple[int, float, int]:
    return RANK[proposal.severity], -proposal.rank, proposal.span.start


def _judged(
    situation: Situation, rules: Sequence[Rule], score: float | None, trials: Trials, found: Sequence[Proposal]
) -> Iterator[tuple[Proposal, float | None]]:
    """Each proposal that stands, with what it gains; a change that fails is left out or becomes a mere hint."""
    sound = [each for each in found if each.edits and is_sound(situation, each.edits)]
    candidates = [each for each in sound if not each.asks and (score is not None or not each.fits)][:TRIED]
    changed = {id(each): rewritten(situation.draft.text, each.edits) for each in candidates}
    texts = list(dict.fromkeys(changed.values())) if score is not None else []
    reached = dict(zip(texts, trials.scores(texts), strict=True)) if texts else {}
    before = Counter(each.rule_id for each in found)
    for each in found:
        if not each.edits or (each.asks and each in sound):
            yield each, None
            continue
        text = changed.get(id(each))
        gain = _gain(each, reached.get(text), score) if text is not None else REFUSED
        if text is not None and gain is not REFUSED and not _raises(each, trials.situation(text), rules, before):
            yield each, gain
        elif not each.fits:
            yield replace(each, edits=(), asks=False), None


REFUSED = float("-inf")


def _gain(proposal: Proposal, reached: float | None, score: float | None) -> float | None:
    """What the change gains; None where nothing can be scored, REFUSED where it gains too little."""
    if score is None:
        return None
    if reached is None:
        return REFUSED
    gain = reached - score
    return gain if gain >= (LEAST_GAIN if proposal.fits else -MOST_LOSS) else REFUSED


def _raises(proposal: Proposal, after: Situation, rules: Iterable[Rule], before: Counter[str]) -> bool:
    """True if another rule speaks up about the changed draft that did not before."""
    others = (rule for rule in rules if rule.id != proposal.rule_id)
    return bool(Counter(each.rule_id for rule in others for each in rule.propose(after)) - before)


def _best(judged: Iterable[tuple[Proposal, float | None]], most: int) -> tuple[Suggestion, ...]:
    """The best, one of each rule first; whole points decide, so that a keystroke does not shuffle the list."""
    ranked = sorted(judged, key=lambda one: (RANK[one[0].severity], -round(_worth(*one)), one[0].span.start))
    chosen: list[tuple[Proposal, float | None]] = []
    for proposal, gain in ranked:
        if len(chosen) == most:
            break
        if any(other.rule_id == proposal.rule_id or _collide(other, proposal) for other, _ in chosen):
            continue
        chosen.append((proposal, gain))
    return tuple(_suggestion(*each) for each in chosen)


def _worth(proposal: Proposal, gain: float | None) -> float:
    return max(proposal.rank if not proposal.fits or gain is None else 0.0, gain or 0.0)


def _collide(one: Proposal, other: Proposal) -> bool:
    first, second = _place(one), _place(other)
    if first == second:
        return bool(one.edits and other.edits) or first.start < first.end
    return first.start < second.end and second.start < first.end


def _place(proposal: Proposal) -> Span:
    return covered(proposal.edits) if proposal.edits else proposal.span


def _suggestion(proposal: Proposal, gain: float | None) -> Suggestion:
    return Suggestion(
        proposal.rule_id,
        proposal.span,
        proposal.message,
        proposal.reason,
        proposal.severity,
        proposal.edits,
        None if gain is None else round(gain, 1),
        asks=proposal.asks,
        hold=proposal.hold,
    )
