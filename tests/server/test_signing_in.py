"""Mailboxes opened with what is stored for them; tokens against a real Dovecot that asks a token server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.demo.dovecot import Dovecot
from server.errors import ConnectionLost, LoginRefused, ServerError
from server.mail.connection import ImapConnection, open_connection
from server.mail.login import Login
from server.mail.oauth import Token
from server.secrets import Vault, new_key
from server.settings import OAuth, Settings, load
from server.signing_in import Credentials, provider_named
from server.store import Mailbox, NewMailbox, Store
from tests.dovecot import StartDovecot
from tests.server.mail.imap_script import ScriptedServer
from tests.stores import open_new_store
from tests.token_server import TokenServer, asks_for_tokens, own_provider, token_server

pytest_plugins = ["tests.dovecot"]

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
BOX = "user@example.test"


@pytest.fixture
def tokens() -> Iterator[TokenServer]:
    with token_server() as running:
        yield running


@dataclass
class Desk:
    """A store with one mailbox that signs in with a token."""

    store: Store
    vault: Vault
    settings: Settings
    now: datetime = NOW

    def credentials(self) -> Credentials:
        """As each process makes them."""
        return Credentials(self.store, self.vault, self.settings, lambda: self.now)

    def connect(self, token: Token, *, port: int = 1, username: str = BOX) -> Mailbox:
        new = NewMailbox(BOX, "127.0.0.1", port, "none", username, auth="own")
        return self.store.mailboxes.add(new, self.vault.seal(token.to_json()), NOW)

    def stored(self, mailbox: Mailbox) -> Token:
        return Token.from_json(self.vault.open(self.store.mailboxes.sealed_secret(mailbox.id)))


@pytest.fixture
def desk(tmp_path: Path, tokens: TokenServer) -> Iterator[Desk]:
    settings = load(None, {"EINKLANG_DATA": str(tmp_path), **own_provider(tokens)})
    with open_new_store(settings.data.database_url) as store:
        yield Desk(store, Vault([new_key()]), settings)


def issued(tokens: TokenServer, life: timedelta = timedelta(hours=1)) -> Token:
    said = tokens.issue()
    return Token(str(said["access_token"]), NOW + life, str(said["refresh_token"]))


# without a mail server


def test_a_password_is_opened_as_it_was_sealed(desk: Desk) -> None:
    mailbox = desk.store.mailboxes.add(NewMailbox(BOX, "h", 993, "tls", "u"), desk.vault.seal("geheim"), NOW)
    login = desk.credentials().login(mailbox)
    assert (login.username, login.password, login.token) == ("u", "geheim", "")


def test_a_token_that_is_good_for_long_is_used_as_it_is(desk: Desk, tokens: TokenServer) -> None:
    login = desk.credentials().login(desk.connect(issued(tokens)))
    assert (login.token, login.password, tokens.refreshes) == ("access-0", "", 0)


def test_a_token_is_refreshed_ahead_of_its_end_and_stored_sealed(desk: Desk, tokens: TokenServer) -> None:
    mailbox = desk.connect(issued(tokens, timedelta(minutes=4)))
    assert desk.credentials().login(mailbox).token == "access-1"
    assert desk.stored(mailbox).access == "access-1"
    assert b"access-1" not in desk.store.mailboxes.sealed_secret(mailbox.id)
    assert desk.credentials().login(mailbox).token == "access-1"
    assert tokens.refreshes == 1


def test_many_threads_refresh_a_token_once(desk: Desk, tokens: TokenServer) -> None:
    tokens.rotates = True
    mailbox, credentials = desk.connect(issued(tokens, timedelta(0))), desk.credentials()
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(credentials.login(mailbox).token)) for _ in range(12)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found == ["access-1"] * 12
    assert tokens.refreshes == 1


def test_of_two_processes_the_later_takes_the_token_of_the_earlier(desk: Desk, tokens: TokenServer) -> None:
    tokens.rotates = True  # so the refresh token that the later one has read is used up
    mailbox = desk.connect(issued(tokens, timedelta(0)))

    class Slow(Credentials):
        """Reads what is stored, and then the other process is faster."""

        def _refreshed(self, mailbox: Mailbox, token: Token, sealed: bytes) -> Token:
            assert desk.credentials().login(mailbox).token == "access-1"
            return super()._refreshed(mailbox, token, sealed)

    late = Slow(desk.store, desk.vault, desk.settings, lambda: desk.now)
    assert late.login(mailbox).token == "access-1"
    assert desk.stored(mailbox).access == "access-1"


def test_a_sign_in_that_was_withdrawn_is_told_and_kept(desk: Desk, tokens: TokenServer) -> None:
    mailbox = desk.connect(issued(tokens, timedelta(0)))
    tokens.refresh_tokens.clear()
    with pytest.raises(LoginRefused, match=f"einklang mailbox sign-in {BOX}"):
        desk.credentials().login(mailbox)
    assert desk.stored(mailbox).refresh == "refresh-0"


def test_a_provider_out_of_order_is_trouble_that_passes(desk: Desk, tokens: TokenServer) -> None:
    mailbox = desk.connect(issued(tokens, timedelta(0)))
    tokens.status = 503
    with pytest.raises(ConnectionLost):
        desk.credentials().login(mailbox)
    tokens.status = 0
    assert desk.credentials().login(mailbox).token == "access-1"


@pytest.mark.parametrize("name", ["microsoft", "google", "own"])
def test_a_provider_that_is_not_set_up_is_told_with_its_setting(name: str) -> None:
    with pytest.raises(ServerError, match=rf"oauth\.{name}_client_id in the settings.*docs/mailboxes\.md"):
        provider_named(name, OAuth())


def test_microsofts_addresses_follow_from_tenant_and_authority() -> None:
    settings = OAuth(
        microsoft_client_id="7", microsoft_tenant="t.example", microsoft_authority="https://login.example/"
    )
    provider = provider_named("microsoft", settings)
    assert provider.token_url == "https://login.example/t.example/oauth2/v2.0/token"
    assert provider.device_url == "https://login.example/t.example/oauth2/v2.0/devicecode"
    assert "offline_access" in provider.scope


# with a mail server


@pytest.fixture
def asking(start_dovecot: StartDovecot, tokens: TokenServer) -> Iterator[Dovecot]:
    """A Dovecot that takes tokens and asks the token server whether they are good."""
    with asks_for_tokens(tokens) as more:
        yield start_dovecot(more=more)


def login(server: Dovecot, token: str, username: str = BOX) -> Login:
    return Login(BOX, "localhost", server.tls_port, "tls", username, "", server.ca_file, token=token)


@pytest.mark.dovecot
@pytest.mark.parametrize("mechanism", ["oauthbearer", "xoauth2"])
def test_a_real_server_takes_a_good_token_by_either_way_and_refuses_another_in_words(
    start_dovecot: StartDovecot, tokens: TokenServer, mechanism: str
) -> None:
    with asks_for_tokens(tokens, mechanism) as more:
        server = start_dovecot(more=more)
        token = str(tokens.issue()["access_token"])
        with open_connection(login(server, token)) as connection:
            assert connection.examine("INBOX").exists == 0
        assert ("/tokeninfo", {"token": token}) in tokens.asked
        with pytest.raises(LoginRefused, match=r"not take the token \(status .*mailbox sign-in") as refused:
            open_connection(login(server, "no-such-token"))
    assert "no-such-token" not in str(refused.value)


@pytest.mark.dovecot
def test_the_token_of_one_account_does_not_open_the_mailbox_of_another(asking: Dovecot, tokens: TokenServer) -> None:
    tokens.user = "somebody.else@example.test"
    with pytest.raises(LoginRefused, match=f"may open {BOX}"):
        open_connection(login(asking, str(tokens.issue()["access_token"])))


@pytest.mark.dovecot
def test_a_token_that_a_real_server_no_longer_takes_is_refreshed_once_and_tried_once_more(
    asking: Dovecot, tokens: TokenServer, desk: Desk
) -> None:
    mailbox = desk.connect(issued(tokens), port=asking.port)
    tokens.valid.clear()  # withdrawn long before its end
    with desk.credentials().open(mailbox, open_connection) as connection:
        assert connection.login.token == "access-1"
    assert (tokens.refreshes, desk.stored(mailbox).access) == (1, "access-1")


@pytest.mark.dovecot
def test_a_token_that_stays_refused_is_tried_twice_and_no_more(
    asking: Dovecot, tokens: TokenServer, desk: Desk
) -> None:
    mailbox = desk.connect(issued(tokens), port=asking.port)
    tokens.user, tried = "somebody.else@example.test", []

    def open_it(login: Login) -> ImapConnection:
        tried.append(login.token)
        return open_connection(login)

    with pytest.raises(LoginRefused):
        desk.credentials().open(mailbox, open_it)
    assert tried == ["access-0", "access-1"]


def test_a_server_that_offers_no_way_for_tokens_gets_none() -> None:
    with ScriptedServer() as server:
        here = Login(BOX, "127.0.0.1", server.port, "none", BOX, "", token="secret-token")
        with pytest.raises(LoginRefused, match="takes no OAuth2 token, so none was sent"):
            open_connection(here)
        assert b"secret" not in server.received
        assert b"AUTHENTICATE" not in server.received


def test_a_token_is_no_reason_to_sign_in_unprotected() -> None:
    with pytest.raises(ServerError, match="nothing was sent"):
        open_connection(Login(BOX, "mail.example.test", 143, "none", BOX, "", token="secret-token"))
