"""What a store holds in the end beside what one calm process makes of the same mail, and what that one answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from coach import Coach
from server import settings, wiring
from server.access import EVERYTHING
from server.api.present import present
from server.assess import Draft, assess
from server.ingest import learn_pending
from server.mail.host import Batch, Folder, RawMessage, SyncState
from server.mirroring import imap_opener, mirror_mailbox
from server.signing_in import Credentials
from server.store import Mailbox, NewMailbox
from server.store.database import Database
from server.store.schema import customer, mailbox, message, profile, sample, sent_day
from server.wiring import Services
from tests.company.asking import DRAFTS, Asked
from tests.company.post import NOW, PASSWORD, Letter, Person

Answer = Mapping[str, Any]
Place = tuple[str, str, str]  # mailbox, folder, Message-ID
KEPT = ("score", "band", "confidence", "language", "customer")  # of an answer; hints rest on grades, which come later


@dataclass(frozen=True, slots=True)
class Facts:
    """All that must be equal, whoever learned it in which order."""

    mails: Counter[Place]
    counted: Counter[str]
    stages: Counter[str]
    samples: Mapping[tuple[str, str], tuple[object, ...]] = field(repr=False)
    profiles: Mapping[tuple[str, ...], str] = field(repr=False)
    customers: Mapping[str, tuple[object, ...]] = field(repr=False)
    sent_days: Mapping[str, int] = field(repr=False)

    def differences(self, other: Facts) -> dict[str, int]:
        """Kind -> how many entries differ."""
        kinds = ("mails", "counted", "samples", "profiles", "customers", "sent_days")
        pairs = {kind: (getattr(self, kind), getattr(other, kind)) for kind in kinds}
        return {
            kind: sum(mine.get(key) != theirs.get(key) for key in mine.keys() | theirs.keys())
            for kind, (mine, theirs) in pairs.items()
        }


def facts_in(url: str) -> Facts:
    """What the store at this address holds."""
    places = select(mailbox.c.address, message.c.folder, message.c.header_id).join(mailbox)
    counted = select(message.c.header_id).where(message.c.is_copy.is_(False))
    columns = (sample.c.correspondent, sample.c.content_key, sample.c.language, sample.c.words, sample.c.measurement)
    known = (customer.c.address, customer.c.mails_in, customer.c.mails_out, customer.c.last_mail, customer.c.language)
    with closing(Database.open(url)) as database, database.reading() as connection:
        rows = connection.execute
        return Facts(
            Counter(tuple(row) for row in rows(places)),
            Counter(rows(counted).scalars()),
            Counter(dict(tuple(row) for row in rows(select(message.c.stage, func.count()).group_by(message.c.stage)))),
            {(row[0], row[1]): tuple(row[2:]) for row in rows(select(*columns, sample.c.date))},
            {tuple(row[:3]): row[3] for row in rows(select(*profile.c["kind", "key", "language", "body"]))},
            {row[0]: tuple(row[1:]) for row in rows(select(*known))},
            {str(row[0]): row[1] for row in rows(select(*sent_day.c))},
        )


def expected(letters: Sequence[Letter]) -> Counter[Place]:
    """Every letter once in each of its places."""
    return Counter((box, folder, each.header_id) for each in letters for box, folder in each.places)


def opened(folder: Path, env: Mapping[str, str], coach: Coach, team: Sequence[str], port: int) -> Services:
    """A store of its own in `folder`, with the mailboxes of the team."""
    own = {**env, "EINKLANG_DATA": str(folder), "EINKLANG_DATA_DATABASE": ""}
    own = {key: value for key, value in own.items() if not key.startswith("EINKLANG_JOBS")}
    found = wiring.build(settings.load(None, own), own)
    object.__setattr__(found, "coach", coach)  # its models are loaded
    connect(found, team, port)
    return found


def connect(found: Services, team: Sequence[str], port: int) -> list[Mailbox]:
    """Connects the team's mailboxes as `einklang mailbox add` does."""
    secret = found.vault.seal(PASSWORD)
    new = (NewMailbox(address, "127.0.0.1", port, "none", address) for address in team)
    return [found.store.mailboxes.add(each, secret, NOW) for each in new]


def calm_run(found: Services) -> Facts:
    """Everything mirrored and learned by one process, one thing after the other."""
    opener = imap_opener(Credentials(found.store, found.vault, found.settings, found.clock))
    for each in found.store.mailboxes.list(sight=EVERYTHING):
        mirror_mailbox(each, found.store, opener, found.clock())
    learn_pending(found.store, found.coach, found.settings, found.team(), found.clock())
    return facts_in(found.settings.data.database_url)


def learned_in_order(url: str) -> list[str]:
    """The Message-IDs of all mail that taught something, in the order in which it did."""
    query = select(message.c.header_id).join(sample, sample.c.message_id == message.c.id).order_by(sample.c.id)
    with closing(Database.open(url)) as database, database.reading() as connection:
        return list(connection.execute(query).scalars())


class Replay:
    """What a calm process answers about each person after each of their mails, learned in the same order."""

    def __init__(self, found: Services, persons: Sequence[Person]) -> None:
        self._found = found
        self._persons = {each.address: each for each in persons}
        self._box = {each.address: each.id for each in found.store.mailboxes.list(sight=EVERYTHING)}
        self.answers: dict[tuple[str, int, int], Answer] = {}
        """(person, mails learned, draft) -> the answer"""

    def run(self, letters: Sequence[Letter], order: Sequence[str]) -> None:
        """Learns the letters of the persons one by one, and asks after each."""
        by_id = {each.header_id: each for each in letters if each.person in self._persons}
        mine = [by_id[each] for each in order if each in by_id]
        for person in self._persons.values():
            self._ask(person)
        for uid, letter in enumerate(mine, 1):
            box, name = letter.places[0]
            folder = Folder(name, "inbox")
            raw = RawMessage(box, name, 1, uid, NOW, letter.raw)
            self._found.store.mirror.save_batch(self._box[box], Batch(folder, (raw,), SyncState(1, 1, uid + 1), 1))
            learn_pending(
                self._found.store, self._found.coach, self._found.settings, self._found.team(), self._found.clock()
            )
            self._ask(self._persons[letter.person])

    def _ask(self, person: Person) -> None:
        found = self._found
        for number, text in enumerate(DRAFTS[person.language]):
            judged = assess(
                Draft(text, customer=person.address),
                store=found.store,
                shelf=found.shelf,
                coach=found.coach,
                team=found.team(),
                now=datetime.now(UTC),
                sight=EVERYTHING,
            )
            answer = present(judged, text, "", found.coach).model_dump(mode="json")
            self.answers[person.address, answer["customer"]["mails"], number] = answer

    def agrees(self, asked: Asked) -> bool:
        """Whether the answer is the calm one for as many mails as it says that it rests on."""
        about = asked.answer["customer"]
        calm = self.answers.get((asked.person.address, about["mails"], asked.draft))
        if about["address"] != asked.person.address or calm is None:
            return False
        return all(_alike(calm[key], asked.answer[key]) for key in KEPT)


def _alike(calm: object, seen: object) -> bool:
    """Equal but for the tenth of a point to which scores are rounded."""
    if isinstance(calm, float) and isinstance(seen, float):
        return abs(calm - seen) <= 0.11
    if isinstance(calm, list) and isinstance(seen, list):
        return all(map(_alike, calm, seen))
    return calm == seen
