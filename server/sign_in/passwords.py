"""Passwords as hashes: argon2id with the low-memory profile of RFC 9106 (64 MiB, three passes, four lanes)."""

from __future__ import annotations

import base64
import secrets
import threading
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

SHORTEST, LONGEST = 12, 1024  # characters
AT_ONCE = 2  # hashes; each takes 64 MiB, and a crowd at the door shall not take all memory


class Passwords:
    """Makes and compares hashes, a few at a time."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
        # Of no password: compared where a name is unknown, so that the answer takes as long as for one that is known.
        self._nobodys = _random_hash(self._hasher)
        self._turn = threading.BoundedSemaphore(AT_ONCE)

    def hashed(self, password: str) -> str:
        """What is stored of a password: the hash, with a fresh salt and the parameters."""
        with self._turn:
            return self._hasher.hash(normal(password))

    def fits(self, password: str, stored: str | None) -> bool:
        """Whether this is the password behind a hash; without one it is not, which takes as long to say."""
        text = normal(password)
        if len(text) > LONGEST:
            return False
        with self._turn:
            try:
                return self._hasher.verify(stored or self._nobodys, text) and stored is not None
            except (VerificationError, InvalidHashError):
                return False

    def is_outdated(self, stored: str) -> bool:
        """Whether it was hashed with other parameters than today's."""
        return self._hasher.check_needs_rehash(stored)


def normal(password: str) -> str:
    """The password in the one form in which it is hashed: keyboards write the same letters differently."""
    return unicodedata.normalize("NFKC", password.encode("utf-8", "replace").decode())


def _random_hash(hasher: PasswordHasher) -> str:
    """A hash of today's parameters that fits no password, made without computing one."""
    costs = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    parts = (
        base64.b64encode(secrets.token_bytes(size)).rstrip(b"=").decode() for size in (hasher.salt_len, hasher.hash_len)
    )
    return f"$argon2id$v=19${costs}${'$'.join(parts)}"
