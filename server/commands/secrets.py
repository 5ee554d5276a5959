"""`einklang secrets`: the master key that seals passwords, tokens and texts."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import click

from server.commands import Invocation


@click.group()
def command() -> None:
    """The key that seals stored passwords, tokens and, where wanted, texts."""


@command.command()
@click.option("--keep-old", is_flag=True, help="Keep the former key for opening, such as for links that are out.")
@click.option("--resume", is_flag=True, help="Go on with the key that is first already, after an interruption.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def rotate(invocation: Invocation, keep_old: bool, resume: bool, yes: bool) -> None:
    """Make a new master key and seal everything with it.

    With a key in a file the server and the worker may run meanwhile. With EINKLANG_KEY this says what to do.
    """
    from server.master_key import KeyFile, KeyVariable, key_place
    from server.privacy.rotation import rotate as run
    from server.secrets import new_key

    vault, now = invocation.vault, datetime.now(UTC)
    place = key_place(invocation.settings.data.key_file, invocation.env, "")
    if isinstance(place, KeyVariable) and not resume:
        raise click.ClickException(
            f"The key is set as EINKLANG_KEY. Set it to the new and the old key, '{new_key()} OLD', start the server "
            "and the worker anew, and run: einklang secrets rotate --resume. Then take the old one away."
        )
    follows = isinstance(place, KeyFile)  # only of a file do running processes see that it changed
    keep_old = keep_old or isinstance(place, KeyVariable) or not (follows or resume)
    if not yes:
        what = "Seal everything with the first key" if resume else "Make a new key and seal everything with it"
        gone = "" if keep_old else " Links for answers and sign-ins of before end; backups need the old key."
        click.confirm(f"{what}?{gone} Have you got a backup of {place.name}", abort=True)

    def progress(what: str, count: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{count} {what} sealed anew", nl=False, err=True)

    with invocation.store() as store:
        done = run(store, vault, place, progress=progress, begun=resume, keep_old=keep_old)
        store.audit.note(
            "key.rotated", invocation.actor, now, secrets=done.secrets, texts=done.texts, dropped=done.dropped
        )
    click.echo(f"{done.secrets} secrets and {done.texts} rows with texts are sealed with the new key in {place.name}.")
    if done.dropped:
        click.echo("The former key opens nothing any more; keep it as long as you keep backups of before.")
    if not follows and not resume:
        click.echo("Start the server and the worker anew, and then: einklang secrets rotate --resume")
