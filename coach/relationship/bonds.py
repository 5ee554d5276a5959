"""Words that tell how somebody stands with the reader: praise, trust, plans to buy, thoughts of leaving."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from coach.address.quoted import is_within, quoted_spans
from coach.bond_words import BondWords
from coach.document import Analysis, Document
from coach.model import Span
from coach.relationship.clauses import plain

Found = tuple[tuple[str, int, int], ...]


def bonds_in(document: Document) -> Mapping[str, tuple[Span, ...]]:
    """Where a mail shows which bond, in order of the text; what it quotes from others does not count."""
    if document.language is None:
        return {}
    read, quoted = _reader(_Words(document.language.bonds)), quoted_spans(document.text)
    found: dict[str, list[Span]] = {}
    for sentence in document.sentences:
        for name, start, end in sentence.known(read):
            span = Span(sentence.span.start + start, sentence.span.start + end)
            if not is_within(span, quoted):
                found.setdefault(name, []).append(span)
    return {name: tuple(spans) for name, spans in found.items()}


class _Words:
    """A language's words as a key: only the very same are equal."""

    __slots__ = ("words",)

    def __init__(self, words: BondWords) -> None:
        self.words = words

    def __hash__(self) -> int:
        return id(self.words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Words) and other.words is self.words


@lru_cache
def _reader(key: _Words) -> Callable[[Analysis], Found]:
    """What reads sentences of one language; always the same function, so that a sentence remembers its bonds."""
    words = key.words

    def read(sentence: Analysis) -> Found:
        line = plain(sentence.text)
        return tuple(
            (name, match.start(), match.end())
            for name, pattern in words.shows.items()
            if (match := pattern.search(line)) and not (name in words.not_bond and words.not_bond[name].search(line))
        )

    return read
