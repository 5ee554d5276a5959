"""Closeness: whether the customer's language grows less or more formal, and whether both sides draw nearer in it."""

from __future__ import annotations

from coach.relationship.address_ledger import Side
from coach.relationship.change import change_in, evenly, soft
from coach.relationship.exchange import Exchange
from coach.relationship.saying import both
from coach.relationship.signal import Sign, Signal, bounded

HALF = 0.8  # of the formality scale, on which ordinary mail spreads about 1


def measure(exchange: Exchange) -> Sign | None:
    written = [(each, each.trace.formality) for each in exchange.customers if each.trace.formality is not None]
    change = change_in([(turn, value) for turn, value in written if value is not None])
    if change is None:
        return None
    apart = change_in(
        [
            (turn, abs(turn.trace.formality - before.trace.formality))
            for before, turn in exchange.replies(Side.TEAM)
            if turn.trace.formality is not None and before.trace.formality is not None
        ]
    )
    looser = soft(change.before - change.lately, HALF)
    nearer = soft(apart.before - apart.lately, HALF) if apart else 0.0
    value = bounded(0.8 * looser + 0.3 * nearer)
    if value > 0.15:
        say = both("Die Sprache wird vertrauter.", "The language is growing more familiar.")
    elif value < -0.15:
        say = both("Die Sprache wird förmlicher und entfernt sich.", "The language is growing more formal and distant.")
    else:
        say = both("Die Sprache bleibt so förmlich wie bisher.", "The language stays as formal as it was.")
    return Sign(value, change.count, say, evenly(change.turns, value))


SIGNAL = Signal(
    name="closeness",
    version=1,
    source="Formality: coach/dimensions/formality.py; convergence: Giles, Coupland & Coupland 1991",
    label=both("Nähe in der Sprache", "Closeness of language"),
    explain=both(
        "Ob die Sprache des Kunden mit der Zeit lockerer oder förmlicher wird und beide Seiten sich darin annähern.",
        "Whether the customer's language becomes looser or more formal over time, and both sides converge in it.",
    ),
    weight=6,
    steady=6,
    measure=measure,
)
