"""`einklang mailbox list` and `status`: the connected mailboxes and how they stand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import click

from server.access import EVERYTHING
from server.commands import Invocation, as_json, table
from server.commands._standing import for_programs as plain
from server.commands._standing import in_short, lines
from server.commands.mailbox.chosen import chosen
from server.mailbox_standing import standings

LONGEST_PROBLEM = 80  # characters in a table; all of it is in the status


@click.command("list")
@click.option("--json", "for_programs", is_flag=True, help="As JSON.")
@click.pass_obj
def list_(invocation: Invocation, for_programs: bool) -> None:
    """List the mailboxes and how far their mail is read."""
    poll = timedelta(seconds=invocation.settings.mail.poll_seconds)
    with invocation.store() as store:
        found = standings(store, store.mailboxes.list(sight=EVERYTHING), poll, datetime.now(UTC))
        imported = len(store.imports.list(sight=EVERYTHING))
    if for_programs:
        as_json([plain(each) for each in found])
    elif found:
        rows = [
            (
                each.mailbox.address,
                f"{each.mailbox.host}:{each.mailbox.port} ({each.mailbox.security})",
                each.activity.replace("_", " "),
                str(each.counts.total),
                str(each.counts.stored),
                in_short(each.lag) if each.lag is not None else "never read",
                _short((each.problem or "").removeprefix(f"{each.mailbox.address}: ")),
            )
            for each in found
        ]
        click.echo(table(("ADDRESS", "SERVER", "STATE", "MAILS", "WAITING", "LAG", "PROBLEM"), rows))
    else:
        click.echo("No mailboxes yet. Connect one with: einklang mailbox add ADDRESS")
    if imported and not for_programs:
        click.echo(f"Import sources, which no server stands behind: {imported}. See: einklang import list")


@click.command()
@click.argument("address", required=False)
@click.option("--json", "for_programs", is_flag=True, help="As JSON.")
@click.pass_obj
def status(invocation: Invocation, address: str | None, for_programs: bool) -> None:
    """Show how the mailbox ADDRESS, or each of them, stands: how far behind, what is wrong, what to do."""
    poll = timedelta(seconds=invocation.settings.mail.poll_seconds)
    with invocation.store() as store:
        found = standings(store, chosen(store, address), poll, datetime.now(UTC))
        if for_programs:
            as_json([plain(each) for each in found])
            return
        for each in found:
            click.echo("\n".join(lines(each)))
            if each.state.alert:
                store.mailbox_states.alert_seen(each.mailbox.id, sight=EVERYTHING)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_PROBLEM else text[: LONGEST_PROBLEM - 3].rstrip() + "..."
