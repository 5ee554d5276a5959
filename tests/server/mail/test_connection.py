"""Connecting and signing in: what works, and that what fails says why and sends no password."""

from __future__ import annotations

import base64
import gc
import re
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from server.demo.certificates import CertificateKind
from server.demo.dovecot import Dovecot
from server.errors import CertificateRefused, ConnectionLost, LoginRefused, MailboxGone, MailError
from server.mail.connection import Login, Timeouts, open_connection
from tests.dovecot import PASSWORD, Account, StartDovecot
from tests.server.mail.imap_script import RecordingProxy, ScriptedServer

BRIEF = Timeouts(connect=1.0, command=1.0)
USER = "user@example.test"


def login_to(server: Dovecot, security: str = "tls", user: str = USER, **changes: object) -> Login:
    port = server.tls_port if security == "tls" else server.port
    login = Login(user, "localhost", port, "tls", user, PASSWORD, server.ca_file)
    return replace(login, security=security, **changes)


def scripted_login(server: ScriptedServer) -> Login:
    return Login("a@example.test", "127.0.0.1", server.port, "none", "a", "geheim-Ü")


def leaked(proxy: RecordingProxy, password: str = PASSWORD) -> bool:
    """Whether any form of the password, or any attempt to sign in, left in readable bytes."""
    sent = bytes(proxy.from_client)
    token = base64.b64encode(b"\0" + USER.encode() + b"\0" + password.encode())
    words = (password.encode(), token, b"LOGIN", b"AUTHENTICATE")
    return any(word in sent for word in words)


def descriptors() -> list[Path]:
    return list(Path("/proc/self/fd").iterdir())


@pytest.fixture(scope="module")
def _nothing_old_to_look_at() -> Iterator[None]:
    """What other tests have loaded is left out: to look through it takes a third of a second each time."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture
def nothing_left(_nothing_old_to_look_at: None) -> Iterator[None]:
    """Fails a test that leaves a thread or a descriptor behind."""
    gc.collect()
    threads, before = set(threading.enumerate()), len(descriptors())
    yield
    gc.collect()
    assert set(threading.enumerate()) <= threads
    assert len(descriptors()) <= before


pytestmark = pytest.mark.usefixtures("nothing_left")


@pytest.mark.dovecot
@pytest.mark.parametrize(("security", "encrypted"), [("tls", True), ("starttls", True), ("none", False)])
def test_a_password_with_umlauts_quotes_and_colons_signs_in(account: Account, security: str, encrypted: bool) -> None:
    with open_connection(login_to(account.server, security, account.user)) as connection:
        assert (connection.tls_version in {"TLSv1.2", "TLSv1.3"}) is encrypted
        assert "INBOX" in {folder.name for folder in connection.folders()}
        assert "IDLE" in connection.capabilities


@pytest.mark.dovecot
def test_a_wrong_password_is_refused_in_words_that_name_user_and_host(account: Account) -> None:
    login = login_to(account.server, user=account.user, password="falsch-ß")
    with pytest.raises(LoginRefused) as refusal:
        open_connection(login)
    assert "does not accept the user name or the password" in str(refusal.value)
    assert account.user in str(refusal.value)
    assert "falsch-ß" not in str(refusal.value)


@pytest.mark.dovecot
@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_an_unknown_authority_is_refused_before_any_password(account: Account, security: str) -> None:
    server = account.server
    with RecordingProxy(server.tls_port if security == "tls" else server.port) as proxy:
        login = login_to(server, security, account.user, ca_file=None, port=proxy.port)
        with pytest.raises(CertificateRefused, match=r"authority that this machine does not know\. Nothing was sent"):
            open_connection(login)
        assert not leaked(proxy)
        assert proxy.from_client


@pytest.mark.dovecot
@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize(
    ("kind", "words"),
    [(CertificateKind.EXPIRED, "has expired"), (CertificateKind.WRONG_HOST, "belongs to another host")],
)
def test_a_bad_certificate_is_refused_before_any_password(
    start_dovecot: StartDovecot, kind: CertificateKind, words: str, security: str
) -> None:
    server = start_dovecot(certificate=kind)
    with RecordingProxy(server.tls_port if security == "tls" else server.port) as proxy:
        with pytest.raises(CertificateRefused, match=words):
            open_connection(login_to(server, security, port=proxy.port))
        assert not leaked(proxy)
    assert "Login" not in server.log.read_text()


@pytest.mark.dovecot
def test_over_tls_no_readable_byte_of_the_password_goes_out(account: Account) -> None:
    for security in ("tls", "starttls"):
        server = account.server
        with RecordingProxy(server.tls_port if security == "tls" else server.port) as proxy:
            open_connection(login_to(server, security, account.user, port=proxy.port)).close()
            assert not leaked(proxy)


@pytest.mark.dovecot
def test_where_the_server_forbids_passwords_without_tls_none_is_sent(start_dovecot: StartDovecot) -> None:
    server = start_dovecot(allow_plaintext_login=False)
    # from 127.0.0.1 Dovecot takes a connection for secure, so a scripted server says what it would to others
    with ScriptedServer(capabilities=b"IMAP4rev1 LOGINDISABLED STARTTLS AUTH=PLAIN") as forbidding:
        with pytest.raises(LoginRefused, match="so none was sent") as refusal:
            open_connection(scripted_login(forbidding))
        assert "starttls" in str(refusal.value)
        assert b"AUTHENTICATE" not in forbidding.received
        assert b"LOGIN" not in forbidding.received.replace(b"LOGINDISABLED", b"")
    open_connection(login_to(server, "starttls")).close()


def test_without_tls_a_password_goes_to_this_machine_only() -> None:
    login = Login("a@example.test", "192.0.2.1", 143, "none", "a", "secret")
    with pytest.raises(MailError, match="nothing was sent"):
        open_connection(login)


def test_a_server_without_starttls_gets_no_password() -> None:
    with ScriptedServer() as server:
        login = replace(scripted_login(server), security="starttls")
        with pytest.raises(ConnectionLost, match="offers no STARTTLS"):
            open_connection(login)
        assert b"AUTHENTICATE" not in server.received


def test_a_server_that_claims_to_be_signed_in_before_starttls_is_refused() -> None:
    capabilities = b"IMAP4rev1 STARTTLS AUTH=PLAIN"
    with ScriptedServer(greeting=b"* PREAUTH hello\r\n", capabilities=capabilities) as server:
        login = replace(scripted_login(server), security="starttls")
        with pytest.raises(ConnectionLost, match="before encryption began"):
            open_connection(login)
        assert b"STARTTLS" not in server.received


def test_words_slipped_in_before_starttls_do_not_count() -> None:
    injected = b"%T OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"
    with ScriptedServer([(rb"STARTTLS", injected)], capabilities=b"IMAP4rev1 STARTTLS") as server:
        with pytest.raises(ConnectionLost, match=r"TLS|reset by peer|does not answer"):  # it waits for TLS, in vain
            open_connection(replace(scripted_login(server), security="starttls"), Timeouts(connect=2))
        assert b"AUTHENTICATE" not in server.received


def test_a_password_that_is_not_ascii_goes_as_a_literal_where_only_login_is_offered() -> None:
    rules = [(rb"LOGIN", b"+ go\r\n")]
    with ScriptedServer(rules, capabilities=b"IMAP4rev1") as server:
        open_connection(scripted_login(server)).close()
        password = "geheim-Ü".encode()
        assert b'LOGIN "a" {%d}\r\n%s\r\n' % (len(password), password) in server.received


def test_a_user_name_that_would_smuggle_a_command_is_refused() -> None:
    with ScriptedServer(capabilities=b"IMAP4rev1") as server:
        with pytest.raises(LoginRefused, match="none was sent"):
            open_connection(replace(scripted_login(server), username="a\r\nA9 DELETE INBOX"))
        assert b"DELETE" not in server.received


@pytest.mark.parametrize("code", [b"UNAVAILABLE", b"LIMIT", b"INUSE"])
def test_a_server_that_is_busy_is_tried_again_and_the_password_not_called_wrong(code: bytes) -> None:
    answer = b"%T NO [" + code + b"] too many connections\r\n"
    with (
        ScriptedServer([(rb"AUTHENTICATE", answer)]) as server,
        pytest.raises(ConnectionLost, match="at the moment"),
    ):
        open_connection(scripted_login(server))


def test_what_the_server_says_of_a_refused_login_is_passed_on_in_one_printable_line() -> None:
    answer = b"%T NO [AUTHENTICATIONFAILED] Ask \x1b[31mIT\x07 first\r\n"
    with ScriptedServer([(rb"AUTHENTICATE", answer)]) as server, pytest.raises(LoginRefused) as refusal:
        open_connection(scripted_login(server))
    assert str(refusal.value).isprintable()
    assert "first." in str(refusal.value)


def test_a_closed_port_is_told(unused_port: int) -> None:
    login = Login("a@example.test", "127.0.0.1", unused_port, "tls", "a", "secret")
    with pytest.raises(ConnectionLost, match=rf"refuses connections on port {unused_port}"):
        open_connection(login)


def test_an_unknown_server_name_is_told() -> None:
    login = Login("a@example.test", "imap.einklang.invalid", 993, "tls", "a", "secret")
    with pytest.raises(ConnectionLost, match=r"imap\.einklang\.invalid is unknown"):
        open_connection(login)


@pytest.mark.parametrize("greeting", [b"SSH-2.0-OpenSSH_9.2\r\n", b"220 mail ESMTP\r\n", b"+OK POP3\r\n"])
def test_what_is_not_an_imap_server_is_told_at_once(greeting: bytes) -> None:
    with ScriptedServer(greeting=greeting) as server:
        with pytest.raises(ConnectionLost, match="not an IMAP server"):
            open_connection(scripted_login(server))
        assert b"AUTHENTICATE" not in server.received


def test_a_server_that_says_bye_at_once_is_tried_again() -> None:
    with (
        ScriptedServer(greeting=b"* BYE too many connections\r\n") as server,
        pytest.raises(ConnectionLost, match="too many connections"),
    ):
        open_connection(scripted_login(server))


@pytest.mark.dovecot
def test_tls_on_a_port_without_tls_is_told_with_the_setting_to_change(account: Account) -> None:
    login = login_to(account.server, "tls", account.user, port=account.server.port)
    with pytest.raises(ConnectionLost, match=r"does not speak TLS on port \d+.*starttls"):
        open_connection(login, Timeouts(connect=60))


@pytest.mark.dovecot
def test_no_tls_on_a_tls_port_is_told_with_the_setting_to_change(account: Account) -> None:
    login = login_to(account.server, "none", account.user, port=account.server.tls_port)
    with pytest.raises(ConnectionLost, match=r'does not greet.*security "tls"'):
        open_connection(login, BRIEF)


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_an_unusable_ca_file_is_told_by_its_name(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "authority.pem"
    if content is not None:
        file.write_text(content)
    login = Login("a@example.test", "127.0.0.1", 9, "tls", "a", "secret", file)
    with pytest.raises(MailError, match=r"authority\.pem cannot be used"):
        open_connection(login)


def test_a_server_that_drips_without_end_is_cut_at_the_deadline() -> None:
    stop = threading.Event()

    def drip(_tag: bytes, _command: bytes) -> bytes | None:
        while not stop.wait(0.05):
            server._open[0].sendall(b"* OK still here\r\n")
        return None

    with ScriptedServer([(rb"LIST", drip)]) as server:
        connection = open_connection(scripted_login(server), Timeouts(connect=60, command=1.0))
        begin = time.monotonic()
        try:
            with pytest.raises(ConnectionLost, match="did not answer in time while listing"):
                connection.folders()
            assert time.monotonic() - begin < 60  # without the deadline it would drip for ever
        finally:
            stop.set()
            connection.close()


@pytest.mark.dovecot
def test_a_server_that_stops_midway_is_a_lost_connection_and_closing_still_works(
    start_dovecot: StartDovecot,
) -> None:
    server = start_dovecot()
    connection = open_connection(login_to(server, "starttls"))
    connection.examine("INBOX")
    server.stop()
    try:
        with pytest.raises(ConnectionLost):
            connection.search("ALL")
        with pytest.raises(ConnectionLost):
            connection.folders()
    finally:
        connection.close()


@pytest.mark.dovecot
def test_a_missing_folder_is_told_by_name(account: Account) -> None:
    with (
        open_connection(login_to(account.server, user=account.user)) as connection,
        pytest.raises(MailboxGone, match="Gibt es nicht"),
    ):
        connection.examine("Gibt es nicht")


@pytest.mark.dovecot
def test_a_folder_name_that_would_smuggle_a_command_never_reaches_the_server(account: Account) -> None:
    with open_connection(login_to(account.server, user=account.user)) as connection:
        with pytest.raises(MailboxGone, match="control character"):
            connection.create("x\r\nA1 CREATE smuggled")
        assert "smuggled" not in {folder.name for folder in connection.folders()}


def test_mails_that_come_together_stay_in_order_with_what_comes_between_them() -> None:
    answer = (
        b"* 1 FETCH (UID 1 BODY[] {3}\r\nabc)\r\n* 2 FETCH (UID 2 BODY[] {3}\r\ndef)\r\n* 9 EXISTS\r\n"
        b"* 3 FETCH (UID 3 FLAGS ())\r\n* 4 FETCH (UID 4 BODY[] {3}\r\nghi)\r\n%T OK done\r\n"
    )
    with (
        ScriptedServer([(rb"UID FETCH 1:4 ", answer)]) as server,
        open_connection(scripted_login(server)) as connection,
    ):
        connection.examine("INBOX")
        fetched = connection.fetch("1:4", "(UID FLAGS BODY.PEEK[])")
        assert fetched.complete
        assert [each.get(b"BODY[]") for each in fetched.messages] == [b"abc", b"def", None, b"ghi"]
        assert [each[b"UID"] for each in fetched.messages] == [b"1", b"2", b"3", b"4"]


@pytest.mark.dovecot
def test_a_fetch_refused_midway_leaves_nothing_for_the_next_one() -> None:
    first = b"* 1 FETCH (UID 1 BODY[] {3}\r\nabc)\r\n%T NO broken\r\n"
    second = b"* 2 FETCH (UID 2 BODY[] {3}\r\ndef)\r\n%T OK done\r\n"
    with (
        ScriptedServer([(rb"UID FETCH 1 ", first), (rb"UID FETCH 2 ", second)]) as server,
        open_connection(scripted_login(server)) as connection,
    ):
        connection.examine("INBOX")
        broken = connection.fetch("1", "(BODY.PEEK[])")
        whole = connection.fetch("2", "(BODY.PEEK[])")
    assert (broken.complete, [m[b"UID"] for m in broken.messages]) == (False, [b"1"])
    assert (whole.complete, [m[b"UID"] for m in whole.messages]) == (True, [b"2"])


def test_a_login_never_shows_its_password() -> None:
    login = Login("a@example.test", "127.0.0.1", 993, "tls", "a", "sehr-geheim")
    assert "sehr-geheim" not in repr(login)


@pytest.mark.dovecot
def test_many_connections_in_a_row_leave_nothing_behind(account: Account) -> None:
    login = login_to(account.server, "none", account.user)
    for _ in range(15):
        open_connection(login).close()
    assert not [thread for thread in threading.enumerate() if re.search("imap|reader|writer", thread.name)]


@pytest.fixture
def unused_port() -> Iterator[int]:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # and never listens
        yield nobody.getsockname()[1]
