"""Fixtures: a real Dovecot on loopback, one for the whole run, with a fresh user for each test."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from server.demo.certificates import CertificateKind
from server.demo.dovecot import Dovecot, find_dovecot

PASSWORD = 'Grüße: aus "Köln" & München\\'  # umlauts, quotes, a backslash, a colon: all of it must work
USERS = 120


@dataclass(frozen=True, slots=True)
class Account:
    """A user of the shared Dovecot whom no other test uses."""

    server: Dovecot
    user: str
    password: str

    @property
    def address(self) -> str:
        """The mailbox address, which is also the user name."""
        return self.user


def require_dovecot() -> None:
    """Skip where Dovecot is missing, but fail in CI, where it must not be."""
    if find_dovecot() is not None:
        return
    message = "Dovecot is not installed; install it with: apt-get install dovecot-imapd"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def server_directory() -> Path:
    """A new directory that Dovecot's own users may enter (pytest's tmp_path is closed to them)."""
    directory = Path(tempfile.mkdtemp(prefix="einklang-test-"))
    directory.chmod(0o755)
    return directory


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """The shared server; `account` gives a user on it. Do not stop it."""
    require_dovecot()
    directory = server_directory()
    try:
        with Dovecot(directory, {f"user{n}@example.test": PASSWORD for n in range(USERS)}) as server:
            yield server
    finally:
        shutil.rmtree(directory, ignore_errors=True)


@pytest.fixture(scope="session")
def _user_numbers() -> Iterator[int]:
    return itertools.count()


@pytest.fixture
def account(dovecot: Dovecot, _user_numbers: Iterator[int]) -> Account:
    """An empty mailbox of its own on the shared server."""
    user = f"user{next(_user_numbers)}@example.test"
    return Account(dovecot, user, dovecot.users[user])


StartDovecot = Callable[..., Dovecot]


@pytest.fixture
def start_dovecot() -> Iterator[StartDovecot]:
    """Starts a server for this test alone: start_dovecot(certificate=..., allow_plaintext_login=..., ...)."""
    require_dovecot()
    with ExitStack() as stack:

        def start(
            *,
            certificate: CertificateKind = CertificateKind.VALID,
            allow_plaintext_login: bool = True,
            sent_folder: str | None = "Sent",
            users: tuple[str, ...] = ("user@example.test",),
            more: str = "",
        ) -> Dovecot:
            directory = server_directory()
            stack.callback(shutil.rmtree, directory, ignore_errors=True)
            server = Dovecot(
                directory,
                dict.fromkeys(users, PASSWORD),
                certificate=certificate,
                allow_plaintext_login=allow_plaintext_login,
                sent_folder=sent_folder,
                more=more.replace("DIRECTORY", str(directory)),
            )
            return stack.enter_context(server)

        yield start
