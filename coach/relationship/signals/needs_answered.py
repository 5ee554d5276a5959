"""Needs answered: which of the customer's questions, requests and complaints the team took up."""

from __future__ import annotations

from datetime import timedelta

from coach.model import NeedKind, Span, Standing
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both, counted
from coach.relationship.signal import Point, Sign, Signal, bounded

WORTH = {Standing.ANSWERED: 0.5, Standing.PROMISED: 0.3, Standing.OPEN: -0.7}
WAITS = timedelta(days=3)  # before that, nobody can say that a need is left open
COUNTED = frozenset({NeedKind.QUESTION, NeedKind.REQUEST, NeedKind.COMPLAINT})


def measure(exchange: Exchange) -> Sign | None:
    found = [each for turn in exchange.customers for each in _needs(turn, exchange)]
    if not found:
        return None
    total = sum(weight for _, _, _, weight in found)
    points = tuple(Point(turn.mail, WORTH[standing] * weight / total, span) for turn, span, standing, weight in found)
    value = bounded(sum(each.share for each in points))
    left = sum(standing is Standing.OPEN for _, _, standing, _ in found)
    asked = {code: counted(len(found), code, ("Anliegen", "Anliegen"), ("matter", "matters")) for code in ("de", "en")}
    if left:
        say = both(f"{left} von {asked['de']} blieben offen.", f"{left} of {asked['en']} were left open.")
    else:
        say = both(f"Alle {asked['de']} wurden beantwortet.", f"All {asked['en']} were answered.")
        if len(found) == 1:
            say = both("Das Anliegen wurde beantwortet.", "The matter was answered.")
    return Sign(value, len(found), say, points)


def _needs(turn: Turn, exchange: Exchange) -> list[tuple[Turn, Span, Standing, float]]:
    """Each need of a mail with how it stands in the end; what nobody could have answered yet is left out."""
    later = {
        (each.mail, each.start): each.standing
        for reply in exchange.teams
        if reply.date > turn.date
        for each in reply.took_up
        if each.standing is not Standing.OPEN
    }
    looked = any(each.mail == turn.mail for reply in exchange.teams for each in reply.took_up)
    replied = any(reply.date > turn.date and reply.thread == turn.thread for reply in exchange.teams)
    found = []
    for need in turn.trace.needs:
        if need.kind not in COUNTED:
            continue
        standing = later.get((turn.mail, need.span.start), Standing.OPEN)
        if standing is Standing.OPEN and not looked and (replied or exchange.now - turn.date < WAITS):
            continue  # an answer whose text is gone, or no time for one yet
        found.append((turn, need.span, standing, exchange.weight(turn)))
    return found


SIGNAL = Signal(
    name="needs_answered",
    version=1,
    source="Needs and answers: coach/relationship/answered.py; weights: own estimate",
    label=both("Beantwortete Anliegen", "Matters answered"),
    explain=both(
        "Welche Fragen, Bitten und Beschwerden des Kunden das Team aufgenommen hat.",
        "Which questions, requests and complaints of the customer's the team took up.",
    ),
    weight=8,
    steady=4,
    measure=measure,
)
