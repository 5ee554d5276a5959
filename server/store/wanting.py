"""Has relationships worked out again, in the transaction that changed what they rest on."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, delete

from server.store.schema import matter, relationship, relationship_history
from server.store.statements import upsert

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # before everything that is due some day: at once
NEW: dict[str, object] = {
    "wanted": 1, "letter": "", "phase": "", "danger": 0.0, "ripe": 0.0, "forgotten": 0.0, "mails": 0, "body": "",
    "next_at": EPOCH,
}  # fmt: skip


def want_again(connection: Connection, head: str) -> None:
    """Has the relationship with the customer who is known by this address worked out again."""
    connection.execute(_WANT[connection.dialect.name], NEW | {"address": head})


_WANT = upsert(relationship, ["address"], lambda _: {"wanted": relationship.c.wanted + 1, "next_at": EPOCH})


def forget_relationship(connection: Connection, address: str) -> None:
    """Removes what was worked out for an address that has no mail left, or belongs to another person now."""
    for table in (relationship, relationship_history, matter):
        connection.execute(delete(table).where(table.c.address == address))
