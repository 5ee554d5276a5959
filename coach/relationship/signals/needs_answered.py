"""Needs answered: which of the customer's questions, requests and complaints the team took up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from coach.model import NeedKind, Span, Standing
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both
from coach.relationship.signal import Point, Sign, Signal, Words
from coach.relationship.signals._needs_answered_examples import EXAMPLES

WORTH = {Standing.ANSWERED: 0.8, Standing.PROMISED: 0.4, Standing.OPEN: -1.0}
UNSURE = 0.7  # matters as usual that are thought beside those found, so that one alone does not say all
WAITS = timedelta(days=3)  # before that, nobody can say that a need is left open
SPOKEN = timedelta(days=14)  # a call so soon after a question may have answered it
COUNTED = frozenset({NeedKind.QUESTION, NeedKind.REQUEST, NeedKind.COMPLAINT})
BEST = (Standing.ANSWERED, Standing.PROMISED, Standing.OPEN)


def measure(exchange: Exchange) -> Sign | None:
    found = [each for turn in exchange.customers for each in _needs(turn, exchange)]
    if not found:
        return None
    total = UNSURE + sum(weight for _, _, _, weight in found)
    points = tuple(Point(turn.mail, WORTH[standing] * weight / total, span) for turn, span, standing, weight in found)
    value = sum(each.share for each in points)
    return Sign(value, len(found), _said(value, [standing for _, _, standing, _ in found]), points)


def _said(value: float, standings: Sequence[Standing]) -> Words:
    count, left = len(standings), standings.count(Standing.OPEN)
    if count == 1:
        return ONE[standings[0]]
    if left and value > 0:
        were = "was" if count - left == 1 else "were"
        return both(
            f"Auf {count - left} von {count} Anliegen wurde eingegangen.",
            f"{count - left} of {count} matters {were} taken up.",
        )
    if left:
        stayed, were = ("blieb", "was") if left == 1 else ("blieben", "were")
        return both(f"{left} von {count} Anliegen {stayed} offen.", f"{left} of {count} matters {were} left open.")
    de, en = ("beide", "both") if count == 2 else (f"alle {count}", f"all {count}")
    if promised := standings.count(Standing.PROMISED):
        return both(
            f"Auf {de} Anliegen wurde eingegangen, bei {promised} davon mit einer Zusage.",
            f"{en.capitalize()} matters were taken up, {promised} of them with a promise.",
        )
    return both(f"{de.capitalize()} Anliegen wurden beantwortet.", f"{en.capitalize()} matters were answered.")


ONE = {
    Standing.ANSWERED: both("Das Anliegen wurde beantwortet.", "The matter was answered."),
    Standing.PROMISED: both("Das Anliegen wurde mit einer Zusage beantwortet.", "The matter was met with a promise."),
    Standing.OPEN: both("Das Anliegen blieb offen.", "The matter was left open."),
}


def _needs(turn: Turn, exchange: Exchange) -> list[tuple[Turn, Span, Standing, float]]:
    """Each need of a mail with how it stands in the end; what nobody can judge is left out."""
    asked = [need for need in turn.trace.needs if need.kind in COUNTED]
    if not asked:
        return []
    taken, weight = _taken_up(turn, exchange), exchange.weight(turn)
    found = [(turn, need.span, taken.get(need.span.start, Standing.OPEN), weight) for need in asked]
    if any(standing is Standing.OPEN for _, _, standing, _ in found) and _is_unseen(turn, exchange):
        return [each for each in found if each[2] is not Standing.OPEN]
    return found


def _is_unseen(turn: Turn, exchange: Exchange) -> bool:
    """Whether nobody can tell if what looks open here is so."""
    looked = bool(exchange.taken_up(turn.mail))
    return _may_be_settled(turn, exchange) or (not looked and _too_early(turn, exchange))


def is_open(turn: Turn, exchange: Exchange) -> bool:
    """Whether something that this mail asks was left open by all answers so far."""
    return any(standing is Standing.OPEN for _, _, standing, _ in _needs(turn, exchange))


def _taken_up(turn: Turn, exchange: Exchange) -> dict[int, Standing]:
    """How each need of a mail stands after all answers: the best of them counts."""
    found: dict[int, Standing] = {}
    for reply, each in exchange.taken_up(turn.mail):
        if reply.date >= turn.date:
            known = found.get(each.start, Standing.OPEN)
            found[each.start] = min(known, each.standing, key=BEST.index)
    return found


def _too_early(turn: Turn, exchange: Exchange) -> bool:
    """Whether there was no time for an answer yet, or one whose text is gone."""
    last = exchange.once(_last_replies).get(turn.thread)
    return (last is not None and last > turn.date) or exchange.now - turn.date < WAITS


def _may_be_settled(turn: Turn, exchange: Exchange) -> bool:
    """Whether both spoke on the phone soon after, or the customer says that it is settled."""
    calls = exchange.once(_calls)
    after = bisect_right(calls, turn.date)
    if after < len(calls) and calls[after] <= turn.date + SPOKEN:
        return True
    settled = exchange.once(_last_settled).get(turn.thread)
    return settled is not None and settled > turn.date


def _last_replies(exchange: Exchange) -> Mapping[str, datetime]:
    """When the team wrote last, by conversation."""
    return {each.thread: each.date for each in exchange.teams}


def _last_settled(exchange: Exchange) -> Mapping[str, datetime]:
    """When the customer last said that something is settled, by conversation."""
    return {each.thread: each.date for each in exchange.customers if each.trace.has("settled")}


def _calls(exchange: Exchange) -> Sequence[datetime]:
    return [each.date for each in exchange.turns if each.channel == "call"]


SIGNAL = Signal(
    name="needs_answered",
    version=2,
    source="Needs and answers: coach/relationship/answered.py; weights: own estimate",
    label=both("Beantwortete Anliegen", "Matters answered"),
    explain=both(
        "Welche Fragen, Bitten und Beschwerden des Kunden das Team aufgenommen hat.",
        "Which questions, requests and complaints of the customer's the team took up.",
    ),
    weight=8,
    steady=4,
    measure=measure,
    examples=EXAMPLES,
)
