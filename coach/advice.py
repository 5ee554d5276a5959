"""Turns what rules propose into suggestions: each change is tried, and what does not keep its promise is dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Protocol

from coach.model import Severity, Span, Suggestion
from coach.passages import absent
from coach.rewriter import rewritten
from coach.rule import Proposal, Rule
from coach.situation import Situation
from coach.soundness import is_sound, keeps_letter, keeps_meaning

LEAST_GAIN = 0.5  # points; a change made to suit the customer that gains less is not worth a rep's attention
MOST_LOSS = 0.05  # points that a change for another reason may cost: what rounds to nothing
WORTH_SAYING = 2.0  # points lacking from which a habit is pointed out even where no change helps
TRIED = 4  # changes per draft; each costs as much as an assessment
RANK = {Severity.WARNING: 0, Severity.ADVICE: 1, Severity.INFO: 2}


class Trials(Protocol):
    """Tries changed drafts."""

    def scores(self, texts: Sequence[str]) -> Sequence[float | None]:
        """Their scores, made like any other; all at once, since they are read quicker together."""

    def situation(self, text: str) -> Situation:
        """How rules see a changed draft."""


def suggestions(
    situation: Situation,
    rules: tuple[Rule, ...],
    score: float | None,
    trials: Trials,
    *,
    most: int,
    away: Collection[str] = (),
) -> tuple[Suggestion, ...]:
    """The suggestions that matter most for this draft, none over another, in a stable order.

    Those of the `rules` that say nothing to this customer are remembered by which tuple it is: give the same one for
    each draft. Rules whose ids are in `away` are not asked.
    """
    able = situation.once_with(_able, rules, settled=True)
    asked = tuple([each for each in able if each[0].id not in away]) if away else able
    found = sorted([each for rule in _to_ask(situation, asked) for each in rule.propose(situation)], key=_urgency)
    judged = sorted(_judged(situation, score, trials, found), key=_place_in_list)
    return _best(judged, _Others(situation, asked, trials), most)


_Able = tuple[tuple[Rule, "re.Pattern[str] | None"], ...]
"""Rules that may speak, each with the pattern without which it finds nothing."""


def _able(situation: Situation, rules: tuple[Rule, ...]) -> _Able:
    """Those of the rules that have anything to say in this setting, whatever the draft says."""
    return tuple([(rule, rule.only_with(situation.language)) for rule in rules if rule.may_speak(situation)])


def _to_ask(situation: Situation, able: _Able) -> list[Rule]:
    """Those that may find something in this very draft."""
    is_absent = absent(situation)
    return [rule for rule, pattern in able if not is_absent(pattern)]


def _urgency(proposal: Proposal) -> tuple[int, float, int]:
    return RANK[proposal.severity], -proposal.rank, proposal.span.start


@dataclass(frozen=True, slots=True)
class _Judged:
    """A proposal with what its change gains (None: nothing that could be scored)."""

    proposal: Proposal
    gain: float | None = None


def _judged(situation: Situation, score: float | None, trials: Trials, found: Sequence[Proposal]) -> Iterator[_Judged]:
    """Each proposal that stands; a change that fails is left out or becomes a mere hint."""
    worth = (each for each in _by_turns(found) if each.edits and not each.asks and (score is not None or not each.fits))
    candidates = _candidates(situation, worth)
    changed = {id(each): rewritten(situation.draft.text, each.edits) for each in candidates}
    texts = list(dict.fromkeys(changed.values())) if score is not None else []
    reached = dict(zip(texts, trials.scores(texts), strict=True)) if texts else {}
    for each in found:
        if not each.edits or (each.asks and is_sound(situation, each.edits)):
            yield _Judged(each)
            continue
        text = changed.get(id(each))
        gain = _gain(each, reached.get(text), score) if text is not None else REFUSED
        if gain is not REFUSED and keeps_meaning(situation, each.edits):
            yield _Judged(each, gain)
        elif hint := _mere_hint(each):
            yield _Judged(hint)


def _candidates(situation: Situation, worth: Iterable[Proposal]) -> list[Proposal]:
    """The changes to try.

    Whether one keeps the meaning costs as much as trying it: where all can be tried, only those that gain are asked.
    """
    tidy = (each for each in worth if keeps_letter(situation, each.edits))
    first = list(islice(tidy, TRIED + 1))
    if len(first) <= TRIED:
        return first
    return list(islice((each for each in chain(first, tidy) if keeps_meaning(situation, each.edits)), TRIED))


def _mere_hint(proposal: Proposal) -> Proposal | None:
    """The proposal without its change; None where nothing is left to say."""
    if proposal.needs_change or (proposal.fits and proposal.lacking < WORTH_SAYING):
        return None
    return replace(proposal, edits=(), asks=False)


def _by_turns(found: Iterable[Proposal]) -> list[Proposal]:
    """The first of each rule, then the second of each: only one of a rule is shown at a time."""
    seen: Counter[str] = Counter()
    turns = []
    for each in found:
        seen[each.rule_id] += 1
        turns.append((seen[each.rule_id], each))
    return [each for _, each in sorted(turns, key=lambda pair: pair[0])]


REFUSED = float("-inf")


def _gain(proposal: Proposal, reached: float | None, score: float | None) -> float | None:
    """What the change gains; None where nothing can be scored, REFUSED where it gains too little."""
    if score is None:
        return None
    if reached is None:
        return REFUSED
    gain = reached - score
    return gain if gain >= (LEAST_GAIN if proposal.fits else -MOST_LOSS) else REFUSED


class _Others:
    """Whether a change sets off a rule that was silent before, or does not mend what its own rule points at; asked only
    of what is about to be shown."""

    def __init__(self, situation: Situation, able: _Able, trials: Trials) -> None:
        self._situation = situation
        self._able = able
        self._trials = trials

    def speak_up(self, proposal: Proposal) -> bool:
        after = self._trials.situation(rewritten(self._situation.draft.text, proposal.edits))
        return any(self._is_louder(rule, after, proposal) for rule in _to_ask(after, self._able))

    def _is_louder(self, rule: Rule, after: Situation, proposal: Proposal) -> bool:
        found = rule.finds(after)
        if not found:  # as nearly always; so what the draft had before is not counted
            return False
        before = rule.finds(self._situation)
        if rule.id != proposal.rule_id:
            return found > before
        # A habit is met step by step; anything else that a change was to mend has to be mended by it.
        return not proposal.fits and found >= before > 0


def _best(judged: Iterable[_Judged], others: _Others, most: int) -> tuple[Suggestion, ...]:
    """The best, one of each rule."""
    chosen: list[_Judged] = []
    for each in judged:
        if len(chosen) == most:
            break
        proposal = each.proposal
        if any(one.proposal.rule_id == proposal.rule_id or _collide(one.proposal, proposal) for one in chosen):
            continue
        if proposal.edits and not proposal.asks and others.speak_up(proposal):
            hint = _mere_hint(proposal)
            if hint is None:
                continue
            each = _Judged(hint)
        chosen.append(each)
    return tuple(_suggestion(each.proposal, each.gain) for each in chosen)


def _place_in_list(judged: _Judged) -> tuple[int, int, int]:
    """Whole points decide, so that a keystroke does not shuffle the list."""
    proposal, gain = judged.proposal, judged.gain
    worth = max(proposal.rank if not proposal.fits or gain is None else 0.0, gain or 0.0)
    return RANK[proposal.severity], -round(worth), proposal.span.start


def _collide(one: Proposal, other: Proposal) -> bool:
    """True where the two would change, or point at, the same words."""
    return any(_touch(first, second) for first in _places(one) for second in _places(other))


def _places(proposal: Proposal) -> list[tuple[Span, bool]]:
    """What it changes, else what it points at; with whether it changes it."""
    return [(each.span, True) for each in proposal.edits] or [(proposal.span, False)]


def _touch(one: tuple[Span, bool], other: tuple[Span, bool]) -> bool:
    (first, changes), (second, changes_too) = one, other
    if first == second:
        return (changes and changes_too) or first.start < first.end
    return first.start < second.end and second.start < first.end


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
