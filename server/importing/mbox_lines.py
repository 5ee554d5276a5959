"""The lines of a file with where each begins, one ahead, and never more of a line than memory can hold."""

from __future__ import annotations

from typing import BinaryIO

LONGEST_PIECE = 1 << 16  # bytes; a longer line comes in pieces of this size


class Lines:
    """A file read line by line from a position on; `offset` is where the line in `current` begins."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        self._file = file
        self.seek(start)

    def seek(self, position: int) -> None:
        """Goes on from here, which must be the beginning of a line."""
        self._file.seek(position)
        self.offset = position
        self.current = self._file.readline(LONGEST_PIECE)
        self.following = self._file.readline(LONGEST_PIECE)
        self.starts_line = True

    def advance(self) -> None:
        """Takes the next line; `current` is empty at the end of the file."""
        self.starts_line = self.current.endswith(b"\n")
        self.offset += len(self.current)
        self.current = self.following
        self.following = self._file.readline(LONGEST_PIECE) if self.current else b""

    def peek(self, position: int, count: int) -> bytes:
        """What stands at a position; reading goes on where it was."""
        self._file.seek(position)
        found = self._file.read(count)
        self._file.seek(self.offset + len(self.current) + len(self.following))
        return found

    def copy(self, start: int, end: int) -> bytes:
        """What stands between two positions; reading goes on where it was."""
        return self.peek(start, max(end - start, 0))
