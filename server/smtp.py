"""Hands mail of Einklang's own to the mail server, over verified TLS, and says in words why it was not taken."""

from __future__ import annotations

import base64
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path

from server.errors import ServerError
from server.settings_sections import Smtp

SIGNED_IN = 235  # RFC 4954
LASTING = 500  # RFC 5321: the same try would end the same


class MailRefused(ServerError):
    """Mail that was not taken; `lasting` where another try in a while would end the same."""

    def __init__(self, what: str, *, lasting: bool) -> None:
        super().__init__(what)
        self.lasting = lasting


@dataclass(frozen=True, slots=True)
class Mailer:
    """Sends by the server of these settings; `password` is for their user name."""

    settings: Smtp
    password: str = field(default="", repr=False)

    def send(self, mail: EmailMessage, recipient: str) -> None:
        """Hands one mail for one recipient to the server; raises MailRefused."""
        with self._told(recipient), self._signed_in() as server:
            server.send_message(mail, self.settings.sender, [recipient])

    def check(self) -> None:
        """Signs in and sends nothing; raises MailRefused."""
        with self._told(""), self._signed_in() as server:
            server.noop()

    @contextmanager
    def _signed_in(self) -> Iterator[smtplib.SMTP]:
        with self._connected() as server:
            if self.settings.username:
                self._sign_in(server)
            yield server

    def _sign_in(self, server: smtplib.SMTP) -> None:
        user = self.settings.username
        if (user + self.password).isascii():
            server.login(user, self.password)
            return
        # smtplib sends ASCII only; RFC 4616 has UTF-8
        server.ehlo_or_helo_if_needed()
        if "PLAIN" not in server.esmtp_features.get("auth", "").split():
            raise smtplib.SMTPNotSupportedError("AUTH PLAIN")
        said = base64.b64encode(f"\0{user}\0{self.password}".encode()).decode()
        code, answer = server.docmd("AUTH", f"PLAIN {said}")
        if code != SIGNED_IN:
            raise smtplib.SMTPAuthenticationError(code, answer)

    @contextmanager
    def _told(self, recipient: str) -> Iterator[None]:
        """Turns what the server or the network says into words; the mail itself is not among them."""
        try:
            yield
        except smtplib.SMTPRecipientsRefused as error:
            code, _ = next(iter(error.recipients.values()))
            what = f"{self.settings.host} does not take mail for {recipient} ({code})."
            raise MailRefused(what, lasting=code >= LASTING) from error
        except ssl.SSLCertVerificationError as error:
            what = f"The certificate of {self.settings.host} cannot be verified ({error.verify_message})."
            raise MailRefused(f"{what} Nothing was sent.", lasting=False) from error
        except (OSError, smtplib.SMTPException) as error:  # an SMTPException is an OSError, too
            raise MailRefused(self._in_words(error), lasting=False) from error

    def _in_words(self, error: OSError) -> str:
        found = self.settings
        match error:
            case smtplib.SMTPAuthenticationError():
                said = f"refused the sign-in ({error.smtp_code}): check smtp.username and EINKLANG_SMTP_PASSWORD"
            case smtplib.SMTPSenderRefused():
                said = f"takes no mail from {found.sender} ({error.smtp_code})"
            case smtplib.SMTPNotSupportedError():
                said = "lacks STARTTLS or a sign-in: check smtp.security and smtp.port"
            case smtplib.SMTPResponseException():
                said = f"did not take the mail ({error.smtp_code})"
            case _:
                said = f"cannot be reached or broke off ({error.strerror or type(error).__name__})"
        return f"{found.host}:{found.port} {said}."

    def _connected(self) -> smtplib.SMTP:
        found = self.settings
        if found.security == "tls":
            return smtplib.SMTP_SSL(found.host, found.port, timeout=found.timeout_seconds, context=self._context())
        server = smtplib.SMTP(found.host, found.port, timeout=found.timeout_seconds)
        if found.security == "starttls":
            try:
                server.starttls(context=self._context())
            except BaseException:
                server.close()
                raise
        return server

    def _context(self) -> ssl.SSLContext:
        file = str(Path(self.settings.ca_file).expanduser()) if self.settings.ca_file else None
        return ssl.create_default_context(cafile=file)
