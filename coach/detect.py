"""Tells the language of a text: a supported one, "mixed", "other", or None where there is too little to tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from coach import second_opinion
from coach.language import Language

MIXED = "mixed"
OTHER = "other"

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SURE_SHARE = 0.25  # a fifth to a half of running text are telling words; below this we ask a second opinion
SECOND_SHARE = 0.3  # of the told words in the other language: two languages stand side by side
SECOND_WORDS = 8
LEAST_WORDS_FOR_OPINION = 4
REMEMBERED = 500  # lines with what they tell, about half a kilobyte each
LONGEST_REMEMBERED = 2_000  # characters
# Telling words that neighbours of German and English have too (Dutch, Danish, Italian, French, Spanish ...).
SHARED = frozenset(
    """a am an as at be but de den der des die do er es for hat have he her hey hi i in is ja me mit my no not of on or
    per so te the to tom u up van vi via was we will zu""".split()
)


def tell_language(pieces: Iterable[str], languages: Mapping[str, Language]) -> str | None:
    """The language of a text given as its sentences or lines; linear in their length."""
    words_by: dict[str, int] = dict.fromkeys(languages, 0)
    hits_by: dict[str, int] = dict.fromkeys(languages, 0)
    total = 0
    texts = list(pieces)
    telling = tuple(each.telling_words for each in languages.values())
    for piece in texts:
        words, found = (_told_before if len(piece) <= LONGEST_REMEMBERED else _told)(piece, telling)
        total += words
        hits = dict(zip(languages, found, strict=True))
        best = max(hits, key=lambda code: hits[code], default=None)
        if best is None or hits[best] == 0:
            continue
        for code, count in hits.items():
            hits_by[code] += count
        if found.count(hits[best]) == 1:
            words_by[best] += words
    if total == 0:
        return None
    ranked = sorted(languages, key=lambda code: (words_by[code], hits_by[code]), reverse=True)
    if len(ranked) > 1 and _stands_beside(words_by[ranked[1]], sum(words_by.values())):
        return MIXED
    if hits_by[ranked[0]] >= SURE_SHARE * total and _is_own(texts, languages[ranked[0]]):
        return ranked[0]
    return _second_opinion("\n".join(texts), total, ranked[0] if hits_by[ranked[0]] else None, languages)


def _told(piece: str, telling: tuple[frozenset[str], ...]) -> tuple[int, tuple[int, ...]]:
    """How many words a piece has, and how many of them tell each language."""
    words = _lower_words(piece)
    return len(words), tuple(sum(map(each.__contains__, words)) for each in telling)


def _lower_words(piece: str) -> list[str]:
    """Its words in small letters, with a straight apostrophe."""
    if piece.isascii():  # then no letter becomes two
        return WORD.findall(piece.lower())
    return [word.lower().replace("’", "'") for word in WORD.findall(piece)]


_told_before = lru_cache(REMEMBERED)(_told)


@lru_cache
def _unshared(telling_words: frozenset[str]) -> frozenset[str]:
    return telling_words - SHARED


def _is_own(texts: list[str], language: Language) -> bool:
    """True if at least one telling word is not shared with a neighbour."""
    own = _unshared(language.telling_words)
    return not all(own.isdisjoint(_lower_words(text)) for text in texts)


def _stands_beside(words: int, told: int) -> bool:
    return words >= SECOND_WORDS and words >= SECOND_SHARE * told


def _second_opinion(text: str, words: int, guess: str | None, languages: Mapping[str, Language]) -> str | None:
    if words < LEAST_WORDS_FOR_OPINION:
        return guess
    code = second_opinion.language_code(text)
    if code in languages:
        return code
    # Names and product codes mislead the opinion on short texts; words that no other language has then stand.
    sure = _unshared(languages[guess].telling_words) if guess else frozenset()
    hits = sum(word.lower() in sure for word in WORD.findall(text))
    return guess if hits >= 2 and hits >= (0.12 if words >= 20 else 0.2) * words else OTHER
