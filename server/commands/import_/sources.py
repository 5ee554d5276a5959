"""`einklang import list` and `remove`: what was imported, and how to forget it."""

from __future__ import annotations

from datetime import datetime

import click

from server.access import EVERYTHING
from server.commands import Invocation, as_json, moment, table
from server.commands.mailbox.removing import counted, in_words


@click.command("list")
@click.option("--json", "for_programs", is_flag=True, help="As JSON.")
@click.pass_obj
def list_(invocation: Invocation, for_programs: bool) -> None:
    """List the import sources: what each brought, and how much of it waits to be learned."""
    with invocation.store() as store:
        counts, contacts = store.messages.counts(sight=EVERYTHING), store.imports.contact_counts()
        found = [
            {
                "source": each.name,
                "mailbox": each.tied_to,
                "imported_at": each.imported_at,
                "messages": counts[each.id].total,
                "waiting": counts[each.id].stored,
                "failed": counts[each.id].failed,
                "contacts": contacts.get(each.id, 0),
            }
            for each in store.imports.list(sight=EVERYTHING)
        ]
    if for_programs:
        as_json(found)
    elif found:
        heads = ("SOURCE", "MAILBOX", "MAILS AND NOTES", "WAITING", "CONTACTS", "LAST IMPORT")
        keys = ("source", "mailbox", "messages", "waiting", "contacts")
        rows = [[*(_cell(each[key]) for key in keys), _cell(each["imported_at"])] for each in found]
        click.echo(table(heads, rows))
    else:
        click.echo("Nothing was imported yet. See: einklang import --help")


@click.command()
@click.argument("source")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def remove(invocation: Invocation, source: str, yes: bool) -> None:
    """Forget the import source SOURCE: its mail, notes and contacts, and what was learned from them alone."""
    from server.errors import NotFound

    with invocation.store() as store:
        known = store.imports.find(source)
        if known is None:
            raise NotFound(f"There is no import source {source}. See: einklang import list")
        total = store.messages.counts(sight=EVERYTHING)[known.id].total
        contacts = store.imports.contact_counts().get(known.id, 0)
        asked = f"{counted(total, 'message')} and {counted(contacts, 'contact')}"
        if not yes:
            click.confirm(f"Forget {known.name} with {asked}?", abort=True)
        forgotten = store.imports.remove(source)
    click.echo(f"{known.name} is forgotten: {in_words(forgotten)}.")
    click.echo("What lies in another mailbox, too, goes on counting from there. The files were not changed.")


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return moment(value)
    return "" if value is None else str(value)
