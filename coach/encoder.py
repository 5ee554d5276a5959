"""Sentence embeddings through sentence-transformers; the default model travels inside a package (no download)."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

DEFAULT = "default"
CACHED_VECTORS = 4_000  # 2 kB each


class Encoder(Protocol):
    """Texts in, unit vectors out: cosine similarity is the dot product."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """An array of shape (len(texts), dimension)."""


class SentenceEncoder:
    """A sentence-transformers model, loaded at first use, with a bounded cache of vectors; safe between threads.

    `model` is "default" (Universal Sentence Encoder multilingual, Yang et al. 2020: 16 languages, 512
    dimensions), or the name or path of any sentence-transformers model.
    """

    def __init__(self, model: str = DEFAULT) -> None:
        self.model = model
        self._loaded: Any = None
        self._lock = threading.Lock()
        self._cache: OrderedDict[str, npt.NDArray[np.float32]] = OrderedDict()

    def encode(self, texts: Sequence[str]) -> Vectors:
        with self._lock:
            model = self._ready()
            missing = list(dict.fromkeys(text for text in texts if text not in self._cache))
            if missing:
                vectors = model.encode(missing, normalize_embeddings=True, show_progress_bar=False)
                self._cache.update(zip(missing, np.asarray(vectors, dtype=np.float32), strict=True))
            rows = [self._cache[text] for text in texts]
            for text in texts:
                self._cache.move_to_end(text)
            while len(self._cache) > CACHED_VECTORS:
                self._cache.popitem(last=False)
        return np.stack(rows) if rows else np.zeros((0, 0), dtype=np.float32)

    def _ready(self) -> Any:
        if self._loaded is None:
            self._loaded = _load(self.model)
        return self._loaded


def _load(model: str) -> Any:
    from sentence_transformers import SentenceTransformer

    if model != DEFAULT:
        return SentenceTransformer(model)
    from coach.universal_encoder import UniversalEncoder

    return SentenceTransformer(modules=[UniversalEncoder()])
