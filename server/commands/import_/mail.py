"""`einklang import mbox` and `eml`: archives of mail."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from server.commands import Invocation
from server.commands.import_.session import EXISTING, EXISTING_FILE, Choice, choices, import_files, team_known

if TYPE_CHECKING:
    from server.importing.mbox import Quoting

QUOTINGS = ("auto", "mboxo", "mboxrd", "mboxcl", "mboxcl2")


@click.command()
@click.argument("files", nargs=-1, required=True, type=EXISTING_FILE)
@click.option("--sent", is_flag=True, help="All that lies in it was sent by the team; else its own addresses tell.")
@click.option("--quoting", type=click.Choice(QUOTINGS), default="auto", help="How 'From ' in texts was marked.")
@choices
@click.pass_obj
def mbox(
    invocation: Invocation,
    files: tuple[Path, ...],
    sent: bool,
    quoting: Quoting,
    mailbox: str | None,
    source: str | None,
    dry_run: bool,
    report: Path | None,
    learn: bool,
) -> None:
    """Import the mail in the mbox FILES: Thunderbird, Apple Mail, Google Takeout, mutt ..."""
    from server.importing.mail_entry import is_sent_folder
    from server.importing.mbox import Mbox

    with invocation.store() as store:
        team_known(invocation, store)
        found = [(path, Mbox(path, sent or is_sent_folder(path.stem), quoting)) for path in files]
        import_files(invocation, store, found, Choice(mailbox, source, dry_run, report, learn), "mails")


@click.command()
@click.argument("folders", nargs=-1, required=True, type=EXISTING)
@click.option("--sent", is_flag=True, help="All that lies in it was sent by the team; else its own addresses tell.")
@choices
@click.pass_obj
def eml(
    invocation: Invocation,
    folders: tuple[Path, ...],
    sent: bool,
    mailbox: str | None,
    source: str | None,
    dry_run: bool,
    report: Path | None,
    learn: bool,
) -> None:
    """Import all .eml files and Maildir folders at any depth in FOLDERS."""
    from server.importing.mail_folder import MailFolder

    with invocation.store() as store:
        team_known(invocation, store)
        found = [(path, MailFolder(path, sent)) for path in folders]
        import_files(invocation, store, found, Choice(mailbox, source, dry_run, report, learn), "mails")
