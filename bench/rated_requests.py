"""Requests that people rated for politeness: which of the ratings belong to their texts, and what strategies weigh.

The published file of ratings holds a stretch of rows whose ratings have nothing to do with the texts beside them. The
stretch is computed here, not taken on trust, and what speaks for it is printed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm, spearmanr

Floats = NDArray[np.float64]

BLOCK = 400  # rows; a rank correlation of so many is known to about .05
MARGIN = 50  # rows left out on either side of the stretch: where it ends is known to about 30
ROUNDS = 4  # of fitting what belongs together and looking for the stretch anew
LEAST_STRETCH = 200  # rows; chance makes shorter ones
FAR_APART = 0.5  # a stretch is unsound where its rank correlation is under this share of that of the others
SURE = 2.0  # natural log of the likelihood; a row that costs less than this may be the end as well
# What raises or lowers a rating whoever reads it; their mean rating needs no model.
TELLING = {
    "thank": r"\bthank", "please": r"\bplease", "could you": r"\bcould you", "sorry": r"\bsorry",
    "why, first": r"^why",
}  # fmt: skip

RATINGS_KEPT = (-1.5, 1.3)  # ratings beyond are cut: a few requests with extreme ratings would rule
# What is reported weighs as much as 30 requests with one use in two sentences (density root of 1/3).
PAPERS_WORTH = 10.0
PAPERS_SCALE = 0.66  # a mean rating of texts with one use -> weight of the density of one use per sentence, regressed
LEAST_WEIGHT = 0.03
# Danescu-Niculescu-Mizil et al. 2013, table 3 (mean rating of requests with the strategy)
REPORTED = {
    "gratitude": 0.87, "compliment": 0.78, "apology": 0.36, "opens_greeting": 0.43, "please": 0.49,
    "please_first": -0.3, "indirect": 0.63, "asks_wh": -0.27, "opens_abruptly": -0.43, "could_you": 0.47,
    "can_you": 0.09, "opens_i": 0.12, "opens_you": -0.3, "perhaps": 0.14, "opinion": 0.14, "seeming": 0.14,
    "softly": 0.14, "insisting_on_fact": -0.38,
}  # fmt: skip
# Our estimates of what the paper does not count and comments on a site for questions hold rarely, or mean otherwise:
# there a sentence that begins with a verb is advice ("Try ..."), in a mail it is an order.
ESTIMATED = {
    "welcome": 0.5, "reassurance": 0.5, "tentative": 0.4, "closing": 0.2, "smiley": 0.2, "duty": -0.4, "opens_no": -0.4,
    "bare_command": -0.45, "demand": -0.9,
}  # fmt: skip
EXPECTED = {name: PAPERS_SCALE * figure for name, figure in (REPORTED | ESTIMATED).items()}  # weights


@dataclass(frozen=True)
class Stretch:
    """Rows [first, last) whose ratings do not follow their texts; either end may lie anywhere within its range."""

    first: int
    last: int
    first_range: tuple[int, int]
    last_range: tuple[int, int]

    def sound(self, rows: int) -> NDArray[np.bool_]:
        """True for the rows that lie outside, `MARGIN` rows away from either end."""
        at = np.arange(rows)
        return (at < self.first - MARGIN) | (at >= self.last + MARGIN)


def requests(folder: Path) -> list[tuple[str, float, str]]:
    """Text, rating and "request" of every row."""
    with (folder / "politeness_en_stackexchange.csv").open(newline="", encoding="utf-8") as lines:
        return [(row["request"], float(row["score"]), "request") for row in csv.DictReader(lines)]


def unsound(predicted: Floats, ratings: Floats) -> Stretch | None:
    """The rows in one stretch whose ratings are likelier to be independent of `predicted`, out of fold, than to follow
    it: the run with the greatest sum of log likelihood ratios (two normal distributions). None where there is none."""
    inside = np.zeros(len(ratings), dtype=bool)
    for _ in range(ROUNDS):
        followed, level = np.polyfit(predicted[~inside], ratings[~inside], 1)
        expected = followed * predicted + level
        follows = norm.logpdf(ratings, expected, (ratings - expected)[~inside].std())
        drawn = ratings[inside] if inside.any() else ratings
        sums = np.r_[0.0, np.cumsum(norm.logpdf(ratings, drawn.mean(), drawn.std()) - follows)]
        last = int(np.argmax(sums - np.minimum.accumulate(sums)))
        first = int(np.argmin(sums[: last + 1]))
        inside = (np.arange(len(ratings)) >= first) & (np.arange(len(ratings)) < last)
        if last - first < LEAST_STRETCH:
            return None
    if rank(predicted[inside], ratings[inside]) > FAR_APART * rank(predicted[~inside], ratings[~inside]):
        return None
    firsts = np.flatnonzero(sums[:last] <= sums[first] + SURE)
    lasts = first + np.flatnonzero(sums[first:] >= sums[last] - SURE)
    return Stretch(first, last, (int(firsts[0]), int(firsts[-1])), (int(lasts[0]), int(lasts[-1])))


def print_check(texts: Sequence[str], predicted: Floats, ratings: Floats, stretch: Stretch | None) -> None:
    """Prints what anybody can repeat: rank correlations in blocks of rows, and mean ratings inside and outside."""
    print(f"Ratings of politeness: do they follow their texts? tf-idf ridge out of fold, Spearman per {BLOCK} rows")
    blocks = [slice(start, start + BLOCK) for start in range(0, len(ratings), BLOCK)]
    print("  " + "  ".join(f"{each.start}: {rank(predicted[each], ratings[each]):.2f}" for each in blocks))
    if stretch is None:
        print("  NO UNSOUND ROWS FOUND, so all count: this is not the file that docs/benchmarks.md speaks of")
        return
    at = np.arange(len(ratings))
    inside = (at >= stretch.first) & (at < stretch.last)
    print(f"  unsound: rows {stretch.first} to {stretch.last}, counted from 0; as likely {stretch.first_range} to")
    print(
        f"  {stretch.last_range}. Left out with {MARGIN} more on either side; {stretch.sound(len(ratings)).sum()} stay"
    )
    places: Mapping[str, NDArray[np.bool_]] = {"outside": ~inside, "inside": inside}
    for place, chosen in places.items():
        print(f"  {place}: Spearman {rank(predicted[chosen], ratings[chosen]):.2f}")
    for words, pattern in TELLING.items():
        said = np.array([re.search(pattern, text, re.IGNORECASE) is not None for text in texts])
        means = ", ".join(
            f"{place} {ratings[said & chosen].mean():.2f} (of {(said & chosen).sum()})"
            for place, chosen in places.items()
        )
        print(f"  mean rating with {words!r}: {means}")


def reported(names: Sequence[str]) -> Floats:
    """The weights that the paper's figures and our estimates come to; 0 where there are none."""
    return np.array([EXPECTED.get(name, 0.0) for name in names])


def ridge_towards_paper(names: Sequence[str]) -> Callable[[Floats, Floats], Floats]:
    """Ridge regression of ratings on densities, with the penalty on the distance from what is reported: a strategy that
    many requests use weighs what these ratings say, a rare one what the paper says."""
    expected = reported(names)

    def fit(table: Floats, ratings: Floats) -> Floats:
        aims = np.clip(ratings, *RATINGS_KEPT)
        centred = table - table.mean(0)
        square = centred.T @ centred + PAPERS_WORTH * np.eye(len(names))
        weights = expected + np.linalg.solve(square, centred.T @ (aims - aims.mean() - centred @ expected))
        return np.where(np.abs(weights) < LEAST_WEIGHT, 0.0, weights)

    return fit


def without_content(texts: Sequence[str], function_words: Container[str]) -> list[str]:
    """The texts with an "x" for every word that is not a function word: how something is put, not what about."""
    pieces = (re.findall(r"\w+(?:'\w+)?|[^\w\s]", text.lower()) for text in texts)
    return [
        " ".join("x" if word.isalnum() and word not in function_words else word for word in each) for each in pieces
    ]


def rank(values: Floats, ratings: Floats) -> float:
    """Spearman's rank correlation."""
    return float(spearmanr(values, ratings).statistic)
