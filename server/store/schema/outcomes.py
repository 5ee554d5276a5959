"""The tables of outcomes, of links that ask for one, of alerts, and of what is to be sent to people and programs."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text

from server.store.schema.columns import Id, UtcDateTime, metadata, number

outcome = Table(
    "outcome",
    metadata,
    number(),
    Column("identity", String, nullable=False, unique=True),  # made of its key, else of what it says
    Column("key", Text),  # what it is called where it comes from
    Column("customer", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("value", Integer),
    Column("amount_cents", BigInteger),
    Column("currency", String),
    Column("source", String, nullable=False),
    Column("noted_at", UtcDateTime, nullable=False),
    Index(None, "customer", "at"),
    Index(None, "kind", "at"),
    sqlite_autoincrement=True,
)

# A question that was put into a mail as a link. Its number is no secret: the link is signed.
feedback_link = Table(
    "feedback_link",
    metadata,
    Column("id", String, primary_key=True),
    Column("customer", Text, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("language", String, nullable=False),
    Column("about", Text),  # the Message-ID of the mail that is asked about
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("answered_at", UtcDateTime),
    Column("outcome_id", Id, ForeignKey("outcome.id", ondelete="SET NULL"), index=True),
)

alert = Table(
    "alert",
    metadata,
    number(),
    Column("kind", String, nullable=False),
    Column("customer", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("reason", Text, nullable=False),  # JSON: a sentence per language, none of it out of a mail
    Column("seen_at", UtcDateTime),
    Index(None, "kind", "customer", "at", unique=True),
    sqlite_autoincrement=True,
)

# A digest or alert on its way to one person: one row each, so that nobody is written to twice.
notice = Table(
    "notice",
    metadata,
    Column("kind", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("recipient", Text, primary_key=True),
    Column("day", Date, nullable=False, index=True),
    Column("tries", Integer, nullable=False),
    Column("next_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime),
    Column("problem", Text),
)

# Written in the transaction of what happened; the payload holds no words of a mail.
outgoing_event = Table(
    "outgoing_event",
    metadata,
    Column("id", String, primary_key=True),
    Column("type", String, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("payload", Text, nullable=False),
    Column("spread", Boolean, nullable=False),  # whether its deliveries are made
    Index(None, "spread"),
)

webhook_delivery = Table(
    "webhook_delivery",
    metadata,
    Column(
        "event_id", String, ForeignKey("outgoing_event.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    ),
    Column("url", Text, primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("next_at", UtcDateTime),  # NULL: it is delivered or dead
    Column("delivered_at", UtcDateTime),
    Column("dead_at", UtcDateTime),
    Column("problem", Text),
    Index(None, "next_at"),
    Index(None, "url", "dead_at"),
)
