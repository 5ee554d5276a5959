"""The tables of work that several processes share: who works, on what, until when, and what failed for good."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, String, Table, Text

from server.store.schema.columns import Id, UtcDateTime, metadata, number

# The workers that watch mailboxes; one whose time is over has died.
worker = Table(
    "worker",
    metadata,
    Column("holder", String, primary_key=True),
    Column("since", UtcDateTime, nullable=False),
    Column("until", UtcDateTime, nullable=False),
)

# Mail that a worker has in hand, so that no other learns it at the same time; `tries` is how many lost it.
message_claim = Table(
    "message_claim",
    metadata,
    Column("message_id", Id, ForeignKey("message.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("holder", String, nullable=False, index=True),
    Column("until", UtcDateTime, nullable=False),
    Column("tries", Integer, nullable=False),
)

relationship_claim = Table(
    "relationship_claim",
    metadata,
    Column("address", Text, ForeignKey("relationship.address", ondelete="CASCADE"), primary_key=True),
    Column("holder", String, nullable=False, index=True),
    Column("until", UtcDateTime, nullable=False),
    Column("tries", Integer, nullable=False),
)

# Each repeated job with the last of its turns: `waiting` while nobody has begun it, `holder` while somebody does it.
job_slot = Table(
    "job_slot",
    metadata,
    Column("name", String, primary_key=True),
    Column("slot", BigInteger, nullable=False),
    Column("sent_at", UtcDateTime, nullable=False),
    Column("waiting", Boolean, nullable=False),
    Column("begun", Integer, nullable=False),  # how often this turn was begun
    Column("holder", String),
    Column("until", UtcDateTime),
    Column("done_at", UtcDateTime),
)

# Jobs that failed and are not tried again by themselves: never a text or an address, only what kind of error it was.
dead_letter = Table(
    "dead_letter",
    metadata,
    number(),
    Column("name", String, nullable=False),
    Column("arguments", String, nullable=False),  # JSON: a list of whole numbers
    Column("error", String, nullable=False),
    Column("times", Integer, nullable=False),
    Column("first_at", UtcDateTime, nullable=False),
    Column("last_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)
