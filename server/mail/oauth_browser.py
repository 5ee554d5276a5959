"""Sign-in in a browser that comes back to this machine (RFC 8252), or whose last address a person pastes."""

from __future__ import annotations

import http.server
import threading
import urllib.parse
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from typing import Self

from server.errors import LoginRefused
from server.mail import oauth_refusals
from server.mail.oauth import ANSWER_WITHIN, Provider, Token, session, token_in, told

GOODBYE = "Einklang has got it. You can close this page and go back to the command line."


@dataclass(frozen=True, slots=True)
class Invitation:
    """The page to open, and what proves that its answer belongs to this question (RFC 7636)."""

    url: str
    redirect_uri: str
    state: str = field(repr=False)
    verifier: str = field(repr=False)


def invite(provider: Provider, redirect_uri: str, mailbox: str) -> Invitation:
    """A fresh question to the provider's page."""
    from authlib.common.security import generate_token

    verifier = generate_token(64)
    client = session(provider, redirect_uri=redirect_uri, code_challenge_method="S256")
    hint = {"login_hint": mailbox} if provider.hints else {}
    url, state = client.create_authorization_url(
        provider.authorize_url, code_verifier=verifier, **hint, **provider.extra
    )
    return Invitation(url, redirect_uri, state, verifier)


def accept(provider: Provider, invitation: Invitation, address: str, mailbox: str, now: datetime) -> Token:
    """The token for the address to which the browser was sent back; raises MailError."""
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(address.strip()).query)
    said = {name: values[0] for name, values in query.items()}
    if said.get("state") != invitation.state:
        raise LoginRefused(
            mailbox, "this address does not answer the question that was asked.", "Start again, and paste all of it."
        )
    if "error" in said:
        raise oauth_refusals.refused(mailbox, provider, said["error"], said.get("error_description", ""))
    if not said.get("code"):
        raise oauth_refusals.strange(mailbox, provider, "its address holds no code")
    with told(provider, mailbox):
        answer = session(provider, redirect_uri=invitation.redirect_uri).fetch_token(
            provider.token_url,
            grant_type="authorization_code",
            code=said["code"],
            code_verifier=invitation.verifier,
            timeout=ANSWER_WITHIN,
        )
    return token_in(answer, provider, mailbox, now)


class Landing:
    """Waits on a free loopback port for the browser to come back, once; `name` is what it calls this machine."""

    def __init__(self, name: str = "127.0.0.1") -> None:
        self._name = name
        landed = self._landed = threading.Event()
        self.address = ""

        class Page(http.server.BaseHTTPRequestHandler):
            """Takes the address and thanks."""

            def do_GET(page) -> None:
                query = urllib.parse.urlsplit(page.path).query
                wanted = "state=" in query and not landed.is_set()
                if wanted:
                    self.address = self.redirect_uri + "?" + query
                body = (GOODBYE if wanted else "").encode()
                page.send_response(200 if wanted else 404)
                page.send_header("Content-Type", "text/plain; charset=utf-8")
                page.send_header("Content-Length", str(len(body)))
                page.end_headers()
                page.wfile.write(body)
                if wanted:
                    landed.set()

            def log_message(page, *_: object) -> None:
                """Nothing: the address holds the code."""

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1})

    @property
    def redirect_uri(self) -> str:
        """Where the browser is to come back to."""
        return f"http://{self._name}:{self._server.server_address[1]}"

    def wait(self, seconds: float) -> str | None:
        """The address with which the browser came; None if it did not come in time."""
        return self.address if self._landed.wait(seconds) else None

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
