"""The whole way from a mail to a score, a page, a file and an erasure, with the data in SQLite and in PostgreSQL.

All that stands above the store runs on PostgreSQL by hand: EINKLANG_TEST_STORE=postgresql pytest tests/server/api ...
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coach import Coach
from server.access import EVERYTHING
from server.app import create_app
from server.pairing_code import new_code
from server.secrets import token_hash
from server.sign_in.slowing import OF_A_NAME
from tests.office import ANNA, DRAFT, FORMAL, Office, mails_of_anna, open_office
from tests.server.api.conftest import Api, api_of
from tests.server.web.dashboard_site import TIM, TOKEN, Desk, fill
from tests.server.web.sign_in_site import GOOD, QUICK, Site
from tests.statements import listening

AT_ONCE = 6
MOST_ASKED = 11  # of the store by an assessment, the token included, where nothing changed since the last one


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest, tmp_path: Path, coach: Coach) -> Iterator[Office]:
    url = f"sqlite:///{tmp_path}/einklang.db"
    if request.param == "postgresql":
        url = str(request.getfixturevalue("postgresql_url"))
    with open_office(tmp_path, coach, EINKLANG_DATA_DATABASE=url) as office:
        office.services = replace(office.services, passwords=QUICK)
        yield office


@pytest.fixture
def filled(office: Office) -> Office:
    """Three customers, of whom one complains and was promised something."""
    fill(office)
    return office


@pytest.fixture
def api(filled: Office) -> Api:
    return api_of(filled)


def test_a_draft_is_scored_against_what_this_customer_wrote(api: Api):
    formal = FORMAL.format(n=3).replace("Herr Kern", "Frau Krause").replace("Anna Krause", "Max Kern")
    like, unlike = api.assess(formal, customer=ANNA), api.assess(DRAFT, customer=ANNA)
    assert like["customer"]["mails"] == 9
    assert like["score"] > unlike["score"]
    assert unlike["suggestions"]


def test_customers_are_listed_found_and_shown_with_their_grade(api: Api):
    listed = api.get("customers").get_json()["customers"]
    assert [each["address"] for each in listed][:1] != []
    assert {each["address"] for each in listed} >= {ANNA, TIM}
    assert [each["address"] for each in api.get("customers", q="tim").get_json()["customers"]] == [TIM]
    card = api.get(f"customers/{ANNA}").get_json()
    assert card["address"] == ANNA
    assert api.get(f"customers/{ANNA}/relationship").status_code in (200, 404)


def test_a_hint_that_was_sent_away_stays_away(api: Api):
    hint = api.assess(DRAFT, customer=ANNA)["suggestions"][0]
    told = {"rule": hint["rule"], "customer": ANNA, "action": "dismissed", "language": "de"}
    assert api.post("hints/feedback", told).status_code == 200
    assert hint["rule"] in api.assess(DRAFT, customer=ANNA)["dismissed"]


def test_every_page_is_shown(filled: Office):
    filled.store.accounts.add_user("jana", "admin", filled.now[0], sees=EVERYTHING)
    filled.store.accounts.add_token("jana", token_hash(TOKEN), "browser", filled.now[0], None)
    desk = Desk(filled, create_app(filled.services).test_client())
    assert desk.sign_in().status_code == 303
    rules = desk.client.application.url_map.iter_rules()
    pages = [each.rule for each in rules if each.endpoint.startswith("dashboard.") and not each.arguments]
    shown = {page: desk.get(page).status_code for page in pages if "GET" in methods_of(desk, page)}
    assert len(shown) > 8
    assert {status for page, status in shown.items() if page.count("/") < 3} <= {200, 302, 303, 410}  # 410: no link
    assert max(shown.values()) < 500
    assert "Krause" in desk.text(f"/dashboard/customers/{ANNA}")


def methods_of(desk: Desk, page: str) -> set[str]:
    rules = desk.client.application.url_map.iter_rules()
    return {method for each in rules if each.rule == page for method in each.methods or ()}


def test_wrong_passwords_make_wait_and_a_right_one_opens_a_session(office: Office):
    site = Site(office)
    site.add()
    browser = site.browser()
    for _ in range(OF_A_NAME):
        browser.sign_in(password="nicht dieses Wort")
    assert not browser.is_in
    browser.sign_in(password=GOOD)
    assert not browser.is_in  # it has to wait, whatever the password
    office.later(timedelta(hours=1))
    browser.sign_in(password=GOOD)
    assert browser.is_in
    site.changes().end_sessions(office.store.accounts.get_user("jana"))
    assert not browser.is_in


def test_of_many_who_use_a_code_at_the_same_moment_one_is_paired(office: Office):
    user = office.store.accounts.add_user("rita", "rep", office.now[0], sees=EVERYTHING)
    vault, now = office.services.vault, office.now[0]
    hash = vault.code_hash(new_code())
    office.store.pairings.offer(user, hash, now, now + timedelta(minutes=10))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        tries = list(pool.map(lambda n: office.store.pairings.take(hash, f"client {n}", now), range(AT_ONCE)))
    assert [each.user is not None for each in tries].count(True) == 1


def test_many_learn_and_assess_at_the_same_time(filled: Office):
    """Readers see a profile as of one moment, and writers wait for their turn."""
    api = api_of(filled)
    before = api.assess(DRAFT, customer=ANNA)["customer"]["mails"]
    filled.store_mail(mails_of_anna(6, text=FORMAL + "\n\nPS: Bis bald."))
    app = api.client.application

    def assessed(_: int) -> int:
        return int(Api(filled, app.test_client(), api.token).assess(DRAFT, customer=ANNA)["customer"]["mails"])

    with ThreadPoolExecutor(3) as pool:
        learned = pool.submit(filled.learn)
        seen = list(pool.map(assessed, range(8)))
        assert learned.result() == 6
    assert set(seen) <= set(range(before, before + 7))
    assert assessed(0) == before + 6


def test_what_is_read_within_one_moment_is_of_that_moment(office: Office):
    accounts, now = office.store.accounts, office.now[0]
    accounts.add_user("before", "rep", now, sees=EVERYTHING)
    with office.store.at_one_moment():
        assert len(accounts.list_users()) == 1
        with office.store.at_one_moment(), ThreadPoolExecutor(1) as pool:
            pool.submit(accounts.add_user, "meanwhile", "rep", now, sees=EVERYTHING).result()
        assert len(accounts.list_users()) == 1
    assert len(accounts.list_users()) == 2


def test_an_assessment_reads_all_in_two_transactions_and_few_statements(api: Api) -> None:
    api.assess(DRAFT, customer=ANNA)
    with listening() as asked:
        assert api.assess(DRAFT, customer=ANNA)["score"] is not None
    assert (asked.transactions, asked.turns) == (2, 0)  # who asks; what is known of whom they write to
    assert len(asked.statements) <= MOST_ASKED
