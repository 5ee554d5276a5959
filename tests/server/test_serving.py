"""The web server with two processes on PostgreSQL: they answer as one, and nothing is lost when they come and go."""

from __future__ import annotations

import http.client
import os
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from coach import Coach
from server.access import EVERYTHING
from server.store import CouncilAct
from server.web.rates import REFUSED_PER_MINUTE
from tests.installation import IN_FORCE_AFTER
from tests.office import ANNA, DRAFT, FORMAL, Office, mails_of_anna, open_office
from tests.postgresql import PostgreSql, require_postgresql
from tests.server.api.conftest import new_user_token
from tests.web_processes import Answered, Serving, answer_of, serving

pytestmark = pytest.mark.xdist_group("serving")

QUESTION = {
    "draft": {"text": DRAFT},
    "customer": ANNA,
    "reply_to": "Guten Tag Herr Kern,\n\nwann kommt die Waage? Können Sie bitte die Montage bestätigen?\n\nA. Krause",
}
ASK = '[hints]\nhold_on_send = "ask"\n'
TYPISTS = 6
PAUSE = 0.21  # seconds; faster than any panel, and a little below the limit on requests
LONG_IDLE = 0.5  # seconds; a server may close a connection that was silent for so long, and browsers then ask anew


@dataclass
class Company:
    """A server with two processes, and the office that is in the same database."""

    server: Serving
    office: Office
    database: PostgreSql
    token: str
    coaching: Path
    config: Path

    def assess(self, token: str = "", **more: str) -> Answered:
        return self.server.ask("/api/v1/assessments", token or self.token, QUESTION, **more)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory, coach: Coach) -> Iterator[Company]:
    folder = tmp_path_factory.mktemp("serving")
    coaching, config = folder / "coaching.toml", folder / "einklang.toml"
    config.write_text("[web]\n", encoding="utf-8")
    with PostgreSql(require_postgresql()) as database:
        url = database.new_database()
        with open_office(folder, coach, council=False, EINKLANG_DATA_DATABASE=url) as office:
            office.connect()
            office.receive(*mails_of_anna())
            token = new_user_token(office, "rita")
            more = {"PRIVACY_WORKS_COUNCIL": "false", "RULES_COACHING": str(coaching), "CONFIG": str(config)}
            with serving(folder, DATA_DATABASE=url, WEB_PROCESSES="2", **more) as server:
                server.wait_for(200)
                yield Company(server, office, database, token, coaching, config)


class Typist(threading.Thread):
    """Asks again and again on one connection, as a browser does, until it is told to stop or nobody listens."""

    def __init__(self, port: int, token: str) -> None:
        super().__init__()
        self.answers: list[int] = []
        self.lost: list[str] = []
        self.is_done = threading.Event()
        self._token = token
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def run(self) -> None:
        answered_at = 0.0
        while not self.is_done.wait(PAUSE):
            if self._connection.sock is None:
                try:
                    self._connection.connect()
                except ConnectionRefusedError:
                    break  # said before anything was asked: another server may be tried
                answered_at = time.monotonic()
            idle = time.monotonic() - answered_at
            try:
                answer = answer_of(self._connection, "/api/v1/assessments", self._token, QUESTION)
            except (OSError, http.client.HTTPException) as error:
                self._connection.close()
                if idle < LONG_IDLE:
                    self.lost.append(repr(error))
                    break
                continue
            answered_at = time.monotonic()
            self.answers.append(answer.status)
        self._connection.close()


@pytest.fixture
def typists(company: Company) -> Iterator[list[Typist]]:
    """So many who type; all have had an answer."""
    tokens = [new_user_token(company.office, "rita") for _ in range(TYPISTS)]
    started = [Typist(company.server.port, token) for token in tokens]
    for each in started:
        each.start()
    while not all(each.answers or each.lost for each in started):
        time.sleep(0.05)
    yield started
    for each in started:
        each.is_done.set()
    for each in started:
        each.join()


def test_both_processes_assess_with_models_that_were_loaded_before_they_were_forked(company: Company):
    """A pool of threads from before the fork would keep them waiting for ever."""
    answers = [company.assess() for _ in company.server.each()]
    assert [each.status for each in answers] == [200, 200]
    assert answers[0].document["score"] is not None
    assert len(answers[0].document["needs"]) == 2  # found answered or not by the encoder
    for name in ("score", "band", "suggestions", "needs"):
        assert answers[0].document[name] == answers[1].document[name]


def test_a_process_holds_little_of_its_own(company: Company):
    """The models, over 400 MB, are there once."""
    for _ in company.server.each():
        assert company.assess().status == 200
    for process in company.server.processes():
        assert private_bytes(process) < 200 << 20


def private_bytes(process: int) -> int:
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    return sum(int(line.split()[1]) << 10 for line in rollup.splitlines() if line.startswith("Private_"))


def test_what_was_learned_is_seen_by_each_process(company: Company):
    before = [company.assess().document["customer"]["mails"] for _ in company.server.each()]
    company.office.receive(*mails_of_anna(3, text=FORMAL + "\n\nPS: Bis bald."))
    after = [company.assess().document["customer"]["mails"] for _ in company.server.each()]
    assert after == [each + 3 for each in before]


def test_a_changed_rule_file_is_in_force_in_each_process_within_two_seconds(company: Company):
    assert [company.assess().document["hold_on_send"] for _ in company.server.each()] == ["never", "never"]
    company.coaching.write_text(ASK, encoding="utf-8")
    time.sleep(IN_FORCE_AFTER)
    assert [company.assess().document["hold_on_send"] for _ in company.server.each()] == ["ask", "ask"]


def test_a_revoked_token_opens_no_process(company: Company):
    token = new_user_token(company.office, "leaving")
    assert [company.assess(token).status for _ in company.server.each()] == [200, 200]
    accounts = company.office.store.accounts
    for each in accounts.list_tokens("leaving"):
        accounts.revoke(each.id, company.office.now[0])
    assert [company.assess(token).status for _ in company.server.each()] == [401, 401]


def test_a_right_that_was_taken_away_is_gone_in_each_process(company: Company):
    token = new_user_token(company.office, "restricted")
    assert [company.assess(token).document["customer"]["known"] for _ in company.server.each()] == [True, True]
    company.office.store.accounts.revoke_grant("restricted", EVERYTHING)
    assert [company.assess(token).document["customer"]["known"] for _ in company.server.each()] == [False, False]


def test_the_works_council_mode_is_switched_in_each_process(company: Company):
    acts = company.office.store.works_council
    for is_on in (True, False):
        acts.record(CouncilAct(company.office.now[0], is_on, "Der Betriebsrat hat es so gewollt.", "cli:test"))
        told = [company.server.ask("/health").document["works_council"]["on"] for _ in company.server.each()]
        assert told == [is_on, is_on]


def test_a_process_that_is_killed_is_followed_by_another_while_the_rest_answers(company: Company):
    gone, stays = company.server.processes()
    os.kill(gone, signal.SIGKILL)
    while gone in company.server.processes() or len(company.server.processes()) < 2:
        time.sleep(0.05)
    assert stays in company.server.processes()
    assert [company.assess().status for _ in company.server.each()] == [200, 200]


def test_a_reload_takes_the_settings_over_without_losing_a_request(company: Company, typists: list[Typist]):
    company.config.write_text('[web]\nframe_ancestors = ["https://mail.example"]\n', encoding="utf-8")
    before = company.server.processes()
    company.server.process.send_signal(signal.SIGHUP)
    company.server.wait_for_others(before)
    seen = [len(each.answers) for each in typists]
    while any(len(each.answers) <= had for each, had in zip(typists, seen, strict=True) if not each.lost):
        time.sleep(0.05)  # all of them go on at the new processes
    assert [each.lost for each in typists] == [[]] * TYPISTS
    assert {status for each in typists for status in each.answers} == {200}
    shown = [company.server.ask("/panel/").headers["content-security-policy"] for _ in company.server.each()]
    assert all("https://mail.example" in each for each in shown)


def test_a_reload_with_wrong_settings_is_told_and_changes_nothing(company: Company):
    before, good = company.server.processes(), company.config.read_text()
    company.config.write_text("[web]\nthreads = 0\n", encoding="utf-8")
    company.server.process.send_signal(signal.SIGHUP)
    while "the settings are not taken over" not in company.server.log.read_text():
        time.sleep(0.05)
    company.config.write_text(good, encoding="utf-8")
    assert "einklang.toml:2: web.threads" in company.server.log.read_text()
    assert company.server.processes() == before
    assert company.assess().status == 200


def test_while_the_database_is_away_it_is_said_at_once_and_all_goes_on_by_itself(company: Company):
    company.database.stop(at_once=True)
    for _ in company.server.each():
        answer = company.assess()
        assert answer.status == 503
        assert answer.document["title"] == "Database away"
        assert int(answer.headers["retry-after"]) > 0
        assert company.server.ask("/panel/").status == 200
    before = company.server.processes()
    os.kill(before[0], signal.SIGKILL)  # what follows it begins without a database
    while before[0] in company.server.processes() or len(company.server.processes()) < 2:
        time.sleep(0.05)
    assert [company.assess().status for _ in company.server.each()] == [503, 503]
    company.database.start()
    for process in company.server.processes():
        with company.server.only(process):
            company.server.wait_for(200)
            assert company.assess().status == 200


def test_wrong_tokens_are_counted_by_all_processes_together(company: Company):
    half, guesser = REFUSED_PER_MINUTE // 2, "203.0.113.9"
    for process in company.server.processes():
        with company.server.only(process):
            assert [company.assess(f"ek_{process}_{n}", as_from=guesser).status for n in range(half)] == [401] * half
    assert [company.assess("ek_one_more", as_from=guesser).status for _ in company.server.each()] == [429, 429]
    # whoever was let in by any of them is known to all, from wherever they ask
    assert [company.assess(as_from=guesser).status for _ in company.server.each()] == [200, 200]


def test_a_stop_answers_what_was_asked_and_ends_with_success(company: Company, typists: list[Typist]):
    """The last of all: afterwards nobody listens."""
    company.server.process.send_signal(signal.SIGTERM)
    for each in typists:
        each.join()
    assert [each.lost for each in typists] == [[]] * TYPISTS
    assert {status for each in typists for status in each.answers} == {200}
    assert company.server.process.wait(60) == 0
    assert "Traceback" not in company.server.log.read_text()
