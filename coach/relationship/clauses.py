"""Cuts a sentence where a new clause may begin: after a comma, a dash, an "and"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from coach.document import Sentence
from coach.literals import lowered
from coach.model import Token
from coach.need_words import NeedWords

BREAKS = frozenset({",", ";", ":", "-", "–", "—", "(", ")", "...", "…", "!", "?"})
STRONG_BREAKS = BREAKS - {",", "(", ")"}
BRACKETS = str.maketrans("", "", "()")
ASKING = re.compile(r"\?[\"'»“”’)\]!?.\s]*(?:[:;]-?[)(DPp]\s*)?$")
WHITE = re.compile(r"\s")
TAGS = 1_000  # of both languages, and many more than they have
LEAST_TOKENS = 2  # "..., sign and ..." is no clause


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens [first, last) of a sentence, which are its characters [start, end): in lower case as written, and as a
    tagged line ("send/VB us/PRP"). `turns`: it comes after a dash or a "but", where a new thought begins. What
    `lowered` makes of the two is kept, since many patterns are looked for in them."""

    first: int
    last: int
    start: int
    end: int
    words: str = field(repr=False)
    line: str = field(repr=False)
    turns: bool = False
    lower_words: str | None = field(default=None, repr=False)
    lower_line: str | None = field(default=None, repr=False)


def clauses(sentence: Sentence, text: str, words: NeedWords) -> list[Clause]:
    """The clauses of a sentence in order; together they hold all its tokens."""
    tokens = sentence.tokens
    edges = [0, *_breaks(tokens, words), len(tokens)]
    cuts = [(first, last) for first, last in pairwise(edges) if first < last]
    return [clause(sentence, text, first, last, turns=_turns(tokens, first, words)) for first, last in cuts]


def clause(sentence: Sentence, text: str, first: int, last: int, *, turns: bool = False) -> Clause:
    """Tokens [first, last) as one clause; `text` is the sentence's."""
    tokens = sentence.tokens[first:last]
    return _made(text, first, last, tokens[0].start, tokens[-1].end, " ".join(map(_tagged, tokens)), turns=turns)


def joined(every: Sequence[Clause], text: str) -> Clause:
    """All clauses of a sentence as one, as `clause` has it."""
    if len(every) == 1:
        return every[0]
    line = " ".join([each.line for each in every])
    return _made(text, every[0].first, every[-1].last, every[0].start, every[-1].end, line)


def _made(text: str, first: int, last: int, start: int, end: int, line: str, *, turns: bool = False) -> Clause:
    words = plain(text[start:end])
    return Clause(first, last, start, end, words, line, turns, lowered(words), lowered(line))


def plain(text: str) -> str:
    """The text in lower case, with straight apostrophes and spaces for all white space; offsets stay."""
    lower = text.lower()
    return WHITE.sub(" ", (lower if len(lower) == len(text) else text).replace("’", "'"))


def asks(text: str) -> bool:
    """Whether a sentence ends in a question mark, smileys and closing quotes aside."""
    return ASKING.search(text) is not None


def _tagged(token: Token) -> str:
    text = token.text
    lower = text.lower()
    if len(lower) != len(text) or not lower.isalnum():  # as nearly none is
        lower = plain(text).replace("/", "|")
    return f"{lower}/{_bare(token.tag)}"


@lru_cache(TAGS)
def _bare(tag: str) -> str:
    return tag.translate(BRACKETS)


def _turns(tokens: tuple[Token, ...], first: int, words: NeedWords) -> bool:
    return first > 0 and (tokens[first - 1].text in STRONG_BREAKS or tokens[first].lower in words.turns)


def _breaks(tokens: tuple[Token, ...], words: NeedWords) -> Iterator[int]:
    last = 0
    for index in range(1, len(tokens)):
        mark = _is_break(tokens, index - 1)
        if not mark and tokens[index].lower not in words.connectors:
            continue
        if index - last >= LEAST_TOKENS and len(tokens) - index >= LEAST_TOKENS and tokens[index + 1].text[0].isalnum():
            yield index
            last = index


def _is_break(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a mark parts clauses; the hyphen of "e-mail" and the colon of "9:30" do not."""
    if tokens[index].text not in BREAKS:
        return False
    glued = index > 0 and tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start
    return not glued
