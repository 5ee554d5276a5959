"""Closeness: whether the customer's language grows less or more formal, and whether both sides draw nearer in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coach.relationship.address_ledger import Side
from coach.relationship.change import evenly, soft
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both
from coach.relationship.signal import Sign, Signal, Words, bounded
from coach.relationship.signals._closeness_examples import EXAMPLES

HALF = 0.8  # of the formality scale, on which ordinary mail spreads about 1
LOOSER, NEARER = 0.7, 0.4  # what the customer's own language counts, and the distance of the answers from it
LEAST = 3  # mails of the customer
MOST_LATELY = 6
SPEAKS = 0.15  # of the value, from which on it is called a change


@dataclass(frozen=True, slots=True)
class _Drift:
    """By how much the last values lie above those before, and the turns that are the last ones."""

    up: float
    turns: tuple[Turn, ...]


def measure(exchange: Exchange) -> Sign | None:
    language = _usual_language(exchange.customers)
    written = [(each, value) for each in exchange.customers if (value := _formality(each, language)) is not None]
    drift = _drift(written)
    if drift is None:
        return None
    apart = _drift(_distances(exchange, language))
    looser = soft(-drift.up, HALF)
    nearer = soft(-apart.up, HALF) if apart else 0.0
    value = bounded(LOOSER * looser + NEARER * nearer)
    return Sign(value, len(written), _said(value, looser, nearer), evenly(drift.turns, value))


def _usual_language(turns: Iterable[Turn]) -> str | None:
    """The language that the customer writes most: formality of one cannot be held against that of another."""
    found = Counter(each.trace.language for each in turns if each.trace.formality is not None)
    return max(found, key=lambda code: (found[code], code or ""), default=None)


def _formality(turn: Turn, language: str | None) -> float | None:
    return turn.trace.formality if turn.trace.language == language else None


def _distances(exchange: Exchange, language: str | None) -> list[tuple[Turn, float]]:
    """How far each answer of the team's is from the mail that it answers."""
    found = []
    for before, turn in exchange.replies(Side.TEAM):
        theirs, ours = _formality(before, language), _formality(turn, language)
        if theirs is not None and ours is not None:
            found.append((turn, abs(ours - theirs)))
    return found


def _drift(values: Sequence[tuple[Turn, float]]) -> _Drift | None:
    """How values moved: the last third (at most 6, from four on at least 2) against the rest; None for fewer than 3."""
    if len(values) < LEAST:
        return None
    cut = min(max(len(values) // 3, 1 if len(values) == LEAST else 2), MOST_LATELY)
    lately, before = values[-cut:], values[:-cut]
    up = sum(value for _, value in lately) / len(lately) - sum(value for _, value in before) / len(before)
    return _Drift(up, tuple(turn for turn, _ in lately))


def _said(value: float, looser: float, nearer: float) -> Words:
    if abs(value) <= SPEAKS:
        return both("Die Sprache bleibt so förmlich wie bisher.", "The language stays as formal as it was.")
    if value > 0:
        if NEARER * nearer > LOOSER * looser:
            return both(
                "Die Antworten kommen dem Ton des Kunden näher als früher.",
                "The answers come closer to the customer's tone than they used to.",
            )
        return both("Der Kunde schreibt lockerer als früher.", "The customer writes more casually than before.")
    if NEARER * nearer < LOOSER * looser:
        return both(
            "Die Antworten entfernen sich vom Ton des Kunden.",
            "The answers are drifting away from the customer's tone.",
        )
    return both("Der Kunde schreibt förmlicher als früher.", "The customer writes more formally than before.")


SIGNAL = Signal(
    name="closeness",
    version=2,
    source="Formality: coach/dimensions/formality.py; convergence: Giles, Coupland & Coupland 1991",
    label=both("Nähe in der Sprache", "Closeness of language"),
    explain=both(
        "Ob die Sprache des Kunden mit der Zeit lockerer oder förmlicher wird und beide Seiten sich darin annähern.",
        "Whether the customer's language becomes looser or more formal over time, and both sides converge in it.",
    ),
    weight=6,
    steady=6,
    measure=measure,
    examples=EXAMPLES,
)
