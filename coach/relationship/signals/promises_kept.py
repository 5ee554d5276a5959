"""Promises kept: what the team said it would do, and whether a later mail shows that it did."""

from __future__ import annotations

from datetime import timedelta

from coach.model import Span
from coach.relationship.change import soft
from coach.relationship.content import complains
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both, counted
from coach.relationship.signal import Point, Sign, Signal

GRACE = timedelta(hours=24)  # a promise for Friday that is kept on Saturday morning is kept
KEPT, BROKEN, RECALLED = 0.5, -0.8, -1.4  # broken and the customer says so
VAGUE_ENDS = timedelta(days=21)  # "we will get back to you" without a date is broken after three weeks of silence
LOOKED_FOR = timedelta(days=90)
HALF = 0.7


def measure(exchange: Exchange) -> Sign | None:
    found = [(turn, span, worth) for turn in exchange.teams for span, worth in _judged(turn, exchange)]
    if not found:
        return None
    shares = [(turn, span, worth * exchange.weight(turn)) for turn, span, worth in found]
    total = sum(share for _, _, share in shares)
    value = soft(total, HALF)
    points = tuple(Point(turn.mail, share * (value / total if total else 0.0), span) for turn, span, share in shares)
    broken = sum(worth < 0 for _, _, worth in found)
    if broken:
        said = {code: counted(broken, code, ("Zusage", "Zusagen"), ("promise", "promises")) for code in ("de", "en")}
        say = both(
            f"{said['de']} von {len(found)} nicht erkennbar eingehalten.",
            f"{said['en']} of {len(found)} not seen to be kept.",
        )
    else:
        say = both("Zusagen wurden eingehalten.", "Promises were kept.")
    return Sign(value, len(found), say, points)


def _judged(turn: Turn, exchange: Exchange) -> list[tuple[Span, float]]:
    """The promises of a mail that can be judged by now."""
    kept = {(each.mail, each.start) for reply in exchange.teams for each in reply.kept} | exchange.ticked
    found = []
    for each in turn.trace.promises:
        ends = (each.due + GRACE) if each.due else turn.date + VAGUE_ENDS
        if (turn.mail, each.span.start) in kept:
            found.append((each.span, KEPT))
        elif exchange.now > ends and not _silently_done(turn, exchange):
            recalled = any(
                later.trace.has("chasing") or complains(later) for later in exchange.customers if later.date > ends
            )
            if recalled or (each.due and _would_be_known(turn, exchange)):
                found.append((each.span, RECALLED if recalled else BROKEN))
    return found


def _would_be_known(turn: Turn, exchange: Exchange) -> bool:
    """Whether all later mails that may have kept it were looked at."""
    return all(later.looked for later in exchange.teams if turn.date < later.date <= turn.date + LOOKED_FOR)


def _silently_done(turn: Turn, exchange: Exchange) -> bool:
    """Whether the customer was content afterwards, so that the promise must have been kept without a word."""
    later = next((each for each in exchange.customers if each.date > turn.date and each.thread == turn.thread), None)
    return later is not None and later.trace.has("settled", "thanks", "praise")


SIGNAL = Signal(
    name="promises_kept",
    version=1,
    source="Promises: coach/relationship/promises.py; weights: own estimate",
    label=both("Gehaltene Zusagen", "Promises kept"),
    explain=both(
        "Was das Team zugesagt hat und ob eine spätere Mail zeigt, dass es geschah.",
        "What the team promised, and whether a later mail shows that it was done.",
    ),
    weight=8,
    steady=1.5,
    measure=measure,
)
