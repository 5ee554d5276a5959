"""The client's side of the two ways in which a mail server takes a token.

XOAUTH2: https://developers.google.com/workspace/gmail/imap/xoauth2-protocol; OAUTHBEARER: RFC 7628.
"""

from __future__ import annotations

import binascii
from collections.abc import Collection
from typing import Literal

from server.mail.login import Login

Mechanism = Literal["OAUTHBEARER", "XOAUTH2"]
MECHANISMS: tuple[Mechanism, ...] = ("OAUTHBEARER", "XOAUTH2")  # the standard first


def mechanism_among(capabilities: Collection[str]) -> Mechanism | None:
    """The best way that the server offers, or None."""
    return next((each for each in MECHANISMS if f"AUTH={each}" in capabilities), None)


class NotSayable(ValueError):
    """A user name that the dialogue has no way to carry."""


class BearerDialogue:
    """Answers the server's challenges in base64; `refusal` is the JSON that it sent if it did not take the token."""

    def __init__(self, mechanism: Mechanism, login: Login) -> None:
        if any(ord(character) < 32 or ord(character) == 127 for character in login.username):
            raise NotSayable(f"{login.username!r} holds a control character")
        self._first: bytes | None = _first_message(mechanism, login)
        self._last = b"\x01" if mechanism == "OAUTHBEARER" else b""  # what lets the server end with its NO
        self.refusal = b""

    def process(self, challenge: bytes, _request: object) -> bytes:
        """The next line to send."""
        if self._first is not None:
            line, self._first = self._first, None
            return _base64(line)
        try:
            self.refusal = binascii.a2b_base64(challenge)
        except binascii.Error:
            self.refusal = b""
        return _base64(self._last)


def _first_message(mechanism: Mechanism, login: Login) -> bytes:
    if mechanism == "XOAUTH2":
        return f"user={login.username}\x01auth=Bearer {login.token}\x01\x01".encode()
    name = login.username.replace("=", "=3D").replace(",", "=2C")  # RFC 5801, 4: saslname
    return f"n,a={name},\x01host={login.host}\x01port={login.port}\x01auth=Bearer {login.token}\x01\x01".encode()


def _base64(data: bytes) -> bytes:
    return binascii.b2a_base64(data, newline=False)
