"""mbsync as the measure of a first sync: the same mails into a Maildir, and what that took."""

from __future__ import annotations

import resource
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """What a program took: seconds on the clock, and of processor time."""

    seconds: float
    processor: float


def run_mbsync(directory: Path, port: int, user: str, password: str, *, waits: bool = False) -> Run:
    """Fetches all of a user's INBOX into an empty folder, which then goes; `waits`: for the disk after each mail."""
    target = directory / "mbsync"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    settings = directory / "mbsyncrc"
    settings.write_text(
        f"FSync {'yes' if waits else 'no'}\nSyncState *\n\nIMAPAccount a\nHost 127.0.0.1\nPort {port}\n"
        f"User {user}\nPass {password}\nSSLType None\nAuthMechs LOGIN\n\nIMAPStore far\nAccount a\n\n"
        f"MaildirStore near\nPath {target}/\nInbox {target}/INBOX\n\n"
        "Channel c\nFar :far:\nNear :near:\nPatterns INBOX\nCreate Near\nSync Pull\n"
    )
    began, used = time.monotonic(), _used_by_children()
    subprocess.run(["mbsync", "-q", "-c", str(settings), "c"], check=True, capture_output=True)
    run = Run(round(time.monotonic() - began, 2), round(_used_by_children() - used, 2))
    shutil.rmtree(target)
    return run


def _used_by_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
