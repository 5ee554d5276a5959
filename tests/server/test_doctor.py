"""`einklang doctor` finds what is wrong and says what to do."""

from __future__ import annotations

import http.server
import json
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach import Coach
from server.cli import main
from server.mail.host import Batch, RawMessage, SyncState
from server.mail.oauth import Token
from server.store import NewMailbox
from tests.dovecot import PASSWORD, Account, StartDovecot
from tests.free_ports import free_port
from tests.office import ANNA, INBOX, SENT, TEAM, Office, mail, mails_of_anna, open_office

pytest_plugins = ["tests.dovecot"]


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    """A mailbox that was read a moment ago."""
    with open_office(tmp_path / "data", coach) as office:
        mailbox = office.connect()
        office.store.mailboxes.record_sync(mailbox.id, datetime.now(UTC), None)
        yield office


def doctor(folder: Path, port: int, *arguments: str, settings: str = "") -> Result:
    config = folder / "einklang.toml"
    config.write_text(f"[web]\nport = {port}\n[data]\nfolder = 'data'\n{settings}")
    return CliRunner().invoke(main, ["--config", str(config), "doctor", *(arguments or ["--no-models", "--no-mail"])])


def problems(result: Result) -> list[str]:
    """What was found wrong, each with its remedy."""
    lines = result.stdout.splitlines()
    found = [
        f"{line} {after}" for line, after in zip(lines, [*lines[1:], ""], strict=True) if line.startswith("problem")
    ]
    assert all(" -> " in each for each in found)
    assert result.exit_code == (1 if found else 0), result.output
    return found


def test_a_sound_installation_passes(office: Office, tmp_path: Path, port: int):
    result = doctor(tmp_path, port)
    assert problems(result) == []
    for what in ("settings", "data folder", "database", "key", "own domains", "clock", TEAM, "server"):
        assert f"ok       {what}:" in result.stdout


def test_models_are_loaded_to_see_whether_they_can_be(office: Office, tmp_path: Path, port: int):
    config = tmp_path / "einklang.toml"
    config.write_text(f"[web]\nport = {port}\n[data]\nfolder = 'data'\n[coach]\nencoder = './no-such-model'\n")
    result = CliRunner().invoke(main, ["--config", str(config), "doctor", "--no-mail"])
    (problem,) = problems(result)
    assert "models: they cannot be loaded" in problem
    assert "Check coach.encoder" in problem


def test_before_the_first_start_nothing_is_missing_and_nothing_is_made(tmp_path: Path, port: int):
    assert problems(doctor(tmp_path, port)) == []
    assert not (tmp_path / "data").exists()


def test_mistakes_in_the_settings_are_all_told(tmp_path: Path, port: int):
    found = problems(doctor(tmp_path, port, settings="[mail]\npoll_seconds = 0\nhistory_day = 1\n"))
    assert ["poll_seconds" in found[0], "history_day" in found[1]] == [True, True]


def test_files_that_others_may_read_are_told(office: Office, tmp_path: Path, port: int):
    (tmp_path / "data" / "secret.key").chmod(0o644)
    found = problems(doctor(tmp_path, port))
    assert any("others may read" in each and "chmod 600" in each for each in found)


def test_a_mailbox_with_an_error_is_told_with_the_way_to_try_it(office: Office, tmp_path: Path, port: int):
    mailbox = office.store.mailboxes.get(TEAM)
    office.store.mailboxes.record_sync(mailbox.id, datetime.now(UTC), "The server refuses the password.")
    (problem,) = problems(doctor(tmp_path, port))
    assert "The server refuses the password." in problem
    assert f"einklang mailbox check {TEAM}" in problem


def test_a_mailbox_that_nobody_reads_is_told(office: Office, tmp_path: Path, port: int):
    mailbox = office.store.mailboxes.get(TEAM)
    office.store.mailboxes.record_sync(mailbox.id, datetime.now(UTC) - timedelta(days=2), None)
    (problem,) = problems(doctor(tmp_path, port))
    assert "No worker reads it" in problem


def test_a_lost_key_is_told(office: Office, tmp_path: Path, port: int):
    (tmp_path / "data" / "secret.key").unlink()
    (problem,) = problems(doctor(tmp_path, port))
    assert "does not open the stored passwords" in problem
    assert "Put the former secret.key" in problem


def test_a_damaged_database_is_told(office: Office, tmp_path: Path, port: int):
    office.store.close()
    for path in (tmp_path / "data").glob("einklang.db-*"):
        path.unlink()
    (tmp_path / "data" / "einklang.db").write_bytes(b"no database at all, but long enough to be looked at" * 99)
    (problem,) = problems(doctor(tmp_path, port))
    assert "Restore it from a backup" in problem


def test_a_port_that_something_else_uses_is_told(office: Office, tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        taken.settimeout(0)
        threading.Thread(target=hang_up, args=[taken], daemon=True).start()
        (problem,) = problems(doctor(tmp_path, taken.getsockname()[1]))
    assert "cannot be used" in problem


def hang_up(taken: socket.socket) -> None:
    """Answers nothing to whoever calls, once."""
    taken.settimeout(60)
    taken.accept()[0].close()


class Health(http.server.BaseHTTPRequestHandler):
    """Answers like a running Einklang."""

    def do_GET(self) -> None:
        body = json.dumps({"status": "ok", "version": "0.1.0", "demo": False}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silent."""


def test_a_server_that_answers_is_told(office: Office, tmp_path: Path):
    with http.server.HTTPServer(("127.0.0.1", 0), Health) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        result = doctor(tmp_path, server.server_port)
    assert problems(result) == []
    assert "version 0.1.0, status ok" in result.stdout


# mail


@pytest.mark.dovecot
def test_a_mailbox_that_works_is_told_with_server_protection_and_folders(
    office: Office, account: Account, tmp_path: Path, port: int
):
    connect(office, account)
    result = doctor(tmp_path, port, "--no-models", settings=NOBODY_THERE)
    line = next(line for line in result.stdout.splitlines() if "signed in" in line)
    for word in ("ok ", account.address, "certificate verified (TLSv1.", "folders found (INBOX, Sent)", "INBOX: 0"):
        assert word in line


@pytest.mark.dovecot
def test_a_mailbox_whose_password_has_changed_is_told_with_how_far_it_went(
    office: Office, account: Account, tmp_path: Path, port: int
):
    connect(office, account, password="former")
    found = problems(doctor(tmp_path, port, "--no-models", settings=NOBODY_THERE))
    (problem,) = [each for each in found if account.address in each and "password" in each]
    assert "So far: name resolved" in problem
    assert "certificate verified" in problem


@pytest.mark.dovecot
def test_a_mailbox_without_sent_folder_is_told_with_the_two_ways_out(
    office: Office, start_dovecot: StartDovecot, tmp_path: Path, port: int
):
    server = start_dovecot(sent_folder=None)
    connect(office, Account(server, "user@example.test", PASSWORD), more_folders=("Kunden/*",))
    found = problems(doctor(tmp_path, port, "--no-models", settings=NOBODY_THERE))
    assert any("no folder of sent mail" in each and "--sent NAME" in each and "(Bcc)" in each for each in found)
    assert any("no folder fits 'Kunden/*'" in each for each in found)


def test_a_mailbox_that_cannot_be_reached_is_told_with_what_to_check(office: Office, tmp_path: Path, port: int):
    found = problems(doctor(tmp_path, port, "--no-models"))
    assert any("127.0.0.1 refuses connections on port 1" in each and "Check the port" in each for each in found)


def test_a_token_whose_provider_is_not_set_up_is_told(office: Office, tmp_path: Path, port: int):
    token = Token("a", datetime(2020, 1, 1, tzinfo=UTC), "r").to_json()
    new = NewMailbox("o@example.test", "127.0.0.1", 1, "none", "o@example.test", auth="google")
    office.store.mailboxes.add(new, office.services.vault.seal(token), datetime.now(UTC))
    found = problems(doctor(tmp_path, port, "--no-models"))
    assert any("o@example.test" in each and "oauth.google_client_id" in each for each in found)


def test_who_writes_from_the_sent_folder_without_being_known_is_told(office: Office, tmp_path: Path, port: int):
    raws = [mail("Hallo", sender="verkauf@former.example", to=ANNA, message_id=f"<{n}@x>") for n in range(3)]
    office.receive(*raws, folder=SENT)
    (problem,) = problems(doctor(tmp_path, port))
    assert "verkauf@former.example (3 mails)" in problem
    assert "team.addresses" in problem
    known = problems(doctor(tmp_path, port, settings="[team]\naddresses = ['verkauf@former.example']\n"))
    assert known == []


def test_a_colleague_who_was_learned_as_a_customer_is_told(office: Office, tmp_path: Path, port: int):
    office.receive(*mails_of_anna())
    (problem,) = problems(doctor(tmp_path, port, settings=f"[team]\ndomains = ['{ANNA.partition('@')[2]}']\n"))
    assert f"1 of your own addresses are kept as customers: {ANNA}" in problem
    assert "--relearn" in problem


def test_an_own_domain_where_everybody_has_mail_is_told(office: Office, tmp_path: Path, port: int):
    (problem,) = problems(doctor(tmp_path, port, settings="[team]\ndomains = ['gmx.de', 'ours.example']\n"))
    assert "everybody can have an address at gmx.de" in problem


def test_own_domains_are_told_with_where_they_come_from(office: Office, tmp_path: Path, port: int):
    assert "own domains: waagen-kern.example (taken from the mailboxes)" in doctor(tmp_path, port).stdout
    assert "own domains: a.example (settings)" in doctor(tmp_path, port, settings="[team]\ndomains='a.example'").stdout


@pytest.mark.parametrize("ahead", [timedelta(hours=2), timedelta(minutes=1)])
def test_a_clock_that_is_behind_the_mail_servers_is_told(office: Office, tmp_path: Path, port: int, ahead: timedelta):
    arrive(office, datetime.now(UTC) + ahead)
    found = problems(doctor(tmp_path, port))
    assert [("the latest mail came at" in each, "timedatectl" in each) for each in found] == (
        [(True, True)] if ahead > timedelta(minutes=5) else []
    )


def test_one_mail_from_the_future_says_nothing_about_the_clock(office: Office, tmp_path: Path, port: int):
    arrive(office, datetime.now(UTC) + timedelta(days=99), datetime.now(UTC))
    assert problems(doctor(tmp_path, port)) == []


def test_a_clock_that_was_set_back_is_told(office: Office, tmp_path: Path, port: int):
    mailbox = office.store.mailboxes.get(TEAM)
    office.store.mailboxes.record_sync(mailbox.id, datetime.now(UTC) + timedelta(days=1), None)
    (problem,) = problems(doctor(tmp_path, port))
    assert "it was set back" in problem


NOBODY_THERE = "[mail]\nconnect_seconds = 5\n"


def connect(office: Office, account: Account, *, password: str = "", more_folders: tuple[str, ...] = ()) -> None:
    server = account.server
    new = NewMailbox(
        *(account.address, "localhost", server.tls_port, "tls", account.user, str(server.ca_file)),
        more_folders=more_folders,
    )
    sealed = office.services.vault.seal(password or account.password)
    mailbox = office.store.mailboxes.add(new, sealed, datetime.now(UTC))
    office.store.mailboxes.record_sync(mailbox.id, datetime.now(UTC), None)


def arrive(office: Office, *moments: datetime) -> None:
    """Mails that came to the server at these moments."""
    found = office.store.mailboxes.get(TEAM)
    messages = tuple(
        RawMessage(TEAM, "INBOX", 7, uid, moment, mail("Hallo")) for uid, moment in enumerate(moments, start=1)
    )
    state = SyncState(1, 7, len(moments) + 1)
    office.store.mirror.save_batch(found.id, Batch(INBOX, messages, state, len(messages)))
