"""`einklang user role` and `remove`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import click

from server.access import ROLES
from server.commands import Invocation, as_json
from server.commands.user.mailbox_options import for_programs, seen_in_words

if TYPE_CHECKING:
    from server.access import Role


@click.command()
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES), metavar="rep|lead|admin")
@click.option("--json", "for_machines", is_flag=True, help="As JSON.")
@click.pass_obj
def role(invocation: Invocation, name: str, role: str, for_machines: bool) -> None:
    """Give the user NAME another role, at once; the mailboxes that they were granted stay."""
    with invocation.store() as store:
        was = store.accounts.get_user(name).role
        user = store.accounts.change_role(name, cast("Role", role))
        told, seen = for_programs(store, user), seen_in_words(store, user)
        now = datetime.now(UTC)
        store.audit.note("user.role", invocation.actor, now, user=user.name, role=user.role, before=was)
    if for_machines:
        as_json(told)
        return
    click.echo(f"{user.name} is {user.role} now and sees {seen}.")
    if seen == "no mailbox":
        click.echo(f"Next: einklang user grant {user.name} --mailbox ADDRESS", err=True)


@click.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def remove(invocation: Invocation, name: str, yes: bool) -> None:
    """Remove the user NAME, with their tokens; what the team knows of customers stays."""
    with invocation.store() as store:
        user = store.accounts.get_user(name)
        if not yes:
            click.confirm(f"Remove {user.name} ({user.role}) and all their tokens?", abort=True)
        store.hint_feedback.forget(user.id)
        store.accounts.remove_user(name)
        store.audit.note("user.removed", invocation.actor, datetime.now(UTC), user=user.name, role=user.role)
    click.echo(f"{user.name} is removed; none of their tokens opens anything any more.")
