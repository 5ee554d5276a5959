"""`einklang jobs` as a person calls it, and what `einklang doctor` says of workers and jobs."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner, Result

from server.cli import main
from server.jobs.celery import DEPTH_KEY
from server.jobs.slots import Due, Turn
from server.store import Store
from tests.redis_server import RedisServer

NOW = datetime.now(UTC)  # as the commands read the clock of the machine
A_RUN_OF_ALL_TESTS = timedelta(days=1)


class Company:
    """An installation on PostgreSQL and Redis, whose commands are called."""

    def __init__(self, store: Store, url: str, broker: str, folder: object) -> None:
        self.store = store
        self.env = {
            "EINKLANG_CONFIG": "",
            "EINKLANG_DATA": str(folder),
            "EINKLANG_DATA_DATABASE": url,
            "EINKLANG_JOBS_QUEUE": "celery",
            "EINKLANG_JOBS_BROKER": broker,
        }

    def call(self, *arguments: str, **env: str) -> Result:
        return CliRunner().invoke(main, arguments, env=self.env | env, catch_exceptions=False)

    def sent(self, name: str, at: datetime = NOW) -> None:
        self.store.job_slots.take([Due(Turn(name, 1), at - timedelta(minutes=1), 1)], at)


@pytest.fixture
def company(postgresql_url: str, redis: RedisServer, tmp_path: object):
    with Store.open(postgresql_url) as store:
        yield Company(store, postgresql_url, redis.url, tmp_path)


def test_jobs_workers_and_failures_are_listed(company: Company):
    company.store.workers.attend("berlin 12 ab 0", NOW, NOW + A_RUN_OF_ALL_TESTS, lambda _: False)
    company.sent("learn")
    company.store.dead_letters.put("effect", (), "KeyError", NOW)
    said = company.call("jobs", "list").output
    assert "berlin 12 ab: 0 mailboxes" in said
    lines = {line.split()[0]: line for line in said.splitlines() if line.strip()}
    assert "waits" in lines["learn"]
    assert "learns mail" in lines["learn"]
    assert lines["webhooks"].split()[3:5] == ["-", "-"]
    assert "mailboxes" not in lines, "each worker looks after its own: that is never sent"
    number = str(company.store.dead_letters.list()[0].id)
    assert lines[number].split()[1:4] == ["effect", "KeyError", "1"]


def test_programs_get_the_list_as_json(company: Company):
    company.sent("learn")
    company.store.dead_letters.put("effect", (), "KeyError", NOW)
    said = json.loads(company.call("jobs", "list", "--json").output)
    assert [each["name"] for each in said["jobs"]] == ["learn"]
    assert said["dead_letters"][0]["error"] == "KeyError"


def test_what_failed_is_sent_again_and_leaves_the_list(company: Company, redis: RedisServer):
    company.sent("effect")
    company.store.dead_letters.put("effect", (), "KeyError", NOW)
    (letter,) = company.store.dead_letters.list()
    assert company.call("jobs", "retry", str(letter.id)).exit_code == 0
    assert company.store.dead_letters.list() == []
    assert redis.ask("LLEN", DEPTH_KEY) == b":1\r\n"


def test_what_was_never_sent_is_not_said_to_be_sent_again_and_stays(company: Company, redis: RedisServer):
    company.sent("effect")
    for name in ("effect", "retention"):
        company.store.dead_letters.put(name, (), "KeyError", NOW)
    said = company.call("jobs", "retry", "--all")
    assert said.exit_code == 1
    assert "1 sent again" in said.output
    assert "No worker ever sent retention" in said.output
    assert [each.name for each in company.store.dead_letters.list()] == ["retention"]
    assert redis.ask("LLEN", DEPTH_KEY) == b":1\r\n"


def test_what_failed_is_dropped(company: Company):
    for name in ("effect", "retention"):
        company.store.dead_letters.put(name, (), "KeyError", NOW)
    assert company.call("jobs", "drop", "--all").output.strip() == "2 forgotten."
    assert company.store.dead_letters.count() == 0


def test_a_number_that_is_not_there_changes_nothing(company: Company):
    company.store.dead_letters.put("effect", (), "KeyError", NOW)
    assert "no number 999999" in company.call("jobs", "drop", "999999").output
    assert "Name the numbers" in company.call("jobs", "drop").output
    assert company.store.dead_letters.count() == 1


def test_with_jobs_of_this_machine_alone_nothing_has_to_be_sent_again(company: Company):
    company.store.dead_letters.put("effect", (), "KeyError", NOW)
    said = company.call("jobs", "retry", "--all", EINKLANG_JOBS_QUEUE="local")
    assert said.exit_code == 1
    assert "again by itself" in said.output
    assert company.store.dead_letters.count() == 1


def test_a_broker_that_is_away_is_said_and_the_failure_stays(company: Company, redis: RedisServer):
    company.sent("effect")
    company.store.dead_letters.put("effect", (), "KeyError", NOW)
    said = company.call("jobs", "retry", "--all", EINKLANG_JOBS_BROKER="redis://:geheim@127.0.0.1:1/0")
    assert said.exit_code == 1
    assert "127.0.0.1:1 does not answer" in said.output
    assert "geheim" not in said.output
    assert company.store.dead_letters.count() == 1


def test_doctor_tells_of_failures_of_the_broker_and_of_jobs_that_nobody_does(company: Company):
    well = company.call("doctor", "--no-models", "--no-mail").output
    assert "ok       broker: 127.0.0.1:" in well
    assert "problem  workers: none watches mailboxes" in well
    company.store.dead_letters.put("effect", (), "KeyError", NOW)
    company.sent("learn", NOW - timedelta(hours=1))
    company.store.workers.attend("a", NOW, NOW + A_RUN_OF_ALL_TESTS, lambda _: False)
    ill = company.call("doctor", "--no-models", "--no-mail", EINKLANG_JOBS_BROKER="redis://127.0.0.1:1/0").output
    assert "problem  broker: The broker 127.0.0.1:1 does not answer" in ill
    assert "problem  jobs: effect failed for good 1 times" in ill
    assert "problem  jobs: nobody does learn" in ill
    assert "ok       workers: 1 watch 0 mailboxes" in ill
