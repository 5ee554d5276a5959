"""Warmth: how warm the customer writes, and whether that grows or cools."""

from __future__ import annotations

from coach.relationship.change import change_in, soft
from coach.relationship.exchange import Exchange, Turn, weighted_mean
from coach.relationship.saying import both
from coach.relationship.signal import Point, Sign, Signal, bounded

KIND = ("warm", "caring", "gratitude", "splendid")
BONDS = ("praise", "thanks", "personal", "trust")
USUAL = 0.7  # warmth of an ordinary polite business mail, in words; own estimate
HALF = 1.5  # warm words above or below the usual that make half of the value
MOST = 5.0  # of one mail: a single gushing one does not speak for all


def warmth_of(turn: Turn) -> float:
    """Warm words of a mail, cold ones against them; a bond counts like a word and a half."""
    trace = turn.trace
    told = max(trace.feeling(*KIND), 0.0) + 1.5 * sum(name in trace.marks for name in BONDS)
    return min(max(told - 2.0 * max(trace.feeling("cold"), 0.0), -MOST), MOST)


def measure(exchange: Exchange) -> Sign | None:
    turns = [each for each in exchange.customers if each.trace.words]
    if not turns:
        return None
    values = [(each, warmth_of(each)) for each in turns]
    level = weighted_mean([(value, exchange.weight(turn)) for turn, value in values])
    assert level is not None
    change = change_in(values)
    moved = soft(change.lately - change.before, HALF) if change else 0.0
    value = bounded(0.6 * soft(level - USUAL, HALF) + 0.6 * moved)
    total = sum(exchange.weight(turn) for turn in turns)
    points = tuple(
        Point(
            turn.mail, value * exchange.weight(turn) / total, next(iter(turn.trace.spans(*KIND, *BONDS, "cold")), None)
        )
        for turn in turns
    )
    if change and moved <= -0.25:
        say = both(
            "Der Ton ist deutlich kühler geworden als früher.", "The tone has grown much cooler than it used to be."
        )
    elif change and moved >= 0.25:
        say = both("Der Ton wird spürbar wärmer.", "The tone is getting noticeably warmer.")
    elif value > 0.15:
        say = both("Der Kunde schreibt herzlich.", "The customer writes warmly.")
    elif value < -0.15:
        say = both("Der Kunde schreibt kühl.", "The customer writes coolly.")
    else:
        say = both(
            "Der Ton ist so warm wie in Geschäftspost üblich.", "The tone is as warm as business mail usually is."
        )
    return Sign(value, len(turns), say, points)


SIGNAL = Signal(
    name="warmth",
    version=1,
    source="Li, Packard & Berger 2024 (warmth, by position); own lists and weights",
    label=both("Wärme", "Warmth"),
    explain=both(
        "Wie warm der Kunde schreibt: herzliche Worte, Lob, Persönliches; und ob das mehr oder weniger wird.",
        "How warmly the customer writes: kind words, praise, personal matters; and whether that grows or fades.",
    ),
    weight=9,
    steady=3,
    measure=measure,
)
