"""What a mail leaves behind when it is learned: its trace, which stays when its text goes."""

from __future__ import annotations

from datetime import datetime

from coach import Coach
from coach.relationship import tracing
from coach.relationship.trace import VERSION
from server.store import StoredTrace


def traced(text: str, written: datetime, direction: str | None, coach: Coach) -> StoredTrace:
    """What a mail shows, as it is stored."""
    return StoredTrace(VERSION, tracing.trace(coach, text, written, by_team=direction == "out").to_json())
