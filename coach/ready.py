"""Profiles made ready to be compared with drafts, kept while somebody types."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from coach.profile import LanguageProfile
from coach.relationship.address_ledger import AddressStanding
from coach.usual import Usual

KEPT = 16  # people who are written to at the same time; some hundred kilobytes each


@dataclass(frozen=True, slots=True)
class _Ready:
    """A Usual (None where nobody's mail is known), and what it was made of."""

    parts: tuple[LanguageProfile, ...]
    standing: AddressStanding | None
    usual: Usual | None

    def fits(self, parts: Sequence[LanguageProfile], standing: AddressStanding | None) -> bool:
        same = len(parts) == len(self.parts) and all(one is other for one, other in zip(parts, self.parts, strict=True))
        return same and standing == self.standing


class ReadyProfiles:
    """The last few profiles that drafts were compared with; safe between threads.

    Profiles never change, so the same ones (by identity) say the same; a profile that learned is another one.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, _Ready] = OrderedDict()
        self._lock = threading.Lock()

    def usual(
        self,
        parts: Sequence[LanguageProfile],
        standing: AddressStanding | None,
        rest: Hashable,
        make: Callable[[], Usual | None],
    ) -> Usual | None:
        """What `make` makes of these parts, from narrow to wide; `rest` is what else it depends on."""
        key = (tuple(map(id, parts)), rest)
        with self._lock:
            known = self._kept.get(key)
            if known is not None and known.fits(parts, standing):
                self._kept.move_to_end(key)
                return known.usual
        fresh = _Ready(tuple(parts), standing, make())
        with self._lock:
            self._kept[key] = fresh
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return fresh.usual
