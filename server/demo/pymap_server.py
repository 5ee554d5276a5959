"""pymap as a child process: the IMAP server for machines without Dovecot.

Its maildirs keep mail and UIDVALIDITYs across restarts, with line ends turned into LF.
It has no TLS here and neither CONDSTORE nor SPECIAL-USE, so Sent is found by its name.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Self

from server.demo.imap_process import (
    ServerNotUsable,
    end_leftover,
    end_process,
    free_ports,
    is_free,
    remember,
    spawn,
    wait_for_greeting,
)

ROUNDS = 60_000  # of PBKDF2; the file is readable by its owner only
OTHER_SERVICES = ("admin", "managesieve", "swim")  # only IMAP may listen


def has_pymap() -> bool:
    """Whether pymap is installed in this Python."""
    return importlib.util.find_spec("pymap") is not None


class PymapServer:
    """An IMAP server without TLS on a free loopback port; `directory` keeps its mail from start to start."""

    host = "127.0.0.1"

    def __init__(self, directory: Path, users: Mapping[str, str], *, port: int = 0) -> None:
        if not has_pymap():
            raise ServerNotUsable("pymap is not installed. Run: pip install 'einklang[demo]'")
        for name in users:
            if not re.fullmatch(r"[A-Za-z0-9@._+-]+", name) or name.startswith("."):
                raise ServerNotUsable(f"{name!r} cannot be a user of the IMAP server: use letters, digits, @ . _ + -")
        self.directory = directory.resolve()
        self.users: Mapping[str, str] = MappingProxyType(dict(users))
        self.port = port
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        """What the server wrote."""
        return self.directory / "pymap.log"

    def start(self) -> Self:
        """Start the server and return once it greets; raises ServerNotUsable with its own words otherwise."""
        if self._process is not None:
            return self
        self.directory.mkdir(parents=True, exist_ok=True)
        end_leftover(self._pid_file, str(self._base), "pymap")
        if self.port and not is_free(self.port):
            raise ServerNotUsable(f"Port {self.port} on 127.0.0.1 is taken by another program. Choose another port.")
        self.port = self.port or free_ports(1)[0]
        self._write_users()
        self._process = spawn(self._command(), self.log)
        remember(self._process, self._pid_file)
        try:
            wait_for_greeting(self._process, self.port, self.log, "pymap")
        except ServerNotUsable:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        """End the server; mail stays in `directory`."""
        if self._process is not None:
            end_process(self._process)
            self._process = None
        self._pid_file.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def _pid_file(self) -> Path:
        return self.directory / "pymap.pid"

    @property
    def _base(self) -> Path:
        return self.directory / "mail"

    def _command(self) -> list[str]:
        skipped = [word for name in OTHER_SERVICES for word in ("--no-service", name)]
        return [
            *(sys.executable, "-c", "from pymap.main import main; main()"),
            *("--host", self.host, "--port", str(self.port), "--no-tls", *skipped),
            *("maildir", str(self._base)),
        ]

    def _write_users(self) -> None:
        self._base.mkdir(exist_ok=True)
        homes = "".join(f"{name}:x::::{name}:\r\n" for name in self.users)
        (self._base / "pymap-etc-passwd").write_text(homes, newline="")
        shadow = self._base / "pymap-etc-shadow"
        shadow.touch(mode=0o600)
        lines = (f"{name}:{_digest(word)}:::::::\r\n" for name, word in self.users.items())
        shadow.write_text("".join(lines), newline="")


def _digest(password: str) -> str:
    """The password as pymap stores it (PBKDF2-SHA256), so that no colon or umlaut can break the file."""
    salt = os.urandom(16)
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, ROUNDS)
    return f"$pbkdf2-sha256${ROUNDS}${b64encode(salt).decode()}${b64encode(digest).decode()}"
