"""A file that is written beside its name and gets it in one step at the end: whole, or not there at all."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from server.errors import StoreError

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite writes beside a database, as endings of its name."""
NO_SECOND_NAMES = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS})  # what exFAT, CIFS and FUSE say to a link


@contextmanager
def new_file(target: Path, *, instead: bool = False, link: Callable[[Path, Path], None] = os.link) -> Iterator[Path]:
    """A private file beside `target` that gets its name at the end; `instead`: of what may be there.

    `link` gives a file a second name. Raises StoreError, and then `target` is as it was.
    """
    if not instead and os.path.lexists(target):
        raise StoreError(f"{target} is there already: name a new file.")
    file = target.with_name(f"{target.name}.partial")
    lock = _locked(file)
    try:
        os.ftruncate(lock, 0)  # what a copy that was killed has left
        os.fchmod(lock, 0o600)
        for ending in BESIDE:  # SQLite would take them for a part of what is written
            file.with_name(file.name + ending).unlink(missing_ok=True)
        yield file
        os.fsync(lock)
        if instead:
            file.rename(target)
        else:
            _name(file, target, link)
        _sync(target.parent)
    except BaseException as error:
        for ending in ("", *BESIDE):
            with suppress(OSError):
                file.with_name(file.name + ending).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise StoreError(f"{target} cannot be written: {error.strerror}.") from None
        raise
    finally:
        os.close(lock)


def _locked(file: Path) -> int:
    """Opens and locks `file`, which is new or was left by a process of ours."""
    number = _opened(file)
    try:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StoreError(f"Another process is writing {file}.") from None
        if not _is_still(file, number):  # who wrote it was done before the lock was ours: by now it is their copy
            raise StoreError(f"Another process has just written what {file} was for.")
        return number
    except BaseException:
        os.close(number)
        raise


def _opened(file: Path) -> int:
    """Opens `file`: a new one, or one that is nobody else's; a link is never followed."""
    try:
        with suppress(FileExistsError):
            return os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        number = os.open(file, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise StoreError(f"{file} is a link to another file: take it away first.") from None
        raise StoreError(f"{file} cannot be written: {error.strerror}.") from None
    found = os.fstat(number)
    if stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid() and found.st_nlink <= 1:
        return number
    os.close(number)
    raise StoreError(f"{file} is there, and is not what an earlier try of this user has left: take it away first.")


def _is_still(file: Path, number: int) -> bool:
    """Whether what is open as `number` is what goes by this name."""
    try:
        return os.path.samestat(os.fstat(number), file.lstat())
    except FileNotFoundError:
        return False


def _name(file: Path, target: Path, link: Callable[[Path, Path], None]) -> None:
    """Gives `file` the name `target`, unless something has it."""
    try:
        link(file, target)  # unlike a rename it refuses to replace what came meanwhile
    except OSError as error:
        if error.errno not in NO_SECOND_NAMES:
            raise
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))  # the name is ours
        try:
            file.rename(target)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
    else:
        file.unlink()


def _sync(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # CIFS has no such thing for folders
            raise
    finally:
        os.close(number)
