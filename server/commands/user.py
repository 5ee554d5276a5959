"""`einklang user`: who may use Einklang."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import click

from server.commands import Invocation, as_json, moment, table

if TYPE_CHECKING:
    from server.store import Role


@click.group()
def command() -> None:
    """People who may use Einklang."""


@command.command()
@click.argument("name")
@click.option("--role", type=click.Choice(["rep", "admin"]), default="rep", show_default=True)
@click.pass_obj
def add(invocation: Invocation, name: str, role: str) -> None:
    """Add the user NAME."""
    if not name.strip():
        raise click.BadParameter("a user needs a name", param_hint="NAME")
    with invocation.store() as store:
        user = store.accounts.add_user(name.strip(), cast("Role", role), datetime.now(UTC))
    click.echo(f"{user.name} is added. Next: einklang token add {user.name}")


@command.command("list")
@click.option("--json", "for_programs", is_flag=True, help="As JSON.")
@click.pass_obj
def list_(invocation: Invocation, for_programs: bool) -> None:
    """List the users."""
    with invocation.store() as store:
        users = store.accounts.list_users()
    if for_programs:
        as_json([asdict(user) for user in users])
    elif users:
        rows = [(user.name, user.role, moment(user.created_at)) for user in users]
        click.echo(table(("NAME", "ROLE", "SINCE"), rows))
    else:
        click.echo("No users yet. Add one with: einklang user add NAME")
