"""What an assessment and a new mail cost in stores of ten thousand, a hundred thousand and a million mails.

    python bench/growth.py FOLDER [--make] [--only 10k|100k|1m ...] [--postgresql URL] [--mails 100] [--rounds 200]

FOLDER holds generated stores (bench/generated_store.py), made anew with --make; in each the same 40 customers of 10 and
15 of 100 mails. URL names a PostgreSQL on this machine (postgresql://user@127.0.0.1:5432): each store is moved there as
`einklang store move` does, once, into the databases growth_10k ..., and measured there as well. Measured are
`server.assess.assess` with drafts of bench/hint_drafts.toml as they are typed, and new mail: stored as the mirror does,
learned and related by the worker's jobs. The mail stays in the stores. Times are those of the clock and, beside them,
of processors: this process, and the PostgreSQL server with all its processes. "The store's share" is what is left of an
assessment without the coach. "turn": how long a mail held the lock that writers take one by one, all machines together.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

from generated_store import generate, people
from invented_mail import Pieces, pieces
from processor_meter import Meter, Took, told
from sqlalchemy import URL, make_url, select
from typing_bursts import bursts, own_drafts

from coach import Assessment, Coach
from server import settings, wiring
from server.access import EVERYTHING
from server.assess import Draft, ProfileShelf, assess
from server.ingest import learn_pending
from server.load import Loads
from server.mail.host import Batch, Folder, RawMessage, SyncState
from server.relating import relate_due
from server.store import NewMailbox
from server.store.database import Database
from server.store.moving import move
from server.store.schema import customer
from server.wiring import Services

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
EXACT = ((40, 10), (15, 100))
SIZES = {"10k": (160, 10_000), "100k": (1_500, 100_000), "1m": (10_000, 1_000_000)}
BATCH = 20  # mails that come together
VENDOR = "growth@vendor.example"


# --- stores ---------------------------------------------------------------------------------------------------------


def make(data: Path, name: str, known: Pieces) -> None:
    data.mkdir(parents=True, exist_ok=True)
    for old in data.glob("einklang.db*"):
        old.unlink()
    customers, mails = SIZES[name]
    everybody = people(customers, mails, EXACT, random.Random(customers))
    began = time.perf_counter()
    generate(data / "einklang.db", everybody, known, NOW, lambda _: None)
    print(f"{name} made in {time.perf_counter() - began:.0f} s", flush=True)


def moved(data: Path, name: str, server: URL) -> str:
    """The address of this store on PostgreSQL; moved there if it is not yet."""
    target = server.set(database=f"growth_{name}")
    if _add_database(server, f"growth_{name}"):
        began = time.perf_counter()
        source = f"sqlite:///{data / 'einklang.db'}"
        shown = target.render_as_string(hide_password=False)
        with closing(Database.open(source)) as old, closing(Database.open(shown)) as new:
            rows = sum(each.rows for each in move(old, new, now=datetime.now(UTC), told=lambda _: None))
        print(f"{name} moved in {time.perf_counter() - began:.0f} s, {rows:,} rows", flush=True)
    return target.render_as_string(hide_password=False)


def _add_database(server: URL, name: str) -> bool:
    import psycopg

    address = server.set(database="postgres").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
            return False
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'".encode())
        return True


def opened(data: Path, database: str) -> Services:
    env = {"EINKLANG_DATA": str(data), "EINKLANG_DATA_DATABASE": database}
    found = wiring.build(settings.load(None, env), env, demo=True)
    found.coach.warm_up()
    return found


class _Clocked:
    """The coach, and the milliseconds that its last assessment took: of the clock, and of the processor."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self.wall = self.own = 0.0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._coach, name)

    def assess(self, *arguments: Any, **named: Any) -> Assessment:
        wall, own = time.perf_counter(), time.process_time()
        found = self._coach.assess(*arguments, **named)
        self.wall, self.own = 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - own)
        return found


# --- assessments ----------------------------------------------------------------------------------------------------


def assessing(found: Services, meter: Meter, rounds: int) -> None:
    """Drafts typed to customers with 100 mails each, then one look each at customers drawn from all."""
    chance = random.Random(4)
    busy = _customers(found.settings.data.database_url, exact=100)
    everybody = _customers(found.settings.data.database_url)
    others = chance.sample(everybody, min(rounds, len(everybody)))
    team = found.team()
    typed = bursts(own_drafts(), chance)

    engine = _Clocked(found.coach)

    def looked(address: str, shelf: ProfileShelf, shares: list[Took]) -> Took:
        draft, words = next(typed)

        def look() -> None:
            assess(
                Draft(words, customer=address, reply_to=draft.reply_to),
                store=found.store,
                shelf=shelf,
                coach=cast(Coach, engine),
                team=team,
                now=NOW,
                sight=EVERYTHING,
            )

        took = meter.time(look)
        shares.append(replace(took, wall=took.wall - engine.wall, own=took.own - engine.own))
        return took

    for address in busy:
        looked(address, found.shelf, [])
    shares: list[Took] = []
    took = [looked(each, found.shelf, shares) for each in itertools.islice(itertools.cycle(busy), rounds)]
    told("assessment, a burst typed", took)
    told("  the store's share, profile at hand", shares)
    shares = []
    took = [looked(each, ProfileShelf(found.store), shares) for each in others]
    told("assessment, another customer each time", took)
    told("  the store's share, profile read", shares)


def _customers(url: str, exact: int | None = None) -> list[str]:
    """Addresses of all customers, or of those who were made with exactly so many mails."""
    query = select(customer.c.address).order_by(customer.c.first_mail)
    with closing(Database.open(url)) as database, database.reading() as connection:
        everybody = list(connection.execute(query).scalars())
    if exact is None:
        return everybody
    sizes = [size for many, size in EXACT for _ in range(many)]  # they come first: eva.0@..., hugo.1@..., ...
    numbers = {number for number, size in enumerate(sizes) if size == exact}
    return [each for each in everybody if int(each.partition("@")[0].rpartition(".")[2]) in numbers]


# --- new mail -------------------------------------------------------------------------------------------------------


def arriving(found: Services, meter: Meter, known: Pieces, count: int) -> None:
    """New mail in batches: stored, learned, related; each figure is that of one mail, the mean of its batch."""
    url = found.settings.data.database_url
    who = [*_customers(url, exact=100), *_customers(url, exact=10)]
    loads, team = Loads(found.store), found.team()
    folder = Folder(f"bench {time.time_ns()}", "inbox")
    mailbox = _mailbox(found)
    steps: dict[str, list[Took]] = {"stored": [], "learned": [], "related": []}

    def relate() -> None:
        relate_due(found.store, found.coach, found.shelf, found.signals, NOW, loads=loads)

    relate()
    for first in range(1, count + 1, BATCH):
        mails = [_mail(who, known, random.Random(f"{folder.name} {first + place}")) for place in range(BATCH)]
        raws = tuple(RawMessage(VENDOR, folder.name, 1, first + place, NOW, raw) for place, raw in enumerate(mails))
        batch = Batch(folder, raws, SyncState(1, 1, first + BATCH), count)
        for step, work in (
            ("stored", lambda batch=batch: found.store.mirror.save_batch(mailbox, batch)),
            ("learned", lambda: learn_pending(found.store, found.coach, found.settings, team, NOW)),
            ("related", relate),
        ):
            steps[step].append(meter.time(work).over(BATCH))
    for step, took in steps.items():
        told(f"a new mail, {step}", took)


def _mailbox(found: Services) -> int:
    known = {each.address: each.id for each in found.store.mailboxes.list(sight=EVERYTHING)}
    new = NewMailbox(VENDOR, "mail.vendor.example", 993, "tls", VENDOR)
    return known[VENDOR] if VENDOR in known else found.store.mailboxes.add(new, b"", NOW).id


def _mail(who: Sequence[str], known: Pieces, dice: random.Random) -> bytes:
    """A mail of a customer, or one to them, as it comes by IMAP."""
    language, direction = dice.choice(("de", "en")), dice.choice(("in", "out"))
    piece, other = dice.choice(known.mails[language, direction]), dice.choice(who)
    made = EmailMessage()
    made["From"], made["To"] = (other, VENDOR) if direction == "in" else (VENDOR, other)
    made["Subject"], made["Date"] = piece.subject, NOW - timedelta(minutes=dice.randrange(60))
    made["Message-ID"] = f"<{dice.getrandbits(64):x}@growth.example>"
    made.set_content(piece.text)
    return made.as_bytes()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--make", action="store_true")
    arguments.add_argument("--only", choices=SIZES, action="append")
    arguments.add_argument("--postgresql", type=make_url, metavar="URL")
    arguments.add_argument("--mails", type=int, default=100)
    arguments.add_argument("--rounds", type=int, default=200)
    asked = arguments.parse_args()
    coach = Coach.load()
    coach.warm_up()
    known = pieces(coach, random.Random(5))
    for name in asked.only or SIZES:
        data = asked.folder / name
        if asked.make:
            make(data, name, known)
        urls = [f"sqlite:///{data / 'einklang.db'}"]
        if asked.postgresql is not None:
            urls.append(moved(data, name, asked.postgresql))
        for url in urls:
            print(f"{name} on {url.partition(':')[0]}, load {os.getloadavg()[0]:.1f}", flush=True)
            with closing(opened(data, url)) as found, closing(Meter(url)) as meter:
                assessing(found, meter, asked.rounds)
                arriving(found, meter, known, asked.mails)


if __name__ == "__main__":
    main()
