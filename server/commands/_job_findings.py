"""What `einklang doctor` finds about workers and their jobs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from server.commands._findings import Finding
from server.errors import ServerError

if TYPE_CHECKING:
    from server.settings import Settings
    from server.store import Store

LATE = timedelta(minutes=5)  # a turn that waits so long finds nobody who does it


def jobs(settings: Settings, env: Mapping[str, str], store: Store) -> Iterator[Finding]:
    """What failed for good; and, where jobs are shared, the broker and whether somebody does them."""
    for each in store.dead_letters.list():
        what = (
            f"{each.name} failed for good {each.times} times, last at {each.last_at:%Y-%m-%d %H:%M} UTC: {each.error}"
        )
        yield Finding("jobs", what, "The worker's log of that time says why; then: einklang jobs retry, or drop.")
    if settings.jobs.queue == "local":
        return
    yield from _broker(settings, env)
    now = datetime.now(UTC)
    workers = store.workers.alive(now)
    if workers:
        yield Finding("workers", f"{len(workers)} watch {sum(each.mailboxes for each in workers)} mailboxes")
    else:
        yield Finding("workers", "none watches mailboxes", "Start one on any machine: einklang worker")
    waiting = [each.name for each in store.job_slots.list() if each.waiting and now - each.sent_at > LATE]
    if waiting:
        remedy = "Look whether a worker runs, and what it logs."
        yield Finding("jobs", f"nobody does {', '.join(waiting)}, which were sent long ago", remedy)


def _broker(settings: Settings, env: Mapping[str, str]) -> Iterator[Finding]:
    from server.broker import broker_of
    from server.jobs.celery import check_broker, place_of

    try:
        broker = broker_of(settings, env)
        depth = check_broker(broker)
    except ServerError as error:
        yield Finding("broker", str(error), "Check jobs.broker, its password, and that Redis runs.")
        return
    yield Finding("broker", f"{place_of(broker)} answers; {depth} turns of jobs wait there")
    if settings.jobs.is_unprotected:
        remedy = "Write rediss://... in jobs.broker, and have Redis speak TLS."
        yield Finding("broker", "its password crosses the network unprotected", remedy, is_advice=True)
