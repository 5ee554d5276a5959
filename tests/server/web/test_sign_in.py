"""Signing in by password: who gets in, what ends a session, how guessing is slowed down without locking anybody out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from coach import Coach
from server.secrets import token_hash
from server.sign_in.passwords import Passwords
from server.web.dashboard.visitor import SESSION, VISIT
from tests.server.web.sign_in_site import BETTER, GOOD, Site, open_site
from tests.stores import sqlite_file


@pytest.fixture
def site(tmp_path: Path, coach: Coach) -> Iterator[Site]:
    with open_site(tmp_path, coach) as site:
        yield site


def secret_of(answer: object) -> str:
    return str(answer).split(f"{SESSION}=")[1].split(";")[0]


def test_name_and_password_open_the_pages_and_lead_to_the_one_that_was_asked_for(site: Site) -> None:
    site.add()
    browser = site.browser()
    answer = browser.post("/sign-in?to=/dashboard/account", "/sign-in", name=" JANA ", password=GOOD)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/dashboard/account")
    assert "jana" in browser.get("/account").text


@pytest.mark.parametrize("name", ["jana", "nobody", "", "x" * 3000, "j\u0000ana"])
def test_wrong_passwords_and_unknown_names_are_told_the_same(site: Site, name: str) -> None:
    site.add()
    answer = site.browser().sign_in(name, "something else entirely")
    assert answer.status_code == 422
    assert "Name or password are wrong." in answer.text
    assert SESSION not in str(answer.headers)


def test_a_name_without_password_does_not_come_in_by_any(site: Site) -> None:
    site.add(password="")
    assert site.browser().sign_in("jana", "").status_code == 422
    assert site.browser().sign_in("jana", GOOD).status_code == 422


def test_for_unknown_names_as_much_is_computed_as_for_known_ones() -> None:
    asked = []

    class Watched(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> bool:
            asked.append(hash)
            return super().verify(hash, password)

    passwords = Passwords(Watched())
    known = passwords.hashed(GOOD)
    assert not passwords.fits(GOOD, None)
    assert not passwords.fits("another", known)
    unknown, wrong = (str(each) for each in asked)
    assert unknown.rpartition("$")[0].rpartition("$")[0] == "$argon2id$v=19$m=65536,t=3,p=4"
    assert [len(each) for each in unknown.split("$")] == [len(each) for each in wrong.split("$")]


def test_the_same_letters_typed_otherwise_are_the_same_password(site: Site) -> None:
    site.add(password="grüner Käse im Büro")
    assert site.browser().sign_in("jana", "gru\u0308ner Ka\u0308se im Bu\u0308ro").status_code == 303


def test_a_hash_with_older_parameters_is_made_anew_at_the_next_sign_in(site: Site) -> None:
    user = site.add()
    store = site.office.store
    old = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1).hash(GOOD)
    store.credentials.set_password(user.id, old, site.office.now[0])
    assert site.browser().sign_in().status_code == 303
    fresh = store.credentials.password_of(user.id)
    assert fresh is not None
    assert fresh.hash != old
    assert "m=8,t=1,p=1" in fresh.hash
    assert site.browser().sign_in().status_code == 303


def test_hashes_are_argon2id_with_the_low_memory_profile_of_rfc_9106() -> None:
    made = Passwords().hashed(GOOD)
    assert made.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert Passwords().fits(GOOD, made)
    assert not Passwords().is_outdated(made)


def test_the_session_is_a_secret_of_256_bits_of_which_only_the_hash_is_stored(site: Site) -> None:
    site.add()
    secret = secret_of(site.browser().sign_in().headers)
    assert len(secret) == 43
    file = sqlite_file(site.office.services.settings.data.database_url)
    stored = b"".join(each.read_bytes() for each in file.parent.glob(f"{file.name}*"))
    assert secret.encode() not in stored
    assert token_hash(secret).encode() in stored
    assert GOOD.encode() not in stored


def test_each_sign_in_gets_another_secret_and_the_one_before_opens_nothing_more(site: Site) -> None:
    site.add()
    browser = site.browser()
    first = secret_of(browser.sign_in().headers)
    browser.client.set_cookie(SESSION, first, path="/dashboard")
    page = browser.get("/account").text
    csrf = page.split('name="csrf" value="')[1].split('"')[0]
    again = browser.client.post("/dashboard/sign-in", data={"csrf": csrf, "name": "jana", "password": GOOD})
    assert secret_of(again.headers) != first
    browser.client.set_cookie(SESSION, first, path="/dashboard")
    assert not browser.is_in


def test_a_secret_that_was_there_before_signing_in_is_worth_nothing_after_it(site: Site) -> None:
    site.add()
    browser = site.browser()
    browser.client.set_cookie(SESSION, "x" * 43, path="/dashboard")
    assert secret_of(browser.sign_in().headers) != "x" * 43
    browser.client.set_cookie(SESSION, "x" * 43, path="/dashboard")
    assert not browser.is_in


def test_cookies_are_out_of_reach_for_scripts_and_other_sites(site: Site) -> None:
    site.add()
    browser = site.browser()
    answer = browser.sign_in()
    for cookie in answer.headers.getlist("Set-Cookie"):
        assert {"HttpOnly", "SameSite=Lax", "Path=/dashboard"} <= set(cookie.split("; "))


def test_by_tls_cookies_are_of_this_host_alone(tmp_path: Path, coach: Coach) -> None:
    with open_site(tmp_path, coach, EINKLANG_WEB_PUBLIC_URL="https://einklang.example") as site:
        site.add()
        client = site.app.test_client()
        https = {"base_url": "https://einklang.example"}
        page = client.get("/dashboard/sign-in", **https)
        csrf = page.text.split('name="csrf" value="')[1].split('"')[0]
        data = {"csrf": csrf, "name": "jana", "password": GOOD}
        answer = client.post("/dashboard/sign-in", data=data, **https)
        cookies = page.headers.getlist("Set-Cookie") + answer.headers.getlist("Set-Cookie")
        assert {each.partition("=")[0] for each in cookies} >= {f"__Host-{VISIT}", f"__Host-{SESSION}"}
        for cookie in cookies:
            assert {"HttpOnly", "SameSite=Lax", "Path=/", "Secure"} <= set(cookie.split("; "))
            assert "Domain" not in cookie
        assert client.get("/dashboard/account", **https).status_code == 200
        other = site.app.test_client()  # a cookie that another host of the domain has planted
        other.set_cookie(SESSION, secret_of(answer.headers), domain="einklang.example", path="/", secure=True)
        assert other.get("/dashboard/account", **https).status_code == 303


def test_a_session_ends_after_twelve_hours_of_rest_and_after_seven_days_in_any_case(site: Site) -> None:
    site.add()
    resting, busy = site.browser(), site.browser()
    resting.sign_in()
    busy.sign_in()
    for _ in range(14):
        site.office.later(timedelta(hours=11, minutes=59))
        assert busy.is_in
    assert not resting.is_in
    site.office.later(timedelta(minutes=15))
    assert not busy.is_in


def test_signing_out_ends_the_session_on_the_server_too(site: Site) -> None:
    site.add()
    browser = site.browser()
    secret = secret_of(browser.sign_in().headers)
    assert browser.post("/sign-out", "/account").status_code == 303
    browser.client.set_cookie(SESSION, secret, path="/dashboard")
    assert not browser.is_in


@pytest.mark.parametrize("what", ["removed", "another role", "another password", "no password", "signed out"])
def test_sessions_end_with_what_they_rest_on(site: Site, what: str) -> None:
    user = site.add()
    browsers = [site.browser(), site.browser()]
    for each in browsers:
        each.sign_in()
        assert each.is_in
    accounts = site.office.store.accounts
    if what == "removed":
        accounts.remove_user("jana")
    elif what == "another role":
        accounts.change_role("jana", "lead")
    elif what == "another password":
        site.changes().set_password(user, BETTER)
    elif what == "no password":
        site.changes().remove_password(user)
    else:
        site.changes().end_sessions(user)
    assert not any(each.is_in for each in browsers)


def test_who_has_a_password_no_longer_comes_in_by_token(site: Site) -> None:
    user = site.add(password="")
    token = site.token()
    assert site.browser().post("/sign-in", token=token).status_code == 303
    site.changes().set_password(user, GOOD)
    answer = site.browser().post("/sign-in", token=token)
    assert answer.status_code == 422
    assert "You have a password" in answer.text


def test_after_five_wrong_passwords_a_name_waits_longer_and_longer_and_even_the_right_one_with_it(site: Site) -> None:
    site.add()
    for _ in range(5):
        assert site.browser().sign_in("jana", "wrong").status_code == 422
    answer = site.browser().sign_in()
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 5
    waits = []
    for _ in range(10):
        site.office.later(timedelta(seconds=int(site.browser().sign_in().headers["Retry-After"])))
        assert site.browser().sign_in("jana", "wrong").status_code == 422
        waits.append(int(site.browser().sign_in().headers["Retry-After"]))
    assert waits == [10, 20, 40, 80, 160, 320, 640, 900, 900, 900]
    site.office.later(timedelta(minutes=15))
    assert site.browser().sign_in().status_code == 303
    assert site.browser().sign_in("jana", "wrong").status_code == 422, "counted anew after the right one"


def test_unknown_names_are_slowed_down_like_known_ones(site: Site) -> None:
    for _ in range(5):
        assert site.browser().sign_in("nobody", "wrong").status_code == 422
    assert site.browser().sign_in("nobody", "wrong").status_code == 429


def test_whose_name_strangers_try_still_gets_in_where_they_signed_in_before(site: Site) -> None:
    site.add()
    own = site.browser(address="192.0.2.7")
    own.sign_in()
    own.post("/sign-out", "/account")
    for _ in range(5):
        site.browser(address="198.51.100.3").sign_in("jana", "wrong")
    assert site.browser(address="192.0.2.7").sign_in().status_code == 429
    assert own.sign_in().status_code == 303


def test_a_known_browser_may_not_guess_either_and_is_unknown_after_another_password(site: Site) -> None:
    user = site.add()
    own = site.browser()
    own.sign_in()
    own.post("/sign-out", "/account")
    for _ in range(5):
        assert own.sign_in("jana", "wrong").status_code == 422
    assert own.sign_in().status_code == 429
    assert site.browser().sign_in().status_code == 303, "its wrong tries are not the name's"
    site.office.later(timedelta(hours=1))
    site.changes().set_password(user, BETTER)
    for _ in range(5):
        site.browser(address="198.51.100.3").sign_in("jana", "wrong")
    assert own.sign_in("jana", BETTER).status_code == 429


def test_a_known_browser_is_known_for_its_own_name_alone(site: Site) -> None:
    site.add()
    site.add("otto", password=BETTER)
    own = site.browser()
    own.sign_in()
    own.post("/sign-out", "/account")
    for _ in range(5):
        site.browser(address="198.51.100.3").sign_in("otto", "wrong")
    assert own.sign_in("otto", BETTER).status_code == 429


def test_an_address_that_tries_many_names_waits_and_others_do_not(site: Site) -> None:
    site.add()
    for number in range(20):
        assert site.browser(address="198.51.100.3").sign_in(f"name{number}", "wrong").status_code == 422
    assert site.browser(address="198.51.100.3").sign_in().status_code == 429
    assert site.browser(address="192.0.2.9").sign_in().status_code == 303


def test_of_an_ipv6_address_the_network_counts(site: Site) -> None:
    site.add()
    for number in range(20):
        site.browser(address=f"2001:db8:1:2::{number:x}").sign_in(f"name{number}", "wrong")
    assert site.browser(address="2001:db8:1:2:ffff::1").sign_in().status_code == 429
    assert site.browser(address="2001:db8:1:3::1").sign_in().status_code == 303


def test_wrong_tokens_count_for_the_address(site: Site) -> None:
    site.add(password="")
    token = site.token()
    for _ in range(20):
        assert site.browser().post("/sign-in", token="ek_wrong").status_code == 422
    assert site.browser().post("/sign-in", token=token).status_code == 429


def test_wrong_tries_survive_a_restart(tmp_path: Path, coach: Coach) -> None:
    with open_site(tmp_path, coach) as site:
        site.add()
        for _ in range(5):
            site.browser().sign_in("jana", "wrong")
    with open_site(tmp_path, coach) as site:
        assert site.browser().sign_in().status_code == 429


def test_right_sign_ins_of_a_whole_office_never_slow_its_address_down(site: Site) -> None:
    site.add()
    for _ in range(25):
        assert site.browser().sign_in().status_code == 303


def test_what_was_typed_stands_in_no_table_and_no_log(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.add()
    for _ in range(6):
        site.browser().sign_in("my secret by mistake", "another secret")
    file = sqlite_file(site.office.services.settings.data.database_url)
    stored = b"".join(each.read_bytes() for each in file.parent.glob(f"{file.name}*"))
    assert b"by mistake" not in stored
    assert "by mistake" not in caplog.text
    assert "refused, from 192.0.2.1" in caplog.text


def test_the_audit_log_says_when_a_name_was_slowed_down_and_nothing_of_ordinary_sign_ins(site: Site) -> None:
    site.add()
    site.browser().sign_in()
    assert site.audited() == ["sign_in.password_set"]
    for _ in range(7):
        site.browser().sign_in("jana", "wrong")
    assert site.audited() == ["sign_in.password_set", "sign_in.slowed_down"]
    assert site.office.store.audit.check() is None


def test_the_sign_in_page_shows_tokens_first_only_while_nobody_has_a_password(site: Site) -> None:
    user = site.add(password="")
    assert '<details class="gap plain-summary" open>' in site.browser().get("/sign-in").text
    site.changes().set_password(user, GOOD)
    assert '<details class="gap plain-summary">' in site.browser().get("/sign-in").text
