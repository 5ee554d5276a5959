"""No request that schemathesis makes from our description brings the server down; `make fuzz` tries thousands."""

from __future__ import annotations

from pathlib import Path

from coach import Coach
from tests.attacks.broken_requests import try_all
from tests.office import mails_of_anna, open_office


def test_no_broken_request_is_answered_with_an_error_of_the_server(tmp_path: Path, coach: Coach):
    with open_office(tmp_path, coach) as office:
        office.connect()
        office.receive(*mails_of_anna())
        office.relate()
        tried = try_all(office, examples=2, start=20261122)
    assert tried.failed == []
    assert tried.requests > 60
    assert tried.statuses[200] > 10
    assert tried.statuses[422] > 10
    assert tried.statuses[429] == 0
