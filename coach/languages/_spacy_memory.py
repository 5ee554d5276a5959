"""What spaCy keeps of each word: no more than is asked for, and of no more words than it is told."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

KNOWN_WORDS = 30_000  # about a third of a kilobyte each


def word_memory(nlp: Any, limit: int = KNOWN_WORDS) -> AbstractContextManager[object]:
    """Where to analyse text: the first `limit` words stay known, which is quicker; later ones are given back at the end.

    Nothing of spaCy's may be used after it, only plain values made of it.
    """
    return nullcontext() if len(nlp.vocab) < limit else nlp.memory_zone()


def look_only_at(nlp: Any, features: Iterable[str]) -> None:
    """Lets a word met for the first time be looked at for these features alone, and not for all that spaCy knows."""
    from spacy.attrs import IDS

    wanted, getters = {IDS[each] for each in features}, nlp.vocab.lex_attr_getters
    for each in [number for number in getters if number not in wanted]:
        del getters[each]
