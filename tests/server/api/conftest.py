"""An office with a customer, and signed-in access to its API."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from coach import Coach
from server.access import EVERYTHING
from server.app import create_app
from server.secrets import new_token, token_hash
from tests.office import Office, mails_of_anna, open_office


@dataclass
class Api:
    """The API of an office, with the token of a user."""

    office: Office
    client: FlaskClient
    token: str

    def get(self, path: str, *, token: str | None = None, **query: Any) -> TestResponse:
        return self.client.get(f"/api/v1/{path}", query_string=query, headers=bearer(token or self.token))

    def post(self, path: str, body: Any, *, token: str | None = None) -> TestResponse:
        return self.client.post(f"/api/v1/{path}", json=body, headers=bearer(token or self.token))

    def assess(self, text: str, **body: Any) -> dict[str, Any]:
        answer = self.post("assessments", {"draft": {"text": text}, **body})
        assert answer.status_code == 200, answer.get_json()
        return answer.get_json()


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def new_user_token(office: Office, name: str, **more: Any) -> str:
    secret = new_token()
    if name not in {each.name for each in office.store.accounts.list_users()}:
        sees = more.get("sees", EVERYTHING)
        office.store.accounts.add_user(name, more.get("role", "rep"), office.now[0], sees=sees)
    expires, scopes = more.get("expires"), more.get("scopes")
    office.store.accounts.add_token(name, token_hash(secret), "", office.now[0], expires, scopes=scopes)
    return secret


def api_of(office: Office) -> Api:
    app = create_app(office.services)
    return Api(office, app.test_client(), new_user_token(office, "rita"))


@pytest.fixture(scope="session")
def with_anna(tmp_path_factory: pytest.TempPathFactory, coach: Coach) -> Path:
    """The data of an office that has learned six formal German mails of Anna Krause; to be copied."""
    folder = tmp_path_factory.mktemp("anna")
    with open_office(folder, coach) as office:
        office.connect()
        office.receive(*mails_of_anna())
    return folder


@pytest.fixture
def api(tmp_path: Path, coach: Coach, with_anna: Path) -> Iterator[Api]:
    """An office that has six formal German mails of Anna Krause."""
    shutil.copytree(with_anna, tmp_path, dirs_exist_ok=True)
    with open_office(tmp_path, coach, uids=len(mails_of_anna()) + 1) as office:
        yield api_of(office)


@pytest.fixture
def demo_api(tmp_path: Path, coach: Coach) -> Iterator[Api]:
    """The API of a demo, without mail."""
    with open_office(tmp_path / "demo", coach, demo=True) as office:
        yield api_of(office)
