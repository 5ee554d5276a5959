"""`einklang addin pair`: a code with which somebody's Thunderbird or Outlook is connected."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import click

from server.access import EVERYTHING
from server.commands import Invocation, moment
from server.commands.addin.installation import chosen, demo_option, hint_at_demo
from server.commands.addin.reaching import only_here

OPEN_FOR = timedelta(minutes=10)


@click.command()
@click.argument("user")
@demo_option
@click.pass_obj
def pair(invocation: Invocation, user: str, demo: bool) -> None:
    """Make a code with which USER connects Thunderbird or Outlook, once, within ten minutes."""
    from server.errors import Conflict
    from server.pairing_code import new_code, shown

    at_work = chosen(invocation, demo=demo)
    now, code = datetime.now(UTC), new_code()
    with at_work.store() as store:
        if demo:
            with suppress(Conflict):  # of an earlier code
                store.accounts.add_user(user, "rep", now, sees=EVERYTHING)
        else:
            hint_at_demo(store)
        found = store.accounts.get_user(user)
        store.pairings.offer(found, at_work.vault.code_hash(code), now, now + OPEN_FOR)
    click.echo(f"Type this code for {found.name} into the add-in, until {moment(now + OPEN_FOR)}:", err=True)
    click.echo(shown(code))
    click.echo(f"The server's address there is {at_work.settings.web.url}", err=True)
    for doubt in only_here(at_work.settings.web):
        click.echo(doubt, err=True)
