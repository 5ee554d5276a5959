"""`einklang worker`: reads the mailboxes and learns."""

from __future__ import annotations

import click

from server.commands import Invocation


@click.command()
@click.option("--with-parent", is_flag=True, hidden=True, help="Stop when standard input ends.")
@click.pass_obj
def command(invocation: Invocation, with_parent: bool) -> None:
    """Read the mailboxes, learn from new mail, until stopped (Ctrl+C or SIGTERM)."""
    import signal
    import threading

    from server.jobs.local import LocalQueue
    from server.lifeline import when_parent_ends
    from server.logging_setup import set_up
    from server.wiring import build
    from server.worker import Worker

    set_up(invocation.settings.log.level)
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    if with_parent:
        when_parent_ends(stopped.set)
    services = build(invocation.settings, invocation.env)
    worker = Worker(services, LocalQueue())
    worker.start()
    stopped.wait()
    worker.stop()
    services.close()
