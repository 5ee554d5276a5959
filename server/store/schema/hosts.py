"""The tables of how mail clients sign in: keys of webmail servers, codes for pairing, and wrong tries."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, LargeBinary, String, Table, Text

from server.store.schema.columns import Id, UtcDateTime, metadata, number

integration_key = Table(
    "integration_key",
    metadata,
    number(),
    Column("key_id", String, nullable=False, unique=True),
    Column("host", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("sealed_secret", LargeBinary, nullable=False),
    Column("adds_users", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("last_used_at", UtcDateTime),
    Column("revoked_at", UtcDateTime),
    sqlite_autoincrement=True,
)

pairing = Table(
    "pairing",
    metadata,
    number(),
    Column("account_id", Id, ForeignKey("account.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("hash", String, nullable=False, unique=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

pairing_miss = Table(
    "pairing_miss",
    metadata,
    number(),
    Column("client", String, nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
)
