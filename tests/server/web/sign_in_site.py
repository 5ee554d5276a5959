"""An office at whose door people stand: its pages of signing in, and browsers that ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from coach import Coach
from server.access import EVERYTHING, Role, Scope
from server.app import create_app
from server.secrets import new_token, token_hash
from server.sign_in.changes import Changes
from server.sign_in.passwords import Passwords
from server.store import User
from tests.office import Office, open_office

GOOD = "blauer Teppich am See"
BETTER = "drei Waagen und kein Gewicht"
CSRF = re.compile(r'name="csrf" value="([^"]+)"')
SECRET = re.compile(r'<code class="secret">([A-Z2-7 ]+)</code>')
RECOVERY = re.compile(r"<li><code>([A-Z2-9 ]+)</code></li>")
QUICK = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@dataclass
class Browser:
    """A browser with its cookies, at an address."""

    client: FlaskClient
    address: str = "192.0.2.1"
    agent: str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

    def get(self, path: str) -> TestResponse:
        return self.client.get(f"/dashboard{path}", **self._asking())

    def post(self, path: str, page: str | None = None, **data: str) -> TestResponse:
        """Sends a form that stands on `page`, or on the page of the same name."""
        found = CSRF.search(self.get(page or path).text)
        assert found is not None, f"there is no form on {page or path}"
        return self.client.post(f"/dashboard{path}", data={"csrf": found[1], **data}, **self._asking())

    def sign_in(self, name: str = "jana", password: str = GOOD) -> TestResponse:
        return self.post("/sign-in", name=name, password=password)

    @property
    def is_in(self) -> bool:
        return self.get("/account").status_code == 200

    def _asking(self) -> dict[str, object]:
        headers = {"User-Agent": self.agent, "Accept-Language": "en"}
        return {"headers": headers, "environ_base": {"REMOTE_ADDR": self.address}}


@dataclass
class Site:
    """The pages and the people behind them."""

    office: Office
    app: Flask = field(init=False)

    def __post_init__(self) -> None:
        self.app = create_app(self.office.services)

    def browser(self, **more: str) -> Browser:
        return Browser(self.app.test_client(), **more)

    def add(self, name: str = "jana", role: Role = "rep", password: str = GOOD) -> User:
        user = self.office.store.accounts.add_user(name, role, self.office.now[0], sees=EVERYTHING)
        if password:
            assert self.changes().set_password(user, password) is None
        return user

    def token(self, name: str = "jana", *scopes: Scope) -> str:
        """A token that is good for these scopes; without any, for all that its user may."""
        secret, now = new_token(), self.office.now[0]
        self.office.store.accounts.add_token(name, token_hash(secret), "", now, None, scopes=scopes or None)
        return secret

    def changes(self) -> Changes:
        found = self.office.services
        return Changes(found.store, found.vault, found.passwords, "cli:root", self.office.now[0])

    def audited(self) -> list[str]:
        return [each.action for each in self.office.store.audit.entries(action="sign_in.")]


@contextmanager
def open_site(folder: Path, coach: Coach, **env: str) -> Iterator[Site]:
    with open_office(folder, coach, **env) as office:
        office.services = replace(office.services, passwords=QUICK)
        yield Site(office)
