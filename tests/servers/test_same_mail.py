"""The same 300 mails on Dovecot, Cyrus and Courier: whichever server holds them, the mirror holds the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from server.mail.batching import PARTS_ABOVE
from server.mail.fetch_response import format_internaldate
from server.mail.host import Folder
from server.mail.mailbox_names import quote_folder
from server.store import Store
from tests.server.mail.host_contract import messages, read
from tests.servers.conftest import KINDS, Start
from tests.servers.mails import FOLDERS, Mail, all_mails
from tests.servers.mirrored import Mirrored, connect, opened_store, without_last_line_end
from tests.servers.running import USERS, Running, client, done, put

USER = USERS[-1]
Filled = Callable[[str], Mirrored]


@pytest.fixture(scope="module")
def three_hundred() -> list[Mail]:
    return all_mails()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with opened_store(tmp_path_factory.mktemp("same")) as opened:
        yield opened


@pytest.fixture(scope="module")
def filled(start: Start, store: Store, three_hundred: list[Mail]) -> Filled:
    """A server's mailbox with the 300 in it, and its mirror after a first sync; made once for each server."""
    ready: dict[str, Mirrored] = {}

    def fill(name: str) -> Mirrored:
        if name not in ready:
            server = start(name)
            _deliver(server, three_hundred)
            ready[name] = connect(server, USER, store)
            assert ready[name].sync() == len(three_hundred)
        return ready[name]

    return fill


@pytest.fixture(params=list(KINDS))
def mailbox(request: pytest.FixtureRequest, filled: Filled) -> Mirrored:
    return filled(request.param)


def _deliver(server: Running, mails: list[Mail]) -> None:
    with client(server, USER) as imap:
        for path in FOLDERS[1:]:
            if path != ("Sent",):
                done(imap.create(quote_folder(server.folder(*path))))
        done(imap.create(quote_folder(server.folder("Leer"))))
        for each in mails:
            put(imap, server.folder(*each.folder), each.raw, each.flags, format_internaldate(each.date))


def _of(mails: list[Mail], path: tuple[str, ...]) -> list[Mail]:
    return [each for each in mails if each.folder == path]


@pytest.mark.parametrize("path", FOLDERS, ids="/".join)
def test_every_mail_is_mirrored_as_it_was_sent(
    mailbox: Mirrored, three_hundred: list[Mail], path: tuple[str, ...]
) -> None:
    sent = _of(three_hundred, path)
    assert sent
    held = mailbox.raws(*path)
    assert len(held) == len(sent)
    for mail, mirrored in zip(sent, held, strict=True):
        if len(mail.raw) <= PARTS_ABOVE:
            assert mirrored == without_last_line_end(mail.raw)


@pytest.mark.parametrize("path", FOLDERS, ids="/".join)
def test_flags_and_keywords_are_mirrored_as_they_were_set(
    mailbox: Mirrored, three_hundred: list[Mail], path: tuple[str, ...]
) -> None:
    assert [each.flags for each in mailbox.held(*path)] == [each.flags for each in _of(three_hundred, path)]


def test_all_servers_give_the_same_text_of_a_large_mail(filled: Filled, three_hundred: list[Mail]) -> None:
    taken_apart = {}
    for name in KINDS:
        mailbox = filled(name)
        taken_apart[name] = [
            held
            for path in FOLDERS
            for mail, held in zip(_of(three_hundred, path), mailbox.raws(*path), strict=True)
            if len(mail.raw) > PARTS_ABOVE
        ]
    assert all(len(held) < 10_000 for held in taken_apart["Dovecot"])
    assert len(taken_apart["Dovecot"]) >= 3
    assert taken_apart["Dovecot"] == taken_apart["Cyrus"] == taken_apart["Courier"]


def test_mail_keeps_the_moment_at_which_it_came(mailbox: Mirrored, three_hundred: list[Mail]) -> None:
    host = mailbox.open()
    try:
        for path in FOLDERS:
            read_now = messages(read(host, folder=Folder(mailbox.server.folder(*path), "more")))
            assert [each.internaldate for each in read_now] == [each.date for each in _of(three_hundred, path)]
    finally:
        host.close()


def test_sent_is_found_and_an_empty_folder_is_no_obstacle(mailbox: Mirrored) -> None:
    host = mailbox.open()
    try:
        roles = {each.name: each.role for each in host.folders()}
    finally:
        host.close()
    server = mailbox.server
    assert roles[server.folder()] == "inbox"
    assert roles[server.folder("Sent")] == "sent"
    assert {server.folder(*path) for path in FOLDERS} | {server.folder("Leer")} <= roles.keys()
    assert mailbox.held("Leer") == []


def test_a_second_sync_brings_nothing(mailbox: Mirrored) -> None:
    assert mailbox.sync() == 0
