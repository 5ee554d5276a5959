"""A person taken out of the words of others: address, full name and what they wrote, each letter by a black block.

The length stays, for places in a text are kept as numbers of its characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Table

from server.store.erasure import Known, bare

BLACK = "█"
# Begins only where a word begins and is bounded: a line of a million letters takes no longer than reading it.
ADDRESS = re.compile(r"(?<![\w.+&'*/=?^{}~!#$%-])[\w.+&'*/=?^{}~!#$%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
BEFORE, AFTER = r"(?<![\w.+-])", r"(?![\w-])"


class Redaction:
    """What is changed in a row of somebody else so that the person can no longer be read in it."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._pattern = re.compile("|".join(_patterns(known)), re.IGNORECASE)
        self._literals = tuple(_literals(known))

    def changes(self, table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
        """Column -> new value; empty where the person is not in it."""
        changed = {
            name: self.blackened(value)
            for name, value in row.items()
            if isinstance(value, str) and not table.c[name].primary_key and self._names(value)
        }
        return changed | self._mail(row) if table.name == "message" else changed

    def finds(self, text: str) -> bool:
        """Whether the person stands in it: by address, by name, or by a long line that they wrote."""
        return self._names(text) or self._quotes(text)

    def blackened(self, text: str) -> str:
        """The text without address and name."""
        return self._pattern.sub(lambda found: BLACK * len(found.group()), text)

    def _mail(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A mail that quotes the person, or answers them, keeps only what its own author wrote."""
        changed: dict[str, Any] = {}
        answers = row["in_reply_to"] in self._known.message_ids
        if answers:
            changed["in_reply_to"] = None
        body, authored = row["body"], row["authored"]
        if authored and (self._names(authored) or self._quotes(authored)):
            changed["authored"] = authored = self._own_words(authored)
        if body and (answers or self._names(body) or self._quotes(body)):
            kept = authored or self._own_words(body)
            changed |= {"body": kept} if kept != body else {}
        return changed

    def _names(self, text: str) -> bool:
        """Whether the person is named; most texts are told by plain words, which takes a twentieth of the time."""
        small = text.lower()
        return any(each in small for each in self._literals) and self._pattern.search(text) is not None

    def _quotes(self, text: str) -> bool:
        return bool(self._known.lines) and any(bare(line) in self._known.lines for line in text.splitlines())

    def _own_words(self, text: str) -> str:
        lines = text.splitlines(keepends=True)
        return "".join(_black(line) if bare(line) in self._known.lines else self.blackened(line) for line in lines)


def without_addresses(text: str, is_away: Callable[[str], bool]) -> str:
    """The text with every address blackened that `is_away` knows."""
    return ADDRESS.sub(lambda found: BLACK * len(found.group()) if is_away(found.group()) else found.group(), text)


def _literals(known: Known) -> list[str]:
    """Plain words of which one stands in every text that the patterns fit."""
    found = [spelled for each in known.addresses for spelled in (each, each.replace("@", "%40"))]
    return found + [max(name.replace(",", " ").split(), key=len).lower() for name in known.names]


def _patterns(known: Known) -> list[str]:
    found = []
    for address in known.addresses:
        for spelled in (address, address.replace("@", "%40")):
            found.append(BEFORE + re.escape(spelled) + AFTER)
    for name in known.names:
        for words in orders_of(name):
            found.append(r"(?<!\w)" + r"[\s,]+".join(map(re.escape, words)) + r"(?!\w)")
    return found


def orders_of(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name as it is written, and with the last one first: both stand for the same person."""
    words = tuple(name.replace(",", " ").split())
    return words, (words[-1], *words[:-1])


def _black(line: str) -> str:
    text = line.rstrip("\r\n")
    return BLACK * len(text) + line[len(text) :]
