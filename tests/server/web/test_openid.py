"""Signing in at a real identity provider, and at one that lies."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from werkzeug.test import TestResponse

from coach import Coach
from server.access import EVERYTHING
from server.sign_in.openid import Provider
from server.web.dashboard.visitor import JOURNEY, SESSION
from tests.identity_provider import CLIENT, SECRET, IdentityProvider, Person, identity_provider
from tests.server.web.sign_in_site import GOOD, Browser, Site, open_site

BACK = "http://127.0.0.1:8765/dashboard/sign-in/provider/back"
START = "/sign-in/provider"


@dataclass
class Meeting:
    """Pages and provider, which know each other."""

    site: Site
    provider: IdentityProvider
    seconds: list[float] = field(default_factory=lambda: [0.0])

    def leave(self, browser: Browser, to: str = "") -> str:
        """Begins at the pages, is let in at the provider, and comes back with this address."""
        away = browser.get(START + (f"?to={to}" if to else ""))
        assert away.status_code == 303, away.text
        came = requests.get(away.headers["Location"], allow_redirects=False, timeout=60)
        assert came.status_code == 302, came.text
        return came.headers["Location"]

    def back(self, browser: Browser, address: str) -> TestResponse:
        return browser.get(address.partition("/dashboard")[2])

    def sign_in(self, browser: Browser | None = None, to: str = "") -> TestResponse:
        browser = browser or self.site.browser()
        return self.back(browser, self.leave(browser, to))


@contextmanager
def meeting(folder: Path, coach: Coach, **env: str) -> Iterator[Meeting]:
    with identity_provider(BACK) as provider:
        settings = {"ISSUER": provider.issuer, "CLIENT_ID": CLIENT, "NAME": "Werkskonto", **env}
        with open_site(folder, coach, **{f"EINKLANG_OPENID_{key}": value for key, value in settings.items()}) as site:
            site.office.now[0] = datetime.now(UTC)  # the provider's own clock is that of the machine
            seconds = [0.0]
            found = site.office.services
            known = Provider(found.settings.openid, SECRET, seconds=lambda: seconds[0])
            site.office.services = replace(found, openid=known)
            site.__post_init__()
            yield Meeting(site, provider, seconds)


@pytest.fixture
def met(tmp_path: Path, coach: Coach) -> Iterator[Meeting]:
    with meeting(tmp_path, coach) as met:
        met.site.add("jana@team.example", password="")
        yield met


def test_whom_the_provider_vouches_for_is_in_and_on_the_page_that_was_asked_for(met: Meeting) -> None:
    browser = met.site.browser()
    assert "Sign in with Werkskonto" in browser.get("/sign-in").text
    answer = met.sign_in(browser, to="/dashboard/account")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/dashboard/account")
    page = browser.get("/account").text
    assert "jana@team.example" in page
    assert "You sign in through Werkskonto" in page
    assert met.site.audited() == ["sign_in.identity_bound"]


def test_the_browser_carries_state_nonce_and_a_challenge_and_no_secret(met: Meeting) -> None:
    away = met.site.browser().get(START)
    asked = {key: value[0] for key, value in parse_qs(urlsplit(away.headers["Location"]).query).items()}
    assert asked["code_challenge_method"] == "S256"
    assert asked["response_type"] == "code"
    assert asked["redirect_uri"] == BACK
    assert len({asked["state"], asked["nonce"], asked["code_challenge"]}) == 3
    cookie = away.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    for each in (asked["state"], asked["nonce"], SECRET):
        assert each not in cookie


WRONG = (
    "another nonce",
    "no nonce",
    "another audience",
    "another audience besides",
    "made for another",
    "no audience",
    "expired",
    "never expires",
    "made long ago",
    "made in the future",
    "not yet valid",
    "another issuer",
    "nobody",
    "a number",
    "an endless name",
    "another access token",
    "unsigned",
    "signed with the public key",
    "signed with another key",
    "signed with a key that it brings along",
    "an algorithm that was not offered",
    "changed afterwards",
    "no id_token",
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, coach: Coach) -> Iterator[Meeting]:
    with meeting(tmp_path_factory.mktemp("shared"), coach) as met:
        met.site.add("jana@team.example", password="")
        yield met


@pytest.mark.parametrize("attack", WRONG)
def test_a_token_that_is_not_wholly_right_opens_nothing(shared: Meeting, attack: str) -> None:
    met = shared
    met.provider.attack = attack
    browser = met.site.browser()
    answer = met.sign_in(browser)
    assert answer.status_code == 403, attack
    assert "could not be verified" in answer.text
    assert SESSION not in str(answer.headers)
    assert not browser.is_in
    met.provider.attack = ""
    assert met.sign_in(browser).status_code == 303, "and nothing else was wrong"


@pytest.mark.parametrize(
    "twist",
    [
        lambda address: address.replace("state=", "state=x"),
        lambda address: address.partition("&state=")[0],
        lambda address: address + "&iss=https%3A%2F%2Fother.example",
    ],
    ids=["another state", "no state", "another issuer answers"],
)
def test_an_answer_to_something_else_opens_nothing(met: Meeting, twist: Callable[[str], str]) -> None:
    browser = met.site.browser()
    answer = met.back(browser, twist(met.leave(browser)))
    assert answer.status_code == 403
    assert not browser.is_in


def test_an_answer_opens_nothing_in_another_browser(met: Meeting) -> None:
    # an attacker lets their victim come back with the attacker's own code
    address = met.leave(met.site.browser())
    victim = met.site.browser()
    assert met.back(victim, address).status_code == 403
    met.leave(victim)
    assert met.back(victim, address).status_code == 403
    assert not victim.is_in


def test_a_code_is_good_once(met: Meeting) -> None:
    browser = met.site.browser()
    address = met.leave(browser)
    journey = browser.client.get_cookie(JOURNEY, path="/dashboard")
    assert journey is not None
    assert met.back(browser, address).status_code == 303
    assert browser.client.get_cookie(JOURNEY, path="/dashboard") is None
    thief = met.site.browser()
    thief.client.set_cookie(JOURNEY, journey.value, path="/dashboard")
    assert met.back(thief, address).status_code == 403, "the provider knows the code no more"
    assert not thief.is_in


def test_a_journey_takes_ten_minutes_at_most_and_is_sealed(met: Meeting) -> None:
    browser = met.site.browser()
    address = met.leave(browser)
    met.site.office.later(timedelta(minutes=10))
    browser.client.set_cookie(JOURNEY, browser.client.get_cookie(JOURNEY, path="/dashboard").value, path="/dashboard")  # type: ignore[union-attr]
    assert met.back(browser, address).status_code == 403
    for forged in ("x", "gAAAAA", json.dumps({"state": "x"})):
        other = met.site.browser()
        other.client.set_cookie(JOURNEY, forged, path="/dashboard")
        assert met.back(other, "/dashboard/sign-in/provider/back?state=x&code=y").status_code == 403


def test_an_error_of_the_provider_is_told_and_its_text_is_not_shown(met: Meeting) -> None:
    browser = met.site.browser()
    state = parse_qs(urlsplit(met.leave(browser)).query)["state"][0]
    said = "&error=access_denied&error_description=%3Cscript%3Ealert(1)%3C/script%3E"
    answer = met.back(browser, f"{BACK}?state={state}{said}")
    assert answer.status_code == 403
    assert "cancelled" in answer.text
    assert "alert(1)" not in answer.text


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "/dashboard//evil.example"])
def test_the_way_back_never_leads_elsewhere(met: Meeting, wanted: str) -> None:
    assert met.sign_in(to=wanted).headers["Location"] == "/dashboard/"


# whose account it is


def test_a_mail_address_that_is_not_verified_counts_for_nothing(met: Meeting) -> None:
    for unverified in ({"email_verified": False}, {"email_verified": "false"}, {}):
        met.provider.person = Person("666", {"email": "jana@team.example", **unverified})
        answer = met.sign_in()
        assert answer.status_code == 403
        assert "has not verified" in answer.text


def test_after_the_first_time_the_subject_counts_and_not_the_address(met: Meeting) -> None:
    met.sign_in()
    met.provider.person = Person("4711", {"email": "jana.married@team.example", "email_verified": True})
    browser = met.site.browser()
    met.sign_in(browser)
    assert "jana@team.example" in browser.get("/account").text
    met.provider.person = Person("4712", {"email": "jana@team.example", "email_verified": True})
    answer = met.sign_in()
    assert answer.status_code == 403
    assert "belongs to another account" in answer.text


def test_who_is_not_known_here_does_not_come_in(met: Meeting) -> None:
    met.provider.person = Person("4712", {"email": "otto@team.example", "email_verified": True})
    answer = met.sign_in()
    assert answer.status_code == 403
    assert "nobody here has this name" in answer.text


def test_an_unbound_identity_is_bound_anew_and_its_sessions_are_over(met: Meeting) -> None:
    browser = met.site.browser()
    met.sign_in(browser)
    user = met.site.office.store.accounts.get_user("jana@team.example")
    assert met.site.changes().unbind(user) == 1
    assert not browser.is_in
    met.provider.person = Person("4712", {"email": "jana@team.example", "email_verified": True})
    assert met.sign_in().status_code == 303


def test_a_removed_user_is_out_and_their_identity_is_nobody_s(met: Meeting) -> None:
    browser = met.site.browser()
    met.sign_in(browser)
    met.site.office.store.accounts.remove_user("jana@team.example")
    assert not browser.is_in
    assert met.sign_in().status_code == 403


@pytest.mark.parametrize(("all_of_them", "seen"), [("true", None), ("false", 1)])
def test_whom_the_settings_let_add_becomes_a_rep_with_the_mailboxes_named_there(
    tmp_path: Path, coach: Coach, all_of_them: str, seen: int | None
) -> None:
    env = {"ADDS_USERS": "true", "MAILBOXES": "support@waagen-kern.example", "ALL_MAILBOXES": all_of_them}
    with meeting(tmp_path, coach, **env) as met:
        met.site.office.connect()
        met.site.office.connect("other@waagen-kern.example")
        assert met.sign_in().status_code == 303
        accounts = met.site.office.store.accounts
        user = accounts.get_user("jana@team.example")
        sight = accounts.sight_of(user)
        assert user.role == "rep"
        assert (len(sight.mailboxes) if sight.mailboxes is not None else None) == seen


def test_groups_of_the_provider_set_the_role_at_each_sign_in(tmp_path: Path, coach: Coach) -> None:
    env = {"ADDS_USERS": "true", "ALL_MAILBOXES": "true", "ADMIN_GROUPS": "/it", "LEAD_GROUPS": "/leads, /heads"}
    with meeting(tmp_path, coach, **env) as met:
        claims = dict(met.provider.person.claims)
        before: Browser | None = None
        for groups, role in (
            (["/it", "/leads"], "admin"),
            (["/heads"], "lead"),
            (["/others", 7], "rep"),
            ("/it", "admin"),
            (None, "rep"),
            ({"/it": True}, "rep"),
        ):
            met.provider.person = Person("4711", claims | ({"groups": groups} if groups is not None else {}))
            browser = met.site.browser()
            met.sign_in(browser)
            assert met.site.office.store.accounts.get_user("jana@team.example").role == role
            assert browser.is_in
            assert before is None or not before.is_in or groups == {"/it": True}, "another role ends sessions"
            before = browser
        entries = list(met.site.office.store.audit.entries(action="user.role"))
        assert {each.actor for each in entries} == {"openid"}


def test_without_groups_in_the_settings_roles_are_left_alone(met: Meeting) -> None:
    met.site.office.store.accounts.change_role("jana@team.example", "lead")
    met.provider.person = Person("4711", {**met.provider.person.claims, "groups": ["admin"]})
    met.sign_in()
    assert met.site.office.store.accounts.get_user("jana@team.example").role == "lead"


def test_another_claim_names_people_where_the_settings_say_so(tmp_path: Path, coach: Coach) -> None:
    with meeting(tmp_path, coach, NAME_CLAIM="preferred_username") as met:
        met.site.add("jkern", password="")
        met.provider.person = Person("4711", {"preferred_username": "JKern"})
        assert met.sign_in().status_code == 303
        for nobody in (
            {},
            {"preferred_username": ""},
            {"preferred_username": ["jkern"]},
            {"preferred_username": "x" * 300},
        ):
            met.provider.person = Person("4712", dict(nobody))
            assert met.sign_in().status_code == 403


def test_where_it_is_the_only_way_no_password_and_no_token_opens(tmp_path: Path, coach: Coach) -> None:
    with meeting(tmp_path, coach, ONLY="true") as met:
        met.site.add("jana@team.example")
        met.site.office.store.accounts.add_user("otto", "rep", met.site.office.now[0], sees=EVERYTHING)
        token = met.site.token("otto")
        browser = met.site.browser()
        page = browser.get("/sign-in").text
        assert 'name="password"' not in page
        csrf = met.provider.issuer  # a form of somebody who remembers the fields
        assert browser.client.post("/dashboard/sign-in", data={"csrf": csrf, "token": token}).status_code == 403
        found, now = met.site.office.services, met.site.office.now[0]
        from server.sign_in.entrance import Refusal
        from server.sign_in.slowing import Asker

        asker = Asker("192.0.2.1")
        assert found.entrance.by_password("jana@team.example", GOOD, asker, now) == Refusal("use_provider")
        assert found.entrance.by_token(token, asker, now) == Refusal("use_provider")
        assert met.sign_in(browser).status_code == 303


# the provider itself


def test_another_key_of_the_provider_is_fetched_when_it_is_needed_and_not_for_every_token(met: Meeting) -> None:
    for _ in range(3):
        met.sign_in()
    assert met.provider.calls.count("/keys") == 1
    assert met.provider.calls.count("/realm/.well-known/openid-configuration") == 1
    met.provider.rotate()
    assert met.sign_in().status_code == 403, "not at once: tokens are no way to make us ask"
    met.seconds[0] += 61
    assert met.sign_in().status_code == 303
    assert met.provider.calls.count("/keys") == 2
    met.seconds[0] += 3601
    met.sign_in()
    assert met.provider.calls.count("/realm/.well-known/openid-configuration") == 2


def test_a_provider_that_offers_weak_algorithms_alone_lets_nobody_in(met: Meeting) -> None:
    met.provider.attack = "no algorithm of two keys offered"
    assert met.sign_in().status_code == 403


def test_keys_of_curves_are_taken_too(met: Meeting) -> None:
    from joserfc.jwk import ECKey

    met.provider.key = ECKey.generate_key("P-256", {"kid": "curve", "use": "sig"})  # type: ignore[assignment]
    met.provider.algorithm = "ES256"
    assert met.sign_in().status_code == 303


@pytest.mark.parametrize("attack", ["another issuer in the configuration", "plain http", "moved", "no document"])
def test_a_provider_that_is_not_what_it_should_be_is_not_gone_to(met: Meeting, attack: str) -> None:
    met.provider.attack = attack
    answer = met.site.browser().get(START)
    assert answer.status_code in (403, 503)
    assert "Location" not in answer.headers


def test_while_it_is_down_nobody_waits_for_it_and_passwords_still_open(met: Meeting) -> None:
    met.provider.is_down = True
    browser = met.site.browser()
    for _ in range(3):
        answer = browser.get(START)
        assert answer.status_code == 503
        assert "cannot be reached" in answer.text
    assert len(met.provider.calls) == 1
    met.site.add("otto")
    assert met.site.browser().sign_in("otto").status_code == 303
    met.provider.is_down = False
    met.seconds[0] += 11
    assert met.sign_in(browser).status_code == 303


def test_without_a_provider_in_the_settings_there_is_no_such_page(tmp_path: Path, coach: Coach) -> None:
    with open_site(tmp_path, coach) as site:
        assert "sign-in/provider" not in site.browser().get("/sign-in").text
        assert site.browser().get(START).status_code == 404
        assert site.browser().get("/sign-in/provider/back?state=x&code=y").status_code == 404


def test_the_log_says_what_was_wrong_without_secrets(met: Meeting, caplog: pytest.LogCaptureFixture) -> None:
    met.provider.attack = "another audience"
    browser = met.site.browser()
    address = met.leave(browser)
    met.back(browser, address)
    assert "aud" in caplog.text
    code: Any = parse_qs(urlsplit(address).query)["code"][0]
    for secret in (code, SECRET):
        assert secret not in caplog.text
