"""Lists of contacts: CSV as address books and CRM systems export it, and vCard 2.1, 3.0 and 4.0."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from server.importing.column_words import CONTACT_COLUMNS, MORE_ADDRESSES, plain
from server.importing.entries import ImportRefused
from server.importing.note_files import ADDRESS, column_names
from server.importing.table import Table
from server.store import Contact, Refused

_BETWEEN = re.compile(r"\s*(?:,|;|\s:::\s|\n)\s*|\s+")
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Found:
    """One contact of a list, or why it is none; `position` lets a bar move."""

    position: int
    contact: Contact | Refused


@dataclass(slots=True)
class ContactTable:
    """A CSV file of contacts; `is_own` knows the team's addresses. Positions count its rows."""

    file: Path
    is_own: Callable[[str], bool] = field(repr=False)
    encoding: str | None = None
    delimiter: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        return sum(1 for _ in self._table().rows())

    def contacts(self) -> Iterator[Found]:
        """Every row; raises ImportRefused."""
        table = self._table()
        columns = table.head.columns
        names = column_names(columns, CONTACT_COLUMNS)
        more = [each for each in columns if _is_more(each) and each not in names]
        if "email" not in names.values() and not more:
            raise ImportRefused(
                f"{self.file}:1: the head has no column of e-mail addresses. Its first line must name the columns, "
                "such as email;name;company;segment or E-Mail;Vorname;Nachname;Firma;Segment. docs/import.md lists the "
                "names."
            )
        left = [each for each in columns if each and each not in names and each not in more]
        self.notes = (f"columns that were not read: {', '.join(left)}",) if left else ()
        seen: dict[str, int] = {}
        for number, row in enumerate(table.rows(), start=1):
            place = f"{self.file.name}:{row.line}"
            if row.problem:
                yield Found(number, Refused(place, row.problem))
                continue
            values = {name: row.cells[column].strip() for column, name in names.items()}
            written = [values.get("email", ""), *(row.cells[each] for each in more)]
            yield Found(number, contact_of(written, values, place, self.is_own, seen, number))

    def _table(self) -> Table:
        def knows(name: str) -> bool:
            return (
                any(name in words for words in CONTACT_COLUMNS.values()) or MORE_ADDRESSES.fullmatch(name) is not None
            )

        return Table(self.file, knows, self.encoding, self.delimiter)


def contact_of(
    written: Sequence[str],
    values: Mapping[str, str],
    place: str,
    is_own: Callable[[str], bool],
    seen: dict[str, int],
    number: int,
) -> Contact | Refused:
    """The contact with these addresses; `seen` keeps which contact of the list each belongs to."""
    addresses = tuple(dict.fromkeys(each for cell in written for each in _addresses(cell)))
    if not any(cell.strip() for cell in written):
        return Refused(place, "has no e-mail address", is_mistake=False)
    if not addresses:
        return Refused(place, "the e-mail address is none: write it like anna@example.com")
    if any(map(is_own, addresses)):
        return Refused(place, "is an address of your own team", is_mistake=False)
    if any(seen.get(each, number) != number for each in addresses):
        return Refused(place, "shares an address with a contact above it: leave it with one of them")
    seen.update(dict.fromkeys(addresses, number))
    name = values.get("name", "") or " ".join(each for each in (values.get("first"), values.get("last")) if each)
    return Contact(addresses, *(_short(each) for each in (name, values.get("company", ""), values.get("segment", ""))))


def _is_more(column: str) -> bool:
    return MORE_ADDRESSES.fullmatch(plain(column)) is not None and not plain(column).endswith(("type", "typ", "label"))


def _addresses(cell: str) -> Iterator[str]:
    for each in _BETWEEN.split(cell):
        address = each.strip("<>\"' ").removeprefix("mailto:").lower()
        if ADDRESS.fullmatch(address):
            yield address


def _short(text: str) -> str:
    return " ".join(text.split())[:LONGEST_NAME]
