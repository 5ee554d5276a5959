"""How fast one worker knocks at a mail server: a hundred mailboxes at one provider must not all sign in at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

AT_ONCE = 10  # connections to one server that need not wait, after a pause


class ConnectingPace:
    """Spaces out new connections to each server; `per_minute` of 0 lets all through."""

    def __init__(self, per_minute: int, *, seconds: Callable[[], float] = time.monotonic) -> None:
        self._space = 60.0 / per_minute if per_minute else 0.0
        self._seconds = seconds
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def turn(self, host: str) -> float:
        """Takes the next place at a server; how many seconds to wait for it."""
        if not self._space:
            return 0.0
        now = self._seconds()
        with self._lock:
            earliest = now - AT_ONCE * self._space
            place = max(self._next.get(host.lower(), earliest), earliest) + self._space
            self._next[host.lower()] = place
        return max(place - now, 0.0)

    def wait(self, host: str, stopping: threading.Event) -> bool:
        """Waits for the next place at a server; False, and at once, where `stopping` is set before it comes."""
        return not stopping.wait(self.turn(host))
