"""Folders of single mails: .eml files at any depth, and Maildir folders, whose files have no ending."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path

from server.importing.entries import Entry, ImportRefused, open_file
from server.importing.mail_entry import LONGEST_KEPT, MailPlace, folder_left_out, is_sent_folder, mail_entry
from server.mail.mailbox_names import NotAName, decode
from server.store import Imported, Refused

MAILDIR = ("cur", "new")
NOT_FILES = "tmp"  # of a Maildir: mail that is just being written
REMEMBERED = 1000  # names of the files that were read last, more than go into a batch


@dataclass(slots=True)
class MailFolder:
    """A folder of .eml files or a Maildir, or one .eml file; positions count its files in order of their names."""

    root: Path
    sent: bool = False
    notes: tuple[str, ...] = ()
    _passed: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    @property
    def path(self) -> str:
        return str(self.root)

    @property
    def size(self) -> int:
        return sum(1 for _ in mail_files(self.root))

    def mark(self, position: int) -> str:
        """The name of the last file before `position`."""
        for known, name in reversed(self._passed):
            if known == position:
                return name
        last = next(islice(mail_files(self.root), max(position - 1, 0), None), None) if position else None
        return last.name if last is not None else ""

    def entries(self, start: int) -> Iterator[Entry]:
        """Every mail behind `start`."""
        found = False
        for number, path in enumerate(mail_files(self.root)):
            found = True
            if number >= start:
                self._passed.append((number + 1, path.name))
                yield Entry(number + 1, self._entry(path))
        if not found:
            raise ImportRefused(f"{self.root}: there are no .eml files and no Maildir folders in it.")

    def _entry(self, path: Path) -> Imported | Refused:
        shown = str(path.relative_to(self.root)) if path != self.root else path.name
        folder = _folder_name(path, self.root)
        for name in folder.split("/"):
            if (reason := folder_left_out(name)) is not None:
                return Refused(shown, reason, is_mistake=False)
        if (reason := _flagged(path)) is not None:
            return Refused(shown, reason, is_mistake=False)
        if path.is_symlink() and path != self.root:
            return Refused(shown, "is a link, which may lead to a file of somebody else's")
        try:
            with open_file(path) as file:
                raw = file.read(LONGEST_KEPT)
                whole = not file.read(1)
                changed = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime).astimezone()
        except (ImportRefused, OSError) as error:
            reason = getattr(error.__cause__ or error, "strerror", None) or "cannot be read"
            return Refused(shown, f"cannot be read: {reason}")
        if not raw.strip():
            return Refused(shown, "is empty")
        sent = self.sent or any(map(is_sent_folder, folder.split("/")))
        return mail_entry(raw, MailPlace(folder, shown, sent), changed, whole=whole)


def mail_files(root: Path) -> Iterator[Path]:
    """All files with mail below a folder, in the order of their names; links to other folders are not followed."""
    if root.is_file():
        yield root
        return
    for place, folders, files in os.walk(root, onerror=_refuse):
        here = Path(place)
        is_maildir = set(MAILDIR) <= set(folders)
        folders[:] = sorted(each for each in folders if not (is_maildir and each == NOT_FILES))
        within = here.name in MAILDIR and all((here.parent / each).is_dir() for each in MAILDIR)
        for name in sorted(files):
            if name.lower().endswith(".eml") or (within and not name.startswith(".")):
                yield here / name


def _refuse(error: OSError) -> None:
    raise ImportRefused(f"{error.filename}: cannot be read: {error.strerror}.") from error


def _folder_name(path: Path, root: Path) -> str:
    """The folder as people see it: of "Firma/.Gesendet/cur/1" it is "Firma/Gesendet"."""
    parts = list(path.parent.parts[len(root.parent.parts) :]) if path != root else [path.parent.name]
    if len(parts) > 1 and parts[-1] in MAILDIR:
        parts = parts[:-1]
    levels = [level for part in parts for level in _levels(part)]
    return "/".join(levels) or root.name


def _levels(part: str) -> list[str]:
    """A Maildir++ folder is named ".INBOX.Gesendet", in modified UTF-7 or UTF-8; a folder of .eml files as it is."""
    if not part.startswith(".") or len(part) == 1:
        return [part]
    try:
        return [decode(os.fsencode(each)) for each in part[1:].split(".") if each]
    except NotAName:
        return [part]


def _flagged(path: Path) -> str | None:
    """Why a Maildir's flags keep a mail out."""
    _, marked, flags = path.name.rpartition(":2,")
    if not marked or path.parent.name not in MAILDIR:
        return None
    if "T" in flags:
        return "deleted mail, by its flag"
    return "a draft, by its flag" if "D" in flags else None
