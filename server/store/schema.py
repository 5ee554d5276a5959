"""The tables, as the newest migration leaves them; identity and time have one form everywhere."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    true,
)


class UtcDateTime(TypeDecorator[datetime]):
    """Aware times in, aware UTC out; a naive time is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# SQLite numbers rows by itself only if the type is exactly INTEGER
Id = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _number() -> Column[int]:
    return Column("id", Id, primary_key=True, autoincrement=True)


def _mailbox(*, primary_key: bool = False) -> Column[int]:
    key = ForeignKey("mailbox.id", ondelete="CASCADE")
    return Column("mailbox_id", Id, key, primary_key=primary_key, nullable=False, autoincrement=False)


# sqlite_autoincrement: the number of a removed row is never given to another one
mailbox = Table(
    "mailbox",
    metadata,
    _number(),
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
    _number(),
    _mailbox(),
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
    _number(),
    _mailbox(),
    Column("folder", String, nullable=False),
    Column("role", String, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("internaldate", UtcDateTime, nullable=False),
    Column("stage", String, nullable=False),
    Column("raw", LargeBinary),  # compressed; gone once it is analysed
    Column("failure", Text),
    Column("header_id", Text),
    Column("in_reply_to", Text),
    Column("from_address", Text),
    Column("from_name", Text),
    Column("correspondent", Text),
    Column("direction", String),
    Column("kind", String),
    Column("subject", Text),
    Column("date", UtcDateTime),
    Column("language", String),
    Column("words", Integer),
    Column("body", Text),
    Column("authored", Text),
    Column("address", Text),  # JSON of the form of address; empty: it shows none; NULL: nobody has looked
    Column("content_key", String),
    Column("identity", String),  # equal for copies of one mail
    Column("is_copy", Boolean, nullable=False),  # of a mail that is counted already
    Column("flags", Text, nullable=False, server_default=""),
    Column("gone_at", UtcDateTime),  # no longer on the server
    Column("whole", Boolean, nullable=False, server_default=true()),
    Column("server_id", String),
    UniqueConstraint("mailbox_id", "folder", "generation", "uid"),
    Index(None, "stage", "id"),
    Index(None, "mailbox_id", "stage"),
    Index(None, "correspondent", "date"),
    Index(None, "header_id"),
    Index(None, "identity"),
    Index(None, "content_key"),
    Index(None, "server_id"),
    sqlite_autoincrement=True,
)

# Mail that the server lists and does not hand out: the cursor has passed it, and it is asked for again each day.
quarantine = Table(
    "quarantine",
    metadata,
    _mailbox(primary_key=True),
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
    _mailbox(primary_key=True),
    Column("holder", String, nullable=False),
    Column("until", UtcDateTime, nullable=False),
)

mailbox_state = Table(
    "mailbox_state",
    metadata,
    _mailbox(primary_key=True),
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

sample = Table(
    "sample",
    metadata,
    _number(),
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

account = Table(
    "account",
    metadata,
    _number(),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, unique=True),
    Column("role", String, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

token = Table(
    "token",
    metadata,
    _number(),
    Column("account_id", Id, ForeignKey("account.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("hash", String, nullable=False, unique=True),
    Column("label", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime),
    Column("last_used_at", UtcDateTime),
    Column("revoked_at", UtcDateTime),
    sqlite_autoincrement=True,
)
