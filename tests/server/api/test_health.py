"""GET /health/live and /health/ready: what a watcher or a load balancer is told."""

from __future__ import annotations

from typing import NoReturn

from werkzeug.test import Client

from server.errors import StoreAway
from server.store import Store
from server.web.waiting_for_store import WaitingForStore
from tests.server.api.conftest import Api


def test_a_process_is_live_whatever_is_missing(api: Api):
    api.office.services.models.ready.clear()
    api.office.services.models.problem = "broken"
    answer = api.client.get("/health/live")
    assert (answer.status_code, answer.get_json()["status"]) == (200, "ok")


def test_a_process_that_waits_for_its_database_is_live_and_not_ready(api: Api):
    def away() -> NoReturn:
        raise StoreAway("away")

    waiting, served = Client(WaitingForStore(away, "away")), api.client.get("/health/live")
    assert waiting.get("/health/live").get_json() == served.get_json()
    assert waiting.get("/health/ready").status_code == 503
    assert waiting.get("/health").status_code == 503


def test_it_is_ready_once_the_models_are_loaded(api: Api):
    assert api.client.get("/health/ready").status_code == 200
    api.office.services.models.ready.clear()
    answer = api.client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.get_json()["title"] == "Starting"
    assert "still loading" in answer.get_json()["detail"]
    assert "Retry-After" in answer.headers


def test_models_that_cannot_be_loaded_are_told_without_their_place(api: Api):
    api.office.services.models.problem = "OSError: /somewhere/secret"
    answer = api.client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.get_json()["title"] == "Models missing"  # "Starting" would have panels wait for them
    assert "cannot be loaded" in answer.get_json()["detail"]
    assert "secret" not in answer.text


def test_it_is_not_ready_while_the_database_does_not_answer(api: Api):
    store: Store = api.office.store
    with store._database.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE alembic_version RENAME TO elsewhere")
    answer = api.client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.get_json()["title"] == "Database away"
    assert "database" in answer.get_json()["detail"]
    assert store.name not in answer.text


def test_watchers_ask_by_address_and_as_often_as_they_want(api: Api):
    for path in ("/health/live", "/health/ready"):
        assert api.client.get(path, base_url="http://192.0.2.7").status_code == 200
    assert {api.client.get("/health/live").status_code for _ in range(700)} == {200}
