"""Folders of single mails, .eml at any depth and Maildir."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from server.importing.entries import ImportRefused
from server.importing.mail_folder import MailFolder
from server.store import Imported, Refused
from tests.server.importing.archives import mail


def put(path: Path, content: bytes = b"") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content or mail(number=abs(hash(str(path)))))


def brought(root: Path) -> dict[str, str]:
    """The role and folder of each mail that comes in, by its subject."""
    found = [each.found for each in MailFolder(root).entries(0)]
    return {each.folder: each.role for each in found if isinstance(each, Imported)}


def reasons(root: Path) -> list[str]:
    found = [each.found for each in MailFolder(root).entries(0)]
    return [each.reason for each in found if isinstance(each, Refused)]


def test_eml_files_are_found_at_any_depth(tmp_path: Path):
    root = tmp_path / "Export"
    for name in ("1.eml", "Kunden/2.EML", "Kunden/Nord/3.eml", "Kunden/read.txt"):
        put(root / name)
    assert brought(root) == {"Export": "inbox", "Export/Kunden": "inbox", "Export/Kunden/Nord": "inbox"}


@pytest.mark.parametrize("name", ["Sent", "Gesendete Elemente", "GESENDET"])
def test_what_lies_in_a_folder_of_sent_mail_was_sent(tmp_path: Path, name: str):
    put(tmp_path / "x" / name / "1.eml")
    assert list(brought(tmp_path / "x").values()) == ["sent"]


@pytest.mark.parametrize("name", ["Papierkorb", "Junk E-Mail", "Drafts"])
def test_junk_trash_and_drafts_are_left_out(tmp_path: Path, name: str):
    put(tmp_path / "x" / name / "1.eml")
    assert brought(tmp_path / "x") == {}
    assert len(reasons(tmp_path / "x")) == 1


def test_a_maildir_is_read_with_its_folders_and_without_what_is_being_written(tmp_path: Path):
    root = tmp_path / "Maildir"
    for part in ("", ".Gesendet", ".INBOX.Kunden", ".B&APw-ro"):
        for kind in ("cur", "new", "tmp"):
            (root / part / kind).mkdir(parents=True)
    put(root / "cur" / "1.host:2,S")
    put(root / "new" / "2.host")
    put(root / "tmp" / "3.host")
    put(root / ".Gesendet" / "cur" / "4.host:2,S")
    put(root / ".INBOX.Kunden" / "cur" / "5.host:2,")
    put(root / ".Büro".replace("ü", "&APw-") / "cur" / "6.host:2,")
    put(root / "cur" / ".hidden")
    assert brought(root) == {
        "Maildir": "inbox",
        "Maildir/Gesendet": "sent",
        "Maildir/INBOX/Kunden": "inbox",
        "Maildir/Büro": "inbox",
    }


@pytest.mark.parametrize(("flags", "reason"), [("ST", "deleted"), ("D", "draft")])
def test_the_flags_of_a_maildir_tell_what_is_deleted_or_a_draft(tmp_path: Path, flags: str, reason: str):
    (tmp_path / "new").mkdir()
    put(tmp_path / "cur" / f"1.host:2,{flags}")
    (said,) = reasons(tmp_path)
    assert reason in said


def test_a_folder_of_another_kind_named_cur_is_no_maildir(tmp_path: Path):
    put(tmp_path / "cur" / "1.txt")
    with pytest.raises(ImportRefused, match=r"no \.eml files"):
        list(MailFolder(tmp_path).entries(0))


def test_one_eml_file_may_be_named_itself(tmp_path: Path):
    put(tmp_path / "one.eml")
    assert len(brought(tmp_path / "one.eml")) == 1


def test_files_that_are_no_mail_are_mistakes_and_the_others_come_in(tmp_path: Path):
    root = tmp_path / "x"
    put(root / "1.eml")
    put(root / "2.eml", b"   \n")
    put(root / "3.eml", b"\x89PNG\x0d\x0a")
    assert len(brought(root)) == 1
    assert sorted(reasons(root)) == ["is empty", "is no mail: it has no header"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_loses_only_itself(tmp_path: Path):
    put(tmp_path / "x" / "1.eml")
    put(tmp_path / "x" / "2.eml")
    (tmp_path / "x" / "2.eml").chmod(0)
    assert len(brought(tmp_path / "x")) == 1
    assert reasons(tmp_path / "x") == ["cannot be read: Permission denied"]


def test_links_to_folders_are_not_followed(tmp_path: Path):
    root = tmp_path / "x"
    put(root / "a" / "1.eml")
    (root / "a" / "loop").symlink_to(root)
    assert MailFolder(root).size == 1


def test_any_position_is_one_to_go_on_from(tmp_path: Path):
    for number in range(5):
        put(tmp_path / "x" / f"{number}.eml", mail(number=number))
    entries = list(MailFolder(tmp_path / "x").entries(0))
    again = MailFolder(tmp_path / "x")
    assert list(again.entries(3)) == entries[3:]
    assert again.mark(3) == MailFolder(tmp_path / "x").mark(3) == "2.eml"
    put(tmp_path / "x" / "0a.eml")
    assert MailFolder(tmp_path / "x").mark(3) != "2.eml"
