"""Counts that end by themselves, in memory that the processes of one web server share; as large however much is asked.

The table is made before the processes are forked. A process that is killed leaves no lock behind: the kernel takes back
what it held.
"""

from __future__ import annotations

import fcntl
import hashlib
import mmap
import os
import struct
import tempfile
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

NAME = 16  # bytes of the hash that a key is known by
ENTRY = struct.Struct(f"<{NAME}sQd")  # the hash, how many, and until when by the clock of the epoch
WAYS = 8  # entries of one row; where all are taken the one that ends first makes room
ROWS = 8_192  # 65,536 entries, 2 MB


class SharedCounts:
    """Key -> how many, until when; safe between threads and between processes that were forked after it was made."""

    def __init__(self, rows: int = ROWS, seconds: Callable[[], float] = time.time) -> None:
        """`seconds` is a clock that all processes share."""
        self._rows, self._seconds = rows, seconds
        size = rows * WAYS * ENTRY.size
        self._memory = mmap.mmap(-1, size)  # anonymous and shared with whoever is forked
        with tempfile.TemporaryFile() as file:  # its bytes are locked, none is ever written
            self._locked = os.dup(file.fileno())
        weakref.finalize(self, os.close, self._locked)
        self._turn = Lock()  # a lock of the file is one process's; its threads have to agree among themselves

    def add(self, key: str, amount: int, lasts: float) -> int:
        """How many there are with this amount; a key that is not there begins, and ends after so many seconds."""
        with self._row(key) as (name, row):
            place, count, until = self._found(name, row)
            if not until:
                until = self._seconds() + lasts
            ENTRY.pack_into(self._memory, place, name, count + amount, until)
            return count + amount

    def put(self, key: str, lasts: float) -> None:
        """Has a key be there for so many seconds from now on."""
        with self._row(key) as (name, row):
            place, count, _ = self._found(name, row)
            ENTRY.pack_into(self._memory, place, name, max(count, 1), self._seconds() + lasts)

    def of(self, key: str) -> tuple[int, float]:
        """How many, and until when; 0 and 0.0 where there are none."""
        with self._row(key) as (name, row):
            _, count, until = self._found(name, row)
            return count, until

    def forget(self, key: str) -> None:
        """Ends a key."""
        with self._row(key) as (name, row):
            place, _, _ = self._found(name, row)
            ENTRY.pack_into(self._memory, place, bytes(NAME), 0, 0.0)

    @contextmanager
    def _row(self, key: str) -> Iterator[tuple[bytes, int]]:
        name = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=NAME).digest()
        row = int.from_bytes(name[:4], "little") % self._rows
        with self._turn:
            fcntl.lockf(self._locked, fcntl.LOCK_EX, 1, row)
            try:
                yield name, row * WAYS * ENTRY.size
            finally:
                fcntl.lockf(self._locked, fcntl.LOCK_UN, 1, row)

    def _found(self, name: bytes, row: int) -> tuple[int, int, float]:
        """Where the entry stands or may be written, with its count and its end; no end where it is not there."""
        now, place, ends_first = self._seconds(), row, float("inf")
        for each in range(row, row + WAYS * ENTRY.size, ENTRY.size):
            known, count, until = ENTRY.unpack_from(self._memory, each)
            if known == name and until > now:
                return each, count, until
            if until < ends_first:
                place, ends_first = each, until
        return place, 0, 0.0
