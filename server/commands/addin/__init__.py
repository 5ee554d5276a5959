"""`einklang addin`: connect mail clients, and the add-ins for them."""

from __future__ import annotations

import click

from server.commands.addin.listing import list_, revoke
from server.commands.addin.outlook import outlook
from server.commands.addin.pairing import pair
from server.commands.addin.roundcube import roundcube
from server.commands.addin.thunderbird import thunderbird


@click.group()
def command() -> None:
    """Mail clients that show the coach beside a draft."""


for each in (pair, roundcube, thunderbird, outlook, list_, revoke):
    command.add_command(each)
