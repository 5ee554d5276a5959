"""An identity provider on loopback: device codes, codes for browsers, tokens that expire, and Dovecot's question."""

from __future__ import annotations

import base64
import hashlib
import http.server
import itertools
import json
import os
import shutil
import subprocess
import threading
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from server.demo.dovecot import find_dovecot
from tests.dovecot import server_directory

CLIENT = "client-7"
DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
Answer = tuple[int, dict[str, object]]


@dataclass
class TokenServer:
    """Gives `user` tokens; what it is to do otherwise is set from outside, at any moment."""

    user: str = "user@example.test"
    client_secret: str = ""
    life: int = 3600
    interval: float = 5  # seconds between two questions for a device code
    pending: list[str] = field(default_factory=list)  # what the next questions for a device code are answered with
    refusal: tuple[str, str] | None = None  # error and description for the next refreshes
    rotates: bool = False  # a refresh token is good for one use
    status: int = 0  # answered to everything, without JSON, if not 0
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    valid: set[str] = field(default_factory=set)
    refresh_tokens: set[str] = field(default_factory=set)
    url: str = ""
    _challenges: dict[str, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=itertools.count)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def refreshes(self) -> int:
        """How often a token was refreshed or that was tried."""
        return sum(form.get("grant_type") == "refresh_token" for _, form in self.asked)

    def issue(self) -> dict[str, object]:
        """A fresh pair of tokens, both good."""
        number = next(self._numbers)
        self.valid.add(f"access-{number}")
        self.refresh_tokens.add(f"refresh-{number}")
        return {
            "token_type": "Bearer",
            "access_token": f"access-{number}",
            "refresh_token": f"refresh-{number}",
            "expires_in": self.life,
        }

    def answer(self, path: str, form: dict[str, str]) -> Answer:
        with self._lock:
            self.asked.append((path, form))
            match path.rpartition("/")[2]:
                case "devicecode":
                    return self._device_code(form)
                case "token":
                    return self._token(form)
                case "tokeninfo":
                    active = form.get("token", "") in self.valid
                    return 200, {"active": "true" if active else "false", "email": self.user}
        return 404, {}

    def authorize(self, query: dict[str, str]) -> str:
        """Where the browser of a person who agrees is sent."""
        code = f"code-{next(self._numbers)}"
        self._challenges[code] = query["code_challenge"]
        said = urllib.parse.urlencode({"state": query["state"], "code": code})
        return f"{query['redirect_uri']}?{said}"

    def _device_code(self, form: dict[str, str]) -> Answer:
        if form.get("client_id") != CLIENT or form.get("client_secret", "") != self.client_secret:
            return 400, {"error": "unauthorized_client", "error_description": "AADSTS700016: no such application"}
        return 200, {
            "device_code": "device-secret",
            "user_code": "ABCD-EFGH",
            "verification_uri": "https://login.example.test/device",
            "expires_in": 900,
            "interval": self.interval,
        }

    def _token(self, form: dict[str, str]) -> Answer:
        if form.get("client_id") != CLIENT or form.get("client_secret", "") != self.client_secret:
            return 401, {"error": "invalid_client"}
        match form.get("grant_type"):
            case "refresh_token":
                return self._refreshed(form["refresh_token"])
            case "authorization_code":
                digest = hashlib.sha256(form["code_verifier"].encode()).digest()
                challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
                if self._challenges.pop(form["code"], "") != challenge:
                    return 400, {"error": "invalid_grant"}
                return 200, self.issue()
            case grant if grant == DEVICE_GRANT and form.get("device_code") == "device-secret":
                if self.pending:
                    return 400, {"error": self.pending.pop(0)}
                return 200, self.issue()
        return 400, {"error": "unsupported_grant_type"}

    def _refreshed(self, refresh: str) -> Answer:
        if self.refusal is not None:
            return 400, {"error": self.refusal[0], "error_description": self.refusal[1]}
        if refresh not in self.refresh_tokens:
            return 400, {"error": "invalid_grant", "error_description": "used or withdrawn"}
        if self.rotates:
            self.refresh_tokens.discard(refresh)
            return 200, self.issue()
        fresh = self.issue()
        self.refresh_tokens.discard(str(fresh.pop("refresh_token")))
        return 200, fresh


def own_provider(tokens: TokenServer) -> dict[str, str]:
    """The settings, as variables, that make a server the provider "own"."""
    return {
        "EINKLANG_OAUTH_OWN_CLIENT_ID": CLIENT,
        "EINKLANG_OAUTH_OWN_TOKEN_URL": f"{tokens.url}/token",
        "EINKLANG_OAUTH_OWN_DEVICE_URL": f"{tokens.url}/devicecode",
    }


@contextmanager
def asks_for_tokens(tokens: TokenServer, mechanisms: str = "xoauth2 oauthbearer") -> Iterator[str]:
    """The lines of a Dovecot's configuration that make it ask `tokens` whether a token is good."""
    program = find_dovecot()
    if program and not subprocess.run([program, "--version"], capture_output=True, text=True).stdout.startswith("2.3"):
        message = "these lines are for Dovecot 2.3; from 2.4 on, oauth2 is configured in another way"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    folder = server_directory()
    file = folder / "oauth2.conf"
    file.write_text(
        f"tokeninfo_url = {tokens.url}/tokeninfo?token=\n"
        "username_attribute = email\nactive_attribute = active\nactive_value = true\n"
    )
    try:
        yield (
            f"auth_mechanisms = plain {mechanisms}\n"
            f"passdb {{\n  driver = oauth2\n  mechanisms = {mechanisms}\n  args = {file}\n}}\n"
        )
    finally:
        shutil.rmtree(folder)


@contextmanager
def token_server(**given: object) -> Iterator[TokenServer]:
    """A provider that listens until the end of the block."""
    provider = TokenServer(**given)  # type: ignore[arg-type]

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            self._answer(self.path, self.rfile.read(length).decode())

        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            self._answer(path, query)

        def _answer(self, path: str, encoded: str) -> None:
            form = dict(urllib.parse.parse_qsl(encoded))
            if provider.status:
                self._send(provider.status, b"<html>sorry</html>", "text/html")
            elif path.endswith("/moved"):
                self._send(307, b"", "text/html", Location=f"{provider.url}/token")
            else:
                status, said = provider.answer(path, form)
                self._send(status, json.dumps(said).encode(), "application/json")

        def _send(self, status: int, body: bytes, kind: str, **headers: str) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Silent."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        provider.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield provider
        finally:
            server.shutdown()
            thread.join()
