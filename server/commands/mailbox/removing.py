"""`einklang mailbox remove`: forgets a mailbox with all that it alone has brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from server.access import EVERYTHING
from server.commands import Invocation

if TYPE_CHECKING:
    from server.store import Forgotten


@click.command()
@click.argument("address")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def remove(invocation: Invocation, address: str, yes: bool) -> None:
    """Forget the mailbox ADDRESS, its mail and what was learned from it; the server keeps all."""
    with invocation.store() as store:
        mailbox = store.mailboxes.get(address)
        total = store.messages.counts(sight=EVERYTHING)[mailbox.id].total
        if not yes:
            click.confirm(f"Forget {mailbox.address} with {counted(total, 'mail')}?", abort=True)
        forgotten = store.mailboxes.remove(address)
    click.echo(f"{mailbox.address} is forgotten: {in_words(forgotten)}.")
    click.echo("What lies in another mailbox, too, goes on counting from there. On the server nothing was changed.")
    if mailbox.auth != "password":
        click.echo(f"To take back the access itself, remove Einklang in the account at {mailbox.auth}.")


def in_words(forgotten: Forgotten) -> str:
    """What is gone, as a list."""
    return ", ".join(
        (
            counted(forgotten.mails, "mail"),
            f"what was learned from {forgotten.samples} of them",
            counted(forgotten.customers, "customer") + " who had no other mail",
            counted(forgotten.profiles, "profile"),
        )
    )


def counted(number: int, thing: str) -> str:
    """ "1 mail", "2 mails"."""
    return f"{number} {thing}" + ("" if number == 1 else "s")
