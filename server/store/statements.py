"""Statements that are put together once: SQLAlchemy takes longer over making one than a database over answering it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite

Grown = Callable[[Any], Mapping[str, Any]]
"""The row that could not be inserted -> what changes in the one that has its key."""

Spoken = Mapping[str, Insert]
"""A statement in the words of each database, by the name of its dialect."""


def upsert(table: Table, key: Sequence[str], grown: Grown) -> Spoken:
    """Inserts a row, or changes the one that has the same key."""
    columns = [table.c[each] for each in key]
    in_sqlite, in_postgresql = sqlite.insert(table), postgresql.insert(table)
    return {
        "sqlite": in_sqlite.on_conflict_do_update(index_elements=columns, set_=grown(in_sqlite.excluded)),
        "postgresql": in_postgresql.on_conflict_do_update(index_elements=columns, set_=grown(in_postgresql.excluded)),
    }


@cache
def insert_if_new(dialect: str, table: Table, returning: ColumnElement[Any]) -> Insert:
    """Inserts rows whose unique keys are not there yet and tells one column of those inserted."""
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return insert(table).on_conflict_do_nothing().returning(returning)
