"""Complaints: whether there were any, and whether they were healed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from coach.model import NeedKind, Span
from coach.relationship.address_ledger import Side
from coach.relationship.change import soft
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both, counted
from coach.relationship.signal import Point, Sign, Signal, Words
from coach.relationship.signals._complaints_examples import EXAMPLES

HEALS_WITHIN = timedelta(days=60)
SAME = timedelta(hours=12)  # a second mail of trouble so soon, without a word in between, is the same complaint
CONTENT = ("settled", "praise", "thanks")
REPAIRS = ("apology_repair", "apology_responsibility", "apology_regret")
FRIENDLY = ("warm", "caring", "joy", "pleasant", "splendid", "gratitude")
HOT = ("anger", "chasing", "escalation", "leaving")
# Service recovery: a healed complaint may leave a little more trust than none (De Matos, Henrique & Rossi 2007).
AGAIN, OPEN, ANSWERED, CALM, HEALED = -1.2, -1.0, -0.7, -0.35, 0.25
HALF = 0.8
RAGE, CURT = 2.0, 25  # angry words in any mail, or words of a mail in which one of them is enough


def is_complaint(turn: Turn) -> bool:
    """Whether a customer's mail complains: of the team's fault, or heatedly; a mere question about a fault does not."""
    trace = turn.trace
    told = any(each.kind is NeedKind.COMPLAINT for each in trace.needs)
    anger, disappointment = trace.feeling("anger"), trace.feeling("disappointment")
    heated = anger > max(trace.feeling(*FRIENDLY), 0.0) and (anger >= RAGE or trace.words <= CURT)
    threatens = trace.has("escalation") and (trace.has("chasing", "leaving") or anger > 0 or disappointment > 0)
    told_hotly = told and (disappointment > 1.0 or trace.has(*HOT))  # one "unfortunately" is no heat
    return trace.apology_due or heated or threatens or told_hotly


def fate_of(complaint: Turn, exchange: Exchange) -> float:
    """What became of a complaint: AGAIN (the customer comes back to it), OPEN, ANSWERED (the team took it up), CALM
    (after that the customer wrote of other things) or HEALED (they say so)."""
    until = complaint.date + HEALS_WITHIN
    later = exchange.between(complaint.date, until, Side.CUSTOMER)
    for each in later:
        if exchange.note(is_complaint, each) or each.trace.has("chasing"):
            return AGAIN
        if each.trace.has(*CONTENT):
            return HEALED
    answer = next(
        (
            each
            for each in exchange.conversation(complaint)
            if not each.is_customer and complaint.date < each.date <= until and each.trace.has(*REPAIRS)
        ),
        None,
    )
    if answer is None:
        return OPEN
    return CALM if later and later[-1].date > answer.date else ANSWERED


def measure(exchange: Exchange) -> Sign | None:
    fates = [(each, fate_of(each, exchange)) for each in _complaints(exchange)]
    if not fates:
        return None
    shares = [(turn, fate * exchange.weight(turn)) for turn, fate in fates]
    total = sum(share for _, share in shares)
    value = soft(total, HALF)
    points = tuple(Point(turn.mail, share * (value / total if total else 0.0), _words(turn)) for turn, share in shares)
    return Sign(value, len(fates), _say([fate for _, fate in fates]), points)


def _complaints(exchange: Exchange) -> list[Turn]:
    """The mails that complain; what is added within hours, before anybody answered, belongs to the first."""
    added = {
        later.mail
        for thread in exchange.threads()
        for earlier, later in pairwise(thread)
        if earlier.side is later.side and later.date - earlier.date <= SAME and exchange.note(is_complaint, earlier)
    }
    return [each for each in exchange.customers if exchange.note(is_complaint, each) and each.mail not in added]


def _say(fates: Sequence[float]) -> Words:
    found = {kind: sum(fate == kind for fate in fates) for kind in (AGAIN, OPEN, ANSWERED, HEALED)}
    unhealed = found[AGAIN] + found[OPEN]
    if unhealed:
        said = {
            code: counted(unhealed, code, ("Beschwerde", "Beschwerden"), ("complaint", "complaints"))
            for code in ("de", "en")
        }
        return both(f"{said['de']} ohne erkennbare Lösung.", f"{said['en']} without a solution that shows.")
    if found[ANSWERED]:
        return both(
            "Das Team hat auf eine Beschwerde reagiert; vom Kunden kam dazu noch nichts.",
            "The team took up a complaint; the customer has not said anything since.",
        )
    if found[HEALED] == len(fates):
        return both(
            "Die Beschwerde wurde gelöst, und der Kunde ist wieder zufrieden."
            if len(fates) == 1
            else "Beschwerden wurden gelöst, und der Kunde ist wieder zufrieden.",
            "The complaint was solved, and the customer is content again."
            if len(fates) == 1
            else "Complaints were solved, and the customer is content again.",
        )
    return both("Nach einer Beschwerde ist Ruhe eingekehrt.", "Things have been calm since a complaint.")


def _words(turn: Turn) -> Span | None:
    told = next((each.span for each in turn.trace.needs if each.kind is NeedKind.COMPLAINT), None)
    return told or turn.trace.first(*HOT)


SIGNAL = Signal(
    name="complaints",
    version=2,
    source="Marinova et al. 2018; Lewicki et al. 2016 (parts of an apology); service recovery: own weights",
    label=both("Beschwerden", "Complaints"),
    explain=both(
        "Beschwerden und was aus ihnen wurde: offen, beruhigt oder vom Kunden selbst für gelöst erklärt.",
        "Complaints and what became of them: open, calmed, or called solved by the customer.",
    ),
    weight=12,
    steady=0.7,
    measure=measure,
    examples=EXAMPLES,
)
