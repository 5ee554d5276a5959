"""Texts go when their time is over, or are never written; encrypted they are read by Einklang alone; keys change."""

from __future__ import annotations

import sqlite3
import zlib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import LargeBinary, String, TypeDecorator, select

from coach import Coach
from server.access import EVERYTHING
from server.errors import ServerError
from server.master_key import KeyFile
from server.privacy.rotation import Rotated, rotate
from server.secrets import Vault, load_vault
from server.store import CONTACT, Store
from server.store.resealing import SECRETS, sealed_columns
from server.store.schema import metadata
from server.store.schema.sealed import BYTES_MARK, MARK
from tests.office import ANNA, NOW, TEAM, Office, mail
from tests.server.privacy.test_sieve import office_with, on_disk, tidy
from tests.stores import SQLITE_ALONE

SENTENCES = (
    "der Zwetschgenkuchen in der Kantine schmeckt den Kollegen aus Halle drei ganz hervorragend",
    "können Sie uns bitte die Wiegezelle mit der Prüfnummer siebenundvierzig bis Freitag schicken",
    "wir hatten gestern leider wieder einen Ausfall an der langen Förderbandwaage im Nordbau",
)
ANSWER = "wir schicken Ihnen die Wiegezelle mit der Prüfnummer siebenundvierzig spätestens am Donnerstag"
SUBJECT = "Wiegezelle siebenundvierzig im Nordbau"
MANY = 30  # a batch of more than 20 is stored without compression, so that its text could be read in the files


def letters(count: int = MANY) -> list[bytes]:
    text = "Sehr geehrter Herr Kern,\n\n" + "".join(f"{each.capitalize()}. " for each in SENTENCES)
    return [
        mail(
            f"{text}Das war Mail {n}.\n\nMit freundlichen Grüßen\nAnna Krause",
            date=NOW - timedelta(days=1, minutes=n),
            message_id=f"<{n}@moelder.example>",
            subject=SUBJECT,
        )
        for n in range(count)
    ]


def answer() -> bytes:
    text = f"Sehr geehrte Frau Krause,\n\n{ANSWER}.\n\nMit freundlichen Grüßen\nMax Kern"
    return mail(text, sender=f"Max Kern <{TEAM}>", to=ANNA, message_id="<a@waagen-kern.example>", date=NOW)


def shingles(*texts: str) -> set[str]:
    """Three words in a row: nobody has those by chance."""
    found = set()
    for text in texts:
        words = text.lower().split()
        found.update(" ".join(words[at : at + 3]) for at in range(len(words) - 2))
    return found


WORDS = shingles(*SENTENCES, ANSWER, SUBJECT)


def columns_with_words(store: Store) -> set[str]:
    """Every column of every table in which some of the mails' words stand."""
    found = set()
    with store._database.reading() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)):
                found.update(f"{table.name}.{name}" for name, value in row._mapping.items() if _holds_words(value))
    return found


def _holds_words(value: Any) -> bool:
    if isinstance(value, bytes):
        try:
            value = zlib.decompress(value).decode(errors="replace")
        except zlib.error:
            value = value.decode("latin-1")
    return isinstance(value, str) and any(each in " ".join(value.lower().split()) for each in WORDS)


def in_files(folder: Path) -> list[str]:
    content = on_disk(folder).lower()
    return sorted(each for each in WORDS if each.encode() in content)


def opened_by_hand(office: Office, column: str) -> list[Any]:
    """What stands in the file, read without Einklang."""
    path = office.services.settings.data.folder / "einklang.db"
    connection = sqlite3.connect(path)
    try:
        return [row[0] for row in connection.execute(f"SELECT {column} FROM message WHERE {column} IS NOT NULL")]
    finally:
        connection.close()


@SQLITE_ALONE
def test_after_their_time_no_column_and_no_file_holds_a_word_of_the_mails(tmp_path: Path, coach: Coach):
    with office_with(tmp_path, coach) as office:
        office.receive(*letters(), answer())
        office.relate()
        office.store_mail(letters(2))
        number = office.store.messages.pending(1)[0].id
        office.store.messages.fail(number, "odd")
        office.learn()
        assert {"message.subject", "message.body", "message.authored", "message.raw"} <= columns_with_words(
            office.store
        )
        assert in_files(tmp_path)
        office.later(timedelta(days=92))
        tidy(office)
        office.relate()
        assert columns_with_words(office.store) == set()
        assert in_files(tmp_path) == []
        (profile,) = office.store.profiles.list(CONTACT)
        assert f'"samples":{MANY}' in profile.body  # what was learned stays


@SQLITE_ALONE
def test_with_no_days_no_text_ever_touches_the_disk(tmp_path: Path, coach: Coach):
    with office_with(tmp_path, coach, keep_text_days="0") as office:
        office.store_mail(letters())
        assert all(each.startswith(BYTES_MARK) for each in opened_by_hand(office, "raw"))
        assert in_files(tmp_path) == []  # the log, too, in which each write stands first
        office.learn()
        assert in_files(tmp_path) == []
        office.store_mail([answer()])
        office.learn()
        office.relate()
        assert in_files(tmp_path) == []
        assert columns_with_words(office.store) == set()
        (profile,) = office.store.profiles.list(CONTACT)
        assert f'"samples":{MANY}' in profile.body
        customer = office.store.customers.get(ANNA, sight=EVERYTHING)
        assert customer is not None
        assert (customer.mails_in, customer.mails_out) == (MANY, 1)


@SQLITE_ALONE
def test_mail_that_was_stored_with_text_loses_it_when_the_days_are_set_to_none(tmp_path: Path, coach: Coach):
    with office_with(tmp_path, coach) as office:
        office.store_mail(letters(22))
        assert in_files(tmp_path)
    with office_with(tmp_path, coach, keep_text_days="0") as office:
        office.learn()
        tidy(office)
        assert in_files(tmp_path) == []


def vaulted(office: Office) -> Store:
    found = office.services
    store = Store.open(found.settings.data.database_url, keys=lambda: found.vault)
    privacy = found.settings.privacy
    store.seal(texts=privacy.encrypt_texts, waiting=privacy.keep_text_days == 0)
    return store


@SQLITE_ALONE
def test_encrypted_texts_are_read_by_einklang_and_by_nobody_else(tmp_path: Path, coach: Coach):
    with office_with(tmp_path, coach, encrypt_texts="true") as office:
        office.store_mail(letters())
        assert in_files(tmp_path) == []
        office.learn()
        office.receive(answer())
        office.relate()
        store = office.store
        store.corrections.set(ANNA, "A", f"sie sagte, {SENTENCES[0]}", NOW, sight=EVERYTHING)
        assert in_files(tmp_path) == []
        shown = store.messages.last_outgoing(ANNA, sight=EVERYTHING)
        assert shown is not None
        assert shown.authored is not None
        assert ANSWER in shown.authored
        correction = store.corrections.of(ANNA, sight=EVERYTHING)
        assert correction is not None
        assert SENTENCES[0] in correction.reason
        needs = store.matters.of(ANNA, sight=EVERYTHING)
        assert any("Prüfnummer siebenundvierzig" in (each.text or "") for each in needs)
        (sent,) = store.sent_mail.latest(5, sight=EVERYTHING)
        assert ANSWER in sent.text
        assert {each[: len(MARK)] for each in opened_by_hand(office, "body") if each} == {MARK}


def test_a_store_without_its_key_says_so_instead_of_showing_what_is_encrypted(tmp_path: Path, coach: Coach):
    with office_with(tmp_path, coach, encrypt_texts="true") as office:
        office.receive(*letters(1))
        with Store.open(office.services.settings.data.database_url) as store, pytest.raises(ServerError, match="key"):
            store.messages.last_incoming(ANNA, sight=EVERYTHING)


@SQLITE_ALONE
def test_the_setting_can_be_switched_on_and_off_for_what_is_there(tmp_path: Path, coach: Coach):
    with office_with(tmp_path, coach) as office:
        office.receive(*letters(3))
        before = office.store.messages.recent(ANNA, 9, sight=EVERYTHING)
    with office_with(tmp_path, coach, encrypt_texts="true") as office:
        tidy(office)
        assert in_files(tmp_path) == []
        assert office.store.messages.recent(ANNA, 9, sight=EVERYTHING) == before
        tidy(office)
    with office_with(tmp_path, coach) as office:
        tidy(office)
        assert in_files(tmp_path)
        assert office.store.messages.recent(ANNA, 9, sight=EVERYTHING) == before


def rotated(office: Office, vault: Vault, store: Store, **options: Any) -> Rotated:
    place = KeyFile(office.services.settings.data.key_file)
    return rotate(store, vault, place, progress=lambda what, count: None, wait=lambda seconds: None, **options)


def test_another_key_opens_everything_and_the_former_nothing(tmp_path: Path, coach: Coach):
    with office_with(tmp_path, coach, encrypt_texts="true") as office:
        office.receive(*letters(5))
        file = office.services.settings.data.key_file
        former, vault = Vault(KeyFile(file).read()), load_vault(file, {})
        running = office.services.vault  # the server's: nobody tells it
        with Store.open(office.services.settings.data.database_url, keys=lambda: vault) as store:
            store.seal(texts=True, waiting=False)
            store.audit.note("user.added", "x", NOW)
            done = rotated(office, vault, store)
            assert (done.texts, done.dropped) == (5, 1)
            assert done.secrets >= 2
            assert len(KeyFile(file).read()) == 1
            sealed = store.mailboxes.sealed_secret(store.mailboxes.get(TEAM).id)
            assert vault.open(sealed) == running.open(sealed) == "secret"
            with pytest.raises(ServerError):
                former.open(sealed)
            assert store.audit.check() is None
        assert office.store.messages.last_incoming(ANNA, sight=EVERYTHING) is not None
        with Store.open(office.services.settings.data.database_url, keys=lambda: former) as store:
            with pytest.raises(ServerError):
                store.messages.last_incoming(ANNA, sight=EVERYTHING)
            with pytest.raises(ServerError):
                store.audit.check()


def test_a_rotation_that_was_killed_goes_on_and_loses_nothing(tmp_path: Path, coach: Coach):
    class Killed(Exception):
        pass

    def kill(what: str, count: int) -> None:
        raise Killed

    with office_with(tmp_path, coach, encrypt_texts="true") as office:
        office.receive(*letters(5))
        file = office.services.settings.data.key_file
        vault = load_vault(file, {})
        with Store.open(office.services.settings.data.database_url, keys=lambda: vault) as store:
            store.seal(texts=True, waiting=False)
            with pytest.raises(Killed):
                rotate(store, vault, KeyFile(file), progress=kill, wait=lambda seconds: None)
            assert len(KeyFile(file).read()) == 2
            assert store.messages.last_incoming(ANNA, sight=EVERYTHING) is not None
            assert rotated(office, vault, store, begun=True).dropped == 1
        assert office.store.messages.last_incoming(ANNA, sight=EVERYTHING) is not None


def test_links_and_sessions_of_before_hold_while_the_former_key_is_kept(tmp_path: Path, coach: Coach):
    with office_with(tmp_path, coach) as office:
        vault = office.services.vault
        token = vault.mint("link", "answers", timedelta(days=30), NOW)
        with vaulted(office) as store:
            rotated(office, vault, store, keep_old=True)
            assert vault.verify(token, "answers", NOW) == "link"
            rotated(office, vault, store, begun=True)
            assert vault.verify(token, "answers", NOW) is None


def test_every_sealed_column_is_known_to_the_change_of_keys():
    assert sealed_columns() - {("inner_key", "sealed")} == set(SECRETS.items())


def test_every_column_of_words_about_mail_can_be_encrypted():
    def kind(table: str, column: str) -> Any:
        return metadata.tables[table].c[column].type

    for column in ("subject", "body", "authored", "raw"):
        assert isinstance(kind("message", column), TypeDecorator), column
    assert isinstance(kind("grade_correction", "reason").impl_instance, String)
    assert isinstance(kind("message", "raw").impl_instance, LargeBinary)
