"""`einklang worker`: reads the mailboxes and learns."""

from __future__ import annotations

import click

from server.commands import Invocation


@click.command()
@click.option("--with-parent", is_flag=True, hidden=True, help="Stop when standard input ends.")
@click.option("--part", type=click.Choice(["mailboxes", "jobs"]), hidden=True, help="Be one of a worker's processes.")
@click.pass_obj
def command(invocation: Invocation, with_parent: bool, part: str | None) -> None:
    """Read the mailboxes, learn from new mail, until stopped (Ctrl+C or SIGTERM)."""
    import os

    from server.one_thread import calculate_in_one_thread

    settings, env = invocation.settings, invocation.env
    if part is not None:
        calculate_in_one_thread(os.environ)

    from server import worker_parts
    from server.logging_setup import set_up

    set_up(settings.log.level, settings.log.format)
    if settings.jobs.queue == "local":
        worker_parts.run_alone(settings, env, with_parent=with_parent)
    elif part is None:
        worker_parts.run_parts(settings, env, invocation.config, with_parent=with_parent)
    elif part == worker_parts.MAILBOXES:
        worker_parts.watch(settings, env, with_parent=with_parent)
    else:
        worker_parts.do_jobs(settings, env, with_parent=with_parent)
