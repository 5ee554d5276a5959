"""Regrading, ingest and the dashboard's pages with 10,000 customers and 1,000,000 mails, beside a small store.

    python bench/scale.py FOLDER [--make] [--only small|middle|large] [--cold] [--no-pages] [--pages PATH ...]

FOLDER holds generated stores (bench/generated_store.py), made anew with --make: 300 customers with 40,000 mails, 3,000
with 150,000 and 10,000 with a million, each with the same 40 customers of 10, 15 of 100, 6 of 1,000 and 2 of 5,000
mails. A new mail is recorded as the worker records it (`messages.record`, analysis left aside), then its customer is
graded again by the worker's job (`relate_due`: who is due, reading, working out, storing). Pages are asked for through
Flask's test client, signed in as a demo is. Wall time, and the processor time of the thread beside it: on a machine
that others use, too, only that can be compared. --cold: what was read of a customer's mails before is forgotten each
time, as if the worker had just started.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import sqlite3
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any

from generated_store import generate, people
from invented_mail import Piece, Pieces, pieces
from sqlalchemy import insert, select

from coach import Coach
from server import relating_turns, settings, wiring
from server.app import create_app
from server.leftover import traced
from server.load import Loads
from server.relating import relate, relate_due
from server.store import DueRelationship, ParsedMessage
from server.store.database import Database
from server.store.schema import customer, message
from server.store.values import Direction
from server.wiring import Services

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
EXACT = ((40, 10), (15, 100), (6, 1_000), (2, 5_000))
SIZES = {"small": (300, 40_000), "middle": (3_000, 150_000), "large": (10_000, 1_000_000)}
ROUNDS = 100  # new mails for customers of each size
REQUESTS = 50
BOTH: tuple[Direction, ...] = ("in", "out")
PAGES = (
    "/dashboard/",
    "/dashboard/customers",
    "/dashboard/customers?q=karl",
    "/dashboard/customers?page=150",
    "/dashboard/customers/{customer}",
    "/dashboard/companies/firma-7.example",
    "/dashboard/open/promise",
    "/dashboard/open/need",
    "/dashboard/mailboxes",
    "/dashboard/rules",
    "/dashboard/effect",
    "/dashboard/export",
)


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock and of the thread's processor."""

    wall: float
    processor: float


def timed(work: Callable[[], object]) -> Took:
    wall, processor = time.perf_counter(), time.thread_time()
    work()
    return Took(time.perf_counter() - wall, time.thread_time() - processor)


def told(name: str, took: Sequence[Took]) -> None:
    columns = []
    for label, values in (("wall", [each.wall for each in took]), ("processor", [each.processor for each in took])):
        values = sorted(values)
        p50, p95 = values[len(values) // 2], values[min(int(len(values) * 0.95), len(values) - 1)]
        columns.append(f"{label} {1000 * p50:7.1f} / {1000 * p95:7.1f}")
    print(f"{name:44s} {'   '.join(columns)} ms (p50 / p95 of {len(took)})", flush=True)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--make", action="store_true")
    arguments.add_argument("--only", choices=SIZES, action="append")
    arguments.add_argument("--grade", type=int, default=0, help="grade so many customers before the pages are timed")
    arguments.add_argument("--no-regrading", action="store_true")
    arguments.add_argument("--cold", action="store_true", help="forget what was read of mails before each regrading")
    arguments.add_argument("--no-pages", action="store_true")
    arguments.add_argument("--pages", nargs="*", default=PAGES)
    options = arguments.parse_args()
    coach = Coach.load()
    coach.warm_up()
    known = pieces(coach, random.Random(5))
    for name in options.only or SIZES:
        data = options.folder / name
        if options.make:
            make(data, name, known)
        found = opened(data)
        print(f"\n{name}: {(data / 'einklang.db').stat().st_size / 1e6:.0f} MB, load {os.getloadavg()[0]:.1f}")
        if not options.no_regrading:
            regrading(found, known, cold=options.cold)
        grade(found, options.grade)
        pages(found, () if options.no_pages else options.pages)
        found.close()


def make(data: Path, name: str, known: Pieces) -> None:
    data.mkdir(parents=True, exist_ok=True)
    for old in data.glob("einklang.db*"):
        old.unlink()
    customers, mails = SIZES[name]
    everybody = people(customers, mails, EXACT, random.Random(customers))
    took = timed(lambda: generate(data / "einklang.db", everybody, known, NOW, lambda _: None))
    print(f"{name} made: {took.wall:.0f} s, {took.processor:.0f} s of processor time")


def opened(data: Path) -> Services:
    env = {"EINKLANG_DATA": str(data)}
    found = wiring.build(settings.load(None, env), env, demo=True)
    found.coach.warm_up()
    return found


# --- a new mail -----------------------------------------------------------------------------------------------------


def regrading(found: Services, known: Pieces, *, cold: bool) -> None:
    """New mails for customers with so many: recording each, then grading its customer again."""
    loads = Loads(found.store)
    told("the team's days read, once an hour", [timed(lambda: loads.at(NOW, NOW))])
    mails = _Arriving(found, known)
    for count, size in EXACT:
        who = mails.customers(size, count)
        if not who:
            print(f"{size} mails: nobody has so many here")
            continue
        for address in who:
            relate(DueRelationship(address, 1), found.store, found.coach, found.shelf, found.signals, NOW, loads=loads)
        recorded: list[Took] = []
        graded: dict[Direction, list[Took]] = {"in": [], "out": []}
        for address, direction in zip(itertools.islice(itertools.cycle(who), ROUNDS), itertools.cycle(BOTH)):
            arrived = mails.arrive(address, direction)
            recorded.append(timed(arrived))
            if cold:
                relating_turns.forget_what_was_read()
            graded[direction].append(
                timed(lambda: relate_due(found.store, found.coach, found.shelf, found.signals, mails.now, loads=loads))
            )
        told(f"{size} mails: record", recorded)
        told(f"{size} mails: regrade, the customer wrote", graded["in"])
        told(f"{size} mails: regrade, the team wrote", graded["out"])


class _Arriving:
    """Mirrored mails, one after the other, ready to be recorded."""

    def __init__(self, found: Services, known: Pieces) -> None:
        self._found, self._known, self._dice = found, known, random.Random(9)
        self._database = Database.open(found.settings.data.database_url)
        self._number = time.time_ns()  # above all that an earlier run gave
        self.now = NOW

    def customers(self, size: int, count: int) -> list[str]:
        """Those that were made with exactly so many mails, or a few more by now."""
        mails = customer.c.mails_in + customer.c.mails_out
        query = (
            select(customer.c.address).where(mails >= size, mails <= size * 1.05 + 2).order_by(customer.c.first_mail)
        )
        with self._database.reading() as connection:
            return list(connection.execute(query.limit(count)).scalars())

    def arrive(self, address: str, direction: Direction) -> Callable[[], object]:
        """Stores a mirrored mail; the result records it as learned."""
        self._number += 1
        self.now += timedelta(minutes=1)
        language = self._dice.choice(("de", "en"))
        piece: Piece = self._dice.choice(self._known.mails[language, direction])
        row: dict[str, Any] = {
            "mailbox_id": 1, "folder": "INBOX", "role": "inbox", "generation": 2, "uidvalidity": 1,
            "uid": self._number, "internaldate": self.now, "stage": "stored",
            "raw": zlib.compress(piece.text.encode()), "is_copy": False,
        }  # fmt: skip
        with self._database.writing() as connection:
            number = connection.execute(insert(message).values(**row)).inserted_primary_key[0]  # type: ignore[index]
        sender = address if direction == "in" else "team-0@vendor.example"
        parsed = ParsedMessage(
            message_id=f"<{self._number}@new.example>", in_reply_to=None, from_address=sender, from_name="",
            correspondent=address, direction=direction, kind="personal", subject=piece.subject, date=self.now,
            language=language, words=piece.words, body=piece.text, authored=piece.text, address=piece.address,
        )  # fmt: skip
        trace = traced(piece.text, self.now, direction, self._found.coach)
        return lambda: self._found.store.messages.record(number, parsed, None, None, now=self.now, trace=trace)


# --- pages ----------------------------------------------------------------------------------------------------------


def grade(found: Services, most: int) -> None:
    """Grades so many customers as the worker does, so that lists have something to show."""
    with Database.open(found.settings.data.database_url).reading() as connection:
        addresses = list(
            connection.execute(select(customer.c.address).order_by(customer.c.domain).limit(most)).scalars()
        )
    loads = Loads(found.store)
    took = [
        timed(
            lambda each=each: relate(  # type: ignore[misc]
                DueRelationship(each, 1), found.store, found.coach, found.shelf, found.signals, NOW, loads=loads
            )
        )
        for each in addresses
    ]
    if took:
        told("first grade of any customer", took)
        spread(Path(found.settings.data.database_url.removeprefix("sqlite:///")), addresses)


def spread(path: Path, graded: Sequence[str]) -> None:
    """Gives all customers who were never graded the figures of one who was, so that lists are as long as they get."""
    columns = "letter, score, low, high, trend, phase, danger, ripe, forgotten, body, computed_at"
    with sqlite3.connect(path, timeout=60) as connection:
        connection.execute("CREATE TEMP TABLE model (number INTEGER PRIMARY KEY, address TEXT)")
        connection.executemany("INSERT INTO model VALUES (?, ?)", list(enumerate(graded)))
        connection.execute(
            f"UPDATE relationship SET ({columns}) = (SELECT {columns} FROM relationship AS other JOIN model "
            "ON model.address = other.address WHERE model.number = relationship.rowid % ?) WHERE computed_at IS NULL",
            (len(graded),),
        )
        connection.execute("UPDATE relationship SET score = min(max(score + (rowid % 97) / 10.0 - 4.8, 0), 100)")
    connection.close()


def pages(found: Services, paths: Sequence[str]) -> None:
    app = create_app(found)
    for limiter in app.extensions["limiter"]:
        limiter.enabled = False  # what is timed is pages, not how soon somebody is told to slow down
    client = app.test_client()
    client.environ_base["REMOTE_ADDR"] = "127.0.0.1"
    with Database.open(found.settings.data.database_url).reading() as connection:
        busiest = connection.execute(
            select(customer.c.address).order_by((customer.c.mails_in + customer.c.mails_out).desc()).limit(1)
        ).scalar_one()
    for path in paths:
        path = path.replace("{customer}", busiest)
        answers: list[int] = []
        took = [timed(lambda path=path: answers.append(_status(client, path))) for _ in range(REQUESTS)]  # type: ignore[misc]
        told(f"{path.split('@')[0][:38]} ({answers[-1]})", took)


def _status(client: Any, path: str) -> int:
    answer = client.get(path)
    answer.get_data()
    if answer.status_code != HTTPStatus.OK:
        raise SystemExit(f"{path} answered {answer.status_code}: its time says nothing")
    return int(answer.status_code)


if __name__ == "__main__":
    main()
