"""How a mailbox stands: what is done with it, how far behind it is, what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Iterable
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
        looks = [at for at in (state.looked_at, each.last_sync_at) if at is not None]
        looked_at = max(looks, default=None)
        is_left = each.id not in watched and now - (looked_at or each.created_at) > OVERDUE * poll
        found.append(_standing(each, state, counts[each.id], looked_at, is_left=is_left, now=now))
    return found


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
