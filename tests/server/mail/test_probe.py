"""Trying a mailbox out, and guessing its server."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from server.demo.certificates import CertificateKind
from server.demo.delivery import append
from server.errors import CertificateRefused, ConnectionLost, LoginRefused, MailboxGone
from server.mail.connection import Login
from server.mail.folder_list import FolderChoice
from server.mail.probe import ServerGuess, Step, check, suggest
from tests.dovecot import PASSWORD, Account, StartDovecot
from tests.server.mail.host_contract import mail

WHEN = datetime(2024, 5, 6, tzinfo=UTC)
ALL_STEPS = list(Step)


def login_to(account: Account) -> Login:
    server = account.server
    return Login(
        *(account.address, "localhost", server.tls_port, "tls", account.user, account.password),
        ca_file=server.ca_file,
    )


@pytest.mark.dovecot
def test_a_working_mailbox_passes_every_step_and_tells_what_it_holds(account: Account) -> None:
    login = login_to(account)
    append(login, "INBOX", [(WHEN, mail(1)), (WHEN, mail(2))])
    append(login, "Sent", [(WHEN, mail(3))])
    report = check(login)
    assert report.ok
    assert [done.step for done in report.steps] == ALL_STEPS
    assert [(count.folder.role, count.messages) for count in report.folders] == [("inbox", 2), ("sent", 1)]
    details = {done.step: done.detail for done in report.steps}
    assert "127.0.0.1" in details[Step.NAME_RESOLVED]
    assert details[Step.TLS_VERIFIED].startswith("TLSv1.")
    assert details[Step.MESSAGES_COUNTED] == "INBOX: 2, Sent: 1"


@pytest.mark.dovecot
def test_without_tls_no_certificate_is_claimed_to_be_verified(account: Account) -> None:
    report = check(replace(login_to(account), security="none", port=account.server.port))
    assert report.ok
    assert Step.TLS_VERIFIED not in [done.step for done in report.steps]


@pytest.mark.dovecot
def test_a_mailbox_without_sent_works_and_says_so(start_dovecot: StartDovecot) -> None:
    server = start_dovecot(sent_folder=None)
    user = "user@example.test"
    report = check(Login(user, "127.0.0.1", server.port, "none", user, PASSWORD))
    assert report.ok
    assert "no Sent folder" in {done.step: done.detail for done in report.steps}[Step.FOLDERS_FOUND]


@pytest.mark.dovecot
def test_a_wrong_password_stops_after_the_certificate(account: Account) -> None:
    report = check(replace(login_to(account), password="falsch"))
    assert isinstance(report.failure, LoginRefused)
    assert [done.step for done in report.steps] == ALL_STEPS[:3]


@pytest.mark.dovecot
def test_a_certificate_for_another_host_stops_after_connecting(start_dovecot: StartDovecot) -> None:
    server = start_dovecot(certificate=CertificateKind.WRONG_HOST)
    user = "user@example.test"
    report = check(Login(user, "localhost", server.tls_port, "tls", user, PASSWORD, server.ca_file))
    assert isinstance(report.failure, CertificateRefused)
    assert [done.step for done in report.steps] == ALL_STEPS[:2]


@pytest.mark.dovecot
def test_a_sent_folder_that_is_not_there_stops_after_signing_in(account: Account) -> None:
    report = check(login_to(account), choice=FolderChoice(sent="Raus"))
    assert isinstance(report.failure, MailboxGone)
    assert [done.step for done in report.steps] == ALL_STEPS[:4]


def test_a_closed_port_stops_after_the_name() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        report = check(Login("a@b.example", "127.0.0.1", unused.getsockname()[1], "tls", "a", "b"))
    assert isinstance(report.failure, ConnectionLost)
    assert report.failure.remedy
    assert [done.step for done in report.steps] == [Step.NAME_RESOLVED]


def test_an_unknown_name_stops_at_once() -> None:
    report = check(Login("a@b.example", "imap.einklang.invalid", 993, "tls", "a", "b"))
    assert isinstance(report.failure, ConnectionLost)
    assert report.steps == ()


def test_a_report_never_shows_the_password() -> None:
    report = check(Login("a@b.example", "imap.einklang.invalid", 993, "tls", "a", "sehr-geheim"))
    assert "sehr-geheim" not in repr(report)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("Anna@GMAIL.com", "imap.gmail.com"),
        ("anna@firma.onmicrosoft.com", "outlook.office365.com"),
        ("anna@ionos.de", "imap.ionos.de"),
        ("anna@strato.de", "imap.strato.de"),
        ("anna@mailbox.org", "imap.mailbox.org"),
        ("anna@gmx.de", "imap.gmx.net"),
        ("anna@web.de", "imap.web.de"),
        ("anna@posteo.de", "posteo.de"),
        ("anna@fastmail.com", "imap.fastmail.com"),
        ("anna@icloud.com", "imap.mail.me.com"),
        ("anna@yahoo.de", "imap.mail.yahoo.com"),
    ],
)
def test_a_well_known_provider_is_suggested_alone_and_with_tls(address: str, host: str) -> None:
    (guess,) = suggest(address)
    assert (guess.host, guess.port, guess.security, guess.known) == (host, 993, "tls", True)


def test_for_any_other_domain_the_usual_names_are_suggested_with_tls_first() -> None:
    guesses = suggest("info@firma.example")
    assert guesses[0] == ServerGuess("imap.firma.example", 993, "tls", known=False)
    assert "mail.firma.example" in {guess.host for guess in guesses}
    assert "none" not in {guess.security for guess in guesses}


@pytest.mark.parametrize("address", ["", "info", "info@", "@"])
def test_without_a_domain_nothing_is_suggested(address: str) -> None:
    assert suggest(address) == []
