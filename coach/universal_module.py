"""The default encoder as a module of sentence-transformers, for whoever wants it beside other models of that library.

Apart from `universal_encoder`, because torch and transformers take a third of a gigabyte that it does without.
"""

from __future__ import annotations

from typing import Any

import torch
from sentence_transformers.sentence_transformer.modules import InputModule

from coach.universal_encoder import WIDTH, UniversalEncoder


class UniversalModule(InputModule):  # type: ignore[misc]
    """Tokenising and encoding happen inside the numpy model, so the texts themselves are the features."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = UniversalEncoder()

    def preprocess(self, inputs: list[Any], **_: Any) -> dict[str, Any]:
        placeholder = torch.zeros(len(inputs), 1, dtype=torch.long)
        return {"texts": [str(text) for text in inputs], "input_ids": placeholder}

    tokenize = preprocess

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        features["sentence_embedding"] = torch.from_numpy(self.encoder.raw(features["texts"]))
        return features

    def get_embedding_dimension(self) -> int:
        return WIDTH

    get_sentence_embedding_dimension = get_embedding_dimension

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Nothing to write: the weights are part of the installed package."""

    @classmethod
    def load(cls, *_: Any, **__: Any) -> UniversalModule:
        return cls()
