"""Last impression: what the customer's latest words were like, and whether they were left standing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from coach.model import Span, Standing
from coach.relationship.change import soft
from coach.relationship.content import complains, wants_answer
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both, lasting
from coach.relationship.signal import Point, Sign, Signal, Words
from coach.relationship.signals._last_impression_examples import EXAMPLES

GOOD = {"praise": 1.0, "thanks": 0.7, "settled": 0.8, "recommends": 1.0, "trust": 0.8, "personal": 0.5, "buying": 0.7,
        "long_term": 0.8, "growth": 0.4}  # fmt: skip
BAD = {"leaving": -1.8, "escalation": -1.5, "rival": -1.0, "chasing": -0.9, "distance": -0.5}
MARKS = GOOD | BAD
FEELINGS = {"joy": 0.6, "splendid": 0.5, "warm": 0.25, "caring": 0.3, "gratitude": 0.4, "pleasant": 0.15,
            "anger": -1.2, "disappointment": -0.7, "cold": -0.7, "unpleasant": -0.25}  # fmt: skip
PROMISING = frozenset({"buying", "growth", "long_term"})  # no good news beside words of leaving
MILD = 0.4  # what bad feelings count in a mail that complains of nothing: they are about the matter, not about the team
LOUD = -1.5  # bad feelings together from which on they count whole
HALF = 1.0  # worth of words that makes half an impression
TAKES_OVER = 0.8  # how much of an earlier impression the strongest new one replaces
FADES = 0.2  # of an impression goes with every mail that does not confirm it, even a neutral one
LASTS = timedelta(days=90)  # an impression is half gone after so long; own estimate
WAITS = timedelta(days=4)
LEFT_STANDING = -0.5
REPAIRS = ("apology_repair", "apology_responsibility", "apology_regret", "empathy")
REPAIRED = 0.15  # what a caring answer adds; only the customer's own next word can make it good
DODGED = -0.2
SPEAKS = 0.15  # of the value, from which on it is called good or bad


def impression_of(turn: Turn) -> float:
    """What one mail of the customer's leaves behind, -1 to 1."""
    said, feelings = turn.trace.marks, turn.trace.feelings
    going = turn.trace.has("leaving", "rival", "distance")
    marks = sum([worth for name, worth in MARKS.items() if name in said and not (going and name in PROMISING)])
    felt = [worth * feelings[name] for name, worth in FEELINGS.items() if name in feelings]
    bad = sum(each for each in felt if each < 0)
    if bad > LOUD and not complains(turn) and not turn.trace.has(*BAD):
        bad *= MILD
    return soft(marks + sum(each for each in felt if each > 0) + bad, HALF)


def measure(exchange: Exchange) -> Sign | None:
    if not any(each.trace.words for each in exchange.customers):
        return None
    left = _left_standing(exchange)
    events = list(_events(exchange, left))
    told: list[Turn] = []
    shares: list[float] = []  # of those that left something behind
    before = exchange.turns[0].date
    for turn, worth in events:
        faded = 0.5 ** ((turn.date - before) / LASTS)
        scale = faded * (1.0 - (_replaced(sum(shares) * faded, worth) if worth else FADES))
        shares = [each * scale for each in shares]
        if worth:
            told.append(turn)
            shares.append(worth * TAKES_OVER)
        before = turn.date
    scale = 0.5 ** ((exchange.now - before) / LASTS)
    points = tuple(
        Point(turn.mail, share * scale, exchange.note(_words, turn) if turn.is_customer else None)
        for turn, share in zip(told, shares, strict=True)
        if share
    )
    value = sum(each.share for each in points)
    return Sign(value, sum(each.is_customer for each, _ in events), _said(value, exchange, left), points)


def _words(turn: Turn) -> Span | None:
    return turn.trace.first(*MARKS)


def _events(exchange: Exchange, left: Turn | None) -> Iterator[tuple[Turn, float]]:
    """What left an impression, in order of time, and how good or bad it was."""
    answered = {reply.mail: before for before, reply in exchange.replies(exchange.customers[0].side.other)}
    for turn in exchange.turns:
        if turn.is_customer:
            if turn.trace.words:
                yield turn, exchange.note(impression_of, turn)
        elif turn.mail in answered:
            yield turn, _handled(turn, answered[turn.mail], exchange)
    if left is not None:
        yield left, LEFT_STANDING


def _handled(reply: Turn, asked: Turn, exchange: Exchange) -> float:
    """What the team's answer to this mail adds: care for what went wrong, or questions that it passed over."""
    if reply.trace.has(*REPAIRS) and exchange.note(impression_of, asked) < 0:
        return REPAIRED
    took = [each.standing for each in reply.took_up if each.mail == asked.mail]
    return DODGED if took and all(each is Standing.OPEN for each in took) else 0.0


def _replaced(value: float, worth: float) -> float:
    """How much of the impression until now is replaced by a new one: the more, the stronger it is."""
    confirms = value * worth > 0
    return max(TAKES_OVER * abs(worth), 0.0 if confirms else FADES)


def _left_standing(exchange: Exchange) -> Turn | None:
    """The customer's last mail, where it waits for an answer for longer than is polite."""
    last = exchange.customers[-1]
    waits = any(each.mail == last.mail for each in exchange.unanswered()) and exchange.now - last.date >= WAITS
    return last if waits and wants_answer(last) else None


def _said(value: float, exchange: Exchange, left: Turn | None) -> Words:
    if left is not None:
        time = {code: lasting(exchange.now - left.date, code, dative=True) for code in ("de", "en")}
        if value > 0.0:  # what it adds must not look like praise for letting somebody wait
            return both(
                f"Der Eindruck ist noch gut, doch die letzte Mail des Kunden wartet seit {time['de']} auf Antwort.",
                f"The impression is still good, but the customer's last mail has been waiting for {time['en']}.",
            )
        return both(
            f"Die letzte Mail des Kunden wartet seit {time['de']} auf Antwort.",
            f"The customer's last mail has been waiting for an answer for {time['en']}.",
        )
    if value > SPEAKS:
        return both("Der letzte Eindruck ist gut.", "The last impression is good.")
    if value < -SPEAKS:
        return both("Der letzte Eindruck ist schlecht.", "The last impression is bad.")
    return both("Der letzte Eindruck ist weder gut noch schlecht.", "The last impression is neither good nor bad.")


SIGNAL = Signal(
    name="last_impression",
    version=2,
    source="Peak-end rule (Kahneman et al. 1993): the last contact weighs most; own weights",
    label=both("Letzter Eindruck", "Last impression"),
    explain=both(
        "Wie die letzten Mails des Kunden klingen; die allerletzte zählt am meisten, ebenso ob sie liegen blieb.",
        "What the customer's last mails sound like; the very last counts most, and whether it was left lying.",
    ),
    weight=11,
    steady=1,
    measure=measure,
    examples=EXAMPLES,
)
