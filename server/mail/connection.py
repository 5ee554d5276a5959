"""One signed-in IMAP connection with typed answers; its errors are MailErrors that a person can act on."""

from __future__ import annotations

import contextlib
import re
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from server.errors import ConnectionLost, MailboxGone, MailError
from server.mail import failures, fetch_response, mailbox_names, oauth_refusals, oauth_sasl
from server.mail.folder_list import ListedFolder, Namespaces, listed_folder, namespaces_in
from server.mail.hardened import Aborted, HardenedImap, Refused
from server.mail.login import Login, Security
from server.mail.pending_fetch import Fetched, PendingFetch

__all__ = [
    "ImapConnection",
    "ListedFolder",
    "Login",
    "Security",
    "Selected",
    "Timeouts",
    "connect",
    "open_connection",
]

CLOSE_SECONDS = 3.0
_BAD = re.compile(r"""command error: BAD \[b(['"])(.*)\1\]\. Data:""")  # how imaplib2 puts a server's BAD
SLOWEST_LINE = 50_000  # bytes per second that a fetch must reach at least


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: for connecting with TLS and greeting, and for one command without its mail."""

    connect: float = 20.0
    command: float = 60.0


@dataclass(frozen=True, slots=True)
class Selected:
    """What the server says of a folder when it is opened; what it does not say is None."""

    exists: int
    uidvalidity: int | None
    uidnext: int | None
    highest_modseq: int | None


def open_connection(login: Login, timeouts: Timeouts | None = None) -> ImapConnection:
    """Connect, verify, sign in; raises ConnectionLost, CertificateRefused or LoginRefused."""
    connection = connect(login, timeouts)
    try:
        connection.sign_in()
    except BaseException:
        connection.close()
        raise
    return connection


def connect(login: Login, timeouts: Timeouts | None = None) -> ImapConnection:
    """Connect and, as `login.security` says, go over to verified TLS; not signed in yet."""
    timeouts = timeouts or Timeouts()
    if login.security == "none" and not (login.is_loopback() or login.allow_plaintext):
        raise MailError(
            login.mailbox,
            f'security "none" would send the password readable to {login.host}, so nothing was sent.',
            'Use security "tls" (port 993) or "starttls" (port 143).',
        )
    context = None if login.security == "none" else _tls_context(login)
    try:
        imap = HardenedImap(
            login.host,
            login.port,
            tls=context,
            tls_at_once=login.security == "tls",
            connect_seconds=timeouts.connect,
            command_seconds=timeouts.command,
        )
    except (Refused, OSError, UnicodeError) as cause:
        raise failures.opening(login, cause) from cause
    connection = ImapConnection(login, imap, timeouts)
    if login.security == "starttls":
        connection.start_tls()
    return connection


def _tls_context(login: Login) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context(cafile=str(login.ca_file) if login.ca_file else None)
    except OSError as unreadable:
        raise MailError(
            login.mailbox,
            f"the CA file {login.ca_file} cannot be used ({unreadable.strerror or unreadable}).",
            "It must hold a certificate in PEM format (-----BEGIN CERTIFICATE-----).",
        ) from unreadable
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


class ImapConnection:
    """An open connection; every method has a deadline and raises MailError, except `close`."""

    def __init__(self, login: Login, imap: HardenedImap, timeouts: Timeouts) -> None:
        self.login = login
        self._imap = imap
        self._timeouts = timeouts

    @property
    def capabilities(self) -> frozenset[str]:
        """What the server can do, in upper case."""
        return frozenset(self._imap.capabilities)

    @property
    def tls_version(self) -> str | None:
        """The TLS version in use, such as TLSv1.3; None without TLS."""
        return self._imap.sock.version() if isinstance(self._imap.sock, ssl.SSLSocket) else None

    def start_tls(self) -> None:
        """Go over to TLS; on any failure the connection is closed and nothing secret was sent."""
        try:
            if "STARTTLS" not in self.capabilities:
                raise ConnectionLost(
                    self.login.mailbox,
                    f"{self.login.host} offers no STARTTLS on port {self.login.port}, so nothing was sent.",
                    'Use security "tls" with port 993.',
                )
            with self._imap.deadline(self._timeouts.connect):
                self._imap.starttls()
        except (Refused, OSError) as cause:
            self.close()
            raise failures.opening(self.login, cause) from cause
        except MailError:
            self.close()
            raise

    def sign_in(self) -> None:
        """Sign in with the token or the password; no password is sent where the server says LOGINDISABLED."""
        if self._imap.state != "NONAUTH":
            return
        if self.login.token:
            self._sign_in_with_token()
            return
        if "LOGINDISABLED" in self.capabilities:
            raise failures.no_password_login(self.login)
        user, password = self.login.username, self.login.password.encode()
        if "\0" in user or b"\0" in password:
            raise failures.unusable_user(self.login)
        try:
            with self._imap.deadline(self._timeouts.command):
                if "AUTH=PLAIN" in self.capabilities:
                    self._imap.authenticate_plain(user.encode(), password)
                else:
                    self._imap.login_with_literal(mailbox_names.quote(user), password)
                self._imap.refresh_capabilities()  # they change with the sign-in
        except mailbox_names.NotAName:
            raise failures.unusable_user(self.login) from None
        except Aborted as cause:
            raise failures.running(self.login, cause, "signing in") from cause
        except Refused as cause:
            raise failures.signing_in(self.login, _words(cause)) from None

    def _sign_in_with_token(self) -> None:
        mechanism = oauth_sasl.mechanism_among(self.capabilities)
        if mechanism is None:
            raise oauth_refusals.not_offered(self.login)
        try:
            dialogue = oauth_sasl.BearerDialogue(mechanism, self.login)
        except oauth_sasl.NotSayable:
            raise failures.unusable_user(self.login) from None
        try:
            with self._imap.deadline(self._timeouts.command):
                self._imap.authenticate_with(mechanism, dialogue)
                self._imap.refresh_capabilities()
        except Aborted as cause:
            raise failures.running(self.login, cause, "signing in") from cause
        except Refused as cause:
            raise oauth_refusals.token_not_taken(self.login, _words(cause), dialogue.refusal) from None

    def namespaces(self) -> Namespaces:
        """Where the folders of others and of everybody are; none where the server does not tell."""
        if "NAMESPACE" not in self.capabilities:
            return Namespaces()
        with self.command("asking for the namespaces"):
            kind, parts = self._imap.namespace()
            if kind != "OK":
                raise failures.refused(self.login, "asking for the namespaces", _words(parts))
        return next((namespaces_in(line) for line in fetch_response.lines(parts)), Namespaces())

    def folders(self, below: str = "") -> list[ListedFolder]:
        """All folders whose names begin with `below`, with their attributes (special uses where any are known)."""
        pattern = self._quoted(below + "*")
        if "SPECIAL-USE" in self.capabilities and "LIST-EXTENDED" in self.capabilities:
            pattern += " RETURN (SPECIAL-USE)"
        elif "XLIST" in self.capabilities and "SPECIAL-USE" not in self.capabilities:
            return self._listed("XLIST", pattern)
        return self._listed("LIST", pattern)

    def _listed(self, command: str, pattern: str) -> list[ListedFolder]:
        with self.command("listing the folders"):
            kind, parts = self._imap.list_with(command, '""', pattern)
            if kind != "OK":
                raise failures.refused(self.login, "listing the folders", _words(parts))
        found = (listed_folder(line) for line in fetch_response.lines(parts))
        return [folder for folder in found if folder is not None]

    def examine(self, folder: str) -> Selected:
        """Open a folder for reading only; raises MailboxGone where there is none."""
        name = self._quoted(folder)
        with self.command(f"opening {folder}"):
            condstore = " (CONDSTORE)" if "CONDSTORE" in self.capabilities else ""
            kind, data = self._imap.select(name + condstore, readonly=True)
            if kind != "OK":
                raise failures.not_opened(self.login, folder, _words(data))
            exists = fetch_response.number(data[-1])
            return Selected(exists or 0, self._said("UIDVALIDITY"), self._said("UIDNEXT"), self._said("HIGHESTMODSEQ"))

    def _said(self, code: str) -> int | None:
        return fetch_response.number(self._imap.response(code)[1][-1])

    def fetch(self, uids: str, items: str, *, expected_bytes: int = 0) -> Fetched:
        """UID FETCH; an answer that ends in NO or BAD is not `complete` and holds what had come by then."""
        return self.start_fetch(uids, items, expected_bytes=expected_bytes)()

    def start_fetch(self, uids: str, *items: str, expected_bytes: int = 0) -> Callable[[], Fetched]:
        """Sends a UID FETCH; what is returned waits for its answer, and until then nothing else may be asked."""
        doing = "fetching mail"
        with self._told(doing):
            seconds = self._timeouts.command + expected_bytes / SLOWEST_LINE
            pending = PendingFetch(self._imap, seconds, "FETCH", uids, *items)

        def answer() -> Fetched:
            with self._told(doing):
                fetched = pending.result()
            if not fetched.complete and failures.asks_to_wait(fetched.said):
                raise failures.refused(self.login, doing, fetched.said)
            return fetched

        return answer

    def search(self, criteria: str) -> set[int]:
        """UID SEARCH; `criteria` is protocol text, never anything that a user typed."""
        with self.command("searching mail"):
            kind, parts = self._imap.uid("SEARCH", criteria)
            if kind != "OK":
                raise failures.refused(self.login, "searching mail", _words(parts))
        return {int(word) for part in parts if part for word in part.split() if word.isdigit()}

    def noop(self) -> None:
        """Let the server tell what has changed."""
        with self.command("asking for news"):
            self._imap.noop()

    def create(self, folder: str) -> None:
        """Make a folder."""
        name = self._quoted(folder)
        with self.command(f"creating {folder}"):
            kind, data = self._imap.create(name)
            if kind != "OK":
                raise failures.refused(self.login, f"creating {folder}", _words(data))

    def append(self, folder: str, internaldate: datetime, raw: bytes) -> None:
        """Put a message into a folder, dated `internaldate`."""
        name, moment = self._quoted(folder), fetch_response.format_internaldate(internaldate)
        with self.command(f"putting a mail into {folder}", self._timeouts.command + len(raw) / SLOWEST_LINE):
            kind, data = self._imap.append_as_it_is(name, moment, raw)
            if kind != "OK":
                raise failures.refused(self.login, f"putting a mail into {folder}", _words(data))

    def take_alerts(self) -> tuple[str, ...]:
        """What the server asked to show to a person since this was last asked, each on one line."""
        alerts, self._imap.alerts = self._imap.alerts, []
        return tuple(failures.plain(words.decode("utf-8", "replace")) for words in alerts)

    def cut(self) -> None:
        """Take the network away, from any thread; what waits on this connection fails at once."""
        self._imap.cut()

    def close(self) -> None:
        """Sign out and free every thread and descriptor; never raises and takes three seconds at most."""
        try:
            with self._imap.deadline(CLOSE_SECONDS), contextlib.suppress(Refused, OSError):
                self._imap.logout()
        finally:
            self._imap.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _quoted(self, folder: str) -> str:
        try:
            return mailbox_names.quote_folder(folder)
        except mailbox_names.NotAName as impossible:
            raise MailboxGone(self.login.mailbox, f"{impossible}.", "Check the folder names.") from None

    @contextlib.contextmanager
    def command(self, doing: str, seconds: float | None = None) -> Iterator[HardenedImap]:
        """One command or a few: within their time, and what goes wrong in them as a MailError."""
        with self._told(doing), self._imap.deadline(seconds or self._timeouts.command):
            yield self._imap

    @contextlib.contextmanager
    def _told(self, doing: str) -> Iterator[None]:
        try:
            yield
        except Aborted as cause:
            raise failures.running(self.login, cause, doing) from cause
        except Refused as cause:
            raise failures.refused(self.login, doing, _words(cause)) from cause
        except OSError as cause:
            raise failures.running(self.login, cause, doing) from cause


def _words(answer: Any) -> str:
    """A server's words out of what imaplib2 gives: an exception, or a list of bytes."""
    if isinstance(answer, BaseException):
        found = _BAD.search(str(answer))
        answer = (found[2],) if found else answer.args
    said = [part for part in answer if part is not None]
    return " ".join(part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part) for part in said)
