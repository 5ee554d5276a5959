"""`einklang user list`."""

from __future__ import annotations

import click

from server.commands import Invocation, as_json, moment, table
from server.commands.user.mailbox_options import for_programs, seen_in_words


@click.command("list")
@click.option("--json", "for_machines", is_flag=True, help="As JSON.")
@click.pass_obj
def list_(invocation: Invocation, for_machines: bool) -> None:
    """List the users, and which mailboxes each sees."""
    with invocation.store() as store:
        users = store.accounts.list_users()
        told = [for_programs(store, user) for user in users] if for_machines else []
        rows = [(user.name, user.role, seen_in_words(store, user), moment(user.created_at)) for user in users]
    if for_machines:
        as_json(told)
    elif rows:
        click.echo(table(("NAME", "ROLE", "SEES", "SINCE"), rows))
    else:
        click.echo("No users yet. Add one with: einklang user add NAME --all-mailboxes")
