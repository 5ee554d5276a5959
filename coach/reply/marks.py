"""Lines quoted by another mark than ">": a bar, or the name or initials of who wrote them."""

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
_TOLD_WORDS = 8  # a line of a quoted sentence has as many, a prompt's command hardly
_LEADING = " \t\u200b\u200e\u200f\ufeff"
_BOXED = re.compile(r"[ \t\xa0]{0,8}\|(?:[ \t\xa0]{3}|[ \t\xa0]?[-_=+/\\]{1,200}[ \t\xa0]*$|[^|]{0,400}\|)")
_EDGE = re.compile(r"[-_=+/\\ \t\xa0]{1,200}$")  # the rule over or under a box
_UNSEEN = r"\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_BLANK = r"(?:[ \t\xa0\u202f]|$)"
_INITIALS = re.compile(rf"[ \t{_UNSEEN}]{{0,2}}[A-Z][A-Za-z]{{0,3}}>{_BLANK}")  # The Bat!: "JD> text"
_LEAD = re.compile(
    r'\W{0,4}>{2,}[ \xa0\u202f]"([A-Za-z][A-Za-z.\'-]{0,15})"[ \xa0\u202f]=='
)  # Supercite: >>>>> "jl" == Jane Lee writes:
_NAMED = re.compile(
    rf"[ \t{_UNSEEN}]{{0,8}}([A-Za-z][A-Za-z.'-]{{0,15}})>{_BLANK}"
)  # Supercite and its kin: "    Jane> text"


def marked_prefixes(raw: Sequence[str]) -> dict[int, int]:
    """Number of each line that is quoted with a bar, a name or initials -> length of its mark."""
    found = {number: raw[number].index("|") + 1 for number in _barred(raw)}
    return found | {number: raw[number].index(">") + 1 for number in _named(raw)}


def _barred(raw: Sequence[str]) -> Iterator[int]:
    """Lines quoted with "|": two or more in a row, and no table or box."""
    bars = {number for number, each in enumerate(raw) if "|" in each[:MATCHED] and _is_barred(each)}
    if len(bars) < 2:
        return
    bars -= _boxed(raw)
    yield from (number for number in bars if number - 1 in bars or number + 1 in bars)


def _named(raw: Sequence[str]) -> Iterator[int]:
    """Lines quoted with a name or initials: two or more in a row, and each further line with a name that such have.

    A long name needs a line that reads as one of a sentence: "Router> show version" is a prompt.
    """
    names = {number: found.group(1) for number, each in enumerate(raw) if (found := _NAMED.match(each))}
    if not names:
        return
    known = {found.group(1) for each in raw if (found := _LEAD.match(each))}
    for number, name in names.items():
        below = names.get(number + 1)
        if below is None or not name[0].isupper():
            continue
        if _INITIALS.match(raw[number]) and _INITIALS.match(raw[number + 1]):
            known |= {name, below}
        elif below == name and max(len(raw[each].split()) for each in (number, number + 1)) > _TOLD_WORDS:
            known.add(name)
    yield from (number for number, name in names.items() if name in known)


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
