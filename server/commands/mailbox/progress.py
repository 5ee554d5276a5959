"""A bar for mail that is being read: how much of how much, how fast, how long it still takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Never, TextIO

if TYPE_CHECKING:
    from server.mail.host import Folder
    from server.mail.mirror import Progress


@contextmanager
def bars(stream: TextIO | None = None) -> Iterator[Progress]:
    """A bar per folder with new mail, one at a time, on `stream` (else standard error) if a person is looking."""
    from tqdm import tqdm

    shown: dict[str, tqdm[Never]] = {}

    def close() -> None:
        for bar in shown.values():
            bar.close()

    def progress(folder: Folder, done: int, total: int) -> None:
        if not total:
            return
        if folder.name not in shown:
            close()
            shown[folder.name] = tqdm(
                desc=folder.name, total=total, unit=" mails", disable=None, file=stream, dynamic_ncols=True
            )
        bar = shown[folder.name]
        bar.total = total
        bar.update(done - bar.n)

    try:
        yield progress
    finally:
        close()
