"""What work asks of the database: its statements, its transactions, and those in which it alone may write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, event

TURN_BEGINS = ("pg_advisory_xact_lock", "BEGIN IMMEDIATE")


@dataclass(slots=True)
class Asked:
    """Counted while it is listened; `in_turn` are the statements of transactions that write, their beginning aside;
    `most_open` how many transactions went on at the same time, each of which holds a connection."""

    statements: list[str] = field(default_factory=list)
    transactions: int = 0
    most_open: int = 0
    turns: int = 0
    in_turn: list[str] = field(default_factory=list)


@contextmanager
def listening() -> Iterator[Asked]:
    """Counts what all connections of this process ask meanwhile."""
    asked, writing, going_on = Asked(), set[int](), set[int]()

    def executed(connection: Any, _: Any, statement: str, *__: Any) -> None:
        if any(mark in statement for mark in TURN_BEGINS):
            writing.add(id(connection))
            asked.turns += 1
        elif not statement.startswith(("BEGIN", "PRAGMA")):
            asked.statements.append(statement)
            if id(connection) in writing:
                asked.in_turn.append(statement)

    def begun(connection: Any) -> None:
        asked.transactions += 1
        going_on.add(id(connection))
        asked.most_open = max(asked.most_open, len(going_on))

    def ended(connection: Any) -> None:
        writing.discard(id(connection))
        going_on.discard(id(connection))

    heard = (("after_cursor_execute", executed), ("begin", begun), ("commit", ended), ("rollback", ended))
    for name, heed in heard:
        event.listen(Engine, name, heed)
    try:
        yield asked
    finally:
        for name, heed in heard:
            event.remove(Engine, name, heed)
