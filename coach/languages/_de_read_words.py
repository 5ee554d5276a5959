"""What HanTa says of single German words: the tags that they can have; with a tag, their lemma and their stems.

The words that are new in a text are looked at together, and remembered.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any, TypeVar

from coach.languages._de_many_words import ManyWords, Path
from coach.languages._de_morphemes import known_morphemes

# STTS tag (as HanTa writes it) -> universal part of speech; the longest matching beginning wins.
STTS_TO_UPOS = {
    "NN": "NOUN", "NNA": "NOUN", "NNI": "NOUN", "NE": "PROPN", "FM": "X", "V": "VERB", "VA": "AUX", "VM": "AUX",
    "ADJ": "ADJ", "ADV": "ADV", "ART": "DET", "AP": "ADP", "P": "PRON", "PAV": "ADV", "PROAV": "ADV", "PWAV": "ADV",
    "PDAT": "DET", "PIAT": "DET", "PIDAT": "DET", "PPOSAT": "DET", "KON": "CCONJ", "KOKOM": "ADP", "KOUS": "SCONJ",
    "KOUI": "SCONJ", "PTK": "PART", "PTKVZ": "ADP", "CARD": "NUM", "ITJ": "INTJ", "$": "PUNCT", "XY": "X",
}  # fmt: skip
STEMS = ("NN", "VV", "ADJ", "NE", "ACR", "FM")  # HanTa's tags of what is no ending, joint or prefix
SHORTEST_COMPOUND = 7  # letters
KNOWN_WORDS = 30_000  # remembered with their tags, and with their analysis, about half a kilobyte each

Readings = tuple[tuple[int, float], ...]
"""The tags a word can have, with the logarithm of how likely it is among the words with this tag."""

Word = tuple[str, str, str, int]
"""A word's lemma, universal part of speech, tag as HanTa writes it, and number of stems."""

K = TypeVar("K")
V = TypeVar("V")


class Words:
    """HanTa's answers; it takes over the morphemes of the model."""

    def __init__(self, model: Any) -> None:
        from HanTa.HanoverTagger import END, UNKNOWN

        self._model = model
        self._morphemes = ManyWords(model, known_morphemes(model))
        model.LP_m_t = {}  # nothing else reads it, and the morphemes have it by letters
        self._no_readings = (END, UNKNOWN)
        # What is made is put into these lists when all that is new is looked at together.
        self._readings: Callable[[tuple[str, bool]], list[Readings]] = functools.lru_cache(KNOWN_WORDS)(lambda _: [])
        self._words: Callable[[tuple[str, int]], list[Word]] = functools.lru_cache(KNOWN_WORDS)(lambda _: [])

    def readings(self, sentences: Sequence[Sequence[str]]) -> list[list[Readings]]:
        """The tags that each word of each sentence can have."""
        asked = [[(word, place > 0) for place, word in enumerate(words)] for words in sentences]
        return _remembered(asked, self._readings, self._read)

    def found(self, sentences: Sequence[Sequence[tuple[str, int]]]) -> list[list[Word]]:
        """What each word with its tag is."""
        return _remembered(sentences, self._words, self._find)

    def _read(self, words: Sequence[tuple[str, bool]]) -> Iterable[Readings]:
        """The first word of a sentence says nothing by its capital letter: the other value of each word."""
        normal = dict.fromkeys(self._model.normalize(word) for word, _ in words)
        new = [word for word in normal if word not in self._model.cache]
        asked = copy.copy(self._model)  # so that what it is answered is this text's own
        asked.analyze_forward = dict(zip(new, self._morphemes.word_tags(new), strict=True)).__getitem__
        for word, cased in words:
            found = dict(asked._tag_word(word, cutoff=5, casesensitive=cased, conditional=True))
            yield tuple((tag, logp) for tag, logp in found.items() if tag not in self._no_readings)

    def _find(self, words: Sequence[tuple[str, int]]) -> Iterable[Word]:
        asked = dict.fromkeys((text.lower(), -tag) for text, tag in words if self._is_cut(text, tag))
        paths = dict(zip(asked, self._morphemes.paths(list(asked)), strict=True))
        model = copy.copy(self._model)
        model.analyze_viterbi = lambda text, end: paths[text, end]
        for text, tag in words:
            stts = self._model.int2tag[tag]
            part = universal(stts)
            stems = self._stems(paths[text.lower(), -tag]) if _may_be_compound(text, part) else 1
            yield model._analyze(text, tag)[0], part, stts, stems

    def _is_cut(self, text: str, tag: int) -> bool:
        """Whether HanTa or the number of stems needs the word's morphemes."""
        return -tag not in self._model.atomic_class or _may_be_compound(text, universal(self._model.int2tag[tag]))

    def _stems(self, path: Path) -> int:
        return sum(kind > 0 and self._model.int2tag[kind].startswith(STEMS) for kind, _ in path)


def _may_be_compound(text: str, part: str) -> bool:
    return part == "NOUN" and len(text) >= SHORTEST_COMPOUND


def _remembered(
    asked: Sequence[Sequence[K]], memory: Callable[[K], list[V]], make: Callable[[Sequence[K]], Iterable[V]]
) -> list[list[V]]:
    """The answers to what is asked, out of a memory of lists; those that are empty yet are filled by `make`."""
    lists = {each: memory(each) for each in dict.fromkeys(chain.from_iterable(asked))}
    new = [each for each, answer in lists.items() if not answer]
    if new:
        for each, answer in zip(new, make(new), strict=True):
            lists[each].append(answer)
    return [[lists[each][0] for each in row] for row in asked]


@functools.lru_cache(maxsize=4_096)
def universal(stts: str) -> str:
    """The universal part of speech of a tag as HanTa writes it."""
    fitting = [each for each in STTS_TO_UPOS if stts.startswith(each)]
    return STTS_TO_UPOS[max(fitting, key=len)] if fitting else "X"
