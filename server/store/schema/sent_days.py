"""How many mails the team sent on each day: a count of everybody's mail together, about nobody."""

from __future__ import annotations

from sqlalchemy import Column, Date, Integer, Table

from server.store.schema.columns import metadata

# Rises and falls with the rows of `message` that go out, in the same transactions; `day` is that of UTC.
sent_day = Table(
    "sent_day",
    metadata,
    Column("day", Date, primary_key=True),
    Column("mails", Integer, nullable=False),
)
