"""A rule ready to be asked: what it proposes for a draft; the engine tests what it proposes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Any

from coach.condition import Condition
from coach.kind import Found, Kind, Words
from coach.language import Language
from coach.model import Edit, Severity, Span
from coach.passages import pattern_of
from coach.rewriter import Rewrite, Rewriter
from coach.situation import Situation

GAP = re.compile(r"\{([a-z_]+)\}")
MOST_REWRITES = 4  # of one rule in one draft

NEXT_WORD = re.compile(r"\s*([^\W_]+)")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change to make, or (without `edits`) a thing to look at: `span` are the words that it is about.

    `fits` marks a change that is made to suit the customer, and so has to raise the score; `asks` one that holds a
    gap for the writer to fill; `needs_change` one that means nothing without its change; `hold` one worth asking about
    before the mail is sent; `lacking` are the points by which the customer's own mails do better here.
    """

    rule_id: str
    span: Span
    message: Words
    reason: Words
    severity: Severity = Severity.ADVICE
    edits: tuple[Edit, ...] = ()
    asks: bool = False
    fits: bool = False
    needs_change: bool = False
    hold: bool = False
    lacking: float = 0.0
    rank: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what kind it is, what it was told, and the condition under which it speaks."""

    id: str
    kind: Kind
    kind_name: str
    topic: str
    languages: frozenset[str]
    severity: Severity
    rank: float
    hold: bool
    message: Words
    reason: Words
    options: Any = field(repr=False)
    when: Condition | None = None
    rewriter: Rewriter | None = None
    rewrite_only: frozenset[str] = frozenset()

    def may_speak(self, situation: Situation) -> bool:
        """False where it says nothing whatever the draft says: in another language, to another customer."""
        return situation.language.code in self.languages and (self.when is None or self.when.may_hold(situation))

    def only_with(self, language: Language) -> re.Pattern[str] | None:
        """What has to match in a draft of this language for the rule to find anything; None says nothing."""
        return pattern_of(self.kind.only_with(self.options), language.code)

    def propose(self, situation: Situation) -> Iterator[Proposal]:
        """What the rule has to say about this draft."""
        found = situation.once_with(_found, self)
        return chain.from_iterable([self._proposals(situation, each) for each in found]) if found else iter(())

    def finds(self, situation: Situation) -> int:
        """At how many places the rule would speak up; what only a rewriter tells is not counted."""
        found = situation.once_with(_found, self)
        return len([each for each in found if not each.least_changes or each.lacking])

    def _proposals(self, situation: Situation, found: Found) -> Iterator[Proposal]:
        if found.replacement is not None:
            yield self._proposal(found, found.span, (Edit(found.span, found.replacement),))
            return
        changes = self._rewrites(situation, found)
        if len(changes) < found.least_changes:
            return
        if self.kind.fits and len(changes) > 1 and not any(each.asks for each in changes):
            changes = [together(changes)]  # a habit is met by one click, not word by word
        for each in changes:
            span = self._pointed(found, each)
            words = dict(zip(("old", "new"), _before_and_after(situation.draft.text, span, each.edits), strict=True))
            yield self._proposal(replace(found, words={**words, **found.words}), span, each.edits, asks=each.asks)
        if not changes:
            yield self._proposal(found, found.span, ())

    def _pointed(self, found: Found, change: Rewrite) -> Span:
        """What to point at: what the rule found, or what is changed where that lies elsewhere."""
        if found.least_changes and found.anywhere:
            return covered(change.edits)
        elsewhere = not any(_touch(each.span, found.span) for each in change.edits)
        first = change.edits[0].span
        return first if self.kind.fits and found.anywhere and elsewhere and first.start < first.end else found.span

    def _rewrites(self, situation: Situation, found: Found) -> list[Rewrite]:
        if self.rewriter is None or situation.language.code not in self.rewriter.languages:
            return []
        every = self.rewriter.rewrite(situation, None if found.anywhere else found.span)
        made = (each for each in every if not self.rewrite_only or each.name in self.rewrite_only)
        return list(islice(made, max(MOST_REWRITES, found.least_changes) if found.anywhere else 1))

    def _proposal(self, found: Found, span: Span, edits: tuple[Edit, ...], *, asks: bool = False) -> Proposal:
        return Proposal(
            self.id,
            span,
            filled(self.message, found.words),
            filled(self.reason, found.words) if self.reason else (found.reason or {"de": "", "en": ""}),
            self.severity,
            edits,
            asks=asks,
            fits=self.kind.fits,
            needs_change=bool(found.least_changes),
            hold=self.hold,
            lacking=found.lacking,
            rank=max(self.rank, found.lacking),
        )


def _found(situation: Situation, rule: Rule) -> tuple[Found, ...]:
    """What the kind finds where the rule may speak; empty where it may not."""
    if situation.language.code not in rule.languages:
        return ()
    if rule.when is not None and not rule.when.holds(situation):
        return ()
    return tuple(rule.kind.find(situation, rule.options))


def together(changes: Sequence[Rewrite]) -> Rewrite:
    """These changes as one; of two that touch each other the first one given stays."""
    taken: list[Edit] = []
    for change in changes:
        if not any(_touch(edit.span, other.span) for edit in change.edits for other in taken):
            taken.extend(change.edits)
    return Rewrite(tuple(sorted(taken, key=lambda each: each.span)))


def _touch(one: Span, other: Span) -> bool:
    return one == other or (one.start < other.end and other.start < one.end)


def covered(edits: tuple[Edit, ...]) -> Span:
    """The stretch from the first edit to the last."""
    return Span(min(each.span.start for each in edits), max(each.span.end for each in edits))


def _before_and_after(text: str, pointed: Span, edits: tuple[Edit, ...]) -> tuple[str, str]:
    """The words that are pointed at, then and now; what is only taken out is told with the word that follows it."""
    old, new = pointed.of(text), _in_place(text, pointed, edits)
    following = NEXT_WORD.match(text, pointed.end) if not new.strip() else None
    return (old, new) if following is None else (f"{old.strip()} {following.group(1)}", following.group(1))


def _in_place(text: str, pointed: Span, edits: tuple[Edit, ...]) -> str:
    """How the words that are pointed at read afterwards; what lies between two changed words is left out."""
    inside = [each for each in edits if pointed.start <= each.span.start and each.span.end <= pointed.end]
    if len(inside) < len(edits) or not inside:
        return edits[0].text
    return " … ".join(each.text for each in inside if each.text) if len(inside) > 1 else inside[0].text


def filled(texts: Words, words: Mapping[str, str]) -> dict[str, str]:
    """The texts with their gaps filled; {form} takes the words of the text's own language, {who} stays open."""
    return {
        code: GAP.sub(lambda gap, code=code: _word(gap, words, code), text)  # type: ignore[misc]
        for code, text in texts.items()
    }


def _word(gap: re.Match[str], words: Mapping[str, str], code: str) -> str:
    name = gap.group(1)
    return words.get(name, words.get(f"{name}_{code}", gap.group()))
