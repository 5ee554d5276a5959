"""A Courier of our own on loopback, out of the folder that `unpacked` filled; root must start it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Self

from server.demo.imap_process import ServerNotUsable, end_process, free_ports, spawn, wait_for_greeting
from tests.servers.running import PASSWORD, USERS, mail_owner
from tests.servers.unpacked import environment, root_of

PRIVATE = ("--mount", "--pid", "--fork", "--kill-child=SIGKILL", "--mount-proc", "--propagation", "private")


class Courier:
    """Speaks plain IMAP on `port`; all folders lie below INBOX, with dots between."""

    name = "Courier"
    host = "127.0.0.1"

    def __init__(self) -> None:
        root = root_of("courier")
        if root is None:
            raise ServerNotUsable("Courier is not there. On Debian or Ubuntu: make server-programs")
        if os.getuid() != 0:
            raise ServerNotUsable("Courier's paths are built into it; only root can lay them over the system's.")
        self._root = root
        self._directory = Path(tempfile.mkdtemp(prefix="einklang-courier-"))
        (self.port,) = free_ports(1)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        owner = mail_owner()
        self._make_maildirs(owner.pw_uid, owner.pw_gid)
        secret = self._directory / "password"
        secret.touch(mode=0o600)
        secret.write_text(PASSWORD + "\n")
        script = Path(__file__).with_name("courier.sh")
        arguments = (self._root, self._directory, self.port, owner.pw_uid, owner.pw_gid)
        told = [f"{name}={value}" for name, value in environment(self._root).items()]
        command = ["env", *told, "unshare", *PRIVATE, "bash", str(script), *(str(each) for each in arguments)]
        log = self._directory / "stderr.log"
        self._process = spawn(["sh", "-c", f'exec "$@" <{secret}', "sh", *command], log)
        wait_for_greeting(self._process, self.port, log, self.name)
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            end_process(self._process)
        shutil.rmtree(self._directory, ignore_errors=True)

    def folder(self, *path: str) -> str:
        """Everything lies below INBOX."""
        return ".".join(("INBOX", *path))

    def renumber(self, user: str) -> None:
        """A Maildir without Courier's list of UIDs gets another UIDVALIDITY: the time of the next look, in seconds."""
        time.sleep(1.1)
        (self._maildir(user) / "courierimapuiddb").unlink()

    def _maildir(self, user: str) -> Path:
        return self._directory / "home" / user / "Maildir"

    def _make_maildirs(self, uid: int, gid: int) -> None:
        self._directory.chmod(0o755)
        for user in USERS:
            for folder in ("", ".Sent"):
                for each in ("cur", "new", "tmp"):
                    (self._maildir(user) / folder / each).mkdir(parents=True)
            (self._maildir(user) / ".Sent" / "maildirfolder").touch()
        for path in (self._directory / "home").rglob("*"):
            os.chown(path, uid, gid)
