"""What a scrape tells of mailboxes and work: from the store, cheaply, without words or people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client import Metric

from coach import Coach
from server.errors import ServerError
from server.metrics.looking import LOOK_AGAIN
from server.metrics.queue import QueueDepth
from server.metrics.standing import StandingCollector
from server.store import HintAction
from tests.office import ANNA, TEAM, Office, mails_of_anna, open_office

OTHER = "verkauf@waagen-kern.example"


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    with open_office(tmp_path, coach) as found:
        yield found


def told(collector: StandingCollector) -> dict[str, dict[tuple[str, ...], float]]:
    """Metric -> values of its labels -> value."""
    return {metric.name: _samples(metric) for metric in collector.collect()}


def _samples(metric: Metric) -> dict[tuple[str, ...], float]:
    return {tuple(each.labels.values()): each.value for each in metric.samples}


def test_mail_that_waits_is_told_by_mailbox_and_in_sum(office: Office):
    office.connect()
    office.connect(OTHER)
    office.store_mail(mails_of_anna(4))
    office.store_mail(mails_of_anna(1), mailbox=OTHER)
    found = told(StandingCollector(office.services))
    assert found["einklang_mailbox_mails_waiting"] == {("1",): 4, ("2",): 1}
    assert found["einklang_mails_waiting"] == {(): 5}
    office.learn()
    found = told(StandingCollector(office.services))
    assert found["einklang_mails_waiting"] == {(): 0}
    assert found["einklang_relationships_due"] == {(): 1}
    office.relate()
    assert told(StandingCollector(office.services))["einklang_relationships_due"] == {(): 0}


def test_mail_that_cannot_be_read_is_told(office: Office):
    mailbox = office.connect()
    office.store_mail(mails_of_anna(2))
    first = office.store.messages.pending(1)[0].id
    assert office.store.messages.fail(first, "broken")
    found = told(StandingCollector(office.services))
    assert found["einklang_mailbox_mails_unreadable"] == {(str(mailbox.id),): 1}
    assert found["einklang_mails_waiting"] == {(): 1}


def test_the_lag_grows_from_the_last_look_and_a_mailbox_without_a_worker_is_stopped(office: Office):
    mailbox = office.connect()
    states = office.store.mailbox_states
    states.note(mailbox.id, office.now[0], activity="watching", looked_at=office.now[0])
    states.take_lease(mailbox.id, "host:1", office.now[0], office.now[0] + timedelta(seconds=90))
    office.later(timedelta(seconds=80))
    found = told(StandingCollector(office.services))
    assert found["einklang_mailbox_lag_seconds"] == {("1",): 80}
    assert found["einklang_mailbox_state"] == {("1", "watching"): 1}
    office.later(timedelta(hours=1))
    found = told(StandingCollector(office.services))
    assert found["einklang_mailbox_lag_seconds"] == {("1",): 3680}
    assert found["einklang_mailbox_state"] == {("1", "stopped"): 1}
    assert found["einklang_mailboxes"] == {("stopped",): 1}


def test_a_mailbox_that_was_never_read_lags_since_it_was_added_and_a_paused_one_does_not(office: Office):
    office.connect()
    other = office.connect(OTHER)
    office.store.mailbox_states.pause(other.id, office.now[0])
    office.later(timedelta(minutes=2))
    found = told(StandingCollector(office.services))
    assert found["einklang_mailbox_lag_seconds"] == {("1",): 120}
    assert found["einklang_mailbox_state"] == {("1", "new"): 1, ("2", "paused"): 1}


def test_mailboxes_go_by_number_unless_the_settings_want_their_addresses(tmp_path: Path, coach: Coach):
    for wanted, name in (("number", "1"), ("address", TEAM)):
        with open_office(tmp_path / wanted, coach, EINKLANG_METRICS_MAILBOXES=wanted) as office:
            office.connect()
            assert told(StandingCollector(office.services))["einklang_mailbox_failures"] == {(name,): 0}


def test_however_many_ask_the_store_is_read_once_in_a_while(office: Office):
    now = [100.0]
    collector = StandingCollector(office.services, seconds=lambda: now[0])
    office.connect()
    assert told(collector)["einklang_mails_waiting"] == {(): 0}
    office.store_mail(mails_of_anna(1))
    now[0] += LOOK_AGAIN - 1
    assert told(collector)["einklang_mails_waiting"] == {(): 0}
    now[0] += 1
    assert told(collector)["einklang_mails_waiting"] == {(): 1}


def test_while_the_database_does_not_answer_only_that_is_told(office: Office):
    with office.store._database.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE message RENAME TO elsewhere")
    found = told(StandingCollector(office.services))
    assert found["einklang_database_up"] == {(): 0}
    assert "einklang_mails_waiting" not in found
    assert found["einklang_models_ready"] == {(): 1}


@pytest.mark.parametrize(("action", "label"), [("accepted", "followed"), ("dismissed", "sent_away")])
def test_what_was_done_with_hints_is_told_once_enough_people_have_a_part_in_it(
    office: Office, action: HintAction, label: str
):
    from server.access import EVERYTHING

    for name in ("ida", "jana", "kai", "lea", "max"):
        account = office.store.accounts.add_user(name, "rep", office.now[0], sees=EVERYTHING)
        office.store.hint_feedback.note(account.id, "a-rule", ANNA, "de", action, office.now[0])
    assert set(told(StandingCollector(office.services))["einklang_hints"].values()) == {0}
    office.later(timedelta(days=8))
    assert office.store.hint_feedback.release(5, office.now[0]) == 1
    found = told(StandingCollector(office.services))["einklang_hints"]
    assert found[(label,)] == 5


def test_jobs_that_failed_for_good_are_told_by_name(office: Office):
    letters = office.store.dead_letters
    assert told(StandingCollector(office.services))["einklang_dead_letters"] == {}
    letters.put("learn", (), "ValueError", office.now[0])
    letters.put("learn", (), "ValueError", office.now[0])
    letters.put("retention", (), "KeyError", office.now[0])
    found = told(StandingCollector(office.services))["einklang_dead_letters"]
    assert found == {("learn",): 2, ("retention",): 1}


def test_the_length_of_a_brokers_queue_is_asked_for_once_in_a_while_and_so_is_that_it_is_away():
    now, asked = [0.0], []

    def depth() -> int:
        asked.append(now[0])
        if len(asked) == 2:
            raise ServerError("away")
        return 7

    collector = QueueDepth(depth, seconds=lambda: now[0])
    up = {"einklang_broker_up": {(): 1.0}, "einklang_queue_depth": {(): 7}}
    for _ in range(3):
        assert {each.name: _samples(each) for each in collector.collect()} == up
    now[0] += LOOK_AGAIN
    assert {each.name: _samples(each) for each in collector.collect()} == {"einklang_broker_up": {(): 0.0}}
    now[0] += LOOK_AGAIN
    assert {each.name: _samples(each) for each in collector.collect()} == up
    assert len(asked) == 3
