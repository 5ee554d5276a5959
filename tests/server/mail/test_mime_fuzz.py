"""Anything at all is read without raising, and no size of anything makes it slow without bound."""

from __future__ import annotations

import base64
from datetime import UTC
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.html import html_to_text
from server.mail.mime import Message, parse
from server.mail.mime_address import addresses
from server.mail.mime_headers import message_ids, moment
from server.mail.mime_signed import signed_content
from server.mail.mime_words import decoded, parameters

SAMPLES = [path.read_bytes() for path in sorted((Path(__file__).parents[2] / "mail_samples").glob("*.eml"))]
SAMPLE = st.sampled_from(SAMPLES)


def _is_clean(message: Message) -> bool:
    """Whether a database and a wire take all of the message's texts."""
    whole = "".join([message.subject, message.body, *(each.name + each.address for each in message.to)])
    whole.encode("utf-8")
    return "\0" not in whole


@given(SAMPLE, st.lists(st.tuples(st.integers(0), st.integers(0, 7)), min_size=1, max_size=30))
@settings(deadline=None, max_examples=150)
def test_mail_with_flipped_bits_is_read(raw: bytes, flips: list[tuple[int, int]]) -> None:
    data = bytearray(raw)
    for at, bit in flips:
        data[at % len(data)] ^= 1 << bit
    assert _is_clean(parse(bytes(data)))


@given(SAMPLE, st.integers(0))
@settings(deadline=None, max_examples=150)
def test_mail_that_was_cut_anywhere_is_read(raw: bytes, at: int) -> None:
    assert _is_clean(parse(raw[: at % (len(raw) + 1)]))


@given(SAMPLE, SAMPLE, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=150)
def test_mail_whose_lines_were_swapped_and_mixed_is_read(raw: bytes, other: bytes, chance: Random) -> None:
    lines = raw.split(b"\n")
    lines[chance.randrange(len(lines)) :] = other.split(b"\n")
    for _ in range(6):
        one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[two] = lines[two], lines[one]
    assert _is_clean(parse(b"\n".join(lines)))


@given(SAMPLE, st.integers(0), st.integers(1, 200), st.integers(2, 200))
@settings(deadline=None, max_examples=100)
def test_mail_in_which_a_piece_is_repeated_is_read(raw: bytes, at: int, size: int, times: int) -> None:
    start = at % len(raw)
    assert _is_clean(parse(raw[:start] + raw[start : start + size] * times + raw[start + size :]))


HEADER_TEXT = st.text(st.sampled_from("ab@.,;:<>()\"\\=?_*'%20Q B\t\u00fc"), max_size=200)


@given(HEADER_TEXT)
@settings(deadline=None, max_examples=500)
def test_any_header_value_is_read(value: str) -> None:
    for each in addresses(value):
        assert each.address == each.address.strip()
        assert len(each.address) <= 320
    assert isinstance(decoded(value), str)
    assert isinstance(parameters(value), dict)
    assert all(not set(each) & set("<> ") for each in message_ids(value))
    found = moment(value)
    assert found is None or found.tzinfo is UTC


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=300)
def test_any_bytes_may_stand_where_a_signature_should(der: bytes) -> None:
    assert signed_content(der) is None or isinstance(signed_content(der), bytes)


HTML_PIECES = st.sampled_from(
    [
        "<div>",
        "</div>",
        "<blockquote type=cite>",
        "</blockquote>",
        "<p style='font-size:0'>",
        "<style>p{margin:0}</style>",
        "<table><tr><td>",
        "<span style='mso-list:Ignore'>§",
        "<!--[if mso]>",
        "<![endif]-->",
        "<li>",
        "<ol>",
        "&nbsp;",
        "&#0;",
        "Text ",
        "<div class=gmail_attr>",
        "<td>",
        "</table>",
        "<br>",
        "<pre>",
        "<div name=quote>",
        "<",
        ">",
        "\x00",
        "\ue000",
    ]
)


@given(st.lists(HTML_PIECES, max_size=60).map("".join))
@settings(deadline=None, max_examples=300)
def test_any_html_is_read(html: str) -> None:
    assert not set(html_to_text(html)) & set("\ue000\ue001\ue002\ue003\x00")


# five megabytes of each: what took more than linear time would not end today


NESTED = b"Content-Type: multipart/mixed; boundary=b\n\n"


def _filled(piece: bytes, head: bytes = b"", tail: bytes = b"") -> bytes:
    return head + piece * (5_000_000 // len(piece)) + tail


@pytest.mark.parametrize(
    "raw",
    [
        _filled(b"To: a@b.example\n", tail=b"\nx"),
        _filled(b"<a@b.example>,", head=b"References: "),
        _filled(b"=?utf-8?q?", head=b"Subject: "),
        _filled(b"=?utf-8?b?=", head=b"Subject: "),
        _filled(b" ", head=b"Content-Type: text/plain; charset=x", tail=b"(y"),
        _filled(b" \n", head=b"Subject: a\n"),
        _filled(b"odd\n", head=b"Subject: a\n", tail=b"From: a@b.example\n"),
        _filled(b"--b\n" + NESTED, head=NESTED),
        _filled(b"--x\n", head=b"Content-Type: multipart/mixed\n\n"),
        _filled(b"a b", head=b"Content-Transfer-Encoding: base64\n\n"),
        _filled(b" ", head=b"Content-Transfer-Encoding: base64\n\nA"),
        _filled(b"=\n", head=b"Content-Transfer-Encoding: quoted-printable\n\n"),
        _filled(b"begin 644 a\n", head=b"\n"),
        _filled(b"-----BEGIN PGP SIGNED MESSAGE-----\n", head=b"\n"),
        _filled(b"-----BEGIN PGP MESSAGE-----\n\n", head=b"\nx\n"),
        _filled(b"<<param>", head=b"Content-Type: text/enriched\n\n"),
        _filled(b"> a \n", head=b"Content-Type: text/plain; format=flowed\n\n"),
        _filled(b"\x30\x80", head=b"Content-Type: application/pkcs7-mime\n\n"),
        _filled(b"\x24\x80", head=b"Content-Type: application/pkcs7-mime\n\n"),
        _filled(b"<p style='font-size:0'>", head=b"Content-Type: text/html\n\n"),
        _filled(b"<style>p,", head=b"Content-Type: text/html\n\n"),
        _filled(b"<blockquote><p>x", head=b"Content-Type: text/html\n\n"),
        b"Content-Type: text/html\n\n" + b"<div>" * 100_000 + b"x" + b"</div>" * 100_000,
        b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(b"<p>a</p>" * 600_000),
    ],
    ids=[
        "recipients",
        "references",
        "open words",
        "empty words",
        "blanks in a parameter",
        "blank folded lines",
        "odd lines",
        "one boundary",
        "lines like boundaries",
        "text as base64",
        "blanks as base64",
        "soft breaks",
        "uuencode",
        "signed",
        "encrypted",
        "enriched",
        "flowed",
        "indefinite values",
        "indefinite octets",
        "hidden",
        "style sheets",
        "quotes",
        "100,000 nested divs",
        "five megabytes of HTML",
    ],
)
def test_hostile_mail_of_five_megabytes_is_read(raw: bytes) -> None:
    assert _is_clean(parse(raw))
