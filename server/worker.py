"""The worker, never in the web process: watches every mailbox, learns, deletes texts whose time is over."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from server.effect.measuring import measure_due
from server.errors import StoreAway
from server.ingest import learn_pending, note_missing_addresses, rebuild_stale
from server.jobs.queue import JobQueue, Schedule
from server.jobs.table import JOBS
from server.load import Loads
from server.mail.connecting_pace import ConnectingPace
from server.mail.pace import Pace
from server.mirroring import imap_opener
from server.outgoing_jobs import schedule_outgoing
from server.privacy.housekeeping import keep_house
from server.relating import basis_of, relate_due
from server.signing_in import Credentials
from server.watching import Watchers
from server.wiring import Services

log = logging.getLogger(__name__)


@dataclass
class Jobs:
    """The jobs of one installation, by the names of `server.jobs.table`; each ends soon after `stopped` says so."""

    services: Services
    stopped: Callable[[], bool]
    _loads: Loads = field(init=False)
    _relationships_wanted: bool = False  # of customers whose mail was learned by a version that knew none
    _addresses_noted: bool = False  # in mail that was learned before the form of address was kept

    def __post_init__(self) -> None:
        self._loads = Loads(self.services.store)

    def schedule(self, queue: Schedule) -> None:
        """Puts all of them on the queue."""
        jobs = {"learn": self.learn, "relationships": self.relate, "retention": self.forget_texts}
        for name, job in (jobs | {"effect": self.measure}).items():
            queue.every(JOBS[name].every, name, job)
        schedule_outgoing(self.services, queue, self.stopped)

    def learn(self) -> None:
        """Learns everything that is stored and not learned yet, and rebuilds the profiles that need it."""
        found = self.services
        rebuilt = rebuild_stale(found.store, found.coach, found.clock(), stopped=self.stopped)
        if rebuilt:
            log.info("%d profiles made anew", rebuilt)
        count = learn_pending(
            found.store,
            found.coach,
            found.settings,
            found.team(),
            found.clock(),
            stopped=self.stopped,
        )
        if count:
            log.info("%d mails learned", count)
        if not self._addresses_noted:
            noted = note_missing_addresses(found.store, found.coach, stopped=self.stopped)
            self._addresses_noted = not self.stopped()
            if noted:
                log.info("the form of address of %d older mails was noted", noted)

    def relate(self) -> None:
        """Works out the relationships that mail, time or other weights have changed."""
        found = self.services
        found.rulebook.refresh()
        again = found.store.relationships.rest_on(basis_of(found.coach, found.signals))
        if again:
            log.info("the way of grading changed: %d relationships are worked out again", again)
        if not self._relationships_wanted:
            found.store.relationships.want_missing()
            self._relationships_wanted = True
        count = relate_due(
            found.store,
            found.coach,
            found.shelf,
            found.signals,
            found.clock(),
            loads=self._loads,
            stopped=self.stopped,
        )
        if count:
            log.info("%d relationships worked out", count)

    def measure(self) -> None:
        """Works out anew whether grades go with outcomes; not while mail of customers still waits to be looked at."""
        found = self.services
        now = found.clock()
        found.store.hint_feedback.release(found.council().least_counted, now)
        if found.store.messages.pending(1) or found.store.relationships.due(now, 1):
            return
        if measure_due(found, now, loads=self._loads, stopped=self.stopped):
            log.info("the effect was worked out anew")

    def forget_texts(self) -> None:
        """Deletes texts, customers and mail that the settings no longer allow to be kept."""
        found = self.services
        keep_house(found.store, found.vault, found.settings.privacy, found.clock(), stopped=self.stopped)


@dataclass
class Worker:
    """Watches the mailboxes and has the jobs of one installation done by a queue.

    `here` runs what belongs to this process alone, where `queue` has others do the rest.
    """

    services: Services
    queue: JobQueue
    here: JobQueue | None = None
    _stopping: threading.Event = field(default_factory=threading.Event)
    watchers: Watchers = field(init=False)
    _away: bool = False

    def __post_init__(self) -> None:
        found = self.services
        mail = found.settings.mail
        opener = imap_opener(Credentials(found.store, found.vault, found.settings, found.clock))
        daily = mail.daily_megabytes * 1_000_000 or None
        self.watchers = Watchers(
            found.store,
            opener,
            found.clock,
            Pace(poll=mail.poll_seconds),
            daily_bytes=daily,
            connecting=ConnectingPace(mail.connects_per_minute),
        )

    def start(self) -> None:
        """Begin to watch and learn; returns at once."""
        half_life = self.services.settings.coach.half_life_days
        outdated = self.services.store.profiles.rest_on("half_life_days", str(float(half_life)))
        if outdated:
            log.info("coach.half_life_days changed: %d profiles are made anew", outdated)
        here = self.here or self.queue
        here.every(JOBS["mailboxes"].every, "mailboxes", self.follow)
        Jobs(self.services, self._stopping.is_set).schedule(self.queue)
        self.queue.start()
        if self.here is not None:
            self.here.start()

    def follow(self) -> None:
        """Looks which mailboxes are this worker's; a database that is away is told of once."""
        try:
            self.watchers.follow()
        except StoreAway as error:
            if not self._away:
                log.warning("mailboxes are watched on, what comes is stored when the database is back: %s", error)
            self._away = True
        else:
            self._away = False

    def stop(self) -> None:
        """Ends after the mail that is being learned and the batch that is being stored; the rest waits."""
        self._stopping.set()
        self.watchers.stop()
        if self.here is not None:
            self.here.stop()
        self.queue.stop()
