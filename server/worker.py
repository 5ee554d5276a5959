"""The worker, never in the web process: polls every mailbox, learns, deletes texts whose time is over."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from datetime import timedelta

from server.errors import NotFound, ServerError
from server.ingest import learn_pending, note_missing_addresses, rebuild_stale
from server.jobs.queue import Job, JobQueue
from server.mail.host import Folder
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
    _stopping: threading.Event = field(default_factory=threading.Event)
    _addresses_noted: bool = False  # in mail that was learned before the form of address was kept

    def start(self) -> None:
        """Begin to poll and learn; returns at once."""
        half_life = self.services.settings.coach.half_life_days
        outdated = self.services.store.profiles.rest_on("half_life_days", str(float(half_life)))
        if outdated:
            log.info("coach.half_life_days changed: %d profiles are made anew", outdated)
        self.queue.every(LOOK_FOR_MAILBOXES, "mailboxes", self.follow_mailboxes)
        self.queue.every(SWEEP, "learn", self.learn)
        self.queue.every(RETAIN, "retention", self.forget_texts)
        self.queue.start()

    def stop(self) -> None:
        """Ends after the mail that is being learned and the batch that is being stored; the rest waits."""
        self._stopping.set()
        self.queue.stop()

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
            try:
                mailbox = self.services.store.mailboxes.get(address)
            except NotFound:  # removed a moment ago; `follow_mailboxes` will see it
                return
            self.poll(mailbox)

        return poll

    def poll(self, mailbox: Mailbox) -> None:
        """Brings one mailbox up to date; what went wrong is noted with the mailbox, and logged once."""
        found = self.services
        opener = imap_opener(found.store, found.vault, found.settings.mail)
        try:
            result = mirror_mailbox(mailbox, found.store, opener, found.clock(), progress=self._go_on)
        except _Stopped:
            return
        except ServerError as error:
            log.log(logging.DEBUG if str(error) == mailbox.last_error else logging.WARNING, "%s", error)
            return
        if mailbox.last_error:
            log.info("%s: can be read again", mailbox.address)
        if result.new:
            log.info("%s: %d new", mailbox.address, result.new)

    def _go_on(self, _folder: Folder, _done: int, _total: int) -> None:
        if self._stopping.is_set():
            raise _Stopped

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

    def forget_texts(self) -> None:
        """Deletes the text of mail that was kept long enough."""
        days = self.services.settings.privacy.keep_text_days
        dropped = self.services.store.messages.drop_texts(self.services.clock() - timedelta(days=days))
        if dropped:
            log.info("the text of %d mails was deleted: privacy.keep_text_days = %d", dropped, days)


class _Stopped(Exception):
    """Ends a sync between two batches; what was stored stays, the rest comes next time."""
