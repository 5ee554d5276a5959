"""Makes archives of mail for the tests of imports."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from server.importing.mbox import Mbox, Quoting
from server.store import Imported, Refused

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
POSTMARK = b"From anna@kunde.example Mon Jan  5 10:00:00 2026\n"
SUPPORT = "support@team.example"
ANNA = "anna@kunde.example"


def mail(
    text: str = "Hallo, wann kommt die Waage?",
    number: int | None = 1,
    sender: str = ANNA,
    to: str = SUPPORT,
    **more: str,
) -> bytes:
    """A mail with LF line ends; without a `number` it has no Message-ID."""
    fields = {"From": sender, "To": to, "Subject": "Waage", "Date": "Mon, 05 Jan 2026 10:00:00 +0100"}
    if number is not None:
        fields["Message-ID"] = f"<{number}@kunde.example>"
    fields |= {name.replace("_", "-"): value for name, value in more.items()}
    head = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"{head}\n{text}\n".encode()


def mbox(*mails: bytes) -> bytes:
    """The mails as they stand in an mbox file; what has to be marked in their texts is marked already."""
    return b"".join(POSTMARK + each + b"\n" for each in mails)


def read(
    folder: Path, content: bytes, *, name: str = "Archiv.mbox", quoting: Quoting = "auto"
) -> list[Imported | Refused]:
    """All that an mbox file of this content brings."""
    path = folder / name
    path.write_bytes(content)
    return [each.found for each in Mbox(path, quoting=quoting).entries(0)]


def bodies(found: list[Imported | Refused]) -> list[str]:
    """What stands behind the headers of the mails."""
    assert all(isinstance(each, Imported) for each in found), found
    return [each.raw.partition(b"\n\n")[2].decode().strip() for each in found if isinstance(each, Imported)]
