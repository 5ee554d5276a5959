"""Ports of this machine for servers that tests start: each is given to one process only, for as long as that lives."""

from __future__ import annotations

import fcntl
import os
import random
import socket
import tempfile
from contextlib import suppress
from pathlib import Path

# Below those that systems hand out by themselves (Linux from 32768, others from 49152): whoever asks the system for a
# port, or just connects to somewhere, never takes one of these between its choice and its use.
PORTS = range(20_000, 32_000)
_held: list[int] = []  # open files: the lock on one says to other processes that the port is taken


def free_port() -> int:
    """A loopback port on which nobody listens, and which no other process gets by this function meanwhile."""
    folder = Path(tempfile.gettempdir(), f"einklang-test-ports-{os.getuid()}")
    folder.mkdir(mode=0o700, exist_ok=True)
    own_chance = random.Random()  # tests seed the one that all share
    for port in own_chance.sample(PORTS, len(PORTS)):
        if _is_free(port) and _is_ours(folder / str(port)):
            return port
    raise RuntimeError(f"no port of {PORTS} is free")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _is_ours(lock: Path) -> bool:
    file = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with suppress(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _held.append(file)
        return True
    os.close(file)
    return False
