"""Sums made from the sums of the text before are those that a fresh count gives."""

from __future__ import annotations

import random
from collections import Counter

from coach.later import Later
from coach.model import Span
from coach.totals import Totals

Part = Counter[str]


def test_sums_are_right_whatever_was_counted_before() -> None:
    chance = random.Random(5)
    parts = [Counter(chance.choices("abcdef", k=chance.randrange(5))) for _ in range(12)]
    totals: Totals[Part] = Totals(lambda part: part)
    text: list[Part] = []
    for _ in range(300):
        for _ in range(chance.randrange(4)):
            at = chance.randrange(len(text) + 1)
            text[at : at + chance.randrange(3)] = chance.choices(parts, k=chance.randrange(3))
        assert totals.of(tuple(text)) == +sum(text, Counter())


def test_spans_are_looked_for_once_and_only_when_somebody_looks() -> None:
    asked: list[str] = []

    def find(text: str) -> list[Span]:
        asked.append(text)
        return [Span(at, at + 1) for at, each in enumerate(text) if each == "!"]

    later = Later(find, "a!b!", 2)
    assert len(later) == 2
    assert not asked
    assert later[0] == Span(1, 2)
    assert later[1:] == (Span(3, 4),)
    assert later == (Span(1, 2), Span(3, 4))
    assert later == Later(find, "c!d!")
    assert hash(later) == hash(tuple(later))
    assert asked == ["a!b!", "c!d!"]
