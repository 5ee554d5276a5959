"""Learns what waits, in this process, with a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from server.access import EVERYTHING
from server.commands import Invocation

if TYPE_CHECKING:
    from server.wiring import Services


def learn_now(invocation: Invocation) -> int:
    """Learns all mail and notes that wait and says how many those were; a worker may do the same beside it."""
    from server.wiring import build

    services = build(invocation.settings, invocation.env)
    try:
        count = _learn(services)
    finally:
        services.close()
    click.echo(f"{count:,} mails and notes were learned.")
    return count


def _learn(services: Services) -> int:
    from tqdm import tqdm

    from server.ingest import learn_pending, rebuild_stale

    waiting = sum(each.stored for each in services.store.messages.counts(sight=EVERYTHING).values())
    with tqdm(desc="learned", total=waiting, unit=" mails", disable=None, dynamic_ncols=True) as bar:

        def next_one() -> bool:
            bar.update()
            return False

        found = services
        rebuild_stale(found.store, found.coach, found.clock())
        return learn_pending(found.store, found.coach, found.settings, found.team(), found.clock(), stopped=next_one)
