"""Every job of the table, run when its time is over: it sees so by itself and leaves the rest for its next turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from coach import Coach
from server.jobs.queue import Job
from server.jobs.table import SENT
from server.outgoing import Outgoing
from server.store import Alert, NewOutcome
from server.webhooks import Answer
from server.worker import Jobs
from tests.office import ANNA, NOW, Office, mails_of_anna, open_office

WORDS = {"de": "Zwei Beschwerden.", "en": "Two complaints."}
HOOK = "https://crm.example/hook"


@dataclass
class Outside:
    """Whoever is told something, and who wrote it down."""

    told: list[str] = field(default_factory=list)

    def send(self, mail: EmailMessage, recipient: str) -> None:
        self.told.append(recipient)

    def post(self, delivery: object, now: object) -> Answer:
        self.told.append(HOOK)
        return Answer(204, "")


@dataclass
class Table:
    """A Schedule that keeps the jobs."""

    jobs: dict[str, Job] = field(default_factory=dict)

    def every(self, seconds: float, name: str, job: Job, *, at_once: bool = True) -> None:
        self.jobs[name] = job


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    env = {
        "EINKLANG_DIGEST_TO": "rita@team.example",
        "EINKLANG_SMTP_HOST": "127.0.0.1",
        "EINKLANG_SMTP_SENDER": "einklang@team.example",
        "EINKLANG_WEBHOOKS_URLS": HOOK,
        "EINKLANG_PRIVACY_KEEP_DAYS": "3650",
    }
    with open_office(tmp_path, coach, **env) as office:
        office.connect()
        office.receive(*mails_of_anna(2))
        assert office.store.alerts.add(Alert("turned_sour", ANNA, WORDS, NOW - timedelta(minutes=5)), NOW)
        office.store.outcomes.add(NewOutcome(ANNA, "lost", NOW, "import", None), NOW)
        yield office


def test_every_job_asks_whether_its_time_is_over_and_then_does_no_more(office: Office) -> None:
    asked: list[int] = []

    def is_over() -> bool:
        asked.append(1)
        return True

    outside, table = Outside(), Table()
    services = replace(office.services, outgoing=Outgoing(outside, outside.post))  # type: ignore[arg-type]
    jobs = Jobs(services, lambda: False)
    jobs.learn()
    jobs.relate()  # the effect is worked out when nothing waits
    Jobs(services, is_over).schedule(table)
    assert set(table.jobs) == {each.name for each in SENT}
    silent = []
    for name, job in table.jobs.items():
        asked.clear()
        job()
        if not asked:
            silent.append(name)
    assert silent == []
    assert outside.told == []
    Jobs(services, lambda: False).schedule(table)
    for name in ("webhooks", "digest"):
        table.jobs[name]()
    assert set(outside.told) == {HOOK, "rita@team.example"}, "nothing was lost by that"
