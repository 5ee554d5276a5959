"""The jobs that send: when the digest and alerts go to whom, and how events reach other programs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo
from email.message import EmailMessage
from functools import cache
from typing import Protocol

from server.access import EVERYTHING
from server.digest import (
    CustomerLine,
    DigestContent,
    MailboxLine,
    NeedLine,
    PromiseLine,
    SilentLine,
    Somebody,
    addressed,
    alert_mail,
    digest_of,
)
from server.jobs.queue import Schedule
from server.jobs.table import JOBS
from server.settings_sections import Digest
from server.smtp import MailRefused
from server.standing_withheld import first_reasons
from server.store import NEEDS, PROMISE, Notice, OpenMatter, Store, Wanted
from server.webhooks import Answer, deliver_due
from server.wiring import Services

log = logging.getLogger(__name__)

HELD = timedelta(minutes=10)  # a process that is killed while it sends: another one tries again after that
AFTER = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(minutes=30), timedelta(hours=1))
GIVEN_UP = timedelta(days=30)  # by then neither the digest of that day nor the alert is sent any more
ALERTS_FOR = timedelta(days=2)  # an older alert is no news
KEPT = timedelta(days=60)
UNANSWERED = timedelta(days=2)
MOST_NEEDS = 100
MOST_CUSTOMERS = 20
SOON = timedelta(hours=12)  # before a promise falls due, other programs are told


class Sender(Protocol):
    """What hands a mail for one recipient to a mail server; raises MailRefused."""

    def send(self, mail: EmailMessage, recipient: str) -> None: ...


def _never() -> bool:
    return False


def schedule_outgoing(services: Services, queue: Schedule, stopped: Callable[[], bool]) -> None:
    """Puts on the queue what these settings want to be sent; once `stopped` says so only what is on its way goes."""
    found = services
    queue.every(JOBS["webhooks"].every, "webhooks", lambda: send_events(found, stopped=stopped))
    if found.outgoing.mailer is not None and found.settings.digest.to:
        queue.every(JOBS["digest"].every, "digest", lambda: send_mail(found, stopped=stopped))


def send_events(services: Services, *, stopped: Callable[[], bool] = _never) -> None:
    """Delivers events; where nobody is to be told they are forgotten, so that none piles up."""
    now = services.clock()
    services.store.matters.tell_due(now + SOON, now)
    post = services.outgoing.post or (lambda delivery, now: Answer(None, "webhooks.urls is empty"))
    count = deliver_due(services.store, services.clock(), post, services.settings.webhooks, stopped=stopped)
    if count:
        log.info("%d events delivered", count)


def send_mail(services: Services, *, stopped: Callable[[], bool] = _never) -> None:
    """Sends the digest of today and fresh alerts to whoever has not got them."""
    sender, wanted, now = services.outgoing.mailer, services.settings.digest, services.clock()
    if sender is None:
        return
    store, from_ = services.store, services.settings.smtp.sender
    digests = send_digest(store, wanted, sender, from_, lambda day: content_for(services, day), now, stopped=stopped)
    alerts = send_alerts(services, sender, now, stopped=stopped) if wanted.alerts else 0
    if digests or alerts:
        log.info("%d digests and %d alerts sent", digests, alerts)
    store.notices.drop((now - KEPT).date())


def send_digest(
    store: Store,
    wanted: Digest,
    sender: Sender,
    from_: str,
    content_of: Callable[[date], DigestContent],
    now: datetime,
    *,
    stopped: Callable[[], bool] = _never,
) -> int:
    """Sends the digest of this day from its hour on, to each recipient once; returns how many were sent.

    A process killed between sending and noting sends that one again, under the same Message-ID. On a day when
    nothing is due none is sent.
    """
    local = now.astimezone(wanted.zone)
    if local.time() < wanted.time:
        return 0
    day = local.date()
    content = cache(content_of)

    def mail() -> EmailMessage | None:
        return digest_of(content(day), wanted.language) if content(day).is_due else None

    notices = [Notice("digest", day.isoformat(), recipient, day) for recipient in wanted.to]
    return sum(_send(each, mail, store, sender, from_, now) for each in notices if not stopped())


def send_alerts(services: Services, sender: Sender, now: datetime, *, stopped: Callable[[], bool] = _never) -> int:
    """Sends each alert of the last two days to each recipient once; returns how many mails were sent."""
    store, settings = services.store, services.settings
    count = 0
    for stored in store.alerts.since(now - ALERTS_FOR, sight=EVERYTHING):
        known = store.customers.get(stored.alert.customer, sight=EVERYTHING)

        def mail() -> EmailMessage:
            name = known.name if known else ""  # noqa: B023 - called within this turn
            alert = stored.alert  # noqa: B023
            return alert_mail(alert, settings.digest.language, url=settings.web.url, team=settings.team.name, name=name)

        for recipient in settings.digest.to:
            if stopped():
                return count
            notice = Notice("alert", str(stored.id), recipient, stored.alert.at.date())
            count += _send(notice, mail, store, sender, settings.smtp.sender, now)
    return count


def content_for(services: Services, day: date) -> DigestContent:
    """What is due on that day by all that the store knows."""
    store, settings = services.store, services.settings
    mailboxes = store.mailboxes.list(sight=EVERYTHING)
    troubled = [MailboxLine(each.address, each.last_error) for each in mailboxes if each.last_error]
    now, zone = services.clock(), settings.digest.zone
    fresh = store.alerts.since(now - timedelta(days=1), sight=EVERYTHING)
    ends = datetime.combine(day + timedelta(days=1), time(0, 0, 1), zone)  # a day ends with the next midnight
    council = services.council()
    asked = store.matters.open(NEEDS, limit=MOST_NEEDS, sight=EVERYTHING)
    return DigestContent(
        day,
        settings.web.url,
        settings.team.name,
        promises=[_promise(each, zone) for each in store.matters.open([PROMISE], due_before=ends, sight=EVERYTHING)],
        endangered=[
            CustomerLine(Somebody(each.address, each.name), reasons["danger"][0])
            for each in store.relationships.page(
                Wanted(only="danger", order="danger"), limit=MOST_CUSTOMERS, sight=EVERYTHING
            )
            if "danger" in (reasons := first_reasons(each, council))
        ],
        silent=[
            SilentLine(Somebody(each.address, each.name), (now - each.last_mail).days)
            for each in store.relationships.page(
                Wanted(only="forgotten", order="forgotten"), limit=MOST_CUSTOMERS, sight=EVERYTHING
            )
        ],
        needs=[
            NeedLine(Somebody(each.address, each.name), each.matter.kind, each.matter.at.date(), each.text or "")
            for each in asked
            if now - each.matter.at >= UNANSWERED
        ],
        alerts=[each.alert for each in fresh if each.seen_at is None],
        mailboxes=troubled,
        quotes=settings.digest.quotes,
    )


def _promise(each: OpenMatter, zone: tzinfo) -> PromiseLine:
    """A promise as a line; without an hour of its own it is due by the end of the day before it is late."""
    assert each.matter.due is not None
    late = each.matter.due.astimezone(zone)
    whole_day = late.time() == time()
    due = late.date() - timedelta(days=1) if whole_day else late.date()
    return PromiseLine(Somebody(each.address, each.name), due, None if whole_day else late.time(), each.text or "")


def _send(
    notice: Notice,
    mail: Callable[[], EmailMessage | None],
    store: Store,
    sender: Sender,
    from_: str,
    now: datetime,
) -> bool:
    """Sends one notice if it is still to be sent now; a refusal is noted with the time of the next try."""
    if not store.notices.is_open(notice, now):
        return False
    made = mail()
    tries = store.notices.take(notice, now, now + HELD)
    if tries is None:
        return False
    if made is None:
        store.notices.sent(notice, now)
        return False
    try:
        sender.send(addressed(made, from_, notice.recipient, f"{notice.kind} {notice.key}", now), notice.recipient)
    except MailRefused as error:
        wait = GIVEN_UP if error.lasting else AFTER[min(tries, len(AFTER)) - 1]
        store.notices.failed(notice, str(error), now + wait)
        log.warning("a mail (%s) could not be sent: %s", notice.kind, error)
        return False
    store.notices.sent(notice, now)
    return True
