"""The tables of customers."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from server.store.schema.columns import UtcDateTime, mailbox_key, metadata

customer = Table(
    "customer",
    metadata,
    Column("address", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("named_at", UtcDateTime),
    Column("domain", Text, nullable=False, index=True),
    Column("search_text", Text, nullable=False),
    Column("mails_in", Integer, nullable=False),
    Column("mails_out", Integer, nullable=False),
    Column("first_mail", UtcDateTime, nullable=False),
    Column("last_mail", UtcDateTime, nullable=False, index=True),
    Column("last_in", UtcDateTime),
    Column("language", String),
)

# Addresses that belong to one person besides the address in `person`, by which the person is known.
alias = Table(
    "alias",
    metadata,
    Column("address", Text, primary_key=True),
    Column("person", Text, nullable=False, index=True),
    Column("joined_at", UtcDateTime, nullable=False),
)

# Which mailboxes (and import sources) hold mail with the person who is known by this address, copies too: by that is
# found who may see them, without reading mail.
customer_mailbox = Table(
    "customer_mailbox",
    metadata,
    Column("person", Text, primary_key=True),
    mailbox_key(primary_key=True),
    Index(None, "mailbox_id"),
)

customer_language = Table(
    "customer_language",
    metadata,
    Column("address", Text, ForeignKey("customer.address", ondelete="CASCADE"), primary_key=True),
    Column("language", String, primary_key=True),
    Column("mails", Integer, nullable=False),
)
