"""Tokens: asked for on any device or in a browser, refreshed ahead of time, refused in words."""

from __future__ import annotations

import dataclasses
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from server.errors import ConnectionLost, LoginRefused, MailError
from server.mail import oauth, oauth_browser, oauth_device
from server.mail.oauth import Provider, Token
from tests.token_server import CLIENT, TokenServer, token_server

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
BOX = "user@example.test"


@pytest.fixture
def server() -> Iterator[TokenServer]:
    with token_server() as running:
        yield running


def provider(server: TokenServer, **other: str) -> Provider:
    given = {"client_id": CLIENT, "scope": "mail offline_access", **other}
    return Provider(
        name="own",
        title="Own",
        token_url=given.pop("token_url", f"{server.url}/token"),
        device_url=f"{server.url}/devicecode",
        authorize_url=f"{server.url}/authorize",
        **given,
    )


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = NOW, list[float]()

    def __call__(self) -> datetime:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)


def consent(server: TokenServer, clock: Clock) -> Token:
    own = provider(server)
    code = oauth_device.ask_for_code(own, BOX, NOW)
    return oauth_device.wait_for_consent(own, code, BOX, clock=clock, sleep=clock.sleep)


# device codes


def test_a_code_to_enter_is_given_with_its_page_and_its_end(server: TokenServer) -> None:
    code = oauth_device.ask_for_code(provider(server), BOX, NOW)
    assert (code.url, code.user_code, code.interval) == ("https://login.example.test/device", "ABCD-EFGH", 5)
    assert code.expires_at == NOW + timedelta(minutes=15)
    assert "device-secret" not in repr(code)


def test_the_token_comes_once_the_person_has_agreed(server: TokenServer) -> None:
    clock = Clock()
    server.pending = ["authorization_pending"] * 3
    token = consent(server, clock)
    assert (token.access, token.refresh) == ("access-0", "refresh-0")
    assert token.expires_at == clock.now + timedelta(hours=1)
    assert clock.slept == [5, 5, 5, 5]


def test_a_provider_that_says_slow_down_is_asked_less_often(server: TokenServer) -> None:
    clock = Clock()
    server.pending = ["slow_down", "authorization_pending"]
    consent(server, clock)
    assert clock.slept == [5, 10, 10]


def test_a_provider_that_stumbles_meanwhile_is_asked_again(server: TokenServer) -> None:
    clock = Clock()
    server.pending = ["temporarily_unavailable"]
    assert consent(server, clock).access == "access-0"
    assert clock.slept == [5, 10]


@pytest.mark.parametrize(("error", "words"), [("access_denied", "declined"), ("expired_token", "not entered in time")])
def test_a_person_who_declines_or_takes_too_long_is_told(server: TokenServer, error: str, words: str) -> None:
    server.pending = [error]
    with pytest.raises(LoginRefused, match=words):
        consent(server, Clock())


def test_nobody_waits_longer_than_the_code_lives(server: TokenServer) -> None:
    clock = Clock()
    server.pending = ["authorization_pending"] * 1000
    with pytest.raises(LoginRefused, match="not entered in time"):
        consent(server, clock)
    assert clock.now - NOW <= timedelta(minutes=15, seconds=5)


def test_an_unknown_client_id_is_told_with_the_setting_to_check(server: TokenServer) -> None:
    with pytest.raises(LoginRefused, match="microsoft_client_id"):
        oauth_device.ask_for_code(provider(server, client_id="other"), BOX, NOW)


# browsers


def test_a_browser_that_comes_back_brings_the_token(server: TokenServer) -> None:
    own = provider(server)
    with oauth_browser.Landing() as landing:
        invitation = oauth_browser.invite(own, landing.redirect_uri, BOX)
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(invitation.url).query))
        urllib.request.urlopen(server.authorize(query)).close()
        address = landing.wait(60)
    assert address is not None
    token = oauth_browser.accept(own, invitation, address, BOX, NOW)
    assert token.access.startswith("access-")
    assert query["login_hint"] == BOX
    assert query["code_challenge_method"] == "S256"
    assert server.asked[-1][1]["redirect_uri"] == landing.redirect_uri


def test_a_browser_that_asks_for_something_else_does_not_end_the_waiting() -> None:
    with oauth_browser.Landing() as landing:
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"{landing.redirect_uri}/favicon.ico")
        assert landing.wait(0.01) is None


def test_an_answer_to_another_question_is_refused(server: TokenServer) -> None:
    own = provider(server)
    invitation = oauth_browser.invite(own, "http://127.0.0.1:1", BOX)
    with pytest.raises(LoginRefused, match="does not answer the question"):
        oauth_browser.accept(own, invitation, "http://127.0.0.1:1?state=forged&code=code-0", BOX, NOW)
    assert server.asked == []


def test_a_stolen_code_is_worth_nothing_without_what_only_we_know(server: TokenServer) -> None:
    own = provider(server)
    invitation = oauth_browser.invite(own, "http://127.0.0.1:1", BOX)
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(invitation.url).query))
    thief = dataclasses.replace(invitation, verifier="x" * 64)
    with pytest.raises(LoginRefused, match="invalid_grant"):
        oauth_browser.accept(own, thief, server.authorize(query), BOX, NOW)


def test_declining_in_the_browser_is_told(server: TokenServer) -> None:
    own = provider(server)
    invitation = oauth_browser.invite(own, "http://127.0.0.1:1", BOX)
    address = f"http://127.0.0.1:1?state={invitation.state}&error=access_denied"
    with pytest.raises(LoginRefused, match="declined"):
        oauth_browser.accept(own, invitation, address, BOX, NOW)


def test_google_is_asked_for_a_token_that_lasts(server: TokenServer) -> None:
    google = oauth.google("id", "secret")
    url = oauth_browser.invite(google, "http://127.0.0.1:1", BOX).url
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(url).query))
    assert url.startswith("https://accounts.google.com/")
    assert (query["access_type"], query["prompt"], query["scope"]) == ("offline", "consent", "https://mail.google.com/")
    assert google.device_url == ""  # it gives no device codes for this scope


# refreshing


def issued(server: TokenServer) -> Token:
    return oauth.token_in(server.issue(), provider(server), BOX, NOW)


def test_a_token_is_due_before_it_expires(server: TokenServer) -> None:
    token = issued(server)
    assert not token.is_due(NOW + timedelta(minutes=54))
    assert token.is_due(NOW + timedelta(minutes=55))


def test_a_refreshed_token_keeps_the_refresh_token_that_was_not_replaced(server: TokenServer) -> None:
    fresh = oauth.refreshed(provider(server), issued(server), BOX, NOW)
    assert (fresh.access, fresh.refresh) == ("access-1", "refresh-0")


def test_a_refresh_token_that_is_replaced_is_taken_over(server: TokenServer) -> None:
    server.rotates = True
    assert oauth.refreshed(provider(server), issued(server), BOX, NOW).refresh == "refresh-1"


def test_a_client_secret_goes_into_the_body_and_none_goes_nowhere(server: TokenServer) -> None:
    oauth.refreshed(provider(server), issued(server), BOX, NOW)
    assert "client_secret" not in server.asked[-1][1]
    server.client_secret = "s3cret"
    oauth.refreshed(provider(server, client_secret="s3cret"), issued(server), BOX, NOW)
    assert server.asked[-1][1]["client_secret"] == "s3cret"


def test_a_client_with_a_secret_shows_it_when_it_asks_for_a_code_too(server: TokenServer) -> None:
    server.client_secret = "s3cret"
    assert oauth_device.ask_for_code(provider(server, client_secret="s3cret"), BOX, NOW).user_code == "ABCD-EFGH"
    with pytest.raises(LoginRefused):
        oauth_device.ask_for_code(provider(server), BOX, NOW)


def test_microsoft_is_not_told_the_shared_mailbox_as_the_account_that_signs_in(server: TokenServer) -> None:
    microsoft = oauth.microsoft("id", "organizations", "https://login.example.test")
    url = oauth_browser.invite(microsoft, "http://localhost:1", BOX).url
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(url).query))
    assert "login_hint" not in query
    assert query["prompt"] == "select_account"


def test_a_token_survives_being_stored() -> None:
    token = Token("a", NOW, "r")
    assert Token.from_json(token.to_json()) == token
    assert "'a'" not in repr(token)


@pytest.mark.parametrize(
    ("error", "description", "words"),
    [
        ("invalid_grant", "", "expired or was withdrawn"),
        ("invalid_grant", "AADSTS700082: The refresh token has expired due to inactivity.", "not used for 90 days"),
        ("invalid_grant", "AADSTS50173: expired", "password was changed"),
        ("interaction_required", "AADSTS50076: multi-factor", "second factor"),
        ("invalid_client", "", "client id"),
        ("invalid_request", "AADSTS7000218: client_assertion", "Allow public client flows"),
        ("something_new", "Words of the provider", "Words of the provider"),
    ],
)
def test_every_refusal_says_why_and_how_to_sign_in_again(
    server: TokenServer, error: str, description: str, words: str
) -> None:
    server.refusal = (error, description)
    with pytest.raises(LoginRefused, match=words) as refused:
        oauth.refreshed(provider(server), issued(server), BOX, NOW)
    assert f"einklang mailbox sign-in {BOX}" in str(refused.value)
    assert "refresh-0" not in str(refused.value)


@pytest.mark.parametrize("status", [500, 503, 429, 404, 200])
def test_a_provider_out_of_order_is_no_reason_to_sign_in_again(server: TokenServer, status: int) -> None:
    server.status = status
    with pytest.raises(ConnectionLost, match="sign-in service") as trouble:
        oauth.refreshed(provider(server), issued(server), BOX, NOW)
    assert "refresh-0" not in str(trouble.value)


def test_a_provider_that_is_not_there_is_no_reason_to_sign_in_again(server: TokenServer) -> None:
    away = provider(server, token_url="http://127.0.0.1:1/token")
    with pytest.raises(ConnectionLost, match="cannot be reached"):
        oauth.refreshed(away, issued(server), BOX, NOW)


def test_no_secret_follows_a_redirection(server: TokenServer) -> None:
    with pytest.raises(ConnectionLost):
        oauth.refreshed(provider(server, token_url=f"{server.url}/moved"), issued(server), BOX, NOW)
    assert server.asked == []


def test_without_a_refresh_token_somebody_has_to_sign_in_again(server: TokenServer) -> None:
    with pytest.raises(LoginRefused, match="cannot be renewed"):
        oauth.refreshed(provider(server), Token("a", NOW), BOX, NOW)


@pytest.mark.parametrize("answer", [{}, {"access_token": 7}, {"access_token": "a\r\nA1 DELETE INBOX"}])
def test_an_answer_without_a_usable_token_is_refused(server: TokenServer, answer: dict[str, object]) -> None:
    with pytest.raises(MailError, match="no access token"):
        oauth.token_in(answer, provider(server), BOX, NOW)


def test_threads_that_wait_in_parallel_do_not_mix_up_their_tokens(server: TokenServer) -> None:
    token, found = issued(server), list[Token]()
    own = provider(server)
    threads = [threading.Thread(target=lambda: found.append(oauth.refreshed(own, token, BOX, NOW))) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len({each.access for each in found}) == 8
