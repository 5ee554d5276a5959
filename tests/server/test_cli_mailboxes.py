"""`einklang mailbox`: sign-in with OAuth2, other folders, what is said when a mailbox goes."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from server.access import EVERYTHING
from server.cli import main
from server.commands.mailbox.progress import bars
from server.demo.delivery import append
from server.demo.dovecot import Dovecot
from server.mail.host import Folder
from server.mail.login import Login
from server.settings import load
from server.store import Leases, Store
from tests.dovecot import PASSWORD, Account, StartDovecot
from tests.stores import put_new_store
from tests.token_server import CLIENT, TokenServer, asks_for_tokens, own_provider, token_server

pytest_plugins = ["tests.dovecot"]

BOX = "user@example.test"
WHEN = datetime(2026, 5, 6, tzinfo=UTC)


def mail_of(number: int) -> bytes:
    return (
        "From: anna@kunde.example\r\nTo: info@example.test\r\nSubject: x\r\n"
        f"Message-ID: <{number}@kunde.example>\r\n\r\nHallo\r\n"
    ).encode()


@dataclass(frozen=True)
class Installation:
    """One settings file with its data folder, and the program on it."""

    config: Path

    def run(self, *arguments: str, typed: str = "", **variables: str) -> Result:
        return CliRunner(env=variables).invoke(main, ["--config", str(self.config), *arguments], input=typed)

    def store(self) -> Store:
        return Store.open(load(self.config, {}).data.database_url)


@pytest.fixture
def einklang(tmp_path: Path) -> Installation:
    config = tmp_path / "einklang.toml"
    config.write_text("[mail]\nconnect_seconds = 5\ncommand_seconds = 10\n")
    put_new_store(load(config, {}).data.database_url)
    return Installation(config)


@pytest.fixture
def tokens() -> Iterator[TokenServer]:
    with token_server(interval=0.05) as running:
        yield running


@pytest.fixture
def asking(start_dovecot: StartDovecot, tokens: TokenServer) -> Iterator[Dovecot]:
    """A Dovecot that takes tokens and asks the token server whether they are good."""
    with asks_for_tokens(tokens) as more:
        yield start_dovecot(more=more)


def at(server: Dovecot) -> list[str]:
    return ["--host", "localhost", "--port", str(server.tls_port), "--ca-file", str(server.ca_file)]


def microsoft(tokens: TokenServer) -> dict[str, str]:
    """As if the authority were a national cloud of Microsoft's on this machine."""
    return {"EINKLANG_OAUTH_MICROSOFT_CLIENT_ID": CLIENT, "EINKLANG_OAUTH_MICROSOFT_AUTHORITY": tokens.url}


# OAuth2


@pytest.mark.dovecot
def test_a_mailbox_is_added_by_a_code_and_read_with_the_token(
    einklang: Installation, asking: Dovecot, tokens: TokenServer
):
    append(Login(BOX, "127.0.0.1", asking.port, "none", BOX, PASSWORD), "INBOX", [(WHEN, mail_of(1))])
    tokens.pending = ["authorization_pending"]
    arguments = ["mailbox", "add", BOX, "--oauth", "microsoft", *at(asking), "--security", "tls"]
    result = einklang.run(*arguments, **microsoft(tokens))
    assert result.exit_code == 0, result.output
    assert "https://login.example.test/device" in result.stderr
    assert "ABCD-EFGH" in result.stderr
    assert "  ok  signed in" in result.stdout
    assert f"{BOX} is connected." in result.stdout
    assert "INBOX: 1 new mails" in result.stdout
    assert ("/organizations/oauth2/v2.0/token", "device-secret") in [
        (path, form.get("device_code")) for path, form in tokens.asked
    ]
    assert not re.search(r"(access|refresh)-\d|device-secret", result.output)
    with einklang.store() as store:
        (mailbox,) = store.mailboxes.list(sight=EVERYTHING)
        sealed = store.mailboxes.sealed_secret(mailbox.id)
    assert mailbox.auth == "microsoft"
    assert not re.search(rb"(access|refresh)-\d", sealed)


@pytest.mark.dovecot
def test_a_withdrawn_token_is_told_and_a_new_sign_in_mends_it(
    einklang: Installation, asking: Dovecot, tokens: TokenServer
):
    variables = microsoft(tokens)
    einklang.run("mailbox", "add", BOX, "--oauth", "microsoft", *at(asking), "--no-sync", **variables)
    tokens.valid.clear()
    tokens.refresh_tokens.clear()
    result = einklang.run("mailbox", "sync", **variables)
    assert result.exit_code == 1
    assert f"einklang mailbox sign-in {BOX}" in result.stderr
    result = einklang.run("mailbox", "sign-in", BOX, **variables)
    assert result.exit_code == 0, result.output
    with einklang.store() as store:
        assert store.mailbox_states.get(1).wakes == 1  # a worker that waits for the next try does not wait any longer
    assert "INBOX: 0 new mails" in einklang.run("mailbox", "sync", **variables).stdout


@pytest.mark.dovecot
def test_a_mailbox_goes_from_a_password_to_a_token_and_back(
    einklang: Installation, asking: Dovecot, tokens: TokenServer
):
    added = einklang.run("mailbox", "add", BOX, *at(asking), "--password-stdin", "--no-sync", typed=PASSWORD + "\n")
    assert added.exit_code == 0, added.output
    variables = own_provider(tokens)
    assert einklang.run("mailbox", "sign-in", BOX, "--oauth", "own", **variables).exit_code == 0
    assert "  ok  signed in" in einklang.run("mailbox", "check", **variables).stdout
    assert tokens.asked[-1][0] == "/tokeninfo"
    back = einklang.run("mailbox", "sign-in", BOX, "--password-stdin", typed=PASSWORD + "\n")
    assert back.exit_code == 0, back.output
    assert einklang.run("mailbox", "check").exit_code == 0


def test_a_wrong_password_is_not_stored_in_place_of_the_known_one(einklang: Installation):
    arguments = ["--host", "127.0.0.1", "--port", "1", "--password-stdin", "--no-check", "--no-sync"]
    einklang.run("mailbox", "add", BOX, *arguments, typed="right\n")
    with einklang.store() as store:
        before = store.mailboxes.sealed_secret(1)
    result = einklang.run("mailbox", "sign-in", BOX, "--password-stdin", typed="other\n")
    assert result.exit_code == 1
    assert "Nothing was stored." in result.stderr
    with einklang.store() as store:
        assert store.mailboxes.sealed_secret(1) == before


def test_a_browser_elsewhere_ends_at_an_address_that_is_pasted(einklang: Installation, tokens: TokenServer):
    variables = own_provider(tokens) | {"EINKLANG_OAUTH_OWN_AUTHORIZE_URL": f"{tokens.url}/authorize"}
    arguments = ["mailbox", "add", BOX, "--oauth", "own", "--way", "paste", "--host", "h", "--port", "993"]
    arguments += ["--security", "tls", "--username", BOX, "--no-check", "--no-sync"]
    asked = einklang.run(*arguments, typed="http://127.0.0.1:1/?state=other&code=7\n", **variables)
    assert asked.exit_code == 1
    assert "does not answer the question" in asked.stderr
    (page,) = re.findall(rf"{re.escape(tokens.url)}/authorize\S+", asked.stderr)
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(page).query))
    assert query["login_hint"] == BOX
    assert query["redirect_uri"] == "http://127.0.0.1:1"


@pytest.mark.dovecot
@pytest.mark.parametrize("way", ["browser", "paste"])
def test_a_mailbox_is_added_by_a_browser_here_or_elsewhere(
    einklang: Installation, asking: Dovecot, tokens: TokenServer, way: str
):
    command = [sys.executable, "-c", "from server.cli import main; main()", "--config", str(einklang.config)]
    command += ["mailbox", "add", BOX, "--oauth", "microsoft", "--way", way, *at(asking), "--no-sync"]
    with subprocess.Popen(
        command,
        env={**os.environ, **microsoft(tokens)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stderr is not None
        page = next(line for line in program.stderr if line.startswith(tokens.url)).strip()
        landed = tokens.authorize(dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(page).query)))
        assert landed.startswith("http://localhost:")
        if way == "browser":
            with urllib.request.urlopen(landed) as goodbye:
                assert b"close this page" in goodbye.read()
        said, errors = program.communicate(landed + "\n" if way == "paste" else None, timeout=60)
    assert program.returncode == 0, errors
    assert f"{BOX} is connected." in said
    with einklang.store() as store:
        assert store.mailboxes.get(BOX).auth == "microsoft"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--oauth", "microsoft"), "oauth.microsoft_client_id"),
        (("--oauth", "google"), "oauth.google_client_id"),
        (("--oauth", "google", "--password-stdin"), "exclude each other"),
        (("--way", "paste"), "belongs to --oauth"),
        (("--oauth", "yahoo"), "'microsoft', 'google', 'own'"),
    ],
)
def test_what_oauth_lacks_is_told_before_anything_is_asked(
    einklang: Installation, arguments: tuple[str, ...], words: str
):
    result = einklang.run("mailbox", "add", BOX, *arguments)
    assert result.exit_code in (1, 2)
    assert words in result.stderr
    assert einklang.run("mailbox", "list", "--json").stdout.strip() == "[]"


# folders


@pytest.mark.dovecot
def test_the_folders_of_a_mailbox_are_shown_and_chosen(einklang: Installation, account: Account):
    login = Login(BOX, "127.0.0.1", account.server.port, "none", account.user, account.password)
    for name in ("Kunden/Krause", "Kunden/Möller", "Privat", "Raus"):
        append(login, name, [(WHEN, mail_of(1))])
    arguments = ["mailbox", "add", account.address, *at(account.server), "--password-stdin", "--folder", "Kunden/K*"]
    assert einklang.run(*arguments, typed=account.password + "\n").exit_code == 0
    shown = einklang.run("mailbox", "folders", account.address).stdout
    assert re.search(r"^incoming mail +INBOX$", shown, re.MULTILINE)
    assert re.search(r"^sent mail +Sent$", shown, re.MULTILINE)
    assert re.search(r"^read, too +Kunden/Krause$", shown, re.MULTILINE)
    assert re.search(r"^ +Kunden/Möller$", shown, re.MULTILINE)
    arguments = ["mailbox", "folders", account.address, "--sent", "raus", "--folder", "kunden/*", "--only"]
    shown = einklang.run(*arguments).stdout
    assert re.search(r"^sent mail +Raus$", shown, re.MULTILINE)
    assert re.search(r"^read, too +Kunden/Möller$", shown, re.MULTILINE)
    result = einklang.run("mailbox", "sync", account.address)
    assert "Kunden/Möller: 1 new mails" in result.stdout
    assert "Raus: 1 new mails" in result.stdout


@pytest.mark.dovecot
def test_a_folder_that_is_not_there_is_told_and_not_stored(einklang: Installation, account: Account):
    arguments = ["mailbox", "add", account.address, *at(account.server), "--password-stdin", "--no-sync"]
    einklang.run(*arguments, typed=account.password + "\n")
    result = einklang.run("mailbox", "folders", account.address, "--sent", "Gesendet")
    assert result.exit_code == 1
    assert "there is no folder 'Gesendet'. The server has: INBOX, Sent." in result.stderr
    with einklang.store() as store:
        assert store.mailboxes.get(account.address).sent_folder is None


# progress


class Terminal(io.StringIO):
    """Keeps what is written, as if a person were looking."""

    def isatty(self) -> bool:
        return True


def test_a_person_who_is_looking_sees_how_much_how_fast_and_how_long_still():
    screen = Terminal()
    with bars(screen) as progress:
        progress(Folder("INBOX", "inbox"), 0, 4000)
        progress(Folder("INBOX", "inbox"), 1000, 4000)
        progress(Folder("INBOX", "inbox"), 4000, 4000)
        progress(Folder("Sent", "sent"), 0, 0)
    assert re.search(r"INBOX: 100%.*4000/4000 \[\d\d:\d\d<\d\d:\d\d, +[\d.]+ mails/s\]", screen.getvalue())
    assert "Sent" not in screen.getvalue()


def test_a_program_that_is_reading_sees_no_bar():
    pipe = io.StringIO()
    with bars(pipe) as progress:
        progress(Folder("INBOX", "inbox"), 1, 2)
    assert pipe.getvalue() == ""


# going


@pytest.mark.dovecot
def test_removing_says_what_is_gone_and_leaves_no_trace_in_any_file(einklang: Installation, account: Account):
    login = Login(BOX, "127.0.0.1", account.server.port, "none", account.user, account.password)
    append(login, "INBOX", [(WHEN, mail_of(1)), (WHEN, mail_of(2))])
    einklang.run(
        *("mailbox", "add", account.address, *at(account.server), "--password-stdin"), typed=account.password + "\n"
    )
    with einklang.store() as open_all_the_time:  # as a worker has it
        result = einklang.run("mailbox", "remove", account.address, "--yes")
        assert result.exit_code == 0, result.output
        assert f"{account.address} is forgotten: 2 mails, " in result.stdout
        assert "On the server nothing was changed." in result.stdout
        assert open_all_the_time.mailboxes.list(sight=EVERYTHING) == []
        files = list((einklang.config.parent / "data").glob("einklang.db*"))
        assert not any(account.address.encode() in file.read_bytes() for file in files)
    assert json.loads(einklang.run("mailbox", "list", "--json").stdout) == []


# how a mailbox stands


@pytest.fixture
def standing(einklang: Installation) -> Installation:
    """An installation with one mailbox that no worker has looked at yet."""
    arguments = ["--host", "127.0.0.1", "--port", "1", "--password-stdin", "--no-check", "--no-sync"]
    assert einklang.run("mailbox", "add", BOX, *arguments, typed="secret\n").exit_code == 0
    return einklang


def note(einklang: Installation, **values: object) -> None:
    """As a worker notes it that holds the mailbox."""
    now = datetime.now(UTC)
    with einklang.store() as store:
        (mailbox,) = store.mailboxes.list(sight=EVERYTHING)
        store.mailbox_states.note(mailbox.id, now, **values)
        store.mailbox_states.take_lease(mailbox.id, "worker", now, now + timedelta(minutes=5))


def told(einklang: Installation) -> str:
    result = einklang.run("mailbox", "status", BOX)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_mailbox_that_was_just_added_waits_for_its_first_reading(standing: Installation):
    assert f"{BOX} waits for its first reading" in told(standing)
    assert "last found up to date: never" in told(standing)
    assert "never read" in standing.run("mailbox", "list").stdout


def test_a_mailbox_that_was_read_as_it_was_added_waits_for_the_program_to_go_on(standing: Installation):
    with standing.store() as store:
        (mailbox,) = store.mailboxes.list(sight=EVERYTHING)
        store.mailboxes.record_sync(mailbox.id, datetime.now(UTC), None)
    assert f"{BOX} is read; einklang run goes on with it" in told(standing)


def test_the_status_tells_progress_rate_and_time_left(standing: Installation):
    note(standing, activity="reading", done=900, total=2000, rate=250.0)
    assert "progress: 900 of 2000 mails, 250 mails/s, 4 s left" in told(standing)


def test_the_status_tells_the_last_error_what_to_do_and_when_it_is_tried_again(standing: Installation):
    soon = datetime.now(UTC) + timedelta(minutes=7)
    note(standing, activity="backing_off", problem="The server is away.", remedy="Wait for it.", retry_at=soon)
    text = told(standing)
    assert f"{BOX} waits for the next try" in text
    assert "problem: The server is away." in text
    assert "what to do: Wait for it." in text
    assert f"next try: {soon.astimezone():%Y-%m-%d %H:%M} by itself" in text
    (listed,) = json.loads(standing.run("mailbox", "list", "--json").stdout)
    assert (listed["state"], listed["problem"], listed["remedy"]) == (
        "backing_off",
        "The server is away.",
        "Wait for it.",
    )


def test_the_lag_is_the_time_since_all_was_up_to_date(standing: Installation):
    note(standing, activity="watching", looked_at=datetime.now(UTC) - timedelta(seconds=40), problem=None)
    assert f"{BOX} is up to date" in told(standing)
    (listed,) = json.loads(standing.run("mailbox", "status", "--json").stdout)
    assert 40 <= listed["lag_seconds"] < 60
    assert re.search(r" watching .* 4\d s", standing.run("mailbox", "list").stdout)


def test_a_mailbox_that_a_dead_worker_left_behind_is_told_as_such(standing: Installation):
    note(standing, activity="watching", looked_at=datetime.now(UTC) - timedelta(hours=3))
    before = datetime.now(UTC) - timedelta(minutes=1)
    with standing.store() as store:  # it was killed and had no time to say so
        store.workers.attend("worker", before, before, lambda _: False, leases=Leases(before, [1]))
    assert f"{BOX} is looked at by nobody" in told(standing)
    assert "Start the worker" in told(standing)
    assert "(3 h ago)" in told(standing)


def test_what_the_server_asks_to_show_is_shown_once(standing: Installation):
    with standing.store() as store:
        store.mailbox_states.note_alert(1, datetime.now(UTC), "The mailbox is nearly full.")
    assert "the server asks to tell you: The mailbox is nearly full." in told(standing)
    assert "nearly full" not in told(standing)


def test_a_mailbox_is_paused_and_resumed(standing: Installation):
    assert standing.run("mailbox", "pause", BOX).exit_code == 0
    assert f"{BOX} is paused" in told(standing)
    assert standing.run("mailbox", "resume", "--all").exit_code == 0
    assert "paused" not in told(standing)
    for arguments in (("pause",), ("resume", BOX, "--all")):
        assert standing.run("mailbox", *arguments).exit_code == 2
    assert standing.run("mailbox", "pause", "nobody@example.test").exit_code == 1


# reading again


@pytest.mark.dovecot
def test_resync_asks_reads_everything_again_and_stores_nothing_twice(einklang: Installation, account: Account):
    login = Login(BOX, "127.0.0.1", account.server.port, "none", account.user, account.password)
    append(login, "INBOX", [(WHEN, mail_of(1)), (WHEN, mail_of(2))])
    einklang.run(
        *("mailbox", "add", account.address, *at(account.server), "--password-stdin"), typed=account.password + "\n"
    )
    refused = einklang.run("mailbox", "resync", account.address, typed="n\n")
    assert refused.exit_code == 1
    assert "(2 mails so far)" in refused.stdout
    assert "INBOX: 0 new mails" in einklang.run("mailbox", "sync").stdout
    again = einklang.run("mailbox", "resync", account.address, typed="y\n")
    assert again.exit_code == 0, again.output
    assert "INBOX: 2 new mails" in again.stdout


@pytest.mark.dovecot
def test_resync_with_relearn_forgets_first_and_says_what(einklang: Installation, account: Account):
    login = Login(BOX, "127.0.0.1", account.server.port, "none", account.user, account.password)
    append(login, "INBOX", [(WHEN, mail_of(1)), (WHEN, mail_of(2))])
    einklang.run(
        *("mailbox", "add", account.address, *at(account.server), "--password-stdin"), typed=account.password + "\n"
    )
    result = einklang.run("mailbox", "resync", account.address, "--relearn", "--yes")
    assert "Forgotten: 2 mails, " in result.stdout
    assert "INBOX: 2 new mails" in result.stdout
    (listed,) = json.loads(einklang.run("mailbox", "list", "--json").stdout)
    assert listed["messages"] == 2


# the page that describes all this


def commands_in_docs() -> list[str]:
    page = (Path(__file__).parents[2] / "docs" / "mailboxes.md").read_text(encoding="utf-8")
    return re.findall(r"einklang ((?:mailbox|customer) [^`\n#;|]+)", page)


@pytest.mark.parametrize("line", commands_in_docs())
def test_every_command_on_the_page_about_mailboxes_is_there_with_its_options(line: str):
    group, name, *rest = line.split()
    command = main.get_command(click.Context(main), group)
    assert isinstance(command, click.Group)
    found = command.get_command(click.Context(command), name)
    assert found is not None, line
    known = {option for parameter in found.params for option in parameter.opts}
    assert {word for word in rest if word.startswith("--")} <= known, line
