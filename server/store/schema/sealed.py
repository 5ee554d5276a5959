"""Columns whose text or bytes are encrypted where the installation wants that; both kinds are read in either case.

How a database seals is told to its engine's dialect once, for a column type knows nothing else of where it is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect, LargeBinary, Text, TypeDecorator

from server.errors import StoreError
from server.store.sealing import Sealing

MARK = "\x02sealed:"  # no text begins with a control character: what is stored in the open loses one
BYTES_MARK = MARK.encode()
ATTRIBUTE = "einklang_seals"


@dataclass(slots=True)
class Seals:
    """How one open database seals: nothing, the bytes of mail that waits, or all texts."""

    sealing: Sealing | None = None
    texts: bool = False
    waiting: bool = False

    @property
    def of_bytes(self) -> Sealing | None:
        """What seals the bytes of mail that waits; None where they are stored in the open."""
        return self.sealing if self.waiting or self.texts else None


class SealedText(TypeDecorator[str]):
    """A text; an empty one is never sealed, so that it can be told from others in a query."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if not value:
            return value
        seals = seals_of(dialect)
        if not (seals.texts and seals.sealing):
            return value.lstrip("\x02")
        return MARK + seals.sealing.seal(value.encode("utf-8", "surrogatepass")).decode("ascii")

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or not value.startswith(MARK):
            return value
        opened = _opening(dialect).open(value.removeprefix(MARK).encode("ascii"))
        return opened.decode("utf-8", "surrogatepass")


class SealedBytes(TypeDecorator[bytes]):
    """Bytes of mail that waits to be learned."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        sealing = seals_of(dialect).of_bytes
        if not value or sealing is None:
            return value
        return BYTES_MARK + sealing.seal(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        if value is None or not value.startswith(BYTES_MARK):
            return value
        return _opening(dialect).open(value.removeprefix(BYTES_MARK))


def seals_of(dialect: Dialect) -> Seals:
    """How the database of this dialect seals; to be changed by whoever knows the settings."""
    found: Any = getattr(dialect, ATTRIBUTE, None)
    if found is None:
        found = Seals()
        setattr(dialect, ATTRIBUTE, found)
    assert isinstance(found, Seals)
    return found


def _opening(dialect: Dialect) -> Sealing:
    sealing = seals_of(dialect).sealing
    if sealing is None:
        raise StoreError("The texts of mails are encrypted, and the store was opened without its key.")
    return sealing
