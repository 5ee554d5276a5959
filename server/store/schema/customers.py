"""The tables of customers, and what reps did with hints for them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from server.store.schema.columns import Id, UtcDateTime, metadata

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

customer_language = Table(
    "customer_language",
    metadata,
    Column("address", Text, ForeignKey("customer.address", ondelete="CASCADE"), primary_key=True),
    Column("language", String, primary_key=True),
    Column("mails", Integer, nullable=False),
)

# How often a rep followed a rule's hints for a customer or sent them away; no times, so that no day can be told.
hint_feedback = Table(
    "hint_feedback",
    metadata,
    Column("account_id", Id, ForeignKey("account.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("rule", String, primary_key=True),
    Column("customer", Text, primary_key=True),
    Column("language", String, primary_key=True),
    Column("accepted", Integer, nullable=False),
    Column("dismissed", Integer, nullable=False),
    Column("away", Boolean, nullable=False),  # the hint is not shown again until it is restored
    Index(None, "customer"),
    Index(None, "rule"),
)
