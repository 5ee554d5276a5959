"""A limit counts each visitor's requests within a while, and what it remembers is bounded."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from server.web.request_limit import REMEMBERED, RequestLimit

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_so_many_are_allowed_and_the_next_when_the_first_is_long_ago():
    limit = RequestLimit(2, MINUTE)
    asked = [NOW, NOW + MINUTE / 2, NOW + MINUTE / 2, NOW + MINUTE, NOW + MINUTE]
    assert [limit.allows("a", at) for at in asked] == [True, True, False, True, False]
    assert limit.allows("b", NOW + MINUTE)


def test_who_came_last_is_remembered():
    limit = RequestLimit(1, MINUTE)
    for number in range(REMEMBERED + 1):
        assert limit.allows(str(number), NOW)
    assert limit.allows("0", NOW)
    assert not limit.allows(str(REMEMBERED), NOW)
