"""The network of spaCy's small English tagger in plain numpy: the same layers, without the way through its framework.

An embedding of each word by its features, four layers that look at a word and its two neighbours (maxout, layer
normalisation, added to what came in), and one score per tag: Honnibal & Montani's CNN tagger, as the model has it.
What a word is embedded as depends on the word alone, so it is kept; its tag hangs on its nearest neighbours alone, so
while somebody types, most words have one already.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

KNOWN_FEATURES = 6_000  # words by their features, with their embedding; about half a kilobyte each
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
        self.tags = tuple(nlp.vocab.strings.add(label) for label in tagger.labels)
        self._hashes, self._mix = hashes.layers[0], mix.layers[0]
        self._layers = [_Layer(block) for block in encode.layers[0].layers]
        self._weights, self._bias = np.ascontiguousarray(scores.get_param("W").T), scores.get_param("b")
        # The last row: no word.
        self._embedded: Floats = np.zeros((KNOWN_FEATURES + 1, scores.get_dim("nI")), dtype=np.float32)
        self._places: dict[bytes, int] = {}
        self._windows: dict[tuple[int, ...], int] = {}  # by the places of a word and its neighbours

    def tag(self, sentences: Sequence[NDArray[np.uint64]]) -> list[list[int]]:
        """The number of each word's tag in `tags`; a sentence has a row of `features` per word."""
        lengths = [len(each) for each in sentences]
        if not any(lengths):
            return [[] for _ in sentences]
        table, places = self._embed(np.concatenate(sentences))
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
        nobody = [len(table) - 1] * REACH
        found = iter(self._numbers(table[[*nobody, *chain.from_iterable([*each, *nobody] for each in sentences)]]))
        return [list(islice(found, len(each) + REACH))[: len(each)] for each in sentences]  # nobody has no tag

    def _numbers(self, rows: Floats) -> list[int]:
        """The number of each row's tag, but for the first and the last REACH, which only tell in others."""
        for layer in self._layers:
            rows = layer(rows)
        scores = rows @ self._weights
        scores += self._bias
        numbers: list[int] = scores.argmax(axis=1).tolist()
        return numbers

    def _embed(self, features: NDArray[np.uint64]) -> tuple[Floats, list[int]]:
        """A table of words, embedded, with a row of noughts as its last, and where in it each of these words stands."""
        keys = np.ascontiguousarray(features).view(f"V{features.shape[1] * features.itemsize}").ravel().tolist()
        missing = {key: at for at, key in enumerate(keys) if key not in self._places}
        if len(self._places) + len(missing) > KNOWN_FEATURES:
            self._places.clear()
            self._windows.clear()
            missing = {key: at for at, key in enumerate(keys)}
        fresh = self._mix.predict(self._hashes.predict(features[list(missing.values())])) if missing else None
        if len(missing) > KNOWN_FEATURES:  # more than can be kept
            assert fresh is not None
            place = {key: at for at, key in enumerate(missing)}
            return np.concatenate([fresh, self._embedded[-1:]]), [place[key] for key in keys]
        if fresh is not None:
            first = len(self._places)
            self._embedded[first : first + len(missing)] = fresh
            self._places.update((key, first + at) for at, key in enumerate(missing))
        return self._embedded, [self._places[key] for key in keys]


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

    def __call__(self, rows: Floats) -> Floats:
        """What it makes of each row but the first and the last, which have a neighbour on one side only."""
        every = np.concatenate([rows[:-2], rows[1:-1], rows[2:]], axis=1) @ self._weights
        every += self._bias
        width = rows.shape[1]
        best = every[:, :width]
        for piece in range(1, self._pieces):
            best = np.maximum(best, every[:, piece * width : (piece + 1) * width])
        best -= np.add.reduce(best, axis=1, keepdims=True) / width
        best *= (np.add.reduce(best * best, axis=1, keepdims=True) / width + TINY) ** -0.5
        best *= self._gain
        best += self._shift
        best += rows[1:-1]
        return np.asarray(best)
