"""The dashboard of an office with three customers, as somebody who signed in sees it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from coach import Coach
from server.access import EVERYTHING
from server.app import create_app
from server.secrets import new_token, token_hash
from tests.office import ANNA, CASUAL, FORMAL, NOW, SENT, TEAM, Office, mail, open_office

TIM = "tim.bauer@moelder.example"
PIA = "pia@gmail.com"
ANGRY = (
    "Sehr geehrter Herr Kern,\n\nzum dritten Mal steht die Waage still, das ist wirklich ärgerlich und enttäuschend. "
    "Bitte schicken Sie uns bis Freitag einen Techniker. Sonst kündigen wir den Wartungsvertrag.\n\n"
    "Mit freundlichen Grüßen\nAnna Krause"
)
PROMISE = "Guten Tag Frau Krause,\n\nich schicke Ihnen das Angebot bis zum 20. November 2026.\n\nViele Grüße\nMax Kern"
TOKEN = new_token()
CSRF = re.compile(r'name="csrf" value="([^"]+)"')


@dataclass
class Desk:
    """An office and the browser of somebody in it, whose token is TOKEN."""

    office: Office
    client: FlaskClient

    def get(self, path: str, language: str = "de") -> TestResponse:
        return self.client.get(path, headers={"Accept-Language": language})

    def text(self, path: str, language: str = "de", status: int = 200) -> str:
        answer = self.get(path, language)
        assert answer.status_code == status, answer.text
        return answer.text

    def post(self, path: str, page: str = "/dashboard/", **data: str) -> TestResponse:
        """Sends a form that stands on `page`."""
        found = CSRF.search(self.get(page).text)
        assert found is not None, f"there is no form on {page}"
        return self.client.post(path, data={"csrf": found[1], **data}, headers={"Accept-Language": "de"})

    def sign_in(self) -> TestResponse:
        return self.post("/dashboard/sign-in", "/dashboard/sign-in", token=TOKEN)


def fill(office: Office) -> None:
    """Anna complains and was promised something that is overdue, Tim is content, Pia wrote once from free mail."""
    office.connect()
    before = [(n, NOW - timedelta(days=200 - 20 * n)) for n in range(8)]
    anna = [mail(FORMAL.format(n=n), date=at, message_id=f"<a{n}@m.example>") for n, at in before]
    tim = [
        mail(CASUAL.format(n=n), sender=f"Tim Bauer <{TIM}>", date=at, message_id=f"<t{n}@m.example>")
        for n, at in before
    ]
    angry = mail(ANGRY, date=NOW - timedelta(days=4), message_id="<angry@m.example>")
    pia = mail("Hallo,\n\nwas kostet die Waage?\n\nPia", sender=f"Pia <{PIA}>", message_id="<p@g.example>")
    office.receive(*anna, *tim, angry, pia)
    sent = mail(PROMISE, sender=TEAM, to=ANNA, date=NOW - timedelta(days=9), message_id="<sent@w.example>")
    office.receive(sent, folder=SENT)
    office.relate()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, coach: Coach) -> Path:
    """The folder of an office whose mail is read and worked out; learned once, copied for each test."""
    folder = tmp_path_factory.mktemp("filled")
    with open_office(folder, coach) as office:
        fill(office)
        office.store.accounts.add_user("jana", "rep", NOW, sees=EVERYTHING)
        office.store.accounts.add_token("jana", token_hash(TOKEN), "browser", NOW, None)
    return folder


@contextmanager
def open_desk(filled: Path, folder: Path, coach: Coach, *, demo: bool = False, **env: str) -> Iterator[Desk]:
    """A desk at which nobody has signed in yet."""
    shutil.copytree(filled, folder, dirs_exist_ok=True)
    with open_office(folder, coach, demo=demo, **env) as office:
        yield Desk(office, create_app(office.services).test_client())


@pytest.fixture
def closed_desk(filled: Path, tmp_path: Path, coach: Coach) -> Iterator[Desk]:
    """Nobody has signed in."""
    with open_desk(filled, tmp_path, coach) as desk:
        yield desk


@pytest.fixture
def desk(closed_desk: Desk) -> Desk:
    """Jana has signed in."""
    assert closed_desk.sign_in().status_code == 303
    return closed_desk
