"""Imports store each thing once, whatever happens on the way, and what they brought is learned as any mail."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from coach import Coach
from server.access import EVERYTHING
from server.importing.mail_folder import MailFolder
from server.importing.mbox import Mbox
from server.importing.note_files import NoteReading, NoteTable
from server.importing.running import MOST, batches, store_file, try_file
from server.ingest import profile_of, rebuild_stale
from server.store import CONTACT, Refused, Store, Tally
from tests.office import ANNA, CASUAL, FORMAL, NOW, TEAM, Office, mail, mails_of_anna, open_office
from tests.server.importing.archives import mbox
from tests.stores import put_new_store

ROOT = Path(__file__).parents[3]


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    with open_office(tmp_path / "data", coach) as office:
        office.connect()
        yield office


def archive(folder: Path, *mails: bytes, name: str = "Archiv.mbox") -> Mbox:
    path = folder / name
    path.write_bytes(mbox(*mails))
    return Mbox(path)


def bring(store: Store, file: Mbox | MailFolder | NoteTable, source: str = "Archiv", tied: str | None = None) -> Tally:
    """Imports a file as the command does."""
    found = store.imports.open(source, tied, NOW)
    return store_file(file, found, store, progress=lambda position, read: None, told=lambda refused: None)


def samples(store: Store, address: str = ANNA) -> int:
    return sum(profile_of(each.body).samples for each in store.profiles.list(CONTACT, key=address))


def mails_with(store: Store, address: str = ANNA) -> tuple[int, int]:
    customer = store.customers.get(address, sight=EVERYTHING)
    return (customer.mails_in, customer.mails_out) if customer is not None else (0, 0)


def test_imported_mail_teaches_what_the_same_mail_by_imap_does(tmp_path: Path, coach: Coach, office: Office):
    mails = [*mails_of_anna(4), mail(CASUAL, sender=TEAM, to=ANNA, message_id="<o@waagen-kern.example>")]
    bring(office.store, archive(tmp_path, *mails))
    office.learn()
    with open_office(tmp_path / "imap", coach) as other:
        other.connect()
        other.receive(*mails)
        profiles = [[each.body for each in store.profiles.list(CONTACT)] for store in (office.store, other.store)]
        assert profiles[0] == profiles[1] != []
        assert mails_with(office.store) == mails_with(other.store) == (4, 1)


def test_the_same_file_again_changes_nothing(tmp_path: Path, office: Office):
    file = archive(tmp_path, *mails_of_anna(4), mail(FORMAL.format(n=9)))
    assert bring(office.store, file) == Tally(read=5, new=5)
    office.learn()
    before = (samples(office.store), mails_with(office.store))
    assert bring(office.store, file) == Tally(read=5, known=5)
    assert office.learn() == 0
    assert (samples(office.store), mails_with(office.store)) == before


def test_a_file_that_has_grown_brings_what_is_new(tmp_path: Path, office: Office):
    mails = mails_of_anna(6)
    bring(office.store, archive(tmp_path, *mails[:4]))
    assert bring(office.store, archive(tmp_path, *mails)) == Tally(read=6, new=2, known=4)


def test_mail_that_is_twice_in_a_file_is_told_and_comes_once(tmp_path: Path, office: Office):
    one, two = mails_of_anna(2)
    assert bring(office.store, archive(tmp_path, one, two, one)) == Tally(read=3, new=2, twice=1)


def test_mail_of_a_mailbox_counts_once(tmp_path: Path, office: Office):
    mails = mails_of_anna(4)
    office.receive(*mails[:3])
    assert bring(office.store, archive(tmp_path, *mails)) == Tally(read=4, new=4, elsewhere=3)
    office.learn()
    assert (samples(office.store), mails_with(office.store)) == (4, (4, 0))


def test_what_was_imported_goes_on_counting_when_the_mailbox_goes(tmp_path: Path, office: Office):
    mails = mails_of_anna(4)
    office.connect("other@waagen-kern.example")
    office.receive(*mails, mailbox="other@waagen-kern.example")
    bring(office.store, archive(tmp_path, *mails))
    office.learn()
    office.store.mailboxes.remove("other@waagen-kern.example")
    rebuild_stale(office.store, office.services.coach, NOW)
    assert (samples(office.store), mails_with(office.store)) == (4, (4, 0))


def test_a_removed_source_forgets_all_that_it_taught(tmp_path: Path, office: Office):
    mails = mails_of_anna(5)
    office.receive(*mails[:2])
    before = [each.body for each in office.store.profiles.list(CONTACT)]
    bring(
        office.store,
        archive(tmp_path, *mails, mail(CASUAL, sender="Tim <tim@neu.example>", message_id="<t@neu.example>")),
    )
    office.learn()
    assert samples(office.store, "tim@neu.example") == 1
    forgotten = office.store.imports.remove("ARCHIV")
    rebuild_stale(office.store, office.services.coach, NOW)
    assert (forgotten.mails, forgotten.samples, forgotten.customers) == (6, 4, 1)
    assert [each.body for each in office.store.profiles.list(CONTACT)] == before
    assert (mails_with(office.store), mails_with(office.store, "tim@neu.example")) == ((2, 0), (0, 0))
    assert office.store.imports.list(sight=EVERYTHING) == []


def test_an_import_makes_no_mailbox_and_no_address_of_the_team(tmp_path: Path, office: Office):
    before = office.services.team()
    bring(office.store, archive(tmp_path, *mails_of_anna(1)), "info@kunde.example")
    assert [each.address for each in office.store.mailboxes.list(sight=EVERYTHING)] == [TEAM]
    assert office.services.team() == before


def test_imported_mail_belongs_to_the_mailbox_it_is_tied_to(tmp_path: Path, office: Office):
    bring(office.store, archive(tmp_path, *mails_of_anna(1)), "a", TEAM)
    bring(office.store, archive(tmp_path, *mails_of_anna(3)[2:]), "b")
    office.learn()
    assert [each.mailbox for each in office.store.messages.recent(ANNA, 9, sight=EVERYTHING)] == ["import:b", TEAM]


def test_newsletters_and_auto_replies_in_an_archive_teach_nothing(tmp_path: Path, office: Office):
    news = mail(
        FORMAL, message_id="<n@moelder.example>", List_Unsubscribe="<mailto:u@moelder.example>", Precedence="bulk"
    )
    away = mail(FORMAL, message_id="<a@moelder.example>", Auto_Submitted="auto-replied")
    bring(office.store, archive(tmp_path, news, away))
    office.learn()
    assert (samples(office.store), mails_with(office.store)) == (0, (0, 0))


def test_mail_in_a_sent_folder_was_sent_under_any_name(tmp_path: Path, office: Office):
    path = tmp_path / "Gesendet"
    path.mkdir()
    (path / "1.eml").write_bytes(mail(CASUAL, sender="max.private@web.example", to=ANNA, message_id="<p@web.example>"))
    bring(office.store, MailFolder(path))
    office.learn()
    assert mails_with(office.store) == (0, 1)


# notes

HEAD = "date;channel;direction;customer;name;text;language\n"


def notes(folder: Path, *rows: str) -> NoteTable:
    path = folder / "notes.csv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return NoteTable(path, NoteReading(UTC, NOW, lambda _: False))


LONG = "Ich wollte nur kurz fragen, ob die Waage am Freitag wirklich kommt, denn unsere Halle ist nur dann frei."


def test_the_customers_own_words_in_a_chat_are_learned(tmp_path: Path, office: Office):
    bring(office.store, notes(tmp_path, f"2026-11-06;chat;in;{ANNA};Anna Krause;{LONG};de"))
    office.learn()
    assert samples(office.store) == 1
    customer = office.store.customers.get(ANNA, sight=EVERYTHING)
    assert customer is not None
    assert (customer.name, customer.language, customer.mails_in) == ("Anna Krause", "de", 1)


@pytest.mark.parametrize(
    ("channel", "way"), [("call", "in"), ("meeting", ""), ("note", "in"), ("letter", "out"), ("chat", "out")]
)
def test_what_the_team_wrote_teaches_nothing_of_how_the_customer_writes(
    tmp_path: Path, office: Office, channel: str, way: str
):
    bring(office.store, notes(tmp_path, f"2026-11-06;{channel};{way};{ANNA};Anna Krause;{LONG};de"))
    office.learn()
    assert samples(office.store) == 0
    assert (
        office.store.messages.counts(sight=EVERYTHING)[office.store.imports.list(sight=EVERYTHING)[0].id].learned == 1
    )
    assert all(each.direction == "out" for each in office.store.addresses.of(ANNA))


def test_a_call_counts_as_a_contact_and_is_no_mail_to_answer(tmp_path: Path, office: Office):
    office.receive(*mails_of_anna(1))
    bring(office.store, notes(tmp_path, f"2026-11-20;call;in;{ANNA};;Sie fragt nach dem Termin.;"))
    office.learn()
    last, customer = (
        office.store.messages.last_incoming(ANNA, sight=EVERYTHING),
        office.store.customers.get(ANNA, sight=EVERYTHING),
    )
    assert last is not None
    assert customer is not None
    assert last.channel == "email"
    assert (customer.mails_in, customer.last_in) == (2, NOW.replace(day=20))


def test_words_of_a_call_are_counted_and_its_language_is_not(tmp_path: Path, office: Office):
    bring(office.store, notes(tmp_path, f"2026-11-20;call;in;{ANNA};;She asks for the date of the delivery.;en"))
    office.learn()
    path = office.services.settings.data.folder / "einklang.db"
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT channel, direction, words, language, authored FROM message").fetchall()
    connection.close()
    assert found == [("call", "in", 8, None, "")]


def test_many_customers_that_get_the_same_letter_are_all_counted(tmp_path: Path, office: Office):
    rows = [f"2026-11-06;letter;out;{name}@kunde.example;;Alles Gute!;de" for name in ("a", "b", "c")]
    bring(office.store, notes(tmp_path, *rows))
    office.learn()
    assert [mails_with(office.store, f"{name}@kunde.example") for name in "abc"] == [(0, 1)] * 3


def test_notes_imported_from_two_files_count_once(tmp_path: Path, office: Office):
    row = f"2026-11-06;chat;in;{ANNA};Anna Krause;{LONG};de"
    bring(office.store, notes(tmp_path, row), "one")
    bring(office.store, notes(tmp_path, row), "two")
    office.learn()
    assert (samples(office.store), mails_with(office.store)) == (1, (1, 0))


# on the way


def test_batches_hold_what_a_crash_may_cost(tmp_path: Path):
    found = list(batches(archive(tmp_path, *mails_of_anna(3) * 200).entries(0), 0))
    assert [len(each.items) for each in found] == [MOST, MOST, 100]
    large = mail("x" * 3_000_000)
    assert [len(each.items) for each in batches(archive(tmp_path, large, large, large).entries(0), 0)] == [1, 1, 1]


def test_a_dry_run_tells_the_same_and_stores_nothing(tmp_path: Path, office: Office):
    mails = mails_of_anna(4)
    office.receive(mails[0])
    bring(office.store, archive(tmp_path, mails[1]))
    before = [each.total for each in office.store.messages.counts(sight=EVERYTHING).values()]
    source, told = office.store.imports.find("Archiv"), list[Refused]()
    file = archive(tmp_path, *mails, mails[3], b"\n")
    tally = try_file(file, source, office.store, progress=lambda position, read: None, told=told.append)
    assert tally == Tally(read=6, new=3, known=1, twice=1, mistakes=1, elsewhere=1)
    assert len(told) == 1
    assert [each.total for each in office.store.messages.counts(sight=EVERYTHING).values()] == before
    assert bring(office.store, file) == tally


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.engine import Engine
from server.importing.mbox import Mbox
from server.importing.running import store_file
from server.store import Store

left = int(sys.argv[3])

@event.listens_for(Engine, "after_cursor_execute")
def count(connection, cursor, statement, *rest):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

with Store.open(sys.argv[1]) as store:
    left = left or 10**9
    source = store.imports.open("Archiv", None, datetime(2026, 11, 21, tzinfo=UTC))
    store_file(Mbox(Path(sys.argv[2])), source, store, progress=lambda *_: None, told=lambda _: None)
"""


def stored(url: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(url.removeprefix("sqlite:///"))
    columns = "uid, folder, role, internaldate, stage, import_key, channel, hex(raw)"
    found = connection.execute(f"SELECT {columns} FROM message ORDER BY uid").fetchall()
    left = connection.execute("SELECT count(*) FROM import_position").fetchone()
    connection.close()
    return [*found, left]


# the source is made by then (9), the position (16), the first batch (22, 23), the second (25, 29), the third (36, 37),
# what was refused (43, 44), and the end (48)
@pytest.mark.parametrize("statements", [9, 16, 22, 23, 25, 29, 36, 37, 43, 44, 48])
def test_an_import_killed_at_any_moment_and_run_again_is_that_of_one_run(tmp_path: Path, statements: int):
    file = archive(tmp_path, *(mail(f"Mail {n}", message_id=f"<{n}@moelder.example>") for n in range(3 * MOST)), b"\n")
    urls = [f"sqlite:///{tmp_path}/{name}/einklang.db" for name in ("killed", "whole")]
    for url in urls:
        put_new_store(url)
    arguments = [sys.executable, "-c", KILLED, urls[0], file.path, str(statements)]
    killed = subprocess.run(arguments, check=False, cwd=ROOT)
    assert killed.returncode == -signal.SIGKILL
    tallies = []
    for url in urls:
        with Store.open(url) as store:
            tallies.append(bring(store, file))
    assert stored(urls[0]) == stored(urls[1])
    assert tallies[0] == tallies[1] == Tally(read=3 * MOST + 1, new=3 * MOST, mistakes=1)


def test_an_interrupted_import_goes_on_where_it_was(tmp_path: Path, office: Office):
    file = archive(tmp_path, b"\n", *(mail(f"{n}", message_id=f"<{n}@moelder.example>") for n in range(3 * MOST)))
    store, source = office.store, office.store.imports.open("Archiv", None, NOW)

    class StopError(Exception):
        pass

    def stop(position: int, read: int) -> None:
        if read >= 2 * MOST:
            raise StopError

    with pytest.raises(StopError):
        store_file(file, source, store, progress=stop, told=lambda _: None)
    told, steps = list[Refused](), list[int]()
    store_file(file, source, store, progress=lambda position, read: steps.append(read), told=told.append)
    assert steps[0] == 2 * MOST
    assert [each.place for each in told] == ["Archiv.mbox at byte 0"]


def test_a_file_that_changed_meanwhile_is_read_from_its_beginning(tmp_path: Path, office: Office):
    store, source = office.store, office.store.imports.open("Archiv", None, NOW)
    file = archive(tmp_path, *(mail("y", message_id=f"<{n}@moelder.example>") for n in range(MOST + 9)))
    at = store.imports.begin(source.id, file.path, file.mark(0))
    entry = list(file.entries(0))[MOST - 1]
    store.imports.save(at, [], [], entry.position, file.mark(entry.position))
    file = archive(tmp_path, *(mail("other text", message_id=f"<{n}@moelder.example>") for n in range(MOST + 9)))
    assert bring(store, file) == Tally(read=MOST + 9, new=MOST + 9)


def test_two_imports_of_one_file_at_once_store_each_mail_once(tmp_path: Path, office: Office):
    file = archive(tmp_path, *(mail(f"{n}", message_id=f"<{n}@moelder.example>") for n in range(2 * MOST)))
    url = office.services.settings.data.database_url
    office.store.imports.open("Archiv", None, NOW)
    running = [subprocess.Popen([sys.executable, "-c", KILLED, url, file.path, "0"], cwd=ROOT) for _ in range(2)]
    ended = [each.wait(120) for each in running]
    assert 0 in ended  # the one that began last; the other may find that its position was taken over
    bring(office.store, file)
    assert len(office.store.messages.pending(9999)) == 2 * MOST


def test_nothing_of_a_mail_stands_in_what_is_kept_of_mistakes(tmp_path: Path, office: Office):
    file = notes(tmp_path, f"Zwetschgenkuchen;chat;in;{ANNA};Zwetschgenkuchen;Zwetschgenkuchen;de")
    source, told = office.store.imports.open("n", None, NOW), list[Refused]()
    store_file(file, source, office.store, progress=lambda position, read: None, told=told.append)
    assert len(told) == 1
    assert "Zwetschgen" not in json.dumps([each.reason for each in told])


def test_history_days_hold_for_imports_too(tmp_path: Path, coach: Coach):
    with open_office(tmp_path / "data", coach, EINKLANG_MAIL_HISTORY_DAYS="30") as office:
        office.connect()
        old = mail(FORMAL.format(n=1), date=NOW - timedelta(days=400), message_id="<old@moelder.example>")
        bring(office.store, archive(tmp_path, old, *mails_of_anna(2)))
        office.learn()
        assert (samples(office.store), mails_with(office.store)) == (2, (3, 0))
