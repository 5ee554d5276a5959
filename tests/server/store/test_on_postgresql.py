"""What only PostgreSQL can meet: databases that are unfit, turns among machines, a server that goes away."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event, insert, text

from server.access import EVERYTHING
from server.errors import StoreAway, StoreError
from server.store import NewMailbox, Store
from server.store.database import Database
from server.store.on_postgresql import TURN
from server.store.schema import customer
from tests.free_ports import free_port
from tests.postgresql import PostgreSql, require_postgresql
from tests.server.store.mails import NOW, batch, learn
from tests.server.store.test_moving import contents

PASSWORD = "geheim-4711"
WRITTEN = "Grüße aus dem Zwischenlager Nordwest"


@pytest.fixture
def store(postgresql_url: str) -> Iterator[Store]:
    with Store.open(postgresql_url) as store:
        yield store


def add(store: Store, name: str) -> int:
    return store.mailboxes.add(NewMailbox(f"{name}@team.example", "h", 993, "tls", "u"), b"", NOW).id


def refused(url: str) -> str:
    """Why a store cannot be opened there; a password of the address stands nowhere in it."""
    with pytest.raises(StoreError) as caught:
        Store.open(url)
    assert PASSWORD not in "".join(traceback.format_exception(caught.value))
    return str(caught.value)


def test_a_place_where_no_server_answers_is_told_without_the_password():
    port = free_port()
    said = refused(f"postgresql://einklang:{PASSWORD}@127.0.0.1:{port}/einklang")
    assert said.startswith(f"The database einklang on 127.0.0.1:{port} cannot be reached: nothing answers there.")


def test_a_database_or_user_that_does_not_exist_is_told(postgresql: PostgreSql):
    assert "does not exist. Make it: CREATE DATABASE" in refused(postgresql.url("nowhere"))
    assert "refuses this user" in refused(f"postgresql://nobody:{PASSWORD}@127.0.0.1:{postgresql.port}/postgres")


@pytest.mark.parametrize("how", ["ENCODING 'LATIN1' LOCALE 'C'", "LOCALE_PROVIDER icu ICU_LOCALE 'de'"])
def test_a_database_that_sorts_otherwise_is_refused_with_what_to_do(postgresql: PostgreSql, how: str):
    try:
        url = postgresql.new_database(more=how)
    except psycopg.Error as error:
        pytest.skip(f"this PostgreSQL cannot make such a database: {error}")
    name = url.rpartition("/")[2]
    assert f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'" in refused(url)
    postgresql.drop(url)


def test_times_are_in_utc_whatever_the_server_thinks(store: Store):
    with store._database.reading() as connection:
        assert connection.execute(text("SHOW timezone")).scalar_one() == "UTC"


def test_what_is_read_at_once_is_of_one_moment_and_changes_nothing(store: Store, postgresql_url: str):
    counted = text("SELECT count(*) FROM mailbox")
    with Store.open(postgresql_url) as other, store._database.reading() as connection:
        assert connection.execute(counted).scalar_one() == 0
        add(other, "later")
        assert connection.execute(counted).scalar_one() == 0
    with pytest.raises(StoreError, match="takes no changes"), store._database.reading() as connection:
        connection.execute(text("DELETE FROM mailbox"))
    assert len(store.mailboxes.list(sight=EVERYTHING)) == 1


def test_who_waits_too_long_for_a_turn_is_told(postgresql_url: str):
    with (
        Store.open(f"{postgresql_url}?options=-c%20lock_timeout%3D100") as store,
        psycopg.connect(postgresql_url) as other,
    ):
        other.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
        with pytest.raises(StoreError, match="is busy: another process wrote"):
            add(store, "second")
        other.rollback()
        assert add(store, "third") > 0


def test_a_query_without_end_is_stopped(postgresql_url: str):
    with (
        Store.open(f"{postgresql_url}?options=-c%20statement_timeout%3D100") as store,
        pytest.raises(StoreError, match="took too long"),
        store._database.reading() as connection,
    ):
        connection.execute(text("SELECT pg_sleep(30)"))


def test_an_error_repeats_nothing_that_was_to_be_stored(store: Store):
    row = {"address": WRITTEN, "name": WRITTEN, "domain": "", "search_text": "", "mails_in": 0, "mails_out": 0}
    row |= {"first_mail": NOW, "last_mail": NOW}
    with pytest.raises(StoreError) as caught, store._database.writing() as connection:
        connection.execute(insert(customer), [row, row])
    assert "duplicate key" in str(caught.value)
    assert WRITTEN not in "".join(traceback.format_exception(caught.value))


def test_a_text_loses_the_characters_that_postgresql_cannot_keep(store: Store):
    number = add(store, "support")
    store.mailboxes.record_sync(number, NOW, "the server said \0 and no more")
    (found,) = store.mailboxes.list(sight=EVERYTHING)
    assert found.last_error == "the server said  and no more"


def test_a_store_goes_on_when_its_server_was_away():
    with PostgreSql(require_postgresql()) as server:
        url = server.new_database()
        with Store.open(url) as store:
            add(store, "before")
            server.stop(at_once=True)
            for _ in range(2):
                with pytest.raises(StoreError, match=r"cannot be reached|is being stopped"):
                    add(store, "meanwhile")
            server.start()
            add(store, "after")
            addresses = [each.address for each in store.mailboxes.list(sight=EVERYTHING)]
    assert addresses == ["after@team.example", "before@team.example"]


def test_a_connection_to_which_a_stopped_server_said_farewell_is_told_as_away():
    with PostgreSql(require_postgresql()) as server, closing(Database.open(server.new_database())) as database:
        with database.reading() as connection:
            connection.execute(text("SELECT 1"))
        server.stop()
        with pytest.raises(StoreAway, match="cannot be reached"), database.reading():
            pass


def test_an_error_of_the_driver_that_nobody_wrapped_is_told_as_any_other(postgresql_url: str):
    def lost(_: object) -> None:
        raise psycopg.OperationalError("the connection is lost")

    with closing(Database.open(postgresql_url)) as database:
        with database.reading() as connection:
            event.listen(connection.engine, "engine_connect", lost, once=True)
        with pytest.raises(StoreAway, match="cannot be reached"), database.reading():
            pass


def bytes_on_disk(server: PostgreSql, url: str) -> bytes:
    """All that the tables of a database hold on the server's disk, once what was in its memory is written down."""
    server.ask("CHECKPOINT")
    ((number,),) = server.ask(f"SELECT oid FROM pg_database WHERE datname = '{url.rpartition('/')[2]}'")
    folder = server.data / "base" / str(number)
    return b"".join(path.read_bytes() for path in folder.iterdir())


def marked_store(url: str) -> Store:
    """A store with one mail whose text is `WRITTEN`."""
    store = Store.open(url)
    number = add(store, "support")
    store.mirror.save_batch(number, batch([1]))
    (pending,) = store.messages.pending(1)
    learn(store, pending.id, 1)
    with store._database.writing() as connection:
        connection.execute(text("UPDATE message SET authored = :said"), {"said": WRITTEN})
    return store


def test_after_an_erasure_no_table_on_the_disk_holds_what_was_removed(postgresql: PostgreSql, own_postgresql_url: str):
    marked = WRITTEN.encode()
    with marked_store(own_postgresql_url) as store:
        assert marked in bytes_on_disk(postgresql, own_postgresql_url)
        store.mailboxes.remove("support@team.example")
        assert marked in bytes_on_disk(postgresql, own_postgresql_url)  # PostgreSQL only marks a row as gone
        store.erasure.empty()
        assert marked not in bytes_on_disk(postgresql, own_postgresql_url)


def test_an_erasure_waits_for_whoever_still_reads_what_was_there(postgresql: PostgreSql, own_postgresql_url: str):
    with marked_store(own_postgresql_url) as store, ThreadPoolExecutor(1) as pool:
        with store._database.reading() as connection:
            connection.execute(text("SELECT count(*) FROM account"))  # all else it could still read as it was, too
            store.mailboxes.remove("support@team.example")
            emptied = pool.submit(store.erasure.empty)
            with pytest.raises(TimeoutError):
                emptied.result(2)
            assert WRITTEN.encode() in bytes_on_disk(postgresql, own_postgresql_url)
        emptied.result(60)
        assert WRITTEN.encode() not in bytes_on_disk(postgresql, own_postgresql_url)


def test_an_erasure_by_a_user_who_may_not_rewrite_the_tables_says_so(postgresql: PostgreSql, own_postgresql_url: str):
    Store.open(own_postgresql_url).close()
    name = own_postgresql_url.rpartition("/")[2]
    postgresql.ask(f"CREATE ROLE {name} LOGIN")
    postgresql.ask(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {name}", database=name)
    with (
        Store.open(own_postgresql_url.replace("einklang@", f"{name}@")) as store,
        pytest.raises(StoreError, match="belong to einklang: only that user can rewrite them"),
    ):
        store.erasure.empty()
    postgresql.ask(f"DROP OWNED BY {name}; DROP ROLE {name}", database=name)


def test_a_dump_that_is_restored_holds_every_row(postgresql: PostgreSql, own_postgresql_url: str, tmp_path: Path):
    with Store.open(own_postgresql_url) as store:
        number = add(store, "support")
        store.mirror.save_batch(number, batch([1, 2]))
        for day, pending in enumerate(store.messages.pending(9), start=1):
            learn(store, pending.id, day)
        store.audit.note("user.added", "cli:root", NOW, name="anna")
    dump, restored = str(tmp_path / "einklang.dump"), postgresql.new_database()
    postgresql.run("pg_dump", "--format=custom", f"--file={dump}", own_postgresql_url)
    postgresql.run("pg_restore", "--no-owner", "--exit-on-error", f"--dbname={restored}", dump)
    assert contents(restored) == contents(own_postgresql_url)
    with Store.open(restored) as store:
        assert add(store, "next") == number + 1
        with pytest.raises(StoreError, match="only added to"), store._database.writing() as connection:
            connection.execute(text("DELETE FROM audit_entry"))
    postgresql.drop(restored)
