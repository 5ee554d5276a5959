"""Notices that the parent process ended, even by SIGKILL: its end of a pipe, our standard input, is closed then."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

STANDARD_INPUT = 0


def when_parent_ends(act: Callable[[], object]) -> None:
    """Calls `act`, once, when standard input ends; returns at once."""

    def watch() -> None:
        while os.read(STANDARD_INPUT, 64):
            pass
        act()

    threading.Thread(target=watch, name="lifeline", daemon=True).start()
