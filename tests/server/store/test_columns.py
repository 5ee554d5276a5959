"""Times lie in a SQLite file in one form, whoever writes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from server.store.schema.columns import UtcDateTime, sqlite_moment

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=ZONES | st.just(UTC)))
def test_a_statement_past_sqlalchemy_writes_what_the_column_writes(moment: datetime) -> None:
    bind = UtcDateTime().dialect_impl(sqlite.dialect()).bind_processor(sqlite.dialect())
    assert bind is not None
    assert sqlite_moment(moment) == bind(moment)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        sqlite_moment(datetime(2026, 1, 1))
