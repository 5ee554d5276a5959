"""300 mails of our own, each of another make: charsets, encodings, structures, and what should not be but is."""

from __future__ import annotations

import base64
import quopri
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime

COUNT = 300
LARGE = 400_000  # bytes; of mails above 256 kB the mirror fetches the text alone
FIRST = datetime(2023, 11, 30, 23, 59, tzinfo=UTC)
FOLDERS: tuple[tuple[str, ...], ...] = (
    (),
    ("Sent",),
    ("Kunden", "Größe & Maß"),
    ("Kunden", "Österreich", "Müller-Lüdenscheidt + Söhne"),
    ("Ablage 2024 (alt)",),
    ("日本語",),
)
WEIGHTS = (10, 4, 2, 2, 1, 1)
FLAGS = ("\\Seen", "\\Answered", "\\Flagged", "\\Draft", "$Forwarded", "dringend")
GERMAN = "Sehr geehrte Frau Öztürk, die Größe der Kisten prüfen wir bis Freitag; über die Maße sprechen wir später. "
FRENCH = "Chère Madame, l’été dernier nous avons reçu « votre œuvre » contre 5 € de frais, déjà payés. "
RUSSIAN = "Добрый день, счёт уже оплачен, просим подтвердить получение до пятницы. "
JAPANESE = "お世話になっております。納期は来週の月曜日でお願いいたします。"
CHINESE = "您好，请在星期五之前确认订单。谢谢。"


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail with CRLF line ends, the folder it lies in, its flags and when it came."""

    folder: tuple[str, ...]
    raw: bytes = field(repr=False)
    flags: str
    date: datetime


def all_mails() -> list[Mail]:
    """The 300, the same at every call."""
    chance = random.Random(6)
    mails = []
    for number in range(COUNT):
        make = MAKES[number % len(MAKES)]
        folder = chance.choices(FOLDERS, WEIGHTS)[0]
        flags = " ".join(sorted(chance.sample(FLAGS, chance.choice((0, 0, 1, 2, 3)))))
        date = FIRST + timedelta(hours=5 * number, seconds=number)
        mails.append(Mail(folder, make(number, chance), flags, date))
    return mails


def mail(number: int, words: str = "Guten Tag.\n") -> bytes:
    """A plain mail told from others by its number."""
    return _mail(number, "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n", words.encode())


Make = Callable[[int, random.Random], bytes]


def _mail(number: int, head: str, body: bytes, *, subject: str = "", more: str = "") -> bytes:
    sent = format_datetime(FIRST + timedelta(hours=5 * number))
    usual = (
        f"Received: from mx.example.test by mail.example.test with ESMTPS id {number:08x};\n\t{sent}\n"
        f"Message-ID: <{number}@example.test>\nDate: {sent}\nFrom: Anna Krause <anna{number % 7}@kunde.example>\n"
        f"To: <team@example.test>\nSubject: {subject or f'Anfrage {number}'}\n{more}"
    )
    mime = f"MIME-Version: 1.0\n{head}" if head else ""
    return crlf(f"{usual}{mime}\n".encode() + body)


def crlf(text: bytes) -> bytes:
    """With the line ends that IMAP wants."""
    return text.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _text(charset: str, encoding: str, words: str) -> Make:
    def make(number: int, chance: random.Random) -> bytes:
        text = "\n".join(words * chance.randint(1, 3) for _ in range(chance.randint(1, 40))) + "\n"
        octets = text.encode(charset)
        if encoding == "base64":
            octets = base64.encodebytes(octets)
        elif encoding == "quoted-printable":
            octets = quopri.encodestring(octets)
        head = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n"
        return _mail(number, head, octets, subject=Header(words[:60], charset).encode(linesep="\n"))

    return make


def _part(kind: str, body: str, more: str = "") -> str:
    return f"Content-Type: {kind}\n{more}\n{body}\n"


def _multipart(kind: str, parts: list[str], edge: str, more: str = "") -> str:
    inner = "".join(f"--{edge}\n{part}" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{edge}"{more}\n\n{inner}--{edge}--\n'


def _structured(build: Callable[[int, random.Random], str]) -> Make:
    def make(number: int, chance: random.Random) -> bytes:
        head, _, body = build(number, chance).partition("\n\n")
        return _mail(number, head + "\n", body.encode())

    return make


def _alternative(number: int, _chance: random.Random) -> str:
    plain = _part("text/plain; charset=utf-8", GERMAN, "Content-Transfer-Encoding: 8bit\n")
    html = _part("text/html; charset=utf-8", f"<p>{GERMAN}</p>", "Content-Transfer-Encoding: 8bit\n")
    return _multipart("alternative", [plain, html], f"=_a{number}")


def _nested(number: int, chance: random.Random) -> str:
    picture = base64.encodebytes(chance.randbytes(3_000)).decode()
    related = _multipart(
        "related",
        [
            _part("text/html; charset=us-ascii", "<p>Hi <img src=cid:a></p>"),
            _part("image/png", picture, "Content-ID: <a>\nContent-Transfer-Encoding: base64\n"),
        ],
        f"=_r{number}",
        ';\n\ttype="text/html"',
    )
    alternative = _multipart("alternative", [_part("text/plain", "Hello"), related], f"=_b{number}")
    name = 'UID 1) BODY[] {3} \\"x\\".pdf'
    named = f'Content-Disposition: attachment; filename="{name}"\nContent-Transfer-Encoding: base64\n'
    return _multipart("mixed", [alternative, _part("application/pdf", picture, named)], f"=_m{number}")


def _forwarded(number: int, chance: random.Random) -> str:
    inner = mail(10_000 + number).replace(b"\r\n", b"\n").decode()
    signed = _multipart("signed", [_part("text/plain", "S"), _part("application/pgp-signature", "-x-")], f"=_s{number}")
    parts = [
        _part("text/plain", "FYI"),
        _part("message/rfc822", inner),
        _part("message/rfc822", f"Subject: 2\n{signed}"),
    ]
    return _multipart("mixed", parts, f"=_f{number}{chance.randrange(9)}")


def _report(number: int, _chance: random.Random) -> str:
    per_message, recipient = "Reporting-MTA: dns; mx.example.test\n", "Final-Recipient: rfc822; x@kunde.example\n"
    status = f"{per_message}\n{recipient}Action: failed\nStatus: 5.1.1\n"
    parts = [_part("text/plain", "It bounced."), _part("message/delivery-status", status)]
    return _multipart("report", parts, f"=_d{number}", "; report-type=delivery-status")


def _deep(number: int, _chance: random.Random) -> str:
    text = _part("text/plain", "at the bottom")
    for depth in range(30):
        text = _multipart("mixed", [text], f"=_{number}.{depth}")
    return text


def _unclosed(number: int, _chance: random.Random) -> str:
    edge = f"nowhere{number}"
    return f'Content-Type: multipart/mixed; boundary="{edge}"\n\n--{edge}\nContent-Type: text/plain\n\nno end'


def _large(number: int, chance: random.Random) -> str:
    data = base64.encodebytes(chance.randbytes(LARGE)).decode()
    drawing = 'Content-Disposition: attachment; filename="Plan.dwg"\nContent-Transfer-Encoding: base64\n'
    words = _part("text/plain; charset=utf-8", GERMAN * 5, "Content-Transfer-Encoding: 8bit\n")
    return _multipart("mixed", [words, _part("application/octet-stream", data, drawing)], f"=_l{number}")


def _raw(head: str, body: bytes, **more: str) -> Make:
    return lambda number, _chance: _mail(number, head, body, **more)


def _whole(text: bytes) -> Make:
    return lambda number, _chance: crlf(text.replace(b"NUMBER", str(number).encode()))


EIGHT_BIT = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
TRICKS = b"""* 1 FETCH (UID 1 BODY[] {5}
)
.
..
From me to you
>From quoted
--
{10}
A1 OK done
* BYE
+ go ahead
"""
REFERENCES = "References:" + "".join(f"\n <{n}.{'r' * 40}@example.test>" for n in range(60)) + "\n"

MAKES: tuple[Make, ...] = (
    _text("us-ascii", "7bit", "Please ship the order by Friday. "),
    _text("utf-8", "quoted-printable", GERMAN),
    _text("utf-8", "base64", GERMAN),
    _text("utf-8", "8bit", GERMAN),
    _text("iso-8859-1", "8bit", GERMAN),
    _text("windows-1252", "8bit", FRENCH),
    _text("koi8-r", "8bit", RUSSIAN),
    _text("iso-2022-jp", "7bit", JAPANESE),
    _text("shift_jis", "8bit", JAPANESE),
    _text("gb18030", "8bit", CHINESE),
    _text("utf-16", "base64", RUSSIAN),
    _structured(_alternative),
    _structured(_nested),
    _structured(_forwarded),
    _structured(_report),
    _structured(_deep),
    _structured(_unclosed),
    _raw(EIGHT_BIT, GERMAN.encode() * 300 + b"\n"),  # one line of 33,000 bytes
    _raw(EIGHT_BIT, b"x\n", more=REFERENCES),
    _raw(EIGHT_BIT, b""),
    _raw("", b"\n\n\n"),
    _raw(EIGHT_BIT, "ohne letzten Zeilenumbruch: äöü".encode()),
    _raw("", b"y"),
    _raw("", TRICKS),
    _raw("", b"  \t\n\x01\x07\x1b[31m\x7f \n trailing   \n"),
    _raw("Content-Type: text/plain; charset=x-unknown\n", b"\xff\xfe\x80\x81\n"),
    _raw('Content-Type: text/plain; charset="utf-8\n', b"an open quote\n"),
    _raw("Content-Type: text/plain; format=flowed; delsp=yes\n", b"one \ntwo \nthree\n"),
    _raw("Content-Type: ;;;\nContent-Transfer-Encoding: x-uuencode\n", b"begin 644 a\n#0V%T\n`\nend\n"),
    _raw("", b"z\n", subject="Größe ohne Kodierung"),
    _whole(b"Subject: neither Date nor Message-ID NUMBER\n\nbody\n"),
    _whole(b"Message-ID: <the-same@example.test>\nDate: Fri, 31 Dec 2099 23:59:59 +0000\nFrom: a@b.example\n\nagain\n"),
    _whole(b"Date: not a date\nFrom: \nTo: undisclosed-recipients:;\nSubject:\n\nNUMBER\n"),
    _whole(b"Subject: only a head NUMBER\n\n"),
    lambda number, chance: (_structured(_large) if number % 100 < 40 else _structured(_alternative))(number, chance),
)
