"""Sentence embeddings: the default model travels inside a package (no download), any other comes through
sentence-transformers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from coach.recent import Recent

Vectors = npt.NDArray[np.float32]

DEFAULT = "default"
CACHED_VECTORS = 2_000  # 2 kB each


class Encoder(Protocol):
    """Texts in, unit vectors out: cosine similarity is the dot product."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """An array of shape (len(texts), dimension)."""


class SentenceEncoder:
    """A model of sentences, loaded at first use, with a bounded cache of vectors; safe between threads.

    `model` is "default" (Universal Sentence Encoder multilingual, Yang et al. 2020: 16 languages, 512
    dimensions), or the name or path of any sentence-transformers model.
    """

    def __init__(self, model: str = DEFAULT) -> None:
        self.model = model
        self._loaded: Callable[[list[str]], Any] | None = None
        self._encoding = threading.Lock()  # one model, one text at a time: two would wait for each other's processor
        self._cache: Recent[str, npt.NDArray[np.float32]] = Recent(CACHED_VECTORS)

    def encode(self, texts: Sequence[str]) -> Vectors:
        known = self._cache.known(texts)
        missing = list(dict.fromkeys(text for text in texts if text not in known))
        if missing:
            with self._encoding:
                vectors = self._ready()(missing)
            # Copies: a row of the whole array would keep all of it.
            fresh = {text: np.array(each, dtype=np.float32) for text, each in zip(missing, vectors, strict=True)}
            self._cache.keep(fresh)
            known |= fresh
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        # `stack` takes three times as long.
        return np.concatenate([known[text] for text in texts]).reshape(len(texts), -1)

    def forget(self) -> None:
        """Empties the memory of vectors; the model stays loaded."""
        self._cache.forget()

    def _ready(self) -> Callable[[list[str]], Any]:
        if self._loaded is None:
            self._loaded = _load(self.model)
        return self._loaded


def _load(model: str) -> Callable[[list[str]], Any]:
    """What makes unit vectors of texts; the default does without torch and transformers and their 350 MB."""
    if model == DEFAULT:
        from coach.universal_encoder import UniversalEncoder

        return UniversalEncoder().vectors
    from sentence_transformers import SentenceTransformer

    return partial(SentenceTransformer(model).encode, normalize_embeddings=True, show_progress_bar=False)
