"""The whole way on a real IMAP server: mail is delivered, mirrored, learned, and a draft is scored over HTTP."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach import Coach
from server.access import EVERYTHING
from server.demo.delivery import append
from server.demo.dovecot import Dovecot
from server.errors import ServerError
from server.mail.login import Login
from server.mirroring import imap_opener, mirror_mailbox
from server.signing_in import Credentials
from server.store import CONTACT, Mailbox, NewMailbox
from server.wiring import coach_for
from server.worker import Jobs
from tests.dovecot import Account
from tests.office import ANNA, CASUAL, DRAFT, FORMAL, NOW, Office, mail, open_office
from tests.server.api.conftest import Api, api_of

pytestmark = pytest.mark.dovecot

ROOT = Path(__file__).parent.parent
PATIENCE = 90.0  # seconds; a worker loads its models first
LONG_AGO = datetime(2024, 3, 1, 9, tzinfo=UTC)  # no clock that a test meets is behind it
TIM = "Tim <tim@packwerk.example>"


def connect(office: Office, account: Account) -> None:
    """The account as a mailbox of the office."""
    new = NewMailbox(account.address, "127.0.0.1", account.server.port, "none", account.user)
    office.store.mailboxes.add(new, office.services.vault.seal(account.password), NOW)


def deliver(account: Account, *raws: bytes, folder: str = "INBOX") -> None:
    """Puts mails into an account by IMAP."""
    login = Login(account.address, "127.0.0.1", account.server.port, "none", account.user, account.password)
    assert append(login, folder, [(NOW, raw) for raw in raws]) == len(raws)


def formal(numbers: range, *, sender: str = ANNA, date: datetime = NOW, to: str = "x@example.test") -> list[bytes]:
    """Formal mails, an hour apart; as many as the numbers, which also tell them apart."""
    return [
        mail(
            FORMAL.format(n=n),
            sender=f"Anna Krause <{sender}>",
            to=to,
            date=date - timedelta(hours=n + 1),
            message_id=f"<{n}-{sender}>",
        )
        for n in numbers
    ]


def look(office: Office, mailbox: Mailbox) -> None:
    """One look into a mailbox, as `einklang mailbox sync` has it; how it went is noted with the mailbox."""
    found = office.services
    opener = imap_opener(Credentials(found.store, found.vault, found.settings, found.clock))
    with suppress(ServerError):
        mirror_mailbox(mailbox, found.store, opener, found.clock())


def read_and_learn(office: Office) -> None:
    """What the worker does again and again, once."""
    for mailbox in office.store.mailboxes.list(sight=EVERYTHING):
        look(office, mailbox)
    assert [each.last_error for each in office.store.mailboxes.list(sight=EVERYTHING) if each.last_error] == []
    Jobs(office.services, stopped=lambda: False).learn()


@pytest.fixture
def office(tmp_path: Path, coach: Coach, account: Account) -> Iterator[Office]:
    with open_office(tmp_path, coach) as office:
        connect(office, account)
        yield office


@pytest.fixture
def api(office: Office) -> Api:
    return api_of(office)


def test_a_draft_is_scored_by_the_mail_in_the_mailbox(office: Office, api: Api, account: Account):
    deliver(account, *formal(range(6)))
    assert api.assess(DRAFT, customer=ANNA)["note"]["code"] == "no_profile"
    read_and_learn(office)
    found = api.assess(DRAFT, recipients=[account.address, ANNA])
    assert found["customer"]["mails"] == 6
    assert api.assess(FORMAL.format(n=9), customer=ANNA)["score"] > found["score"] + 15
    (told,) = api.get("mailboxes").get_json()["mailboxes"]
    assert (told["messages"], told["waiting"], told["error"]) == (6, 0, None)


def test_mail_that_comes_later_changes_the_score(office: Office, api: Api, account: Account):
    deliver(account, *formal(range(4)))
    read_and_learn(office)
    before = api.assess(DRAFT, customer=ANNA)["score"]
    casual = [mail(CASUAL.format(n=n), sender=ANNA, date=NOW, message_id=f"<c{n}@x>") for n in range(6)]
    deliver(account, *casual)
    read_and_learn(office)
    after = api.assess(DRAFT, customer=ANNA)
    assert after["customer"]["mails"] == 10
    assert after["score"] > before


def test_reading_again_changes_nothing(office: Office, account: Account):
    deliver(account, *formal(range(3)))
    read_and_learn(office)
    before = office.store.profiles.list(CONTACT)
    read_and_learn(office)
    assert office.store.profiles.list(CONTACT) == before


@pytest.fixture
def other_account(dovecot: Dovecot, _user_numbers: Iterator[int]) -> Account:
    """A second empty mailbox."""
    user = f"user{next(_user_numbers)}@example.test"
    return Account(dovecot, user, dovecot.users[user])


def test_a_mail_to_two_mailboxes_counts_once(office: Office, api: Api, account: Account, other_account: Account):
    connect(office, other_account)
    raws = formal(range(4), to=f"{account.address}, {other_account.address}")
    deliver(account, *raws)
    deliver(other_account, *raws)
    read_and_learn(office)
    card = api.get(f"customers/{ANNA}").get_json()
    assert (card["mails_in"], card["languages"][0]["mails"]) == (4, 4)
    assert [each["messages"] for each in api.get("mailboxes").get_json()["mailboxes"]] == [4, 4]


def test_what_the_team_sent_is_on_the_card_and_teaches_nothing(office: Office, api: Api, account: Account):
    deliver(account, *formal(range(3)))
    deliver(
        account,
        mail(CASUAL, sender=account.address, to=ANNA, date=NOW, message_id="<sent@example.test>"),
        folder="Sent",
    )
    read_and_learn(office)
    card = api.get(f"customers/{ANNA}").get_json()
    assert (card["mails_in"], card["mails_out"], card["languages"][0]["mails"]) == (3, 1, 3)


def test_a_newsletter_and_an_automatic_answer_teach_nothing(office: Office, api: Api, account: Account):
    deliver(
        account,
        *formal(range(3)),
        mail(CASUAL, sender=ANNA, message_id="<news@x>", List_Unsubscribe="<mailto:u@x.example>", List_Id="<n.x>"),
        mail(CASUAL, sender=ANNA, message_id="<auto@x>", Auto_Submitted="auto-replied"),
        mail(CASUAL, sender="news@shop.example", message_id="<shop@x>", List_Unsubscribe="<mailto:u@x.example>"),
    )
    read_and_learn(office)
    assert api.get(f"customers/{ANNA}").get_json()["languages"][0]["mails"] == 3
    assert [each["address"] for each in api.get("customers").get_json()["customers"]] == [ANNA]


def test_a_server_that_went_away_is_told_and_read_on_when_it_is_back(office: Office, api: Api, account: Account):
    deliver(account, *formal(range(3)))
    office.store.mailboxes.move(account.address, "127.0.0.1", 1)
    look(office, office.store.mailboxes.get(account.address))
    (told,) = api.get("mailboxes").get_json()["mailboxes"]
    assert "127.0.0.1" in told["error"]
    office.store.mailboxes.move(account.address, "127.0.0.1", account.server.port)
    read_and_learn(office)
    assert api.get("mailboxes").get_json()["mailboxes"][0]["error"] is None


# a worker that is killed


@contextmanager
def running_worker(data: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`einklang worker` as a process of its own; killed at the end if it still runs."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("EINKLANG_")}
    env |= {"EINKLANG_DATA": str(data), "EINKLANG_MAIL_POLL_SECONDS": "1"}
    with (data / "worker.log").open("ab") as log:
        command = [sys.executable, "-c", "from server.cli import main; main()", "worker"]
        process = subprocess.Popen(command, cwd=ROOT, env=env, stderr=log)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def wait_for(condition: Callable[[], bool], data: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until, (data / "worker.log").read_text()
        time.sleep(0.02)  # a look asks the database: without a rest between them the worker is the slower for it


def test_a_worker_that_is_killed_while_it_learns_loses_and_doubles_nothing(
    tmp_path: Path, coach: Coach, account: Account
):
    people = [f"kunde{n}@moelder.example" for n in range(8)]
    raws = [raw for who in people for raw in formal(range(12), sender=who, date=LONG_AGO)]
    deliver(account, *raws)
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    with open_office(killed, coach) as office:
        connect(office, account)

        def learned() -> int:
            return sum(each.learned for each in office.store.messages.counts(sight=EVERYTHING).values())

        for some in (5, 40):
            with running_worker(killed) as worker:
                wait_for(lambda some=some: learned() >= some, killed)
                worker.kill()
                worker.wait()
            assert some <= learned() < len(raws), "it was to be killed in the middle"
        with running_worker(killed) as worker:
            wait_for(lambda: learned() == len(raws), killed)
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(PATIENCE) == 0
        bodies = {each.key: each.body for each in office.store.profiles.list(CONTACT)}
        counts = [(each.address, each.mails_in) for each in office.store.customers.search(sight=EVERYTHING)]
    as_set = coach_for(office.services.settings)  # as the worker makes its own
    with open_office(whole, as_set) as office:
        office.connect(account.address)
        office.receive(*raws, mailbox=account.address)
        assert {each.key: each.body for each in office.store.profiles.list(CONTACT)} == bodies
    assert sorted(counts) == [(who, 12) for who in people]
