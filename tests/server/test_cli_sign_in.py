"""`einklang user password`, `totp`, `identity` and `sign-out`, run as an admin runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.cli import main
from server.secrets import load_vault, token_hash
from server.settings import load
from server.sign_in import codes
from server.sign_in.changes import Changes
from server.sign_in.passwords import Passwords
from server.store import Store, User
from tests.office import NOW
from tests.stores import put_new_store

GOOD = "blauer Teppich am See"


class Installation:
    def __init__(self, folder: Path) -> None:
        self.env = {"EINKLANG_DATA": str(folder / "data"), "EINKLANG_WEB_PUBLIC_URL": "https://einklang.example"}
        self.settings = load(None, self.env)
        self.vault = load_vault(self.settings.data.key_file, {})

    def run(self, *arguments: str, typed: str = "") -> Result:
        result = CliRunner().invoke(main, ["user", *arguments], input=typed, env=self.env)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    def store(self) -> Store:
        return Store.open(self.settings.data.database_url, keys=lambda: self.vault)

    def user(self, name: str = "jana") -> User:
        with self.store() as store:
            return store.accounts.get_user(name)

    def fits(self, password: str) -> bool:
        with self.store() as store:
            stored = store.credentials.password_of(store.accounts.get_user("jana").id)
        return Passwords().fits(password, stored.hash if stored else None)


@pytest.fixture
def einklang(tmp_path: Path) -> Installation:
    made = Installation(tmp_path)
    put_new_store(made.settings.data.database_url)
    assert made.run("add", "jana", "--all-mailboxes").exit_code == 0
    return made


def test_a_password_is_asked_for_twice_and_not_shown(einklang: Installation) -> None:
    result = einklang.run("password", "jana", typed=f"{GOOD}\n{GOOD}\n")
    assert result.exit_code == 0
    assert GOOD not in result.output
    assert einklang.fits(GOOD)


def test_a_password_comes_from_standard_input_for_programs(einklang: Installation) -> None:
    assert einklang.run("password", "jana", "--stdin", typed=f"{GOOD}\r\n").exit_code == 0
    assert einklang.fits(GOOD)


@pytest.mark.parametrize(
    ("password", "said"), [("too short", "12 characters"), ("Passwort2026!", "guessed early"), ("x" * 1025, "1024")]
)
def test_a_weak_password_is_refused_in_words_and_changes_nothing(
    einklang: Installation, password: str, said: str
) -> None:
    einklang.run("password", "jana", "--stdin", typed=f"{GOOD}\n")
    result = einklang.run("password", "jana", "--stdin", typed=f"{password}\n")
    assert result.exit_code == 1
    assert said in result.stderr
    assert einklang.fits(GOOD)


def test_a_link_is_printed_alone_so_that_it_can_be_sent(einklang: Installation) -> None:
    result = einklang.run("password", "jana", "--link")
    link = result.stdout.strip()
    assert link.startswith("https://einklang.example/dashboard/password?link=")
    with einklang.store() as store:
        secret = link.partition("link=")[2]
        owner = store.credentials.owner_of_link(token_hash(secret), store.accounts.get_user("jana").created_at)
        actions = [each.action for each in store.audit.entries(action="sign_in.")]
        actor = store.audit.latest(1)[0].actor
    assert owner == einklang.user().id
    assert actions == ["sign_in.link_made"]
    assert actor.startswith("cli:")


def test_a_password_is_taken_away_again(einklang: Installation) -> None:
    einklang.run("password", "jana", "--stdin", typed=f"{GOOD}\n")
    assert "no password any more" in einklang.run("password", "jana", "--remove").stdout
    assert not einklang.fits(GOOD)
    assert "has no password." in einklang.run("password", "jana", "--remove").stdout


def test_ways_that_exclude_each_other_are_refused(einklang: Installation) -> None:
    assert einklang.run("password", "jana", "--stdin", "--link").exit_code == 2


@pytest.mark.parametrize("command", ["password", "totp", "identity", "sign-out"])
def test_an_unknown_user_is_told(einklang: Installation, command: str) -> None:
    result = einklang.run(command, "nobody")
    assert result.exit_code == 1
    assert "There is no user 'nobody'" in result.stderr


def test_a_lost_second_factor_is_taken_away(einklang: Installation) -> None:
    assert "has no second factor" in einklang.run("totp", "jana").stdout
    user = einklang.user()
    with einklang.store() as store:
        changes = Changes(store, einklang.vault, Passwords(), "jana", NOW)
        changes.begin_second_factor(user)
        secret = changes.open_secret(user)
        assert secret is not None
        assert changes.confirm_second_factor(user, codes.pyotp.TOTP(secret).at(NOW)) is not None
    assert "recovery codes left: 10" in einklang.run("totp", "jana").stdout
    assert "without a code" in einklang.run("totp", "jana", "--remove").stdout
    with einklang.store() as store:
        assert not store.second_factors.is_on(user.id)
        assert store.second_factors.recovery_left(user.id) == 0


def test_an_identity_is_shown_and_forgotten(einklang: Installation) -> None:
    assert "bound to no identity" in einklang.run("identity", "jana").stdout
    with einklang.store() as store:
        store.identities.bind(einklang.user().id, "https://login.example", "4711", NOW)
    assert "https://login.example: 4711" in einklang.run("identity", "jana").stdout
    assert "Forgotten" in einklang.run("identity", "jana", "--remove").stdout
    assert "bound to no identity" in einklang.run("identity", "jana").stdout


def test_signing_out_says_how_many_sessions_ended(einklang: Installation) -> None:
    assert "(0 sessions)" in einklang.run("sign-out", "jana").stdout
