"""The worker, never in the web process: polls every mailbox, learns, deletes texts whose time is over."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from datetime import timedelta

from server.errors import ServerError
from server.ingest import learn_pending, rebuilt
from server.jobs.queue import Job, JobQueue
from server.mirroring import imap_opener, mirror_mailbox
from server.store import Mailbox
from server.wiring import Services

log = logging.getLogger(__name__)

LOOK_FOR_MAILBOXES = 5.0  # seconds until a mailbox that was just added is read
SWEEP = 2.0  # seconds until mail is learned that was stored but not learned, e.g. before a crash
RETAIN = 3600.0


@dataclass
class Worker:
    """Schedules the jobs of one installation on a queue."""

    services: Services
    queue: JobQueue
    _learning: threading.Lock = field(default_factory=threading.Lock)

    def start(self) -> None:
        """Begin to poll and learn; returns at once."""
        self.queue.every(LOOK_FOR_MAILBOXES, "mailboxes", self.follow_mailboxes)
        self.queue.every(SWEEP, "learn", self.learn)
        self.queue.every(RETAIN, "retention", self.forget_texts)
        self.queue.start()

    def follow_mailboxes(self) -> None:
        """Polls mailboxes that were added and leaves those that were removed."""
        wanted = {f"poll {each.address}": each for each in self.services.store.mailboxes.list()}
        scheduled = {name for name in self.queue.names() if name.startswith("poll ")}
        for name in scheduled - wanted.keys():
            self.queue.stop_job(name)
        for name in wanted.keys() - scheduled:
            self.queue.every(self.services.settings.mail.poll_seconds, name, self._poll(wanted[name].address))

    def _poll(self, address: str) -> Job:
        def poll() -> None:
            self.poll(self.services.store.mailboxes.get(address))

        return poll

    def poll(self, mailbox: Mailbox) -> None:
        """Brings one mailbox up to date; what went wrong is noted with the mailbox and logged."""
        found = self.services
        opener = imap_opener(found.store, found.vault, found.settings.mail)
        try:
            result = mirror_mailbox(mailbox, found.store, opener, found.clock())
        except ServerError as error:
            log.warning("%s", error)
            return
        if result.new:
            log.info("%s: %d new", mailbox.address, result.new)

    def learn(self) -> None:
        """Learns everything that is stored and not learned yet."""
        found = self.services
        with self._learning:
            for stale in found.store.profiles.list("contact", stale=True):
                found.store.profiles.rebuild(
                    stale.kind,
                    stale.key,
                    stale.language,
                    lambda samples: rebuilt(tuple(samples), found.coach),
                    now=found.clock(),
                )
            count = learn_pending(found.store, found.coach, found.settings, found.team(), found.clock())
        if count:
            log.info("%d mails learned", count)

    def forget_texts(self) -> None:
        """Deletes the text of mail that was kept long enough."""
        days = self.services.settings.privacy.keep_text_days
        if days:
            dropped = self.services.store.messages.drop_texts(self.services.clock() - timedelta(days=days))
            if dropped:
                log.info("the text of %d mails was deleted after %d days", dropped, days)
