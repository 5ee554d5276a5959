"""The tables of what was learned."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from server.store.schema.columns import Id, UtcDateTime, metadata, number

sample = Table(
    "sample",
    metadata,
    number(),
    Column("message_id", Id, ForeignKey("message.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("content_key", String, nullable=False, unique=True),
    Column("correspondent", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("words", Integer, nullable=False),
    Column("measurement", Text, nullable=False),
    Column("date", UtcDateTime, nullable=False),
    Index(None, "correspondent", "language", "date"),
    sqlite_autoincrement=True,
)

profile = Table(
    "profile",
    metadata,
    Column("kind", String, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("language", String, primary_key=True),
    Column("body", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("stale", Boolean, nullable=False),
    Index(None, "stale"),  # looked for every few seconds, and hardly ever there
)

# What all profiles rest on together, such as the half-life of old mail: when it changes they are made anew.
profile_basis = Table(
    "profile_basis",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)
