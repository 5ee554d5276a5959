"""The outbox: an event is written with what it tells of, and handed out until its address has taken it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.access import EVERYTHING
from server.store import Alert, DeliveryTotals, Store
from tests.server.store.mails import NOW

CRM, SHOP = "https://crm.example/hook", "https://shop.example/hook"
HOLD = timedelta(minutes=5)
SOUR = Alert("turned_sour", "anna@kunde.example", {"de": "Zwei Beschwerden.", "en": "Two complaints."}, NOW)


@pytest.fixture
def raised(store: Store) -> Store:
    """A store with one event."""
    assert store.alerts.add(SOUR, NOW)
    return store


def test_an_event_goes_to_every_address_once(raised: Store) -> None:
    assert raised.outbox.spread([CRM, SHOP], None, NOW) == 2
    assert raised.outbox.spread([CRM, SHOP], None, NOW) == 0
    found = raised.outbox.take_due(NOW, NOW + HOLD, 10)
    assert sorted((each.url, each.tries) for each in found) == [(CRM, 1), (SHOP, 1)]
    assert len({each.event_id for each in found}) == 1
    assert "Beschwerde" not in found[0].payload


def test_there_is_work_for_a_new_event_and_for_what_is_due(store: Store) -> None:
    assert not store.outbox.has_work(NOW)
    store.alerts.add(SOUR, NOW)
    assert store.outbox.has_work(NOW)
    store.outbox.spread([CRM], None, NOW)
    assert store.outbox.has_work(NOW)
    store.outbox.take_due(NOW, NOW + HOLD, 10)
    assert not store.outbox.has_work(NOW)
    assert store.outbox.has_work(NOW + HOLD)


def test_what_was_taken_is_free_again_when_its_taker_was_killed(raised: Store) -> None:
    raised.outbox.spread([CRM], None, NOW)
    assert len(raised.outbox.take_due(NOW, NOW + HOLD, 10)) == 1
    assert raised.outbox.take_due(NOW + HOLD / 2, NOW + 2 * HOLD, 10) == []
    (again,) = raised.outbox.take_due(NOW + HOLD, NOW + 2 * HOLD, 10)
    assert again.tries == 2


def test_delivered_failed_and_dead_are_counted_by_address(raised: Store) -> None:
    raised.outbox.spread([CRM, SHOP], None, NOW)
    for each in raised.outbox.take_due(NOW, NOW + HOLD, 10):
        if each.url == CRM:
            raised.outbox.delivered(each, NOW)
        else:
            raised.outbox.failed(each, "HTTP 500", NOW + HOLD)
    assert raised.outbox.totals([CRM, SHOP, "https://new.example"]) == [
        DeliveryTotals(CRM, 0, 0, NOW, None),
        DeliveryTotals(SHOP, 1, 0, None, "HTTP 500"),
        DeliveryTotals("https://new.example", 0, 0, None, None),
    ]
    (last,) = raised.outbox.take_due(NOW + HOLD, NOW + 2 * HOLD, 10)
    raised.outbox.dead(last, "HTTP 410", NOW + HOLD)
    assert raised.outbox.take_due(NOW + 9 * HOLD, NOW + 10 * HOLD, 10) == []
    assert raised.outbox.totals([SHOP]) == [DeliveryTotals(SHOP, 0, 1, None, "HTTP 410")]


def test_the_dead_are_tried_again_when_somebody_asks_for_it(raised: Store) -> None:
    raised.outbox.spread([CRM], None, NOW)
    (only,) = raised.outbox.take_due(NOW, NOW + HOLD, 10)
    raised.outbox.dead(only, "HTTP 410", NOW)
    assert raised.outbox.revive(NOW) == 1
    (again,) = raised.outbox.take_due(NOW, NOW + HOLD, 10)
    assert (again.event_id, again.tries) == (only.event_id, 1)


def test_what_nobody_wants_is_forgotten_and_does_not_come_when_somebody_does(raised: Store) -> None:
    assert raised.outbox.spread([CRM], ["grade.changed"], NOW) == 0
    assert raised.outbox.spread([CRM], None, NOW) == 0


def test_what_waits_for_an_address_that_is_gone_is_forgotten(raised: Store) -> None:
    raised.outbox.spread([CRM, SHOP], None, NOW)
    raised.outbox.spread([SHOP], None, NOW)
    assert [each.url for each in raised.outbox.take_due(NOW, NOW + HOLD, 10)] == [SHOP]


def test_old_events_are_dropped_when_they_wait_for_nobody(raised: Store) -> None:
    later = NOW + timedelta(days=40)
    raised.outbox.spread([CRM], None, NOW)
    assert raised.outbox.drop(later) == 0
    (only,) = raised.outbox.take_due(NOW, NOW + HOLD, 10)
    raised.outbox.delivered(only, NOW)
    assert raised.outbox.drop(later) == 1
    assert raised.outbox.totals([CRM]) == [DeliveryTotals(CRM, 0, 0, None, None)]


def test_an_alert_is_raised_once_and_stays_until_it_is_seen(store: Store) -> None:
    first = store.alerts.add(SOUR, NOW)
    assert first is not None
    assert store.alerts.add(SOUR, NOW) is None
    assert store.alerts.page(unseen=True, sight=EVERYTHING) == [first]
    seen = store.alerts.seen(first.id, NOW + HOLD, sight=EVERYTHING)
    assert seen.seen_at == NOW + HOLD
    assert store.alerts.seen(first.id, NOW + 2 * HOLD, sight=EVERYTHING) == seen
    assert store.alerts.page(unseen=True, sight=EVERYTHING) == []
    assert store.alerts.page(sight=EVERYTHING) == [seen]
