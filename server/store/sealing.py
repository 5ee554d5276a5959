"""The port to the keys: what the store seals with, each kind of secret with a key of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

AUDIT = "audit log"
TEXTS = "texts of mails"
PERSONS = "persons who are not to be known"
HINTS = "marks of hint feedback"


class Sealing(Protocol):
    """Encrypts and signs for one purpose; what was sealed for another does not open."""

    def seal(self, data: bytes) -> bytes: ...

    def open(self, sealed: bytes) -> bytes: ...

    def is_newest(self, sealed: bytes) -> bool:
        """Whether this was sealed with the key that is in use."""
        ...


class Keys(Protocol):
    """What an installation's master key gives."""

    def sealing(self, purpose: str) -> Sealing: ...


class LateSealing:
    """The sealing for a purpose of keys that are asked for when something is first sealed or opened."""

    def __init__(self, keys: Callable[[], Keys], purpose: str) -> None:
        self._keys, self._purpose = keys, purpose

    def seal(self, data: bytes) -> bytes:
        return self._keys().sealing(self._purpose).seal(data)

    def open(self, sealed: bytes) -> bytes:
        return self._keys().sealing(self._purpose).open(sealed)

    def is_newest(self, sealed: bytes) -> bool:
        return self._keys().sealing(self._purpose).is_newest(sealed)
