"""The page of figures, the dashboard and the alert rules name what a running server tells, and nothing else."""

from __future__ import annotations

import json
import logging
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.registry import CollectorRegistry

from coach import Coach
from server.app import create_app
from server.job_runs import running
from server.metrics.exposed import Exposition
from server.metrics.queue import QueueDepth
from server.metrics.worker import count_runs
from tests.office import ANNA, DRAFT, open_office
from tests.server.api.conftest import Api, new_user_token

ROOT = Path(__file__).parent.parent
PROMETHEUS, DASHBOARD = ROOT / "deploy" / "prometheus", ROOT / "deploy" / "grafana" / "einklang.json"
ALERTS = PROMETHEUS / "einklang-alerts.yml"
OF_TARGETS = {"job", "instance"}  # labels that Prometheus itself adds


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, coach: Coach) -> dict[str, set[str]]:
    """Every name that a scrape of web server and worker can hold -> its labels."""
    text = _web(tmp_path_factory.mktemp("told"), coach) + _worker()
    found: dict[str, set[str]] = {}
    families: dict[str, int] = {}
    for family in text_string_to_metric_families(text):
        families[family.name] = families.get(family.name, 0) + len(family.samples)
        for sample in family.samples:
            if not sample.name.endswith("_created"):  # told by a process alone only
                found.setdefault(sample.name, set()).update(sample.labels)
    assert [name for name, samples in families.items() if not samples] == []  # let something happen that they count
    return found


def _web(folder: Path, coach: Coach) -> str:
    env = {"EINKLANG_METRICS_OPEN_TO": "loopback", "EINKLANG_PRIVACY_WORKS_COUNCIL": "false"}
    with open_office(folder, coach, **env) as office:
        office.without_council()
        office.connect()
        office.store.dead_letters.put("learn", (), "ValueError", office.now[0])
        app = create_app(office.services)
        api = Api(office, app.test_client(), new_user_token(office, "rita"))
        api.assess(DRAFT, customer=ANNA)
        logging.getLogger("server.tests").error("something")
        return str(api.client.get("/metrics").text)


def _worker() -> str:
    instruments = count_runs()
    with running("learn"):
        pass
    registry = CollectorRegistry()
    registry.register(QueueDepth(lambda: 1))
    shown = Exposition(instruments).text(council=True).decode() + generate_latest(registry).decode()
    wanted = ("einklang_job_seconds", "einklang_queue_depth", "einklang_broker_up")
    return "".join(line + "\n" for line in shown.splitlines() if any(name in line for name in wanted))


@pytest.fixture(autouse=True, scope="module")
def _count_no_more() -> Iterator[None]:
    yield
    from server import job_runs
    from server.metrics.errors import CountsErrors

    job_runs._observers.clear()
    for handler in [each for each in logging.getLogger().handlers if isinstance(each, CountsErrors)]:
        logging.getLogger().removeHandler(handler)


def test_the_page_of_figures_has_each_figure_and_no_other(told: dict[str, set[str]]):
    page = (ROOT / "docs" / "metrics.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `(einklang_\w+)` \|", page, re.MULTILINE)
    assert len(named) == len(set(named))
    families = {re.sub(r"_(?:bucket|sum|count)$", "", name) for name in told if name.startswith("einklang_")}
    assert set(named) == families


def queries() -> list[tuple[str, str]]:
    """What asks, and its query."""
    panels = json.loads(DASHBOARD.read_text(encoding="utf-8"))["panels"]
    found = [(f"panel {each['title']}", one["expr"]) for each in panels for one in each.get("targets", [])]
    rules = yaml.safe_load(ALERTS.read_text(encoding="utf-8"))["groups"][0]["rules"]
    return found + [(f"alert {each['alert']}", each["expr"]) for each in rules]


@pytest.mark.parametrize(("asking", "query"), queries(), ids=[asking for asking, _ in queries()])
def test_a_query_asks_for_figures_and_labels_that_there_are(told: dict[str, set[str]], asking: str, query: str):
    names = re.findall(r"\beinklang_\w+", re.sub(r"\"[^\"]*\"", '""', query))
    assert names or query.startswith("up{")
    assert set(names) <= set(told)
    labels = set().union(OF_TARGETS, *(told[name] for name in names))
    for inner in re.findall(r"\{([^}]*)\}", query):
        assert set(re.findall(r"(\w+)\s*(?:=~|!~|!=|=)", inner)) <= labels, inner
    for listed in re.findall(r"\bby \(([^)]*)\)", query):
        assert {each.strip() for each in listed.split(",")} <= labels, listed


def test_every_figure_that_can_be_bad_is_on_the_dashboard(told: dict[str, set[str]]):
    shown = " ".join(query for asking, query in queries() if asking.startswith("panel"))
    families = {re.sub(r"_(?:bucket|sum|count)$", "", name) for name in told}
    assert {each for each in families if each not in shown} <= {"einklang_mailbox_state"}


def test_every_alert_says_what_is_wrong_and_how_bad_it_is():
    rules = yaml.safe_load(ALERTS.read_text(encoding="utf-8"))["groups"][0]["rules"]
    for each in rules:
        assert each["labels"]["severity"] in ("warning", "critical")
        assert len(each["annotations"]["summary"]) > 20
        assert each["for"]


def test_promtool_finds_no_mistake():
    """Only where it is installed: nothing else needs Prometheus, and its package is large."""
    promtool = shutil.which("promtool")
    if promtool is None:
        pytest.skip("promtool is not installed; install it with: apt-get install prometheus")
    for check in (["rules", ALERTS.name], ["config", "prometheus.yml"]):
        done = subprocess.run([promtool, "check", *check], cwd=PROMETHEUS, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
