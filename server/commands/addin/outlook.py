"""`einklang addin outlook`: the manifests with which Outlook finds the add-in on this server."""

from __future__ import annotations

from pathlib import Path

import click

from server.commands import Invocation


@click.command()
@click.option("--url", help="The address of this server as Outlook reaches it, with https; else web.public_url.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=".", help="Into this folder.")
@click.pass_obj
def outlook(invocation: Invocation, url: str | None, out: Path) -> None:
    """Write the manifests for Outlook, which name the address of this server, into a folder."""
    from server.commands.addin.reaching import unheard
    from server.outlook_manifest import origin, write_manifests

    web = invocation.settings.web
    for path in write_manifests(url or web.url, out):
        click.echo(str(path))
    for doubt in unheard(origin(url or web.url), web):
        click.echo(doubt, err=True)
    click.echo("docs/install-outlook.md says where they go. Then for each user: einklang addin pair NAME", err=True)
