"""Does the grade of a relationship go with what happens next? On a public support list, beside recency and frequency.

    python bench/relationships.py DATA_FOLDER

Authors are customers, the vendor's engineers the team; then once more with whoever answers as the team
(bench/list_exchanges.py). The grade rests on mail up to a moment only. "writes again": every 30 days from the fourth
mail on, until a year after a customer's last or 90 days before the archive ends: do they write within 90 days? "gets an
answer": just before each conversation that a customer opens after four mails: does somebody else write in it within 30
days? Beside the index stands a logistic model of recency and frequency (days since the last mail, mails in the last 90
and 365 days), fitted on the other authors (five folds), and both together, fitted likewise. Intervals: 90 % of 1,000
draws of whole authors. Nothing of the grade is fitted here.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import numpy as np
from list_exchanges import ListMail, SupportList, customers_of, support_list
from scipy.stats import rankdata
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from coach import Coach
from coach.collect import collect
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.grade import Grading, index_of, shares_of
from coach.relationship.signal import Signal

STEP = timedelta(days=30)
WITHIN = timedelta(days=90)
GIVEN_UP = timedelta(days=365)  # after the last mail: later moments say nothing but that somebody is gone
ANSWERED_WITHIN = timedelta(days=30)
LEAST_MAILS = 4
FOLDS = 5
DRAWS = 1_000
SEED = 20261122
FREQUENCY = (timedelta(days=90), timedelta(days=365))

Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Moment:
    """A customer at a time: the grade's index and the points of each signal, recency and frequency, what happened."""

    author: str
    index: float
    points: Mapping[str, float]
    habits: tuple[float, ...]
    happened: bool


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder
    coach = Coach.load()
    coach.warm_up()
    signals = tuple(collect("coach.relationship.signals", Signal).values())
    started = time.process_time()
    for anybody in (False, True):
        found = support_list(coach, folder, anybody=anybody, tell=lambda _: None)
        print("\n# the team: " + ("whoever answers" if anybody else "the vendor's engineers"))
        tell_list(found)
        report("writes again within 90 days", list(writes_again(found, signals)), signals)
        report("the conversation opened next gets an answer", list(gets_answer(found, signals)), signals)
    print(f"\n{time.process_time() - started:.0f} s of processor time")


def tell_list(found: SupportList) -> None:
    turns = [turn for each in found.turns.values() for turn in each]
    graded = [turns for _, turns in customers_of(found, LEAST_MAILS)]
    print(
        f"{len(found.mails)} mails, {len(found.team)} engineers among the authors; {len(found.turns)} customers with "
        f"{len(turns)} mails to or from them, {sum(not each.is_customer for each in turns)} of the team; "
        f"{len(graded)} customers with {LEAST_MAILS} mails of their own or more"
    )


# --- moments --------------------------------------------------------------------------------------------------------


def writes_again(found: SupportList, signals: Sequence[Signal]) -> Iterator[Moment]:
    ends = found.mails[-1].date - WITHIN
    dates: dict[str, list[datetime]] = {}
    for mail in found.mails:
        dates.setdefault(mail.author, []).append(mail.date)
    for author, turns in customers_of(found, LEAST_MAILS):
        written = dates[author]
        at = turns[LEAST_MAILS - 1].date + timedelta(seconds=1)
        while at <= min(ends, written[-1] + GIVEN_UP):
            happened = any(at < each <= at + WITHIN for each in written)
            yield moment(author, turns, found.seen_from, at, signals, happened=happened)
            at += STEP


def gets_answer(found: SupportList, signals: Sequence[Signal]) -> Iterator[Moment]:
    conversations: dict[int, list[ListMail]] = {}
    for mail in found.mails:
        conversations.setdefault(mail.conversation, []).append(mail)
    own = {author: {each.message_id for each in found.mails if each.author == author} for author in found.turns}
    openings: dict[str, list[list[ListMail]]] = {}
    for each in conversations.values():
        if each[0].answers is None and each[0].date <= found.mails[-1].date - ANSWERED_WITHIN:
            openings.setdefault(each[0].author, []).append(each)
    for author, turns in customers_of(found, 1):
        for each in openings.get(author, ()):
            at = each[0].date - timedelta(seconds=1)
            if sum(turn.date <= at for turn in turns) >= LEAST_MAILS:
                yield moment(author, turns, found.seen_from, at, signals, happened=answered(each, own[author]))


def answered(conversation: Sequence[ListMail], own: set[str]) -> bool:
    """Whether somebody else wrote in it within 30 days, or its author later answers a mail that is not their own: the
    archive lacks many mails of those who answer."""
    first = conversation[0]
    return any(
        each.author != first.author or (each.answers is not None and each.answers not in own)
        for each in conversation[1:]
        if each.date - first.date <= ANSWERED_WITHIN
    )


def moment(
    author: str,
    turns: Sequence[Turn],
    seen_from: Mapping[int, datetime],
    at: datetime,
    signals: Sequence[Signal],
    *,
    happened: bool,
) -> Moment:
    exchange = Exchange(tuple(each for each in turns if seen_from.get(each.mail, each.date) <= at), at)
    shares = shares_of(exchange, signals, Grading())
    written = [each.date for each in exchange.customers]
    recency = math.log1p((at - written[-1]).days) if written else math.log1p(GIVEN_UP.days)
    counts = (math.log1p(sum(at - each <= span for each in written)) for span in FREQUENCY)
    return Moment(author, index_of(shares), {each.signal: each.points for each in shares}, (recency, *counts), happened)


# --- what it is worth -----------------------------------------------------------------------------------------------


def report(name: str, moments: Sequence[Moment], signals: Sequence[Signal]) -> None:
    happened = np.array([each.happened for each in moments])
    authors = np.array([each.author for each in moments])
    index = np.array([each.index for each in moments])
    habits = np.array([each.habits for each in moments])
    print(f"\n## {name}: {len(moments)} moments of {len(set(authors))} customers, {happened.mean():.3f} of them yes")
    habit, both = (fitted(each, happened, authors) for each in (habits, np.column_stack([habits, index])))
    draws = list(drawn(authors))
    scores = {"recency and frequency": habit, "index alone": index, "both together": both}
    for label, score in scores.items():
        print(f"{label:24s} {interval(partial(auc_of, score, happened), draws)}")
    print(f"{'gained by the index':24s} {interval(lambda r: gain(both, habit, happened, r), draws)}")
    halves = half_of(authors)
    print("\nsignal | speaks in | AUC, first half of customers | other half | gained on recency and frequency, all")
    for signal in sorted(signals, key=lambda each: each.name):
        tell_signal(signal.name, moments, habits, habit, happened, authors, halves, draws)
    tell_calibration(moments)


def tell_signal(
    name: str,
    moments: Sequence[Moment],
    habits: Array,
    habit: Array,
    happened: Array,
    authors: Array,
    halves: Array,
    draws: Sequence[Array],
) -> None:
    points = np.array([each.points.get(name, 0.0) for each in moments])
    speaks = np.array([name in each.points for each in moments])
    if speaks.mean() < 0.02:
        print(f"{name:22s} {speaks.mean():5.2f}  too seldom")
        return
    parts = [auc(points[each], happened[each]) for each in (halves, ~halves)]
    with_it = fitted(np.column_stack([habits, points]), happened, authors)
    gained = interval(lambda rows: gain(with_it, habit, happened, rows), draws)
    print(f"{name:22s} {speaks.mean():5.2f}  {parts[0]:.3f}  {parts[1]:.3f}  {gained}")


def tell_calibration(moments: Sequence[Moment]) -> None:
    grading = Grading()
    print("\ngrade | moments | customers | share that did")
    for letter in "ABC":
        tell_row(letter, [each for each in moments if grading.letter(each.index) == letter])
    print("index, fifths of moments")
    ordered = sorted(moments, key=lambda each: each.index)
    for fifth in range(5):
        part = ordered[len(ordered) * fifth // 5 : len(ordered) * (fifth + 1) // 5]
        tell_row(f"{part[0].index:.0f}-{part[-1].index:.0f}", part)


def tell_row(label: str, moments: Sequence[Moment]) -> None:
    if moments:
        share = sum(each.happened for each in moments) / len(moments)
        print(f"{label:8s} {len(moments):5d} {len({each.author for each in moments}):4d}  {share:.3f}")


def fitted(features: Array, happened: Array, authors: Array) -> Array:
    """What a logistic model says of each moment that was fitted on other authors."""
    folds = fold_of(authors)
    found = np.zeros(len(happened))
    for fold in range(FOLDS):
        here = folds == fold
        scale = StandardScaler().fit(features[~here])
        model = LogisticRegression().fit(scale.transform(features[~here]), happened[~here])
        found[here] = model.decision_function(scale.transform(features[here]))
    return found


def fold_of(authors: Array) -> Array:
    names = np.unique(authors)
    order = np.random.default_rng(SEED).permutation(len(names))
    fold = {name: int(at) % FOLDS for name, at in zip(names, order, strict=True)}
    return np.array([fold[each] for each in authors])


def half_of(authors: Array) -> Array:
    names = np.unique(authors)
    first = set(np.random.default_rng(SEED + 1).permutation(names)[: len(names) // 2])
    return np.array([each in first for each in authors])


def drawn(authors: Array) -> Iterator[Array]:
    """Rows of authors drawn with replacement, each author whole."""
    rows = [np.flatnonzero(authors == each) for each in np.unique(authors)]
    dice = np.random.default_rng(SEED + 2)
    for _ in range(DRAWS):
        yield np.concatenate([rows[each] for each in dice.integers(len(rows), size=len(rows))])


def interval(measure: Callable[[Array], float], draws: Iterable[Array]) -> str:
    """The measure over all rows with its 90 % interval over draws of authors."""
    drawn = list(draws)
    every = np.unique(np.concatenate(drawn))
    values = [measure(rows) for rows in drawn]
    low, high = np.nanpercentile(values, [5, 95])
    return f"{measure(every):+.3f} ({low:+.3f} to {high:+.3f})"


def auc_of(score: Array, happened: Array, rows: Array) -> float:
    return auc(score[rows], happened[rows])


def gain(better: Array, base: Array, happened: Array, rows: Array) -> float:
    return auc(better[rows], happened[rows]) - auc(base[rows], happened[rows])


def auc(score: Array, happened: Array) -> float:
    """The chance that what happened scored higher than what did not (Mann-Whitney); ties count by half."""
    yes = int(happened.sum())
    no = len(happened) - yes
    if not yes or not no:
        return math.nan
    return float((rankdata(score)[happened].sum() - yes * (yes + 1) / 2) / (yes * no))


if __name__ == "__main__":
    main()
