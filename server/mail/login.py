"""How to reach and sign in to one mailbox."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from server.loopback import is_loopback

Security = Literal["tls", "starttls", "none"]
STANDARD_PORT: dict[Security, int] = {"tls": 993, "starttls": 143, "none": 143}


@dataclass(frozen=True, slots=True)
class Login:
    """One mailbox on one server; `mailbox` is its address, `ca_file` the only authority to trust, if given.

    `token` is an access token of OAuth2; where there is one, no password is sent. With security "none" either
    goes out readable, so only to this machine itself, unless `allow_plaintext` says that the network in between
    is safe.
    """

    mailbox: str
    host: str
    port: int
    security: Security
    username: str
    password: str = field(repr=False)
    ca_file: Path | None = None
    allow_plaintext: bool = False
    token: str = field(default="", repr=False)

    def is_loopback(self) -> bool:
        """Whether the host is this machine, by its address or by the name localhost."""
        return is_loopback(self.host)
