"""A store of invented customers and mails of any size, written straight into its tables as the product would have.

Few customers have thousands of mails, most have tens (log-normal); mail lies in the table by date, so that the mails of
one customer are spread over the whole file. The texts of the last KEEP_TEXT are kept, as the product keeps them. Traces
are those of invented mails that the coach has read; which need a mail took up is drawn, not worked out.
"""

from __future__ import annotations

import hashlib
import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from invented_mail import WRITTEN, Piece, Pieces

from coach.model import Standing
from coach.relationship.address_ledger import Side
from coach.relationship.exchange import TakenUp, Turn
from coach.relationship.trace import VERSION
from server.relating_links import Candidates, Links
from server.relating_matters import REMEMBERED
from server.store import PROMISE, NewMailbox, Store

SPAN = timedelta(days=4 * 365)
KEEP_TEXT = timedelta(days=90)
SPREAD = 1.3  # of the logarithm of mails per customer: the median customer has 43 of 100, the largest thousands
REPLIES = 0.6  # of the mails answer the one before
MAILBOXES = 8
COMPANIES = 0.6  # domains per customer
FAR = "2099-01-01 00:00:00.000000"
NAMES = tuple(
    "Adam Bruhn Celik Dorn Egger Falk Graf Horn Imhof Jansen Kern Lang Moll Nagel Otte Paul Rau Seidl".split()
)
GIVEN = tuple("Anna Ben Clara David Eva Finn Greta Hugo Ida Jan Karl Lena Max Nora Otto Pia Ralf Sina Tim Ute".split())
SENT_DAYS = "INSERT INTO sent_day SELECT date(date), count(*) FROM message WHERE direction = 'out' GROUP BY 1"
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Person:
    """An invented customer: `exact` are those with a count of mails of its own, to be measured."""

    address: str
    name: str
    language: str
    mails: int
    exact: bool = False


@dataclass(frozen=True, slots=True)
class _Mail:
    number: int
    person: int
    at: datetime
    piece: Piece
    answers: int | None = field(default=None)


def people(customers: int, mails: int, exact: Iterable[tuple[int, int]], dice: random.Random) -> list[Person]:
    """So many customers with so many mails in all; `exact` names how many of them have exactly how many mails."""
    fixed = [size for count, size in exact for _ in range(count)]
    draws = [dice.lognormvariate(0.0, SPREAD) for _ in range(customers - len(fixed))]
    scale = (mails - sum(fixed)) / sum(draws)
    sizes = [*fixed, *(max(round(each * scale), 1) for each in draws)]
    found = []
    for number, size in enumerate(sizes):
        name = f"{dice.choice(GIVEN)} {dice.choice(NAMES)}"
        company = dice.randrange(max(round(customers * COMPANIES), 1))
        address = f"{name.split()[0].lower()}.{number}@firma-{company}.example"
        found.append(Person(address, name, dice.choice(("de", "en")), size, number < len(fixed)))
    return found


def generate(path: Path, everybody: Sequence[Person], known: Pieces, now: datetime, tell: Tell = print) -> None:
    """Writes a store with these customers and their mail to `path`, which must not be there yet."""
    dice = random.Random(len(everybody))
    with Store.open(f"sqlite:///{path}") as store:
        for number in range(MAILBOXES):
            new = NewMailbox(f"team-{number}@vendor.example", "mail.vendor.example", 993, "tls", f"team-{number}")
            store.mailboxes.add(new, b"", now)
    mails = _mails(everybody, known, now, dice)
    tell(f"{len(mails)} mails drawn")
    with sqlite3.connect(path) as connection:
        connection.executescript("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000")
        _write_mail(connection, mails, everybody, now, tell)
        _write_people(connection, mails, everybody, known, now, dice)
        _write_matters(connection, mails, everybody, now, dice)
        connection.execute(SENT_DAYS)
        tell("customers and matters written")
    connection.close()


def _mails(everybody: Sequence[Person], known: Pieces, now: datetime, dice: random.Random) -> list[_Mail]:
    drawn: list[tuple[datetime, int, Piece]] = []
    for number, person in enumerate(everybody):
        begins = now - SPAN * dice.random() ** 0.5
        ends = begins + (now - begins) * (1.0 if person.exact else dice.random() ** 0.15)
        for _ in range(person.mails):
            direction = "in" if dice.random() < 0.52 else "out"
            at = begins + (ends - begins) * dice.random()
            drawn.append((at, number, dice.choice(known.mails[person.language, direction])))
    drawn.sort(key=lambda each: each[0])
    last: dict[int, int] = {}
    found = []
    for number, (at, who, piece) in enumerate(drawn, 1):
        answers = last.get(who) if dice.random() < REPLIES else None
        found.append(_Mail(number, who, at, piece, answers))
        last[who] = number
    return found


def _write_mail(
    connection: sqlite3.Connection, mails: Sequence[_Mail], everybody: Sequence[Person], now: datetime, tell: Tell
) -> None:
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name IN ('message', 'trace') AND sql > ''"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    columns = (
        "id, mailbox_id, folder, role, generation, uidvalidity, uid, internaldate, stage, header_id, in_reply_to, "
        "from_address, from_name, correspondent, direction, kind, subject, date, language, words, body, authored, "
        "address, content_key, identity, is_copy, flags, whole, channel"
    )
    marks = ", ".join("?" * len(columns.split(",")))
    connection.executemany(f"INSERT INTO message ({columns}) VALUES ({marks})", _message_rows(mails, everybody, now))
    tell("messages written")
    links = _links(mails, now)
    rows = ((each.number, VERSION, each.piece.body, links.get(each.number)) for each in mails)
    connection.executemany("INSERT INTO trace (message_id, version, body, links) VALUES (?, ?, ?, ?)", rows)
    for _, sql in indexes:
        connection.execute(sql)
    tell("traces written, indexes made")


def _message_rows(mails: Sequence[_Mail], everybody: Sequence[Person], now: datetime) -> Iterator[tuple[object, ...]]:
    for each in mails:
        person, piece = everybody[each.person], each.piece
        inward, kept = piece.direction == "in", each.at > now - KEEP_TEXT
        mailbox = each.person % MAILBOXES
        header = f"<{each.number}@mail.example>"
        sender = (person.address, person.name) if inward else (f"team-{mailbox}@vendor.example", "Team")
        text = piece.text if kept else None
        yield (
            each.number, mailbox + 1, "INBOX" if inward else "Sent", "inbox" if inward else "sent", 1, 1, each.number,
            _stored(each.at), "learned", header, f"<{each.answers}@mail.example>" if each.answers else None, *sender,
            person.address, piece.direction, "personal", piece.subject if kept else None, _stored(each.at),
            piece.language, piece.words, text, text, piece.address, None,
            hashlib.sha256(header.encode()).hexdigest(), False, "", True, "email",
        )  # fmt: skip


def _links(mails: Sequence[_Mail], now: datetime) -> dict[int, str]:
    """What the team's mails with a text took up, each held against the very mails that the product would look at."""
    recent: dict[int, list[_Mail]] = {}
    for each in mails:
        if each.at > now - KEEP_TEXT:
            recent.setdefault(each.person, []).append(each)
    found = {}
    for theirs in recent.values():
        turns = _turns(theirs)
        candidates = Candidates(turns, {each.number for each in theirs})
        needs = {each.number: each.piece.trace.needs for each in theirs}
        for turn in turns:
            if turn.is_customer:
                continue
            asked, promised = candidates.asked_before(turn), candidates.promised_before(turn)
            took_up = [
                TakenUp(mail, need.span.start, _standing(mail + number))
                for mail in asked
                for number, need in enumerate(needs[mail])
            ]
            against = tuple(sorted({*asked, *promised}))
            found[turn.mail] = Links(against, tuple(took_up), (), 60.0 + turn.mail % 30).to_json()
    return found


def _turns(theirs: Sequence[_Mail]) -> list[Turn]:
    threads: dict[int, int] = {}
    turns = []
    for each in theirs:
        thread = threads.get(each.answers or 0, each.answers or each.number)
        threads[each.number] = thread
        side = Side.CUSTOMER if each.piece.direction == "in" else Side.TEAM
        turns.append(Turn(each.number, each.at, side, each.piece.trace, str(thread)))
    return turns


def _standing(number: int) -> Standing:
    return (Standing.ANSWERED, Standing.ANSWERED, Standing.PROMISED, Standing.OPEN)[number % 4]


def _write_people(
    connection: sqlite3.Connection,
    mails: Sequence[_Mail],
    everybody: Sequence[Person],
    known: Pieces,
    now: datetime,
    dice: random.Random,
) -> None:
    theirs: list[list[_Mail]] = [[] for _ in everybody]
    for each in mails:
        theirs[each.person].append(each)
    rows = [_customer(person, mine) for person, mine in zip(everybody, theirs, strict=True)]
    _insert(connection, "customer", rows)
    languages = [
        {"address": row["address"], "language": row["language"], "mails": row["mails_in"]}
        for row in rows
        if row["mails_in"]
    ]
    _insert(connection, "customer_language", languages)
    profiles = [
        {
            "kind": "contact", "key": person.address, "language": person.language, "version": 1, "stale": False,
            "body": dice.choice(known.profiles[person.language]), "updated_at": _stored(now),
        }
        for person in everybody
    ]  # fmt: skip
    _insert(connection, "profile", profiles)
    _insert(connection, "relationship", [_ungraded(person) for person in everybody])
    history = [
        {
            "address": person.address, "day": (now - timedelta(days=30 * month)).date().isoformat(),
            "score": 50.0 + dice.gauss(0.0, 9.0), "letter": dice.choice("ABBC"),
        }
        for person in everybody
        for month in range(1, 13)
    ]  # fmt: skip
    _insert(connection, "relationship_history", history)


def _customer(person: Person, mails: Sequence[_Mail]) -> dict[str, object]:
    incoming = [each.at for each in mails if each.piece.direction == "in"]
    return {
        "address": person.address,
        "name": person.name,
        "named_at": _stored(max(incoming)) if incoming else None,
        "domain": person.address.rpartition("@")[2],
        "search_text": f"{person.name} {person.address}".casefold(),
        "mails_in": len(incoming),
        "mails_out": len(mails) - len(incoming),
        "first_mail": _stored(mails[0].at),
        "last_mail": _stored(mails[-1].at),
        "last_in": _stored(max(incoming)) if incoming else None,
        "language": person.language,
    }


def _ungraded(person: Person) -> dict[str, object]:
    return {
        "address": person.address, "wanted": 1, "letter": "", "phase": "", "danger": 0.0, "ripe": 0.0, "forgotten": 0.0,
        "mails": person.mails, "segment": "", "body": "", "next_at": FAR,
    }  # fmt: skip


def _write_matters(
    connection: sqlite3.Connection,
    mails: Sequence[_Mail],
    everybody: Sequence[Person],
    now: datetime,
    dice: random.Random,
) -> None:
    """What the mails of late asked and promised; most of it closed."""
    rows = []
    for each in mails:
        if now - each.at > REMEMBERED:
            continue
        trace, address = each.piece.trace, everybody[each.person].address
        for need in trace.needs if each.piece.direction == "in" else ():
            rows.append(_matter(each, str(need.kind), need.span.start, need.span.end, address, None, dice))
        for promise in trace.promises:
            due = each.at + (promise.due - WRITTEN) if promise.due else None
            rows.append(_matter(each, PROMISE, promise.span.start, promise.span.end, address, due, dice))
    _insert(connection, "matter", rows)


def _matter(
    mail: _Mail, kind: str, start: int, end: int, address: str, due: datetime | None, dice: random.Random
) -> dict[str, object]:
    closed = _stored(mail.at + timedelta(days=2)) if dice.random() < 0.85 else None
    return {
        "message_id": mail.number, "kind": kind, "start": start, "end": end, "address": address,
        "at": _stored(mail.at), "due": _stored(due) if due else None, "exact": due is not None, "closed_at": closed,
    }  # fmt: skip


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[dict[str, object]]) -> None:
    names = ", ".join(f'"{name}"' for name in rows[0])
    marks = ", ".join(f":{name}" for name in rows[0])
    connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)


def _stored(moment: datetime) -> str:
    """A time as SQLAlchemy keeps it in SQLite."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
