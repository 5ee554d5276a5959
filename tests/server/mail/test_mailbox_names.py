"""Folder names on the wire."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.mail import mailbox_names


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("INBOX", "INBOX"),
        ("Entwürfe", "Entw&APw-rfe"),
        ("A & B", "A &- B"),
        ("日本語", "&ZeVnLIqe-"),
        ("Post 📬", "Post &2D3c7A-"),
        ("&-", "&--"),
    ],
)
def test_a_name_is_written_in_modified_utf7_and_read_back(name: str, written: str) -> None:
    assert mailbox_names.encode(name) == written
    assert mailbox_names.decode(written.encode("ascii")) == name


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_name_survives_the_wire(name: str) -> None:
    written = mailbox_names.encode(name)
    assert written.isascii()
    assert mailbox_names.decode(written.encode("ascii")) == name


def test_a_servers_raw_utf8_is_taken_as_it_is() -> None:
    assert mailbox_names.decode("Entwürfe".encode()) == "Entwürfe"


@pytest.mark.parametrize("written", [b"A&", b"&APw", b"&A-", b"&!!-", b"&2D0-"])
def test_broken_utf7_is_told_and_not_guessed(written: bytes) -> None:
    with pytest.raises(mailbox_names.NotAName):
        mailbox_names.decode(written)


def test_quotes_and_backslashes_are_escaped() -> None:
    assert mailbox_names.quote('a"b\\c') == '"a\\"b\\\\c"'


@pytest.mark.parametrize("evil", ["INBOX\r\nA1 DELETE INBOX", "a\nb", "a\0b", "a\x7fb"])
def test_a_name_that_would_end_the_command_is_refused(evil: str) -> None:
    with pytest.raises(mailbox_names.NotAName):
        mailbox_names.quote_folder(evil)
    with pytest.raises(mailbox_names.NotAName):
        mailbox_names.quote(evil)


@given(st.text())
def test_no_quoted_name_ever_holds_a_line_end_or_an_open_quote(name: str) -> None:
    try:
        quoted = mailbox_names.quote_folder(name)
    except mailbox_names.NotAName:
        return
    inside = quoted[1:-1].replace("\\\\", "").replace('\\"', "")
    assert quoted.isascii()
    assert quoted.isprintable()
    assert '"' not in inside
    assert "\\" not in inside
