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
from tests.office import TEAM, Office, open_office


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


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
    return CliRunner().invoke(main, ["--config", str(config), "doctor", *(arguments or ["--no-models"])])


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
    result = doctor(tmp_path, port, "--no-models")
    assert problems(result) == []
    for what in ("settings", "data folder", "database", "key", TEAM, "server"):
        assert f"ok       {what}:" in result.stdout


def test_models_are_loaded_to_see_whether_they_can_be(office: Office, tmp_path: Path, port: int):
    config = tmp_path / "einklang.toml"
    config.write_text(f"[web]\nport = {port}\n[data]\nfolder = 'data'\n[coach]\nencoder = './no-such-model'\n")
    result = CliRunner().invoke(main, ["--config", str(config), "doctor"])
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
    taken.settimeout(30)
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
