"""Mbox files of every dialect come in as the mails that were put into them."""

from __future__ import annotations

import mailbox
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.importing.entries import ImportRefused
from server.importing.mail_entry import LONGEST_KEPT
from server.importing.mbox import Mbox
from server.importing.mbox_lines import LONGEST_PIECE
from server.store import Imported, Refused
from tests.server.importing.archives import POSTMARK, bodies, mail, mbox, read


def test_each_mail_comes_with_its_own_text(tmp_path: Path):
    found = read(tmp_path, mbox(mail("eins", 1), mail("zwei", 2), mail("drei", 3)))
    assert bodies(found) == ["eins", "zwei", "drei"]
    assert [each.message_id for each in found if isinstance(each, Imported)] == [
        f"{number}@kunde.example" for number in (1, 2, 3)
    ]


def test_a_sentence_that_begins_with_from_ends_no_mail(tmp_path: Path):
    text = "Hi,\n\nFrom my point of view: fine.\n\nFrom Monday on\nI am away."
    assert bodies(read(tmp_path, mbox(mail(text), mail("zwei", 2)))) == [text, "zwei"]


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_lines_marked_by_mboxo_and_mboxrd_are_as_they_were(tmp_path: Path, line_end: bytes):
    content = mbox(mail("a\n>From here on\n>>From there\nb")).replace(b"\n", line_end)
    path = tmp_path / "x.mbox"
    path.write_bytes(content)
    (rd,) = (each.found for each in Mbox(path, quoting="mboxrd").entries(0))
    (o,) = (each.found for each in Mbox(path, quoting="mboxo").entries(0))
    assert isinstance(rd, Imported)
    assert isinstance(o, Imported)
    assert b"\na\nFrom here on\n>From there\nb" in rd.raw.replace(b"\r\n", b"\n")
    assert b"\na\nFrom here on\n>>From there\nb" in o.raw.replace(b"\r\n", b"\n")


def test_a_quoted_line_of_a_reply_stays_a_quote(tmp_path: Path):
    text = "Ja.\n\n>Can you say more?\n>From here it looks odd.\n\n>From our side: no."
    (body,) = bodies(read(tmp_path, mbox(mail(text))))
    assert body == "Ja.\n\n>Can you say more?\n>From here it looks odd.\n\nFrom our side: no."


def test_a_true_content_length_carries_mail_within_a_text(tmp_path: Path):
    text = b"Look:\n\n" + POSTMARK + b"Subject: within\n\n>From me\n"
    whole = mail("", 1).strip() + b"\nContent-Length: %d\n\n" % len(text) + text
    found = read(tmp_path, POSTMARK + whole + b"\n" + mbox(mail("zwei", 2)))
    assert bodies(found) == [text.decode().strip(), "zwei"]


@pytest.mark.parametrize("length", [0, 3, 100_000_000])
def test_a_content_length_that_is_not_true_loses_no_mail(tmp_path: Path, length: int):
    first = mail("eins und mehr", 1, Content_Length=str(length))
    assert bodies(read(tmp_path, mbox(first, mail("zwei", 2), mail("drei", 3)))) == ["eins und mehr", "zwei", "drei"]


def test_the_last_mail_may_end_with_its_content_length(tmp_path: Path):
    body = "letzte\n"
    last = mail("letzte", 2, Content_Length=str(len(body)))
    assert bodies(read(tmp_path, mbox(mail("eins")) + POSTMARK + last)) == ["eins", "letzte"]


def test_thunderbird_writes_nothing_behind_from(tmp_path: Path):
    content = b"".join(
        b"From \r\nX-Mozilla-Status: 0001\r\n" + mail("x", n).replace(b"\n", b"\r\n") + b"\r\n" for n in (1, 2)
    )
    assert len(read(tmp_path, content)) == 2


def test_mail_deleted_in_thunderbird_is_left_out(tmp_path: Path):
    found = read(tmp_path, mbox(mail("weg", 1, X_Mozilla_Status="0009"), mail("da", 2, X_Mozilla_Status="0001")))
    assert [isinstance(each, Refused) for each in found] == [True, False]
    assert isinstance(found[0], Refused)
    assert not found[0].is_mistake


@pytest.mark.parametrize("label", ["Spam", "Papierkorb,Wichtig", "Drafts", "=?UTF-8?Q?Entw=C3=BCrfe?="])
def test_junk_trash_and_drafts_of_a_takeout_are_left_out(tmp_path: Path, label: str):
    (found,) = read(tmp_path, mbox(mail(X_Gmail_Labels=label)))
    assert isinstance(found, Refused)
    assert not found.is_mistake


def test_sent_mail_of_a_takeout_is_known_by_its_label(tmp_path: Path):
    found = read(tmp_path, mbox(mail(X_Gmail_Labels="Gesendet,Wichtig"), mail(number=2, X_Gmail_Labels="Posteingang")))
    assert [each.role for each in found if isinstance(each, Imported)] == ["sent", "inbox"]


def test_the_note_of_a_mail_server_to_itself_is_no_mail(tmp_path: Path):
    note = mail("This text is part of the internal format", 1, X_IMAP="1 2", Subject="DON'T DELETE THIS MESSAGE")
    assert isinstance(read(tmp_path, mbox(note))[0], Refused)


def test_a_large_mail_is_kept_by_its_beginning(tmp_path: Path):
    line = b"QUJD" * 18 + b"\n"
    large = mail("Der Text.") + line * (LONGEST_KEPT // len(line) + 1000)
    first, second = read(tmp_path, mbox(large, mail("zwei", 2)))
    assert isinstance(first, Imported)
    assert isinstance(second, Imported)
    assert (len(first.raw), first.whole, second.whole) == (LONGEST_KEPT, False, True)
    assert b"Der Text." in first.raw


def test_a_line_longer_than_memory_should_hold_comes_in_pieces(tmp_path: Path):
    text = "x" * (3 * LONGEST_PIECE - 6) + "From anna@kunde.example Mon Jan  5 10:00:00 2026 and on"
    assert bodies(read(tmp_path, mbox(mail(text), mail("zwei", 2)))) == [text, "zwei"]


def test_any_position_is_one_to_go_on_from(tmp_path: Path):
    path = tmp_path / "x.mbox"
    path.write_bytes(mbox(*(mail(f"Mail {number}", number) for number in range(9))))
    entries = list(Mbox(path).entries(0))
    for passed, entry in enumerate(entries, start=1):
        assert list(Mbox(path).entries(entry.position)) == entries[passed:]
    assert entries[-1].position == Mbox(path).size


def test_a_file_is_known_again_until_what_was_read_changes(tmp_path: Path):
    path = tmp_path / "x.mbox"
    path.write_bytes(mbox(*(mail("x" * 3000, number) for number in range(9))))
    position = list(Mbox(path).entries(0))[4].position
    mark = Mbox(path).mark(position)
    with path.open("ab") as file:
        file.write(mbox(mail("neu", 99)))
    assert Mbox(path).mark(position) == mark
    path.write_bytes(mbox(*(mail("y" * 3000, number) for number in range(9))))
    assert Mbox(path).mark(position) != mark


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"Subject: one mail\n\nHallo\n", "einklang import eml"),
        (b"PK\x03\x04rest", r"packed \(zip\)"),
        (b"\x1f\x8b\x08rest", r"packed \(gzip\)"),
        (b"!BDN....", "Outlook data file"),
        (b"date;text\n", "is no mbox file"),
    ],
)
def test_what_is_no_mbox_is_refused_with_what_to_do(tmp_path: Path, content: bytes, said: str):
    with pytest.raises(ImportRefused, match=said):
        read(tmp_path, content)


def test_refusals_hold_nothing_of_the_text(tmp_path: Path):
    with pytest.raises(ImportRefused) as refused:
        read(tmp_path, b"Zwetschgenkuchen\n")
    assert "Zwetschgen" not in str(refused.value)


LINE = st.text(st.sampled_from("aF >rom:\u00e4"), max_size=12) | st.sampled_from(
    ["From here", ">From there", "", "> quoted"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(LINE, max_size=8), min_size=1, max_size=4))
def test_what_pythons_mailbox_writes_is_read_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]]
):
    path = tmp_path_factory.mktemp("written") / "x.mbox"
    box = mailbox.mbox(path)
    for number, lines in enumerate(texts):
        # nothing that mboxo itself makes ambiguous
        box.add(mail("\n".join(each for each in lines if not each.startswith(">From ")), number))
    box.flush()
    box.close()
    found = [each.found for each in Mbox(path, quoting="mboxo").entries(0)]
    expected = ["\n".join(each for each in lines if not each.startswith(">From ")).strip() for lines in texts]
    assert bodies(found) == expected
