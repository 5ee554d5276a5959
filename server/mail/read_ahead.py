"""What comes next is worked out while what came is being stored: storing waits for SQLite, reading for the network."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")


def read_ahead(items: Generator[Item, None, None]) -> Generator[Item, None, None]:
    """Yields the items in their order, each worked out in a thread of its own while the one before is in use.

    What `items` raises is raised here. Closing this closes `items` and ends the thread, once what is under way there
    has ended.
    """
    with ThreadPoolExecutor(1, "reading ahead") as thread:
        upcoming = thread.submit(next, items, None)
        try:
            while (item := upcoming.result()) is not None:
                upcoming = thread.submit(next, items, None)
                yield item
                del item  # it may be 3 MB of mail
        finally:
            thread.submit(items.close).result()
