"""The table of what was found about the effect: the last report alone, figures without names and words."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table, Text

from server.store.schema.columns import UtcDateTime, metadata

effect_report = Table(
    "effect_report",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # always 1
    Column("stamp", String, nullable=False),  # differs when what it rests on changed
    Column("computed_at", UtcDateTime, nullable=False),
    Column("body", Text, nullable=False),
)
