"""Promises kept: what the team said it would do, and whether a later mail shows that it did."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from coach.model import Span
from coach.relationship.change import soft
from coach.relationship.content import complains
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both
from coach.relationship.signal import Point, Sign, Signal, Words
from coach.relationship.signals._promises_kept_examples import EXAMPLES
from coach.relationship.trace import Promised

GRACE = timedelta(hours=24)  # a promise for Friday that is kept on Saturday morning is kept
KEPT = 0.5
CONTENT = 0.4  # no mail keeps it, but the customer says afterwards that all is well
LATE = -0.25
MISSED = -0.7  # its day is over, no mail keeps it, and the customer has not written since
PASSED_OVER = -0.1  # the same, but the customer wrote since and asked nothing: it may have been done without a word
RECALLED = -1.4  # the customer asks where it is
SOON = timedelta(days=1)  # "we will get back to you", without a day: nobody asks for it sooner
VAGUE_ENDS = timedelta(days=21)  # what has no day is late after three weeks
ASKED_WITHIN = timedelta(days=45)
LOOKED_FOR = timedelta(days=90)
HALF = 0.7  # worth that makes half of the value


def measure(exchange: Exchange) -> Sign | None:
    found = [(turn, span, worth) for turn in exchange.teams for span, worth in _judged(turn, exchange)]
    if not found:
        return None
    shares = [(turn, span, worth * exchange.weight(turn)) for turn, span, worth in found]
    total = sum(share for _, _, share in shares)
    value = soft(total, HALF)
    scale = value / total if total else 1.0 / HALF
    points = tuple(Point(turn.mail, share * scale, span) for turn, span, share in shares)
    return Sign(value, len(found), _said([worth for _, _, worth in found]), points)


def _said(worths: Sequence[float]) -> Words:
    count = len(worths)
    broken, late, unsure = worths.count(RECALLED) + worths.count(MISSED), worths.count(LATE), worths.count(PASSED_OVER)
    said, of = _counted(broken or late or unsure, count)
    were, was = ("wurde", "was") if (broken or late or unsure) == 1 else ("wurden", "were")
    if broken == count > 1:
        return both(
            f"Keine von {count} Zusagen wurde erkennbar eingehalten.", f"None of {count} promises was seen to be kept."
        )
    if broken:
        return both(f"{said} {were} nicht erkennbar eingehalten.", f"{of} {was} not seen to be kept.")
    if late:
        return both(f"{said} {were} erst verspätet eingehalten.", f"{of} {was} kept late.")
    if unsure:
        return both(f"{said}: Keine Mail zeigt, ob das geschah.", f"{of}: no mail shows whether it was done.")
    if count == 1:
        return both("Die Zusage wurde eingehalten.", "The promise was kept.")
    all_of = ("Beide", "Both") if count == 2 else (f"Alle {count}", f"All {count}")
    return both(f"{all_of[0]} Zusagen wurden eingehalten.", f"{all_of[1]} promises were kept.")


def _counted(some: int, count: int) -> tuple[str, str]:
    if count == 1:
        return "Die Zusage", "The promise"
    return f"{some} von {count} Zusagen", f"{some} of {count} promises"


def _judged(turn: Turn, exchange: Exchange) -> Iterator[tuple[Span, float]]:
    """The promises of a mail that can be judged by now, and what became of each."""
    for each in turn.trace.promises:
        worth = _fate(turn, each, exchange)
        if worth is not None:
            yield each.span, worth


def _fate(turn: Turn, promise: Promised, exchange: Exchange) -> float | None:
    """What became of a promise; None while nobody can tell."""
    if (turn.mail, promise.span.start) in exchange.ticked:
        return KEPT
    ends = promise.due + GRACE if promise.due else turn.date + VAGUE_ENDS
    from_ = promise.due or turn.date + SOON
    dates, asking = exchange.once(_asking)
    late = asking[bisect_right(dates, from_) : bisect_right(dates, from_ + ASKED_WITHIN)]
    asked = _first(each.date for each in late if _asks_for(each, turn))
    done = _first(reply.date for reply, each in exchange.kept(turn.mail) if each.start == promise.span.start)
    if done is not None:
        return LATE if done > ends or (asked and asked < done) else KEPT
    glad = exchange.once(_glad).get(turn.thread, ())
    content = _first(each.date for each in glad if _content(each, turn, promise))
    if content and not (asked and content < asked):
        return LATE if asked else CONTENT
    if asked:
        return RECALLED
    if not promise.due or exchange.now <= ends or not _would_be_known(turn, promise.due, exchange):
        return None
    wrote = bool(exchange.customers) and exchange.customers[-1].date > ends
    return PASSED_OVER if wrote else MISSED


def _asking(exchange: Exchange) -> tuple[list[datetime], list[Turn]]:
    """The customer's mails that may ask where something is, and when they were."""
    found = [each for each in exchange.customers if each.trace.has("chasing") or complains(each)]
    return [each.date for each in found], found


def _glad(exchange: Exchange) -> Mapping[str, Sequence[Turn]]:
    """The customer's mails that may say that all is well, by conversation."""
    found: dict[str, list[Turn]] = {}
    for each in exchange.customers:
        if each.trace.has("settled", "thanks", "praise"):
            found.setdefault(each.thread, []).append(each)
    return found


def _first(dates: Iterable[datetime]) -> datetime | None:
    return min(dates, default=None)


def _asks_for(later: Turn, turn: Turn) -> bool:
    """Whether a mail of the customer's, after the day, asks for what was promised or complains in its conversation."""
    here = later.thread == turn.thread
    return later.is_customer and (later.trace.has("chasing") or (here and complains(later)))


def _content(later: Turn, turn: Turn, promise: Promised) -> bool:
    """Whether the customer says in the same conversation that all is well; mere thanks count only after the day."""
    if (
        not later.is_customer
        or later.date <= turn.date
        or later.thread != turn.thread
        or complains(later)
        or later.trace.has("chasing")
    ):
        return False
    over = later.date > (promise.due or turn.date) - GRACE / 2
    return later.trace.has("settled") or (over and later.trace.has("thanks", "praise"))


def _would_be_known(turn: Turn, due: datetime, exchange: Exchange) -> bool:
    """Whether all later mails that may have kept it were looked at, and no call did."""
    for later in exchange.between(turn.date, turn.date + LOOKED_FOR):
        if later.channel == "call" and later.date <= due + GRACE:
            return False
        if not later.is_customer and not later.looked:
            return False
    return True


SIGNAL = Signal(
    name="promises_kept",
    version=2,
    source="Promises: coach/relationship/promises.py; weights: own estimate",
    label=both("Gehaltene Zusagen", "Promises kept"),
    explain=both(
        "Was das Team zugesagt hat und ob eine spätere Mail zeigt, dass es geschah.",
        "What the team promised, and whether a later mail shows that it was done.",
    ),
    weight=8,
    steady=1.5,
    measure=measure,
    examples=EXAMPLES,
)
