"""`einklang import contacts`: names, companies, segments, and addresses of one person."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from server.access import EVERYTHING
from server.commands import Invocation
from server.commands.import_.session import EXISTING_FILE, WITH_MISTAKES, bar_of, problems_to

if TYPE_CHECKING:
    from server.importing.contact_files import ContactTable
    from server.importing.contact_running import Outcome
    from server.importing.vcards import VcardFile
    from server.store import Store

MOST_PROPOSED = 20


@click.command()
@click.argument("file", type=EXISTING_FILE)
@click.option("--join", is_flag=True, help="Join the addresses of one person at once; else that is only proposed.")
@click.option("--encoding", help="Its encoding, as cp1252; else it is found out.")
@click.option("--delimiter", help="What stands between the cells of a CSV file; else it is found out.")
@click.option("--source", help="A name for the import source; else that of the file.")
@click.option("--dry-run", is_flag=True, help="Read all of it and say what would be done; store nothing.")
@click.option(
    "--report", type=click.Path(dir_okay=False, path_type=Path), help="Write all that was not read to this file."
)
@click.pass_obj
def contacts(
    invocation: Invocation,
    file: Path,
    join: bool,
    encoding: str | None,
    delimiter: str | None,
    source: str | None,
    dry_run: bool,
    report: Path | None,
) -> None:
    """Import the contacts in FILE, a CSV or vCard file: names, companies, segments, several addresses of one person.

    Names stand in for those that a customer's own mail does not tell. Segments of the rule files stay in front.
    """
    from server.commands.import_.notes import _delimiter, _encoding
    from server.importing.contact_running import store_contacts
    from server.importing.report import told

    with invocation.store() as store, problems_to(report) as problems:
        listed = _list_in(invocation, store, file, _encoding(encoding), _delimiter(delimiter))
        with bar_of(file.name, lambda: listed.size, "contacts") as progress:
            outcome = store_contacts(
                listed,
                source or file.stem,
                store,
                datetime.now(UTC),
                join=join,
                dry_run=dry_run,
                progress=progress,
                told=problems.add,
            )
        for line in told(file.name, source or file.stem, outcome.tally, "addresses", dry=dry_run):
            click.echo(line)
        for line in (*listed.notes, *_joins(outcome, applied=join and not dry_run)):
            click.echo(f"  {line}")
        for line in problems.lines():
            click.echo(line, err=True)
    if outcome.tally.mistakes:
        sys.exit(WITH_MISTAKES)


def _list_in(
    invocation: Invocation, store: Store, file: Path, encoding: str | None, delimiter: str | None
) -> ContactTable | VcardFile:
    from server.importing.contact_files import ContactTable
    from server.importing.vcards import VcardFile, vcard_reader
    from server.team import team_of

    team = team_of(invocation.settings.team, store.mailboxes.list(sight=EVERYTHING))
    if file.suffix.lower() in (".vcf", ".vcard"):
        vcard_reader()
        return VcardFile(file, team.has, encoding)
    return ContactTable(file, team.has, encoding, delimiter)


def _joins(outcome: Outcome, *, applied: bool) -> Iterator[str]:
    if applied:
        if outcome.joined:
            yield f"{outcome.joined:,} people have several addresses and are joined now."
        return
    if outcome.proposed:
        yield f"{len(outcome.proposed):,} people have several addresses. To join them all, add --join; or one by one:"
    for person in outcome.proposed[:MOST_PROPOSED]:
        yield f"  einklang customer join {' '.join(person)}"
    if len(outcome.proposed) > MOST_PROPOSED:
        yield f"  and {len(outcome.proposed) - MOST_PROPOSED:,} more"
