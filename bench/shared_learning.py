"""How many mails a second are learned by one process, by one worker with Celery and by two, all on one PostgreSQL.

    python bench/shared_learning.py DATA_FOLDER [--mails 1500] [--ways local celery-1 celery-2 learners-2]

DATA_FOLDER holds `support_list_2019_2022.jsonl.xz`: its mails are put into an empty store as if they had just been
mirrored, then `einklang worker` is started: once ("celery-1", "local"), twice ("celery-2"), or once with two learning
processes ("learners-2"). Timed is from the first mail learned to the last, and to the last customer graded; beside that
the processor time of the workers and of PostgreSQL, which is started here, as is Redis.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path

from processor_meter import family, postmaster, seconds_of
from sqlalchemy import func, select

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from server.mail.host import Batch, Folder, RawMessage, SyncState  # noqa: E402
from server.running import FRUGAL  # noqa: E402
from server.store import NewMailbox, Store  # noqa: E402
from server.store.database import Database  # noqa: E402
from server.store.schema import message  # noqa: E402
from tests.postgresql import PostgreSql, require_postgresql  # noqa: E402
from tests.redis_server import RedisServer, require_redis  # noqa: E402

TEAM = "team@vendor.example"
FOLDER = Folder("INBOX", "inbox")
BATCH = 200
WITHIN = 1_200.0  # seconds
LOOK = 0.25
WAYS = {"local": (1, 0), "celery-1": (1, 1), "celery-2": (2, 1), "learners-2": (1, 2)}
"""Name -> how many workers, with how many learning processes each; 0: without Celery."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Processor seconds so far."""

    workers: float
    database: float


def mails(folder: Path, many: int) -> Iterator[bytes]:
    """Mails of the list, as they would have come to the team."""
    with lzma.open(folder / "support_list_2019_2022.jsonl.xz", "rt", encoding="utf-8") as lines:
        for number, line in zip(range(many), lines, strict=False):
            mail = json.loads(line)
            made = EmailMessage()
            made["From"] = f"{sha256(mail['author'].encode()).hexdigest()[:12]}@list.example"
            made["To"], made["Subject"] = TEAM, " ".join(mail["subject"].split())
            made["Message-ID"], made["Date"] = f"<{number}@bench.example>", _date(mail["date"])
            made.set_content(mail["body"])
            yield made.as_bytes()


def _date(written: str) -> datetime:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return parsedate_to_datetime(written)


def filled(url: str, raws: Sequence[bytes]) -> None:
    """A store with these mails mirrored and not learned; its mailbox is paused, so nobody connects to anything."""
    now = datetime.now(UTC)
    with Store.open(url) as store:
        mailbox = store.mailboxes.add(NewMailbox(TEAM, "127.0.0.1", 1, "none", TEAM), b"", now)
        store.mailbox_states.pause(mailbox.id, now)
        for first in range(0, len(raws), BATCH):
            part = raws[first : first + BATCH]
            came = tuple(RawMessage(TEAM, "INBOX", 1, first + at + 1, now, raw) for at, raw in enumerate(part))
            store.mirror.save_batch(mailbox.id, Batch(FOLDER, came, SyncState(1, 1, first + len(part) + 1), len(raws)))


def learned(url: str, env: dict[str, str], workers: int, many: int) -> str:
    """Runs so many workers until everything is learned and graded; what it took, in words."""
    command = [sys.executable, "-c", "from server.cli import main; main()", "worker"]
    server = postmaster(url)
    with ExitStack() as stack, tempfile.TemporaryFile() as said:
        database = stack.enter_context(closing(Database.open(url)))
        store = stack.enter_context(Store.open(url))
        processes = [subprocess.Popen(command, cwd=ROOT, env=env, stdout=said, stderr=said) for _ in range(workers)]
        try:
            waiting, began, spent = many, 0.0, Spent(0, 0)
            until = time.monotonic() + WITHIN
            first = graded = ""
            while not graded:
                time.sleep(LOOK)
                if time.monotonic() > until or any(each.poll() is not None for each in processes):
                    said.seek(0)
                    raise SystemExit(f"not learned:\n{said.read().decode()[-3000:]}")
                with database.reading() as connection:
                    query = select(func.count()).select_from(message).where(message.c.stage == "stored")
                    left = connection.execute(query).scalar_one()
                now = Spent(seconds_of(_all(processes)), seconds_of(family(server)))
                if left < many and not began:
                    waiting, began, spent = left, time.monotonic(), now
                if left == 0 and not first:
                    first = _told("learned", waiting, time.monotonic() - began, spent, now)
                if first and not store.relationships.due(datetime.now(UTC) + timedelta(seconds=1), 1):
                    graded = _told("with all customers graded", waiting, time.monotonic() - began, spent, now)
            return f"{first}; {graded}"
        finally:
            for each in processes:
                each.send_signal(signal.SIGTERM)
            for each in processes:
                each.wait()


def _all(processes: Sequence[subprocess.Popen[bytes]]) -> list[int]:
    return [number for each in processes for number in family(each.pid)]


def _told(what: str, many: int, seconds: float, before: Spent, after: Spent) -> str:
    workers, database = after.workers - before.workers, after.database - before.database
    return (
        f"{what} {many / seconds:5.1f} mails/s, {1000 * workers / many:.0f} ms of the workers' and "
        f"{1000 * database / many:.0f} ms of the database's processors a mail"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path, metavar="DATA_FOLDER")
    arguments.add_argument("--mails", type=int, default=1_500)
    arguments.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS))
    asked = arguments.parse_args()
    raws = list(mails(asked.data, asked.mails))
    with ExitStack() as stack:
        postgresql = stack.enter_context(PostgreSql(require_postgresql()))
        redis = stack.enter_context(RedisServer(require_redis()))
        for way in asked.ways:
            workers, learners = WAYS[way]
            folder, url = stack.enter_context(tempfile.TemporaryDirectory()), postgresql.new_database()
            filled(url, raws)
            env = {key: value for key, value in os.environ.items() if not key.startswith("EINKLANG_")} | FRUGAL
            env |= {"EINKLANG_DATA": folder, "EINKLANG_DATA_DATABASE": url, "EINKLANG_TEAM_DOMAINS": "vendor.example"}
            if learners:
                redis.ask("FLUSHALL")
                env |= {"EINKLANG_JOBS_QUEUE": "celery", "EINKLANG_JOBS_BROKER": redis.url}
                env["EINKLANG_JOBS_LEARNERS"] = str(learners)
            print(f"{way:12s} {learned(url, env, workers, len(raws))}; load {os.getloadavg()[0]:.1f}", flush=True)


if __name__ == "__main__":
    main()
