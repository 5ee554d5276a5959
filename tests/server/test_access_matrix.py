"""Every route as everybody: let in, sent away or told that there is nothing, as tests/server/access_rows.py says."""

from __future__ import annotations

import json
import re
import runpy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from coach import Coach
from server.access import EVERYTHING, RIGHTS, Right, Role
from server.app import create_app
from server.cli import main
from server.doors import Door, door_of, refuse_without_door
from server.store import Alert, NewOutcome
from tests.office import NOW
from tests.server.access_rows import EVERYBODY, ROUTES, SIGNED_IN, VERBS, Row
from tests.server.two_mailboxes import FELIX, FOREIGN, FOREIGN_BOX, OLGA, OWN_BOX, PEOPLE, TwoMailboxes, two_mailboxes

ROOT = Path(__file__).parents[2]
CSRF = re.compile(r'name="csrf" value="([^"]+)"')
GAPS = re.compile(r"<(?:(\w+)(?:\([^)]*\))?:)?(\w+)>")
OTHERS = {"name": "style.css", "token": "nothing", "rest": "nothing", "kind": "promise", "what": "customers"}
FRESH = count(1)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, coach: Coach) -> Iterator[TwoMailboxes]:
    with two_mailboxes(tmp_path_factory.mktemp("matrix"), coach) as found:
        yield found


@dataclass
class Somebody:
    """One of the people of the office, or nobody, at the API and in a browser that has signed in."""

    site: TwoMailboxes
    name: str | None
    client: FlaskClient

    @property
    def role(self) -> Role | None:
        return PEOPLE[self.name][0] if self.name else None

    @property
    def sees_all(self) -> bool:
        return self.role == "admin"

    def sign_in(self) -> None:
        if self.name is not None:
            answer = self.form("/dashboard/sign-in", {"token": self.site.tokens[self.name]})
            assert answer.status_code == 303, answer.text

    def form(self, path: str, data: dict[str, Any]) -> TestResponse:
        found = CSRF.search(self.client.get("/dashboard/nothing", follow_redirects=True).text)
        assert found is not None
        return self.client.post(path, data={"csrf": found[1], **data}, buffered=True)

    def ask(self, row: Row, foreign: bool) -> TestResponse:
        address = FELIX if foreign else OLGA
        path = path_of(row, self.site, address)
        body = json.loads(json.dumps(row.body).replace("{customer}", address))
        if row.rule.startswith("/dashboard") and row.method == "POST":
            return self.form(path, body)
        token = self.site.tokens.get(self.name or "")
        headers = {"Authorization": f"Bearer {token}"} if token and row.rule.startswith("/api") else {}
        if row.method in ("POST", "PUT"):
            return self.client.open(path, method=row.method, json=body, headers=headers, buffered=True)
        return self.client.open(path, method=row.method, query_string=row.query, headers=headers, buffered=True)


def path_of(row: Row, site: TwoMailboxes, address: str) -> str:
    """The address of the route for something of this customer's, made afresh where asking uses it up."""
    store = site.office.store
    values: dict[str, object] = {**OTHERS, "address": address, "domain": address.partition("@")[2]}
    if row.about == "customer" and row.method in ("PUT", "DELETE", "POST"):
        store.corrections.set(address, "C", "as before", NOW, sight=EVERYTHING)
    elif row.about == "matter":
        values["number"] = site.matters[address]
    elif row.about == "mailbox":
        values["number"] = site.mailboxes[FOREIGN_BOX if address == FELIX else OWN_BOX]
    elif row.about == "outcome":
        new = NewOutcome(address, "won", NOW - timedelta(minutes=next(FRESH)), "import", key=f"key {next(FRESH)}")
        values["number"] = store.outcomes.add_all([new], NOW)[0].outcome.id
    elif row.about == "alert":
        told = {"de": "Bitte ansehen.", "en": "Please look."}
        stored = store.alerts.add(Alert("test", address, told, NOW + timedelta(minutes=next(FRESH))), NOW)
        assert stored is not None
        values["number"] = stored.id
    elif row.about == "segment":
        values["name"] = "kunden"
    else:
        values["number"] = 999_999
    return GAPS.sub(lambda gap: str(values[gap[2]]), row.rule)


def may(row: Row, who: Somebody) -> bool:
    """Whether the row lets somebody in."""
    if row.who == EVERYBODY:
        return True
    if who.name is None:
        return False
    if row.who == SIGNED_IN:
        return True
    scopes = PEOPLE[who.name][1]
    return who.role in row.who and (scopes is None or bool(set(scopes) & set(row.scopes)))


def problems(row: Row, who: Somebody) -> Iterator[str]:
    """What is answered otherwise than the row says."""
    if row.who == EVERYBODY:
        answer = who.ask(row, foreign=False)
        if answer.status_code == 403 or answer.headers.get("Location", "").startswith("/dashboard/sign-in?"):
            yield "is closed"
        return
    own = who.ask(row, foreign=False)
    if not may(row, who):
        if not sent_away(row, who, own):
            yield f"is not sent away: {own.status_code}"
        return
    is_page = row.rule.startswith("/dashboard") and row.who != SIGNED_IN
    sees_none = who.name == "lost"
    if sees_none and is_page and "/account" not in row.rule:
        if own.status_code != 403 or "einklang user grant lost" not in own.text:
            yield f"does not say that a mailbox is missing: {own.status_code}"
        return
    named = row.about not in ("", "segment")
    nothing_there = sees_none and named
    if own.status_code not in ((404,) if nothing_there else row.ok):
        yield f"answers {own.status_code} about a mailbox that is seen: {own.text[:200]}"
    if named and row.about != "mailbox":
        other = who.ask(row, foreign=True)
        wanted = row.ok if who.sees_all else (404,)
        if other.status_code not in wanted:
            yield f"answers {other.status_code} about a mailbox that is not seen"
        if not who.sees_all:
            yield from leaks(other, but=(FELIX,))  # what was asked for may be said again
    if not who.sees_all:
        yield from leaks(own)


def leaks(answer: TestResponse, but: tuple[str, ...] = ()) -> Iterator[str]:
    for each in FOREIGN:
        if each not in but and (each in answer.text or json.dumps(each)[1:-1] in answer.text):
            yield f"tells {each!r}"


def sent_away(row: Row, who: Somebody, answer: TestResponse) -> bool:
    if who.name is not None:
        return answer.status_code == 403
    if row.rule.startswith("/dashboard"):
        return answer.status_code == 303 and answer.headers["Location"].startswith("/dashboard/sign-in")
    return answer.status_code == 401


@pytest.mark.parametrize("name", [None, *PEOPLE])
def test_everybody_gets_what_the_table_says(site: TwoMailboxes, name: str | None) -> None:
    who = Somebody(site, name, create_app(site.office.services).test_client())
    who.sign_in()
    found = [
        f"{row.method} {row.rule} {each}"
        for row in sorted(ROUTES, key=lambda row: row.ends)
        for each in problems(row, who)
    ]
    assert found == []


def test_the_admin_is_told_what_others_are_not(site: TwoMailboxes) -> None:
    """So that a leak would be seen: each row that tells of customers tells an admin of the foreign one."""
    admin = Somebody(site, "admin", create_app(site.office.services).test_client())
    admin.sign_in()
    for row in ROUTES:
        answer = admin.ask(row, foreign=True) if row.tells else None
        assert answer is None or list(leaks(answer)), row.rule


@pytest.mark.parametrize("name", ["rep", "lead"])
def test_a_customer_of_both_is_seen_whole_but_for_the_words_of_the_other_mailbox(site: TwoMailboxes, name: str) -> None:
    who = Somebody(site, name, create_app(site.office.services).test_client())
    who.sign_in()
    headers = {"Authorization": f"Bearer {site.tokens[name]}"}
    for path in ("/api/v1/customers/{0}", "/api/v1/relationships/{0}", "/dashboard/customers/{0}"):
        answer = who.client.get(path.format("sina@geteilt.example"), headers=headers)
        assert answer.status_code == 200
        assert list(leaks(answer)) == []
        assert "Eigenwaage" in answer.text
    card = who.client.get("/api/v1/customers/sina@geteilt.example", headers=headers).get_json()
    assert card["mails_in"] == 4  # figures are about the person, whichever mailbox they wrote to
    assert card["relationship"]["index"] == 55.0


def test_what_was_imported_goes_with_the_mailbox_that_it_belongs_to(site: TwoMailboxes) -> None:
    client = create_app(site.office.services).test_client()
    found = {
        name: {
            each["address"].partition("@")[0]
            for each in client.get(
                "/api/v1/customers", headers={"Authorization": f"Bearer {site.tokens[name]}"}
            ).get_json()["customers"]
        }
        for name in ("rep", "admin", "lost")
    }
    assert found == {
        "rep": {"olga", "sina", "ida"},
        "admin": {"olga", "sina", "ida", "felix", "ulf"},
        "lost": set(),
    }


def test_the_navigation_leads_only_where_one_may_go(site: TwoMailboxes) -> None:
    for name, hidden in (("rep", ("/dashboard/effect", "/dashboard/export")), ("lead", ()), ("admin", ())):
        who = Somebody(site, name, create_app(site.office.services).test_client())
        who.sign_in()
        page = who.client.get("/dashboard/").text
        links = set(re.findall(r'href="(/dashboard/[a-z]+)"', page.partition("</nav>")[0]))
        assert {"/dashboard/customers", "/dashboard/mailboxes", "/dashboard/rules"} <= links
        assert not links & set(hidden)
        assert all(who.client.get(each).status_code == 200 for each in links)


def test_every_route_has_a_row_and_every_row_a_route(site: TwoMailboxes) -> None:
    app = create_app(site.office.services)
    there = {
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert {(row.method, row.rule) for row in ROUTES} == there


def test_each_view_stands_behind_the_door_that_its_row_names(site: TwoMailboxes) -> None:
    app = create_app(site.office.services)
    doors = {
        (method, rule.rule): door_of(app.view_functions[rule.endpoint])
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    for row in ROUTES:
        door = doors[row.method, row.rule]
        if isinstance(door, Right):
            assert {role for role, rights in RIGHTS.items() if door in rights} == set(row.who), row.rule
        else:
            assert door is (Door.OPEN if row.who == EVERYBODY else Door.SIGNED_IN), row.rule


def test_a_view_without_a_door_stops_the_start() -> None:
    app = Flask(__name__, static_folder=None)
    app.add_url_rule("/forgotten", "forgotten", lambda: "")
    with pytest.raises(ValueError, match="forgotten"):
        refuse_without_door(app)


def verbs(command: click.Command, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if not isinstance(command, click.Group):
        yield before
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        assert found is not None
        yield from verbs(found, (*before, name))


def test_every_verb_of_the_command_line_has_its_row() -> None:
    assert {" ".join(each) for each in verbs(main)} == set(VERBS)


def test_no_verb_is_let_in_by_a_token_or_at_another_server(tmp_path: Path) -> None:
    """Whoever may run a command is whoever may read the data folder: no option takes a sign-in of its own."""
    for each in verbs(main):
        answer = CliRunner().invoke(main, [*each, "--help"])
        assert answer.exit_code == 0, each
        assert not re.search(r"--(?:token|user|as|server)\b", answer.output), each


def test_the_document_holds_the_table_that_is_tried_here() -> None:
    page = runpy.run_path(str(ROOT / "bench" / "list_access.py"))["page"]
    written = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    assert written == page(), "run bench/list_access.py again"
