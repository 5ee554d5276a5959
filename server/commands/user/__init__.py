"""`einklang user`: who may use Einklang, in which role, and whose mail they see."""

from __future__ import annotations

import click

from server.commands.user.adding import add
from server.commands.user.changing import remove, role
from server.commands.user.granting import grant, revoke
from server.commands.user.listing import list_
from server.commands.user.signing_in import identity, password, sign_out, totp


@click.group()
def command() -> None:
    """People who may use Einklang."""


for each in (add, list_, role, grant, revoke, remove, password, totp, identity, sign_out):
    command.add_command(each)
