"""The network of spaCy's small English tagger in plain numpy: the same layers, without the way through its framework.

An embedding of each word by its features, four layers that look at a word and its two neighbours (maxout, layer
normalisation, added to what came in), and one score per tag: Honnibal & Montani's CNN tagger, as the model has it.
What a word is embedded as depends on the word alone, so it is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

KNOWN_FEATURES = 6_000  # words by their features, with their embedding; about half a kilobyte each
PAD = 4  # empty rows between sentences, as the model was trained
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
        self._embedded: Floats = np.zeros((KNOWN_FEATURES, scores.get_dim("nI")), dtype=np.float32)
        self._places: dict[bytes, int] = {}

    def tag(self, sentences: Sequence[NDArray[np.uint64]]) -> list[list[int]]:
        """The number of each word's tag in `tags`; a sentence has a row of `features` per word."""
        if not any(map(len, sentences)):
            return [[] for _ in sentences]
        rows = self._embed(np.concatenate(sentences))
        starts = np.cumsum([PAD, *(len(each) + PAD for each in sentences if len(each))])
        padded = np.zeros((starts[-1], rows.shape[1]), dtype=np.float32)
        words = np.concatenate(
            [start + np.arange(len(each)) for start, each in zip(starts, filter(len, sentences), strict=False)]
        )
        padded[words] = rows
        for layer in self._layers:
            padded = layer(padded)
        scores = padded[words] @ self._weights
        scores += self._bias
        found = iter(scores.argmax(axis=1).tolist())
        return [[next(found) for _ in range(len(each))] for each in sentences]

    def _embed(self, features: NDArray[np.uint64]) -> Floats:
        keys = np.ascontiguousarray(features).view(f"V{features.shape[1] * features.itemsize}").ravel().tolist()
        missing = {key: at for at, key in enumerate(keys) if key not in self._places}
        if len(self._places) + len(missing) > KNOWN_FEATURES:
            self._places.clear()
            missing = {key: at for at, key in enumerate(keys)}
        fresh = self._mix.predict(self._hashes.predict(features[list(missing.values())])) if missing else None
        if len(missing) > KNOWN_FEATURES:  # more than can be kept
            assert fresh is not None
            place = {key: at for at, key in enumerate(missing)}
            return np.asarray(fresh[[place[key] for key in keys]])
        if fresh is not None:
            first = len(self._places)
            self._embedded[first : first + len(missing)] = fresh
            self._places.update((key, first + at) for at, key in enumerate(missing))
        return self._embedded[[self._places[key] for key in keys]]


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
        many, width = rows.shape
        seen = np.zeros((many, 3 * width), dtype=np.float32)
        seen[1:, :width], seen[:, width : 2 * width], seen[:-1, 2 * width :] = rows[:-1], rows, rows[1:]
        every = seen @ self._weights
        every += self._bias
        best = every[:, :width]
        for piece in range(1, self._pieces):
            best = np.maximum(best, every[:, piece * width : (piece + 1) * width])
        away: Floats = best - best.mean(axis=1, keepdims=True)
        away *= ((away * away).mean(axis=1, keepdims=True) + TINY) ** -0.5
        away *= self._gain
        away += self._shift
        away += rows
        return away
