"""A Celery worker as a program of its own, with jobs for tests; its arguments are URL, BROKER and FOLDER."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from server.jobs.celery_worker import Stopping, run_worker
from server.jobs.doing import Doing
from server.lifeline import when_parent_ends
from server.store import Store


def now() -> datetime:
    return datetime.now(UTC)


def main(url: str, broker: str, notes: Path) -> int:
    """Each job writes down its name and process, then stays as long as a file of its name is there."""
    stopping = Stopping()

    def stays(name: str) -> None:
        with (notes / "runs").open("a") as file:
            file.write(f"{name} {os.getpid()}\n")
        while (notes / name).exists():
            time.sleep(0.02)
        with (notes / "ends").open("a") as file:
            file.write(f"{name} {os.getpid()}\n")

    def in_process() -> Doing:
        store = Store.open(url)
        doing = Doing(store.job_slots, store.dead_letters, now, stopping.is_set)
        for name in ("retention", "effect"):
            doing.every(3600, name, lambda name=name: stays(name))
        return doing

    def give_up(name: str, error: BaseException) -> None:
        with Store.open(url) as store:
            store.dead_letters.put(name, (), type(error).__name__, now())

    when_parent_ends(lambda: os.kill(os.getpid(), 15))
    return run_worker(broker, 2, stopping, in_process=in_process, give_up=give_up)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
