"""Who holds something for a while: a name for each part of a process, and whether that process is still there."""

from __future__ import annotations

import itertools
import os
import secrets
import socket
import uuid
from functools import cache
from pathlib import Path

THIS_RUN = secrets.token_hex(8)  # tells this process from one that had its number before
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")  # Linux: another for each machine, and each time that one starts
_numbers = itertools.count()


def new_holder() -> str:
    """A name that nobody else has: the machine, the process, the machine's start, this run of it, and a number."""
    return f"{socket.gethostname()} {os.getpid()} {this_boot()} {THIS_RUN} {next(_numbers)}"


@cache
def this_boot() -> str:
    """Tells this machine from another of the same name."""
    try:
        return BOOT_ID.read_text().strip().replace("-", "")[:12]
    except OSError:
        return f"{uuid.getnode():x}"  # of its network card: the same after a start


def is_dead(holder: str) -> bool:
    """Whether a holder was a process of this machine that has ended; one elsewhere may live."""
    host, number, boot, run = (*holder.split(" "), "", "", "")[:4]
    if (host, boot) != (socket.gethostname(), this_boot()) or not number.isdigit():
        return False
    if int(number) == os.getpid():
        return run != THIS_RUN  # the number was given again, as it always is in a container
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
