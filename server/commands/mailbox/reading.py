"""`einklang mailbox check` and `sync`: try mailboxes out, and read their new mail now."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from server.commands import Invocation
from server.commands.mailbox.chosen import chosen, credentials, one_after_the_other, show, tried
from server.commands.mailbox.progress import bars
from server.errors import ServerError

if TYPE_CHECKING:
    from server.store import Mailbox, Store


@click.command()
@click.argument("address", required=False)
@click.pass_obj
def check(invocation: Invocation, address: str | None) -> None:
    """Try the mailbox ADDRESS, or all of them, step by step; nothing is changed."""
    with invocation.store() as store, one_after_the_other() as problems:
        for mailbox in chosen(store, address):
            click.echo(mailbox.address)
            try:
                report = tried(mailbox, credentials(invocation, store))
            except ServerError as error:
                problems.append(_with_address(mailbox.address, error))
                continue
            show(report)
            if report.failure is not None:
                problems.append(str(report.failure))


@click.command()
@click.argument("address", required=False)
@click.pass_obj
def sync(invocation: Invocation, address: str | None) -> None:
    """Read the new mail of the mailbox ADDRESS, or of all of them, now."""
    with invocation.store() as store, one_after_the_other() as problems:
        for mailbox in chosen(store, address):
            try:
                read_mail(invocation, store, mailbox)
            except ServerError as error:
                problems.append(_with_address(mailbox.address, error))


def read_mail(invocation: Invocation, store: Store, mailbox: Mailbox) -> None:
    """Reads what is new in a mailbox and says how much that was; raises ServerError."""
    from server.mirroring import imap_opener, mirror_mailbox

    opener = imap_opener(credentials(invocation, store))
    with bars() as progress:
        result = mirror_mailbox(mailbox, store, opener, datetime.now(UTC), progress=progress)
    for folder in result.folders:
        unreadable = f", {len(folder.unreadable)} could not be read" if folder.unreadable else ""
        click.echo(f"{mailbox.address} {folder.folder.name}: {folder.new} new mails{unreadable}")


def _with_address(address: str, error: ServerError) -> str:
    return str(error) if str(error).startswith(address) else f"{address}: {error}"
