"""Large tables of which few rows are read at a time: on disk instead of in memory."""

from __future__ import annotations

import os
import tempfile
import weakref
from functools import lru_cache, partial
from typing import Any

import numpy as np
import numpy.typing as npt

WRITTEN_AT_ONCE = 4_096  # rows
KNOWN_ROWS = 2_048  # of each table, those read last: the words of the sentences that are being typed


class StoredRows:
    """The rows of a table, in a temporary file without a name that is gone with the process; safe between threads.

    Read, not mapped: a kernel may map a whole file at the first touch, and then it counts as this process's memory.
    """

    def __init__(self, table: npt.NDArray[Any]) -> None:
        self._width, self._type = table.shape[1], table.dtype
        self._row_bytes = self._width * self._type.itemsize
        with tempfile.TemporaryFile(prefix="einklang-", buffering=0) as file:
            for start in range(0, len(table), WRITTEN_AT_ONCE):
                file.write(table[start : start + WRITTEN_AT_ONCE].tobytes())
            self._file = os.dup(file.fileno())
        weakref.finalize(self, os.close, self._file)
        self._known = lru_cache(KNOWN_ROWS)(partial(_row, self._file, self._row_bytes))

    def row(self, number: int) -> bytes:
        """One row as it stands in memory."""
        return _row(self._file, self._row_bytes, number)

    def __getitem__(self, numbers: npt.NDArray[np.integer[Any]]) -> npt.NDArray[Any]:
        """A table of these rows, as numpy's own indexing gives it."""
        found = np.empty((len(numbers), self._width), self._type)
        if len(numbers):
            rows = b"".join(map(self._known, numbers.tolist()))
            found[:] = np.frombuffer(rows, self._type).reshape(found.shape)
        return found


def _row(file: int, size: int, number: int) -> bytes:
    return os.pread(file, size, number * size)


def stored(table: npt.NDArray[Any]) -> StoredRows | npt.NDArray[Any]:
    """The table on disk; the table itself where no file can be written, or none be read at a place."""
    try:
        return StoredRows(table) if hasattr(os, "pread") else table
    except OSError:
        return table
