"""The command line, run as a user runs it; mailboxes against a real Dovecot."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.access import EVERYTHING, Right
from server.cli import main
from server.demo.certificates import CertificateKind
from server.secrets import load_vault, token_hash
from server.settings import Settings, load
from server.store import NewMailbox, Store
from tests.dovecot import Account, StartDovecot
from tests.stores import put_new_store

pytest_plugins = ["tests.dovecot"]

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Installation:
    """One settings file with its data folder, and the program on it."""

    config: Path

    def run(self, *arguments: str, typed: str = "") -> Result:
        return CliRunner().invoke(main, ["--config", str(self.config), *arguments], input=typed)

    @property
    def settings(self) -> Settings:
        return load(self.config, {})

    def store(self) -> Store:
        return Store.open(self.settings.data.database_url)


@pytest.fixture
def einklang(tmp_path: Path) -> Installation:
    config = tmp_path / "einklang.toml"
    config.write_text("[mail]\nconnect_seconds = 5\ncommand_seconds = 10\n")
    put_new_store(load(config, {}).data.database_url)
    return Installation(config)


def said(result: Result) -> str:
    """What went to standard error; nothing else than a SystemExit may have been raised."""
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.stderr


# the program itself


def test_help_lists_every_command_and_loads_no_model():
    code = (
        "import sys\n"
        "from server.cli import main\n"
        "try: main(['--help'], prog_name='einklang')\n"
        "except SystemExit: pass\n"
        "heavy = {'torch', 'spacy', 'sqlalchemy', 'imaplib2', 'pydantic', 'tqdm'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0
    for name in ("mailbox", "token", "user"):
        assert re.search(rf"^  {name}  +\w", done.stdout, re.MULTILINE)


def test_an_unknown_command_is_a_usage_error(einklang: Installation):
    result = einklang.run("mailboxes")
    assert result.exit_code == 2
    assert "No such command 'mailboxes'" in said(result)


def test_mistakes_in_the_settings_are_told_without_a_traceback(einklang: Installation):
    einklang.config.write_text("[web]\nprot = 1\n[log]\nlevel = 3\n")
    result = einklang.run("user", "list")
    assert result.exit_code == 1
    assert f"{einklang.config}:2: web.prot: there is no such key. Did you mean 'port'?" in said(result)
    assert f"{einklang.config}:4: log.level:" in said(result)


# users and tokens


def test_users_are_added_and_listed(einklang: Installation):
    assert "No users yet" in einklang.run("user", "list").output
    assert einklang.run("user", "add", "Anna", "--all-mailboxes").exit_code == 0
    assert einklang.run("user", "add", "Zoe", "--role", "admin").exit_code == 0
    listed = json.loads(einklang.run("user", "list", "--json").stdout)
    assert [(user["name"], user["role"]) for user in listed] == [("Anna", "rep"), ("Zoe", "admin")]
    assert re.search(r"^Anna  +rep ", einklang.run("user", "list").stdout, re.MULTILINE)


def test_a_user_that_is_there_already_is_refused(einklang: Installation):
    einklang.run("user", "add", "Anna", "--all-mailboxes")
    result = einklang.run("user", "add", "anna", "--all-mailboxes")
    assert (result.exit_code, said(result)) == (1, "Error: There is a user 'anna' already.\n")


def test_a_user_without_a_mailbox_is_not_added(einklang: Installation):
    result = einklang.run("user", "add", "Anna")
    assert result.exit_code == 2
    assert "--mailbox ADDRESS" in said(result)
    assert einklang.run("user", "add", "Anna", "--mailbox", "no@team.example").exit_code == 1
    assert json.loads(einklang.run("user", "list", "--json").stdout) == []


def test_what_a_user_sees_is_granted_revoked_and_written_down(einklang: Installation):
    with einklang.store() as store:
        for address in ("one@team.example", "two@team.example"):
            store.mailboxes.add(NewMailbox(address, "h", 993, "tls", "u"), b"", datetime.now(UTC))

    def told(*words: str) -> dict[str, object]:
        answer = einklang.run("user", *words, "--json")
        assert answer.exit_code == 0, said(answer)
        return json.loads(answer.stdout)

    assert told("add", "Anna", "--mailbox", "one@team.example")["mailboxes"] == ["one@team.example"]
    assert told("grant", "Anna", "--mailbox", "two@team.example")["mailboxes"] == [
        "one@team.example",
        "two@team.example",
    ]
    assert told("revoke", "Anna", "--mailbox", "one@team.example")["mailboxes"] == ["two@team.example"]
    assert told("role", "Anna", "admin")["all_mailboxes"] is True
    assert told("role", "Anna", "lead")["all_mailboxes"] is False
    assert told("grant", "Anna", "--all-mailboxes")["all_mailboxes"] is True
    assert einklang.run("user", "revoke", "Anna", "--mailbox", "two@team.example").exit_code == 1
    assert einklang.run("user", "remove", "Anna", "--yes").exit_code == 0
    with einklang.store() as store:
        noted = [(each.action, each.details["user"]) for each in store.audit.entries(action="user.")]
    actions = ["added", "granted", "revoked", "role", "role", "granted", "removed"]
    assert noted == [(f"user.{each}", "Anna") for each in actions]


def test_a_token_is_good_for_its_scopes(einklang: Installation):
    einklang.run("user", "add", "Zoe", "--role", "admin")
    made = json.loads(einklang.run("token", "add", "Zoe", "--scope", "outcomes", "--scope", "read", "--json").stdout)
    assert made["scopes"] == ["outcomes", "read"]
    with einklang.store() as store:
        found = store.accounts.find_token(token_hash(made["secret"]), datetime.now(UTC))
        assert found is not None
        access = store.accounts.access_of(found.user, found.scopes)
    assert access.may(Right.OUTCOMES)
    assert not access.may(Right.OPERATE)
    assert "read, outcomes" in einklang.run("token", "list").stdout


def test_a_token_is_shown_once_and_opens_the_api(einklang: Installation):
    einklang.run("user", "add", "Anna", "--all-mailboxes")
    result = einklang.run("token", "add", "Anna", "--label", "Outlook", "--days", "30")
    assert result.exit_code == 0
    secret = result.stdout.strip()
    assert secret.startswith("ek_")
    now = datetime.now(UTC)
    with einklang.store() as store:
        found = store.accounts.find_token(token_hash(secret), now)
        assert found is not None
        assert found.user.name == "Anna"
        assert store.accounts.find_token(token_hash(secret), now + timedelta(days=31)) is None
    for listing in (einklang.run("token", "list"), einklang.run("token", "list", "--json")):
        assert "Outlook" in listing.output
        assert secret not in listing.output
    data = b"".join(path.read_bytes() for path in einklang.settings.data.folder.iterdir())
    assert secret.encode() not in data


def test_a_revoked_token_opens_nothing(einklang: Installation):
    einklang.run("user", "add", "Anna", "--all-mailboxes")
    secret = einklang.run("token", "add", "Anna").stdout.strip()
    (listed,) = json.loads(einklang.run("token", "list", "Anna", "--json").stdout)
    assert listed["valid"] is True
    assert einklang.run("token", "revoke", str(listed["id"])).exit_code == 0
    (listed,) = json.loads(einklang.run("token", "list", "--json").stdout)
    assert listed["valid"] is False
    with einklang.store() as store:
        assert store.accounts.find_token(token_hash(secret), datetime.now(UTC)) is None
    assert "revoked 20" in einklang.run("token", "list").stdout


def test_a_token_for_nobody_says_how_to_add_the_user(einklang: Installation):
    result = einklang.run("token", "add", "Carla")
    assert result.exit_code == 1
    assert "einklang user add Carla" in said(result)
    assert einklang.run("token", "revoke", "9").exit_code == 1


# mailboxes

MAIL = "From: anna@kunde.example\r\nTo: support@team.example\r\nSubject: {0}\r\n\r\nHallo {0}\r\n"


@pytest.fixture
def deliver() -> Callable[[Account, int], None]:
    """Puts mails into an account's INBOX by IMAP."""
    from server.mail.connection import Login, open_connection

    def deliver(account: Account, count: int) -> None:
        server = account.server
        login = Login(account.user, "localhost", server.tls_port, "tls", account.user, account.password, server.ca_file)
        with open_connection(login) as connection:
            for number in range(count):
                connection.append("INBOX", NOW, MAIL.format(number).encode())

    return deliver


def options(account: Account) -> list[str]:
    server = account.server
    return ["--host", "localhost", "--port", str(server.tls_port), "--ca-file", str(server.ca_file)]


def add(einklang: Installation, account: Account, *more: str, password: str = "") -> Result:
    arguments = ["mailbox", "add", account.address, *options(account), "--password-stdin", *more]
    return einklang.run(*arguments, typed=(password or account.password) + "\n")


@pytest.mark.dovecot
def test_a_mailbox_is_tried_stored_and_read(einklang: Installation, account: Account, deliver):
    deliver(account, 3)
    result = add(einklang, account)
    assert result.exit_code == 0, result.output
    for step in ("name resolved", "connected", "certificate verified", "signed in", "folders found"):
        assert f"  ok  {step}" in result.stdout
    assert f"{account.address} is connected." in result.stdout
    assert f"{account.address} INBOX: 3 new mails" in result.stdout
    with einklang.store() as store:
        (mailbox,) = store.mailboxes.list(sight=EVERYTHING)
        assert [message.raw for message in store.messages.pending(9)] == [
            MAIL.format(number).encode() for number in range(3)
        ]
        sealed = store.mailboxes.sealed_secret(mailbox.id)
    assert account.password.encode() not in sealed
    assert load_vault(einklang.settings.data.key_file, {}).open(sealed) == account.password


@pytest.mark.dovecot
def test_a_password_is_never_shown(einklang: Installation, account: Account):
    assert account.password not in add(einklang, account).output
    assert account.password not in einklang.run("mailbox", "list", "--json").output
    assert account.password not in einklang.run("mailbox", "check").output


@pytest.mark.dovecot
def test_what_was_not_said_is_asked(einklang: Installation, account: Account):
    server = account.server
    answers = ["localhost", "starttls", str(server.port), "", account.password]
    result = einklang.run(
        "mailbox", "add", account.address, "--ca-file", str(server.ca_file), typed="\n".join(answers) + "\n"
    )
    assert result.exit_code == 0, result.output
    for question in ("IMAP server", "Security", "Port", "User name", "Password"):
        assert question in result.stdout
    assert account.password not in result.output
    with einklang.store() as store:
        mailbox = store.mailboxes.get(account.address)
    assert (mailbox.host, mailbox.port, mailbox.security, mailbox.username) == (
        "localhost",
        server.port,
        "starttls",
        account.user,
    )


@pytest.mark.dovecot
def test_a_wrong_password_is_told_and_nothing_is_stored(einklang: Installation, account: Account):
    result = add(einklang, account, password="wrong")
    assert result.exit_code == 1
    assert account.address in said(result)
    assert "password" in said(result)
    assert "Nothing was stored." in said(result)
    assert "certificate verified" in result.stdout  # so far it went
    assert "No mailboxes yet" in einklang.run("mailbox", "list").stdout


@pytest.mark.dovecot
def test_an_unknown_authority_is_told_and_nothing_is_stored(einklang: Installation, account: Account):
    arguments = ["--host", "localhost", "--port", str(account.server.tls_port), "--password-stdin"]
    result = einklang.run("mailbox", "add", account.address, *arguments, typed=account.password + "\n")
    assert result.exit_code == 1
    assert "authority" in said(result)
    assert einklang.run("mailbox", "list", "--json").stdout.strip() == "[]"


@pytest.mark.dovecot
@pytest.mark.parametrize("kind", [kind for kind in CertificateKind if kind != CertificateKind.VALID])
def test_a_bad_certificate_is_told_and_nothing_is_stored(
    einklang: Installation, start_dovecot: StartDovecot, kind: CertificateKind
):
    server = start_dovecot(certificate=kind)
    user, password = next(iter(server.users.items()))
    result = add(einklang, Account(server, user, password))
    assert result.exit_code == 1
    assert "certificate" in said(result)
    assert einklang.run("mailbox", "list", "--json").stdout.strip() == "[]"


def test_a_server_that_is_not_there_is_told_and_nothing_is_stored(einklang: Installation):
    arguments = ["--host", "127.0.0.1", "--port", "1", "--password-stdin"]
    result = einklang.run("mailbox", "add", "info@team.example", *arguments, typed="secret\n")
    assert result.exit_code == 1
    assert "127.0.0.1" in said(result)
    assert "Nothing was stored." in said(result)
    assert einklang.run("mailbox", "list", "--json").stdout.strip() == "[]"


def test_a_mailbox_can_be_stored_unseen(einklang: Installation):
    arguments = ["--host", "127.0.0.1", "--port", "1", "--password-stdin", "--no-check", "--no-sync"]
    result = einklang.run("mailbox", "add", "Info@Team.example", *arguments, typed="secret\n")
    assert result.exit_code == 0, result.output
    (listed,) = json.loads(einklang.run("mailbox", "list", "--json").stdout)
    assert (listed["address"], listed["messages"], listed["last_sync_at"]) == ("info@team.example", 0, None)
    assert "sealed_secret" not in listed


def test_a_first_sync_that_fails_is_told_noted_and_keeps_the_mailbox(einklang: Installation):
    arguments = ["--host", "127.0.0.1", "--port", "1", "--password-stdin", "--no-check"]
    result = einklang.run("mailbox", "add", "info@team.example", *arguments, typed="secret\n")
    assert result.exit_code == 1
    assert "The mailbox is stored, but its mail was not read yet." in said(result)
    (listed,) = json.loads(einklang.run("mailbox", "list", "--json").stdout)
    assert "127.0.0.1" in listed["last_error"]


def test_a_known_provider_is_proposed_from_the_address(einklang: Installation):
    arguments = ["--password-stdin", "--no-check", "--no-sync"]
    result = einklang.run("mailbox", "add", "team@gmail.com", *arguments, typed="secret\n")
    assert result.exit_code == 0, result.output
    assert "imap.gmail.com" in result.stderr
    (listed,) = json.loads(einklang.run("mailbox", "list", "--json").stdout)
    assert (listed["host"], listed["port"], listed["security"], listed["username"]) == (
        "imap.gmail.com",
        993,
        "tls",
        "team@gmail.com",
    )


@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        (["nobody"], "x\n"),
        (["a b@team.example"], "x\n"),
        (["info@team.example", "--port", "0"], "x\n"),
        (["info@team.example", "--security", "ssl"], "x\n"),
        (["info@team.example", "--ca-file", "/nowhere/ca.pem"], "x\n"),
        (["info@team.example", "--host", "h"], ""),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(einklang: Installation, arguments: list[str], typed: str):
    result = einklang.run("mailbox", "add", "--password-stdin", *arguments, typed=typed)
    assert result.exit_code == 2
    assert "Error" in said(result)


@pytest.mark.dovecot
def test_a_mailbox_that_is_there_is_refused_before_a_password_is_asked(einklang: Installation, account: Account):
    add(einklang, account, "--no-sync")
    result = einklang.run("mailbox", "add", account.address.upper())
    assert result.exit_code == 1
    assert "is connected already" in said(result)
    assert "assword" not in result.stdout


@pytest.mark.dovecot
def test_sync_reads_only_what_is_new(einklang: Installation, account: Account, deliver):
    deliver(account, 2)
    add(einklang, account, "--no-sync")
    assert "INBOX: 2 new mails" in einklang.run("mailbox", "sync").stdout
    assert "INBOX: 0 new mails" in einklang.run("mailbox", "sync", account.address).stdout
    deliver(account, 1)
    assert "INBOX: 1 new mails" in einklang.run("mailbox", "sync").stdout
    (listed,) = json.loads(einklang.run("mailbox", "list", "--json").stdout)
    assert (listed["messages"], listed["waiting"], listed["last_error"]) == (3, 3, None)
    assert listed["last_sync_at"] is not None


@pytest.mark.dovecot
def test_one_mailbox_that_fails_does_not_hold_up_the_others(einklang: Installation, account: Account, deliver):
    arguments = ["--host", "127.0.0.1", "--port", "1", "--password-stdin", "--no-check", "--no-sync"]
    einklang.run("mailbox", "add", "aaa@team.example", *arguments, typed="secret\n")  # comes first
    deliver(account, 1)
    add(einklang, account, "--no-sync")
    result = einklang.run("mailbox", "sync")
    assert result.exit_code == 1
    assert "aaa@team.example" in said(result)
    assert "INBOX: 1 new mails" in result.stdout
    result = einklang.run("mailbox", "check")
    assert result.exit_code == 1
    assert "aaa@team.example" in said(result)
    assert "  ok  signed in" in result.stdout


@pytest.mark.dovecot
def test_check_shows_each_step_and_changes_nothing(einklang: Installation, account: Account, deliver):
    deliver(account, 2)
    add(einklang, account, "--no-sync")
    before = einklang.run("mailbox", "list", "--json").stdout
    result = einklang.run("mailbox", "check", account.address)
    assert result.exit_code == 0, result.output
    assert "INBOX: 2" in result.stdout
    assert einklang.run("mailbox", "list", "--json").stdout == before


@pytest.mark.dovecot
def test_a_lost_key_is_told(einklang: Installation, account: Account):
    add(einklang, account, "--no-sync")
    einklang.settings.data.key_file.unlink()
    result = einklang.run("mailbox", "sync")
    assert result.exit_code == 1
    assert "sealed with another key" in said(result)


def test_removing_asks_first(einklang: Installation):
    arguments = ["--host", "h", "--password-stdin", "--no-check", "--no-sync"]
    einklang.run("mailbox", "add", "info@team.example", *arguments, typed="secret\n")
    assert einklang.run("mailbox", "remove", "info@team.example", typed="n\n").exit_code == 1
    assert len(json.loads(einklang.run("mailbox", "list", "--json").stdout)) == 1
    assert einklang.run("mailbox", "remove", "INFO@team.example", typed="y\n").exit_code == 0
    assert "No mailboxes yet" in einklang.run("mailbox", "list").stdout
    result = einklang.run("mailbox", "remove", "info@team.example", "--yes")
    assert (result.exit_code, "is not connected" in said(result)) == (1, True)


@pytest.mark.parametrize("command", ["check", "sync"])
def test_without_mailboxes_the_way_to_one_is_told(einklang: Installation, command: str):
    result = einklang.run("mailbox", command)
    assert result.exit_code == 1
    assert "einklang mailbox add ADDRESS" in said(result)
