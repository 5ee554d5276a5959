"""The tables of mailboxes and their mail, and how far each mailbox was read."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
    true,
)

from server.store.schema.columns import UtcDateTime, mailbox_key, metadata, number
from server.store.schema.sealed import SealedBytes, SealedText

WAITS = text("stage = 'stored'")  # as it stands: a database takes the index of these only for the same words


def _index_of_known(*columns: str, unique: bool = False) -> Index:
    """An index without the rows whose last column is NULL, as it is in all mail that waits: nobody looks for those."""
    known = text(f"{columns[-1]} IS NOT NULL")
    return Index(None, *columns, unique=unique, sqlite_where=known, postgresql_where=known)


# sqlite_autoincrement: the number of a removed row is never given to another one
mailbox = Table(
    "mailbox",
    metadata,
    number(),
    Column("address", String, nullable=False, unique=True),
    Column("host", String, nullable=False),
    Column("port", Integer, nullable=False),
    Column("security", String, nullable=False),
    Column("username", String, nullable=False),
    Column("ca_file", String),
    Column("sent_folder", String),
    Column("sealed_secret", LargeBinary, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("last_sync_at", UtcDateTime),
    Column("last_error", Text),
    Column("auth", String, nullable=False, server_default="password"),
    Column("inbox_folder", String),
    Column("other_user", String),
    Column("more_folders", Text, nullable=False, server_default="[]"),  # JSON: a list of patterns
    sqlite_autoincrement=True,
)

folder = Table(
    "folder",
    metadata,
    number(),
    mailbox_key(),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("uidvalidity", BigInteger),
    Column("next_uid", BigInteger, nullable=False),
    Column("highest_modseq", BigInteger),
    Column("oldest_uid", BigInteger, nullable=False, server_default="1"),  # history is stored from here on
    Column("renumbered_at", UtcDateTime),
    Column("renumberings", Integer, nullable=False, server_default="0"),
    UniqueConstraint("mailbox_id", "name"),
    sqlite_autoincrement=True,
)

message = Table(
    "message",
    metadata,
    number(),
    mailbox_key(),
    Column("folder", String, nullable=False),
    Column("role", String, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("internaldate", UtcDateTime, nullable=False),
    Column("stage", String, nullable=False),
    Column("raw", SealedBytes),  # compressed; gone once it is analysed
    Column("failure", Text),
    Column("header_id", Text),
    Column("in_reply_to", Text),
    Column("from_address", Text),
    Column("from_name", Text),
    Column("correspondent", Text),
    Column("direction", String),
    Column("kind", String),
    Column("subject", SealedText),
    Column("date", UtcDateTime),
    Column("language", String),
    Column("words", Integer),
    Column("body", SealedText),
    Column("authored", SealedText),
    Column("address", Text),  # JSON of the form of address; empty: it shows none; NULL: nobody has looked
    Column("content_key", String),
    Column("identity", String),  # equal for copies of one mail
    Column("is_copy", Boolean, nullable=False),  # of a mail that is counted already
    Column("flags", Text, nullable=False, server_default=""),
    Column("gone_at", UtcDateTime),  # no longer on the server
    Column("whole", Boolean, nullable=False, server_default=true()),
    Column("server_id", String),
    Column("channel", String, nullable=False, server_default="email"),
    Column("import_key", String),  # what came from a file: equal where a file holds it again
    UniqueConstraint("mailbox_id", "folder", "generation", "uid"),
    Index(None, "stage", "id"),
    Index(None, "mailbox_id", "stage"),
    Index(None, "correspondent", "date"),
    Index(None, "direction", "date"),  # how much the team wrote on which day, without reading any mail
    _index_of_known("header_id"),
    _index_of_known("identity"),
    _index_of_known("content_key"),
    _index_of_known("server_id"),
    _index_of_known("mailbox_id", "import_key", unique=True),
    # of those that wait alone, so that the newest are found among millions that do not
    Index("ix_message_waiting", "internaldate", "id", sqlite_where=WAITS, postgresql_where=WAITS),
    sqlite_autoincrement=True,
)

# Mail that the server lists and does not hand out: the cursor has passed it, and it is asked for again each day.
quarantine = Table(
    "quarantine",
    metadata,
    mailbox_key(primary_key=True),
    Column("folder", String, primary_key=True),
    Column("generation", Integer, primary_key=True),
    Column("uid", BigInteger, primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("first_at", UtcDateTime, nullable=False),
    Column("next_at", UtcDateTime, nullable=False),
)

mailbox_lease = Table(
    "mailbox_lease",
    metadata,
    mailbox_key(primary_key=True),
    Column("holder", String, nullable=False),
    Column("until", UtcDateTime, nullable=False),
)

mailbox_state = Table(
    "mailbox_state",
    metadata,
    mailbox_key(primary_key=True),
    Column("activity", String, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("looked_at", UtcDateTime),
    Column("problem", Text),
    Column("remedy", Text),
    Column("retry_at", UtcDateTime),
    Column("failures", Integer, nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("rate", Float, nullable=False),
    Column("bytes_day", Date),
    Column("bytes_today", BigInteger, nullable=False),
    Column("alert", Text),
    Column("alert_seen", Boolean, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("wakes", Integer, nullable=False),  # rises when somebody asks for a look at once
)
