"""Which folders a name or pattern of a person means, whatever the server puts before names or cuts them with."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator
from functools import lru_cache

from server.mail.sent_names import folded

# What servers cut names with: Dovecot, Exchange, Gmail; Courier, Cyrus; Domino. Stored mail does not tell which one.
DELIMITERS = ("/", ".", "\\")
INBOX = "inbox"


def means(pattern: str, name: str, delimiter: str | None) -> bool:
    """Whether this is the folder, in any case, cut with / or as its server cuts, with or without INBOX in front.

    In a pattern * stands for anything, and ? for one letter.
    """
    wanted = _wanted(pattern)
    return any(fnmatch.fnmatchcase(form, wanted) for form in _forms(name, delimiter))


@lru_cache(maxsize=4096)
def keeps_out(patterns: tuple[str, ...], name: str, delimiter: str | None = None) -> bool:
    """Whether one of them means this folder or one that it lies below.

    Where the delimiter is not known, all the usual ones are tried: rather too much is kept out than too little.
    """
    forms = {form for each in {*DELIMITERS, delimiter} for form in _forms(name, each)}
    wanted = [each for pattern in patterns for each in _with_those_below(_wanted(pattern))]
    return any(fnmatch.fnmatchcase(form, each) for form in forms for each in wanted)


def is_pattern(text: str) -> bool:
    """Whether it stands for more than one name."""
    return bool(set(text) & set("*?"))


def _wanted(pattern: str) -> str:
    return folded(pattern).replace("[", "[[]")  # "[Gmail]/*" names a folder, it lists no letters


def _with_those_below(wanted: str) -> Iterator[str]:
    yield wanted
    for delimiter in DELIMITERS:
        yield f"{wanted}{delimiter}*"


def _forms(name: str, delimiter: str | None) -> Iterator[str]:
    """The ways to write a name: as it is, cut with /, and each of them without the INBOX that Courier has in front."""
    told = folded(name)
    yield told
    if not delimiter:
        return
    usual = told.replace(delimiter, "/")
    yield usual
    yield told.removeprefix(f"{INBOX}{delimiter}")
    yield usual.removeprefix(f"{INBOX}/")
