"""Keeps spaCy's memory bounded: it remembers every word that it ever saw, unless told where to stop."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any

KNOWN_WORDS = 30_000  # about a third of a kilobyte each


def word_memory(nlp: Any, limit: int = KNOWN_WORDS) -> AbstractContextManager[object]:
    """Where to analyse text: the first `limit` words stay known, which is quicker; later ones are given back at the end.

    Nothing of spaCy's may be used after it, only plain values made of it.
    """
    return nullcontext() if len(nlp.vocab) < limit else nlp.memory_zone()
