"""The tables of relationships: what each mail left behind, grades, what is open, what people corrected."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from server.store.schema.columns import Id, UtcDateTime, metadata, number
from server.store.schema.sealed import SealedText


def _message() -> Column[int]:
    return Column("message_id", Id, ForeignKey("message.id", ondelete="CASCADE"), nullable=False)


# What one mail shows, and how it stands to the mails before it; both hold figures and places, never words.
trace = Table(
    "trace",
    metadata,
    Column("message_id", Id, ForeignKey("message.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("links", Text),
)

# `wanted` rises with each change of the customer's mail, so that a change while it is worked out is not lost;
# `next_at` is when it is to be worked out again: at once after a change, else when silence would change it.
relationship = Table(
    "relationship",
    metadata,
    Column("address", Text, primary_key=True),
    Column("wanted", Integer, nullable=False),
    Column("letter", String, nullable=False),
    Column("score", Float),
    Column("low", Float),
    Column("high", Float),
    Column("trend", Float),
    Column("phase", String, nullable=False),
    Column("danger", Float, nullable=False),
    Column("ripe", Float, nullable=False),
    Column("forgotten", Float, nullable=False),
    Column("mails", Integer, nullable=False),
    Column("segment", String, nullable=False, server_default=""),
    Column("body", Text, nullable=False),
    Column("computed_at", UtcDateTime),
    Column("next_at", UtcDateTime, nullable=False, index=True),
    Index(None, "letter", "score"),
    Index(None, "score"),
    Index(None, "segment", "letter", "score"),
    Index(None, "trend"),
    Index(None, "danger"),
    Index(None, "ripe"),
    Index(None, "forgotten"),
)

# A point for each day on which the index moved; `afterwards`: of a day before anybody looked, worked out later.
relationship_history = Table(
    "relationship_history",
    metadata,
    Column("address", Text, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("score", Float, nullable=False),
    Column("letter", String, nullable=False),
    Column("afterwards", Boolean, nullable=False, server_default=false()),
)

# A grade that a person set beside the computed one, with why; `computed` is what it was then.
grade_correction = Table(
    "grade_correction",
    metadata,
    number(),
    Column("address", Text, nullable=False, index=True),
    Column("letter", String, nullable=False),
    Column("reason", SealedText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("computed", String, nullable=False),
    Column("score", Float),
    Column("ended_at", UtcDateTime),
    sqlite_autoincrement=True,
)

# Needs of customers and promises of the team, as far as they can be open: where they stand, never what they say.
matter = Table(
    "matter",
    metadata,
    number(),
    _message(),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("address", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("due", UtcDateTime),
    Column("exact", Boolean, nullable=False),
    Column("closed_at", UtcDateTime),
    Column("closed_by", Id),
    Column("ticked_at", UtcDateTime),
    Column("told_at", UtcDateTime),  # other programs that it falls due
    UniqueConstraint("message_id", "kind", "start"),
    Index(None, "address", "kind"),
    Index(None, "kind", "closed_at", "due"),
    Index(None, "closed_at", "at"),
    sqlite_autoincrement=True,
)
