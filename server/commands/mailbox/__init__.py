"""`einklang mailbox`: connect mailboxes, look after them, read their mail."""

from __future__ import annotations

import click

from server.commands.mailbox.adding import add
from server.commands.mailbox.folders import folders
from server.commands.mailbox.listing import list_, status
from server.commands.mailbox.pausing import pause, resume
from server.commands.mailbox.reading import check, sync
from server.commands.mailbox.removing import remove
from server.commands.mailbox.renewing import sign_in
from server.commands.mailbox.resyncing import resync


@click.group()
def command() -> None:
    """Mailboxes whose mail Einklang reads."""


for each in (add, list_, status, folders, check, sync, resync, pause, resume, sign_in, remove):
    command.add_command(each)
