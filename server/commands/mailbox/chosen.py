"""The mailboxes that a command is about, and how they are opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from server.access import EVERYTHING
from server.commands import Invocation
from server.errors import LoginRefused, NotFound

if TYPE_CHECKING:
    from server.mail.probe import ProbeReport
    from server.signing_in import Credentials
    from server.store import Mailbox, Store


def chosen(store: Store, address: str | None) -> list[Mailbox]:
    """The mailbox with this address, or all of them; raises NotFound where there is none."""
    if address is not None:
        return [store.mailboxes.get(address)]
    mailboxes = store.mailboxes.list(sight=EVERYTHING)
    if not mailboxes:
        raise NotFound("No mailboxes yet. Connect one with: einklang mailbox add ADDRESS")
    return mailboxes


def credentials(invocation: Invocation, store: Store) -> Credentials:
    """What opens them; raises SecretError."""
    from server.signing_in import Credentials

    return Credentials(store, invocation.vault, invocation.settings)


def tried(mailbox: Mailbox, stored: Credentials) -> ProbeReport:
    """How trying a connected mailbox went; raises ServerError if what is stored for it cannot even be opened."""
    from server.mail.probe import check
    from server.mirroring import folder_choice, timeouts

    login = stored.login(mailbox)
    report = check(login, choice=folder_choice(mailbox), timeouts=timeouts(stored.mail))
    if isinstance(report.failure, LoginRefused) and login.token:
        login = stored.renewed(mailbox, login)
        report = check(login, choice=folder_choice(mailbox), timeouts=timeouts(stored.mail))
    return report


@contextmanager
def one_after_the_other() -> Iterator[list[str]]:
    """Collects the problems of several mailboxes, so that one does not hold up the others."""
    problems: list[str] = []
    yield problems
    if problems:
        raise click.ClickException("\n".join(problems))


def show(report: ProbeReport) -> None:
    """Prints the steps that were reached."""
    for done in report.steps:
        click.echo(f"  ok  {done.step}: {done.detail}")
