"""How much the team wrote on each day: as if all mail had been counted, whatever came, went or was killed."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import select

import server.store
from server.access import EVERYTHING
from server.store import Mailbox, NewMailbox, Store
from server.store.migrating import MIGRATIONS
from server.store.schema import message
from tests.server.store.mails import NOW, SENT, at, batch, learn, parsed

ANNA, BEN = "anna@kunde.example", "ben@firma.example"
OTHER = NewMailbox("sales@team.example", "mail.team.example", 993, "tls", "sales")
ROOT = Path(__file__).parents[3]


def counted_all(store: Store) -> dict[date, int]:
    """Each day's mails of the team, by looking at every mail there is."""
    with store._database.reading() as connection:
        rows = connection.execute(select(message.c.date).where(message.c.direction == "out")).scalars()
        return dict(Counter(each.date() for each in rows))


def receive(store: Store, mailbox: Mailbox, uids: range, **changes: object) -> None:
    """Mirrors and records a mail of the team for each number, on the day of that number, but what was left out."""
    changes = {"direction": "out", "from_address": "support@team.example"} | changes
    store.mirror.save_batch(mailbox.id, batch(uids, folder=SENT))
    for uid, waiting in zip(uids, store.messages.pending(len(uids)), strict=False):
        assert store.messages.record(waiting.id, parsed(uid, **({"date": at(uid)} | changes)), None, None, now=NOW)


def test_mails_of_the_team_count_for_the_day_they_were_sent_on_wherever_the_clock_stood(store: Store, mailbox: Mailbox):
    east = datetime(2026, 3, 2, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    receive(store, mailbox, range(1, 3), date=east, message_id=None)
    receive(store, mailbox, range(3, 4), date=east + timedelta(hours=1), message_id=None)
    assert store.traces.sent_by_day() == {date(2026, 3, 1): 2, date(2026, 3, 2): 1} == counted_all(store)


def test_mails_of_customers_and_mails_that_wait_do_not_count(store: Store, mailbox: Mailbox):
    receive(store, mailbox, range(1, 4), direction="in")
    store.mirror.save_batch(mailbox.id, batch([9], folder=SENT))
    assert store.traces.sent_by_day() == {}


def test_a_mail_recorded_twice_counts_once(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1], folder=SENT))
    number = store.messages.pending(1)[0].id
    assert [learn(store, number, 1, direction="out") for _ in range(3)] == [True, False, False]
    assert sum(store.traces.sent_by_day().values()) == 1


def _forget_mailbox(store: Store, _: random.Random) -> None:
    store.mailboxes.remove(OTHER.address)
    store.mailboxes.add(OTHER, b"sealed", NOW)


def _read_anew(store: Store, _: random.Random) -> None:
    store.mailboxes.read_anew("support@team.example")


def _erase(store: Store, dice: random.Random) -> None:
    store.erasure.delete([dice.choice((ANNA, BEN))], [], reason="erased")


def _drop_nobodys(store: Store, dice: random.Random) -> None:
    store.leaving_out.drop_nobodys(at(dice.randrange(40)))


def _take_out(store: Store, dice: random.Random) -> None:
    with store._database.reading() as connection:
        numbers = list(connection.execute(select(message.c.id)).scalars())
    store.leaving_out.take_out(dict.fromkeys(dice.sample(numbers, min(len(numbers), 5)), "excluded"))


def _drop_texts(store: Store, dice: random.Random) -> None:
    store.messages.drop_texts(at(dice.randrange(40)))


REMOVALS: tuple[Callable[[Store, random.Random], None], ...] = (
    _forget_mailbox, _read_anew, _erase, _drop_nobodys, _take_out, _drop_texts,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_removed_the_days_stay_right(store: Store, mailbox: Mailbox, seed: int):
    dice, last, fell = random.Random(seed), 0, 0
    store.mailboxes.add(OTHER, b"sealed", NOW)
    for _ in range(16):
        for box in store.mailboxes.list(sight=EVERYTHING):
            uids = range(last + 1, last + 1 + dice.randrange(1, 8))
            last = uids[-1]
            kind, address = dice.choice((("personal", ANNA), ("personal", BEN), ("bulk", None)))
            direction, day = dice.choice(("in", "out", "out")), at(dice.randrange(40))
            receive(store, box, uids, correspondent=address, kind=kind, direction=direction, date=day, message_id=None)
        before = sum(store.traces.sent_by_day().values())
        dice.choice(REMOVALS)(store, dice)
        assert store.traces.sent_by_day() == counted_all(store)
        fell += sum(store.traces.sent_by_day().values()) < before
    assert fell > 3  # there was something to be taken out of the days


KILLED = """
import itertools, os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from server.store import Store
from tests.server.store.mails import learn
from tests.server.store.test_sent_days import counted_all

url, what = sys.argv[1:]

def do(left):
    with Store.open(url) as store:
        def die_or_go_on(*rest):
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "after_cursor_execute", die_or_go_on)
        event.listen(Engine, "commit", die_or_go_on)
        if what == "record":
            learn(store, store.messages.pending(1)[0].id, 9, direction="out")
        else:
            store.mailboxes.remove(what)

def compare():
    with Store.open(url) as store:
        kept, counted = store.traces.sent_by_day(), counted_all(store)
        print("right" if kept == counted else "wrong", sum(kept.values()), flush=True)

def in_a_process(work, *what):
    if (child := os.fork()) == 0:
        work(*what)
        os._exit(0)
    return os.waitpid(child, 0)[1]

Store.open(url).close()  # what a process needs for that is loaded once, here
for left in itertools.count(1, 2):
    code = in_a_process(do, left)
    in_a_process(compare)
    if not os.WIFSIGNALED(code):
        sys.exit(os.WEXITSTATUS(code))
"""


@pytest.mark.parametrize(("what", "sent"), [("record", {5, 6}), ("sales@team.example", {5, 2})])
def test_a_process_killed_anywhere_leaves_the_days_right(
    url: str, store: Store, mailbox: Mailbox, what: str, sent: set[int]
):
    other = store.mailboxes.add(OTHER, b"sealed", NOW)
    receive(store, mailbox, range(1, 3))
    receive(store, other, range(3, 6))
    store.mirror.save_batch(mailbox.id, batch([9], folder=SENT))
    arguments = [sys.executable, "-c", KILLED, url, what]
    done = subprocess.run(arguments, cwd=ROOT, check=False, stdout=subprocess.PIPE, text=True)
    places = [line.split() for line in done.stdout.splitlines()]
    assert {said for said, _ in places} == {"right"}
    assert {int(count) for _, count in places} == sent
    assert len(places) > 7  # there were that many places to die at


def test_mail_of_an_older_version_is_counted_when_the_tables_are_brought_up_to_date(
    url: str, store: Store, mailbox: Mailbox
):
    receive(store, mailbox, range(1, 6))
    receive(store, mailbox, range(6, 9), date=at(2), message_id=None)
    receive(store, mailbox, range(9, 11), direction="in")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with store._database.writing() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0016")
    store.close()
    with Store.open(url) as again:
        assert (
            again.traces.sent_by_day() == counted_all(again) == {at(n).date(): 4 if n == 2 else 1 for n in range(1, 6)}
        )


def test_only_one_place_removes_mail_that_was_recorded():
    folder = Path(server.store.__file__).parent
    said = {each.name: re.findall(r"delete\(message\).*", each.read_text()) for each in folder.glob("*.py")}
    waiting = "delete(message).where(*here))"  # messages.leave_out: mail whose direction nobody knows yet
    assert {name: found for name, found in said.items() if found and found != [waiting]}.keys() == {"sent_days.py"}
