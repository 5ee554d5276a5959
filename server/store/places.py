"""Keeps which mailboxes hold mail with whom, in the transaction that changes it: by that is found who may see them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, literal, select

from server.store.database import insert_new
from server.store.schema import customer_mailbox, message
from server.store.values import PERSONAL


def note_place(connection: Connection, person: str, mailbox_id: int) -> None:
    """A mail with the person who is known by this address lies in this mailbox."""
    row = {"person": person, "mailbox_id": mailbox_id}
    insert_new(connection, customer_mailbox, [row], customer_mailbox.c.mailbox_id)


def place_again(connection: Connection, person: str, addresses: Sequence[str]) -> None:
    """Looks again where mail with a person lies, by all their addresses; without any (no addresses) nowhere."""
    connection.execute(delete(customer_mailbox).where(customer_mailbox.c.person == person))
    found = (
        select(literal(person), message.c.mailbox_id)
        .where(
            message.c.correspondent.in_(addresses),
            message.c.stage == "learned",
            message.c.kind == PERSONAL,
            message.c.direction.is_not(None),
        )
        .distinct()
    )
    connection.execute(insert(customer_mailbox).from_select(["person", "mailbox_id"], found))
