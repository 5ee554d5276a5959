"""Warmth: how warm the customer writes, and whether that grows or cools."""

from __future__ import annotations

from collections.abc import Sequence

from coach.model import Span
from coach.relationship.change import of_late, parts_of_late, soft
from coach.relationship.content import is_read, sincerity
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both
from coach.relationship.signal import Point, Sign, Signal, Words, bounded
from coach.relationship.signals._warmth_examples import EXAMPLES

KIND = ("warm", "caring", "gratitude", "splendid")
BONDS = ("praise", "thanks", "personal", "trust")
BOND = 1.5  # warm words that a bond is worth
EDGE = 1.0  # warm words that "Liebe ..." and "Herzliche Grüße" are worth together
COLD = 2.0
USUAL = 0.6  # warmth of an ordinary polite business mail, in words; own estimate
HALF = 1.5  # warm words above or below the usual that make half of the value
PLAIN = 0.5  # of the value where a mail is only plain: businesslike is not unfriendly
MOST = 5.0  # of one mail: a single gushing one does not speak for all
COOLS = 0.6  # of what a tone has cooled by counts once more: who was warm and is plain now is no ordinary customer
NOTICED = 0.25
WARM = 0.15


def warmth_of(turn: Turn) -> float:
    """Warm words of a mail, greeting and closing with them, cold ones against them."""
    trace = turn.trace
    told = max(trace.feeling(*KIND), 0.0) + BOND * sum(name in trace.marks for name in BONDS)
    told *= sincerity(turn)
    if turn.channel == "email":  # a chat has no greeting
        told += EDGE * (trace.edges or 0.0)
    told -= COLD * max(trace.feeling("cold"), 0.0)
    return min(max(told, -MOST), MOST)


def measure(exchange: Exchange) -> Sign | None:
    values = [(each, exchange.note(warmth_of, each)) for each in exchange.customers if is_read(each)]
    if not values:
        return None
    late, habit = of_late([value for _, value in values])
    cooled = min(late - habit, 0.0)
    tone = late + COOLS * cooled
    value = bounded(_above(tone))
    return Sign(
        value, len(values), _say(value, values, late - habit), _points(values, value, exchange, cools=cooled < 0)
    )


def _above(tone: float) -> float:
    """How far a tone is from the usual, -1 to 1; what is merely plain counts half of what is cold."""
    if tone >= USUAL:
        return soft(tone - USUAL, HALF)
    return PLAIN * soft(max(tone, 0.0) - USUAL, HALF) + soft(min(tone, 0.0), HALF)


def _words(turn: Turn) -> Span | None:
    return turn.trace.first(*KIND, *BONDS, "cold")


def _points(
    values: Sequence[tuple[Turn, float]], value: float, exchange: Exchange, *, cools: bool
) -> tuple[Point, ...]:
    """Each mail by its part in the tone: where it cools, the warm ones before set the bar."""
    late, habit = parts_of_late(len(values))
    parts = [
        (one + COOLS * (one - other) * cools) * (warmth - USUAL)
        for one, other, (_, warmth) in zip(late, habit, values, strict=True)
    ]
    scale = value / sum(parts) if sum(parts) else 0.0
    return tuple(
        Point(turn.mail, part * scale, exchange.note(_words, turn))
        for part, (turn, _) in zip(parts, values, strict=True)
    )


def _say(value: float, values: Sequence[tuple[Turn, float]], moved: float) -> Words:
    cooler, warmer = soft(moved, HALF) <= -NOTICED, soft(moved, HALF) >= NOTICED
    if cooler and value > WARM:
        return both(
            "Der Kunde schreibt herzlich, zuletzt etwas nüchterner.", "The customer writes warmly, lately less so."
        )
    if warmer and value < -WARM:
        return both("Der Ton wird wärmer, ist aber noch kühl.", "The tone is getting warmer but is still cool.")
    if (cooler or warmer) and _only_last(values):
        return both(
            f"Die letzte Mail klingt {'deutlich kühler' if cooler else 'spürbar wärmer'} als die davor.",
            f"The last mail sounds {'much cooler' if cooler else 'noticeably warmer'} than those before.",
        )
    if cooler:
        return both("Der Ton ist deutlich kühler als früher.", "The tone is much cooler than it used to be.")
    if warmer:
        return both("Der Ton wird spürbar wärmer.", "The tone is getting noticeably warmer.")
    if value > WARM:
        return both("Der Kunde schreibt herzlich.", "The customer writes warmly.")
    if value < -0.3:
        return both("Der Kunde schreibt kühl.", "The customer writes coolly.")
    if value < -WARM:
        return both("Der Kunde schreibt knapp und sachlich.", "The customer writes tersely and to the point.")
    return both("Der Ton ist so warm wie in Geschäftspost üblich.", "The tone is as warm as business mail usually is.")


def _only_last(values: Sequence[tuple[Turn, float]]) -> bool:
    """Whether the last mail is farther from the one before it than that was from the habit."""
    habit = of_late([value for _, value in values[:-1]])[1]
    (_, before), (_, last) = values[-2:]
    return abs(last - before) > abs(before - habit)


SIGNAL = Signal(
    name="warmth",
    version=2,
    source="Li, Packard & Berger 2024 (warmth, by position); own lists and weights",
    label=both("Wärme", "Warmth"),
    explain=both(
        "Wie warm der Kunde schreibt: herzliche Worte, Lob, Persönliches, Gruß; und ob das mehr oder weniger wird.",
        "How warmly the customer writes: kind words, praise, personal matters, greetings; and if that grows or fades.",
    ),
    weight=9,
    steady=3,
    measure=measure,
    examples=EXAMPLES,
)
