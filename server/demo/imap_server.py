"""The IMAP server that holds the demo mail: Dovecot where it can run, else pymap."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, Self

from server.demo.dovecot import Dovecot, why_unusable
from server.demo.imap_process import ServerNotUsable
from server.demo.pymap_server import PymapServer, has_pymap


class ImapServer(Protocol):
    """A server of our own on loopback, reachable without TLS at `host` and `port` once started."""

    host: str
    port: int
    users: Mapping[str, str]

    def start(self) -> Self:
        """Return once it greets."""

    def stop(self) -> None:
        """End it; its mail is kept."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def demo_server(directory: Path, users: Mapping[str, str], *, port: int = 0) -> ImapServer:
    """A server, not started yet, that keeps the mail of `users` in `directory`; raises ServerNotUsable."""
    problem = why_unusable(directory)
    if problem is None:
        return Dovecot(directory / "dovecot", users, port=port)
    if has_pymap():
        return PymapServer(directory / "pymap", users, port=port)
    raise ServerNotUsable(f"{problem} Or install the embedded server: pip install 'einklang[demo]'")
