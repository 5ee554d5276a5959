"""The worker, never in the web process: watches every mailbox, learns, deletes texts whose time is over."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field

from server.effect.measuring import measure_due
from server.ingest import learn_pending, note_missing_addresses, rebuild_stale
from server.jobs.queue import JobQueue
from server.load import Loads
from server.mail.pace import Pace
from server.mirroring import imap_opener
from server.outgoing_jobs import schedule_outgoing
from server.privacy.housekeeping import keep_house
from server.relating import basis_of, relate_due
from server.signing_in import Credentials
from server.watching import Watchers
from server.wiring import Services

log = logging.getLogger(__name__)

LOOK_FOR_MAILBOXES = 5.0  # seconds until a mailbox that was just added is read
SWEEP = 2.0  # seconds until mail is learned that was stored but not learned, e.g. before a crash
RETAIN = 3600.0
MEASURE = 60.0  # seconds between two looks whether the effect is to be worked out again
RELATE = 2.0  # seconds until a customer is graded again after new mail was learned


@dataclass
class Worker:
    """Schedules the jobs of one installation on a queue."""

    services: Services
    queue: JobQueue
    _stopping: threading.Event = field(default_factory=threading.Event)
    watchers: Watchers = field(init=False)
    _loads: Loads = field(init=False)
    _relationships_wanted: bool = False  # of customers whose mail was learned by a version that knew none
    _addresses_noted: bool = False  # in mail that was learned before the form of address was kept

    def __post_init__(self) -> None:
        found = self.services
        self._loads = Loads(found.store)
        mail = found.settings.mail
        opener = imap_opener(Credentials(found.store, found.vault, found.settings, found.clock))
        daily = mail.daily_megabytes * 1_000_000 or None
        self.watchers = Watchers(found.store, opener, found.clock, Pace(poll=mail.poll_seconds), daily_bytes=daily)

    def start(self) -> None:
        """Begin to watch and learn; returns at once."""
        half_life = self.services.settings.coach.half_life_days
        outdated = self.services.store.profiles.rest_on("half_life_days", str(float(half_life)))
        if outdated:
            log.info("coach.half_life_days changed: %d profiles are made anew", outdated)
        self.queue.every(LOOK_FOR_MAILBOXES, "mailboxes", self.watchers.follow)
        self.queue.every(SWEEP, "learn", self.learn)
        self.queue.every(RELATE, "relationships", self.relate)
        self.queue.every(RETAIN, "retention", self.forget_texts)
        self.queue.every(MEASURE, "effect", self.measure)
        schedule_outgoing(self.services, self.queue)
        self.queue.start()

    def stop(self) -> None:
        """Ends after the mail that is being learned and the batch that is being stored; the rest waits."""
        self._stopping.set()
        self.watchers.stop()
        self.queue.stop()

    def learn(self) -> None:
        """Learns everything that is stored and not learned yet, and rebuilds the profiles that need it."""
        found = self.services
        rebuilt = rebuild_stale(found.store, found.coach, found.clock())
        if rebuilt:
            log.info("%d profiles made anew", rebuilt)
        count = learn_pending(
            found.store,
            found.coach,
            found.settings,
            found.team(),
            found.clock(),
            stopped=self._stopping.is_set,
        )
        if count:
            log.info("%d mails learned", count)
        if not self._addresses_noted:
            noted = note_missing_addresses(found.store, found.coach, stopped=self._stopping.is_set)
            self._addresses_noted = not self._stopping.is_set()
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
            stopped=self._stopping.is_set,
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
        if measure_due(found, now, loads=self._loads, stopped=self._stopping.is_set):
            log.info("the effect was worked out anew")

    def forget_texts(self) -> None:
        """Deletes texts, customers and mail that the settings no longer allow to be kept."""
        found = self.services
        keep_house(found.store, found.vault, found.settings.privacy, found.clock(), stopped=self._stopping.is_set)
