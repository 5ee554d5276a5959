"""The errors of the server side; a class exists only where someone catches it."""

from __future__ import annotations

from datetime import timedelta


class ServerError(Exception):
    """Anything the server refuses or fails at, with a sentence a person can act on."""


class SettingsError(ServerError):
    """All mistakes of one settings file at once, one line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class MailError(ServerError):
    """Something about a mailbox; `mailbox` is its address, `remedy` what the reader can do."""

    def __init__(self, mailbox: str, what: str, remedy: str = "") -> None:
        super().__init__(f"{mailbox}: {what}" + (f" {remedy}" if remedy else ""))
        self.mailbox, self.what, self.remedy = mailbox, what, remedy


class ConnectionLost(MailError):
    """The network or the server went away; retried soon, or after `retry_after` where the server asks for that."""

    def __init__(self, mailbox: str, what: str, remedy: str = "", *, retry_after: timedelta | None = None) -> None:
        super().__init__(mailbox, what, remedy)
        self.retry_after = retry_after


class LoginRefused(MailError):
    """The server does not accept these credentials."""


class CertificateRefused(MailError):
    """The server's certificate cannot be verified, so nothing was sent."""


class MailboxGone(MailError):
    """A folder that should be read is not on the server."""


class StoreError(ServerError):
    """Something about the database."""


class StoreAway(StoreError):
    """The database does not answer, or has no turn free; the same may go well a moment later."""


class NotFound(StoreError):
    """Nothing with this name is stored."""


class Conflict(StoreError):
    """Something with this name is stored already."""
