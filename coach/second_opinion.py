"""Which of 140 languages a text is in, by py3langid (Lui & Baldwin 2012) with its 70 MB of tables on disk."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from coach.stored_rows import StoredRows, stored

BYTES = 256  # followers that a state has in the table: one per byte
PIECE = re.compile(rb"[^.!?\n]+[.!?\n]*|[.!?\n]+")  # about a sentence or a line
KEPT_PIECES = 1_000  # with what was met in each; about a kilobyte
LONGEST_KEPT = 1_000  # bytes
SUMMED_ANEW = 1_000  # texts after which nothing is left of rounding
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
    table = stored(chances)
    score = score_by_difference(table, priors)
    visits = piece_by_piece(followers, [row << 8 for row in rows], output)

    class PieceByPiece(LanguageIdentifier):  # type: ignore[misc]
        """The same answers; what a piece of a text says is kept."""

        __slots__ = ()

        def _raw_score(self, text: bytes) -> Any:
            found = visits(text)
            return score(found) if found else super()._raw_score(text)

    return PieceByPiece(table, priors, codes, followers, output, tk_row=rows)


def score_by_difference(chances: Any, priors: Any) -> Callable[[Mapping[int, int]], npt.NDArray[np.float64]]:
    """Each language's score by how often a text has each feature: the logarithm of that, plus one, times the feature's
    row. Of a text much like the one before it only what differs is added and taken away."""
    first: tuple[dict[int, int], npt.NDArray[np.float64]] = ({}, np.asarray(priors, dtype=np.float64))
    latest, texts = first, 0

    def score(counts: Mapping[int, int]) -> npt.NDArray[np.float64]:
        nonlocal latest, texts
        texts += 1
        before, reached = latest if texts % SUMMED_ANEW else first
        features = [feature for feature, _ in counts.items() ^ before.items()]
        if len(features) > len(counts):
            (before, reached), features = first, list(counts)
        features = list(dict.fromkeys(features))  # what has changed is in both
        there = np.log1p([counts.get(feature, 0) for feature in features])
        more = there - np.log1p([before.get(feature, 0) for feature in features])
        scores: npt.NDArray[np.float64] = reached + more @ chances[np.array(features, dtype=np.intp)]
        latest = (dict(counts), scores)
        return scores.copy()  # py3langid writes into it

    return score


def piece_by_piece(followers: Any, rows: Sequence[int], output: Sequence[int]) -> Callable[[bytes], Mapping[int, int]]:
    """How often each feature stands in a text: a walk from state to state, byte by byte. What it meets in a piece of
    the text hangs on the state in which it enters alone, so while somebody types, only their sentence is walked."""

    def walk(state: int, piece: bytes) -> tuple[int, tuple[int, ...]]:
        met = []
        for letter in piece:
            state = followers[rows[state] + letter]
            feature = output[state]
            if feature >= 0:
                met.append(feature)
        return state, tuple(met)

    known = lru_cache(KEPT_PIECES)(walk)

    def visits(text: bytes) -> Mapping[int, int]:
        state = 0
        every: list[int] = []
        for piece in PIECE.findall(text):
            state, met = (known if len(piece) <= LONGEST_KEPT else walk)(state, piece)
            every += met
        return Counter(every)

    return visits


class _Moves:
    """From state and byte to state, in one line of numbers as py3langid reads them."""

    def __init__(self, states: StoredRows) -> None:
        self._state = lru_cache(KEPT_STATES)(lambda number: memoryview(states.row(number)).cast("I"))

    def __getitem__(self, place: int) -> int:
        return self._state(place >> 8)[place & 255]
