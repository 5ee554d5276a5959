"""What a language file offers for relationships: words that tell how close, content or far away somebody is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

BONDS = (
    "praise",  # of the team's work: "Sie haben uns gerettet", "great job"
    "thanks",  # for something named, beyond the courtesy at the end of a mail
    "trust",  # "wir verlassen uns auf Sie"
    "personal",  # family, holidays, health, humour: what is nobody's business and is told all the same
    "recommends",  # "I told two friends about you"
    "buying",  # asks for an offer, a price, more of the same
    "growth",  # "wir bauen eine zweite Halle", "we closed our Series A"
    "long_term",  # framework contracts, renewals, "for years to come"
    "settled",  # says that a trouble is over: "läuft wieder"
    "chasing",  # reminds: "I still haven't heard back"
    "leaving",  # notice, cancellation: "zu welchem Datum ist der Vertrag kündbar"
    "rival",  # other suppliers: "we have had other vendors in"
    "escalation",  # the boss, a lawyer, a deadline with consequences
    "distance",  # keeps away: "nur noch schriftlich", "a call is not necessary"
)


@dataclass(frozen=True, slots=True)
class BondWords:
    """Patterns over a sentence in lower case, by what they tell (see BONDS).

    `not_bond` are patterns for sentences that only look like one: "Kündigung des Kollegen", "thanks in advance".
    No pattern repeats what itself repeats without bound, so that each reads a sentence in linear time.
    """

    shows: Mapping[str, re.Pattern[str]]
    not_bond: Mapping[str, re.Pattern[str]]

    def __post_init__(self) -> None:
        unknown = (set(self.shows) | set(self.not_bond)) - set(BONDS)
        if unknown:
            raise ValueError(f"no such bond: {', '.join(sorted(unknown))}")


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern for all of these, each of which begins where a word does."""
    return re.compile(rf"\b(?:{'|'.join(patterns)})")
