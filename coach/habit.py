"""What a customer usually does, asked by rewriters: to which side a draft is off, and which forms are theirs."""

from __future__ import annotations

from enum import IntEnum

from coach.model import Span
from coach.situation import Situation

SURE = 0.5  # of the customer's mails have this form
AS_OFTEN = 0.9  # a form with this share of the most frequent one's weight is used as often
ALSO_USUAL = 0.25  # of the customer's mails; such a form is theirs, too


class Side(IntEnum):
    """The draft has less of it than the customer, about as much, or more."""

    BELOW = -1
    ALIKE = 0
    ABOVE = 1


def side_of(situation: Situation, dimension: str, at: Span | None) -> Side:
    """On which side the draft is off; where a rule points `at` words, the sign of the difference is enough."""
    if at is not None:
        found = situation.deviations.get(dimension)
        z = found.z if found and found.z is not None else 0.0
        return Side.ABOVE if z > 0 else Side.BELOW if z < 0 else Side.ALIKE
    if situation.above(dimension):
        return Side.ABOVE
    return Side.BELOW if situation.below(dimension) else Side.ALIKE


def usual_number(situation: Situation, dimension: str) -> float:
    """The customer's usual value in the dimension's unit; 0 where it is not known."""
    found = situation.deviations.get(dimension)
    return found.usual if found and not isinstance(found.usual, str) else 0.0


def usual_forms(situation: Situation, dimension: str) -> list[tuple[str, float]]:
    """All forms of this customer with their shares, the most frequent first (recent mails weigh more)."""
    each = situation.dimensions[dimension]
    tally = situation.usual.forms.get(each.key, {})
    total = sum(tally.values())
    ordered = sorted(tally.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(name, weight / total) for name, weight in ordered] if total > 0 else []


def nearest_of_most_frequent(forms: list[tuple[str, float]], far: dict[str, float]) -> str | None:
    """The form to take where several are used about as often: the one least `far` from the draft's own."""
    if not forms:
        return None
    most = forms[0][1]
    return min((name for name, share in forms if share >= AS_OFTEN * most), key=lambda name: far.get(name, 9.0))
