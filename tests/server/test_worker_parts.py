"""`einklang worker` with Celery as real processes on PostgreSQL and Redis, killed and cut off while it learns."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach import Coach
from server.access import EVERYTHING
from server.jobs.table import LONG
from server.mail.host import Batch, RawMessage, SyncState
from server.settings import load
from server.store import CONTACT, Mailbox, NewMailbox, Store
from server.worker_parts import processes_of
from tests.office import CASUAL, FORMAL, INBOX, NOW, TEAM, mail, open_office
from tests.redis_server import RedisServer, require_redis

pytestmark = pytest.mark.xdist_group("running")

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 240.0  # seconds; models are loaded in ten, on a machine that does other things in sixty
PASSWORD = "ge/he:im@"
CUSTOMERS = 12


def raws(start: int, count: int) -> list[bytes]:
    """So many mails of some customers, no two alike."""
    return [
        mail(
            (FORMAL if n % 2 else CASUAL).format(n=n),
            sender=f"P{n % CUSTOMERS} <p{n % CUSTOMERS}@moelder.example>",
            date=NOW - timedelta(hours=n),
            message_id=f"<m{n}@moelder.example>",
        )
        for n in range(start, start + count)
    ]


def store_mail(store: Store, mailbox: Mailbox, start: int, count: int) -> None:
    """As if a sync had brought them."""
    messages = tuple(
        RawMessage(TEAM, "INBOX", 7, start + n + 1, NOW - timedelta(hours=start + n), raw)
        for n, raw in enumerate(raws(start, count))
    )
    store.mirror.save_batch(mailbox.id, Batch(INBOX, messages, SyncState(1, 7, start + count + 1), count))


def children(process: int) -> list[tuple[int, str]]:
    """The processes that one has started, with their command lines."""
    found = []
    for task in Path(f"/proc/{process}/task").iterdir():
        for number in (task / "children").read_text().split():
            try:
                found.append((int(number), Path(f"/proc/{number}/cmdline").read_text().replace("\0", " ")))
            except OSError:
                continue
    return found


def until(true: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert process.poll() is None, "the worker ended"
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.1)


def profiles(store: Store) -> dict[tuple[str, str], str]:
    return {(each.key, each.language): each.body for each in store.profiles.list(CONTACT)}


def test_long_jobs_of_all_kinds_at_once_leave_the_learners_alone():
    settings = load(None, {"EINKLANG_CONFIG": "", "EINKLANG_JOBS_LEARNERS": "2"})
    assert {each.name for each in LONG} == {"retention", "effect"}
    assert all(each.alone for each in LONG), "else more than one process could be taken by each"
    assert processes_of(settings) == 2 + len(LONG)


@pytest.fixture
def redis_with_password() -> Iterator[RedisServer]:
    with RedisServer(require_redis(), password=PASSWORD) as server:
        yield server


@pytest.fixture
def mailbox(own_postgresql_url: str) -> Iterator[tuple[Store, Mailbox]]:
    """A store on PostgreSQL with a mailbox that nobody has to read."""
    with Store.open(own_postgresql_url) as store:
        added = store.mailboxes.add(NewMailbox(TEAM, "127.0.0.1", 1, "none", TEAM), b"sealed", NOW)
        store.mailbox_states.pause(added.id, NOW)
        yield store, added


def test_all_mail_is_learned_once_although_processes_are_killed_and_the_broker_forgets(
    own_postgresql_url: str,
    mailbox: tuple[Store, Mailbox],
    redis_with_password: RedisServer,
    tmp_path: Path,
    coach: Coach,
):
    store, box = mailbox
    redis = redis_with_password
    store_mail(store, box, 0, 30)
    env = {name: value for name, value in os.environ.items() if not name.startswith("EINKLANG_")} | {
        "EINKLANG_DATA": str(tmp_path / "celery"),
        "EINKLANG_DATA_DATABASE": own_postgresql_url,
        "EINKLANG_JOBS_QUEUE": "celery",
        "EINKLANG_JOBS_BROKER": redis.url,
        "EINKLANG_BROKER_PASSWORD": PASSWORD,
    }
    log = tmp_path / "log"
    program = [sys.executable, "-c", "from server.cli import main; main()", "worker"]
    with log.open("wb") as file:
        worker = subprocess.Popen(program, env=env, cwd=ROOT, stdout=file, stderr=file)
    try:

        def waiting() -> int:
            return store.messages.counts(sight=EVERYTHING)[box.id].stored

        def part(name: str) -> int:
            found = [number for number, line in children(worker.pid) if f"--part {name}" in line]
            return found[0] if found else 0

        until(lambda: waiting() < 30, worker)
        learner = children(part("jobs"))[0][0]
        os.kill(learner, signal.SIGKILL)  # in the midst of its batch
        until(lambda: waiting() == 0, worker)

        redis.stop()
        store_mail(store, box, 30, 20)
        redis.start()  # and has forgotten everything
        until(lambda: waiting() == 0, worker)

        watching = part("mailboxes")
        os.kill(watching, signal.SIGKILL)
        store_mail(store, box, 50, 20)
        until(lambda: part("mailboxes") not in (0, watching), worker)
        until(lambda: waiting() == 0, worker)
        until(lambda: not store.relationships.due(datetime.now(UTC), 1), worker)

        until(lambda: len(store.workers.alive(datetime.now(UTC))) == 1, worker)
        begun = children(worker.pid)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(60) == 0
        assert not any(Path(f"/proc/{number}").exists() for number, _ in begun)
    finally:
        worker.kill()
        worker.wait()

    assert store.workers.alive(datetime.now(UTC)) == []
    assert not store.dead_letters.list()
    counts = store.messages.counts(sight=EVERYTHING)[box.id]
    assert (counts.learned, counts.failed) == (70, 0)
    with open_office(tmp_path / "calm", coach) as calm:
        calm.connect()
        calm.receive(*raws(0, 70))
        assert profiles(store) == profiles(calm.store), "as if nothing had happened"
    said = log.read_text()
    assert PASSWORD not in said
    assert "Liebe" not in said
    assert said.count("jobs cannot be sent") <= 2, "told once each time"
