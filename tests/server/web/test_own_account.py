"""My account: sessions, password, second factor; and the code at signing in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pyotp
import pytest

from coach import Coach
from server.access import Scope
from server.store import User
from server.web.dashboard.visitor import SESSION
from tests.server.web.sign_in_site import BETTER, GOOD, RECOVERY, SECRET, Browser, Site, open_site
from tests.stores import sqlite_file


@pytest.fixture
def site(tmp_path: Path, coach: Coach) -> Iterator[Site]:
    with open_site(tmp_path, coach) as site:
        yield site


def inside(site: Site, **more: str) -> Browser:
    browser = site.browser(**more)
    assert browser.sign_in().status_code == 303
    return browser


def secret_on(page: str) -> str:
    found = SECRET.search(page)
    assert found is not None
    return found[1].replace(" ", "")


def code(site: Site, secret: str, steps: int = 0) -> str:
    return pyotp.TOTP(secret).at(site.office.now[0], counter_offset=steps)


def with_factor(site: Site, user: User) -> str:
    """Puts a second factor in force, of an interval long ago; the secret behind it."""
    changes = site.changes()
    changes.begin_second_factor(user)
    secret = changes.open_secret(user)
    assert secret is not None
    assert changes.confirm_second_factor(user, code(site, secret)) is not None
    site.office.later(timedelta(minutes=10))
    return secret


# sessions


def test_the_page_shows_every_session_and_which_one_is_here(site: Site) -> None:
    site.add()
    phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19 Mobile Safari/604"
    inside(site, agent=phone)
    page = inside(site).get("/account").text
    assert "Safari, iPhone" in page
    assert re.search(r"Firefox, Linux</b> <span class=\"good\">\(this one\)", page)


def test_one_session_is_ended_and_the_others_go_on(site: Site) -> None:
    site.add()
    lost, own = inside(site), inside(site)
    number = re.search(r"/account/sessions/(\d+)/end", own.get("/account").text)
    assert number is not None
    assert own.post(f"/account/sessions/{number[1]}/end", "/account").status_code == 303
    assert not lost.is_in
    assert own.is_in


def test_nobody_ends_the_session_of_somebody_else(site: Site) -> None:
    site.add()
    site.add("otto", password=BETTER)
    hers, his = inside(site), site.browser()
    his.sign_in("otto", BETTER)
    for number in range(1, 5):
        his.post(f"/account/sessions/{number}/end", "/account") if his.is_in else None
    assert hers.is_in


def test_signing_out_everywhere_ends_this_session_too(site: Site) -> None:
    site.add()
    other, own = inside(site), inside(site)
    assert own.post("/account/sessions/end", "/account").headers["Location"] == "/dashboard/sign-in"
    assert not other.is_in
    assert not own.is_in
    assert site.audited()[-1] == "sign_in.sessions_ended"


# the password


def test_another_password_needs_the_one_before_and_ends_all_other_sessions(site: Site) -> None:
    site.add()
    other, own = inside(site), inside(site)
    answer = own.post("/account/password", "/account", current="wrong", new=BETTER, again=BETTER)
    assert answer.status_code == 422
    assert other.is_in
    answer = own.post("/account/password", "/account", current=GOOD, new=BETTER, again=BETTER)
    assert answer.headers["Location"] == "/dashboard/account?done=changed"
    assert SESSION in str(answer.headers), "another secret"
    assert own.is_in
    assert not other.is_in
    assert site.browser().sign_in("jana", GOOD).status_code == 422
    assert site.browser().sign_in("jana", BETTER).status_code == 303


@pytest.mark.parametrize(
    ("new", "again", "said"),
    [
        ("short", "short", "fewer than 12"),
        (BETTER, "another one", "differ"),
        ("password1234", "password1234", "guessed early"),
        ("janajanajana", "janajanajana", "guessed early"),
    ],
)
def test_a_new_password_that_is_no_good_changes_nothing(site: Site, new: str, again: str, said: str) -> None:
    site.add()
    own = inside(site)
    answer = own.post("/account/password", "/account", current=GOOD, new=new, again=again)
    assert answer.status_code == 422
    assert said in answer.text
    assert own.is_in
    assert site.browser().sign_in().status_code == 303


def test_guessing_the_password_within_a_session_is_slowed_down(site: Site) -> None:
    site.add()
    own = inside(site)
    for _ in range(5):
        own.post("/account/password", "/account", current="wrong", new=BETTER, again=BETTER)
    answer = own.post("/account/password", "/account", current=GOOD, new=BETTER, again=BETTER)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0


def test_who_signed_in_by_token_sets_a_first_password_with_the_token_in_hand(site: Site) -> None:
    site.add(password="")
    token, other = site.token(), site.token()
    own = site.browser()
    own.post("/sign-in", token=token)
    for wrong in ("", "ek_wrong", other):
        answer = own.post("/account/password", "/account", current=wrong, new=GOOD, again=GOOD)
        assert answer.status_code == 422
    assert own.post("/account/password", "/account", current=token, new=GOOD, again=GOOD).status_code == 303
    assert own.is_in
    assert site.browser().sign_in().status_code == 303


def test_a_link_sets_the_password_once(site: Site) -> None:
    user = site.add(password="")
    link = site.changes().new_link(user)
    browser, path = site.browser(), f"/password?link={link}"
    assert "jana" in browser.get(path).text
    assert browser.post("/password", path, link=link, new="short", again="short").status_code == 422
    answer = browser.post("/password", path, link=link, new=GOOD, again=GOOD)
    assert answer.headers["Location"] == "/dashboard/sign-in?set=1"
    assert "is set" in browser.get("/sign-in?set=1").text
    assert browser.get(path).status_code == 410
    assert browser.sign_in().status_code == 303


def test_a_link_is_too_old_after_a_day_and_an_invented_one_opens_nothing(site: Site) -> None:
    user = site.add(password="")
    link = site.changes().new_link(user)
    site.office.later(timedelta(hours=24))
    for each in (link, "", "invented"):
        answer = site.browser().get(f"/password?link={each}")
        assert answer.status_code == 410
        assert "jana" not in answer.text


# the second factor


def test_a_second_factor_is_set_up_with_the_password_and_a_first_code(site: Site) -> None:
    site.add()
    other, own = inside(site), inside(site)
    assert own.post("/account/second-factor/begin", "/account", current="wrong").status_code == 422
    assert own.post("/account/second-factor/begin", "/account", current=GOOD).status_code == 303
    page = own.get("/account/second-factor").text
    secret = secret_on(page)
    assert "<svg" in page
    assert own.post("/account/second-factor", code="000000").status_code == 422
    answer = own.post("/account/second-factor", code=code(site, secret))
    assert len(RECOVERY.findall(answer.text)) == 10
    assert own.is_in
    assert not other.is_in
    assert secret not in own.get("/account").text
    assert own.get("/account/second-factor").status_code == 303, "the secret is never shown again"
    assert site.audited()[-1] == "sign_in.second_factor_on"


def test_signing_in_then_asks_for_a_code_and_shows_nothing_before_it(site: Site) -> None:
    secret = with_factor(site, site.add())
    browser = site.browser()
    answer = browser.sign_in()
    assert answer.headers["Location"] == "/dashboard/second-step"
    for path in ("/", "/account", "/customers", "/account/second-factor"):
        assert browser.get(path).status_code == 303
    half = str(answer.headers).split(f"{SESSION}=")[1].split(";")[0]
    assert browser.post("/second-step", code=code(site, secret)).headers["Location"] == "/dashboard/"
    assert browser.is_in
    browser.client.set_cookie(SESSION, half, path="/dashboard")
    assert not browser.is_in, "the secret from before the code opens nothing"


@pytest.mark.parametrize(("steps", "status"), [(-2, 422), (-1, 303), (0, 303), (1, 303), (2, 422)])
def test_codes_of_one_interval_before_and_after_count_for_clocks_differ(site: Site, steps: int, status: int) -> None:
    secret = with_factor(site, site.add())
    browser = site.browser()
    browser.sign_in()
    assert browser.post("/second-step", code=code(site, secret, steps)).status_code == status


def test_each_code_is_good_once(site: Site) -> None:
    secret = with_factor(site, site.add())
    first, second = site.browser(), site.browser()
    first.sign_in()
    second.sign_in()
    assert first.post("/second-step", code=code(site, secret)).status_code == 303
    assert second.post("/second-step", code=code(site, secret)).status_code == 422


def test_a_recovery_code_opens_once_however_it_is_typed(site: Site) -> None:
    user = site.add()
    with_factor(site, user)
    fresh = site.changes().renew_recovery(user)
    typed = f" {fresh[0][:8].lower()}-{fresh[0][8:]} "
    for status in (303, 422):
        browser = site.browser()
        browser.sign_in()
        assert browser.post("/second-step", code=typed).status_code == status
    assert "sign_in.recovery_code_used" in site.audited()


def test_the_recovery_code_of_another_opens_nothing(site: Site) -> None:
    with_factor(site, site.add())
    otto = site.add("otto", password=BETTER)
    with_factor(site, otto)
    his = site.changes().renew_recovery(otto)
    browser = site.browser()
    browser.sign_in()
    assert browser.post("/second-step", code=his[0]).status_code == 422


def test_wrong_codes_are_slowed_down_also_over_several_sign_ins(site: Site) -> None:
    secret = with_factor(site, site.add())
    for address in range(5):
        browser = site.browser(address=f"192.0.2.{address}")
        browser.sign_in()
        assert browser.post("/second-step", code="123456").status_code == 422
    browser = site.browser()
    browser.sign_in()
    answer = browser.post("/second-step", code=code(site, secret))
    assert answer.status_code == 429
    assert "Retry-After" in answer.headers


def test_a_code_alone_is_asked_for_ten_minutes(site: Site) -> None:
    secret = with_factor(site, site.add())
    browser = site.browser()
    browser.sign_in()
    form = browser.get("/second-step").text
    site.office.later(timedelta(minutes=10))
    csrf = form.split('name="csrf" value="')[1].split('"')[0]
    data = {"csrf": csrf, "code": code(site, secret)}
    answer = browser.client.post("/dashboard/second-step", data=data)
    assert answer.headers["Location"] == "/dashboard/sign-in"
    assert not browser.is_in


def test_who_is_half_way_may_cancel(site: Site) -> None:
    with_factor(site, site.add())
    browser = site.browser()
    browser.sign_in()
    assert browser.get("/sign-in").headers["Location"] == "/dashboard/second-step"
    browser.post("/sign-out", "/second-step")
    assert browser.get("/sign-in").status_code == 200


def test_switching_it_off_needs_password_and_code(site: Site) -> None:
    secret = with_factor(site, site.add())
    browser = site.browser()
    browser.sign_in()
    browser.post("/second-step", code=code(site, secret))
    site.office.later(timedelta(minutes=1))
    off = "/account/second-factor/off"
    assert browser.post(off, "/account", current="wrong", code=code(site, secret)).status_code == 422
    assert browser.post(off, "/account", current=GOOD, code="000000").status_code == 422
    assert browser.post(off, "/account", current=GOOD, code=code(site, secret)).status_code == 303
    assert browser.is_in
    assert site.browser().sign_in().headers["Location"] == "/dashboard/"


RENEW = "/account/second-factor/recovery"
OFF = "/account/second-factor/off"


def past_the_code(site: Site, secret: str) -> Browser:
    """A browser that is in, at a moment at which the device shows another code."""
    browser = site.browser()
    browser.sign_in()
    assert browser.post("/second-step", code=code(site, secret)).status_code == 303
    site.office.later(timedelta(minutes=1))
    return browser


def test_new_recovery_codes_need_password_and_code_and_replace_those_before(site: Site) -> None:
    user = site.add()
    secret = with_factor(site, user)
    old = site.changes().renew_recovery(user)
    browser = past_the_code(site, secret)
    assert browser.post(RENEW, "/account", current="wrong", code=code(site, secret)).status_code == 422
    fresh = RECOVERY.findall(browser.post(RENEW, "/account", current=GOOD, code=code(site, secret)).text)
    assert len(set(fresh)) == 10
    other = site.browser()
    other.sign_in()
    assert other.post("/second-step", code=old[0]).status_code == 422
    assert other.post("/second-step", code=fresh[0]).status_code == 303


@pytest.mark.parametrize("typed", ["", "000000", "AAAA AAAA AAAA AAAA"])
def test_the_password_alone_gets_no_recovery_codes_for_they_are_codes(site: Site, typed: str) -> None:
    browser = past_the_code(site, with_factor(site, site.add()))
    answer = browser.post(RENEW, "/account", current=GOOD, code=typed)
    assert answer.status_code == 422
    assert "This code is wrong" in answer.text
    assert RECOVERY.findall(answer.text) == []


@pytest.mark.parametrize("path", [RENEW, OFF])
def test_guessing_codes_within_a_session_is_slowed_down_for_the_right_one_too(site: Site, path: str) -> None:
    secret = with_factor(site, site.add())
    browser = past_the_code(site, secret)
    for _ in range(5):
        assert browser.post(path, "/account", current=GOOD, code="000000").status_code == 422
    answer = browser.post(path, "/account", current=GOOD, code=code(site, secret))
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert site.audited()[-1] == "sign_in.slowed_down"


def test_neither_another_session_nor_another_password_begins_the_count_of_codes_anew(site: Site) -> None:
    secret = with_factor(site, site.add())
    first, second = past_the_code(site, secret), past_the_code(site, secret)
    for browser, path in ((first, RENEW), (first, OFF), (second, RENEW)):
        assert browser.post(path, "/account", current=GOOD, code="000000").status_code == 422
    changed = second.post("/account/password", "/account", current=GOOD, new=BETTER, again=BETTER)
    assert changed.status_code == 303, "and this browser is a known one from now on"
    for status in (422, 422, 429):
        assert second.post(OFF, "/account", current=BETTER, code="000000").status_code == status


def test_a_token_that_is_good_for_a_part_sets_up_no_second_factor(tmp_path: Path, coach: Coach) -> None:
    with open_site(tmp_path, coach, EINKLANG_SIGN_IN_SECOND_FACTOR="all") as site:
        user = site.add(password="")
        for scope in get_args(Scope):
            thief = site.browser()
            answer = thief.post("/sign-in", token=site.token("jana", scope))
            assert answer.status_code == 422
            assert "cannot set one up" in answer.text
            assert thief.get("/second-step").headers["Location"] == "/dashboard/sign-in"
        assert site.office.store.second_factors.of(user.id) is None, "not even begun"
        own = site.browser()
        own.post("/sign-in", token=site.token())
        answer = own.post("/second-step", code=code(site, secret_on(own.get("/second-step").text)))
        assert len(RECOVERY.findall(answer.text)) == 10


@pytest.mark.parametrize(
    ("asked_of", "role", "asked"), [("all", "rep", True), ("admins", "rep", False), ("admins", "admin", True)]
)
def test_whom_the_settings_ask_for_it_sets_it_up_before_anything_is_shown(
    tmp_path: Path, coach: Coach, asked_of: str, role: str, asked: bool
) -> None:
    with open_site(tmp_path, coach, EINKLANG_SIGN_IN_SECOND_FACTOR=asked_of) as site:
        site.add(role=role)  # type: ignore[arg-type]
        browser = site.browser()
        answer = browser.sign_in()
        assert (answer.headers["Location"] == "/dashboard/second-step") is asked
        assert browser.is_in is not asked
        if not asked:
            return
        page = browser.get("/second-step").text
        assert secret_on(page) == secret_on(browser.get("/second-step").text), "reloading changes nothing"
        assert browser.post("/second-step", code="123456").status_code == 422
        codes = browser.post("/second-step", code=code(site, secret_on(page)))
        assert len(RECOVERY.findall(codes.text)) == 10
        assert browser.is_in
        page = browser.get("/account").text
        assert "required" in page
        off = {"current": GOOD, "code": code(site, secret_on(page)) if SECRET.search(page) else "x"}
        browser.post("/account/second-factor/off", "/account", **off)
        site.office.later(timedelta(minutes=1))
        assert site.browser().sign_in().headers["Location"] == "/dashboard/second-step"


def test_secrets_of_devices_are_sealed_and_recovery_codes_only_hashes(site: Site) -> None:
    user = site.add()
    secret = with_factor(site, user)
    fresh = site.changes().renew_recovery(user)
    file = sqlite_file(site.office.services.settings.data.database_url)
    stored = b"".join(each.read_bytes() for each in file.parent.glob(f"{file.name}*"))
    assert secret.encode() not in stored
    assert not any(each.encode() in stored for each in fresh)


def test_in_a_demo_the_page_says_that_there_are_no_accounts(tmp_path: Path, coach: Coach) -> None:
    from server.app import create_app
    from tests.office import open_office

    with open_office(tmp_path, coach, demo=True) as office:
        answer = create_app(office.services).test_client().get("/dashboard/account")
        assert answer.status_code == 200
        assert "no accounts in the demo" in answer.text
