"""A request is whole when its head and body are here, and is refused before that when it never may be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.web.gathering import BODY_WITHIN, GO_ON, HEAD_WITHIN, LONGEST_HEAD, Gathering
from tests.attacks.processor_time import at_most

CPU = 5.0  # seconds; it takes a thousandth of one
GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nabcde"


def begun(data: bytes = b"") -> Gathering:
    found = Gathering(0.0, largest_body=1000)
    assert not data or found.add(data, 0.0) is None
    return found


@pytest.mark.parametrize("request_", [GET, POST])
@given(cuts=st.lists(st.integers(1, 60), max_size=8))
def test_it_is_whole_with_its_last_byte_however_it_is_cut(request_: bytes, cuts: list[int]):
    found, ends = begun(), sorted({0, *(each for each in cuts if each < len(request_)), len(request_)})
    for start, end in pairwise(ends):
        assert not found.is_whole
        assert found.add(request_[start:end], 0.0) is None
    assert found.is_whole
    assert bytes(found.data) == request_


def test_what_follows_is_kept_for_the_next_one():
    assert bytes(begun(POST + GET).data) == POST + GET


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 411),
        (b"POST / HTTP/1.1\r\nContent-Length: 3\r\ntransfer-encoding : chunked\r\n\r\n", 411),
        (b"POST / HTTP/1.1\r\nContent-Length: 1001\r\n\r\n", 413),
        (b"POST / HTTP/1.1\r\nCONTENT-LENGTH: 209715200 \r\n\r\n", 413),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * LONGEST_HEAD, 431),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * LONGEST_HEAD + b"\r\n\r\n", 431),
    ],
)
def test_what_is_never_taken_is_refused_at_its_head(head: bytes, status: int):
    refusal = Gathering(0.0, largest_body=1000).add(head, 0.0)
    assert refusal is not None
    assert refusal.status == status
    assert refusal.as_bytes().startswith(f"HTTP/1.1 {status} ".encode())


@pytest.mark.parametrize("length", [b"-1", b"5, 6", b"+5", b"0x5", b"five", b"", b"9" * 30, "٥".encode()])
def test_a_length_that_is_none_is_not_waited_for(length: bytes):
    """The web server behind it refuses them; the test of attacks on a real one sees that."""
    assert begun(b"POST / HTTP/1.1\r\nContent-Length: " + length + b"\r\n\r\n").is_whole


@pytest.mark.parametrize("blank", [b" ", b"\t", b" \t"])
def test_redos_a_length_of_blanks_and_a_lone_return_is_read_in_no_time(blank: bytes):
    """Took minutes, in the loop that serves everybody: each way to share out the blanks was tried."""
    head = b"POST / HTTP/1.1\r\nContent-Length:" + blank * (LONGEST_HEAD // 2 // len(blank)) + b"\rX\r\n\r\n"
    with at_most(CPU):
        assert begun(head).is_whole


def test_blanks_around_a_length_belong_to_nothing():
    assert not begun(b"POST / HTTP/1.1\r\nContent-Length : \t 5 \t \r\n\r\nabcd").is_whole


def test_two_lengths_are_not_waited_for():
    assert begun(b"POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n").is_whole


def test_who_asks_for_leave_to_send_a_body_gets_it_once():
    found = begun(b"POST / HTTP/1.1\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
    assert found.goes_on == GO_ON
    assert begun(POST).goes_on == b""


def test_head_and_body_have_their_time_and_not_one_byte_more():
    found = begun(b"POST / HTTP/1.1\r\nContent-")
    assert not found.is_late(HEAD_WITHIN - 0.1)
    assert found.is_late(HEAD_WITHIN)
    found.add(b"Length: 5\r\n\r\n", 9.0)
    for second in range(int(BODY_WITHIN)):
        found.add(b"", 9.0 + second)
    assert not found.is_late(9.0 + BODY_WITHIN - 0.1)
    assert found.is_late(9.0 + BODY_WITHIN)
