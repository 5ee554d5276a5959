"""`einklang user grant` and `revoke`: which mailboxes somebody sees."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from server.commands import Invocation, as_json
from server.commands.user.mailbox_options import chosen_sight, for_programs, mailbox_options, seen_in_words


@click.command()
@click.argument("name")
@mailbox_options
@click.option("--json", "for_machines", is_flag=True, help="As JSON.")
@click.pass_obj
def grant(invocation: Invocation, name: str, mailbox: tuple[str, ...], all_mailboxes: bool, for_machines: bool) -> None:
    """Let the user NAME see further mailboxes, at once."""
    _change(invocation, name, mailbox, all_mailboxes=all_mailboxes, take=False, for_machines=for_machines)


@click.command()
@click.argument("name")
@mailbox_options
@click.option("--json", "for_machines", is_flag=True, help="As JSON.")
@click.pass_obj
def revoke(
    invocation: Invocation, name: str, mailbox: tuple[str, ...], all_mailboxes: bool, for_machines: bool
) -> None:
    """Take mailboxes from the user NAME, at once.

    With --all-mailboxes those stay that were granted singly.
    """
    _change(invocation, name, mailbox, all_mailboxes=all_mailboxes, take=True, for_machines=for_machines)


def _change(
    invocation: Invocation,
    name: str,
    mailbox: tuple[str, ...],
    *,
    all_mailboxes: bool,
    take: bool,
    for_machines: bool,
) -> None:
    if not mailbox and not all_mailboxes:
        raise click.UsageError("Name mailboxes with --mailbox ADDRESS, or take --all-mailboxes.")
    with invocation.store() as store:
        accounts = store.accounts
        sees = chosen_sight(store, mailbox, all_mailboxes=all_mailboxes)
        user = accounts.revoke_grant(name, sees) if take else accounts.grant(name, sees)
        told, seen = for_programs(store, user), seen_in_words(store, user)
        action = "user.revoked" if take else "user.granted"
        changed = ["all"] if all_mailboxes else list(mailbox)
        store.audit.note(action, invocation.actor, datetime.now(UTC), user=user.name, mailboxes=changed)
    if for_machines:
        as_json(told)
        return
    click.echo(f"{user.name} now sees {seen}.")
    if take and user.role == "admin":
        click.echo(f"As an admin: another role is given with einklang user role {user.name} rep", err=True)
