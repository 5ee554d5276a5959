"""Imports spaCy without torch: it looks for torch and loads it, 180 MB, for layers that no pipeline of ours has."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType


class _Hidden:
    """Tells one thread that a package is not installed; to all others it stays what it is."""

    def __init__(self, package: str) -> None:
        self._package = package
        self._thread = threading.get_ident()

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> None:
        """None: other finders are asked."""
        if name == self._package and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(f"{name} is not wanted here", name=name)


@contextmanager
def without_torch() -> Iterator[None]:
    """What this thread imports meanwhile finds no torch; one that was imported before stays."""
    hidden = _Hidden("torch")
    sys.meta_path.insert(0, hidden)
    try:
        yield
    finally:
        sys.meta_path.remove(hidden)
