"""Lines quoted by another mark than ">": a bar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

MATCHED = 500  # code points of a line that patterns look at; frames of mails are shorter
INVISIBLE = str.maketrans(
    dict.fromkeys(
        "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
    )
    | {"\u00a0": " ", "\u202f": " "}
)
_LEADING = " \t\u200b\u200e\u200f\ufeff"
_BOXED = re.compile(r"[ \t\xa0]{0,8}\|(?:[ \t\xa0]{3}|[ \t\xa0]?[-_=+/\\]{1,200}[ \t\xa0]*$|[^|]{0,400}\|)")
_EDGE = re.compile(r"[-_=+/\\ \t\xa0]{1,200}$")  # the rule over or under a box


def barred_prefixes(raw: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Number of each line quoted with "|", two or more in a row and no table or box, and the length of its mark."""
    bars = {number for number, each in enumerate(raw) if "|" in each[:MATCHED] and _is_barred(each)}
    if len(bars) < 2:
        return
    bars -= _boxed(raw)
    yield from ((n, raw[n].index("|") + 1) for n in bars if n - 1 in bars or n + 1 in bars)


def _boxed(raw: Sequence[str]) -> set[int]:
    """The lines with a leading "|" that stand in a table, in a box of a console or in nothing but bars."""
    found: set[int] = set()
    number = 0
    while number < len(raw):
        first = number
        while number < len(raw) and raw[number][:MATCHED].lstrip(_LEADING).startswith("|"):
            number += 1
        run = [each[:MATCHED].translate(INVISIBLE).rstrip() for each in raw[first:number]]
        edges = [raw[edge][:MATCHED].strip() for edge in (first - 1, number) if 0 <= edge < len(raw)]
        edged = any(each and _EDGE.match(each) for each in edges)
        if run and (edged or any(map(_BOXED.match, run)) or not any(each.strip("| \t\xa0") for each in run)):
            found.update(range(first, number))
        number += not run
    return found


def _is_barred(raw: str) -> bool:
    head = raw[:MATCHED].lstrip(_LEADING)
    return head.startswith("|") and head.count("|") == 1 and len(raw) - len(raw.lstrip(_LEADING)) < 3
