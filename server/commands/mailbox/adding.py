"""`einklang mailbox add`: tries a login, stores it, reads the mail."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from server.access import EVERYTHING
from server.commands import Invocation
from server.commands.mailbox.consent import WAYS
from server.errors import Conflict, ServerError

if TYPE_CHECKING:
    from server.commands.mailbox.questions import Server
    from server.mail.folder_list import FolderChoice
    from server.mail.login import Security
    from server.store import Mailbox, NewMailbox, Store

PASSWORD = "password"  # noqa: S105 - the kind of sign-in, not one
PROVIDERS = ("microsoft", "google", "own")
HOST_OF = {"microsoft": "outlook.office365.com", "google": "imap.gmail.com"}


@click.command()
@click.argument("address")
@click.option("--host", help="The IMAP server; else proposed from the address.")
@click.option("--port", type=click.IntRange(1, 65535), help="Its port; else 993 (tls) or 143.")
@click.option("--security", type=click.Choice(["tls", "starttls", "none"]), help="How the line is protected.")
@click.option("--username", help="The name to sign in with; else the address. Exchange: DOMAIN\\user\\shared.")
@click.option("--oauth", type=click.Choice(PROVIDERS), help="Sign in with OAuth2 instead of a password.")
@click.option("--way", type=click.Choice(WAYS), help="With --oauth: by a code, a browser here, or one elsewhere.")
@click.option(
    "--ca-file",
    type=click.Path(exists=True, dir_okay=False, resolve_path=True, path_type=Path),
    help="The certificate of the authority to trust, for a server of your own (PEM).",
)
@click.option("--inbox-folder", help="The folder of incoming mail, if it is not INBOX.")
@click.option("--sent-folder", help="The folder of sent mail, if it is not found by itself.")
@click.option("--folder", "folders", multiple=True, help="A further folder to read, or a pattern: 'Customers/*'.")
@click.option("--other-user", help="Whose mailbox it is, if that user shares it with the one who signs in.")
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
    oauth: str | None,
    way: str | None,
    ca_file: Path | None,
    inbox_folder: str | None,
    sent_folder: str | None,
    folders: tuple[str, ...],
    other_user: str | None,
    password_stdin: bool,
    no_check: bool,
    no_sync: bool,
) -> None:
    """Connect the mailbox ADDRESS: try the login, store it, read its mail.

    Asks for what the options leave open. Passwords and tokens are stored encrypted. docs/mailboxes.md says what each
    provider wants.
    """
    from server.commands.mailbox.questions import Said, ask_server
    from server.mail.folder_list import FolderChoice

    address = _checked(address)
    _refuse_contradictions(oauth, way, password_stdin=password_stdin)
    with invocation.store() as store:
        _refuse_known(store, address)
        if oauth is not None and host is None:
            host = HOST_OF.get(oauth)
        said = Said(host, port, security, username)
        server = ask_server(address, said, may_ask=not password_stdin, sure=oauth in HOST_OF)
        choice = FolderChoice(inbox_folder, sent_folder, other_user, folders)
        new = _new(address, server, choice, ca_file, oauth or PASSWORD)
        secret = secret_for(invocation, new, way, password_stdin=password_stdin)
        if not no_check:
            try_out(invocation, new, choice, secret)
        mailbox = store.mailboxes.add(new, invocation.vault.seal(secret), datetime.now(UTC))
        click.echo(f"{address} is connected.")
        if no_sync:
            return
        from server.commands.mailbox.reading import read_mail

        try:
            read_mail(invocation, store, mailbox)
        except ServerError as error:
            raise click.ClickException(f"The mailbox is stored, but its mail was not read yet. {error}") from error


def _refuse_contradictions(oauth: str | None, way: str | None, *, password_stdin: bool) -> None:
    if oauth is not None and password_stdin:
        raise click.UsageError("--oauth and --password-stdin exclude each other: OAuth2 needs no password.")
    if way is not None and oauth is None:
        raise click.UsageError("--way belongs to --oauth.")


def _new(address: str, server: Server, choice: FolderChoice, ca_file: Path | None, auth: str) -> NewMailbox:
    from server.store import NewMailbox

    return NewMailbox(
        address=address,
        host=server.host,
        port=server.port,
        security=server.security,
        username=server.username,
        ca_file=str(ca_file) if ca_file else None,
        sent_folder=choice.sent,
        auth=auth,
        inbox_folder=choice.inbox,
        other_user=choice.other_user,
        more_folders=choice.more,
    )


def secret_for(invocation: Invocation, new: NewMailbox | Mailbox, way: str | None, *, password_stdin: bool) -> str:
    """What is to be sealed: the password, or the token as JSON."""
    from server.commands.mailbox.consent import token_from
    from server.commands.mailbox.questions import ask_password
    from server.signing_in import provider_named

    if new.auth == PASSWORD:
        return ask_password(from_stdin=password_stdin)
    return token_from(provider_named(new.auth, invocation.settings.oauth), new.address, way).to_json()


def try_out(invocation: Invocation, new: NewMailbox | Mailbox, choice: FolderChoice, secret: str) -> None:
    from server.commands.mailbox.chosen import show
    from server.mail.oauth import Token
    from server.mail.probe import check
    from server.mirroring import timeouts
    from server.signing_in import login_for

    mail = invocation.settings.mail
    if new.auth == PASSWORD:
        login = login_for(new, secret, mail)
    else:
        login = login_for(new, "", mail, token=Token.from_json(secret).access)
    report = check(login, choice=choice, timeouts=timeouts(mail))
    show(report)
    if report.failure is not None:
        raise click.ClickException(f"{report.failure} Nothing was stored.")


def _checked(address: str) -> str:
    name, at, domain = address.strip().rpartition("@")
    if not (name and at and domain) or any(character.isspace() for character in address.strip()):
        raise click.BadParameter(
            f"{address!r} is no e-mail address: write it like info@example.com", param_hint="ADDRESS"
        )
    return address.strip().lower()


def _refuse_known(store: Store, address: str) -> None:
    # before anybody types a password for nothing
    if any(mailbox.address == address for mailbox in store.mailboxes.list(sight=EVERYTHING)):
        raise Conflict(
            f"{address} is connected already. To sign in anew: einklang mailbox sign-in {address}. To change it, "
            f"remove it first: einklang mailbox remove {address}"
        )
