"""`einklang customer`: whom the team writes with, and how they write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from server.access import EVERYTHING
from server.commands import Invocation, as_json, moment, table
from server.commands._no_customers import no_customers

if TYPE_CHECKING:
    from server.api.schema import CardOut

FORMS = {"sie": "Sie", "du": "du", "mixed": "sometimes du, sometimes Sie"}


@click.group()
def command() -> None:
    """Customers whose mail was read."""


@command.command("list")
@click.argument("words", nargs=-1)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many at most.")
@click.option("--json", "for_programs", is_flag=True, help="As JSON.")
@click.pass_obj
def list_(invocation: Invocation, words: tuple[str, ...], limit: int, for_programs: bool) -> None:
    """List the customers whose name or address holds all WORDS, the latest mail first."""
    from server.api.customers import listed

    with invocation.store() as store:
        council = invocation.council(store)
        found = store.customers.search(" ".join(words), limit, sight=EVERYTHING)
        nobody = no_customers(store)
    if for_programs:
        as_json([listed(each, council).model_dump(mode="json") for each in found])
    elif found:
        rows = [
            (
                each.address,
                each.name,
                each.language or "",
                str(each.mails_in),
                str(each.mails_out),
                moment(council.day_of(each.last_mail)),
            )
            for each in found
        ]
        click.echo(table(("ADDRESS", "NAME", "LANGUAGE", "FROM THEM", "TO THEM", "LAST MAIL"), rows))
    elif words:
        click.echo(f"No customer's name or address holds {' '.join(words)!r}. All of them: einklang customer list")
    else:
        click.echo(nobody)


@command.command()
@click.argument("address")
@click.option("--lang", type=click.Choice(["de", "en"]), default="en", show_default=True, help="Language of the words.")
@click.option("--json", "for_programs", is_flag=True, help="As JSON, as the API answers.")
@click.pass_obj
def show(invocation: Invocation, address: str, lang: str, for_programs: bool) -> None:
    """Show the card of the customer ADDRESS: habits, open needs, the last mail."""
    from server.api.customers import card_of
    from server.wiring import build

    services = build(invocation.settings, invocation.env)
    try:
        card = card_of(address, services, sight=EVERYTHING, with_needs=True)
    finally:
        services.close()
    if for_programs:
        as_json(card.model_dump(mode="json"))
    else:
        click.echo("\n".join(_lines(card, lang)))


@command.command()
@click.argument("address")
@click.argument("others", nargs=-1, required=True)
@click.pass_obj
def join(invocation: Invocation, address: str, others: tuple[str, ...]) -> None:
    """Say that OTHERS are further addresses of the person with ADDRESS.

    Their mail and habits count together from then on. Nothing that was learned is changed: split undoes it exactly.
    """
    from server.team import team_of

    with invocation.store() as store:
        given = [_address(each) for each in (address, *others)]
        team = team_of(invocation.settings.team, store.mailboxes.list(sight=EVERYTHING))
        if own := [each for each in given if team.has(each)]:
            raise click.ClickException(f"{own[0]} is an address of the team, and the team is nobody's customer.")
        unknown = [each for each in given if store.customers.get(each, sight=EVERYTHING) is None]
        person = store.people.join(given[0], given[1:], datetime.now(UTC))
        found = store.customers.get(person.address, sight=EVERYTHING)
    click.echo(f"{person.address} is one person with {', '.join(person.others) or 'no other address'}.")
    if found:
        click.echo(f"Together: {found.mails_in} mails from them, {found.mails_out} to them.")
    for each in unknown:
        click.echo(f"There is no mail from or to {each} yet.", err=True)


@command.command()
@click.argument("address")
@click.pass_obj
def split(invocation: Invocation, address: str) -> None:
    """Take ADDRESS apart from the person it was joined with; the one they are known by frees all their addresses."""
    with invocation.store() as store:
        was = store.people.split(_address(address))
        left = store.people.of(was.address)
    apart = [each for each in was.addresses if each not in left.addresses] or [was.address]
    if left.others:
        click.echo(f"{', '.join(apart)} is apart again. {left.address} is one person with {', '.join(left.others)}.")
    else:
        click.echo(f"{', '.join(was.addresses)} are apart again, with what was learned from each.")


def _address(text: str) -> str:
    from server.team import address_in

    found = address_in(text)
    if found is None:
        raise click.BadParameter(f"{text!r} is no e-mail address: write it like anna@example.com")
    return found


def _lines(card: CardOut, lang: str) -> Iterator[str]:
    yield f"{card.name} <{card.address}>" if card.name else card.address
    if card.joined:
        yield f"Also writes from {', '.join(card.joined)}"
    yield f"{card.mails_in} mails from them, {card.mails_out} to them"
    yield f"First mail {moment(card.first_mail)}, last mail {moment(card.last_mail)}"
    if card.standing:
        yield f"Relationship: {getattr(card.standing, lang)}"
    if card.address_form:
        yield f"Form of address: {FORMS[card.address_form]}"
    for ledger in card.address_ledger:
        yield from (f"  {getattr(said, lang)}" for said in ledger.text)
    for each in card.languages:
        yield f"\nIn {each.language}, by {each.mails} mails:"
        yield from (f"  {getattr(habit.text, lang)}" for habit in each.habits)
    if card.needs:
        yield "\nOpen since the team's last answer:"
        yield from (f"  {need.kind}: {need.text}" for need in card.needs)
    if card.promises:
        yield "\nPromised:"
        yield from (f"  {getattr(promise, lang)}" for promise in card.promises)
    if card.last_message:
        yield f"\nLast mail, {moment(card.last_message.date)}: {card.last_message.subject}"
        yield from (f"  {line}".rstrip() for line in card.last_message.text.splitlines())
