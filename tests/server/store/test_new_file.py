"""A file is there under its name when it is whole, and nobody else's file is written on the way."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from server.errors import StoreError
from server.store.new_file import new_file

SOMEBODY_ELSE = 65534


def write(target: Path, text: str = "a copy") -> None:
    with new_file(target) as file:
        file.write_text(text)


def refuses_a_second_name(number: int):
    def link(_: Path, target: Path) -> None:
        raise OSError(number, os.strerror(number), str(target))

    return link


def test_a_link_in_its_place_is_not_followed(tmp_path: Path):
    precious = tmp_path / "precious"
    precious.write_text("mine")
    precious.chmod(0o644)
    (tmp_path / "copy.db.partial").symlink_to(precious)
    with pytest.raises(StoreError, match="is a link"):
        write(tmp_path / "copy.db")
    assert precious.read_text() == "mine"
    assert stat.S_IMODE(precious.stat().st_mode) == 0o644
    assert not (tmp_path / "copy.db").exists()


def test_a_link_to_nothing_makes_nothing(tmp_path: Path):
    (tmp_path / "copy.db.partial").symlink_to(tmp_path / "made")
    with pytest.raises(StoreError, match="is a link"):
        write(tmp_path / "copy.db")
    assert not (tmp_path / "made").exists()


def test_a_second_name_of_a_file_in_its_place_is_not_written(tmp_path: Path):
    precious = tmp_path / "precious"
    precious.write_text("mine")
    os.link(precious, tmp_path / "copy.db.partial")
    with pytest.raises(StoreError, match="take it away"):
        write(tmp_path / "copy.db")
    assert precious.read_text() == "mine"


def test_what_is_no_file_in_its_place_is_refused_in_words(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.db.partial")
    (tmp_path / "folder.db.partial").mkdir()
    for name, words in (("pipe.db", "take it away"), ("folder.db", "cannot be written: Is a directory")):
        with pytest.raises(StoreError, match=words):
            write(tmp_path / name)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to somebody else")
def test_somebody_elses_file_in_its_place_is_not_written(tmp_path: Path):
    theirs = tmp_path / "copy.db.partial"
    theirs.write_text("open to them")
    os.chown(theirs, SOMEBODY_ELSE, SOMEBODY_ELSE)
    with pytest.raises(StoreError, match="take it away"):
        write(tmp_path / "copy.db")
    assert theirs.read_text() == "open to them"


def test_what_a_killed_try_has_left_is_written_over_and_becomes_private(tmp_path: Path):
    left = tmp_path / "copy.db.partial"
    left.write_text("half of something long")
    left.chmod(0o644)
    write(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "a copy"
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["copy.db"]


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP, errno.ENOSYS])
def test_where_files_have_one_name_only_it_gets_its_name_all_the_same(tmp_path: Path, number: int):
    with new_file(tmp_path / "copy.db", link=refuses_a_second_name(number)) as file:
        file.write_text("a copy")
    assert (tmp_path / "copy.db").read_text() == "a copy"
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["copy.db"]


@pytest.mark.parametrize("link", [os.link, refuses_a_second_name(errno.EPERM)])
def test_what_came_under_its_name_meanwhile_is_kept(tmp_path: Path, link):
    writing = new_file(tmp_path / "copy.db", link=link)
    writing.__enter__().write_text("a copy")
    (tmp_path / "copy.db").write_text("came meanwhile")
    with pytest.raises(StoreError, match="File exists"):
        writing.__exit__(None, None, None)
    assert (tmp_path / "copy.db").read_text() == "came meanwhile"
    assert [each.name for each in tmp_path.iterdir()] == ["copy.db"]


def test_who_waited_at_the_door_while_another_finished_does_not_empty_what_that_one_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Between opening the file and locking it the other one gave it its name."""
    import fcntl

    target, lock = tmp_path / "copy.db", fcntl.flock
    (tmp_path / "copy.db.partial").write_text("of the other one")

    def other_is_done_first(number: int, how: int) -> None:
        (tmp_path / "copy.db.partial").rename(target)
        lock(number, how)

    monkeypatch.setattr(fcntl, "flock", other_is_done_first)
    with pytest.raises(StoreError, match="just written"), new_file(target, instead=True):
        pytest.fail("it was let in")
    assert target.read_text() == "of the other one"
