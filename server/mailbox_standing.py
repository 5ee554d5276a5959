"""How a mailbox stands: what is done with it, how far behind it is, what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from server.access import EVERYTHING

if TYPE_CHECKING:  # commands import this, and `einklang --help` answers at once
    from server.store import Mailbox, MailboxState, MessageCounts, Store

OVERDUE = 5  # looks that were missed until it matters that no worker holds the mailbox: people sync by hand, too
START = "Start the worker: einklang run (or einklang worker)."


@dataclass(frozen=True, slots=True)
class Standing:
    """One mailbox at one moment; `lag` is the time since all its folders were found up to date, None if never."""

    mailbox: Mailbox
    state: MailboxState
    counts: MessageCounts
    now: datetime
    activity: str
    looked_at: datetime | None
    problem: str | None
    remedy: str | None

    @property
    def lag(self) -> timedelta | None:
        """How old what is known of the mailbox may be."""
        return max(self.now - self.looked_at, timedelta(0)) if self.looked_at else None


def standings(store: Store, mailboxes: Iterable[Mailbox], poll: timedelta, now: datetime) -> list[Standing]:
    """How these mailboxes stand now."""
    counts, watched = store.messages.counts(sight=EVERYTHING), store.mailbox_states.watched(now)
    found = []
    for each in mailboxes:
        state = store.mailbox_states.get(each.id)
        looked_at = last_look(each, state)
        left = is_left(each, looked_at, watched, poll, now)
        found.append(_standing(each, state, counts[each.id], looked_at, is_left=left, now=now))
    return found


def last_look(mailbox: Mailbox, state: MailboxState | None) -> datetime | None:
    """When all its folders were last found up to date; None if never."""
    looks = [at for at in (state.looked_at if state else None, mailbox.last_sync_at) if at is not None]
    return max(looks, default=None)


def is_left(
    mailbox: Mailbox, looked_at: datetime | None, watched: Container[int], poll: timedelta, now: datetime
) -> bool:
    """Whether no worker holds the mailbox and it was not looked at for so long that this matters."""
    return mailbox.id not in watched and now - (looked_at or mailbox.created_at) > OVERDUE * poll


def _standing(
    mailbox: Mailbox,
    state: MailboxState,
    counts: MessageCounts,
    looked_at: datetime | None,
    *,
    is_left: bool,
    now: datetime,
) -> Standing:
    problem = state.problem or mailbox.last_error
    remedy = state.remedy or (f"Try it step by step: einklang mailbox check {mailbox.address}" if problem else None)
    activity: str = state.activity
    if is_left and activity != "paused":
        activity, remedy = "stopped", remedy or START
    return Standing(mailbox, state, counts, now, activity, looked_at, problem, remedy)
