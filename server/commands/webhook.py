"""`einklang webhook`: whether other programs are told what happens."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from server.commands import Invocation, moment, table


@click.group()
def command() -> None:
    """Events for other programs, such as a CRM: how their delivery goes."""


@command.command("list")
@click.pass_obj
def list_(invocation: Invocation) -> None:
    """List the addresses of the settings: what waits for each, what was given up and why."""
    from server.webhooks import site_of

    urls = invocation.settings.webhooks.urls
    if not urls:
        click.echo("No webhooks: webhooks.urls in the settings is empty.")
        return
    with invocation.store() as store:
        found = store.outbox.totals(urls)
    rows = [
        (site_of(each.url), str(each.waiting), str(each.dead), moment(each.last_delivered_at), each.problem or "")
        for each in found
    ]
    click.echo(table(("SITE", "WAITING", "GIVEN UP", "LAST DELIVERED", "PROBLEM"), rows))


@command.command()
@click.pass_obj
def retry(invocation: Invocation) -> None:
    """Try all that was given up again, from the start."""
    with invocation.store() as store:
        count = store.outbox.revive(datetime.now(UTC))
    click.echo(f"{count} events are tried again by the worker." if count else "Nothing was given up.")
