"""`einklang worker`: reads the mailboxes and learns."""

from __future__ import annotations

import click

from server.commands import Invocation


@click.command()
@click.pass_obj
def command(invocation: Invocation) -> None:
    """Read the mailboxes, learn from new mail, until stopped (Ctrl+C or SIGTERM)."""
    import signal
    import threading

    from server.jobs.local import LocalQueue
    from server.logging_setup import set_up
    from server.wiring import build
    from server.worker import Worker

    set_up(invocation.settings.log.level)
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    services = build(invocation.settings, invocation.env)
    queue = LocalQueue()
    Worker(services, queue).start()
    stopped.wait()
    queue.stop()
    services.close()
