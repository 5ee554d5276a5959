"""`einklang addin thunderbird`: the add-on as a file that Thunderbird installs."""

from __future__ import annotations

from pathlib import Path

import click

from server.commands.addin.placing import into


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=".", help="Into this folder.")
def thunderbird(out: Path) -> None:
    """Put the add-on for Thunderbird (an .xpi file) into a folder."""
    from server.addin_packages import thunderbird_xpi

    into(out, "einklang-thunderbird.xpi", thunderbird_xpi())
    click.echo("In Thunderbird: Add-ons and Themes, the wheel, Install Add-on From File.", err=True)
    click.echo("Then a code for each user: einklang addin pair NAME", err=True)
