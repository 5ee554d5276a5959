"""`einklang import csv` and `jsonl`: call notes, chats, letters and other contacts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from server.access import EVERYTHING
from server.commands import Invocation
from server.commands.import_.session import EXISTING_FILE, Choice, choices, import_files

if TYPE_CHECKING:
    from server.importing.note_files import NoteReading
    from server.store import Channel, Direction, Store

Command = TypeVar("Command", bound=Callable[..., Any])
NAMED_CHANNELS = ("call", "chat", "letter", "meeting", "note", "sms")


def readings(command: Command) -> Command:
    """The options of how notes are read."""
    options = (
        click.option(
            "--timezone", help="Where times without a zone were noted, as Europe/Berlin; else digest.timezone."
        ),
        click.option("--channel", type=click.Choice(NAMED_CHANNELS), help="The channel of rows that name none."),
        click.option("--direction", type=click.Choice(["in", "out"]), help="The direction of rows that name none."),
        click.option("--encoding", help="Its encoding, as cp1252; else it is found out."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command("csv")
@click.argument("file", type=EXISTING_FILE)
@readings
@click.option("--delimiter", help="What stands between the cells; else it is found out.")
@choices
@click.pass_obj
def csv_(
    invocation: Invocation,
    file: Path,
    timezone: str | None,
    channel: Channel | None,
    direction: Direction | None,
    encoding: str | None,
    delimiter: str | None,
    mailbox: str | None,
    source: str | None,
    dry_run: bool,
    report: Path | None,
    learn: bool,
) -> None:
    """Import the contacts that FILE lists, one a row: calls, chats, letters, meetings, notes, SMS.

    Its first line names the columns, German or English: date, channel, direction, customer, name, subject, text,
    and if there are any language, id, thread. docs/import.md has examples.
    """
    from server.importing.note_files import NoteTable

    with invocation.store() as store:
        reading = _reading(invocation, store, timezone, channel, direction)
        table = NoteTable(file, reading, _encoding(encoding), _delimiter(delimiter))
        import_files(invocation, store, [(file, table)], Choice(mailbox, source, dry_run, report, learn), "notes")


@click.command()
@click.argument("file", type=EXISTING_FILE)
@readings
@choices
@click.pass_obj
def jsonl(
    invocation: Invocation,
    file: Path,
    timezone: str | None,
    channel: Channel | None,
    direction: Direction | None,
    encoding: str | None,
    mailbox: str | None,
    source: str | None,
    dry_run: bool,
    report: Path | None,
    learn: bool,
) -> None:
    """Import the contacts in FILE, one JSON object a line with the names that `einklang import csv` has as columns."""
    from server.importing.note_files import NoteLines

    with invocation.store() as store:
        reading = _reading(invocation, store, timezone, channel, direction)
        lines = NoteLines(file, reading, _encoding(encoding))
        import_files(invocation, store, [(file, lines)], Choice(mailbox, source, dry_run, report, learn), "notes")


def _reading(
    invocation: Invocation, store: Store, timezone: str | None, channel: Channel | None, direction: Direction | None
) -> NoteReading:
    from server.importing.note_files import NoteReading
    from server.team import team_of

    team = team_of(invocation.settings.team, store.mailboxes.list(sight=EVERYTHING))
    zone = _zone(timezone) if timezone else invocation.settings.digest.zone
    return NoteReading(zone, datetime.now(UTC), team.has, channel, direction)


def _zone(name: str) -> tzinfo:
    from server.settings_sections import zone_called

    try:
        return zone_called(name)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--timezone") from error


def _encoding(name: str | None) -> str | None:
    import codecs

    try:
        return codecs.lookup(name).name if name else None
    except LookupError as error:
        raise click.BadParameter(
            f"{name!r} is no encoding: write it like utf-8 or cp1252", param_hint="--encoding"
        ) from error


def _delimiter(written: str | None) -> str | None:
    if written in ("\\t", "tab"):
        return "\t"
    if written is not None and (len(written) != 1 or written in '"\r\n'):
        raise click.BadParameter("is one sign, such as ';' or 'tab'", param_hint="--delimiter")
    return written
