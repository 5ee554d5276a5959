"""The tables of hint feedback that names nobody, and of who switched the works-council mode on or off, and why."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table, Text

from server.store.schema.columns import UtcDateTime, metadata, number

# The hints that a rep does not want to see for a customer, until they are restored. `mark` stands for both: without the
# installation's key nobody can tell whose row it is, nor which rows of several customers are one rep's. No times.
hint_feedback = Table(
    "hint_feedback",
    metadata,
    Column("mark", String, primary_key=True),
    Column("rule", String, primary_key=True),
    Column("language", String, primary_key=True),
    Column("customer", Text, nullable=False),
    Index(None, "customer"),
)

# How often a rule's hints were followed or sent away, as it may be shown: it only grows by whole batches.
hint_total = Table(
    "hint_total",
    metadata,
    Column("rule", String, primary_key=True),
    Column("accepted", Integer, nullable=False),
    Column("dismissed", Integer, nullable=False),
)

# The batch of a rule that is still being counted, since the Monday `since`, and marks of who has a part in it. They
# only tell how many people that are; they go with the batch, and `salt` makes those of the next one others.
hint_batch = Table(
    "hint_batch",
    metadata,
    Column("rule", String, primary_key=True),
    Column("salt", String, nullable=False),
    Column("since", Date, nullable=False),
    Column("accepted", Integer, nullable=False),
    Column("dismissed", Integer, nullable=False),
)

hint_batch_person = Table(
    "hint_batch_person",
    metadata,
    Column("rule", String, primary_key=True),
    Column("mark", String, primary_key=True),
)

# Each time the works-council mode was switched, and why; nothing here is ever changed.
works_council_act = Table(
    "works_council_act",
    metadata,
    number(),
    Column("at", UtcDateTime, nullable=False),
    Column("is_on", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("actor", Text, nullable=False),
    sqlite_autoincrement=True,
)
