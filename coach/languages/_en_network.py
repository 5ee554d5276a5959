"""The network of spaCy's small English tagger in plain numpy: the same layers, without the way through its framework.

An embedding of each word by its features, four layers that look at a word and its two neighbours (maxout, layer
normalisation, added to what came in), and one score per tag: Honnibal & Montani's CNN tagger, as the model has it.
What a word is embedded as depends on the word alone, so it is kept; its tag hangs on its nearest neighbours alone, so
while somebody types, most words have one already.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

KNOWN_FEATURES = 12_000  # words by their features, with their embedding; about half a kilobyte each
REACH = (
    4  # words to either side that tell in a tag: four layers that see one of them; so many empty rows stand for none
)
WINDOW = 2 * REACH + 1
KNOWN_WINDOWS = 8_000  # words among their neighbours, with their tags; a quarter of a kilobyte each
MOST_TYPED = 150  # words at a time; more are mail that is learned, and seldom come again
TINY = 1e-08  # keeps a row of equal numbers from being divided by nothing


class TagNetwork:
    """The tags of tokenised sentences; not safe to share between threads."""

    def __init__(self, nlp: Any) -> None:
        """Takes the weights out of a pipeline with a `tok2vec` and a `tagger`."""
        embed = nlp.get_pipe("tok2vec").model.get_ref("embed")
        encode = nlp.get_pipe("tok2vec").model.get_ref("encode")
        tagger = nlp.get_pipe("tagger")
        scores = tagger.model.get_ref("softmax")
        extract, _, hashes, mix, _ = embed.layers
        self.features: tuple[str, ...] = tuple(extract.attrs["columns"])
        self.tags: tuple[str, ...] = tuple(tagger.labels)
        self._hashes, self._mix = hashes.layers[0], mix.layers[0]
        self._layers = [_Layer(block) for block in encode.layers[0].layers]
        self._weights, self._bias = np.ascontiguousarray(scores.get_param("W").T), scores.get_param("b")
        # The last row: no word.
        self._embedded: Floats = np.zeros((KNOWN_FEATURES + 1, scores.get_dim("nI")), dtype=np.float32)
        self._places: dict[bytes, int] = {}
        self._windows: dict[tuple[int, ...], int] = {}  # by the places of a word and its neighbours

    def tag(self, sentences: Sequence[Sequence[bytes]]) -> list[list[int]]:
        """The number of each word's tag in `tags`; a word is given by its `features`, each in eight bytes."""
        lengths = [len(each) for each in sentences]
        if not any(lengths):
            return [[] for _ in sentences]
        table, places = self._embed(list(chain.from_iterable(sentences)))
        following = iter(places)
        split = [list(islice(following, length)) for length in lengths]
        if len(places) <= MOST_TYPED and table is self._embedded:
            return [self._tags_among_known(each) for each in split]
        return self._tags_of_all(table, split)

    def _tags_among_known(self, places: list[int]) -> list[int]:
        """The tags of one sentence; only from the first to the last word with other neighbours the layers are run."""
        known, nobody = self._windows, [KNOWN_FEATURES] * REACH
        if len(known) > KNOWN_WINDOWS:
            known.clear()
        padded = (*nobody, *places, *nobody)
        windows = [padded[at : at + WINDOW] for at in range(len(places))]
        missing = [at for at, window in enumerate(windows) if window not in known]
        if missing:
            first, last = missing[0], missing[-1]
            found = self._numbers(self._embedded[list(padded[first : last + WINDOW])])
            known.update(zip(windows[first : last + 1], found, strict=True))
        return [known[window] for window in windows]

    def _tags_of_all(self, table: Floats, sentences: Sequence[list[int]]) -> list[list[int]]:
        """The tags of many sentences, worked out together."""
        none = len(table) - 1
        nobody = [none] * REACH
        filled = [each for each in sentences if each]
        places = np.array([*nobody, *chain.from_iterable([*each, *nobody] for each in filled)])
        first, *later = self._layers
        rows, there = first.of_words(table, places), places[1:-1] != none
        for further in reversed(range(len(later))):
            # Of the empty rows only those count that still tell in a word.
            wanted = _near(there, further)
            rows, there = later[-1 - further](rows, np.flatnonzero(wanted)), there[wanted]
        found = iter(self._best(rows))
        return [list(islice(found, len(each))) for each in sentences]

    def _numbers(self, rows: Floats) -> list[int]:
        """The number of each row's tag, but for the first and the last REACH, which only tell in others."""
        for layer in self._layers:
            rows = layer(rows)
        return self._best(rows)

    def _best(self, rows: Floats) -> list[int]:
        scores = rows @ self._weights
        scores += self._bias
        numbers: list[int] = scores.argmax(axis=1).tolist()
        return numbers

    def _embed(self, words: Sequence[bytes]) -> tuple[Floats, list[int]]:
        """A table of words, embedded, with a row of noughts as its last, and where in it each of these words stands."""
        places = self._places
        missing = dict.fromkeys(word for word in words if word not in places)
        if len(places) + len(missing) > KNOWN_FEATURES:
            places.clear()
            self._windows.clear()
            missing = dict.fromkeys(words)
        if len(missing) > KNOWN_FEATURES:  # more than can be kept
            place = {word: at for at, word in enumerate(missing)}
            return np.concatenate([self._embedding(missing), self._embedded[-1:]]), [place[word] for word in words]
        if missing:
            first = len(places)
            self._embedded[first : first + len(missing)] = self._embedding(missing)
            places.update(zip(missing, range(first, first + len(missing)), strict=True))
        return self._embedded, [places[word] for word in words]

    def _embedding(self, words: Iterable[bytes]) -> Floats:
        features = np.frombuffer(b"".join(words), dtype=np.uint64).reshape(-1, len(self.features))
        rows: Floats = self._mix.predict(self._hashes.predict(features))
        return rows


def _near(there: NDArray[np.bool_], steps: int) -> NDArray[np.bool_]:
    """True where something is there within so many places to either side."""
    near = there.copy()
    for step in range(1, steps + 1):
        near[step:] |= there[:-step]
        near[:-step] |= there[step:]
    return near


class _Layer:
    """One layer over words and their neighbours."""

    def __init__(self, block: Any) -> None:
        inner = {each.name: each for each in block.walk()}
        weights: Floats = inner["maxout"].get_param("W")
        width, pieces, _ = weights.shape
        # Piece by piece, so that the greatest of them is found in three long rows and not in many short ones.
        self._weights = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * width, -1).T)
        self._bias = np.ascontiguousarray(inner["maxout"].get_param("b").T).reshape(-1)
        self._gain, self._shift = inner["layernorm"].get_param("G"), inner["layernorm"].get_param("b")
        self._pieces = pieces
        self._mean = np.full(width, 1 / width, dtype=np.float32)

    def __call__(self, rows: Floats, wanted: NDArray[np.intp] | None = None) -> Floats:
        """What it makes of the `wanted` rows; by default of all that have neighbours on both sides."""
        if wanted is None:
            before, these, after = rows[:-2], rows[1:-1], rows[2:]
        else:
            before, these, after = rows[wanted - 1], rows[wanted], rows[wanted + 1]
        every = np.concatenate([before, these, after], axis=1) @ self._weights
        every += self._bias
        return self._made(every, these)

    def of_words(self, table: Floats, places: NDArray[np.intp]) -> Floats:
        """What it makes of words given by their rows in a table, but for the first and the last: what a word tells of
        itself and of its neighbours is worked out once, wherever it stands."""
        words, which = np.unique(places, return_inverse=True)
        distinct = table[words]
        before, these, after = (distinct @ weights for weights in np.split(self._weights, 3))
        these += self._bias
        every = before[which[:-2]]
        every += these[which[1:-1]]
        every += after[which[2:]]
        return self._made(every, distinct[which[1:-1]])

    def _made(self, every: Floats, rows: Floats) -> Floats:
        width = rows.shape[1]
        best = np.maximum(every[:, :width], every[:, width : 2 * width])
        for piece in range(2, self._pieces):
            np.maximum(best, every[:, piece * width : (piece + 1) * width], out=best)
        best -= (best @ self._mean)[:, None]
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + np.float32(TINY)
        best /= np.sqrt(spread)[:, None]
        best *= self._gain
        best += self._shift
        best += rows
        return best
