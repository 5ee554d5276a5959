"""`einklang run`: everything at once; with no mailbox connected, a demo on a real IMAP server of its own."""

from __future__ import annotations

import click

from server.commands import Invocation


@click.command()
@click.option("--demo", is_flag=True, help="Show the demo although mailboxes are connected.")
@click.pass_obj
def command(invocation: Invocation, demo: bool) -> None:
    """Start the server and the worker, and print the address to open."""
    from server.running import run

    run(invocation.settings, invocation.env, invocation.config, demo=demo)
