"""The Dovecot that the other tests use, too, seen the way the others of this suite are."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Self

from server.demo.dovecot import Dovecot as RealDovecot
from tests.servers.running import PASSWORD, USERS


class Dovecot:
    """Speaks plain IMAP on `port`."""

    name = "Dovecot"
    host = "127.0.0.1"

    def __init__(self) -> None:
        self._directory = Path(tempfile.mkdtemp(prefix="einklang-dovecot-"))
        self._directory.chmod(0o755)
        try:
            self._server = RealDovecot(self._directory, dict.fromkeys(USERS, PASSWORD))
        except BaseException:
            shutil.rmtree(self._directory, ignore_errors=True)
            raise
        self.port = 0
        self._validity = 1_000

    def __enter__(self) -> Self:
        self._server.start()
        self.port = self._server.port
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop()
        shutil.rmtree(self._directory, ignore_errors=True)

    def folder(self, *path: str) -> str:
        """No prefix, slashes."""
        return "/".join(path) or "INBOX"

    def renumber(self, user: str) -> None:
        """As after a restored backup."""
        self._validity += 1
        self._server.set_uidvalidity(user, "INBOX", self._validity)
