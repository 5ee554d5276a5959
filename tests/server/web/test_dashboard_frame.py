"""The frame of the dashboard: who gets in, forms of this site only, languages, headers, nothing of others."""

from __future__ import annotations

import string
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from coach import Coach
from server.access import EVERYTHING
from server.secrets import new_token, token_hash
from server.web import dashboard
from server.web.dashboard.frame import CONTENT_SECURITY
from server.web.dashboard.frame_words import WORDS
from server.web.dashboard.visitor import SESSION
from tests.office import ANNA, NOW
from tests.server.web.dashboard_site import TOKEN, Desk, closed_desk, desk, filled, open_desk

__all__ = ["closed_desk", "desk", "filled"]

PAGES = ("/dashboard/", "/dashboard/customers", f"/dashboard/customers/{ANNA}", "/dashboard/open/promise")


@pytest.mark.parametrize("path", PAGES)
def test_who_is_not_signed_in_is_sent_to_the_form_and_sees_nothing(closed_desk: Desk, path: str) -> None:
    answer = closed_desk.get(path)
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/dashboard/sign-in?to=")
    assert "Krause" not in answer.text


def test_signing_in_leads_to_the_page_that_was_asked_for(closed_desk: Desk) -> None:
    path = "/dashboard/sign-in?to=/dashboard/customers?q%3Danna"
    answer = closed_desk.post(path, "/dashboard/sign-in", token=TOKEN)
    assert answer.headers["Location"] == "/dashboard/customers?q=anna"
    assert "Anna Krause" in closed_desk.text("/dashboard/customers?q=anna")


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example", "/dashboard//evil.example", "/\\evil", ""]
)
def test_signing_in_never_leads_elsewhere(closed_desk: Desk, wanted: str) -> None:
    answer = closed_desk.client.get("/dashboard/sign-in")
    assert answer.status_code == 200
    closed_desk.sign_in()
    answer = closed_desk.client.get("/dashboard/sign-in", query_string={"to": wanted})
    assert answer.headers["Location"] == "/dashboard/"


@pytest.mark.parametrize("token", ["", "ek_wrong", "x" * 5000, "ä\udcff".encode("utf-8", "replace").decode()])
def test_a_wrong_token_opens_nothing(closed_desk: Desk, token: str) -> None:
    answer = closed_desk.post("/dashboard/sign-in", "/dashboard/sign-in", token=token)
    assert answer.status_code == 422
    assert "unbekannt" in answer.text
    assert SESSION not in answer.headers.get("Set-Cookie", "")


def test_the_token_of_a_mail_client_opens_no_dashboard(closed_desk: Desk) -> None:
    token = new_token()
    closed_desk.office.store.accounts.add_token("jana", token_hash(token), "Thunderbird", NOW, None, "thunderbird")
    assert closed_desk.post("/dashboard/sign-in", "/dashboard/sign-in", token=token).status_code == 422


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(closed_desk: Desk) -> None:
    cookie = closed_desk.sign_in().headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Lax", "Path=/dashboard"} <= set(cookie.split("; "))
    assert "Secure" not in cookie


def test_behind_tls_the_cookie_insists_on_it(filled: Path, tmp_path: Path, coach: Coach) -> None:
    with open_desk(filled, tmp_path, coach, EINKLANG_WEB_PUBLIC_URL="https://einklang.example") as desk:
        page = desk.client.get("/dashboard/sign-in", base_url="https://localhost")
        assert "Secure" in page.headers["Set-Cookie"]


def test_a_session_ends_with_its_token(desk: Desk) -> None:
    (token,) = desk.office.store.accounts.list_tokens()
    desk.office.store.accounts.revoke(token.id, NOW)
    assert desk.get("/dashboard/").status_code == 303


def test_a_session_ends_after_twelve_hours_without_a_page(desk: Desk) -> None:
    desk.office.later(timedelta(hours=11, minutes=59))
    assert desk.get("/dashboard/").status_code == 200
    desk.office.later(timedelta(hours=12))
    assert desk.get("/dashboard/").status_code == 303


def test_a_session_of_the_panel_opens_no_dashboard(closed_desk: Desk) -> None:
    found = closed_desk.office.services
    panel = found.vault.mint(token_hash(TOKEN), "panel", timedelta(hours=1), NOW)
    closed_desk.client.set_cookie(SESSION, panel, path="/dashboard")
    assert closed_desk.get("/dashboard/").status_code == 303


def test_signing_out_ends_it(desk: Desk) -> None:
    assert desk.post("/dashboard/sign-out").status_code == 303
    assert desk.get("/dashboard/").status_code == 303


@pytest.mark.parametrize("path", ["/dashboard/sign-out", f"/dashboard/grades/{ANNA}", "/dashboard/matters/1"])
def test_a_form_of_another_site_changes_nothing(desk: Desk, path: str) -> None:
    for csrf in ("", "nonsense", desk.office.services.vault.mint("another", "dashboard form", timedelta(1), NOW)):
        answer = desk.client.post(path, data={"csrf": csrf, "letter": "A", "reason": "x", "done": "yes"})
        assert answer.status_code == 403
    assert desk.office.store.corrections.of(ANNA, sight=EVERYTHING) is None
    assert desk.get("/dashboard/").status_code == 200


def test_a_form_from_before_signing_in_is_worth_nothing_after_it(closed_desk: Desk) -> None:
    page = closed_desk.text("/dashboard/sign-in")
    closed_desk.sign_in()
    old = page.split('name="csrf" value="')[1].split('"')[0]
    answer = closed_desk.client.post(f"/dashboard/grades/{ANNA}", data={"csrf": old, "letter": "A", "reason": "x"})
    assert answer.status_code == 403


OTHERS = ("/dashboard/sign-in", "/dashboard/nothing", "/dashboard/static/dashboard.css")


@pytest.mark.parametrize("path", [*PAGES, *OTHERS])
def test_every_page_keeps_the_strict_policy(desk: Desk, path: str) -> None:
    answer = desk.get(path)
    assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY
    assert "unsafe" not in CONTENT_SECURITY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    for inline in (" style=", "<style", "onclick", "<script>"):
        assert inline not in answer.text


def test_what_was_seen_is_not_kept_by_the_browser(desk: Desk) -> None:
    assert desk.get("/dashboard/customers").headers["Cache-Control"] == "no-store"


def test_the_browser_s_language_counts_until_another_is_chosen(desk: Desk) -> None:
    assert '<html lang="de">' in desk.text("/dashboard/", "de-AT, en;q=0.5")
    assert '<html lang="en">' in desk.text("/dashboard/", "fr")
    answer = desk.get("/dashboard/customers?q=anna&lang=en")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/dashboard/customers?q=anna")
    assert '<html lang="en">' in desk.text("/dashboard/", "de")


def test_a_page_that_is_none_is_told_in_words(desk: Desk) -> None:
    assert "Hier ist nichts" in desk.text("/dashboard/nothing", status=404)
    assert "Nothing here" in desk.text("/dashboard/customers/nobody@example.org", "en", 404)
    assert desk.get("/dashboard/static/..%2fframe.py").status_code == 404


def test_a_demo_lets_everybody_in_and_says_so(filled: Path, tmp_path: Path, coach: Coach) -> None:
    with open_desk(filled, tmp_path, coach, demo=True) as found:
        assert "Demo mit erfundener Post" in found.text("/dashboard/")
        path, page = f"/dashboard/grades/{ANNA}", f"/dashboard/customers/{ANNA}"
        assert found.post(path, page, letter="A", reason="weil").status_code == 303
        assert found.client.post(path, data={"letter": "C", "reason": "x"}).status_code == 403


def said() -> Iterator[tuple[str, str, object, object]]:
    for page in dashboard.pages():
        for key, words in {**WORDS, **page.words}.items():
            yield page.name, key, words["de"], words["en"]


def test_every_text_is_there_in_both_languages_with_the_same_gaps() -> None:
    def gaps(text: object) -> list[set[str | None]]:
        forms = text if isinstance(text, tuple) else (text,)
        return [{name for _, name, _, _ in string.Formatter().parse(each) if name} for each in forms]

    for page, key, german, english in said():
        assert german, (page, key)
        assert english, (page, key)
        assert set.union(*gaps(german)) == set.union(*gaps(english)), (page, key)


def test_pages_are_found_with_their_place_in_the_navigation(desk: Desk) -> None:
    names = [page.name for page in dashboard.pages() if page.place is not None]
    assert names[:2] == ["overview", "customers"]
    page = desk.text(f"/dashboard/customers/{ANNA}")
    assert 'href="/dashboard/customers" aria-current="page"' in page
