"""The demo: an installation of its own in the data folder, with an IMAP server, two mailboxes and their mail."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from server.access import EVERYTHING
from server.demo.delivery import append
from server.demo.imap_process import is_free
from server.demo.imap_server import ImapServer, demo_server
from server.demo.stories import DemoMail, mailboxes, mails
from server.errors import NotFound
from server.mail.login import Login
from server.secrets import Vault, load_vault
from server.settings import Settings
from server.store import Mailbox, NewMailbox, Store

FOLDER = "demo"


class Demo:
    """Starts the demo's IMAP server, delivers the mail that it lacks, and connects the mailboxes.

    It has a data folder of its own, so that invented mail never meets real mail. `env` is what the server and
    the worker are to run with.
    """

    def __init__(self, settings: Settings, env: Mapping[str, str]) -> None:
        self._folder = settings.data.folder / FOLDER
        database = f"sqlite:///{self._folder / 'einklang.db'}"
        self._database = database
        self._vault_env = {name: value for name, value in env.items() if not name.startswith("EINKLANG_KEY")}
        self.env = {
            **self._vault_env,
            "EINKLANG_DATA": str(self._folder),
            "EINKLANG_DATA_DATABASE": database,
            "EINKLANG_TEAM_DOMAINS": "",
            "EINKLANG_TEAM_ADDRESSES": "",
            "EINKLANG_PRIVACY_KEEP_TEXT_DAYS": "36500",  # the stories reach back more than a year
            "EINKLANG_MAIL_HISTORY_DAYS": "0",
        }
        self.mailboxes = tuple(each.address for each in mailboxes())
        self.mails = 0
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._store = self._stack.enter_context(Store.open(self._database))
        vault = load_vault(self._folder / "secret.key", self._vault_env)
        passwords = {address: self._password(address, vault) for address in self.mailboxes}
        server = self._start(passwords)
        written = mails(datetime.now(UTC))
        for address, password in passwords.items():
            _deliver(_login(address, password, server), (each for each in written if each.mailbox == address))
            self._connect(address, password, server, vault)
        self.mails = len(written)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def is_learned(self) -> bool:
        """Whether all mail is mirrored and learned, and every customer graded."""
        counts = self._store.messages.counts(sight=EVERYTHING).values()
        if sum(each.total for each in counts) < self.mails or any(each.stored for each in counts):
            return False
        return not self._store.relationships.due(datetime.now(UTC), 1)

    def _start(self, passwords: Mapping[str, str]) -> ImapServer:
        known = self._known(self.mailboxes[0])
        port = known.port if known and is_free(known.port) else 0
        return self._stack.enter_context(demo_server(Path(self._folder / "imap"), passwords, port=port))

    def _password(self, address: str, vault: Vault) -> str:
        known = self._known(address)
        return vault.open(self._store.mailboxes.sealed_secret(known.id)) if known else secrets.token_urlsafe(12)

    def _known(self, address: str) -> Mailbox | None:
        try:
            return self._store.mailboxes.get(address)
        except NotFound:
            return None

    def _connect(self, address: str, password: str, server: ImapServer, vault: Vault) -> None:
        if self._known(address):
            self._store.mailboxes.move(address, server.host, server.port)
            return
        new = NewMailbox(address, server.host, server.port, "none", address)
        self._store.mailboxes.add(new, vault.seal(password), datetime.now(UTC))


def _deliver(login: Login, written: Iterable[DemoMail]) -> None:
    by_folder: dict[str, list[tuple[datetime, bytes]]] = {}
    for mail in written:
        by_folder.setdefault(mail.folder, []).append((mail.internaldate, mail.raw))
    for folder, each in by_folder.items():
        append(login, folder, each)


def _login(address: str, password: str, server: ImapServer) -> Login:
    return Login(
        mailbox=address, host=server.host, port=server.port, security="none", username=address, password=password
    )
