"""`einklang store`: the database: a copy of it, the way back, and the way into another one."""

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


@command.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def backup(invocation: Invocation, file: Path) -> None:
    """Copy the database, as of this moment, into the new FILE, and check the copy.

    Einklang may go on working. The key is not in it: without secret.key (or where EINKLANG_KEY_FILE says) stored
    passwords and encrypted texts cannot be opened, so keep that, too, and elsewhere.
    """
    from server.store.backup import back_up
    from server.store.migrating import newest_revision

    source = _sqlite_file(invocation, "pg_dump copies it: docs/postgresql.md says how.")
    with _pages("copied") as told:
        done = back_up(source, file, told)
    if done.revision == newest_revision():  # before an upgrade the tables must stay as they are
        with invocation.store() as store:
            store.audit.note("store.backup", invocation.actor, datetime.now(UTC), rows=done.rows)
    click.echo(f"{file} holds {done.rows:,} rows ({done.bytes:,} bytes, tables {done.revision}), and was checked.")
    click.echo("The key is not in it: keep a copy of it in another place.")


@command.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def restore(invocation: Invocation, file: Path) -> None:
    """Make the copy in FILE the database. Stop Einklang first, and move the former database away.

    Everybody has to sign in to the pages again. Tokens and passwords are those of that time, and so are persons: who
    was erased since is there again until `einklang store erase-again`.
    """
    from server.store.backup import restore as put_back

    target = _sqlite_file(invocation, "pg_restore fills it: docs/postgresql.md says how.")
    with _pages("restored") as told:
        done = put_back(file, target, told)
    with invocation.store() as store:  # brings the tables of an older version up to date
        store.audit.note("store.restore", invocation.actor, datetime.now(UTC), rows=done.rows)
    click.echo(f"{target} holds {done.rows:,} rows now, and was checked. Start Einklang.")
    click.echo("If persons were erased since the copy was made: einklang store erase-again REPORT ...")


@command.command("erase-again")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_context
def erase_again(context: click.Context, files: tuple[Path, ...], yes: bool) -> None:
    """Erase persons once more who came back with an older copy of the database.

    FILES say who that was, without a name: reports of `einklang privacy erase`, exports of the audit log
    (`einklang audit export`) or the former database.
    """
    from server.commands.privacy import erase
    from server.privacy.erased_again import came_back, erasures_in

    invocation = context.obj
    erasures = erasures_in(files)
    with invocation.store() as store:
        found = came_back(store, erasures)
    click.echo(f"{len(erasures)} erasures are known; {len(found)} addresses of these persons are in the database.")
    if not found:
        return
    if not yes:
        click.confirm("Erase them? This cannot be undone", abort=True)
    for address, kept_away in found:
        with invocation.store() as store:
            is_there = address in store.erasure.everybody()  # else it went with another address of the person
        if is_there:
            context.invoke(erase, address=address, yes=True, keep_away=kept_away, report=None)


def _sqlite_file(invocation: Invocation, otherwise: str) -> Path:
    file: Path | None = invocation.settings.data.database_file
    if file is None:
        raise click.ClickException(f"The database is on a PostgreSQL server; {otherwise}")
    return file


@contextmanager
def _pages(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar of pages, if a person is looking."""
    from tqdm import tqdm

    with tqdm(desc=what, unit=" pages", unit_scale=True, disable=None, dynamic_ncols=True) as bar:

        def told(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield told


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
