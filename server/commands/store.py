"""`einklang store`: moves all that Einklang knows from one database into another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Never

import click

from server.commands import Invocation, table

if TYPE_CHECKING:
    from tqdm import tqdm

    from server.store.moving import Step

LABELS = {"copy": "copied", "check": "checked"}


@click.group()
def command() -> None:
    """The database: SQLite or PostgreSQL, and the way from one to the other."""


@command.command()
@click.argument("source", metavar="FROM", callback=lambda _, __, value: _address(value))
@click.argument("target", metavar="TO", callback=lambda _, __, value: _address(value))
@click.pass_obj
def move(invocation: Invocation, source: str, target: str) -> None:
    """Copy everything from one database into an empty one, and compare the two.

    FROM and TO are addresses as data.database has them, such as sqlite:////srv/einklang/einklang.db or
    postgresql://einklang@db.example.com/einklang; others on this machine can read them, so leave passwords to
    PGPASSWORD or ~/.pgpass. Stop Einklang first. Where it was interrupted, the same command goes on. What is
    encrypted stays so: the key belongs to the copy, too.
    """
    from server.store.database import Database
    from server.store.moving import move as move_store

    file = Path(source.removeprefix("sqlite:///"))
    if source.startswith("sqlite") and not file.exists():
        raise click.BadParameter(f"there is no file {file}.", param_hint="FROM")
    with closing(Database.open(source)) as old, closing(Database.open(target)) as new, _bars() as told:
        moved = move_store(old, new, now=datetime.now(UTC), told=told)
        rows = [(each.name, f"{each.rows:,}", each.checksum) for each in moved if each.rows]
        click.echo(table(("TABLE", "ROWS", "CHECKSUM"), rows))
        click.echo(
            f"{sum(each.rows for each in moved):,} rows are in {new.name}, as they are in {old.name}. "
            "Now set data.database (see docs/postgresql.md) and start Einklang; keep the old one until it runs."
        )


def _address(value: str) -> str:
    from pydantic import TypeAdapter, ValidationError

    from server.settings_values import DatabaseUrl

    try:
        found: str = TypeAdapter(DatabaseUrl).validate_python(value)
    except ValidationError as error:
        raise click.BadParameter(f"it {error.errors()[0]['ctx']['error']}") from None
    if not found:
        raise click.BadParameter("it is empty")
    return found


@contextmanager
def _bars() -> Iterator[Callable[[Step], None]]:
    """A bar for copying and one for comparing, if a person is looking."""
    from tqdm import tqdm

    shown: dict[str, tqdm[Never]] = {}

    def told(step: Step) -> None:
        if step.what not in shown:
            for bar in shown.values():
                bar.close()
            total = step.total * (2 if step.what == "check" else 1)  # both sides are read
            shown[step.what] = tqdm(
                desc=LABELS[step.what], total=total, unit=" rows", unit_scale=True, disable=None, dynamic_ncols=True
            )
        shown[step.what].set_postfix_str(step.table, refresh=False)
        shown[step.what].update(step.rows)

    try:
        yield told
    finally:
        for bar in shown.values():
            bar.close()
