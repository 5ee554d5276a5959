"""A limit of processor time around something that hostile input might keep busy."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


class TooLong(BaseException):
    """More processor time than it may take; nothing that catches Exception takes this for its own."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises TooLong where what is done within takes more processor time than this."""

    def stop(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
