"""Invented mails in a Maildir, as many as wanted, always the same: what the IMAP measurements read."""

from __future__ import annotations

import base64
import os
import quopri
import random
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

FIRST = datetime(2024, 1, 1, tzinfo=UTC)
TEAM = "support@firma.example"
WORDS = """wir haben Ihre Anfrage gelesen und melden uns bis Freitag mit einem Angebot die Lieferung kommt am Montag an
der Halle drei bitte prüfen Sie vorher die Rechnung könnten wir den Termin verschieben danke für die schnelle Antwort
please let me know when the shipment leaves your warehouse our team is waiting for the signed contract since Tuesday
the invoice number is missing could you send it again thank you very much für den Hinweis gebührt Ihnen großer Dank
""".split()
LARGE_EVERY, LARGE_BYTES = 5_000, 3_800_000  # one large attachment in so many mails, as in a real mailbox


def fill(maildir: Path, count: int, *, first: int = 0) -> int:
    """Writes mails number `first` up to `first` + `count`; returns their size as IMAP counts it."""
    for name in ("cur", "new", "tmp"):
        (maildir / name).mkdir(parents=True, exist_ok=True)
    octets = 0
    for number in range(first, first + count):
        raw, sent = mail(number)
        size = len(raw) + raw.count(b"\n")
        octets += size
        stamp = int(sent.timestamp())
        path = maildir / "cur" / f"{stamp}.M{number}P1.bench,S={len(raw)},W={size}:2,S"
        path.write_bytes(raw)
        os.utime(path, (stamp, stamp))
    return octets


def mail(number: int) -> tuple[bytes, datetime]:
    """One mail with LF line ends and when it came: 2 to 30 kB, now and then with a large attachment."""
    chance = random.Random(number)
    sent = FIRST + timedelta(minutes=7 * number)
    customer = f"kunde{chance.randrange(400)}@kunde{chance.randrange(60)}.example"
    sender, receiver = (TEAM, customer) if chance.random() < 0.4 else (customer, TEAM)
    size = chance.randint(2_000, 30_000)
    attached = LARGE_BYTES if number % LARGE_EVERY == LARGE_EVERY // 5 else 0
    head = (
        f"Return-Path: <{sender}>\nReceived: from mx.{sender.partition('@')[2]} by mail.firma.example with ESMTPS id "
        f"{chance.getrandbits(64):x};\n\t{format_datetime(sent)}\nFrom: =?utf-8?q?M=C3=BCller?= <{sender}>\n"
        f"To: <{receiver}>\nSubject: Anfrage {number // 5}\nDate: {format_datetime(sent)}\n"
        f"Message-ID: <{number}.{chance.getrandbits(48):x}@firma.example>\nMIME-Version: 1.0\n"
    )
    return (head + _body(chance, size, attached)).encode(), sent


def _body(chance: random.Random, size: int, attached: int) -> str:
    kind = chance.random()
    if not attached and kind < 0.25:
        text = quopri.encodestring(_text(chance, size).encode()).decode("ascii")
        return f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{text}"
    edge = f"=_{chance.getrandbits(60):016x}"
    part = f"--{edge}\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    if not attached and kind < 0.8:
        html = "".join(f"<p style=3D'margin:0'>{line}</p>\n" for line in _text(chance, size // 2).splitlines())
        return (
            f'Content-Type: multipart/alternative; boundary="{edge}"\n\n{part}{_text(chance, size // 3)}\n--{edge}\n'
            f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{html}\n--{edge}--\n"
        )
    data = base64.encodebytes(chance.randbytes(attached or size // 2)).decode("ascii")
    return (
        f'Content-Type: multipart/mixed; boundary="{edge}"\n\n{part}{_text(chance, size // 4)}\n--{edge}\n'
        'Content-Type: image/png; name="plan.png"\nContent-Disposition: attachment; filename="plan.png"\n'
        f"Content-Transfer-Encoding: base64\n\n{data}--{edge}--\n"
    )


def _text(chance: random.Random, size: int) -> str:
    lines: list[str] = []
    length = 0
    while length < size:
        line = " ".join(chance.choices(WORDS, k=11))
        lines.append(line)
        length += len(line) + 1
    return "\n".join(lines) + "\n"
