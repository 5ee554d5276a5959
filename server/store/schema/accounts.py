"""The tables of who may use Einklang."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, Table, Text, true

from server.store.schema.columns import Id, UtcDateTime, mailbox_key, metadata, number

account = Table(
    "account",
    metadata,
    number(),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, unique=True),
    Column("role", String, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("all_mailboxes", Boolean, nullable=False, server_default=true()),  # sees each one, also those to come
    sqlite_autoincrement=True,
)

# The mailboxes that somebody may see who does not see all of them.
account_mailbox = Table(
    "account_mailbox",
    metadata,
    Column("account_id", Id, ForeignKey("account.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    mailbox_key(primary_key=True),
    Index(None, "mailbox_id"),
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
    Column("scopes", Text),  # words; NULL: all that the role of its user allows
    sqlite_autoincrement=True,
)
