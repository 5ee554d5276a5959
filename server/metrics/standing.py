"""How the installation stands, as metrics: what waits by the store, how mailboxes are read, models and rules."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from server.access import EVERYTHING
from server.errors import StoreError
from server.mailbox_standing import is_left, last_look
from server.metrics.looking import HeldLook
from server.store import Mailbox, MailboxState, Store
from server.store.figures import WorkFigures
from server.wiring import Services

MOST_MAILBOXES = 1_000  # with figures of their own, those that lag the most; of all others only sums are told
STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Reading:
    """How one mailbox is read; `lag` is the time since it was found up to date, or since it was added."""

    number: int
    address: str
    activity: str
    lag: timedelta
    failures: int


@dataclass(frozen=True, slots=True)
class Look:
    """What the store said at one moment, the mailbox that lags the most first."""

    work: WorkFigures
    mailboxes: tuple[Reading, ...]


class StandingCollector(Collector):
    """Reads the store when it is asked, at most once in `LOOK_AGAIN` seconds."""

    def __init__(
        self,
        services: Services,
        *,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """`seconds` is a clock that only goes forward."""
        self._services = services
        self._looked = HeldLook(self._look, seconds)

    def describe(self) -> Iterable[Metric]:
        """Nothing: to be registered must not read the store."""
        return ()

    def collect(self) -> Iterator[Metric]:
        """All metrics, as of the last look."""
        looked = self._looked()
        yield GaugeMetricFamily("einklang_database_up", "1 if the database answers.", float(looked is not None))
        if looked is not None:
            by_address = self._services.settings.metrics.mailboxes == "address"
            yield from _of_mailboxes(looked, by_address=by_address)
            yield from _of_work(looked.work)
        yield from _of_process(self._services)

    def _look(self) -> Look | None:
        found = self._services
        now, poll = found.clock(), timedelta(seconds=found.settings.mail.poll_seconds)
        try:
            return Look(found.store.figures.work(now), _readings(found.store, poll, now))
        except StoreError:
            return None


def _readings(store: Store, poll: timedelta, now: datetime) -> tuple[Reading, ...]:
    states, watched = store.mailbox_states.all(sight=EVERYTHING), store.mailbox_states.watched(now)

    def reading(mailbox: Mailbox, state: MailboxState | None) -> Reading:
        looked_at = last_look(mailbox, state)
        activity: str = state.activity if state else "new"
        if activity != "paused" and is_left(mailbox, looked_at, watched, poll, now):
            activity = STOPPED
        lag = max(now - (looked_at or mailbox.created_at), timedelta(0))
        return Reading(mailbox.id, mailbox.address, activity, lag, state.failures if state else 0)

    found = [reading(each, states.get(each.id)) for each in store.mailboxes.list(sight=EVERYTHING)]
    return tuple(sorted(found, key=lambda each: each.lag, reverse=True))


def _of_mailboxes(looked: Look, *, by_address: bool) -> Iterator[Metric]:
    states = GaugeMetricFamily("einklang_mailboxes", "Mailboxes by what is done with them.", labels=["state"])
    for state, count in sorted(Counter(each.activity for each in looked.mailboxes).items()):
        states.add_metric([state], count)
    yield states
    own = ["mailbox"]
    lag = GaugeMetricFamily("einklang_mailbox_lag_seconds", "Time since it was found up to date.", labels=own)
    state_of = GaugeMetricFamily("einklang_mailbox_state", "1 for what is done with it.", labels=["mailbox", "state"])
    failures = GaugeMetricFamily("einklang_mailbox_failures", "Tries that failed in a row.", labels=own)
    waiting = GaugeMetricFamily("einklang_mailbox_mails_waiting", "Mails stored and not learned.", labels=own)
    unreadable = GaugeMetricFamily("einklang_mailbox_mails_unreadable", "Mails set aside as broken.", labels=own)
    for each in looked.mailboxes[:MOST_MAILBOXES]:
        name = each.address if by_address else str(each.number)
        if each.activity != "paused":  # nobody wants it up to date
            lag.add_metric([name], each.lag.total_seconds())
        state_of.add_metric([name, each.activity], 1)
        failures.add_metric([name], each.failures)
        waiting.add_metric([name], looked.work.waiting.get(each.number, 0))
        unreadable.add_metric([name], looked.work.unreadable.get(each.number, 0))
    yield from (lag, state_of, failures, waiting, unreadable)


def _of_work(work: WorkFigures) -> Iterator[Metric]:
    yield GaugeMetricFamily("einklang_mails_waiting", "Mails stored and not learned.", sum(work.waiting.values()))
    yield GaugeMetricFamily("einklang_relationships_due", "Customers to be graded anew.", work.relationships_due)
    yield GaugeMetricFamily("einklang_turns_waiting", "Turns of jobs that no worker has begun.", work.turns_waiting)
    dead = GaugeMetricFamily("einklang_dead_letters", "Jobs that failed for good.", labels=["name"])
    for job, count in sorted(work.dead_letters.items()):
        dead.add_metric([job], count)
    yield dead
    deliveries = GaugeMetricFamily("einklang_webhook_deliveries", "Events for programs.", labels=["state"])
    deliveries.add_metric(["waiting"], work.deliveries_waiting)
    deliveries.add_metric(["dead"], work.deliveries_dead)
    yield deliveries
    hints = CounterMetricFamily("einklang_hints", "What was done with hints, as far as released.", labels=["action"])
    hints.add_metric(["followed"], work.hints_followed)
    hints.add_metric(["sent_away"], work.hints_sent_away)
    yield hints


def _of_process(found: Services) -> Iterator[Metric]:
    ready = float(found.models.ready.is_set())
    yield GaugeMetricFamily("einklang_models_ready", "1 once the language models are loaded.", ready)
    yield GaugeMetricFamily("einklang_rules_in_force", "Coaching rules in force.", len(found.coach.rules.rules))
    yield GaugeMetricFamily("einklang_rule_mistakes", "Mistakes in rule files.", len(found.rulebook.problems))
