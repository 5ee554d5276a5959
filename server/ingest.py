"""Stored mail -> learned: parse, find the customer, measure what they wrote, add it to their profile, once."""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from coach import Coach, Profile, Sample
from coach.address import address_use
from coach.document import Document
from coach.lessons import Learned as Lesson
from coach.profile import Observation
from server.errors import NotFound, ServerError
from server.holding import MOST_DEATHS, holding
from server.leftover import traced
from server.opened import OpenedMail, opened
from server.settings import Settings
from server.store import CONTACT, Fold, Learned, ParsedMessage, PendingMessage, Store, StoredSample
from server.store.left_out import Sifted
from server.team import Team

log = logging.getLogger(__name__)

BATCH = 32  # mails that are read together
NOTHING_LEARNED: tuple[None, None] = (None, None)


def learn_pending(
    store: Store,
    coach: Coach,
    settings: Settings,
    team: Team,
    now: datetime,
    *,
    stopped: Callable[[], bool] = lambda: False,
) -> int:
    """Learns all mail that waits and nobody else learns, the newest first, until `stopped`; returns how many.

    May be killed at any moment and run again. Raises StoreError; a mail that cannot be read is set aside.
    """
    done, began = 0, time.monotonic()
    with holding(store.mail_claims, lambda: now + timedelta(seconds=time.monotonic() - began)) as hold:
        while claimed := hold.take(BATCH):
            if claimed.deaths >= MOST_DEATHS:
                _set_aside_deadly(claimed.mails, claimed.deaths, store)
                continue
            for mailbox, mail in _opened_together(claimed.mails, store, coach, team, now):
                if stopped():
                    return done
                hold.go_on()
                with _set_aside_if_odd(mail.id, mailbox, store):
                    done += _learn(mail, store, coach, settings, now)
    return done


def _opened_together(
    pending: Sequence[PendingMessage], store: Store, coach: Coach, team: Team, now: datetime
) -> list[tuple[str, OpenedMail]]:
    mails = []
    for each in _wanted(pending, store):
        with _set_aside_if_odd(each.id, each.mailbox, store):
            mails.append((each.mailbox, _without_erased(opened(each, team, now), store)))
    _read_together([mail.authored for _, mail in mails if mail.authored], coach)
    return mails


def _set_aside_deadly(mails: Sequence[PendingMessage], deaths: int, store: Store) -> None:
    """A mail that ends each process that reads it must not go round for ever."""
    for each in mails:
        log.error("mail %d in %s is set aside: %d workers ended while they had it", each.id, each.mailbox, deaths)
        store.messages.fail(each.id, f"{deaths} workers ended while it was read")


@contextmanager
def _set_aside_if_odd(message_id: int, mailbox: str, store: Store) -> Iterator[None]:
    """One odd mail must not hold up all others: it is set aside with what happened, and the rest goes on."""
    try:
        yield
    except ServerError:
        raise  # a database that is busy or full says nothing about the mail: it goes on waiting
    except Exception as error:
        log.exception("mail %d in %s could not be learned", message_id, mailbox)
        store.messages.fail(message_id, f"{type(error).__name__} while it was read")


def _wanted(pending: Sequence[PendingMessage], store: Store) -> Iterator[PendingMessage]:
    """What may be learned; mail that was stored before it was excluded is left out now."""
    mails = [Sifted(each.raw, each.folder, each.role, each.channel) for each in pending]
    reasons = store.sieves.sieve.reasons(mails)
    for place, each in enumerate(pending):
        if place in reasons:
            store.messages.leave_out(each.id, reasons[place])
        else:
            yield each


def _without_erased(mail: OpenedMail, store: Store) -> OpenedMail:
    """The mail without addresses of persons who were erased: quoted, or named in passing."""
    cleaned = store.sieves.sieve.cleaned
    subject, body, authored = (cleaned(text) for text in (mail.message.subject, mail.body, mail.authored))
    return replace(mail, message=replace(mail.message, subject=subject), body=body, authored=authored)


def _read_together(texts: list[str], coach: Coach) -> None:
    """Analyses the texts of a batch at once, which takes half the time; what is odd shows when its turn comes."""
    try:
        coach.read_ahead(texts)
    except Exception:
        log.exception("%d mails could not be read together; they are read one by one", len(texts))


def _learn(mail: OpenedMail, store: Store, coach: Coach, settings: Settings, now: datetime) -> bool:
    """Records one mail with what it teaches; False if somebody did so before."""
    document = coach.document(mail.authored, mail.language) if mail.authored else None
    message, writer, other = mail.message, mail.writer, mail.other
    parsed = ParsedMessage(
        message_id=message.message_id,
        in_reply_to=message.in_reply_to,
        from_address=writer.address if writer else "",
        from_name=writer.name if writer else "",
        correspondent=other.address.lower() if other else None,
        direction=mail.direction,
        kind=mail.kind,
        subject=message.subject,
        date=mail.date,
        language=document.told if document else None,
        words=document.words if document else _noted_words(mail),
        body=mail.body,
        authored=mail.authored,
        correspondent_name=other.name if other else "",
        failure=mail.failure,
        address=shown_address(document) if document else None if mail.own_words else "",
    )
    old = settings.mail.history_days and mail.date < now - timedelta(days=settings.mail.history_days)
    wanted = mail.direction == "in" and mail.authored and not old
    learned, fold = _lesson(parsed, mail, coach) if wanted else NOTHING_LEARNED
    keep_text = mail.date > now - timedelta(days=settings.privacy.keep_text_days)
    trace = traced(mail.authored, mail.date, mail.direction, coach) if document and parsed.correspondent else None
    return store.messages.record(mail.id, parsed, learned, fold, now=now, keep_text=keep_text, trace=trace)


def _noted_words(mail: OpenedMail) -> int:
    """How much the team wrote down of a contact; what nobody wrote to anybody is not analysed."""
    return 0 if mail.own_words else len(mail.body.split())


def shown_address(document: Document) -> str:
    """The form of address that a mail shows, as it is stored; empty for none."""
    use = address_use(document)
    return use.to_json() if use else ""


def note_missing_addresses(store: Store, coach: Coach, *, stopped: Callable[[], bool] = lambda: False) -> int:
    """Looks for the form of address in mail that was learned before anybody looked; returns in how many."""
    done = after = 0
    while not stopped() and (waiting := store.addresses.missing(BATCH, after)):
        store.addresses.note({number: shown_address(coach.document(text)) for number, text in waiting})
        done, after = done + len(waiting), waiting[-1][0]
    return done


def _lesson(parsed: ParsedMessage, mail: OpenedMail, coach: Coach) -> tuple[Learned, Fold] | tuple[None, None]:
    authored, date = mail.authored, mail.date
    lesson = coach.observe(Sample(authored, mail.language, date))
    if lesson is None or parsed.correspondent is None:
        return NOTHING_LEARNED
    learned = Learned(
        correspondent=parsed.correspondent,
        language=lesson.language,
        content_key=_content_key(parsed, authored),
        words=lesson.words,
        measurement=_measurement(lesson),
        date=date,
    )

    def fold(body: str | None) -> str:
        return coach.add(profile_of(body), lesson, date).to_json()

    return learned, fold


def rebuild_stale(store: Store, coach: Coach, now: datetime, *, stopped: Callable[[], bool] = lambda: False) -> int:
    """Makes every profile anew that has lost samples or rests on other settings; returns how many."""
    done = 0
    for stale in store.profiles.list(CONTACT, stale=True):
        if stopped():
            break
        if not any(each.stale for each in store.profiles.list(stale.kind, key=stale.key, language=stale.language)):
            continue  # another worker was there first
        try:
            store.profiles.rebuild(
                stale.kind, stale.key, stale.language, lambda samples: rebuilt(samples, coach), now=now
            )
        except NotFound:  # its last sample went with a mailbox meanwhile, and the profile with it
            continue
        done += 1
    return done


def rebuilt(samples: Iterable[StoredSample], coach: Coach) -> str:
    """The profile's body that these stored samples add up to."""
    profile = Profile()
    for sample in samples:
        seen = {key: Observation(value, weight) for key, (value, weight) in json.loads(sample.measurement).items()}
        profile = coach.add(profile, Lesson(sample.language, sample.words, seen), sample.date)
    return profile.to_json()


def profile_of(body: str | None) -> Profile:
    """A stored profile, or an empty one."""
    return Profile.from_json(body) if body else Profile()


def _measurement(lesson: Lesson) -> str:
    seen = {key: [each.value, each.weight] for key, each in sorted(lesson.seen.items())}
    return json.dumps(seen, separators=(",", ":"))  # most of what a mail takes on disk, so no blanks


def _content_key(parsed: ParsedMessage, authored: str) -> str:
    """Equal for the copies of one mail in several mailboxes, different for two mails that happen to say the same."""
    identity = parsed.message_id or f"{parsed.date}\0{authored}"
    return hashlib.sha256(f"{parsed.correspondent}\0{identity}".encode(errors="surrogatepass")).hexdigest()
