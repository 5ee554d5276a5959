"""Phrases as an admin writes them, turned into patterns that find them in a text.

A phrase is words as they are written; upper and lower case are alike, blanks and line breaks, too. Besides:
`garantier*` a word that begins so (`*` in front or inside works, too), `(a|b)` one of them, `[sehr]` may be left out,
`...` up to five words in between, `=Sie` written exactly so, `#` a number,
`@name` any phrase of a word list of that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

GAP = r"(?:[^\s.!?;]+\s+){0,5}?"  # up to five words of the same sentence
MARK = re.compile(r"\.\.\.|[()\[\]|]|[^\s()\[\]|]+|\s+")
APOSTROPHE = "['’]"
KNOWN_LISTS = 2_000  # of phrases; the shipped rules have 521, and at 500 each reading compiled all of them anew

WordLists = Mapping[str, tuple[str, ...]]
"""Own word lists by name."""


class PhraseError(ValueError):
    """A phrase that cannot be read, with what is wrong about it."""


def compiled(phrases: Iterable[str], lists: WordLists | None = None) -> re.Pattern[str]:
    """One pattern for all the phrases, the longer ones first; PhraseError where one cannot be read."""
    return _compiled(tuple(phrases), tuple(sorted((lists or {}).items())))


@lru_cache(KNOWN_LISTS)
def _compiled(phrases: tuple[str, ...], lists: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    every = sorted(_spread(phrases, dict(lists)), key=len, reverse=True)
    if not every:
        raise PhraseError("there is no phrase")
    return re.compile(_either(_pattern(each) for each in every), re.IGNORECASE)


def _either(patterns: Iterable[tuple[str, str]]) -> str:
    """The patterns in their order; what has to stand before several in a row is looked at once for all of them, which
    rules out nearly every place of a text."""
    return "|".join(
        f"{before}(?:{'|'.join(pattern for _, pattern in same)})" for before, same in groupby(patterns, itemgetter(0))
    )


def _spread(phrases: Iterable[str], lists: WordLists) -> list[str]:
    """The phrases with each `@name` that stands for itself replaced by that list's phrases."""
    found: list[str] = []
    for phrase in phrases:
        if not phrase.strip():
            raise PhraseError("a phrase is empty")
        if not phrase.startswith("@"):
            found.append(phrase)
        elif phrase[1:] in lists:
            found.extend(lists[phrase[1:]])
        else:
            raise PhraseError(f"there is no word list {phrase[1:]!r}")
    return found


def _pattern(phrase: str) -> tuple[str, str]:
    """What must not stand before the phrase, and the phrase."""
    if phrase.strip() == "*":
        raise PhraseError("'*' alone would match every word")
    words: list[str] = []
    opened: list[str] = []
    tokens = [each for each in MARK.findall(phrase.strip()) if each]
    for at, mark in enumerate(tokens):
        if mark in "([":
            opened.append(mark)
            words.append(r"(?:\s+" if mark == "[" and _ends_phrase(tokens, at) and at else "(?:")
        elif mark in ")]":
            if not opened or opened.pop() != {")": "(", "]": "["}[mark]:
                raise PhraseError(f"the bracket {mark!r} in {phrase!r} closes nothing")
            words.append(")" if mark == ")" else ")?" if at == len(tokens) - 1 and tokens[0] != "[" else r"\s+)?")
        elif mark == "|":
            if not opened:
                raise PhraseError(f"{phrase!r}: alternatives stand in brackets: (one|other)")
            words.append("|")
        elif mark == "...":
            words.append(GAP)
        elif mark == ",":
            words.append(r",?\s*")
        elif mark.isspace():
            if not _is_joint(tokens, at):
                words.append(r",?\s+" if tokens[at + 1] == "..." else r"\s+")
        else:
            words.append(_word(mark))
    if opened:
        raise PhraseError(f"the bracket {opened[-1]!r} in {phrase!r} is not closed")
    body = "".join(words)
    before = r"(?<![\w-])" if re.match(r"[\w=(\[*]", phrase.strip()) else ""
    after = r"(?![\w-])" if re.search(r"[\w)\]*]$", phrase.strip()) else ""
    return before, f"(?:{body}){after}"


def _is_joint(tokens: list[str], at: int) -> bool:
    """A blank that the pattern beside it brings along: after an optional word, after a gap, beside a bar."""
    before, after = tokens[at - 1] if at else "", tokens[at + 1] if at + 1 < len(tokens) else ""
    if after == "[" and _ends_phrase(tokens, at + 1):
        return True
    return before in ("]", "...", "|", "(", "[", ",") or after in ("|", ")", "]", ",")


def _ends_phrase(tokens: list[str], at: int) -> bool:
    """True if what is opened here is closed by the phrase's last token."""
    return tokens[-1] == "]" and "]" not in tokens[at:-1]


def _word(written: str) -> str:
    exact = written.startswith("=") and len(written) > 1
    text = written[1:] if exact else written
    made = "".join(_letter(each) for each in text)
    return f"(?-i:{made})" if exact else made


def _letter(letter: str) -> str:
    match letter:
        case "*":
            return r"\w*"
        case "'" | "’":
            return APOSTROPHE
        case "#":
            return r"\d[\d.,:/]*"
        case "ß":
            return "(?:ß|ss)"
        case _:
            return re.escape(letter)
