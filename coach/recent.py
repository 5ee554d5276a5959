"""A bounded memory of what was used last."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """The values used last, at most `limit` of them; safe between threads."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._values: OrderedDict[K, V] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._values)

    def known(self, keys: Iterable[K]) -> dict[K, V]:
        """The values of those keys that are there."""
        with self._lock:
            values = self._values
            found = {key: values[key] for key in keys if key in values}
            renew = values.move_to_end
            for key in found:
                renew(key)
        return found

    def get(self, key: K) -> V | None:
        """The value of this key if it is there; for values that are never None."""
        with self._lock:
            found = self._values.get(key)
            if found is not None:
                self._values.move_to_end(key)
        return found

    def keep(self, values: Mapping[K, V]) -> None:
        with self._lock:
            self._values.update(values)
            while len(self._values) > self.limit:
                self._values.popitem(last=False)

    def forget(self) -> None:
        """Empties it."""
        with self._lock:
            self._values.clear()
