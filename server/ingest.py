"""Stored mail -> learned: parse, find the customer, measure what they wrote, add it to their profile, once."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from coach import Coach, Profile, Sample
from coach.engine import Learned as Lesson
from coach.profile import Observation
from coach.reply import authored_text
from server.errors import NotFound, ServerError
from server.mail import mime
from server.settings import Settings
from server.store import CONTACT, PERSONAL, Fold, Learned, ParsedMessage, PendingMessage, Store, StoredSample
from server.team import Team, other_side

log = logging.getLogger(__name__)

BATCH = 50
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
    """Learns all mail that waits, oldest first, until `stopped`; returns how many.

    May be killed at any moment and run again. Raises StoreError; a mail that cannot be read is set aside.
    """
    done = after = 0
    while pending := store.messages.pending(BATCH, after):
        for message in pending:
            if stopped():
                return done
            after = message.id
            try:
                done += learn(message, store=store, coach=coach, settings=settings, team=team, now=now)
            except ServerError:
                raise  # a database that is busy or full says nothing about the mail: it goes on waiting
            except Exception as error:  # one odd mail must not hold up all others
                log.exception("mail %d in %s could not be learned", message.id, message.mailbox)
                store.messages.fail(message.id, f"{type(error).__name__} while it was read")
    return done


def learn(
    pending: PendingMessage, *, store: Store, coach: Coach, settings: Settings, team: Team, now: datetime
) -> bool:
    """Learns one stored message; False if somebody did so before."""
    message = mime.parse(pending.raw)
    direction, other = other_side(message, team)
    personal = message.kind == PERSONAL and other is not None
    date = min(message.date or pending.internaldate, now)  # a clock in the future would outweigh everything
    authored = authored_text(message.body) if personal else ""
    document = coach.document(authored) if authored else None
    parsed = ParsedMessage(
        message_id=message.message_id,
        in_reply_to=message.in_reply_to,
        from_address=message.from_.address if message.from_ else "",
        from_name=message.from_.name if message.from_ else "",
        correspondent=other.address.lower() if other else None,
        direction=direction,
        kind=str(message.kind),
        subject=message.subject,
        date=date,
        language=document.told if document else None,
        words=document.words if document else 0,
        body=message.body if personal else "",
        authored=authored,
        correspondent_name=other.name if other else "",
    )
    old = settings.mail.history_days and date < now - timedelta(days=settings.mail.history_days)
    wanted = direction == "in" and authored and not old
    learned, fold = _lesson(parsed, authored, date, coach) if wanted else NOTHING_LEARNED
    keep_text = date > now - timedelta(days=settings.privacy.keep_text_days)
    return store.messages.record(pending.id, parsed, learned, fold, now=now, keep_text=keep_text)


def _lesson(
    parsed: ParsedMessage, authored: str, date: datetime, coach: Coach
) -> tuple[Learned, Fold] | tuple[None, None]:
    lesson = coach.observe(Sample(authored, date=date))
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


def rebuild_stale(store: Store, coach: Coach, now: datetime) -> int:
    """Makes every profile anew that has lost samples or rests on other settings; returns how many."""
    done = 0
    for stale in store.profiles.list(CONTACT, stale=True):
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
    return json.dumps({key: [each.value, each.weight] for key, each in sorted(lesson.seen.items())})


def _content_key(parsed: ParsedMessage, authored: str) -> str:
    """Equal for the copies of one mail in several mailboxes, different for two mails that happen to say the same."""
    identity = parsed.message_id or f"{parsed.date}\0{authored}"
    return hashlib.sha256(f"{parsed.correspondent}\0{identity}".encode(errors="surrogatepass")).hexdigest()
