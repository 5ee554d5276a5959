"""What changes on Dovecot, Cyrus and Courier afterwards is followed, and nothing is invented."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterable, Mapping
from datetime import UTC, datetime

from server.mail.connection import open_connection
from server.mail.folder_mirror import FLAGS_AGAIN
from server.mail.host import Reading
from server.mail.hosts.imap import ImapHost
from server.mail.mailbox_names import quote_folder
from server.mail.mirror import sync
from server.mail.pace import Pace
from server.watching import Watchers
from tests.servers.mails import mail
from tests.servers.mirrored import Connect, Mirrored
from tests.servers.running import Running, client, done, expunge, login_to, put, select

PATIENCE = 60.0  # seconds; news come within one, and without IDLE not before Pace's ten minutes


def deliver(server: Running, user: str, numbers: range, *path: str, flags: str = "") -> None:
    with client(server, user) as imap:
        for number in numbers:
            put(imap, server.folder(*path), mail(number), flags)


def numbers_of(mailbox: Mirrored, *path: str) -> list[int]:
    return [int(raw.partition(b"Message-ID: <")[2].partition(b"@")[0]) for raw in mailbox.raws(*path)]


def test_new_and_expunged_mail_is_followed_on_an_open_connection(server: Running, user: str, mirrored: Connect) -> None:
    deliver(server, user, range(10))
    mailbox = mirrored(server, user)
    with mailbox.at_work() as mirror:
        assert numbers_of(mailbox) == list(range(10))
        with client(server, user) as imap:
            expunge(imap, server.folder(), "2:3,10")
        deliver(server, user, range(10, 13))
        assert mirror.look() == ()
        assert numbers_of(mailbox) == [0, 3, 4, 5, 6, 7, 8, 10, 11, 12]
        deliver(server, user, range(13, 14), "Sent")
        assert mirror.look() == ()
        assert numbers_of(mailbox, "Sent") == [13]
        assert mirror.result().new == 14


def test_flags_that_were_changed_are_known_after_the_next_sync(server: Running, user: str, mirrored: Connect) -> None:
    deliver(server, user, range(4), flags="\\Seen dringend")
    mailbox = mirrored(server, user)
    mailbox.sync()
    with client(server, user) as imap:
        select(imap, server.folder())
        done(imap.uid("STORE", "1", "-FLAGS", "(\\Seen)"))
        done(imap.uid("STORE", "2:3", "+FLAGS", "(\\Answered)"))
    assert mailbox.sync() == 0
    both = "\\Answered \\Seen dringend"
    assert [each.flags for each in mailbox.held()] == ["dringend", both, both, "\\Seen dringend"]


def test_flags_are_followed_on_an_open_connection_at_once_or_without_condstore_within_the_hour(
    server: Running, user: str, mirrored: Connect
) -> None:
    with open_connection(login_to(server, user)) as connection:
        at_once = "CONDSTORE" in connection.capabilities
    assert at_once == (server.name != "Courier")
    deliver(server, user, range(2))
    mailbox = mirrored(server, user)
    now = datetime.now(UTC)
    with mailbox.at_work(lambda: now) as mirror:
        with client(server, user) as imap:
            select(imap, server.folder())
            done(imap.uid("STORE", "2", "+FLAGS", "(\\Flagged)"))
        if not at_once:
            now += FLAGS_AGAIN
        assert mirror.look() == ()
    assert [each.flags for each in mailbox.held()] == ["", "\\Flagged"]


def test_a_folder_that_is_deleted_takes_its_mail_along(server: Running, user: str, mirrored: Connect) -> None:
    name = quote_folder(server.folder("Alt", "Größe"))
    with client(server, user) as imap:
        done(imap.create(name))
    deliver(server, user, range(3), "Alt", "Größe")
    mailbox = mirrored(server, user)
    assert mailbox.sync() == 3
    with client(server, user) as imap:
        done(imap.delete(name))
    assert mailbox.sync() == 0
    assert mailbox.held("Alt", "Größe") == []


def test_a_folder_that_is_renamed_moves_its_mail(server: Running, user: str, mirrored: Connect) -> None:
    old, new = quote_folder(server.folder("Alt")), quote_folder(server.folder("Neu & gut"))
    with client(server, user) as imap:
        done(imap.create(old))
    deliver(server, user, range(3), "Alt")
    mailbox = mirrored(server, user)
    mailbox.sync()
    with client(server, user) as imap:
        done(imap.rename(old, new))
    mailbox.sync()
    assert mailbox.held("Alt") == []
    assert sorted(numbers_of(mailbox, "Neu & gut")) == [0, 1, 2]  # Courier numbers them anew, as it pleases


def test_a_folder_that_is_deleted_and_made_again_holds_what_it_holds_now(
    server: Running, user: str, mirrored: Connect
) -> None:
    name = quote_folder(server.folder("Wieder"))
    mailbox = mirrored(server, user)
    for numbers in (range(3), range(5, 7)):
        with client(server, user) as imap:
            done(imap.create(name))
        deliver(server, user, numbers, "Wieder")
        mailbox.sync()
        assert numbers_of(mailbox, "Wieder") == list(numbers)
        with client(server, user) as imap:
            done(imap.delete(name))
        time.sleep(1.1)  # UIDVALIDITY is a time in seconds


class ExpungedMeanwhile(ImapHost):
    """Somebody removes mail for good after its size was told and before its text is asked for."""

    uids = ""

    def read(self, batches: Iterable[Mapping[int, int]]) -> Generator[Reading, None, None]:
        told = list(batches)
        if told and self.uids:
            with client(self.server, self.user) as imap:
                expunge(imap, self.server.folder(), self.uids)
            self.uids = ""
        return super().read(told)

    def __init__(self, server: Running, user: str, uids: str) -> None:
        super().__init__(open_connection(login_to(server, user)))
        self.server, self.user, self.uids = server, user, uids


def test_mail_that_is_expunged_between_its_size_and_its_text_is_not_invented(
    server: Running, user: str, mirrored: Connect
) -> None:
    deliver(server, user, range(5))
    mailbox = mirrored(server, user)
    host = ExpungedMeanwhile(server, user, "2,4")
    try:
        sync(host, mailbox.store.mirror, mailbox.number)
        mine = [*mailbox.store.mirror.rows(mailbox.number, server.folder())]
    finally:
        host.close()
    assert host.uids == ""
    assert [each.uid for each in mine if not each.gone] == [1, 3, 5]
    assert [each.raw for each in mine] == [mail(each.uid - 1) for each in mine]  # Cyrus still hands out the other two
    assert mailbox.sync() == 0
    assert numbers_of(mailbox) == [0, 2, 4]


def test_an_unchanged_folder_is_waited_for_and_not_looked_at_again_and_again(
    server: Running, user: str, mirrored: Connect
) -> None:
    deliver(server, user, range(2))
    with mirrored(server, user).at_work() as mirror:
        assert mirror.is_open_and_unchanged()
        deliver(server, user, range(2, 3))
        assert not mirror.is_open_and_unchanged()


def test_a_watched_mailbox_stores_new_mail_long_before_the_next_poll(
    server: Running, user: str, mirrored: Connect
) -> None:
    with open_connection(login_to(server, user)) as connection:
        assert "IDLE" in connection.capabilities
    mailbox = mirrored(server, user)
    watchers = Watchers(mailbox.store, lambda _: mailbox.open(), lambda: datetime.now(UTC), Pace(poll=600))
    watchers.follow()
    try:
        for number in range(3):
            _until(lambda: is_watching(mailbox))
            time.sleep(1)  # until it idles; news that come before are found by looking, which is not what is tried
            deliver(server, user, range(number, number + 1))
            _until(lambda number=number: len(mailbox.held()) == number + 1)
    finally:
        watchers.stop()
    assert threading.active_count() < 20


def is_watching(mailbox: Mirrored) -> bool:
    return mailbox.store.mailbox_states.get(mailbox.number).activity == "watching"


def _until(true: object) -> None:
    assert callable(true)
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)
