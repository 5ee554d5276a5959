"""What an import says at its end: what was read, and what was not and why, grouped, without any mail's text."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TextIO

from server.export.written import harmless
from server.store import Refused, Tally

MOST_SHOWN = 20  # places
PLACES_EACH = 3
MOST_REASONS = 200  # that are kept apart


@dataclass(slots=True)
class Problems:
    """What was refused, by reason; all of it goes to `file` as CSV, where one is wanted."""

    file: TextIO | None = None
    _groups: dict[tuple[bool, str], list[str]] = field(default_factory=dict)
    _counts: dict[tuple[bool, str], int] = field(default_factory=dict)

    def begin(self) -> None:
        """Writes the head of the file."""
        if self.file is not None:
            csv.writer(self.file).writerow(("place", "kind", "reason"))

    def add(self, refused: Refused) -> None:
        """Takes one up."""
        if self.file is not None:
            kind = "mistake" if refused.is_mistake else "left out"
            csv.writer(self.file).writerow((harmless(refused.place), kind, harmless(refused.reason)))
        key = (refused.is_mistake, refused.reason)
        if key not in self._groups and len(self._groups) >= MOST_REASONS:
            key = (refused.is_mistake, "other reasons")
        self._counts[key] = self._counts.get(key, 0) + 1
        places = self._groups.setdefault(key, [])
        if len(places) < MOST_SHOWN:
            places.append(refused.place)

    def lines(self) -> Iterator[str]:
        """The mistakes first, then what was left out for good reason, the most frequent first; 20 places at most."""
        left = MOST_SHOWN
        for key in sorted(self._groups, key=lambda each: (not each[0], -self._counts[each], each[1])):
            count, places = self._counts[key], self._groups[key]
            shown = places[: min(PLACES_EACH if len(self._groups) > 1 else MOST_SHOWN, left)]
            left -= len(shown)
            more = f" and {count - len(shown):,} more" if count > len(shown) else ""
            where = f" ({', '.join(shown)}{more})" if shown else ""
            yield f"  {'mistake' if key[0] else 'left out'}: {count:,} x {key[1]}{where}"


def told(name: str, source: str, tally: Tally, things: str, *, dry: bool) -> Iterator[str]:
    """What became of one file; `things` are mails, notes or addresses."""
    end = "nothing was stored" if dry else f"import source {source}"
    yield f"{name}: {tally.read:,} {things} read, {end}"
    yield f"  {tally.new:,} {'would be new' if dry else 'new'}" + (
        f", of which {tally.elsewhere:,} lie in another mailbox, too, and count once" if tally.elsewhere else ""
    )
    for count, said in (
        (tally.known, "were there already"),
        (tally.twice, "stand in the file more than once"),
        (tally.left_out, "left out"),
        (tally.mistakes, "with a mistake, and not read"),
    ):
        if count:
            yield f"  {count:,} {said}"
