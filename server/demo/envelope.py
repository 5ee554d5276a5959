"""Demo mails as bytes: headers, encodings and MIME structure as real mail programs write them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from server.demo.quote_layouts import Sheet, flowed, paragraphs
from server.demo.story_file import AutomaticMail, Client, Language, Style

_PROGRAMS: dict[Client, tuple[str, str]] = {
    "outlook": ("X-Mailer", "Microsoft Outlook 16.0"),
    "outlook_classic": ("X-Mailer", "Microsoft Office Outlook 12.0"),
    "apple": ("X-Mailer", "Apple Mail (2.3774.600.62)"),
    "thunderbird": ("User-Agent", "Mozilla Thunderbird"),
}


@dataclass(frozen=True, slots=True)
class Correspondent:
    """A name and the address it stands before."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """The header of a mail to be; `references` are the ids of the thread so far, oldest first."""

    sender: Correspondent
    recipient: Correspondent
    cc: tuple[str, ...]
    date: datetime
    subject: str = field(repr=False)
    message_id: str
    references: tuple[str, ...]
    incoming: bool


def reply_prefix(client: Client, language: Language) -> str:
    """What the program writes before the subject of a reply; only a German Outlook says AW."""
    return "AW" if client.startswith("outlook") and language == "de" else "Re"


def message_id(seed: str, sender: str) -> str:
    """A Message-ID that is the same in every run, on the sender's domain."""
    return f"<{_digest(seed)[:28]}@{sender.partition('@')[2]}>"


def sealed(letter: Envelope, sheet: Sheet, style: Style, client: Client, *, mobile: bool) -> bytes:
    """The mail as bytes with CRLF; falls back to UTF-8 where the charset lacks a character."""
    mail = _headed(letter)
    if client in _PROGRAMS:
        header, value = ("X-Mailer", "iPhone Mail (21F90)") if mobile else _PROGRAMS[client]
        mail[header] = value
    plain = flowed(sheet.plain) if client == "thunderbird" else sheet.plain
    charset = _fitting(style.charset, sheet.plain)
    mail.set_content(f"{plain}\n", charset=charset, cte=style.transfer)
    if client == "thunderbird":
        mail.set_param("format", "flowed")
    if style.multipart and not mobile:
        page = f'<html><head><meta charset="{charset}"></head><body>\n{sheet.html}\n</body></html>\n'
        mail.add_alternative(page, subtype="html", charset=charset, cte=style.transfer)
        mail.set_boundary(f"=_{_digest(letter.message_id)[:24]}")
    return mail.as_bytes(policy=SMTP)


def sealed_automatic(letter: Envelope, written: AutomaticMail, text: str) -> bytes:
    """A machine's mail as bytes; a bounce becomes a delivery report (RFC 3464) with an empty Return-Path."""
    mail = _headed(letter, return_path="" if written.kind == "bounce" else letter.sender.address)
    for name, value in written.headers.items():
        mail[name] = value
    mail.set_content(f"{text}\n", charset="utf-8", cte="quoted-printable")
    if written.kind == "newsletter":
        page = f"<html><body>{paragraphs('gmail', text)}</body></html>\n"
        mail.add_alternative(page, subtype="html", charset="utf-8", cte="quoted-printable")
        mail.set_boundary(f"=_{_digest(letter.message_id)[:24]}")
    if written.kind == "bounce":
        _make_report(mail, written.failed_recipient, f"=_{_digest(letter.message_id)[:24]}")
    return mail.as_bytes(policy=SMTP)


def _headed(letter: Envelope, return_path: str | None = None) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    sender, recipient = letter.sender, letter.recipient
    if letter.incoming:
        domain = sender.address.partition("@")[2]
        path = sender.address if return_path is None else return_path
        mail["Return-Path"] = f"<{path}>"
        transfer = f"by mx.einklang-demo.example with ESMTPS id {_digest(letter.message_id)[:10]}"
        mail["Received"] = f"from mail.{domain} {transfer}; {format_datetime(letter.date)}"
    mail["From"] = Address(sender.name, addr_spec=sender.address)
    mail["To"] = Address(recipient.name, addr_spec=recipient.address)
    if letter.cc:
        mail["Cc"] = ", ".join(letter.cc)
    mail["Date"] = letter.date
    mail["Subject"] = letter.subject
    mail["Message-ID"] = letter.message_id
    if letter.references:
        mail["In-Reply-To"] = letter.references[-1]
        mail["References"] = " ".join(letter.references)
    return mail


def _make_report(mail: EmailMessage, failed: str, boundary: str) -> None:
    mail.make_mixed()
    server, recipient, report = EmailMessage(SMTP), EmailMessage(SMTP), EmailMessage(SMTP)
    server["Reporting-MTA"] = "dns; mx.einklang-demo.example"
    recipient["Final-Recipient"] = f"rfc822; {failed}"
    recipient["Action"] = "failed"
    recipient["Status"] = "5.1.1"
    report["Content-Type"] = "message/delivery-status"
    report.set_payload([server, recipient])
    mail.attach(report)
    mail.replace_header("Content-Type", "multipart/report")
    mail.set_param("report-type", "delivery-status")
    mail.set_boundary(boundary)


def _fitting(charset: str, text: str) -> str:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return "utf-8"
    return charset


def _digest(seed: str) -> str:
    return hashlib.sha256(seed.encode()).hexdigest()
