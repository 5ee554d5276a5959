"""An office whose pages on effect, mailboxes, rules and exports are looked at: a demo, which lets everybody in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from coach import Coach
from server.app import create_app
from tests.office import Office, open_office


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    with open_office(tmp_path, coach, demo=True) as office:
        yield office


@pytest.fixture
def client(office: Office) -> FlaskClient:
    return create_app(office.services).test_client()


def text_of(client: FlaskClient, path: str, language: str = "en") -> str:
    """The page as it reads: without tags, in one line."""
    answer = client.get(f"/dashboard/{path}", headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.status
    body = answer.get_data(as_text=True)
    return " ".join(re.sub(r"<[^>]+>", " ", body.partition("<main")[2]).replace("&#39;", "'").split())


def form_token(client: FlaskClient, path: str) -> str:
    """What a form of this page carries."""
    found = re.search(r'name="csrf" value="([^"]+)"', client.get(f"/dashboard/{path}").get_data(as_text=True))
    assert found is not None
    return found.group(1)
