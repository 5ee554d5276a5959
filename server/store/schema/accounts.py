"""The tables of who may use Einklang."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String, Table, Text

from server.store.schema.columns import Id, UtcDateTime, metadata, number

account = Table(
    "account",
    metadata,
    number(),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, unique=True),
    Column("role", String, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

token = Table(
    "token",
    metadata,
    number(),
    Column("account_id", Id, ForeignKey("account.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("hash", String, nullable=False, unique=True),
    Column("label", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime),
    Column("last_used_at", UtcDateTime),
    Column("revoked_at", UtcDateTime),
    Column("client", String),
    sqlite_autoincrement=True,
)
