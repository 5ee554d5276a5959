"""Reading FETCH answers."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.mail import fetch_response
from server.mail.line_splitter import MAX_LINE, MAX_LITERAL, FetchAnswers, LineSplitter, NotAGreeting


def test_items_come_in_any_order_and_are_found_by_name() -> None:
    parts = [(b"1 (BODY[] {5}", b"Hallo"), b' UID 7 INTERNALDATE "01-Feb-2024 10:00:00 +0100")']
    (message,) = fetch_response.messages(parts)
    assert message[b"UID"] == b"7"
    assert message[b"BODY[]"] == b"Hallo"
    assert fetch_response.internaldate(message[b"INTERNALDATE"]) == datetime(2024, 2, 1, 9, tzinfo=UTC)


def test_an_attachment_named_uid_1_is_not_taken_for_the_uid() -> None:
    parts = [b'4 (BODYSTRUCTURE ("TEXT" "PLAIN" ("NAME" "UID 1 BODY[] x)") NIL NIL "7BIT" 3 1) UID 9)']
    (message,) = fetch_response.messages(parts)
    assert message[b"UID"] == b"9"


def test_a_mail_that_looks_like_an_answer_stays_a_mail() -> None:
    body = b"* 2 FETCH (UID 99 BODY[] {3}\r\nabc)\r\n"
    parts = [(b"1 (UID 7 BODY[] {%d}" % len(body), body), b")", (b"2 (UID 8 BODY[] {2}", b"ok"), b")"]
    assert [(m[b"UID"], m[b"BODY[]"]) for m in fetch_response.messages(parts)] == [
        (b"7", body),
        (b"8", b"ok"),
    ]


def test_a_message_expunged_meanwhile_has_no_body() -> None:
    (message,) = fetch_response.messages([b"2 (UID 2 RFC822.SIZE 0 BODY[] NIL)"])
    assert message[b"BODY[]"] is None


def test_a_quoted_body_loses_its_escapes_only() -> None:
    (message,) = fetch_response.messages([rb'1 (UID 3 BODY[] "a \"b\" \\ c")'])
    assert message[b"BODY[]"] == b'a "b" \\ c'


def test_two_literals_in_one_answer_go_to_their_own_items() -> None:
    parts = [(b"1 (UID 3 BODY[HEADER] {4}", b"head"), (b" BODY[TEXT] {4}", b"text"), b")"]
    (message,) = fetch_response.messages(parts)
    assert (message[b"BODY[HEADER]"], message[b"BODY[TEXT]"]) == (b"head", b"text")


def test_an_unasked_flags_answer_without_uid_is_left_out() -> None:
    assert list(fetch_response.messages([b"1 (FLAGS (\\Seen))", None])) == []


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_fail(text: bytes) -> None:
    list(fetch_response.messages([text]))
    fetch_response.internaldate(text)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        (b" 1-Jan-2024 00:30:00 +0100", datetime(2023, 12, 31, 23, 30, tzinfo=UTC)),
        (b"29-Feb-2024 23:59:60 -0530", datetime(2024, 3, 1, 5, 29, 59, tzinfo=UTC)),
        (b"05-OCT-1999 01:02:03 +0000", datetime(1999, 10, 5, 1, 2, 3, tzinfo=UTC)),
        (b"30-Feb-2024 00:00:00 +0000", None),
        (b"01-Foo-2024 00:00:00 +0000", None),
        (b"yesterday", None),
        (None, None),
    ],
)
def test_internaldate_is_read_as_utc_or_not_at_all(written: bytes | None, moment: datetime | None) -> None:
    assert fetch_response.internaldate(written) == moment


@given(
    st.datetimes(datetime(1971, 1, 2), datetime(2199, 1, 1)).map(lambda d: d.replace(microsecond=0)),
    st.integers(-14 * 60, 14 * 60),
)
def test_internaldate_is_read_back_as_it_was_written(naive: datetime, minutes: int) -> None:
    moment = naive.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    written = fetch_response.format_internaldate(moment).strip('"').encode("ascii")
    assert fetch_response.internaldate(written) == moment


@given(st.lists(st.integers(1, 40), min_size=1, max_size=30))
def test_however_the_bytes_arrive_lines_and_literals_are_the_same(cuts: list[int]) -> None:
    literal = b"a {5}\r\n* x\r\nb"
    stream = b"* OK hi\r\n* 1 FETCH (UID 1 BODY[] {%d}\r\n%s)\r\nA1 OK done {9}\r\n" % (len(literal), literal)
    splitter = LineSplitter(expect_greeting=True)
    pieces: list[bytes] = []
    rest = stream
    position = 0
    while rest:
        size = cuts[position % len(cuts)]
        pieces += splitter.feed(rest[:size])
        rest = rest[size:]
        position += 1
    assert pieces[0] == b"* OK hi\r\n"
    (whole,) = (piece for piece in pieces if isinstance(piece, FetchAnswers))
    assert whole.parts == [(b"1 (UID 1 BODY[] {13}", literal), b")"]
    assert [piece for piece in pieces if not isinstance(piece, FetchAnswers)] == [b"* OK hi\r\n", b"A1 OK done {9}\r\n"]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=30))
def test_answers_that_come_together_are_handed_over_together_and_in_order(cuts: list[int]) -> None:
    answers = b"".join(b"* %d FETCH (UID %d RFC822.SIZE 9)\r\n" % (n, n) for n in range(1, 9))
    answers += b"* 9 FETCH (UID 9 BODY[] {4}\r\n\r\n* )\r\n* 10 fetch (UID 10 FLAGS ())\r\n"
    stream = answers + b"* 3 EXPUNGE\r\n* 11 FETCH (UID 11 BODY[] {0}\r\n)\r\n* 12 FETCH (UID 12)\r\nA1 OK\r\n"
    for arriving in ([len(stream)], cuts):
        told = _told_of(stream, arriving)
        expunged = told.index(b"* 3 EXPUNGE\r\n")
        uids = [message[b"UID"] for message in fetch_response.messages(told[:expunged])]
        assert uids == [b"%d" % n for n in range(1, 11)]
        assert told[-2:] == [b"12 (UID 12)", b"A1 OK\r\n"]


def _told_of(stream: bytes, cuts: list[int]) -> list[Any]:
    """What the parser is given, as imaplib2 would keep it."""
    splitter, told, position = LineSplitter(expect_greeting=False), [], 0
    while stream:
        size = cuts[position % len(cuts)]
        for piece in splitter.feed(stream[:size]):
            told += piece.parts if isinstance(piece, FetchAnswers) else [_as_kept(piece)]
        stream, position = stream[size:], position + 1
    return told


def _as_kept(line: bytes) -> bytes:
    match = re.fullmatch(rb"\* (\d+ )FETCH (.*)\r\n", line, re.IGNORECASE | re.DOTALL)
    return match[1] + match[2] if match else line


@given(st.lists(st.integers(1, 40), min_size=1, max_size=30))
def test_two_literals_in_one_answer_come_in_pieces(cuts: list[int]) -> None:
    stream = b"* 1 FETCH (BODY[1] {3}\r\na\r\n BODY[2] {2}\r\nbc UID 1)\r\n* 2 EXISTS\r\n"
    splitter = LineSplitter(expect_greeting=False)
    pieces: list[bytes] = []
    for position in range(len(stream)):
        size = cuts[position % len(cuts)]
        pieces += splitter.feed(stream[:size])
        stream = stream[size:]
    assert b"".join(pieces) == b"* 1 FETCH (BODY[1] {3}\r\na\r\n BODY[2] {2}\r\nbc UID 1)\r\n* 2 EXISTS\r\n"
    assert pieces[0] == b"* 1 FETCH (BODY[1] {3}\r\n"


def test_the_usual_answer_and_the_odd_one_read_the_same() -> None:
    usual = b'1 (UID 7 FLAGS (\\Seen $x) INTERNALDATE "01-Jan-2024 00:00:00 +0000" BODY[] {3}'
    odd = usual.replace(b"UID 7 ", b"X-ODD (a) UID 7 ")
    (one,) = fetch_response.messages([(usual, b"abc"), b")"])
    (other,) = fetch_response.messages([(odd, b"abc"), b")"])
    assert one == {name: value for name, value in other.items() if name != b"X-ODD"}


def test_what_does_not_greet_like_imap_is_told_at_once() -> None:
    with pytest.raises(NotAGreeting):
        list(LineSplitter(expect_greeting=True).feed(b"S"))


def test_an_endless_line_and_a_giant_literal_are_refused() -> None:
    with pytest.raises(ValueError, match="line"):
        list(LineSplitter(expect_greeting=False).feed(b"x" * (MAX_LINE + 1)))
    with pytest.raises(ValueError, match="literal"):
        list(LineSplitter(expect_greeting=False).feed(b"* 1 FETCH (BODY[] {%d}\r\n" % (MAX_LITERAL + 1)))
