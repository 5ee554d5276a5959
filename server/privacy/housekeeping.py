"""What goes by itself: texts, customers without contact, mail that was excluded since; by the worker, every hour."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.privacy.exclusions import Exclusions, exclusions_of
from server.secrets import Vault
from server.settings import Privacy
from server.store import Store
from server.store.import_values import SPOKEN
from server.store.leaving_out import StoredWords
from server.store.left_out import Sifted

log = logging.getLogger(__name__)

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """What went in one round: texts, customers, mail of nobody, excluded mail; and rows that were sealed or opened."""

    texts: int = 0
    customers: int = 0
    others: int = 0
    excluded: int = 0
    sealed: int = 0


def keep_house(
    store: Store,
    vault: Vault,
    privacy: Privacy,
    now: datetime,
    *,
    actor: str = "worker",
    again: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> Kept:
    """Deletes what these settings no longer allow; may be killed and run again.

    All mail is looked through for what is excluded only when the lists changed, or with `again`.
    """
    texts = store.messages.drop_texts(now - timedelta(days=privacy.keep_text_days))
    customers, others = _forget_silent(store, privacy, now, stopped)
    excluded = apply_exclusions(store, exclusions_of(privacy), again=again, stopped=stopped)
    sealed = _seal_as_wanted(store, vault, privacy, stopped)
    done = Kept(texts, customers, others, excluded, sealed)
    if not store.empty_log():  # in each round: learning, too, removes the bytes of mail
        log.debug("the log of the database could not be emptied, for others read; it is tried again in an hour")
    if any((texts, customers, others, excluded, sealed)):
        log.info("data protection: %s", done)
    if customers or others or excluded:
        store.audit.note(
            "privacy.retention", actor, now, customers=customers, other_mail=others, excluded_mail=excluded
        )
    return done


def apply_exclusions(
    store: Store, exclusions: Exclusions, *, again: bool = False, stopped: Callable[[], bool] = lambda: False
) -> int:
    """Takes out mail that is stored and excluded now; returns how many. Recipients beside the customer are not kept,
    so stored mail is only told by its sender and its customer."""
    stamp, known = exclusions.stamp, store.leaving_out.basis("exclusions")
    if stamp == known and not again:
        return 0
    if known:
        store.left_out.read_again(("address", "domain", "folder", "word"))  # what is no longer excluded comes back
    done = 0
    reasons: dict[int, str] = {}
    if not exclusions.is_empty:
        for each in store.leaving_out.stored():
            if stopped():
                return done
            if why := _why(each, exclusions):
                reasons[each.id] = why
            if len(reasons) >= AT_ONCE:
                done += store.leaving_out.take_out(reasons)
                reasons = {}
        reasons |= _waiting(store)
        done += store.leaving_out.take_out(reasons)
    store.leaving_out.rest_on("exclusions", stamp)
    return done


def _why(mail: StoredWords, exclusions: Exclusions) -> str | None:
    if exclusions.of_folder(mail.folder):
        return "folder"
    people = [each for each in (mail.from_address, mail.correspondent) if each]
    if why := exclusions.of_people(people):
        return why
    said = mail.body if mail.channel in SPOKEN else mail.authored
    return "word" if exclusions.of_words(mail.subject, said) else None


def _waiting(store: Store) -> dict[int, str]:
    """Mail that could not be learned lies there with all its bytes; what waits to be learned is looked at then."""
    found = {}
    for each in store.erasure.waiting():
        if each.stage != "stored":
            why = store.sieves.sieve.reasons([Sifted(each.raw, each.folder, each.role, each.channel)]).get(0)
            if why:
                found[each.id] = why
    return found


def _forget_silent(store: Store, privacy: Privacy, now: datetime, stopped: Callable[[], bool]) -> tuple[int, int]:
    if not privacy.keep_days:
        return 0, 0
    moment, count = now - timedelta(days=privacy.keep_days), 0
    while not stopped() and (silent := store.leaving_out.silent_since(moment)):
        for address in silent:
            store.erasure.delete(store.erasure.addresses_of(address), reason="time")
            count += 1
    return count, store.leaving_out.drop_nobodys(moment)


def _seal_as_wanted(store: Store, vault: Vault, privacy: Privacy, stopped: Callable[[], bool]) -> int:
    """Brings what is stored into the form that the settings want since they changed."""
    wanted, known = str(privacy.encrypt_texts), store.leaving_out.basis("encrypt_texts")
    if wanted == (known or "False"):
        return 0
    count = 0
    for some in store.resealing.texts(vault):
        count += some
        if stopped():
            return count
    store.leaving_out.rest_on("encrypt_texts", wanted)
    return count
