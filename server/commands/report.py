"""`einklang report`: how the customers stand, who needs something, and which promises are overdue."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, cast

import click

from server.access import EVERYTHING
from server.commands import Invocation, as_json, moment, table
from server.commands._no_customers import no_customers

if TYPE_CHECKING:
    from server.export.written import Row
    from server.store import Store
    from server.store.relationships import List
    from server.works_council import Council

KINDS: tuple[Literal["danger", "ripe", "forgotten"], ...] = ("danger", "ripe", "forgotten")
TITLES = {"danger": "In danger", "ripe": "Ripe for more", "forgotten": "Forgotten"}
COLUMNS = ("list", "address", "name", "grade", "index", "strength", "due", "reason", "next_step")


@click.command()
@click.option("--csv", "form", flag_value="csv", help="As CSV, one line a customer and list or promise.")
@click.option("--json", "form", flag_value="json", help="As JSON.")
@click.option("--lang", type=click.Choice(["de", "en"]), default="en", show_default=True, help="Language of the words.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Lines of each list at most.")
@click.pass_obj
def command(invocation: Invocation, form: str | None, lang: str, limit: int) -> None:
    """Tell how many customers have which grade, who is in danger, ripe or forgotten, and overdue promises.

    For programs and spreadsheets: --json and --csv. All customers: the page /dashboard/export.
    """
    now = datetime.now(UTC)
    with invocation.store() as store:
        council = invocation.council(store)
        letters = store.overview.letters(sight=EVERYTHING)
        lists: dict[str, list[Row]] = {kind: list(_listed(store, council, kind, lang, limit)) for kind in KINDS}
        overdue = list(_overdue(store, council, now, limit))
        nobody = no_customers(store)
    if form == "json":
        counted = {letter or "none": count for letter, count in sorted(letters.items())}
        as_json({"made_at": now, "grades": counted, **lists, "overdue_promises": overdue})
    elif form == "csv":
        _write_csv(invocation, lists, overdue, lang)
    elif not letters:
        click.echo(nobody)
    else:
        click.echo("\n".join(_lines(letters, lists, overdue)))


def _listed(
    store: Store, council: Council, kind: Literal["danger", "ripe", "forgotten"], lang: str, limit: int
) -> Iterator[Row]:
    from server.export.rows import customer_row
    from server.store import Wanted

    page = store.relationships.page(Wanted(only=cast("List", kind), order=kind), limit=limit, sight=EVERYTHING)
    corrections = store.overview.corrections((each.address for each in page), sight=EVERYTHING)
    for each in page:
        yield customer_row(each, corrections.get(each.address), lang, council, kind)


def _overdue(store: Store, council: Council, now: datetime, limit: int) -> Iterator[Row]:
    from server.export.rows import matter_row
    from server.store import PROMISE

    for each in store.matters.open((PROMISE,), due_before=now, limit=limit, sight=EVERYTHING):
        yield matter_row(each, now, council, with_words=True)


def _lines(letters: Mapping[str, int], lists: Mapping[str, Sequence[Row]], overdue: Sequence[Row]) -> Iterator[str]:
    counted = [f"{letters[letter]} {letter}" for letter in "ABC" if letters.get(letter)]
    few = [f"{letters['']} with too little mail"] if letters.get("") else []
    total = sum(letters.values())
    yield f"{total} customer{'s' if total != 1 else ''}: {', '.join([*counted, *few])}."
    for kind, rows in lists.items():
        yield ""
        yield f"{TITLES[kind]}: {'nobody.' if not rows else ''}".rstrip()
        if rows:
            yield table(("ADDRESS", "NAME", "GRADE", "INDEX", "WHY", "NEXT STEP"), [_told(each) for each in rows])
    yield ""
    yield f"Overdue promises: {'none.' if not overdue else ''}".rstrip()
    if overdue:
        yield table(("CUSTOMER", "DUE", "PROMISE"), [_promised(each) for each in overdue])


def _told(row: Row) -> Sequence[str]:
    index = row["index"]
    shown = f"{index:.0f}" if isinstance(index, float) else "-"
    return [
        str(row["address"]),
        str(row["name"]),
        str(row["grade"]) or "-",
        shown,
        str(row["reason"]),
        str(row["next_step"]),
    ]


def _promised(row: Row) -> Sequence[str]:
    due = row["due"]
    assert isinstance(due, datetime)
    return [str(row["customer"]), moment(due), str(row["words"]) or "(its text is no longer kept)"]


def _write_csv(invocation: Invocation, lists: Mapping[str, Sequence[Row]], overdue: Sequence[Row], lang: str) -> None:
    from server.export.heads import heads_of
    from server.export.written import as_csv

    rows: list[Row] = [
        {**{name: row.get(name) for name in COLUMNS}, "list": kind, "strength": row[kind]}
        for kind, found in lists.items()
        for row in found
    ]
    for row in overdue:
        about = {"list": "promise", "address": row["customer"], "name": row["name"], "due": row["due"]}
        rows.append({**dict.fromkeys(COLUMNS), **about, "reason": row["words"]})
    zone = invocation.settings.digest.zone
    for piece in as_csv(COLUMNS, heads_of(COLUMNS, lang), rows, language=lang, zone=zone):
        sys.stdout.write(piece)
