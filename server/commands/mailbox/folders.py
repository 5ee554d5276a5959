"""`einklang mailbox folders`: which folders a mailbox has, which are read, and choosing others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from server.commands import Invocation
from server.commands.mailbox.chosen import credentials

if TYPE_CHECKING:
    from server.mail.folder_list import ListedFolder
    from server.mail.host import Folder
    from server.signing_in import Credentials
    from server.store import Mailbox

MEANING = {"inbox": "incoming mail", "sent": "sent mail", "more": "read, too"}


@click.command()
@click.argument("address")
@click.option("--inbox", help="The folder of incoming mail; '' finds it by itself.")
@click.option("--sent", help="The folder of sent mail; '' finds it by itself.")
@click.option("--folder", "more", multiple=True, help="A further folder to read, or a pattern: 'Customers/*'.")
@click.option("--only", is_flag=True, help="Read no further folders than those that --folder names now.")
@click.option("--other-user", help="Whose mailbox it is, if that user shares it; '' for one's own.")
@click.pass_obj
def folders(
    invocation: Invocation,
    address: str,
    inbox: str | None,
    sent: str | None,
    more: tuple[str, ...],
    only: bool,
    other_user: str | None,
) -> None:
    """Show the folders of the connected mailbox ADDRESS and which of them are read; with options, choose others.

    A choice is stored only if the server has these folders. What was read from others stays.
    """
    with invocation.store() as store:
        known = store.mailboxes.get(address)
        changed = replace(
            known,
            inbox_folder=_said(inbox, known.inbox_folder),
            sent_folder=_said(sent, known.sent_folder),
            other_user=_said(other_user, known.other_user),
            more_folders=more if only else tuple(dict.fromkeys((*known.more_folders, *more))),
        )
        listed, chosen = _on_server(changed, credentials(invocation, store))
        if changed != known:
            store.mailboxes.choose_folders(changed)
            store.mailbox_states.wake(known.id, datetime.now(UTC))
    roles = {folder.name: folder.role for folder in chosen}
    for each in listed:
        if each.holds_mail:
            click.echo(f"{MEANING.get(roles.get(each.name, ''), ''):<14}{each.name}".rstrip())
    if changed != known:
        click.echo(
            "The choice is stored. A worker that runs takes it up when it connects again; at once: pause, then resume.",
            err=True,
        )


def _said(given: str | None, known: str | None) -> str | None:
    return known if given is None else given or None


def _on_server(mailbox: Mailbox, stored: Credentials) -> tuple[list[ListedFolder], list[Folder]]:
    """All folders of the server, and those that would be read; raises MailError."""
    from server.mail.connection import open_connection
    from server.mail.hosts.imap import ImapHost
    from server.mirroring import folder_choice, timeouts

    with stored.open(mailbox, lambda login: open_connection(login, timeouts(stored.mail))) as connection:
        return connection.folders(), ImapHost(connection, choice=folder_choice(mailbox)).folders()
