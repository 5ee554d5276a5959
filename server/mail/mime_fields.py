"""The header section of a message or part: where it ends, also when programs on the way have torn it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from server.mail.mime_words import header_text, parameters

MOST_FIELDS = 5_000  # real mail has a hundred or so
ODD_LINES = 5  # continued lines that may stand between an odd line and the next field
LONGEST_NAME = 200  # bytes of a field's name

_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
_COMMON = frozenset(
    """from to cc bcc subject date reply-to sender message-id in-reply-to references mime-version content-type
    content-transfer-encoding content-disposition return-path""".split()
)
_REPEATED = ("received", "x-", "arc-", "dkim-", "authentication-results")


@dataclass(frozen=True, slots=True)
class Fields:
    """What a header section holds (lower-case name -> values in order), where it ends, and what was odd."""

    values: Mapping[str, Sequence[str]] = field(repr=False)
    end: int
    problems: tuple[str, ...]


def read_fields(data: bytes) -> Fields:
    """The fields at the start of a message; an odd line among them does not end them if more fields follow."""
    return _Section(data).read()


def opens_with_field(data: bytes) -> bool:
    """Whether the bytes start with a field that every message has."""
    found = _FIELD.match(data)
    return found is not None and found.group(1).decode("ascii").lower() in _COMMON | {"received"}


class _Section:
    """Reads line by line and keeps the field that is still open."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.raw: dict[str, list[bytes]] = {}
        self.count = 0
        self.name = ""
        self.pieces: list[bytes] = []
        self.problems: list[str] = []

    def read(self) -> Fields:
        at = self._read_lines()
        self._close()
        charset = self._charset()
        values = {name: [header_text(each, charset) for each in found] for name, found in self.raw.items()}
        return Fields(values, at, tuple(dict.fromkeys(self.problems)))

    def _read_lines(self) -> int:
        at = 0
        while at < len(self.data):
            line, after = self._line(at)
            found = _FIELD.match(line)
            if not line.strip():
                if not self._goes_on(after, torn=not line):
                    return after
                self.problems.append("blank line among the headers")
            elif line[:1] in b" \t" and self.name:
                self.pieces.append(line.strip())
            elif found:
                self._close()
                self.name = found.group(1).decode("ascii").lower()
                self.pieces = [line[found.end() :].strip()]
            elif self._goes_on(after, torn=False):
                self.pieces.append(line.strip())
                self.problems.append("odd line among the headers")
            else:
                self.problems.append("headers end without a blank line" if self.name else "no headers")
                return at
            at = after
        return at

    def _line(self, at: int) -> tuple[bytes, int]:
        end = self.data.find(b"\n", at)
        end = len(self.data) if end < 0 else end
        return self.data[at:end].rstrip(b"\r"), end + 1

    def _goes_on(self, at: int, *, torn: bool) -> bool:
        """Whether a field comes that is still missing; behind a really empty line only after continued lines."""
        continued = 0
        while at < len(self.data) and continued <= ODD_LINES:
            line, at = self._line(at)
            if line[:1] in (b" ", b"\t") and line.strip():
                continued += 1
                continue
            found = _FIELD.match(line)
            name = found.group(1).decode("ascii").lower() if found else ""
            if name.startswith(_REPEATED) and not torn:
                return True
            return name in _COMMON and name not in self.raw and name != self.name and (continued > 0 or not torn)
        return False

    def _close(self) -> None:
        if not self.name:
            return
        if self.count >= MOST_FIELDS:
            self.problems.append("too many headers")
            return
        self.count += 1
        self.raw.setdefault(self.name, []).append(b" ".join(self.pieces))

    def _charset(self) -> str:
        """The charset of the body, in which careless programs write their headers, too."""
        if all(each.isascii() for found in self.raw.values() for each in found):
            return ""
        given = self.raw.get("content-type", [b""])[0]
        return parameters(given[:1000].decode("ascii", "replace")).get("charset", "")
