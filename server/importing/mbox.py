"""Mbox files of any dialect: mboxo and mboxrd by their "From " lines, mboxcl and mboxcl2 by Content-Length, too.

A Content-Length is believed only where a new mail or the end of the file stands right behind it: programs that moved
or changed the mail often left an old one there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Literal

from server.importing.entries import Entry, ImportRefused, file_mark, open_file, refuse_packed
from server.importing.mail_entry import LONGEST_KEPT, MailPlace, mail_entry
from server.importing.mbox_lines import Lines
from server.importing.postmark import date_of, is_postmark
from server.store import Refused

Quoting = Literal["auto", "mboxo", "mboxrd", "mboxcl", "mboxcl2"]

LONGEST_HEADER = 256 << 10  # bytes that are searched for Content-Length
_LENGTH = re.compile(rb"(?im)^content-length:[ \t]*(\d{1,18})[ \t]*\r?$")
_QUOTED = {
    "auto": re.compile(rb"(?m)^>(?=>*From )"),
    "mboxrd": re.compile(rb"(?m)^>(?=>*From )"),
    "mboxo": re.compile(rb"(?m)^>(?=From )"),
    "mboxcl": re.compile(rb"(?m)^>(?=From )"),
}
_RAW_FROM = re.compile(rb"(?m)^From ")
_HEADER_END = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Mbox:
    """One mbox file; `sent`: all that lies in it was sent by the team."""

    file: Path
    sent: bool = False
    quoting: Quoting = "auto"
    notes: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        return str(self.file)

    @property
    def size(self) -> int:
        return self.file.stat().st_size

    def mark(self, position: int) -> str:
        return file_mark(self.file, position)

    def entries(self, start: int) -> Iterator[Entry]:
        """Every mail behind `start`."""
        changed = datetime.fromtimestamp(self.file.stat().st_mtime).astimezone()
        with open_file(self.file) as file:
            if not start:
                _refuse_other(self.file, file)
            for found in pieces(file, start):
                place = MailPlace(self.file.name, f"{self.file.name} at byte {found.offset:,}", self.sent)
                end = found.offset + found.size
                if not found.raw.strip():
                    yield Entry(end, Refused(place.shown, "there is no mail behind its From line"))
                    continue
                raw = unquoted(found.raw, self.quoting, found.counted)
                yield Entry(end, mail_entry(raw, place, date_of(found.postmark) or changed, whole=found.whole))


@dataclass(frozen=True, slots=True)
class Piece:
    """One mail of the file: where its postmark begins, how many bytes it takes with it, its bytes as they stand.

    `counted`: its end was told by Content-Length. Not `whole`: only the first LONGEST_KEPT bytes are in `raw`.
    """

    offset: int
    size: int
    postmark: bytes
    raw: bytes = field(repr=False)
    counted: bool
    whole: bool


def pieces(file: BinaryIO, start: int) -> Iterator[Piece]:
    """The mails of an mbox file from a position on."""
    lines = Lines(file, start)
    while lines.current and not lines.current.strip():
        lines.advance()
    while lines.current:
        offset, postmark = lines.offset, lines.current
        while not lines.current.endswith(b"\n") and lines.current:
            lines.advance()
        lines.advance()
        begin = lines.offset
        counted = _pass_over(lines)
        end = lines.offset
        raw = lines.copy(begin, min(end, begin + LONGEST_KEPT))
        yield Piece(offset, end - offset, postmark, raw, counted, end - begin <= LONGEST_KEPT)


def _pass_over(lines: Lines) -> bool:
    """Goes behind one mail; whether its Content-Length told where that is."""
    header, in_header, blank = bytearray(), True, False
    while lines.current:
        if lines.starts_line and is_postmark(lines.current, blank, lines.following):
            return False
        blank = lines.starts_line and not lines.current.strip()
        if in_header and len(header) < LONGEST_HEADER:
            header += lines.current
            if blank:
                in_header = False
                end = _counted_end(bytes(header), lines)
                if end is not None:
                    lines.seek(end)
                    return True
        lines.advance()
    return False


def _counted_end(header: bytes, lines: Lines) -> int | None:
    """Where the mail ends by its Content-Length; None where it has none or that is not true."""
    found = _LENGTH.search(header)
    if found is None:
        return None
    end = lines.offset + len(lines.current) + int(found[1])
    if not lines.peek(end - 1, 1):
        return None  # behind the end of the file
    behind = lines.peek(end, 400)
    blanks = len(behind) - len(behind.lstrip(b"\r\n"))
    if not behind.strip():
        return end + blanks if len(behind) < 400 else None
    line, _, rest = behind[blanks:].partition(b"\n")
    if blanks <= 4 and is_postmark(line, True, rest):
        return end + blanks
    return None


def unquoted(raw: bytes, quoting: Quoting, counted: bool) -> bytes:
    """The mail as it was before it was put into the file: "From " at the beginning of a line is marked there by ">"."""
    end = _HEADER_END.search(raw)
    if quoting == "mboxcl2" or end is None or b">From " not in raw:
        return raw
    head, body = raw[: end.end()], raw[end.end() :]
    if quoting == "auto" and counted and _RAW_FROM.search(body):
        return raw  # mboxcl2: nothing was marked
    mark = _QUOTED[quoting]
    if quoting != "auto":
        return head + mark.sub(b"", body)
    return head + mark.sub(lambda found: b">" if _is_among_quotes(body, found.start()) else b"", body)


def _is_among_quotes(body: bytes, at: int) -> bool:
    """Whether the lines around are quoted ones of a reply: then so is this one, which mboxo left as it was."""
    before = body[body.rfind(b"\n", 0, max(at - 1, 0)) + 1 : at]
    after = body[body.find(b"\n", at) + 1 :][:1] if body.find(b"\n", at) >= 0 else b""
    return before.startswith(b">") or after == b">"


def _refuse_other(path: Path, file: BinaryIO) -> None:
    start = file.read(4096)
    refuse_packed(path, start)
    if not start.strip():
        raise ImportRefused(f"{path}: is empty.")
    first, _, rest = start.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").partition(b"\n")
    if not is_postmark(first + b"\n", True, rest):
        raise ImportRefused(
            f"{path}: is no mbox file: it does not begin with a line like 'From anna@example.com Mon Jan  5 ...'. "
            "For single mails take: einklang import eml FOLDER"
        )
