"""`einklang doctor` about what Einklang sends: its own mail, and events for other programs."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from server.cli import main
from server.store import Alert, Notice, Store
from tests.faulty_smtp import FaultySmtp
from tests.stores import put_new_store

SECRET = "whsec_" + base64.b64encode(bytes(32)).decode()
HOOK = "https://crm.example/hook/s3cret"
NOW = datetime.now(UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put_new_store(f"sqlite:///{tmp_path}/data/einklang.db")
    return tmp_path


def doctor(folder: Path, settings: str = "", **env: str) -> str:
    config = folder / "einklang.toml"
    config.write_text(f"[data]\nfolder = 'data'\n{settings}")
    arguments = ["--config", str(config), "doctor", "--no-models"]
    return CliRunner().invoke(main, arguments, env={"EINKLANG_WEB_PORT": "1", **env}).output


def smtp(port: int) -> str:
    return (
        f"[smtp]\nhost = '127.0.0.1'\nport = {port}\nsecurity = 'none'\nsender = 'e@team.example'\nusername = 'e'\n"
        "[digest]\nto = ['rita@team.example']\n"
    )


def test_what_is_switched_off_is_not_spoken_of(folder: Path) -> None:
    shown = doctor(folder)
    assert "database: " in shown
    for word in ("smtp", "webhooks", "digest"):
        assert word not in shown


def test_a_mail_server_that_lets_einklang_in_is_well(folder: Path) -> None:
    with FaultySmtp(password="geheim").running() as server:
        shown = doctor(folder, smtp(server.port), EINKLANG_SMTP_PASSWORD="geheim")
    assert f"ok       smtp: 127.0.0.1:{server.port} lets Einklang in" in shown
    assert server.taken == []


def test_a_refused_sign_in_and_unsent_mail_are_problems(folder: Path) -> None:
    with Store.open(f"sqlite:///{folder}/data/einklang.db") as store:
        notice = Notice("digest", NOW.date().isoformat(), "rita@team.example", NOW.date())
        assert store.notices.take(notice, NOW, NOW) == 1
        store.notices.failed(notice, "mail.example cannot be reached.", NOW + timedelta(hours=1))
    with FaultySmtp(password="geheim").running() as server:
        shown = doctor(folder, smtp(server.port), EINKLANG_SMTP_PASSWORD="falsch")
    assert "problem  smtp: " in shown
    assert "check smtp.username" in shown
    assert "to rita@team.example was not sent: mail.example cannot be reached." in shown


def test_a_digest_without_a_mail_server_is_a_problem(folder: Path) -> None:
    shown = doctor(folder, "[digest]\nto = ['rita@team.example']\n")
    assert "problem  digest: digest.to names people, but smtp.host is empty" in shown


def test_webhooks_without_a_secret_say_how_to_make_one(folder: Path) -> None:
    assert "openssl rand -base64 32" in doctor(folder, f"[webhooks]\nurls = ['{HOOK}']\n")


def test_events_that_were_given_up_are_a_problem_with_a_remedy(folder: Path) -> None:
    settings = f"[webhooks]\nurls = ['{HOOK}']\n"
    assert "https://crm.example takes events; 0 wait" in doctor(folder, settings, EINKLANG_WEBHOOKS_SECRET=SECRET)
    with Store.open(f"sqlite:///{folder}/data/einklang.db") as store:
        assert store.alerts.add(Alert("turned_sour", "a@kunde.example", {"en": "Two complaints."}, NOW), NOW)
        store.outbox.spread([HOOK], None, NOW)
        (taken,) = store.outbox.take_due(NOW, NOW, 1)
        store.outbox.dead(taken, "HTTP 410", NOW)
    shown = doctor(folder, settings, EINKLANG_WEBHOOKS_SECRET=SECRET)
    assert "problem  webhooks: 1 events for https://crm.example were given up: HTTP 410" in shown
    assert "einklang webhook retry" in shown
    assert "s3cret" not in shown
