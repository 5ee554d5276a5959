"""/api/v1/alerts and /api/v1/webhooks: what somebody should look at, and whether other programs are told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from coach import Coach
from server.store import Alert
from tests.office import ANNA, NOW, open_office
from tests.server.api.conftest import Api, api_of, new_user_token

SOUR = {"de": "Zwei Beschwerden.", "en": "Two complaints."}
HOOK = "https://hooks.example/services/s3cret"


@pytest.fixture
def quiet(tmp_path: Path, coach: Coach) -> Iterator[Api]:
    """An office without mail that tells one other program."""
    with open_office(tmp_path, coach, EINKLANG_WEBHOOKS_URLS=HOOK) as office:
        yield api_of(office)


def raise_alert(api: Api, hours: int = 0) -> None:
    assert api.office.store.alerts.add(Alert("turned_sour", ANNA, SOUR, NOW - timedelta(hours=hours)), NOW)


def test_alerts_are_found_with_their_reason_and_seen_once(quiet: Api) -> None:
    raise_alert(quiet)
    (told,) = quiet.get("alerts").get_json()["alerts"]
    assert (told["customer"], told["kind"], told["reason"], told["seen_at"]) == (ANNA, "turned_sour", SOUR, None)
    seen = quiet.post(f"alerts/{told['number']}/seen", None)
    assert seen.status_code == 200
    first = seen.get_json()["seen_at"]
    assert first is not None
    quiet.office.later(timedelta(hours=1))
    assert quiet.post(f"alerts/{told['number']}/seen", None).get_json()["seen_at"] == first
    assert quiet.get("alerts", unseen="true").get_json()["alerts"] == []
    assert quiet.post("alerts/99/seen", None).status_code == 404


def test_pages_of_alerts_follow_each_other(quiet: Api) -> None:
    for hours in range(3):
        raise_alert(quiet, hours)
    first = quiet.get("alerts", limit=2).get_json()
    second = quiet.get("alerts", limit=2, before=first["next"]).get_json()
    assert [each["number"] for each in (*first["alerts"], *second["alerts"])] == [3, 2, 1]
    assert second["next"] is None


def test_webhooks_are_told_by_their_site_with_what_waits_and_what_was_given_up(quiet: Api) -> None:
    raise_alert(quiet)
    raise_alert(quiet, 1)
    outbox = quiet.office.store.outbox
    outbox.spread([HOOK], None, NOW)
    outbox.dead(outbox.take_due(NOW, NOW + timedelta(minutes=5), 1)[0], "HTTP 410", NOW)
    assert quiet.get("webhooks").status_code == 403
    admin = new_user_token(quiet.office, "ada", role="admin")
    (told,) = quiet.get("webhooks", token=admin).get_json()["webhooks"]
    assert told == {
        "site": "https://hooks.example",
        "waiting": 1,
        "dead": 1,
        "last_delivered": None,
        "problem": "HTTP 410",
    }
