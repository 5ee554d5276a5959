"""The tables of data protection: the audit log, who is kept away, what was left out."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, String, Table, Text

from server.store.schema.columns import UtcDateTime, mailbox_key, metadata

# Only ever added to; the database itself refuses everything else.
audit_entry = Table(
    "audit_entry",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", String, nullable=False),
    Column("details", Text, nullable=False),  # JSON
    Column("before", String, nullable=False),  # the hash of the entry before
    Column("hash", String, nullable=False),
    Index(None, "action", "number"),
)

# Keys that are made once and sealed with the master key, so that this one can be changed and they stay.
inner_key = Table(
    "inner_key",
    metadata,
    Column("purpose", String, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)

# Persons who were erased and are not to come back: keyed hashes, from which nobody learns an address.
kept_away = Table(
    "kept_away",
    metadata,
    Column("mark", String, primary_key=True),
    Column("since", UtcDateTime, nullable=False),
)

# Mail that was not stored because it is excluded: that it is there, so that it is not fetched again each day, and why.
left_out = Table(
    "left_out",
    metadata,
    mailbox_key(primary_key=True),
    Column("folder", String, primary_key=True),
    Column("generation", Integer, primary_key=True),
    Column("uid", BigInteger, primary_key=True),
    Column("reason", String, nullable=False),
    Index(None, "mailbox_id", "reason"),
)
