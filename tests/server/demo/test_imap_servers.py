"""The IMAP servers of the demo: they keep their mail, end with all their children, take each mail once."""

from __future__ import annotations

import os
import shutil
import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

import pytest
from cryptography import x509

from server.demo.certificates import CertificateKind, provide_certificates
from server.demo.delivery import append
from server.demo.dovecot import Dovecot, why_unusable
from server.demo.dovecot_config import Layout, config_text, identity
from server.demo.imap_process import ServerNotUsable, is_free
from server.demo.imap_server import ImapServer, demo_server
from server.demo.pymap_server import PymapServer, has_pymap
from server.errors import MailError
from server.mail.connection import Login
from server.mail.host import Folder
from server.mail.hosts.imap import open_imap_host
from tests.dovecot import require_dovecot, server_directory
from tests.server.mail.imap_script import RecordingProxy

USERS = {"support@demo.example": 'Grüß "Gott": a\\b', "sales@demo.example": "s3cret"}
SUPPORT = "support@demo.example"
START = datetime(2024, 1, 1, 12, tzinfo=UTC)


class MakeServer(Protocol):
    def __call__(self, users: dict[str, str] = ..., port: int = ...) -> ImapServer: ...


@pytest.fixture
def directory() -> Iterator[Path]:
    path = server_directory()
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(params=["dovecot", "pymap"])
def make(request: pytest.FixtureRequest, directory: Path) -> MakeServer:
    if request.param == "dovecot":
        require_dovecot()
        return lambda users=USERS, port=0: Dovecot(directory, users, port=port)
    if not has_pymap():
        if os.environ.get("CI") == "true":
            pytest.fail("pymap is not installed")
        pytest.skip("pymap is not installed; install it with: pip install 'einklang[demo]'")
    return lambda users=USERS, port=0: PymapServer(directory, users, port=port)


def login_to(server: ImapServer, user: str = SUPPORT) -> Login:
    return Login(user, server.host, server.port, "none", user, server.users[user])


def demo_mail(number: int) -> tuple[datetime, bytes]:
    text = f"Message-ID: <demo-{number}@demo.example>\r\nSubject: Nr. {number}\r\n\r\nGuten Tag {number}\r\n"
    return START + timedelta(days=number), text.encode()


def mails_in(server: ImapServer, folder: str, user: str = SUPPORT) -> tuple[int | None, list[tuple[datetime, bytes]]]:
    """UIDVALIDITY and what the folder holds, line ends as LF."""
    host = open_imap_host(login_to(server, user))
    try:
        validity = host.open(Folder(folder, "inbox")).uidvalidity
        sizes = host.sizes(host.alive(1))
        readings = list(host.read([sizes] if sizes else []))
    finally:
        host.close()
    found = [(m.internaldate, m.raw.replace(b"\r\n", b"\n")) for reading in readings for m in reading.messages]
    return validity, found


def as_stored(*numbers: int) -> list[tuple[datetime, bytes]]:
    return [(moment, raw.replace(b"\r\n", b"\n")) for moment, raw in map(demo_mail, numbers)]


def test_mail_dates_and_uidvalidity_outlive_a_restart(make: MakeServer) -> None:
    with make() as server:
        append(login_to(server), "INBOX", [demo_mail(1), demo_mail(2)])
        before = mails_in(server, "INBOX")
    with make() as server:
        assert mails_in(server, "INBOX") == before
    assert before[1] == as_stored(1, 2)


def test_what_is_there_already_is_not_appended_again(make: MakeServer) -> None:
    with make() as server:
        login = login_to(server)
        assert append(login, "Sent", [demo_mail(1), demo_mail(2), demo_mail(2)]) == 2
        assert append(login, "Sent", [demo_mail(1), demo_mail(2), demo_mail(3)]) == 1
        assert mails_in(server, "Sent")[1] == as_stored(1, 2, 3)


class CutOnce(RecordingProxy):
    """Cuts the first connection after so many bytes of the server's, and passes later ones on whole."""

    def serve(self, connection: socket.socket) -> None:
        super().serve(connection)
        self._left = None


@pytest.mark.dovecot
@pytest.mark.parametrize("after", [1, 700, 2_000])  # bytes: in the greeting, signing in, while mails are appended
def test_a_lost_connection_is_made_anew_and_no_mail_comes_twice(directory: Path, after: int) -> None:
    require_dovecot()
    with Dovecot(directory, USERS) as server, CutOnce(server.port, cut_after=after) as proxy:
        login = Login(SUPPORT, server.host, proxy.port, "none", SUPPORT, server.users[SUPPORT])
        append(login, "INBOX", map(demo_mail, range(20)))
        assert proxy.from_client.count(b"AUTHENTICATE") + proxy.from_client.count(b"LOGIN ") > (after > 1)
        assert mails_in(server, "INBOX")[1] == as_stored(*range(20))


def test_users_have_mailboxes_of_their_own(make: MakeServer) -> None:
    with make() as server:
        append(login_to(server), "INBOX", [demo_mail(1)])
        assert mails_in(server, "INBOX", "sales@demo.example")[1] == []


def test_after_stop_the_port_is_free_and_can_be_used_again(make: MakeServer) -> None:
    server = make()
    server.start()
    port = server.port
    server.stop()
    assert is_free(port)
    with make(port=port) as again:
        assert again.port == port
        append(login_to(again), "INBOX", [demo_mail(1)])


def test_a_taken_port_is_told(make: MakeServer, directory: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServerNotUsable, match=rf"Port {port} .* is taken"):
            make(port=port).start()


def test_a_user_name_that_would_leave_the_directory_is_refused(make: MakeServer) -> None:
    for name in ("../etc", "a/b", "a:b", "a\nb", ""):
        with pytest.raises(ServerNotUsable, match="cannot be a user"):
            make(users={name: "x"})


def test_the_password_file_is_readable_by_its_owner_only(make: MakeServer, directory: Path) -> None:
    with make():
        files = [path for path in directory.rglob("*") if path.name in {"users", "pymap-etc-shadow", "server.key"}]
        assert files
        assert {path.stat().st_mode & 0o077 for path in files} == {0}


def processes_of(directory: Path) -> set[int]:
    found = set()
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if str(directory).encode() in entry.read_bytes():
                found.add(int(entry.parent.name))
        except OSError:
            continue
    return found


def test_a_server_that_a_killed_run_left_behind_is_ended_by_the_next_start(make: MakeServer, directory: Path) -> None:
    left_behind = make()
    left_behind.start()
    append(login_to(left_behind), "INBOX", [demo_mail(1)])
    old = processes_of(directory)
    with make() as server:
        assert mails_in(server, "INBOX")[1] == as_stored(1)
        assert not old & processes_of(directory)
    left_behind.stop()
    assert processes_of(directory) == set()


def test_a_server_that_another_living_run_uses_is_left_alone(make: MakeServer, directory: Path) -> None:
    with make() as server:
        (pid_file,) = directory.glob("*.pid")
        mine = pid_file.read_text().split()
        parent = os.getppid()
        started = Path(f"/proc/{parent}/stat").read_text().rpartition(")")[2].split()[19]
        pid_file.write_text(f"{mine[0]} {parent} {started}")
        with pytest.raises(ServerNotUsable, match=f"runs already, for process {parent}"):
            make().start()
        append(login_to(server), "INBOX", [demo_mail(1)])


def test_stopping_ends_every_process_even_with_a_client_connected(make: MakeServer, directory: Path) -> None:
    server = make()
    server.start()
    host = open_imap_host(login_to(server))
    server.stop()
    host.close()
    assert processes_of(directory) == set()


@pytest.mark.dovecot
def test_200_mails_are_delivered_in_seconds(directory: Path) -> None:
    require_dovecot()
    with Dovecot(directory, USERS) as server:
        begin = time.monotonic()
        assert append(login_to(server), "INBOX", map(demo_mail, range(200))) == 200
        assert time.monotonic() - begin < 60  # half a second on two idle cores


def test_a_mail_without_message_id_is_refused(make: MakeServer) -> None:
    with make() as server, pytest.raises(MailError, match="no Message-ID"):
        append(login_to(server), "INBOX", [(START, b"Subject: x\r\n\r\ny\r\n")])


@pytest.mark.dovecot
def test_the_demo_prefers_dovecot(directory: Path) -> None:
    require_dovecot()
    with demo_server(directory, USERS) as server:
        assert isinstance(server, Dovecot)
        assert append(login_to(server), "INBOX", [demo_mail(1)]) == 1


@pytest.mark.skipif(os.getuid() != 0, reason="only a Dovecot started by root reads mail as another user")
def test_as_root_in_a_closed_directory_the_demo_takes_pymap(directory: Path) -> None:
    directory.chmod(0o700)
    assert "chmod o+x" in (why_unusable(directory) or "")
    server = demo_server(directory, USERS)
    assert isinstance(server, PymapServer)
    with server:
        assert append(login_to(server), "INBOX", [demo_mail(1)]) == 1


def test_a_dovecot_that_cannot_start_says_why_in_its_own_words(directory: Path) -> None:
    require_dovecot()
    server = Dovecot(directory, USERS, sent_folder='a"\n}')  # breaks the configuration file
    with pytest.raises(ServerNotUsable, match="Dovecot ended at once"):
        server.start()
    assert processes_of(directory) == set()


def test_dovecot_24_gets_its_own_configuration_format(directory: Path) -> None:
    certificates = provide_certificates(directory / "tls", CertificateKind.VALID, START)
    layout = Layout(directory, directory / "run", 10143, 10993, certificates, True, "Sent")
    text = config_text((2, 4), layout, identity())
    assert text.startswith("dovecot_config_version = 2.4.0\n")
    for removed in ("disable_plaintext_auth", "mail_location", "ssl_cert =", "args =", "%u"):
        assert removed not in text
    assert text.count("{") - text.count("%{") == text.count("}") - text.count("%{")


@pytest.mark.parametrize("kind", list(CertificateKind))
def test_certificates_are_kept_until_another_kind_is_wanted_or_they_end_soon(
    directory: Path, kind: CertificateKind
) -> None:
    def read() -> x509.Certificate:
        return x509.load_pem_x509_certificate((directory / "server.pem").read_bytes())

    provide_certificates(directory, kind, START)
    first = read()
    provide_certificates(directory, kind, START + timedelta(days=1))
    assert read() == first
    provide_certificates(directory, CertificateKind.VALID, START + timedelta(days=390))
    assert read() != first
    assert (first.not_valid_after_utc < START) is (kind is CertificateKind.EXPIRED)


def test_a_signal_to_the_demo_does_not_reach_the_server_before_it_is_stopped(make: MakeServer) -> None:
    """Ctrl-C goes to the whole foreground group; the server must live until the product has closed."""
    with make() as server:
        pid = server._process.pid  # type: ignore[attr-defined]
        assert os.getpgid(pid) != os.getpgid(0)
        append(login_to(server), "INBOX", [demo_mail(1)])
