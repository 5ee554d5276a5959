"""The tables of how mail clients sign in: keys of webmail servers, codes for pairing, and wrong tries."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, LargeBinary, String, Table, Text, true

from server.store.schema.columns import Id, UtcDateTime, mailbox_key, metadata, number

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
    Column("all_mailboxes", Boolean, nullable=False, server_default=true()),  # what the users that it adds may see
    sqlite_autoincrement=True,
)

# The mailboxes that users get whom a webmail server adds, where those are not all.
integration_key_mailbox = Table(
    "integration_key_mailbox",
    metadata,
    Column("key_id", Id, ForeignKey("integration_key.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    mailbox_key(primary_key=True),
    Index(None, "mailbox_id"),
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
