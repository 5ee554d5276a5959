"""`--mailbox` and `--all-mailboxes`: which mailboxes somebody is to see."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from server.access import Sight
    from server.store import Store, User


def mailbox_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds both options to a command, as `mailbox` and `all_mailboxes`."""
    single = click.option("--mailbox", metavar="ADDRESS", multiple=True, help="Mail of this mailbox; may be repeated.")
    every = click.option("--all-mailboxes", is_flag=True, help="Mail of every mailbox, also of those to come.")
    return single(every(command))


def chosen_sight(store: Store, mailbox: tuple[str, ...], *, all_mailboxes: bool) -> Sight:
    """What the options say; raises NotFound for a mailbox that is not connected."""
    from server.access import EVERYTHING, Sight

    if mailbox and all_mailboxes:
        raise click.UsageError("Choose single mailboxes (--mailbox ADDRESS) or all of them (--all-mailboxes).")
    return EVERYTHING if all_mailboxes else Sight.of(store.mailboxes.get(each).id for each in mailbox)


def seen_in_words(store: Store, user: User) -> str:
    """Which mailboxes a user sees, as a line says it."""
    if user.role == "admin" or user.all_mailboxes:
        return "all mailboxes"
    return ", ".join(store.accounts.granted(user)) or "no mailbox"


def for_programs(store: Store, user: User) -> dict[str, object]:
    """A user as JSON tells it."""
    return {
        "id": user.id,
        "name": user.name,
        "role": user.role,
        "created_at": user.created_at,
        "all_mailboxes": user.role == "admin" or user.all_mailboxes,
        "mailboxes": store.accounts.granted(user),
    }
