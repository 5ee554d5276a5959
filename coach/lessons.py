"""What mails teach about how somebody writes: observations by dimension, to be stored, summed and taken out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from coach import lsm
from coach.baseline import Baseline
from coach.dimension import Dimension, measured, recent
from coach.document import Document
from coach.model import Reading, Sample
from coach.profile import Observation, Profile, chances_of, recency
from coach.reader import Reader

TOGETHER = 32  # mails; twice as many gain little more and hold up a draft that waits for the tagger


@dataclass(frozen=True, slots=True)
class Learned:
    """What one mail teaches: its language, its words, and its observations by dimension key."""

    language: str
    words: int
    seen: Mapping[str, Observation]


class Lessons:
    """Analyses mails and tells what each teaches; safe to share between threads."""

    def __init__(
        self,
        reader: Reader,
        dimensions: Mapping[str, Dimension],
        baseline: Mapping[str, Baseline],
        half_life: timedelta,
    ) -> None:
        self._reader = reader
        self._dimensions = dimensions
        self._baseline = baseline
        self._half_life = half_life

    def of(self, sample: Sample) -> Learned | None:
        """What one mail teaches; None for a mixed, foreign or empty text."""
        return self._lesson(self._reader.read(sample.text, self._language_of(sample)))

    def of_all(self, samples: Iterable[Sample]) -> Iterator[tuple[Sample, Learned | None]]:
        """Each sample with what it teaches; many are analysed together."""
        waiting = iter(samples)
        while batch := list(islice(waiting, TOGETHER)):
            documents = self._reader.read_all([(each.text, self._language_of(each)) for each in batch])
            yield from zip(batch, map(self._lesson, documents), strict=True)

    def added(self, profile: Profile, learned: Learned, date: datetime | None, *, sign: int = 1) -> Profile:
        """The profile with (or, `sign=-1`, without) what a mail of this date taught."""
        weight = recency(date, self._half_life)
        seen = dict(learned.seen)
        for each in self._dimensions.values():
            if each.shifts and each.key in seen:
                quicker = recency(date, each.shifts) / weight
                seen[recent(each.key)] = Observation(seen[each.key].value, quicker)
        return profile.plus(learned.language, seen, words=learned.words, recency=weight, sign=sign)

    def observation(self, name: str, reading: Reading, base: Baseline | None) -> Observation:
        """One reading as a profile sums it: on the dimension's scale, worth as much as its words allow."""
        if isinstance(reading.value, str):
            return Observation(reading.value, 1.0)
        if reading.tally is not None:
            chances = {chances_of(group): float(many) for group, many in reading.tally.chances.items()}
            return Observation({**reading.tally.counts, **chances}, 1.0)
        known = base.numbers.get(name) if base else None
        worth = known.worth(reading.evidence) if known else 1.0
        return Observation(self._dimensions[name].scale.forward(reading.value), worth)

    def _language_of(self, sample: Sample) -> str | None:
        code = (sample.language or "").replace("_", "-").split("-")[0].lower()
        return code if code in self._reader.languages else None

    def _lesson(self, document: Document) -> Learned | None:
        if document.language is None or document.told not in self._reader.languages or not document.words:
            return None
        base = self._baseline.get(document.language.code)
        seen = {
            self._dimensions[name].key: self.observation(name, reading, base)
            for name, reading in measured(document, self._dimensions).items()
        }
        for category, rate in lsm.rates(document).items():
            seen[lsm.key(category)] = Observation(float(rate.value), rate.evidence)
        return Learned(document.language.code, document.words, seen)
