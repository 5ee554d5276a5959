"""Work in a process of its own that is killed at a chosen statement of its database."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from functools import cache
from multiprocessing.context import ForkServerContext

from sqlalchemy import event
from sqlalchemy.engine import Engine

# Forked from a process that has imported this and holds nothing else: an import each time would be most of the work.
PRELOADED = ["pytest", "server.store", "server.importing.running", "tests.server.store.mails"]


def killed_at(statement: int, work: Callable[..., object], *arguments: object) -> bool:
    """Runs `work(*arguments)` and kills its process after so many statements and commits; False if it ended before.

    0: it is not killed.
    """
    process = _forks().Process(target=_run, args=(statement, work, arguments))
    process.start()
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL), process.exitcode
    return process.exitcode != 0


@cache
def _forks() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context


def _run(left: int, work: Callable[..., object], arguments: tuple[object, ...]) -> None:
    def die_or_go_on(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "after_cursor_execute", die_or_go_on)
    event.listen(Engine, "commit", die_or_go_on)
    work(*arguments)
