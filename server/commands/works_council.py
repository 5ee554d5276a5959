"""`einklang works-council`: whether figures may tell single people of the team apart, and who decided so."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from server.commands import Invocation, as_json, moment

if TYPE_CHECKING:
    from server.works_council import Council

SHORTEST_REASON = 10  # characters; everybody reads it on each page


@click.group()
def command() -> None:
    """The mode in which no figure tells of a single member of the team. It is on from the start."""


@command.command()
@click.option("--json", "for_programs", is_flag=True, help="As JSON.")
@click.pass_obj
def status(invocation: Invocation, for_programs: bool) -> None:
    """Tell whether the mode is on, and each time that it was switched."""
    with invocation.store() as store:
        council, acts = invocation.council(store), store.works_council.list()
    if for_programs:
        as_json({"on": council.is_on, "min_group": council.min_group, "switched": [asdict(each) for each in acts]})
        return
    click.echo(_told(council))
    for each in acts:
        click.echo(f"  {moment(each.at)}  {'on' if each.is_on else 'off'}  by {each.actor}: {each.reason}")


@command.command()
@click.option("--reason", required=True, help="Why; it is shown on every page, to everybody.")
@click.pass_obj
def off(invocation: Invocation, reason: str) -> None:
    """Switch the mode off: figures of small teams and mailboxes are shown, too; still none by person.

    It needs `works_council = false` in [privacy] of the settings as well, is written into the audit log, and stands on
    every page of the dashboard with the reason.
    """
    said = " ".join(reason.split())
    if len(said) < SHORTEST_REASON:
        raise click.BadParameter("say in a sentence why: everybody reads it", param_hint="--reason")
    if invocation.settings.privacy.works_council:
        raise click.ClickException(
            "The settings want the mode on. Write works_council = false in [privacy] first, then run this again: "
            "neither of both switches it off alone."
        )
    _switch(invocation, is_on=False, reason=said)
    click.echo("The works-council mode is off. Every page of the dashboard says so, with the reason.")


@command.command()
@click.option("--reason", default="", help="Why.")
@click.pass_obj
def on(invocation: Invocation, reason: str) -> None:
    """Switch the mode on again; what it withholds is gone from all pages at once."""
    _switch(invocation, is_on=True, reason=" ".join(reason.split()))
    click.echo("The works-council mode is on.")


def _switch(invocation: Invocation, *, is_on: bool, reason: str) -> None:
    from server.store import CouncilAct

    now = datetime.now(UTC)
    with invocation.store() as store:
        last = store.works_council.last()
        if (last is None or last.is_on) == is_on:
            raise click.ClickException(f"It is {'on' if is_on else 'off'} already. See: einklang works-council status")
        # the audit log first: a switch that is not written down must not happen
        action = "works-council.switched-on" if is_on else "works-council.switched-off"
        store.audit.note(action, invocation.actor, now, reason=reason)
        store.works_council.record(CouncilAct(now, is_on, reason, invocation.actor))


def _told(council: Council) -> str:
    if not council.is_on:
        return f"The works-council mode is off since {moment(council.off_since)}: {council.reason}"
    said = f"The works-council mode is on: figures about the team need {council.min_group} people."
    if council.only_set:
        said += "\nThe settings say false, but that alone does nothing: einklang works-council off --reason '...'"
    return said
