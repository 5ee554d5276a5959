"""The repeated jobs by name, as every process and machine knows them: what each does, how often, how long at most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RepeatedJob:
    """One job: `every` so many seconds; after `turn` seconds it is asked to stop, after `limit` its process is ended.

    `alone`: it is never done twice at the same time; the others share out what is to be done.
    """

    name: str
    does: str
    every: float
    turn: float
    limit: float
    alone: bool = True


_ALL = (
    RepeatedJob("mailboxes", "watches the mailboxes of this worker", 5.0, 60.0, 300.0),
    RepeatedJob("learn", "learns mail that was stored and not learned yet", 2.0, 10.0, 300.0, alone=False),
    RepeatedJob("relationships", "grades customers after new mail or with time", 2.0, 10.0, 300.0, alone=False),
    RepeatedJob("retention", "deletes what may be kept no longer", 3600.0, 1800.0, 3600.0),
    RepeatedJob("effect", "works out whether grades go with outcomes", 60.0, 3600.0, 5400.0),
    RepeatedJob("webhooks", "delivers events to other programs", 5.0, 60.0, 300.0),
    RepeatedJob("digest", "sends the daily mail and alerts", 60.0, 120.0, 600.0),
)
JOBS: Mapping[str, RepeatedJob] = {each.name: each for each in _ALL}
LONGEST = max(each.limit for each in _ALL)
SENT = tuple(each for each in _ALL if each.name != "mailboxes")
"""Those that any worker may do; mailboxes are watched by each for itself."""
LONG = tuple(each for each in SENT if each.turn >= 600.0)
"""Those that may keep a process from the others for longer than people wait."""


def known_as(name: str) -> RepeatedJob:
    """The job of this name; one that is in no table gets the usual limits."""
    return JOBS.get(name) or RepeatedJob(name, name, 60.0, 60.0, 300.0)
