"""Many reps who type at the same time, against a real `einklang serve` on this machine.

    python bench/typing_load.py FOLDER [--postgresql URL] [--processes 1] [--reps 10 25 50 100 200] [--threads 4]
        [--seconds 20] [--wait] [--data DATA_FOLDER] [--profile PY_SPY]

FOLDER holds a store (bench/growth.py or bench/scale.py makes one) with its customers; with --postgresql the store at
that address is used and FOLDER only for the key. Each rep types a burst every two seconds and asks what the draft is
worth, as the panel does: drafts of bench/hint_drafts.toml and, with --data, as many of a public support list. Who types
on before the answer is there asks anew; that counts as two seconds and as "overtaken" (with --wait they wait and then
ask). The reps are a process of their own. Processor time is that of the server with its children, of PostgreSQL, of the
reps, and of everything else. With --profile the server's threads are looked at 100 times a second while most reps type
(only those that hold the interpreter): which share of the looks fell into what.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import fmean
from typing import Any

from processor_meter import family, postmaster, seconds_of
from sqlalchemy import func, select
from typing_bursts import own_drafts, public_drafts
from typing_profile import looked_at

from server.access import EVERYTHING
from server.running import FRUGAL
from server.secrets import new_token, token_hash
from server.store import Store
from server.store.database import Database
from server.store.schema import customer

ROOT = Path(__file__).parent.parent
EVERY = 2.0  # seconds between two bursts
WARM_UP = 6.0  # seconds
START_WITHIN = 180.0
CUSTOMERS = 1_000  # that drafts go to
SEED = 11


@dataclass(frozen=True, slots=True)
class Busy:
    """Processor seconds of everybody, up to some moment."""

    server: float
    database: float
    machine: float

    @classmethod
    def now(cls, server: int, database: int | None) -> Busy:
        words = [int(each) for each in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]]
        machine = (sum(words[:8]) - words[3] - words[4]) / os.sysconf("SC_CLK_TCK")
        base = seconds_of(family(database)) if database else 0.0
        return cls(seconds_of(family(server)), base, machine)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--postgresql", default="", metavar="URL")
    arguments.add_argument("--processes", type=int, default=1)
    arguments.add_argument("--threads", type=int, default=4)
    arguments.add_argument("--reps", type=int, nargs="+", default=[10, 25, 50, 100, 200])
    arguments.add_argument("--seconds", type=float, default=20.0)
    arguments.add_argument("--data", type=Path, metavar="DATA_FOLDER")
    arguments.add_argument("--wait", action="store_true", help="who types on waits for the answer, then asks anew")
    arguments.add_argument("--profile", default="", metavar="PY_SPY")
    asked = arguments.parse_args()
    url = asked.postgresql or f"sqlite:///{asked.folder / 'einklang.db'}"
    plan = planned(url, max(asked.reps), asked.data)
    database = postmaster(url) if asked.postgresql else None
    with served(asked.folder, url, asked.processes, asked.threads) as (process, port):
        plan |= {"port": port, "seconds": asked.seconds, "wait": asked.wait}
        kind = url.partition(":")[0]
        print(f"{kind}, {asked.processes} web process(es) of {asked.threads} threads, {os.cpu_count()} cores, ", end="")
        print(f"load before {os.getloadavg()[0]:.1f}; {len(plan['drafts'])} drafts")
        for reps in asked.reps:
            with looked_at(process.pid, asked.profile if reps == max(asked.reps) else "") as looks:
                step(plan | {"reps": reps}, process.pid, database)
        for name, count in looks.most_common():
            print(f"  {100 * count / looks.total():5.1f} %  {name}")


def planned(url: str, reps: int, data: Path | None) -> dict[str, Any]:
    """Who types what to whom, with which token."""
    chance = random.Random(SEED)
    drafts = own_drafts()
    if data is not None:
        drafts += public_drafts(data, len(drafts), chance)
    with closing(Database.open(url)) as database, database.reading() as connection:
        query = select(customer.c.address, customer.c.language).where(customer.c.mails_in > 2)
        rows = list(connection.execute(query.order_by(func.length(customer.c.address), customer.c.address)))
    known = chance.sample(rows, min(CUSTOMERS, len(rows)))
    customers = {language: [each.address for each in known if each.language == language] for language in ("de", "en")}
    return {
        "host": "127.0.0.1", "tokens": tokens(url, reps), "customers": customers, "every": EVERY, "warm_up": WARM_UP,
        "drafts": [list(asdict(each).values()) for each in drafts], "seed": SEED,
    }  # fmt: skip


def tokens(url: str, reps: int) -> list[str]:
    """A token for each rep, for an hour; the reps are users who see all mail."""
    now = datetime.now(UTC)
    found = []
    with Store.open(url) as store:
        for number in range(reps):
            name = f"typing-rep-{number}"
            if store.accounts.find_user(name) is None:
                store.accounts.add_user(name, "rep", now, sees=EVERYTHING)
            found.append(new_token())
            store.accounts.add_token(name, token_hash(found[-1]), "bench", now, now + timedelta(hours=1))
    return found


@contextmanager
def served(folder: Path, url: str, processes: int, threads: int) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """`einklang serve` on a free port, ready."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    env = {key: value for key, value in os.environ.items() if not key.startswith("EINKLANG_")} | FRUGAL
    env |= {"EINKLANG_DATA": str(folder), "EINKLANG_DATA_DATABASE": url, "EINKLANG_WEB_PORT": str(port)}
    env |= {"EINKLANG_WEB_THREADS": str(threads), "EINKLANG_LOG_LEVEL": "warning"}
    if processes > 1:
        env["EINKLANG_WEB_PROCESSES"] = str(processes)
    command = [sys.executable, "-c", "from server.cli import main; main()", "serve"]
    with tempfile.TemporaryFile() as said, subprocess.Popen(command, cwd=ROOT, env=env, stderr=said) as process:
        try:
            until = time.monotonic() + START_WITHIN
            while not _is_ready(port):
                if process.poll() is not None or time.monotonic() > until:
                    said.seek(0)
                    raise SystemExit(f"einklang serve did not start:\n{said.read().decode()}")
                time.sleep(0.2)
            yield process, port
        finally:
            process.send_signal(signal.SIGTERM)


def _is_ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
            return bool(json.load(answer)["status"] == "ok")
    except OSError:
        return False


def step(plan: dict[str, Any], server: int, database: int | None) -> None:
    """So many reps at once, and one line of what they saw."""
    command = [sys.executable, str(Path(__file__).with_name("typing_reps.py"))]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env) as reps:
        assert reps.stdin is not None
        assert reps.stdout is not None
        reps.stdin.write(json.dumps(plan).encode())
        reps.stdin.close()
        time.sleep(plan["warm_up"])
        before, began = Busy.now(server, database), time.monotonic()
        time.sleep(plan["seconds"])
        after, took = Busy.now(server, database), time.monotonic() - began
        found = json.load(reps.stdout)
    told(plan["reps"], found, plan["seconds"])
    whole = plan["seconds"] + plan["warm_up"]
    mine, base = (after.server - before.server) / took, (after.database - before.database) / took
    typed, all_of_it = found["processor"] / whole, (after.machine - before.machine) / took
    others = max(all_of_it - mine - base - typed, 0.0)
    print(f"      cores busy: server {mine:.2f}, database {base:.2f}, reps {typed:.2f}, others {others:.2f}", end="")
    answered = found["ends"].get("200", 0)
    print(f"; {1000 * (after.server - before.server) / max(answered, 1):.0f} ms of the server an answer", flush=True)


def told(reps: int, found: dict[str, Any], seconds: float) -> None:
    times: Sequence[float] = sorted(found["milliseconds"]) or [0.0]
    p50, p95, p99 = (times[min(int(len(times) * share), len(times) - 1)] for share in (0.5, 0.95, 0.99))
    answered = found["ends"].pop("200", 0)
    odd = ", ".join(f"{count} {what}" for what, count in sorted(found["ends"].items())) or "none"
    print(
        f"  {reps:3d} reps: {answered / seconds:5.1f} answers/s  p50 {p50:6.0f}  p95 {p95:6.0f}  p99 {p99:6.0f} ms",
        end="",
    )
    print(f"  of {len(times)} questions not answered: {odd}")
    if answered:
        stages = {name: value / answered for name, value in found["stages"].items()}
        rest = fmean(times) - stages.get("total", 0.0)
        inside = ", ".join(f"{name} {value:.0f}" for name, value in stages.items() if name != "total")
        print(f"      mean of an answer, ms: {inside}; around the engine {rest:.0f}")
        found["ends"]["200"] = answered


if __name__ == "__main__":
    main()
