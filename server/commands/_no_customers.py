"""Why a list of customers is empty, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.access import EVERYTHING

if TYPE_CHECKING:
    from server.store import Store


def no_customers(store: Store) -> str:
    """The line that commands show where nobody is known yet."""
    waiting = sum(each.stored for each in store.messages.counts(sight=EVERYTHING).values())
    if waiting:
        return f"No customers yet: {waiting} mails are read and wait to be learned. Next: einklang run"
    if store.mailboxes.list(sight=EVERYTHING):
        return "No customers yet: they come with the mail. How far it is read: einklang mailbox status"
    return "No customers yet: they come with the mail. Connect a mailbox with: einklang mailbox add ADDRESS"
