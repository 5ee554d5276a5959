"""Contacts in vCard files, one card at a time, so that a broken card loses only itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from server.importing.contact_files import Found, contact_of
from server.importing.encodings import encoding_of
from server.importing.entries import ImportRefused
from server.store import Refused

LONGEST_CARD = 4_000_000  # characters; with a photograph, which is left out, cards take some hundred thousand
LONGEST_LINE = 1_000_000
_PICTURES = ("PHOTO", "LOGO", "SOUND", "KEY")


@dataclass(slots=True)
class VcardFile:
    """A vCard file of any version; positions count its cards."""

    file: Path
    is_own: Callable[[str], bool] = field(repr=False)
    encoding: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        return sum(1 for _ in self._cards())

    def contacts(self) -> Iterator[Found]:
        """Every card; raises ImportRefused."""
        seen: dict[str, int] = {}
        number = 0
        for number, (line, card) in enumerate(self._cards(), start=1):
            place = f"{self.file.name}:{line}"
            if card is None:
                yield Found(number, Refused(place, "the card does not end, or is far too long: END:VCARD is missing"))
                continue
            yield Found(number, _contact(card, place, self.is_own, seen, number))
        if not number:
            raise ImportRefused(
                f"{self.file}: there is no card in it: vCard files have lines BEGIN:VCARD and END:VCARD."
            )

    def _cards(self) -> Iterator[tuple[int, str | None]]:
        """The first line and the text of each card without its pictures; None for one that does not end."""
        encoding = self.encoding or encoding_of(self.file)
        begun, kept, size, in_picture = 0, list[str](), 0, False
        with self.file.open(encoding=encoding, errors="replace") as file:
            number, ended = 0, True
            while line := file.readline(LONGEST_LINE):
                number, ended = number + ended, line.endswith("\n")
                word = line.strip().upper()
                if word == "BEGIN:VCARD":
                    if begun:
                        yield begun, None
                    begun, kept, size, in_picture = number, [], 0, False
                if not begun:
                    continue
                in_picture = _is_picture(line, within=in_picture)
                if not in_picture:
                    kept.append(line)
                    size += len(line)
                if size > LONGEST_CARD:
                    yield begun, None
                    begun = 0
                elif word == "END:VCARD":
                    yield begun, "".join(kept)
                    begun = 0
        if begun:
            yield begun, None


def _is_picture(line: str, *, within: bool) -> bool:
    """Whether a line belongs to a picture: its first line, or one that continues it."""
    if within and (line[:1] in (" ", "\t") or not line.strip() or ":" not in line):
        return True
    name = line.partition(":")[0].partition(";")[0].rpartition(".")[2].strip().upper()
    return name in _PICTURES


def _contact(text: str, place: str, is_own: Callable[[str], bool], seen: dict[str, int], number: int) -> Any:
    vobject = vcard_reader()
    try:
        card = next(vobject.readComponents(text, allowQP=True))
        written = [str(each.value) for each in sorted(card.contents.get("email", []), key=_rank)]
        values = {
            "name": _first(card, "fn") or _name(card),
            "company": _first(card, "org"),
            "segment": _first(card, "categories"),
        }
    except (vobject.base.VObjectError, ValueError, StopIteration, AttributeError, LookupError) as error:
        line = getattr(error, "lineNumber", None)
        return Refused(place, "the card cannot be read" + (f" in its line {line}" if line else ""))
    return contact_of(written, values, place, is_own, seen, number)


def vcard_reader() -> Any:
    """The library that reads cards; raises ImportRefused where it is not installed."""
    try:
        import vobject
    except ImportError as error:
        raise ImportRefused("To read vCard files install the package vobject: pip install vobject") from error
    return vobject


def _rank(email: Any) -> int:
    """The address that the card prefers comes first."""
    preferred = email.params.get("PREF", [])
    if preferred and str(preferred[0]).isdigit():
        return int(preferred[0])
    marked = [*email.params.get("TYPE", []), *getattr(email, "singletonparams", [])]
    return 0 if preferred or any(str(each).upper() == "PREF" for each in marked) else 101


def _first(card: Any, name: str) -> str:
    for line in card.contents.get(name, []):
        value = line.value
        found = str(value[0] if isinstance(value, list) and value else value or "").strip()
        if found and found != "[]":
            return found
    return ""


def _name(card: Any) -> str:
    found = next((line.value for line in card.contents.get("n", [])), None)
    parts = (getattr(found, "given", ""), getattr(found, "family", "")) if found is not None else ()
    return " ".join(part for part in parts if isinstance(part, str) and part)
