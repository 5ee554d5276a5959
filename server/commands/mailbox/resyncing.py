"""`einklang mailbox resync`: reads a mailbox from its first mail on, again."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from server.access import EVERYTHING
from server.commands import Invocation
from server.commands.mailbox.reading import read_mail
from server.commands.mailbox.removing import counted, in_words


@click.command()
@click.argument("address")
@click.option("--relearn", is_flag=True, help="Forget first what was read and learned, as after new own domains.")
@click.option("--no-sync", is_flag=True, help="Leave the reading to the worker.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def resync(invocation: Invocation, address: str, relearn: bool, no_sync: bool, yes: bool) -> None:
    """Read the mailbox ADDRESS from its first mail on, again; asks before it does.

    What was learned stays, and nothing counts twice. With --relearn it is forgotten first and learned anew, as far as
    the mail still lies on the server.
    """
    with invocation.store() as store:
        mailbox = store.mailboxes.get(address)
        total = store.messages.counts(sight=EVERYTHING)[mailbox.id].total
        if not yes:
            what = f"Read {mailbox.address} again from its first mail on ({counted(total, 'mail')} so far)?"
            also = " What was learned from them is forgotten first; mail that the server no longer has is lost."
            click.confirm(what + (also if relearn else ""), abort=True)
        if relearn:
            forgotten = store.mailboxes.read_anew(address)
            click.echo(f"{mailbox.address} begins anew. Forgotten: {in_words(forgotten)}.")
        else:
            store.mirror.start_over(mailbox.id)
            click.echo(f"{mailbox.address} begins anew. What was learned stays.")
        if no_sync:
            store.mailbox_states.wake(mailbox.id, datetime.now(UTC))
            return
        read_mail(invocation, store, mailbox)
