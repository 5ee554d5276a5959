"""`einklang doctor` finds weak settings and says what to do; advice alone is no failure."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach import Coach
from server.commands._findings import Finding
from server.commands._security_findings import of_accounts, of_settings
from server.demo.certificates import CertificateKind, provide_certificates
from server.settings import load
from tests.office import NOW, Office, open_office


def found(folder: Path, *, now: datetime = NOW, **env: str) -> list[Finding]:
    settings = load(None, {"EINKLANG_DATA": str(folder), **{f"EINKLANG_{name}": value for name, value in env.items()}})
    return list(of_settings(settings, {}, now))


def words(findings: list[Finding], word: str = "problem") -> str:
    return "\n".join(f"{each.what}: {each.detail} -> {each.remedy}" for each in findings if each.word == word)


def test_settings_as_they_come_have_no_problem(tmp_path: Path):
    assert words(found(tmp_path)) == ""
    assert "no weak setting" in words(found(tmp_path), "ok")


@pytest.mark.parametrize(
    ("env", "word", "said"),
    [
        ({"WEB_HOST": "0.0.0.0"}, "problem", "without TLS"),
        ({"WEB_HOST": "0.0.0.0"}, "advice", "under no name of its own"),
        ({"WEB_PUBLIC_URL": "http://coach.example.com"}, "problem", "not protected by TLS"),
        ({"WEB_FRAME_ANCESTORS": "https://*"}, "problem", "any site may show the sidebar"),
        ({"WEB_FRAME_ANCESTORS": "http://mail.example.com"}, "problem", "not protected by TLS"),
        ({"WEB_TRUSTED_PROXIES": "0.0.0.0/0"}, "problem", "everybody is believed"),
        ({"MAIL_ALLOW_PLAINTEXT": "true"}, "problem", "unprotected"),
        ({"WEBHOOKS_URLS": "http://127.0.0.1:9000/hook"}, "advice", "without TLS"),
        ({"WEB_RATE_LIMIT_STORAGE": "redis://10.0.0.5:6379/0"}, "problem", "rediss://"),
        ({"PRIVACY_KEEP_TEXT_DAYS": "90"}, "advice", "plain text in the database"),
        ({"LOG_LEVEL": "debug"}, "advice", "debug"),
        ({"DATA_DATABASE": "postgresql://u@db.example/coach"}, "problem", "to db.example unprotected"),
        ({"METRICS_OPEN_TO": "loopback"}, "advice", "would show them to everybody"),
        ({"METRICS_OPEN_TO": "loopback", "WEB_PUBLIC_URL": "https://coach.example"}, "problem", "told to nobody"),
        (
            {"METRICS_OPEN_TO": "loopback", "WEB_HOSTS": "coach.example.com"},
            "advice",
            "neither Host nor X-Forwarded-For",
        ),
    ],
)
def test_a_weak_setting_is_found_with_what_to_do(tmp_path: Path, env: dict[str, str], word: str, said: str):
    assert said in words(found(tmp_path, **env), word)


@pytest.mark.parametrize(
    "address",
    ["postgresql://u@db.example/coach?sslmode=verify-full", "postgresql://u@127.0.0.1/coach", "postgresql:///coach"],
)
def test_a_database_server_that_mail_reaches_safely_is_no_problem(tmp_path: Path, address: str):
    assert "unprotected" not in words(found(tmp_path, DATA_DATABASE=address))


@pytest.mark.parametrize(
    "env",
    [
        {"METRICS_OPEN_TO": "token", "METRICS_TOKEN": "t" * 32, "WEB_PUBLIC_URL": "https://coach.example.com"},
        {"METRICS_OPEN_TO": "", "WEB_HOSTS": "coach.example.com"},
    ],
)
def test_figures_behind_a_token_or_for_nobody_are_no_weak_setting(tmp_path: Path, env: dict[str, str]):
    assert "metrics" not in words(found(tmp_path, **env)) + words(found(tmp_path, **env), "advice")


@pytest.mark.parametrize(
    "env", [{"WEB_PUBLIC_URL": "http://127.0.0.1:8765"}, {"WEB_HOSTS": "localhost"}, {"WEB_HOSTS": "coach.example.com"}]
)
def test_figures_that_the_server_tells_to_nobody_else_are_no_problem(tmp_path: Path, env: dict[str, str]):
    assert words(found(tmp_path, METRICS_OPEN_TO="loopback", **env)) == ""


def test_a_python_without_security_fixes_is_found(tmp_path: Path):
    assert "no security fixes" in words(found(tmp_path, now=datetime(2040, 1, 1, tzinfo=UTC)))


def test_the_key_beside_the_database_is_advised_against_and_a_problem_where_folders_are_copied(tmp_path: Path):
    for name, word in (("data", "advice"), ("Dropbox", "problem")):
        folder = tmp_path / name
        folder.mkdir(mode=0o700)
        for file in ("secret.key", "einklang.db"):
            (folder / file).touch(mode=0o600)
        assert "beside the database" in words(found(folder), word)


def test_files_that_others_may_read_are_found(tmp_path: Path):
    (tmp_path / "einklang.db").touch(mode=0o600)
    (tmp_path / "einklang.db-wal").touch(mode=0o644)
    assert "chmod 600" in words(found(tmp_path))


def test_a_certificate_that_ends_or_does_not_fit_is_found(tmp_path: Path):
    files = provide_certificates(tmp_path / "tls", CertificateKind.VALID, NOW)
    tls = {"WEB_TLS_CERT": str(files.certificate), "WEB_TLS_KEY": str(files.key)}
    files.key.chmod(0o600)
    assert "certificate" not in words(found(tmp_path, **tls))
    assert "it ended on" in words(found(tmp_path, now=NOW + timedelta(days=9_000), **tls))
    files.key.chmod(0o644)
    assert "the key of the certificate" in words(found(tmp_path, **tls))
    other = provide_certificates(tmp_path / "other", CertificateKind.VALID, NOW)
    shutil.copy(other.key, files.key)
    assert "belong together" in words(found(tmp_path, **tls))


def test_tokens_without_an_end_are_advised_against(tmp_path: Path, coach: Coach):
    from server.access import EVERYTHING

    with open_office(tmp_path, coach) as office:
        assert isinstance(office, Office)
        office.store.accounts.add_user("rita", "rep", NOW, sees=EVERYTHING)
        office.store.accounts.add_token("rita", "x" * 64, "", NOW, NOW + timedelta(days=9))
        assert list(of_accounts(office.services.settings, office.store, NOW)) == []
        office.store.accounts.add_token("rita", "y" * 64, "", NOW, None)
        (told,) = of_accounts(office.services.settings, office.store, NOW)
    assert told.word == "advice"
    assert "rita" in told.detail
