"""Walks every output of the product: what one rep did shows in none, and nowhere does her name stand beside a figure.

Routes are found in the application and commands in the command line: a new one is walked by itself, or fails here until
somebody has said how it is asked.
"""

from __future__ import annotations

import itertools
import json
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import create_engine, inspect
from werkzeug.routing import Rule

from coach import Coach
from server.app import create_app
from server.cli import main
from server.digest import digest_of
from server.outgoing_jobs import content_for
from server.store.schema import metadata
from tests.office import NOW, Office, open_office
from tests.server.council_site import HERS, SEGMENT, THEIRS, TOKENS, make_offices, steady, who_is_named

LANGUAGES = ("de", "en")
LISTS = re.compile(r"/(customers|relationships|matters|outcomes|alerts|export|segments|companies|open)\b")
CSRF = re.compile(r'name="csrf" value="([^"]+)"')
FILES = ("static_file", "pages.try_file", "pages.panel_file", "outlook", "unknown", "answer.style")
"""Routes that hand out files which are the same everywhere."""

VALUES: Mapping[str, tuple[str, ...]] = {
    "address": (HERS[0], HERS[5], THEIRS[0]),
    "domain": ("betrieb0.example", "firma1.example"),
    "name": (SEGMENT,),
    "number": ("1", "2", "9"),
    "what": ("customers", "matters", "outcomes"),
    "kind": ("promise", "need"),
    "rest": ("nothing",),
    "token": ("nothing",),
    "code": ("nothing",),
    "link": ("nothing",),
}
"""What stands for each part of an address."""

FILTERS: Mapping[str, tuple[str, ...]] = {
    "order": ("score", "name", "last_mail", "-trend", "danger"),
    "only": ("danger", "forgotten", "falling"),
    "grade": ("C", "-"),
    "q": ("quast", "betrieb"),
    "segment": (SEGMENT, ""),
    "domain": ("betrieb1.example",),
    "format": ("csv", "json"),
    "words": ("1",),
    "kind": ("promise", "need", "csat"),
    "due_before": ("2026-11-22T00:00:00Z", "2026-12-22T00:00:00Z"),
    "customer": (HERS[0],),
    "page": ("2",),
    "limit": ("1",),
    "offset": ("3",),
}
"""What an address may ask for; each is tried on every list, and one that does not know it leaves it out."""


@dataclass(frozen=True)
class Pair:
    """Both offices, and somebody who is signed in in both."""

    usual: Office
    striking: Office
    folders: tuple[Path, Path]

    @property
    def both(self) -> tuple[Office, Office]:
        return self.usual, self.striking


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory, coach: Coach) -> tuple[Path, Path]:
    return make_offices(tmp_path_factory.mktemp("council"), coach)


@pytest.fixture(scope="module")
def pair(folders: tuple[Path, Path], coach: Coach) -> Iterator[Pair]:
    with ExitStack() as stack:
        usual, striking = (stack.enter_context(open_office(each, coach)) for each in folders)
        yield Pair(usual, striking, folders)


def alike(one: str, other: str, where: str, *, may_name: bool = False) -> str:
    """Fails where two answers differ or one names the rep (`may_name`: for it repeats what was looked for)."""
    one, other = steady(one), steady(other)
    if one != other:
        at = next(n for n, (a, b) in enumerate(itertools.zip_longest(one, other)) if a != b)
        raise AssertionError(
            f"{where} tells how the rep works: …{one[at - 160 : at + 60]!r} | {other[at - 20 : at + 60]!r}"
        )
    named = set(who_is_named(one))
    assert may_name or not named, f"{where} names the rep: {named} in …{_around(one, min(named))!r}"
    return one


def _around(text: str, word: str) -> str:
    at = text.lower().index(word)
    return text[max(at - 80, 0) : at + 80]


# --- pages and API --------------------------------------------------------------------------------------------------


def walked_rules(app: Flask) -> list[Rule]:
    """The routes that answer something: all but files."""
    rules = [each for each in app.url_map.iter_rules() if "GET" in (each.methods or ())]
    return [each for each in rules if not any(name in each.endpoint for name in FILES)]


def addresses(rule: Rule) -> Iterator[str]:
    """The addresses of a route, with everything that may stand in it."""
    names = sorted(rule.arguments)
    missing = [name for name in names if name not in VALUES]
    assert not missing, f"{rule.rule}: say in VALUES what {missing} may be"
    for values in itertools.product(*(VALUES[name] for name in names)):
        given: dict[str, Any] = dict(zip(names, values, strict=True))
        if "number" in given:
            given["number"] = int(given["number"])
        built = rule.build(given, append_unknown=False)
        if built is not None:
            yield built[1]


def questions(rule: Rule, languages: tuple[str, ...], *, filtered: bool) -> Iterator[tuple[str, dict[str, str], str]]:
    """What is asked of a route: everything in these languages, and in one of them everything that lists may filter."""
    for path in addresses(rule):
        yield from ((path, {}, language) for language in languages)
        if filtered and "address" not in rule.arguments and LISTS.search(rule.rule):
            yield from ((path, {name: value}, "de") for name, values in FILTERS.items() for value in values)


def signed_in(office: Office, who: str) -> FlaskClient:
    client = create_app(office.services).test_client()
    found = CSRF.search(client.get("/dashboard/sign-in").text)
    assert found is not None
    answer = client.post("/dashboard/sign-in", data={"csrf": found[1], "token": TOKENS[who]})
    assert answer.status_code == 303, answer.text
    return client


REQUEST_ID = re.compile(r'"request_id": ?"[0-9a-f]{16}"')  # of each answer another one


def asked(client: FlaskClient, path: str, query: dict[str, str], headers: dict[str, str]) -> tuple[int, str]:
    """The status and the text of an answer, however often was asked before."""
    for limiter in client.application.extensions.get("limiter", ()):
        limiter.reset()
    with client.get(path, query_string=query, headers=headers) as answer:
        return answer.status_code, REQUEST_ID.sub("", answer.get_data(as_text=True))


@pytest.mark.parametrize("who", ["lead", "boss", "colleague"])
def test_no_page_and_no_answer_of_the_api_tells_what_one_rep_did(pair: Pair, who: str):
    clients = [signed_in(office, who) for office in pair.both]
    rules = walked_rules(clients[0].application)
    assert len(rules) > 20
    languages = LANGUAGES if who == "lead" else ("de",)
    seen = 0
    for rule in rules:
        for path, query, language in questions(rule, languages, filtered=who == "lead"):
            headers = {"Accept-Language": language}
            if rule.rule.startswith("/api/"):
                headers["Authorization"] = f"Bearer {TOKENS[who]}"
            where = f"{who}: {path} {query} {language}"
            (status, one), (other_status, other) = (asked(client, path, query, headers) for client in clients)
            assert status == other_status, where
            assert status < 500, where
            alike(one, other, where, may_name="q" in query)
            seen += status == 200
    assert seen > 20, "hardly anything was really shown"


def test_what_a_rep_sent_away_is_away_for_nobody_else_and_coaches_nobody_else(pair: Pair):
    draft = {"text": "Hallo Herr Holm,\n\nklar, die Waage kommt schnellstens!! Melden Sie sich sofort.\n\nGruß"}
    found = []
    for office in pair.both:
        client = create_app(office.services).test_client()
        headers = {"Authorization": f"Bearer {TOKENS['colleague']}"}
        answer = client.post("/api/v1/assessments", json={"draft": draft, "customer": HERS[0]}, headers=headers)
        assert answer.status_code == 200, answer.text
        found.append(json.dumps(answer.get_json(), ensure_ascii=False))
    alike(*found, "an assessment by a colleague")


# --- what is sent, logged and stored --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_digest_tells_nothing_of_one_rep(pair: Pair, language: str):
    day = NOW.date()
    texts = []
    for office in pair.both:
        mail = digest_of(content_for(office.services, day), language)
        texts.append("\n".join([str(mail["Subject"]), *(str(part.get_content()) for part in mail.iter_parts())]))
    assert HERS[5] in alike(*texts, f"the digest ({language})")


def test_what_other_programs_are_told_names_no_rep(pair: Pair):
    for office in pair.both:
        with office.store._database.reading() as connection:
            told = connection.exec_driver_sql("SELECT payload FROM outgoing_event").scalars().all()
            told = [*told, *connection.exec_driver_sql("SELECT reason FROM alert").scalars()]
        assert len(told) > len(HERS), "hardly anything was told"
        for each in told:
            assert not set(who_is_named(each)), each


def test_no_log_line_names_a_rep(folders: tuple[Path, Path], coach: Coach, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    with open_office(folders[1], coach) as office:
        client = create_app(office.services).test_client()
        headers = {"Authorization": f"Bearer {TOKENS['zquast']}"}
        body = {"rule": "urgency", "customer": HERS[0], "action": "dismissed", "language": "de"}
        asked = [
            client.post("/api/v1/session", json={"code": TOKENS["zquast"]}),
            client.post(
                "/api/v1/assessments", json={"draft": {"text": "Hallo!"}, "customer": HERS[0]}, headers=headers
            ),
            client.post("/api/v1/hints/feedback", json=body, headers=headers),
            client.post("/api/v1/hints/feedback", json=body | {"rule": "none"}, headers=headers),
            client.put(f"/api/v1/grades/{HERS[0]}", json={"grade": "A", "reason": "passt"}, headers=headers),
            client.delete(f"/api/v1/grades/{HERS[0]}", headers=headers),
            client.get("/api/v1/customers/nobody@x.example", headers=headers),
        ]
        signed_in(office, "zquast").get("/dashboard/")
    assert sum(each.status_code < 300 for each in asked) >= 4, [each.status_code for each in asked]
    assert any(record.levelno >= logging.INFO for record in caplog.records)
    for record in caplog.records:
        said = f"{record.getMessage()} {record.exc_text or ''}"
        assert not set(who_is_named(said)), f"{record.name}: {said}"
        assert TOKENS["zquast"] not in said


OF_AN_ACCOUNT = {
    "token": "how somebody signs in; of its last use only the week",
    "account_mailbox": "what somebody may see",
    "pairing": "codes on their way to a mail client, minutes long",
    "password": "how somebody signs in",
    "password_link": "on its way to somebody, hours long",
    "second_factor": "how somebody signs in",
    "recovery_code": "how somebody signs in",
    "sign_in_identity": "how somebody signs in; of its last use only the week",
    "web_session": "open sessions, shown to their owner alone, deleted when they end",
}
"""Tables that may hold the number of a user, and for what. None of them says what somebody did with a customer."""

OF_ACTS = {
    "audit_entry": "acts of administration, kept against tampering",
    "works_council_act": "who switched the mode, shown to everybody",
}
"""Tables that name who did something."""


def test_no_table_holds_what_a_user_did_with_customers():
    owned = {
        table.name
        for table in metadata.tables.values()
        for column in table.columns
        if column.name in ("account_id", "user", "user_id")
        or any(k.column.table.name == "account" for k in column.foreign_keys)
    }
    assert owned - set(OF_AN_ACCOUNT) == set(), "say for what it is in OF_AN_ACCOUNT, or hold it without the user"
    acted = {table.name for table in metadata.tables.values() if {"actor", "by", "author"} & set(table.columns.keys())}
    assert acted - set(OF_ACTS) == set(), "say for what it is in OF_ACTS, or hold it without the name"


def test_the_database_has_no_views(folders: tuple[Path, Path]):
    engine = create_engine(f"sqlite:///{folders[0] / 'einklang.db'}")
    assert inspect(engine).get_view_names() == []
    engine.dispose()


def test_hint_feedback_at_rest_tells_nobody_who_it_was(pair: Pair):
    for office in pair.both:
        number = office.store.accounts.get_user("zquast").id
        with office.store._database.reading() as connection:
            for table in ("hint_feedback", "hint_total", "hint_batch", "hint_batch_person"):
                for row in connection.exec_driver_sql(f"SELECT * FROM {table}"):
                    assert not set(who_is_named(" ".join(map(str, row))))
                    assert str(number) not in map(str, row[:2])
            assert connection.exec_driver_sql("SELECT count(*) FROM hint_total").scalar_one() == 0


# --- the command line -----------------------------------------------------------------------------------------------

PRINTS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "report": ((), ("--json",), ("--csv",), ("--lang", "de"), ("--csv", "--lang", "de")),
    "customer list": ((), ("--json",), ("betrieb",)),
    "customer show": ((HERS[0],), (HERS[0], "--lang", "de"), (HERS[0], "--json"), (HERS[5],), (HERS[5], "--json")),
    "outcome list": ((), ("--json",)),
    "mailbox list": ((), ("--json",)),
    "mailbox status": ((), ("--json",)),
    "import list": ((), ("--json",)),
    "jobs list": ((), ("--json",)),
    "rules try": (("--weights", "greeting=0.5"), ("--weights", "greeting=0.5", "--json")),
    "webhook list": ((),),
    "works-council status": ((), ("--json",)),
    "privacy status": ((),),
}
"""What prints something about mail or customers, with the forms in which it is asked."""

NAMES_USERS: Mapping[str, tuple[str, ...]] = {
    "user list": (),
    "token list": (),  # with the week of their last use
    "doctor": ("--no-models", "--no-mail"),  # whose tokens never end
}
"""What names users, as an administrator must see them; alike in both offices."""

DOES = frozenset(
    each.replace("·", " ")
    for each in """
    addin·list addin·outlook addin·pair addin·revoke addin·roundcube addin·thunderbird audit·check audit·export
    audit·list customer·join customer·split import·contacts import·csv import·eml import·jsonl import·mbox
    import·remove jobs·drop jobs·retry mailbox·add mailbox·check mailbox·folders mailbox·pause mailbox·remove
    mailbox·resume mailbox·resync mailbox·sign-in mailbox·sync outcome·import outcome·link outcome·remove
    privacy·apply privacy·erase privacy·let-return rules·check rules·explain rules·list rules·schema run score
    secrets·rotate serve store·backup store·erase-again store·move store·restore token·add token·revoke user·add
    user·grant user·identity user·password user·remove user·revoke user·role user·sign-out user·totp webhook·retry
    worker works-council·off works-council·on
    """.split()
)
"""What does something and tells of no mail of the team; `score` judges a draft for who wrote it, and keeps nothing."""


def commands(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[str]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from commands(found, (*path, name))
    else:
        yield " ".join(path)


def said_by(folder: Path, command: str, arguments: tuple[str, ...]) -> str:
    env = {"EINKLANG_DATA": str(folder)}
    answer = CliRunner().invoke(main, [*command.split(), *arguments], env=env)
    assert answer.exit_code in (0, 1), answer.output
    assert answer.exception is None or isinstance(answer.exception, SystemExit), repr(answer.exception)
    return answer.output.replace(str(folder), "FOLDER")


@pytest.mark.parametrize(
    ("command", "arguments"), [(command, each) for command, forms in PRINTS.items() for each in forms]
)
def test_no_command_prints_what_one_rep_did(folders: tuple[Path, Path], command: str, arguments: tuple[str, ...]):
    alike(*(said_by(each, command, arguments) for each in folders), f"einklang {command} {' '.join(arguments)}")


@pytest.mark.parametrize("command", NAMES_USERS)
def test_what_names_users_is_alike_whatever_they_did(folders: tuple[Path, Path], command: str):
    one, other = (said_by(each, command, NAMES_USERS[command]) for each in folders)
    assert one == other
    assert "zquast" in one


@pytest.mark.parametrize("customer", [HERS[0], HERS[5]])
def test_the_data_that_a_customer_gets_hold_no_verdict_on_the_team(
    folders: tuple[Path, Path], tmp_path: Path, customer: str
):
    found = []
    for number, each in enumerate(folders):
        target = tmp_path / str(number)
        said_by(each, "privacy export", (customer, "--to", str(target)))
        found.append(json.loads((target / "everything.json").read_text(encoding="utf-8")))
    one, other = ({name: each[name] for name in ("relationship",)} for each in found)
    for row in (*one["relationship"], *other["relationship"]):
        assert not re.search(r"team_reply_time|draft_match|style_match|promises_kept|needs_answered", json.dumps(row))
    alike(json.dumps(one), json.dumps(other), "privacy export")


def test_the_offices_differ_in_what_is_to_be_kept_back(pair: Pair):
    """Else nothing that is walked could ever differ: the next step of a customer whom nobody heard of leaving."""
    steps, signals = [], []
    for office in pair.both:
        with office.store._database.reading() as connection:
            where = "SELECT body FROM relationship WHERE address = ?"
            body = json.loads(connection.exec_driver_sql(where, (HERS[5],)).scalar_one())
        steps.append(body["cases"]["danger"]["step"])
        signals.append({each["signal"]: round(each["value"], 1) for each in body["shares"]})
    assert steps[0] != steps[1] == "keep_promise"
    assert {"promises_kept", "complaints"} <= set(signals[0])
    assert signals[0]["promises_kept"] != signals[1]["promises_kept"]


def test_every_command_is_walked_or_known_to_print_nothing_of_the_kind():
    known = {*PRINTS, *NAMES_USERS, *DOES, "privacy export"}
    assert set(commands(main)) - known == set(), "say in PRINTS how it is asked, or in DOES that it tells of nobody"
