"""`einklang outcome`: what came of it, from files, by hand and by links that customers answer."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Never, cast

import click

from server.access import EVERYTHING
from server.commands import Invocation, as_json, moment, table

if TYPE_CHECKING:
    from server.outcomes.importing import ImportReport
    from server.store import Outcome, OutcomeKind, Question

MOST_SHOWN = 20  # rows that were skipped; all of them go to --report
KINDS = ("csat", "ces", "nps", "won", "lost", "renewed")
QUESTIONS = ("csat", "ces", "nps")


@click.group()
def command() -> None:
    """Outcomes: satisfaction, effort, recommendation; deals won, lost, renewed."""


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--timezone", default="UTC", show_default=True, help="Of times that name none, such as Europe/Berlin.")
@click.option("--dry-run", is_flag=True, help="Look at every row and keep nothing.")
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), help="Write all skipped rows there, as CSV.")
@click.pass_obj
def import_(invocation: Invocation, file: Path, timezone: str, dry_run: bool, report: Path | None) -> None:
    """Keep the outcomes in the CSV file FILE, each once however often it is read.

    Columns: customer, kind, at; and id, value, amount, currency (or Kunde, Art, Datum, Nummer, Wert, Betrag, Währung).
    Exit 1 if rows were skipped.
    """
    from server.outcomes.csv_file import Reading, rows_in
    from server.outcomes.importing import import_outcomes
    from server.settings_sections import zone_called
    from server.team import team_of

    try:
        zone = zone_called(timezone)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--timezone") from error
    now = datetime.now(UTC)
    shown: list[str] = []
    with ExitStack() as stack:
        store = stack.enter_context(invocation.store())
        team = team_of(invocation.settings.team, store.mailboxes.list(sight=EVERYTHING))
        write = stack.enter_context(_written(report))
        progress = stack.enter_context(_bar(file))

        def skipped(line: int, problem: str) -> None:
            write(line, problem)
            if len(shown) < MOST_SHOWN:
                shown.append(f"{file}:{line}: {problem}")

        rows = rows_in(file, Reading(zone, now, team.has))
        done = import_outcomes(rows, store, now, skipped=skipped, progress=progress, dry_run=dry_run)
    click.echo("\n".join(_reported(done, dry_run=dry_run)))
    for line in shown:
        click.echo(f"  {line}", err=True)
    if done.skipped > len(shown):
        where = f"see {report}" if report else "name a file with --report to see all"
        click.echo(f"  and {done.skipped - len(shown)} more: {where}", err=True)
    if done.skipped:
        raise click.exceptions.Exit(1)


@command.command("list")
@click.argument("customer", required=False)
@click.option("--kind", type=click.Choice(KINDS), help="Only these.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many at most.")
@click.option("--json", "for_programs", is_flag=True, help="As JSON.")
@click.pass_obj
def list_(invocation: Invocation, customer: str | None, kind: str | None, limit: int, for_programs: bool) -> None:
    """List the outcomes, or those of CUSTOMER, the latest that was noted first."""
    with invocation.store() as store:
        wanted = cast("OutcomeKind | None", kind)
        whose = _address(customer) if customer else None
        found = store.outcomes.page(customer=whose, kind=wanted, limit=limit, sight=EVERYTHING)
    if for_programs:
        as_json([_for_programs(each) for each in found])
    elif found:
        rows = [
            (str(each.id), each.customer, each.kind, _worth(each), moment(each.at), each.source, each.key or "")
            for each in found
        ]
        click.echo(table(("NUMBER", "CUSTOMER", "KIND", "VALUE", "AT", "FROM", "ID"), rows))
    else:
        click.echo("No outcomes yet. Bring some with: einklang outcome import FILE.csv")


@command.command()
@click.argument("number", type=int)
@click.pass_obj
def remove(invocation: Invocation, number: int) -> None:
    """Forget the outcome NUMBER."""
    with invocation.store() as store:
        gone = store.outcomes.remove(number, sight=EVERYTHING)
    click.echo(f"Outcome {gone.id} is forgotten: {gone.kind} {_worth(gone)} of {gone.customer}, {moment(gone.at)}.")


@command.command()
@click.argument("address")
@click.option("--kind", type=click.Choice(QUESTIONS), default="csat", show_default=True, help="What is asked.")
@click.option(
    "--lang", type=click.Choice(["de", "en"]), help="Language of the page; else that of the customer's mails."
)
@click.option("--about", help="Message-ID of the mail that is asked about.")
@click.pass_obj
def link(invocation: Invocation, address: str, kind: str, lang: str | None, about: str | None) -> None:
    """Make a link with which the customer ADDRESS answers one question by one click, and print it."""
    from server.outcomes.links import lasting, link_url
    from server.team import team_of

    settings, now = invocation.settings, datetime.now(UTC)
    customer = _address(address)
    with invocation.store() as store:
        if team_of(settings.team, store.mailboxes.list(sight=EVERYTHING)).has(customer):
            raise click.ClickException(f"{customer} is an address of the team, and the team is nobody's customer.")
        known = store.customers.get(customer, sight=EVERYTHING)
        language = lang or (known.language if known and known.language in ("de", "en") else None) or "en"
        lasts = lasting(settings.feedback.link_days)
        made = store.feedback_links.add(customer, cast("Question", kind), language, about, now, lasts)
    if not settings.web.public_url:
        click.echo("web.public_url is not set: only this machine can open the link.", err=True)
    click.echo(f"A question ({kind}, {language}) to {customer}, open until {moment(made.expires_at)}:", err=True)
    click.echo(link_url(made, invocation.vault, settings.web.url, now))


@contextmanager
def _bar(file: Path) -> Iterator[Callable[[int], None]]:
    from tqdm import tqdm

    from server.outcomes.csv_file import lines_of

    bar: tqdm[Never] = tqdm(
        desc=file.name, total=lines_of(file), unit=" lines", disable=None, file=sys.stderr, dynamic_ncols=True
    )
    with bar:
        yield lambda done: cast("None", bar.update(done - bar.n))


@contextmanager
def _written(report: Path | None) -> Iterator[Callable[[int, str], None]]:
    if report is None:
        yield lambda line, problem: None
        return
    from server.export.written import harmless

    with report.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("line", "problem"))
        yield lambda line, problem: cast("None", writer.writerow((line, harmless(problem))))


def _reported(done: ImportReport, *, dry_run: bool) -> Iterator[str]:
    found = "would be kept" if dry_run else "new"
    yield f"{done.read} rows: {done.new} {found}, {done.known} known already, {done.skipped} skipped."
    if dry_run:
        yield "Nothing was kept: it was a trial."


def _worth(one: Outcome) -> str:
    if one.value is not None:
        return str(one.value)
    return f"{one.amount:.2f} {one.currency or ''}".rstrip() if one.amount is not None else ""


def _for_programs(one: Outcome) -> dict[str, object]:
    return {
        "number": one.id,
        "id": one.key,
        "customer": one.customer,
        "kind": one.kind,
        "at": one.at,
        "value": one.value,
        "amount": f"{one.amount:.2f}" if one.amount is not None else None,
        "currency": one.currency,
        "source": one.source,
        "noted_at": one.noted_at,
    }


def _address(text: str) -> str:
    from server.team import address_in

    found = address_in(text)
    if found is None:
        raise click.BadParameter(f"{text!r} is no e-mail address: write it like anna@example.com")
    return found
