"""`einklang mailbox pause` and `resume`: leave a mailbox alone for a while."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from server.commands import Invocation
from server.commands.mailbox.chosen import chosen


@click.command()
@click.argument("address", required=False)
@click.option("--all", "everything", is_flag=True, help="All mailboxes.")
@click.pass_obj
def pause(invocation: Invocation, address: str | None, everything: bool) -> None:
    """Leave the mailbox ADDRESS alone until it is resumed; what was read and learned stays in use."""
    _refuse_neither(address, everything=everything)
    with invocation.store() as store:
        for mailbox in chosen(store, address):
            store.mailbox_states.pause(mailbox.id, datetime.now(UTC))
            click.echo(f"{mailbox.address} is paused. Go on with: einklang mailbox resume {mailbox.address}")


@click.command()
@click.argument("address", required=False)
@click.option("--all", "everything", is_flag=True, help="All mailboxes.")
@click.pass_obj
def resume(invocation: Invocation, address: str | None, everything: bool) -> None:
    """Read the mailbox ADDRESS again, at once: after a pause, or when a problem is mended."""
    _refuse_neither(address, everything=everything)
    with invocation.store() as store:
        for mailbox in chosen(store, address):
            store.mailbox_states.resume(mailbox.id, datetime.now(UTC))
            click.echo(f"{mailbox.address} is looked at again by the worker, within seconds.")


def _refuse_neither(address: str | None, *, everything: bool) -> None:
    if (address is None) != everything:
        raise click.UsageError("Name one mailbox, or say --all.")
