"""Who holds something for a while: a name for each part of a process, and whether that process is still there."""

from __future__ import annotations

import itertools
import os
import secrets
import socket

THIS_RUN = secrets.token_hex(8)  # tells this process from one that had its number before
_numbers = itertools.count()


def new_holder() -> str:
    """A name that nobody else has: the machine, the process, this run of it, and a number."""
    return f"{socket.gethostname()} {os.getpid()} {THIS_RUN} {next(_numbers)}"


def is_dead(holder: str) -> bool:
    """Whether a holder was a process of this machine that has ended; one elsewhere may live."""
    host, number, run = (*holder.split(" "), "", "")[:3]
    if host != socket.gethostname() or not number.isdigit():
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
