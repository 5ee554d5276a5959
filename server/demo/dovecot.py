"""A Dovecot of our own on loopback: no file outside its directory, ended with all its children."""

from __future__ import annotations

import base64
import os
import re
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Self

from server.demo import dovecot_config
from server.demo.certificates import CertificateKind, provide_certificates
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

PROGRAM_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))


def find_dovecot() -> str | None:
    """The path of the installed Dovecot, or None."""
    return shutil.which("dovecot", path=PROGRAM_PATH)


def why_unusable(directory: Path) -> str | None:
    """Why Dovecot cannot keep its mail in `directory` on this machine, or None when it can."""
    if find_dovecot() is None:
        return "Dovecot is not installed (Debian, Ubuntu: apt-get install dovecot-imapd)."
    if os.getuid() != 0:
        return None
    resolved = directory.resolve()
    for each in (resolved, *resolved.parents):
        if each.exists() and not each.stat().st_mode & stat.S_IXOTH:
            return (
                f"Dovecot started by root reads mail as the user nobody, who may not enter {each}. "
                f"Use another directory or run: chmod o+x {each}"
            )
    return None


PORT_TRIES = 3  # a free port may be taken by another program before Dovecot listens on it
TAKEN = "Address already in use"


class Dovecot:
    """An IMAP server on free loopback ports; `directory` keeps its mail and UIDVALIDITYs from start to start.

    `port` speaks plain IMAP with STARTTLS, `tls_port` TLS from the first byte; both show a certificate signed
    by the authority in `ca_file`, for localhost and 127.0.0.1 (or a wrong one, as `certificate` says). `more` are
    further lines of its configuration.
    """

    host = "127.0.0.1"

    def __init__(
        self,
        directory: Path,
        users: Mapping[str, str],
        *,
        port: int = 0,
        tls_port: int = 0,
        certificate: CertificateKind = CertificateKind.VALID,
        allow_plaintext_login: bool = True,
        sent_folder: str | None = "Sent",
        more: str = "",
    ) -> None:
        if problem := why_unusable(directory):
            raise ServerNotUsable(problem)
        for name in users:
            if not re.fullmatch(r"[A-Za-z0-9@._+-]+", name) or name.startswith("."):
                raise ServerNotUsable(f"{name!r} cannot be a user of the IMAP server: use letters, digits, @ . _ + -")
        self.directory = directory.resolve()
        self.users: Mapping[str, str] = MappingProxyType(dict(users))
        self.port, self.tls_port = port, tls_port
        self._certificate = certificate
        self._allow_plaintext_login = allow_plaintext_login
        self._sent_folder = sent_folder
        self._more = more
        self._run: Path | None = None
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def ca_file(self) -> Path:
        """The certificate of the authority that signed this server's certificate."""
        return self.directory / "tls" / "ca.pem"

    @property
    def log(self) -> Path:
        """What the server wrote about sign-ins, connections and errors."""
        return self.directory / "dovecot.log"

    @property
    def pid(self) -> int | None:
        """The process id while it runs."""
        return self._process.pid if self._process else None

    def start(self) -> Self:
        """Start the server and return once it greets; raises ServerNotUsable with its own words otherwise."""
        if self._process is not None:
            return self
        program = find_dovecot()
        if program is None:
            raise ServerNotUsable("Dovecot is not installed (Debian, Ubuntu: apt-get install dovecot-imapd).")
        self.directory.mkdir(parents=True, exist_ok=True)
        end_leftover(self._pid_file, str(self._config), "Dovecot")
        wanted = self.port, self.tls_port
        for _ in range(PORT_TRIES - 1):
            try:
                return self._start(program)
            except ServerNotUsable as error:
                if TAKEN not in str(error) or all(wanted):
                    raise
                self.port, self.tls_port = wanted  # somebody else was quicker: other ports
        return self._start(program)

    def _start(self, program: str) -> Self:
        self._choose_ports()
        self._write_files(_version(program))
        self._process = spawn([program, "-F", "-c", str(self._config)], self.directory / "stderr.log")
        remember(self._process, self._pid_file)
        try:
            wait_for_greeting(self._process, self.port, self.log, "Dovecot")
        except ServerNotUsable:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        """End the server and all its children; mail stays in `directory`."""
        if self._process is not None:
            end_process(self._process)
            self._process = None
        self._pid_file.unlink(missing_ok=True)
        if self._run is not None:
            shutil.rmtree(self._run, ignore_errors=True)
            self._run = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def doveadm(self, *arguments: str) -> str:
        """Run `doveadm` on this server and return what it prints."""
        program = shutil.which("doveadm", path=PROGRAM_PATH)
        if program is None:
            raise ServerNotUsable("doveadm is not installed, though Dovecot is (apt-get install dovecot-core).")
        command = [program, "-c", str(self._config), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)  # noqa: S603
        if done.returncode:
            raise ServerNotUsable(f"doveadm {arguments[0]} failed: {done.stderr.strip()}")
        return done.stdout

    def set_uidvalidity(self, user: str, folder: str, value: int) -> None:
        """Give a folder another UIDVALIDITY, as a server does whose mail was restored from a backup."""
        self.doveadm("mailbox", "update", "-u", user, "--uid-validity", str(value), folder)

    @property
    def _config(self) -> Path:
        return self.directory / "dovecot.conf"

    @property
    def _pid_file(self) -> Path:
        return self.directory / "dovecot.pid"

    def _choose_ports(self) -> None:
        for port in (self.port, self.tls_port):
            if port and not is_free(port):
                raise ServerNotUsable(f"Port {port} on 127.0.0.1 is taken by another program. Choose another port.")
        fresh = free_ports(2)
        self.port = self.port or fresh[0]
        self.tls_port = self.tls_port or fresh[1]

    def _write_files(self, version: tuple[int, int]) -> None:
        who = dovecot_config.identity()
        (self.directory / "mail").mkdir(exist_ok=True)
        self._run = Path(tempfile.mkdtemp(prefix="einklang-imap-"))  # short: a Unix socket's path is
        self._run.chmod(0o755)
        (self._run / "state").mkdir()  # nothing in it outlives a run; a lock left in it would stop the next
        certificates = provide_certificates(self.directory / "tls", self._certificate, datetime.now(UTC))
        passwords = self.directory / "users"
        passwords.touch(mode=0o600)
        passwords.write_text("".join(f"{name}:{_scheme(word)}::::::\n" for name, word in self.users.items()))
        if os.getuid() == 0:
            os.chown(self.directory / "mail", who.mail_uid, who.mail_gid)
            os.chown(passwords, who.internal_uid, -1)
        layout = dovecot_config.Layout(
            self.directory,
            self._run,
            self.port,
            self.tls_port,
            certificates,
            self._allow_plaintext_login,
            self._sent_folder,
            self._more,
        )
        self._config.write_text(dovecot_config.config_text(version, layout, who))


def _scheme(password: str) -> str:
    """A password as the passwd-file format holds any text, colons and umlauts too."""
    return "{PLAIN.b64}" + base64.b64encode(password.encode()).decode("ascii")


def _version(program: str) -> tuple[int, int]:
    done = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=20, check=False)  # noqa: S603
    found = re.match(r"(\d+)\.(\d+)", done.stdout)
    if found is None:
        raise ServerNotUsable(f"{program} --version does not say which Dovecot it is: {done.stdout!r}")
    return int(found[1]), int(found[2])
