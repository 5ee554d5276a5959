"""`einklang audit`: who did what when, in a log that nobody changes unnoticed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from server.commands import Invocation, as_json, moment, table

if TYPE_CHECKING:
    from server.store import AuditEntry


@click.group()
def command() -> None:
    """The audit log: sign-ins, users, rights, keys, exports, erasures."""


@command.command("list")
@click.option("--action", default="", help="Only these, such as 'user.added', or 'user.' for all about users.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many at most.")
@click.option("--json", "for_programs", is_flag=True, help="As JSON.")
@click.pass_obj
def list_(invocation: Invocation, action: str, limit: int, for_programs: bool) -> None:
    """List the latest entries, oldest first."""
    with invocation.store() as store:
        found = store.audit.latest(limit, action=action)[::-1]
    if for_programs:
        as_json([_for_programs(each) for each in found])
    elif found:
        rows = [(str(each.number), moment(each.at), each.actor, each.action, _said(each)) for each in found]
        click.echo(table(("NUMBER", "AT", "WHO", "WHAT", "DETAILS"), rows))
    else:
        click.echo("Nothing was noted yet.")


@command.command()
@click.option("--head", default="", metavar="NUMBER:HASH", help="One that was written down before: it must still fit.")
@click.pass_obj
def check(invocation: Invocation, head: str) -> None:
    """Check that no entry was changed, added by others or removed. Exit 1 if one was.

    The end of the log can only be missed by who knows how far it reached: keep what this prints, or compare with the
    lines 'audit NUMBER HASH' of the program's log.
    """
    if head and not head.partition(":")[0].isdigit():
        raise click.BadParameter("write it as this command prints it: NUMBER:HASH", param_hint="--head")
    with invocation.store() as store:
        problem, last = store.audit.check(head=head), store.audit.head()
    if problem:
        raise click.ClickException(f"Entry {problem.number} {problem.what}.")
    click.echo(f"The log fits, up to {last}")


@command.command()
@click.option("--to", type=click.Path(dir_okay=False, path_type=Path), help="The file to write; else what is printed.")
@click.option("--after", type=click.IntRange(min=0), default=0, help="Only entries above this number.")
@click.pass_obj
def export(invocation: Invocation, to: Path | None, after: int) -> None:
    """Write all entries as JSON Lines, with their hashes."""
    with invocation.store() as store:
        lines = (json.dumps(_for_programs(each), ensure_ascii=False) for each in store.audit.entries(after=after))
        if to is None:
            for line in lines:
                click.echo(line)
            return
        count = 0
        with to.open("w", encoding="utf-8") as file:
            to.chmod(0o600)
            for line in lines:
                file.write(line + "\n")
                count += 1
    click.echo(f"{count} entries are in {to}.")


def _said(entry: AuditEntry) -> str:
    return ", ".join(f"{name}={_short(value)}" for name, value in sorted(entry.details.items()))


def _short(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _for_programs(entry: AuditEntry) -> dict[str, object]:
    return {
        "number": entry.number,
        "at": entry.at.isoformat(timespec="microseconds"),
        "actor": entry.actor,
        "action": entry.action,
        "details": entry.details,
        "before": entry.before,
        "hash": entry.hash,
    }
