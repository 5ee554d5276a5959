"""Which of 140 languages a text is in, by py3langid (Lui & Baldwin 2012) with its 70 MB of tables on disk."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

import numpy as np

from coach.stored_rows import StoredRows, stored

BYTES = 256  # followers that a state has in the table: one per byte
KEPT_STATES = 4_096  # one kilobyte each; the states that texts of one language go through


def language_code(text: str) -> str:
    """The ISO 639 code of the likeliest language."""
    return str(_identifier().classify(text)[0])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier
    from py3langid.modelio import load_model

    chances, priors, codes, moves, rows, output = load_model(MODEL_DIR / MODEL_FILE)
    states = stored(np.asarray(moves).reshape(-1, BYTES))
    followers = _Moves(states) if isinstance(states, StoredRows) else moves
    return LanguageIdentifier(stored(chances), priors, codes, followers, output, tk_row=rows)


class _Moves:
    """From state and byte to state, in one line of numbers as py3langid reads them."""

    def __init__(self, states: StoredRows) -> None:
        self._state = lru_cache(KEPT_STATES)(lambda number: memoryview(states.row(number)).cast("I"))

    def __getitem__(self, place: int) -> int:
        return self._state(place >> 8)[place & 255]
