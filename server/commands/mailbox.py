"""`einklang mailbox`: connect mailboxes, look after them, read their mail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Never

import click

from server.commands import Invocation, as_json, moment, table
from server.errors import Conflict, NotFound, ServerError

if TYPE_CHECKING:
    from server.mail.host import Folder
    from server.mail.login import Login, Security
    from server.mail.mirror import Progress
    from server.mail.probe import ProbeReport
    from server.store import Mailbox, Store


@click.group()
def command() -> None:
    """Mailboxes whose mail Einklang reads."""


@command.command()
@click.argument("address")
@click.option("--host", help="The IMAP server; else proposed from the address.")
@click.option("--port", type=click.IntRange(1, 65535), help="Its port; else 993 (tls) or 143.")
@click.option("--security", type=click.Choice(["tls", "starttls", "none"]), help="How the line is protected.")
@click.option("--username", help="The name to sign in with; else the address.")
@click.option(
    "--ca-file",
    type=click.Path(exists=True, dir_okay=False, resolve_path=True, path_type=Path),
    help="The certificate of the authority to trust, for a server of your own (PEM).",
)
@click.option("--sent-folder", help="The folder of sent mail, if it is not found by itself.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input; ask nothing.")
@click.option("--no-check", is_flag=True, help="Store it without trying to sign in.")
@click.option("--no-sync", is_flag=True, help="Leave the first reading of the mail to the worker.")
@click.pass_obj
def add(
    invocation: Invocation,
    address: str,
    host: str | None,
    port: int | None,
    security: Security | None,
    username: str | None,
    ca_file: Path | None,
    sent_folder: str | None,
    password_stdin: bool,
    no_check: bool,
    no_sync: bool,
) -> None:
    """Connect the mailbox ADDRESS: try the login, store it, read its mail.

    Asks for what the options leave open. The password is stored encrypted.
    """
    from server.commands._questions import Said, ask_password, ask_server
    from server.mail.login import Login
    from server.mail.probe import check as probe
    from server.mirroring import timeouts
    from server.store import NewMailbox

    address = _checked(address)
    settings, vault = invocation.settings, invocation.vault
    with invocation.store() as store:
        _refuse_known(store, address)
        said = Said(host, port, security, username)
        server = ask_server(address, said, may_ask=not password_stdin)
        password = ask_password(from_stdin=password_stdin)
        login = Login(
            mailbox=address,
            host=server.host,
            port=server.port,
            security=server.security,
            username=server.username,
            password=password,
            ca_file=ca_file,
            allow_plaintext=settings.mail.allow_plaintext,
        )
        if not no_check:
            report = probe(login, sent_folder=sent_folder, timeouts=timeouts(settings.mail))
            _show(report)
            if report.failure is not None:
                raise click.ClickException(f"{report.failure} Nothing was stored.")
        new = NewMailbox(
            address,
            login.host,
            login.port,
            login.security,
            login.username,
            str(ca_file) if ca_file else None,
            sent_folder,
        )
        mailbox = store.mailboxes.add(new, vault.seal(password), datetime.now(UTC))
        click.echo(f"{address} is connected.")
        if no_sync:
            return
        try:
            _sync(invocation, store, mailbox)
        except ServerError as error:
            raise click.ClickException(f"The mailbox is stored, but its mail was not read yet. {error}") from error


@command.command("list")
@click.option("--json", "for_programs", is_flag=True, help="As JSON.")
@click.pass_obj
def list_(invocation: Invocation, for_programs: bool) -> None:
    """List the mailboxes and how far their mail is read."""
    with invocation.store() as store:
        mailboxes, counts = store.mailboxes.list(), store.messages.counts()
    if for_programs:
        keys = ("address", "host", "port", "security", "username", "created_at", "last_sync_at", "last_error")
        as_json(
            [
                {key: getattr(mailbox, key) for key in keys}
                | {"messages": counts[mailbox.id].total, "waiting": counts[mailbox.id].stored}
                for mailbox in mailboxes
            ]
        )
    elif mailboxes:
        rows = [
            (
                mailbox.address,
                f"{mailbox.host}:{mailbox.port} ({mailbox.security})",
                str(counts[mailbox.id].total),
                str(counts[mailbox.id].stored),
                moment(mailbox.last_sync_at),
                mailbox.last_error or "",
            )
            for mailbox in mailboxes
        ]
        click.echo(table(("ADDRESS", "SERVER", "MAILS", "WAITING", "LAST SYNC", "PROBLEM"), rows))
    else:
        click.echo("No mailboxes yet. Connect one with: einklang mailbox add ADDRESS")


@command.command()
@click.argument("address", required=False)
@click.pass_obj
def check(invocation: Invocation, address: str | None) -> None:
    """Try the mailbox ADDRESS, or all of them, step by step; nothing is changed."""
    from server.mail.probe import check as probe
    from server.mirroring import timeouts

    mail = invocation.settings.mail
    with invocation.store() as store, _one_after_the_other() as problems:
        for mailbox in _chosen(store, address):
            click.echo(mailbox.address)
            try:
                login = _login(invocation, store, mailbox)
            except ServerError as error:
                problems.append(f"{mailbox.address}: {error}")
                continue
            report = probe(login, sent_folder=mailbox.sent_folder, timeouts=timeouts(mail))
            _show(report)
            if report.failure is not None:
                problems.append(str(report.failure))


@command.command()
@click.argument("address", required=False)
@click.pass_obj
def sync(invocation: Invocation, address: str | None) -> None:
    """Read the new mail of the mailbox ADDRESS, or of all of them, now."""
    with invocation.store() as store, _one_after_the_other() as problems:
        for mailbox in _chosen(store, address):
            try:
                _sync(invocation, store, mailbox)
            except ServerError as error:
                problems.append(str(error))


@command.command()
@click.argument("address")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def remove(invocation: Invocation, address: str, yes: bool) -> None:
    """Forget the mailbox ADDRESS, its mail and what was learned from it; the server keeps all."""
    with invocation.store() as store:
        mailbox = store.mailboxes.get(address)
        total = store.messages.counts()[mailbox.id].total
        if not yes:
            click.confirm(f"Forget {mailbox.address} with {total} mails?", abort=True)
        store.mailboxes.remove(address)
    click.echo(f"{mailbox.address} is forgotten, with {total} mails. On its server nothing was changed.")


def _checked(address: str) -> str:
    name, at, domain = address.strip().rpartition("@")
    if not (name and at and domain) or any(character.isspace() for character in address.strip()):
        raise click.BadParameter(
            f"{address!r} is no e-mail address: write it like info@example.com", param_hint="ADDRESS"
        )
    return address.strip().lower()


def _refuse_known(store: Store, address: str) -> None:
    # before anybody types a password for nothing
    if any(mailbox.address == address for mailbox in store.mailboxes.list()):
        raise Conflict(
            f"{address} is connected already. To change it, remove it first: einklang mailbox remove {address}"
        )


def _chosen(store: Store, address: str | None) -> list[Mailbox]:
    if address is not None:
        return [store.mailboxes.get(address)]
    mailboxes = store.mailboxes.list()
    if not mailboxes:
        raise NotFound("No mailboxes yet. Connect one with: einklang mailbox add ADDRESS")
    return mailboxes


def _login(invocation: Invocation, store: Store, mailbox: Mailbox) -> Login:
    from server.mirroring import login_for

    password = invocation.vault.open(store.mailboxes.sealed_secret(mailbox.id))
    return login_for(mailbox, password, invocation.settings.mail)


def _show(report: ProbeReport) -> None:
    for done in report.steps:
        click.echo(f"  ok  {done.step}: {done.detail}")


def _sync(invocation: Invocation, store: Store, mailbox: Mailbox) -> None:
    from server.mirroring import imap_opener, mirror_mailbox

    opener = imap_opener(store, invocation.vault, invocation.settings.mail)
    with _progress() as progress:
        result = mirror_mailbox(mailbox, store, opener, datetime.now(UTC), progress=progress)
    for folder in result.folders:
        unreadable = f", {len(folder.unreadable)} could not be read" if folder.unreadable else ""
        click.echo(f"{mailbox.address} {folder.folder.name}: {folder.new} new mails{unreadable}")


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar per folder with new mail on standard error, one at a time, if a person is looking."""
    from tqdm import tqdm

    bars: dict[str, tqdm[Never]] = {}

    def close() -> None:
        for bar in bars.values():
            bar.close()

    def progress(folder: Folder, done: int, total: int) -> None:
        if not total:
            return
        if folder.name not in bars:
            close()
            bars[folder.name] = tqdm(desc=folder.name, total=total, unit=" mails", disable=None)
        bar = bars[folder.name]
        bar.total = total
        bar.update(done - bar.n)

    try:
        yield progress
    finally:
        close()


@contextmanager
def _one_after_the_other() -> Iterator[list[str]]:
    """Collects the problems of several mailboxes, so that one does not hold up the others."""
    problems: list[str] = []
    yield problems
    if problems:
        raise click.ClickException("\n".join(problems))
