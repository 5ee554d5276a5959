"""German words that tell how somebody stands with the reader."""

from __future__ import annotations

from coach.bond_words import BondWords
from coach.languages import _de_bonds_trade as trade
from coach.languages import _de_bonds_trouble as trouble
from coach.languages import _de_bonds_warm as warm

WORDS = BondWords(
    shows=warm.SHOWS | trade.SHOWS | trouble.SHOWS,
    not_bond=warm.OTHER | trade.OTHER | trouble.OTHER,
)
