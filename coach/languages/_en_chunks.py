"""English sentences cut into words as spaCy cuts them, stretch by stretch between blanks; each stretch is remembered.

spaCy cuts every stretch by itself, so what it made of one before holds in every sentence, and of a sentence only the
stretches never met are new. Smileys are the exception: it looks for them across blanks, and ") :" may keep it from
seeing the one in "-:)"; a sentence with such a stretch it is given as a whole.
"""

from __future__ import annotations

import functools
import re
import struct
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

CHUNK = re.compile(r"\S+ ?|\s+")  # a stretch with the one blank that belongs to it; more blanks are a word to spaCy
PART = "(?:[A-Za-z]+[0-9]*|[0-9]+)"  # no letters after a digit: they may be a unit, which is a word of its own
# What is cut at these marks and nowhere else: "word", "(word).", "half-open,", "some_name2", "1,000.5".
PLAIN = re.compile(
    rf"""([(\["]?)({PART}(?:_{PART})*|[A-Za-z]+(?:[-/=][A-Za-z]+)+|[0-9]+(?:[.,][0-9]+)+)([\])"]?)"""
    r"""([,;:!?]|(?<=[a-z0-9)"\]])\.|(?<=[A-Z]{2})\.)? ?"""
)
# Exceptions that are words; the others are smileys and their like.
WORDLIKE = re.compile(r"(?=.*[^\W\d_])(?:(?:[^\W_]|['’])+|(?:[^\W_]|\.)+\.)")
JOINT = re.compile("([-/=])")
KNOWN_CHUNKS = 12_000  # words of those met last, and as many before them; up to half a kilobyte each
LONGEST_PLAIN = 64  # characters; longer ones are no words, and the time for what is tried in one grows faster than it
KNOWN_PARTS = 2_000  # words and marks in plain stretches met last, with their features

Piece = tuple[bytes, int, str]
"""A word: its features, where it starts in its stretch, and its text; "" for blanks, which are no word to us."""


class Words(NamedTuple):
    """What a sentence is cut into, each word's features, start in the sentence, and text ("" for blanks)."""

    features: list[bytes]
    starts: list[int]
    texts: list[str]


class Chunks:
    """Cuts sentences; not safe to share between threads."""

    def __init__(self, nlp: Any, features: Sequence[str], limit: int = KNOWN_CHUNKS) -> None:
        """`features` are the attributes that make up a word's features, each in eight bytes. Stretches of about twice
        as many words as the `limit` are remembered, and those of the sentences that went beyond it."""
        from spacy.attrs import IDS

        self._tokenizer, self._features = nlp.tokenizer, list(features)
        self._exceptions = frozenset(nlp.tokenizer.rules)
        self._longest = max(map(len, self._exceptions))
        self._smileys = frozenset(each for each in self._exceptions if len(each) > 1 and not WORDLIKE.fullmatch(each))
        self._strings, getters = nlp.vocab.strings, nlp.vocab.lex_attr_getters
        self._looks = functools.lru_cache(KNOWN_PARTS)(self._looked_at)
        self._packed = struct.Struct(f"={len(features)}Q").pack
        self._getters = [None if each == "SPACY" else getters[IDS[each]] for each in features]
        self._known: dict[str, tuple[Piece, ...]] = {}  # nothing for a stretch that hangs on those beside it
        self._older: dict[str, tuple[Piece, ...]] = {}
        self._filled, self._limit = 0, limit

    def cut(self, sentences: Sequence[str]) -> list[Words]:
        """The words of each sentence."""
        if self._filled > self._limit:
            self._known, self._older, self._filled = {}, self._known, 0
        split = [CHUNK.findall(each) for each in sentences]
        self._read({chunk for chunks in split for chunk in chunks if chunk not in self._known})
        return [self._words(chunks) or self._whole(each) for each, chunks in zip(sentences, split, strict=True)]

    def _words(self, chunks: Sequence[str]) -> Words | None:
        """The words of a sentence by its stretches; None if one of them hangs on those beside it."""
        known = self._known
        features: list[bytes] = []
        starts: list[int] = []
        texts: list[str] = []
        at = 0
        for chunk in chunks:
            pieces = known[chunk]
            if not pieces:
                return None
            for its_features, start, text in pieces:
                features.append(its_features)
                starts.append(at + start)
                texts.append(text)
            at += len(chunk)
        return Words(features, starts, texts)

    def _whole(self, sentence: str) -> Words:
        features, starts, texts = zip(*self._spacys([sentence])[0], strict=True)
        return Words(list(features), list(starts), list(texts))

    def _read(self, chunks: Iterable[str]) -> None:
        """Gets to know the words of stretches that have not been met lately."""
        odd = []
        for chunk in chunks:
            if found := self._older.get(chunk) or self._plain(chunk):
                self._known[chunk] = found
                self._filled += len(found)
            elif chunk.isspace():
                [self._known[chunk]] = self._spacys([chunk])
                self._filled += 1
            else:
                odd.append(chunk)
        for chunk, pieces in zip(odd, self._spacys(odd), strict=True) if odd else ():
            touchy = len(pieces) > 1 and any(text in self._smileys for _, _, text in pieces)
            self._known[chunk] = () if touchy else pieces
            self._filled += len(pieces)

    def _plain(self, chunk: str) -> tuple[Piece, ...]:
        """The words of a stretch that needs no spaCy to be cut; nothing if it does, or if the tokenizer has an exception
        for any part of it ("cannot", ":)")."""
        match = PLAIN.fullmatch(chunk) if len(chunk) <= LONGEST_PLAIN else None
        if not match:
            return ()
        before, middle, after, mark = match.groups()
        spaced = chunk[-1] == " "
        if len(middle) + spaced == len(chunk) and middle.isalnum():
            return () if middle in self._exceptions else ((self._looks(middle, spaced), 0, middle),)
        parts = [each for each in (before, *JOINT.split(middle), after, mark) if each]
        ends = list(accumulate(map(len, parts)))
        starts = [0, *ends[:-1]]
        tried = [chunk[start:end] for start in starts for end in ends if 0 < end - start <= self._longest]
        if not self._exceptions.isdisjoint(tried):
            return ()
        blanks = [False] * (len(parts) - 1) + [spaced]
        return tuple(zip(map(self._looks, parts, blanks), starts, parts, strict=True))

    def _looked_at(self, word: str, spaced: bool) -> bytes:
        """A word's features as spaCy has them for a word that is none of its exceptions."""
        strings = self._strings
        values = [spaced if get is None else get(word) for get in self._getters]
        return self._packed(*[strings[each] if isinstance(each, str) else each for each in values])

    def _spacys(self, lines: Sequence[str]) -> list[tuple[Piece, ...]]:
        """What spaCy makes of stretches, all in one document: a line each, which keeps them apart."""
        doc = self._tokenizer("\n".join(lines))
        features = [row.tobytes() for row in doc.to_array(self._features)]
        starts = doc.to_array("IDX").tolist()
        texts = ["" if token.is_space else token.text for token in doc]
        found = []
        start = first = 0
        for line in lines:
            end, last = start + len(line), first
            while last < len(starts) and starts[last] < end:
                last += 1
            own = [at - start for at in starts[first:last]]
            found.append(tuple(zip(features[first:last], own, texts[first:last], strict=True)))
            start, first = end + 1, last + 1  # after the end of the line, which is a word to spaCy
        return found
