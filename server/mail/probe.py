"""Trying a mailbox out, step by step, so that a failure says where it happened and what to do."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from enum import StrEnum

from server.errors import CertificateRefused, MailError
from server.mail import failures
from server.mail.connection import ImapConnection, Login, Timeouts, connect
from server.mail.folder_list import FolderChoice
from server.mail.host import Folder
from server.mail.hosts.imap import ImapHost
from server.mail.providers import ServerGuess, suggest

__all__ = ["FolderCount", "ProbeReport", "ServerGuess", "Step", "StepDone", "check", "suggest"]


class Step(StrEnum):
    """What a check reaches, in this order."""

    NAME_RESOLVED = "name resolved"
    CONNECTED = "connected"
    TLS_VERIFIED = "certificate verified"
    SIGNED_IN = "signed in"
    FOLDERS_FOUND = "folders found"
    MESSAGES_COUNTED = "messages counted"


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step that was reached, with what was seen there in a few words."""

    step: Step
    detail: str


@dataclass(frozen=True, slots=True)
class FolderCount:
    """A folder and how many messages it holds."""

    folder: Folder
    messages: int


@dataclass(frozen=True, slots=True)
class ProbeReport:
    """The steps reached and, unless all were, the error that stopped it."""

    login: Login
    steps: tuple[StepDone, ...]
    folders: tuple[FolderCount, ...]
    failure: MailError | None

    @property
    def ok(self) -> bool:
        """Whether everything works."""
        return self.failure is None


def check(login: Login, *, choice: FolderChoice | None = None, timeouts: Timeouts | None = None) -> ProbeReport:
    """Connect, sign in and look into the folders, changing nothing; never raises MailError, it reports it."""
    steps: list[StepDone] = []
    counts: list[FolderCount] = []
    failure = None
    try:
        addresses = _resolve(login)
        steps.append(StepDone(Step.NAME_RESOLVED, ", ".join(addresses)))
        connection = _connect(login, timeouts, steps)
        try:
            _look_around(connection, choice, steps, counts)
        finally:
            connection.close()
    except MailError as error:
        failure = error
    return ProbeReport(login, tuple(steps), tuple(counts), failure)


def _resolve(login: Login) -> list[str]:
    try:
        found = socket.getaddrinfo(login.host, login.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as cause:
        raise failures.opening(login, cause) from cause
    return sorted({str(address[4][0]) for address in found})


def _connect(login: Login, timeouts: Timeouts | None, steps: list[StepDone]) -> ImapConnection:
    connected = StepDone(Step.CONNECTED, f"{login.host}, port {login.port}")
    try:
        connection = connect(login, timeouts)
    except CertificateRefused:
        steps.append(connected)  # somebody was there to show a certificate
        raise
    steps.append(connected)
    return connection


def _look_around(
    connection: ImapConnection, choice: FolderChoice | None, steps: list[StepDone], counts: list[FolderCount]
) -> None:
    login = connection.login
    if version := connection.tls_version:
        steps.append(StepDone(Step.TLS_VERIFIED, f"{version}, valid for {login.host}"))
    connection.sign_in()
    steps.append(StepDone(Step.SIGNED_IN, f"as {login.username}"))
    host = ImapHost(connection, choice=choice)
    folders = host.folders()
    names = ", ".join(folder.name for folder in folders)
    missing = "" if any(folder.role == "sent" for folder in folders) else " (no Sent folder)"
    steps.append(StepDone(Step.FOLDERS_FOUND, names + missing))
    counts += [FolderCount(folder, host.count(folder)) for folder in folders]
    counted = ", ".join(f"{count.folder.name}: {count.messages}" for count in counts)
    steps.append(StepDone(Step.MESSAGES_COUNTED, counted))
