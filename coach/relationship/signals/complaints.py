"""Complaints: whether there were any, and whether they were healed."""

from __future__ import annotations

from datetime import timedelta

from coach.model import NeedKind, Span
from coach.relationship.change import soft
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both, counted
from coach.relationship.signal import Point, Sign, Signal

HEALS_WITHIN = timedelta(days=60)
CONTENT = ("settled", "praise", "thanks")
HOT = ("anger", "disappointment", "chasing", "escalation", "leaving")
OPEN, CALM, HEALED = -1.0, -0.35, 0.45  # service recovery: a healed complaint may leave more trust than none
HALF = 0.8


def is_complaint(turn: Turn) -> bool:
    """Whether a customer's mail complains: of the team's fault, or heatedly; a mere question about a fault does not."""
    trace = turn.trace
    told = any(each.kind is NeedKind.COMPLAINT for each in trace.needs)
    return trace.apology_due or (told and trace.has(*HOT)) or trace.has("escalation")


def fate_of(complaint: Turn, exchange: Exchange) -> float:
    """What became of a complaint: OPEN, CALM (nothing more was said of it) or HEALED (the customer says so)."""
    later = [each for each in exchange.customers if complaint.date < each.date <= complaint.date + HEALS_WITHIN]
    for each in later:
        if is_complaint(each) or each.trace.has("chasing"):
            return OPEN
        if each.trace.has(*CONTENT):
            return HEALED
    repaired = any(
        reply.trace.has("apology_repair", "apology_responsibility", "apology_regret")
        for asked, reply in exchange.replies(complaint.side.other)
        if asked.mail == complaint.mail
    )
    return CALM if later and repaired else OPEN


def measure(exchange: Exchange) -> Sign | None:
    complaints = [each for each in exchange.customers if is_complaint(each)]
    if not complaints:
        return None
    fates = [(each, fate_of(each, exchange)) for each in complaints]
    shares = [(turn, fate * exchange.weight(turn)) for turn, fate in fates]
    total = sum(share for _, share in shares)
    value = soft(total, HALF)
    points = tuple(Point(turn.mail, share * (value / total if total else 0.0), _words(turn)) for turn, share in shares)
    unhealed, healed = (sum(fate == kind for _, fate in fates) for kind in (OPEN, HEALED))
    if unhealed:
        said = {
            code: counted(unhealed, code, ("Beschwerde", "Beschwerden"), ("complaint", "complaints"))
            for code in ("de", "en")
        }
        say = both(f"{said['de']} ohne erkennbare Lösung.", f"{said['en']} without a solution that shows.")
    elif healed:
        say = both(
            "Beschwerden wurden gelöst, und der Kunde sagt das auch.",
            "Complaints were healed, and the customer says so.",
        )
    else:
        say = both("Nach einer Beschwerde ist Ruhe eingekehrt.", "Things have been calm since a complaint.")
    return Sign(value, len(complaints), say, points)


def _words(turn: Turn) -> Span | None:
    told = next((each.span for each in turn.trace.needs if each.kind is NeedKind.COMPLAINT), None)
    return told or next(iter(turn.trace.spans(*HOT)), None)


SIGNAL = Signal(
    name="complaints",
    version=1,
    source="Marinova et al. 2018; Lewicki et al. 2016 (parts of an apology); service recovery: own weights",
    label=both("Beschwerden", "Complaints"),
    explain=both(
        "Beschwerden und was aus ihnen wurde: offen, beruhigt oder vom Kunden selbst für gelöst erklärt.",
        "Complaints and what became of them: open, calmed, or called solved by the customer.",
    ),
    weight=12,
    steady=0.7,
    measure=measure,
)
