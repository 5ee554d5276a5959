"""How a mailbox stands, in words: what is done with it, how far behind it is, what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from server.commands import moment

if TYPE_CHECKING:
    from server.mailbox_standing import Standing
    from server.store import MailboxState

IN_WORDS = {
    "new": "waits for its first reading",
    "connecting": "is being connected",
    "reading": "is being read",
    "watching": "is up to date",
    "backing_off": "waits for the next try",
    "resting": "rests until tomorrow: the day's amount of mail is used up",
    "needs_login": "waits for somebody to sign in",
    "paused": "is paused",
    "stopped": "is looked at by nobody",
}


def lines(standing: Standing) -> Iterator[str]:
    """All that is known of it, for a person."""
    mailbox, state, counts = standing.mailbox, standing.state, standing.counts
    is_read = standing.activity == "new" and standing.looked_at is not None  # by `mailbox add`, before any worker
    yield f"{mailbox.address} {'is read; einklang run goes on with it' if is_read else IN_WORDS[standing.activity]}"
    yield f"  last found up to date: {moment(standing.looked_at)}{_ago(standing.lag)}"
    yield f"  mails: {counts.total}, of which {counts.stored} wait to be learned" + (
        f" and {counts.failed} could not be read" if counts.failed else ""
    )
    if standing.activity == "reading" and state.total:
        yield f"  progress: {progress(state)}"
    if standing.problem:
        yield f"  problem: {standing.problem.removeprefix(f'{mailbox.address}: ')}"
    if standing.remedy:
        yield f"  what to do: {standing.remedy}"
    if state.retry_at is not None and state.retry_at > standing.now and standing.activity != "paused":
        yield f"  next try: {moment(state.retry_at)} by itself; at once with: einklang mailbox resume {mailbox.address}"
    if state.alert:
        yield f"  the server asks to tell you: {state.alert}"


def progress(state: MailboxState) -> str:
    """How much is read, how fast, and how long the rest takes."""
    share = f"{state.done} of {state.total} mails"
    if state.left is None:
        return share
    return f"{share}, {state.rate:.0f} mails/s, {in_short(state.left)} left"


def in_short(span: timedelta) -> str:
    """A span of time in its largest unit: "12 s", "3 min", "5 h", "2 d"."""
    seconds = int(span.total_seconds())
    for unit, size in (("d", 86_400), ("h", 3600), ("min", 60)):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


def _ago(lag: timedelta | None) -> str:
    return f" ({in_short(lag)} ago)" if lag is not None else ""


def for_programs(standing: Standing) -> dict[str, object]:
    """The same for programs; times in ISO 8601, spans in seconds."""
    mailbox, state = standing.mailbox, standing.state
    keys = ("address", "host", "port", "security", "username", "auth", "created_at", "last_sync_at", "last_error")
    return {key: getattr(mailbox, key) for key in keys} | {
        "state": standing.activity,
        "paused": state.paused,
        "looked_at": standing.looked_at,
        "lag_seconds": standing.lag.total_seconds() if standing.lag is not None else None,
        "problem": standing.problem,
        "remedy": standing.remedy,
        "retry_at": state.retry_at,
        "done": state.done,
        "total": state.total,
        "rate": state.rate,
        "messages": standing.counts.total,
        "waiting": standing.counts.stored,
        "failed": standing.counts.failed,
    }
