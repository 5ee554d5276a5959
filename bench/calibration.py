"""Does the band hold what it promises, and do the medians sit at 85 and 50? On authors nothing was learned from.

    python bench/calibration.py DATA_FOLDER

Profiles of ten mails of the support list. Figures and weights leave the judged authors out (five folds), and so does
the calibration: each fold is judged by the medians and widths of the other four. The band is right where it holds
the 85 of an own mail; it promises 90 %.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from learning import Fit, calibrated, cross_fitted, people_of
from public_mail import remembered

from coach.baseline import Calibration
from coach.compare import FOREIGN, NINETY, OWN, WIDEST, bounded
from coach.engine import Coach

RANGES = ((15, 30), (30, 60), (60, 120), (120, 401))


@dataclass(frozen=True, slots=True)
class Scored:
    """A calibrated fit: whether it is the author's own, its words, score and half the band's width."""

    own: bool
    words: int
    score: float
    half: float

    @property
    def covered(self) -> bool:
        return abs(self.score - OWN) <= self.half


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder
    coach = Coach.load()
    folds = [fold.fits for fold in cross_fitted(coach, people_of(remembered(coach, folder, "en")))]
    report([each for number in range(len(folds)) for each in judged(folds, number)])


def judged(folds: list[tuple[Fit, ...]], number: int) -> Iterable[Scored]:
    """One fold's fits on the scale that the other folds make."""
    columns = calibrated([fit for other, fits in enumerate(folds) if other != number for fit in fits])
    calibration = Calibration(*(tuple(columns[name]) for name in ("words", "foreign", "own", "widen")))
    for fit in folds[number]:
        low = calibration.at(fit.words, calibration.foreign)
        scale = (OWN - FOREIGN) / (calibration.at(fit.words, calibration.own) - low)
        half = NINETY * scale * fit.deviation * calibration.at(fit.words, calibration.widen)
        yield Scored(fit.own, fit.words, FOREIGN + scale * (fit.fit - low), half)


def report(scored: list[Scored]) -> None:
    print("words      own mails  covered  band +-  median own  median foreign  no score (band too wide)")
    for low, high in RANGES:
        near = [each for each in scored if low <= each.words < high]
        own = [each for each in near if each.own]
        covered = statistics.fmean(each.covered for each in own)
        half = statistics.median(each.half for each in own)
        middle = statistics.median(each.score for each in own)
        foreign = statistics.median(each.score for each in near if not each.own)
        silent = statistics.fmean(each.half > WIDEST for each in own)
        print(
            f"{low:3d}-{high - 1:<4d}   {len(own):6d}     {covered:.3f}    {half:4.1f}      {middle:5.1f}"
            f"        {foreign:5.1f}          {silent:.3f}"
        )
    print("\nof mails with this score, how many are the author's own (own and foreign drawn equally often)")
    edges = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 101]
    every = {kind: [bounded(each.score) for each in scored if each.own is kind] for kind in (True, False)}
    for low, high in itertools.pairwise(edges):
        mine, theirs = (sum(low <= score < high for score in every[kind]) / len(every[kind]) for kind in (True, False))
        share = f"{mine / (mine + theirs):.2f}" if mine + theirs else "-"
        print(f"{low:3d}-{min(high, 100):3d}   own mails {mine:6.1%}   foreign {theirs:6.1%}   share own {share}")


if __name__ == "__main__":
    main()
