"""Mail of Einklang's own goes out over verified TLS or not at all, and what goes wrong is said in words."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from server.demo.certificates import CertificateKind, provide_certificates
from server.settings_sections import Smtp
from server.smtp import Mailer, MailRefused
from tests.faulty_smtp import FaultySmtp
from tests.smtp_sink import SmtpSink

RITA = "rita@team.example"


def mailer(port: int, security: str = "none", password: str = "", **more: object) -> Mailer:
    values = {"host": "127.0.0.1", "port": port, "security": security, "sender": "einklang@team.example", **more}
    return Mailer(Smtp.model_validate({"timeout_seconds": 5, **values}), password)


def letter() -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Fällig", "einklang@team.example", RITA
    mail.set_content("Grüße\n.\n..und Punkte\n")
    return mail


Tls = Callable[[CertificateKind], tuple[ssl.SSLContext, str]]


@pytest.fixture
def tls(tmp_path: Path) -> Tls:
    def make(kind: CertificateKind) -> tuple[ssl.SSLContext, str]:
        files = provide_certificates(tmp_path / kind, kind, datetime.now(UTC))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(files.certificate, files.key)
        return context, str(files.ca)

    return make


def refused(sender: Mailer) -> MailRefused:
    with pytest.raises(MailRefused) as caught:
        sender.send(letter(), RITA)
    return caught.value


def test_a_mail_arrives_as_it_was_written() -> None:
    with SmtpSink() as sink:
        mailer(sink.port).send(letter(), RITA)
    (taken,) = sink.mails
    assert (taken.sender, taken.recipients) == ("einklang@team.example", (RITA,))
    assert taken.message["Subject"] == "Fällig"
    assert taken.text == "Grüße\n.\n..und Punkte"


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_the_password_is_sent_only_under_tls(tls: Tls, security: str) -> None:
    context, ca = tls(CertificateKind.VALID)
    with FaultySmtp(context, implicit=security == "tls", password="geheim-ü").running() as smtp:
        sender = mailer(smtp.port, security, "geheim-ü", username="rita", ca_file=ca)
        sender.check()
        sender.send(letter(), RITA)
    assert [recipient for recipient, _ in smtp.taken] == [RITA]
    assert smtp.logins == [("rita", True)] * 2
    assert "geheim" not in repr(sender)


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("wrong", ["unknown authority", CertificateKind.EXPIRED, CertificateKind.WRONG_HOST])
def test_to_a_server_that_cannot_be_verified_nothing_is_sent(tls: Tls, security: str, wrong: str) -> None:
    kind = wrong if isinstance(wrong, CertificateKind) else CertificateKind.VALID
    context, ca = tls(kind)
    with FaultySmtp(context, implicit=security == "tls").running() as smtp:
        trusted = ca if isinstance(wrong, CertificateKind) else ""
        error = refused(mailer(smtp.port, security, username="rita", ca_file=trusted))
    assert "cannot be verified" in str(error)
    assert "Nothing was sent" in str(error)
    assert (smtp.taken, smtp.logins) == ([], [])


def test_a_server_without_starttls_gets_neither_password_nor_mail() -> None:
    with FaultySmtp().running() as smtp:
        assert "lacks STARTTLS" in str(refused(mailer(smtp.port, "starttls", "geheim", username="rita")))
    assert (smtp.taken, smtp.logins) == ([], [])


def test_a_wrong_password_says_where_to_set_it() -> None:
    with FaultySmtp(password="other").running() as smtp:
        error = refused(mailer(smtp.port, password="geheim", username="rita"))
    assert "refused the sign-in (535): check smtp.username and EINKLANG_SMTP_PASSWORD" in str(error)
    assert "geheim" not in str(error)


@pytest.mark.parametrize(
    ("refusals", "said", "lasting"),
    [
        ({"RCPT": "550 nobody"}, f"does not take mail for {RITA} (550)", True),
        ({"RCPT": "451 greylisted"}, f"does not take mail for {RITA} (451)", False),
        ({"MAIL": "553 who?"}, "takes no mail from einklang@team.example (553)", False),
        ({"DATA": "452 full"}, "did not take the mail (452)", False),
    ],
)
def test_a_refusal_says_what_is_refused_and_whether_it_lasts(refusals: dict, said: str, lasting: bool) -> None:
    with FaultySmtp(refusals=refusals).running() as smtp:
        error = refused(mailer(smtp.port))
    assert said in str(error)
    assert error.lasting is lasting
    assert "Grüße" not in str(error)


@pytest.mark.parametrize("command", ["EHLO", "MAIL", "DATA"])
def test_a_server_that_hangs_up_is_told_and_worth_another_try(command: str) -> None:
    with FaultySmtp(hangs_up_after=command).running() as smtp:
        error = refused(mailer(smtp.port))
    assert not error.lasting


def test_where_no_server_is_it_is_said() -> None:
    with FaultySmtp().running() as smtp:
        pass
    error = refused(mailer(smtp.port))
    assert f"127.0.0.1:{smtp.port} cannot be reached" in str(error)
    assert not error.lasting
