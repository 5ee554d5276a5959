"""Headers as they come: encoded words, parameters, addresses and dates, broken in every known way."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from server.mail.mime import Address, parse
from server.mail.mime_address import addresses
from server.mail.mime_headers import message_ids, moment
from server.mail.mime_words import decoded, parameters


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        ("=?UTF-8?b?R3LDvMOfZQ==?=", "Grüße"),
        ("=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        ("=?utf-8?Q?Liefer termin?= morgen", "Liefer termin morgen"),
        ("=?utf-8?Q?Wirklich??=", "Wirklich?"),
        ("=?utf-8?Q?Ja?Nein?=", "Ja?Nein"),
        ("=?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=", "Grüße"),
        ("=?utf-8?B?R3LD?=\t=?utf-8?Q?=BC=C3=9Fe?=", "Grüße"),
        ("=?utf-8?Q?eins?= =?iso-8859-1?Q?zw=F6lf?=", "einszwölf"),
        ("=?utf-8?Q?eins?= und =?utf-8?Q?zwei?=", "eins und zwei"),
        ("AW:=?utf-8?Q?_Gr=C3=BC=C3=9Fe?=!", "AW: Grüße!"),
        ("=?us-ascii?Q?Gr=FC=DFe?=", "Grüße"),
        ("=?x-unknown?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        ("=?iso-8859-1?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        ("=?utf-8?Q?Gr=FC=DFe?=", "Grüße"),
        ("=?utf-8?Q?Gr=C3=BC=C3=9Fe", "Grüße"),
        ("=?utf-8?B?R3LDvMOfZQ", "Grüße"),
        ("=?utf-8?Q?Gr=C3=BC=C3=9F=C3?=", "Grüß"),
        ("=?utf-8?Q?Gr\u00fc=C3=9Fe?=", "Grüße"),
        ("=?utf-8?Q?=3D=3Futf-8=3FB=3FR3LDvMOfZQ=3D=3D=3F=3D?=", "Grüße"),
        ("=?iso-2022-jp?B?GyRCRURDZhsoQg==?=", "田中"),
        ("=??Q?leer?=", "leer"),
        ("a =?b c", "a =?b c"),
        ("1 + 1 = 2? ja", "1 + 1 = 2? ja"),
    ],
)
def test_encoded_words_are_read_however_they_are_written(value: str, text: str) -> None:
    assert decoded(value) == text


@pytest.mark.parametrize(
    ("value", "name", "text"),
    [
        ("text/plain; charset=utf-8", "charset", "utf-8"),
        ('text/plain; charset="utf-8" (comment)', "charset", "utf-8"),
        ("text/plain; charset=utf-8 (Unicode)", "charset", "utf-8"),
        ("text/html charset=utf-8", "charset", "utf-8"),
        ("text/plain; CHARSET = utf-8 ; x=y", "charset", "utf-8"),
        ("a; filename=Angebot Waage.pdf", "filename", "Angebot Waage.pdf"),
        ('a; filename="Angebot; \\"neu\\".pdf"', "filename", 'Angebot; "neu".pdf'),
        ('a; filename="=?utf-8?Q?Gr=C3=B6=C3=9Fe.pdf?="', "filename", "Größe.pdf"),
        ("a; filename*=utf-8''Gr%C3%B6%C3%9Fe.pdf", "filename", "Größe.pdf"),
        ("a; filename*=iso-8859-1'de'Gr%F6%DFe.pdf", "filename", "Größe.pdf"),
        ("a; filename*0*=utf-8''Gr%C3; filename*1*=%B6%C3%9Fe; filename*2=.pdf", "filename", "Größe.pdf"),
        ('a; filename*1="b.pdf"; filename*0="a"', "filename", "ab.pdf"),
        ("a; filename*=Gr%C3%B6%C3%9Fe.pdf", "filename", "Größe.pdf"),
        ('a; filename="offen', "filename", "offen"),
    ],
)
def test_parameters_are_read_however_they_are_written(value: str, name: str, text: str) -> None:
    assert parameters(value)[name] == text


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("anna@kunde.example", [("", "anna@kunde.example")]),
        ("anna@kunde.example (Anna Krause)", [("Anna Krause", "anna@kunde.example")]),
        ("Anna Krause anna@kunde.example", [("Anna Krause", "anna@kunde.example")]),
        ("<anna@kunde.example> Anna Krause", [("Anna Krause", "anna@kunde.example")]),
        ("Anna <anna(privat)@kunde . example>", [("Anna", "anna@kunde.example")]),
        ("Anna <mailto:anna@kunde.example>", [("Anna", "anna@kunde.example")]),
        ("Anna <<anna@kunde.example>>", [("Anna", "anna@kunde.example")]),
        ("Anna <anna@kunde.example", [("Anna", "anna@kunde.example")]),
        ("Anna <@relay.example,@other.example:anna@kunde.example>", [("Anna", "anna@kunde.example")]),
        ('"Krause, Anna" <a@k.example>, b@k.example', [("Krause, Anna", "a@k.example"), ("", "b@k.example")]),
        ("Krause, Anna <a@k.example>", [("Krause, Anna", "a@k.example")]),
        ("krause, anna@k.example", [("", "anna@k.example")]),
        ("Einkauf: a@k.example, Bernd <b@k.example>; c@k.example",
         [("", "a@k.example"), ("Bernd", "b@k.example"), ("", "c@k.example")]),
        ("Einkauf (alle (zwei)): a@k.example;", [("", "a@k.example")]),
        ("undisclosed-recipients:;", []),
        ("<Undisclosed-Recipient:@mail.example;>", []),
        ("", []),
        ("Anna Krause", []),
        ("=?utf-8?Q?M=C3=BCller=2C_Anna?= <a@k.example>", [("Müller, Anna", "a@k.example")]),
        ('"=?utf-8?Q?M=C3=BCller?=" <a@k.example>', [("Müller", "a@k.example")]),
        ("'Anna' <a@k.example>", [("Anna", "a@k.example")]),
        ("Jörg <jörg@müller.example>", [("Jörg", "jörg@müller.example")]),
        ("anna@xn--mller-kva.example", [("", "anna@xn--mller-kva.example")]),
        ('"anna krause"@k.example', [("", '"anna krause"@k.example')]),
        ("a@k.example b@k.example", [("", "a@k.example")]),
        ("<" + "a" * 400 + "@k.example>", []),
    ],
)  # fmt: skip
def test_addresses_are_read_however_they_are_written(value: str, found: list[tuple[str, str]]) -> None:
    assert addresses(value) == tuple(Address(*each) for each in found)


NOON = datetime(2025, 3, 3, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "Mon, 3 Mar 2025 13:00:00 +0100",
        "Mon, 03 Mar 2025 13:00:00 +0100 (CET)",
        "3 Mar 2025 12:00 GMT",
        "Mon, 3 Mar 25 12:00:00 -0000",
        "Mon, 3 Mar 2025 07:00:00 EST",
        "Tue, 3 Mar 2025 12:00:00 +0000",
        "Mon,  3  Mar  2025  12:00:00",
        "Mon, 3 Mar 2025 13:00:00 GMT+0100",
        "Mon, 3 Mar 2025 13:00:00 +01:00",
        "Mon, 3 Mar 2025 13(eins) : 00 : 00 +0100",
        "Mon, 3 Mar 2025 13:00:00+0100",
        "2025-03-03 13:00:00 +0100",
        "2025-03-03T12:00:00Z",
        "Mon Mar  3 12:00:00 2025",
    ],
)
def test_dates_of_all_ages_name_the_same_instant(value: str) -> None:
    assert moment(value) == NOON


def test_message_ids_stay_within_what_a_database_index_takes() -> None:
    assert message_ids("<a@b.example> <a@b.example> <" + "ä" * 600 + "@c.example>") == ("a@b.example",)


def _mail(*lines: bytes) -> bytes:
    return b"\r\n".join(lines)


def test_headers_in_the_charset_of_the_body_are_read_in_it() -> None:
    raw = _mail(
        "Subject: Привет".encode("koi8-r"), b"Content-Type: text/plain; charset=koi8-r", b"", "Как".encode("koi8-r")
    )
    assert (parse(raw).subject, parse(raw).body) == ("Привет", "Как")


def test_eight_bit_headers_without_a_charset_are_utf8_or_latin() -> None:
    assert parse("Subject: Größe\n\nx".encode()).subject == "Größe"
    assert parse("Subject: Größe\n\nx".encode("cp1252")).subject == "Größe"


@pytest.mark.parametrize(
    "torn",
    [
        [b"Subject: Waage", b" ", b"To: b@x.example"],
        [b"Subject: Waage", b"ohne Einzug gefaltet", b"To: b@x.example"],
        [b"Subject: Waage", b"", b"\tund mehr", b"To: b@x.example"],
        [b"Received: by x", b"verirrt", b"Received: by y", b"To: b@x.example"],
    ],
)
def test_a_torn_header_section_is_read_to_its_end(torn: list[bytes]) -> None:
    message = parse(_mail(b"From: a@x.example", *torn, b"", b"Text"))
    assert [each.address for each in message.to] == ["b@x.example"]
    assert message.body == "Text"


@pytest.mark.parametrize(
    "body",
    [
        b"Siehe unten.\r\nFrom: Max\r\nTo: Anna\r\n",
        b"  Siehe unten.\r\nFrom: Max\r\nSubject: alt\r\n",
        b"Note: bitte lesen.\r\nSubject: unklar\r\n",
    ],
)
def test_header_lines_in_the_body_stay_in_the_body(body: bytes) -> None:
    message = parse(_mail(b"From: a@x.example", b"To: b@x.example", b"Subject: neu", b"", body))
    assert message.body.encode() == body.replace(b"\r\n", b"\n")
    assert (message.from_, message.subject) == (Address("", "a@x.example"), "neu")


def test_what_programs_put_before_the_headers_is_left_out() -> None:
    for before in (b"\xef\xbb\xbf", b"\r\n\r\n", b"From a@x.example Mon Mar  3 12:00:00 2025\r\n"):
        assert parse(before + b"Subject: da\r\n\r\nText").subject == "da"
