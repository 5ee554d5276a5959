"""The tables of what was imported from files: sources, how far each file was read, and contacts."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, String, Table, Text

from server.store.schema.columns import Id, UtcDateTime, mailbox_key, metadata, number

# An import source is a row of `mailbox` that has one of these, too: so its mail is forgotten and counted as any other.
import_source = Table(
    "import_source",
    metadata,
    mailbox_key(primary_key=True),
    Column("name", Text, nullable=False),
    Column("tied_to", Text),  # the address of the mailbox to which the mail belongs; it stays when that mailbox goes
    Column("imported_at", UtcDateTime, nullable=False),
)

import_position = Table(
    "import_position",
    metadata,
    number(),
    Column("source_id", Id, ForeignKey("import_source.mailbox_id", ondelete="CASCADE"), nullable=False),
    Column("path", Text, nullable=False),
    Column("mark", String, nullable=False),  # tells a file from one that was changed
    Column("position", BigInteger, nullable=False),
    Column("tally", Text, nullable=False),  # JSON of what was counted so far
    Column("first_id", Id, nullable=False),  # the number of the newest message when this file was begun
    Index(None, "source_id", "path", unique=True),
    sqlite_autoincrement=True,
)

import_problem = Table(
    "import_problem",
    metadata,
    number(),
    Column("position_id", Id, ForeignKey("import_position.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("place", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("is_mistake", Boolean, nullable=False),
    sqlite_autoincrement=True,
)

contact = Table(
    "contact",
    metadata,
    Column("source_id", Id, ForeignKey("import_source.mailbox_id", ondelete="CASCADE"), primary_key=True),
    Column("address", Text, primary_key=True),
    Column("person", Text, nullable=False),  # the first address of the same contact
    Column("name", Text, nullable=False),
    Column("company", Text, nullable=False),
    Column("segment", Text, nullable=False),
    Column("imported_at", UtcDateTime, nullable=False),
    Column("joined", Boolean, nullable=False),  # by this import, to `person`
    Index(None, "address"),
    Index(None, "source_id", "person"),
)
