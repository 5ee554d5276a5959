"""The counts of Flask-Limiter in memory that several web processes share."""

from __future__ import annotations

import time
from typing import Any

from limits.storage import Storage

from server.web.shared_counts import SharedCounts

SCHEME = "shared"


class SharedStorage(Storage):
    """What Flask-Limiter counts in, for windows that begin with the first request and end after so many seconds."""

    STORAGE_SCHEME = [SCHEME]  # noqa: RUF012 - the library's own word

    def __init__(
        self, uri: str | None = None, wrap_exceptions: bool = False, *, counts: SharedCounts, **_: Any
    ) -> None:
        super().__init__(uri, wrap_exceptions)
        self._counts = counts

    @property
    def base_exceptions(self) -> type[Exception]:
        """None but the kernel's."""
        return OSError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Counts, and says how many there are in this window."""
        return self._counts.add(key, amount, expiry)

    def get(self, key: str) -> int:
        """How many there are in this window."""
        return self._counts.of(key)[0]

    def get_expiry(self, key: str) -> float:
        """When the window ends, in seconds of the epoch."""
        return self._counts.of(key)[1] or time.time()

    def check(self) -> bool:
        """Memory is always there."""
        return True

    def reset(self) -> int | None:
        """Nobody empties it; all windows end by themselves."""
        return None

    def clear(self, key: str) -> None:
        """Begins anew for this key."""
        self._counts.forget(key)
