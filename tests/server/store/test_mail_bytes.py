"""What is stored of a mail comes back as it was, whatever it begins with, and what older versions stored does, too."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.store.mail_bytes import packed, unpacked
from server.store.schema.sealed import BYTES_MARK

BEGINNINGS = [b"", b"x", b"X-Spam: no\r\n", b"x-spam: no\r\n", b"\x02", BYTES_MARK, b"\0", zlib.compress(b"abc", 0)]


@pytest.mark.parametrize("compress", [True, False])
@pytest.mark.parametrize("beginning", BEGINNINGS)
@given(rest=st.binary(max_size=50))
def test_a_mail_comes_back_as_it_was(beginning: bytes, rest: bytes, compress: bool) -> None:
    assert unpacked(packed(beginning + rest, compress=compress)) == beginning + rest


@given(st.binary(max_size=50))
def test_what_is_stored_as_it_came_cannot_pass_for_sealed(raw: bytes) -> None:
    assert not packed(raw, compress=False).startswith(BYTES_MARK)


@given(raw=st.binary(max_size=50), level=st.integers(0, 9))
def test_what_an_older_version_stored_is_read(raw: bytes, level: int) -> None:
    assert unpacked(zlib.compress(raw, level)) == raw


def test_history_is_stored_without_a_copy() -> None:
    raw = b"From: a@example.test\r\n\r\nHallo"
    assert packed(raw, compress=False) is raw
