"""Reading messages: any bytes become a Message, and what was odd is told."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coach.reply import authored_text, closing_of, greeting_of
from server.mail.mime import Address, Kind, parse
from server.mail.mime_inline import unflowed

SAMPLES = sorted((Path(__file__).parents[2] / "mail_samples").glob("*.eml"))


def _mail(*headers: str, body: str = "Hallo") -> bytes:
    return ("\r\n".join([*headers, "", body])).encode("utf-8")


def test_there_are_samples_of_many_clients() -> None:
    assert len(SAMPLES) >= 30


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_mail_gives_its_authored_text(path: Path) -> None:
    wanted = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    message = parse(path.read_bytes())
    greeting, closing = greeting_of(message.body), closing_of(message.body)
    assert authored_text(message.body) == wanted["authored"]
    assert (greeting and greeting.of(message.body)) == wanted["greeting"]
    assert (closing and closing.of(message.body)) == wanted["closing"]
    assert message.kind.value == wanted["kind"]
    assert message.subject == wanted.get("subject", message.subject)
    if "attachments" in wanted:
        assert [each.name for each in message.attachments] == wanted["attachments"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_mail_with_network_line_ends_reads_the_same(path: Path) -> None:
    raw = path.read_bytes()
    assert parse(raw.replace(b"\n", b"\r\n")).body == parse(raw).body


@given(st.binary(max_size=600))
@settings(deadline=None, max_examples=300)
@example(b"")
@example(b"Content-Type: multipart/mixed; boundary=\n\n--\n")
@example(b"Content-Type: text/plain; charset=base64\n\n\xff")
@example(b"Content-Type: text/plain; charset=utf-7\n\n+2AA-")
@example(b"From: ((((\nTo: <<<>>>,;:\nDate: Mon, 99 Foo 0000 99:99\n\n")
def test_any_bytes_are_read_without_raising(raw: bytes) -> None:
    message = parse(raw)
    assert "\x00" not in message.body + message.subject
    (message.body + message.subject).encode("utf-8")


HEADER_PIECES = st.sampled_from(
    [
        b"Content-Type: multipart/mixed; boundary=b\n",
        b"Content-Type: multipart/alternative\n",
        b"Content-Type: text/html; charset=x-none\n",
        b"Content-Type: message/rfc822\n",
        b"Content-Transfer-Encoding: base64\n",
        b"Content-Transfer-Encoding: quoted-printable\n",
        b"Content-Disposition: attachment; filename*0*=utf-8''%C3; filename*1=x\n",
        b"Subject: =?utf-8?B?4?= =?koi8-r?Q?=FF=?=\n",
        b"\n",
        b"--b\n",
        b"--b--\n",
        b"<blockquote>x</table>\n",
        b"=3D=\n=C3",
        b"\x00\xff\xfe",
        b" folded\n",
    ]
)


@given(st.lists(HEADER_PIECES, max_size=30).map(b"".join))
@settings(deadline=None, max_examples=300)
def test_broken_mime_is_read_without_raising(raw: bytes) -> None:
    assert isinstance(parse(raw).body, str)


def test_headers_are_decoded() -> None:
    message = parse(
        _mail(
            "From: =?iso-8859-1?Q?J=F6rg_M=FCller?= <joerg@x.example>",
            'To: "Krause, Anna" <anna@x.example>, Team: a@x.example, b@x.example;',
            "Cc: Müller, Max <max@x.example>",
            "Reply-To: <reply@x.example>",
            "Subject: =?utf-8?B?R3LDvMOf?=\r\n =?utf-8?Q?e?= aus Köln",
            "Date: Mon, 3 Mar 2025 17:02:11 +0100 (CET)",
            "Message-ID: <a1@x.example>",
            "In-Reply-To: <b2@x.example>",
            "References: <c3@x.example>\r\n <b2@x.example>",
        )
    )
    assert message.from_ == Address("Jörg Müller", "joerg@x.example")
    assert [each.address for each in message.to] == ["anna@x.example", "a@x.example", "b@x.example"]
    assert message.to[0].name == "Krause, Anna"
    assert message.cc == (Address("Müller, Max", "max@x.example"),)
    assert message.reply_to == (Address("", "reply@x.example"),)
    assert message.subject == "Grüße aus Köln"
    assert message.date == datetime(2025, 3, 3, 16, 2, 11, tzinfo=UTC)
    assert (message.message_id, message.in_reply_to) == ("a1@x.example", "b2@x.example")
    assert message.references == ("c3@x.example", "b2@x.example")


@pytest.mark.parametrize("date", ["", "gestern", "Mon, 99 Foo 0000 99:99", "Fri, 31 Dec 9999 23:59:59 -1200"])
def test_a_date_that_names_no_instant_is_missing(date: str) -> None:
    message = parse(_mail(f"Date: {date}"))
    assert message.date is None
    assert "no date" in message.problems


@pytest.mark.parametrize(
    ("charset", "raw"),
    [
        ("", "größer".encode()),
        ("", "größer".encode("cp1252")),
        ("us-ascii", "größer".encode()),
        ("iso-8859-1", "größer".encode()),
        ("utf-8", "größer".encode("cp1252")),
        ("x-no-such-charset", "größer".encode("cp1252")),
        ("rot13", "größer".encode()),
        ("utf-16", "größer".encode()),
        ('"UTF-8"', "größer".encode()),
    ],
)
def test_text_is_right_whatever_charset_is_declared(charset: str, raw: bytes) -> None:
    declared = f"; charset={charset}".encode() if charset else b""
    assert parse(b"Content-Type: text/plain" + declared + b"\n\n" + raw).body == "größer"


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("gb2312", "您好，镕"),
        ("iso-2022-jp", "田中様"),
        ("koi8-r", "Привет"),
        ("windows-1250", "Příliš"),
        ("big5", "謝謝"),
    ],
)
def test_declared_charsets_are_used(charset: str, text: str) -> None:
    codec = {"gb2312": "gb18030", "big5": "big5hkscs"}.get(charset, charset)
    raw = f"Content-Type: text/plain; charset={charset}\n\n".encode() + text.encode(codec)
    assert parse(raw).body == text


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        (["Auto-Submitted: auto-replied"], Kind.AUTO_REPLY),
        (["Auto-Submitted: no"], Kind.PERSONAL),
        (["X-Auto-Response-Suppress: All"], Kind.AUTO_REPLY),
        (["X-Auto-Response-Suppress: DR, RN"], Kind.PERSONAL),
        (["Return-Path: <>"], Kind.AUTO_REPLY),
        (["Precedence: bulk"], Kind.NEWSLETTER),
        (["Precedence: list"], Kind.LIST),
        (["List-Unsubscribe: <https://x.example>", "List-Id: <news.x.example>"], Kind.NEWSLETTER),
        (["List-Post: <mailto:l@x.example>", "List-Unsubscribe: <https://x.example>"], Kind.LIST),
        (["List-Post: NO", "List-Unsubscribe: <https://x.example>"], Kind.NEWSLETTER),
        (["From: MAILER-DAEMON@x.example"], Kind.BOUNCE),
        (["From: no-reply@x.example"], Kind.NO_REPLY),
        (["From: Noreply Team <team@x.example>"], Kind.PERSONAL),
        (["Content-Type: multipart/report; report-type=delivery-status; boundary=b"], Kind.BOUNCE),
        (["Content-Type: multipart/report; report-type=disposition-notification; boundary=b"], Kind.AUTO_REPLY),
        (["Content-Type: text/calendar; method=REQUEST"], Kind.CALENDAR),
        (["Content-Type: multipart/encrypted; protocol=application/pgp-encrypted; boundary=b"], Kind.ENCRYPTED),
        (["Content-Type: application/pkcs7-mime; smime-type=enveloped-data"], Kind.ENCRYPTED),
    ],
)
def test_kind_is_told_by_headers_and_types(headers: list[str], kind: Kind) -> None:
    assert parse(_mail(*headers)).kind is kind


def test_encrypted_mail_is_said_and_not_read() -> None:
    message = parse(_mail("Content-Type: text/plain", body="-----BEGIN PGP MESSAGE-----\n\nhQEMA\n"))
    assert (message.kind, message.body) == (Kind.ENCRYPTED, "")
    assert "encrypted" in message.problems


def test_clear_signed_mail_is_read_without_its_armour() -> None:
    body = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHallo\n- -- \nMax\n"
        "-----BEGIN PGP SIGNATURE-----\nabc\n-----END PGP SIGNATURE-----\n"
    )
    assert parse(_mail("Content-Type: text/plain", body=body)).body.strip() == "Hallo\n-- \nMax"


def _multipart(kind: str, *parts: bytes) -> bytes:
    inner = b"".join(b"--b\n" + part + b"\n" for part in parts)
    return f"From: a@x.example\nContent-Type: multipart/{kind}; boundary=b\n\n".encode() + inner + b"--b--\n"


def test_html_is_preferred_for_its_structure_and_text_taken_where_html_is_empty() -> None:
    plain = b"Content-Type: text/plain\n\nplain"
    assert parse(_multipart("alternative", plain, b"Content-Type: text/html\n\n<p>rich</p>")).body == "rich"
    empty = parse(_multipart("alternative", plain, b"Content-Type: text/html\n\n<p> </p>"))
    assert (empty.body, empty.html) == ("plain", None)


def test_attachments_are_named_and_their_text_is_left_alone() -> None:
    message = parse(
        _multipart(
            "mixed",
            b"Content-Type: text/plain\n\nSiehe Anhang.",
            b"Content-Type: text/plain; name=notes.txt\n\nnicht lesen",
            b"Content-Type: message/rfc822\n\nSubject: innen\n\nauch nicht lesen",
            b"Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
            + base64.b64encode(b"x" * 300),
        )
    )
    assert message.body == "Siehe Anhang."
    assert [each.name for each in message.attachments] == ["notes.txt", "", "winmail.dat"]
    assert message.attachments[2].size == 300
    assert "winmail.dat" in message.problems


def test_the_invitation_beside_the_text_makes_it_calendar_mail() -> None:
    message = parse(
        _multipart(
            "alternative",
            b"Content-Type: text/plain\n\nBitte kommen Sie.",
            b"Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR",
        )
    )
    assert (message.kind, message.body) == (Kind.CALENDAR, "Bitte kommen Sie.")


def test_a_message_that_was_cut_off_keeps_what_is_there() -> None:
    raw = b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHalb"
    message = parse(raw)
    assert message.body == "Halb"
    assert "multipart is cut off" in message.problems


def test_a_lost_boundary_is_found_again() -> None:
    message = parse(b"Content-Type: multipart/mixed\n\n--xyz\nContent-Type: text/plain\n\nText\n--xyz--\n")
    assert message.body == "Text"


def test_flowed_text_is_joined_per_quote_level() -> None:
    assert unflowed("ein \nSatz\n> zi \n> tat\n-- \nMax", delsp=False) == "ein Satz\n> zi tat\n-- \nMax"
    assert unflowed("Wort \nteil", delsp=True) == "Wortteil"


def test_nothing_of_the_mail_shows_in_a_repr() -> None:
    message = parse(_mail("Subject: Geheim", "Content-Type: text/html", body="<p>vertraulich</p>"))
    assert "Geheim" not in repr(message)
    assert "vertraulich" not in repr(message)


def _nested(levels: int) -> bytes:
    opening = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number) for number in range(levels)
    )
    return opening + b"\nHallo"


def test_parts_nested_beyond_reason_are_left_alone() -> None:
    assert "nested too deeply" in parse(_nested(2_000)).problems


@pytest.mark.parametrize(
    "raw",
    [
        b"a" * 5_000_000,
        b"\n" * 5_000_000,
        b"Subject: " + b"=?utf-8?q?a?= " * 300_000,
        b"To: " + b"(" * 1_000_000,
        b"To: " + b'"a, ' * 500_000,
        b"X: y\n" * 200_000,
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 200_000,
        b"Content-Type: text/html\n\n" + b"<div>" * 500_000,
        b"Content-Type: text/plain; " + b';a="' * 300_000,
    ],
    ids=["one line", "newlines", "encoded words", "comments", "quotes", "headers", "parts", "elements", "parameters"],
)
def test_huge_and_hostile_messages_are_read(raw: bytes) -> None:
    assert parse(raw).from_ is None
