"""`einklang user add`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import click

from server.access import ROLES
from server.commands import Invocation, as_json
from server.commands.user.mailbox_options import chosen_sight, for_programs, mailbox_options, seen_in_words

if TYPE_CHECKING:
    from server.access import Role


@click.command()
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="rep", show_default=True, help="What they do here.")
@mailbox_options
@click.option("--json", "for_machines", is_flag=True, help="As JSON.")
@click.pass_obj
def add(
    invocation: Invocation, name: str, role: str, mailbox: tuple[str, ...], all_mailboxes: bool, for_machines: bool
) -> None:
    """Add the user NAME, who sees the mail of the mailboxes that are named; an admin sees all mail.

    Roles: a rep writes and sees the customers of their mailboxes; a lead also sees aggregates, effect and export; an
    admin runs the installation.
    """
    if not name.strip():
        raise click.BadParameter("a user needs a name", param_hint="NAME")
    if role != "admin" and not mailbox and not all_mailboxes:
        raise click.UsageError(
            f"Which mail may {name.strip()} see? Name mailboxes with --mailbox ADDRESS, or take --all-mailboxes."
        )
    now = datetime.now(UTC)
    with invocation.store() as store:
        sees = chosen_sight(store, mailbox, all_mailboxes=all_mailboxes)
        user = store.accounts.add_user(name.strip(), cast("Role", role), now, sees=sees)
        told, seen = for_programs(store, user), seen_in_words(store, user)
        store.audit.note("user.added", invocation.actor, now, user=user.name, role=user.role, sees=seen)
    if for_machines:
        as_json(told)
    else:
        click.echo(
            f"{user.name} is added as {user.role} and sees {seen}. Next: einklang user password {user.name} --link"
        )
