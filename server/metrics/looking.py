"""A look that is held for some seconds, however many ask."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Seen = TypeVar("Seen")

LOOK_AGAIN = 10.0  # seconds


class HeldLook(Generic[Seen]):
    """What `look` returned, at most `LOOK_AGAIN` seconds ago; `seconds` is a clock that only goes forward."""

    def __init__(self, look: Callable[[], Seen], seconds: Callable[[], float]) -> None:
        self._look, self._seconds = look, seconds
        self._held: tuple[float, Seen] | None = None
        self._lock = Lock()

    def __call__(self) -> Seen:
        """The look of now or the one that is held; who asks meanwhile waits for it."""
        with self._lock:
            if self._held is None or self._seconds() >= self._held[0]:
                seen = self._look()
                self._held = (self._seconds() + LOOK_AGAIN, seen)
            return self._held[1]
