"""Every column has a head in both languages."""

from __future__ import annotations

import pytest

from server.commands.report import COLUMNS
from server.export.heads import heads_of
from server.export.rows import CUSTOMER_COLUMNS, MATTER_COLUMNS, OUTCOME_COLUMNS


@pytest.mark.parametrize("columns", [CUSTOMER_COLUMNS, MATTER_COLUMNS, OUTCOME_COLUMNS, COLUMNS])
def test_heads_are_there_and_differ(columns: tuple[str, ...]):
    german, english = heads_of(columns, "de"), heads_of(columns, "en")
    assert len(set(german)) == len(columns) == len(set(english))
    assert all(german)
    assert heads_of(("next_step", "trend"), "en") == ("Next step", "Trend in 60 days")
