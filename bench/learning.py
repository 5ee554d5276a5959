"""Weights and calibration: which evidence tells an author's own mail from other people's, learned across authors."""

from __future__ import annotations

import hashlib
import math
import random
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from figures import People, figures
from public_mail import SEED, SUPPORT, Measured
from scipy.optimize import minimize  # type: ignore[import-untyped]
from sklearn.linear_model import QuantileRegressor  # type: ignore[import-untyped]

from coach.baseline import Baseline, Calibration, parse
from coach.compare import NINETY, raw_fit
from coach.cues import counted, cue_ratios
from coach.engine import Coach
from coach.evidence import evidence, single_ratios
from coach.lessons import Learned
from coach.profile import LanguageProfile, Profile
from coach.usual import Usual

FOLDS = 5
LEAST_MAILS = 12
PROFILE_MAILS = 10
DRAFTS = 20  # of one author
FOREIGN = 12  # profiles of other people that a draft is held against while weights are learned
DRAWS = 3  # times that each person's mails are divided into profile and drafts: in order, then by lot
# What a dimension is thought to be worth before the data speak; the lists know one register, no emoji and no lists of
# customers, so they cannot tell what these are worth, and a rep can see and change them.
PRIOR = 0.3
PRIORS = {"formality": 0.5, "emoji": 0.6, "exclamations": 0.3, "message_length": 0.85, "sentence_length": 0.8}
LEAST_WEIGHT = 0.05
# A hint needs a gain: what the rules propose to change weighs at least this much.
FLOORS = {
    "formality": 0.5, "emoji": 0.5, "exclamations": 0.2, "message_length": 0.85, "sentence_length": 0.8,
    "boosters": 0.3, "short_forms": 0.3, "address_form": 0.5, "greeting": 0.5, "closing": 0.5,
}  # fmt: skip
RIDGE = 0.002  # on dimensions
CUE_RIDGE = 0.003  # on single cues, around their family's weight
LENGTHS = (22.0, 40.0, 75.0, 140.0, 250.0)
NEAR = 0.6  # of a length's logarithm: what counts as about as long
COVERED = 0.9  # of own mails lie in the band
LEAST_OFF = 0.01  # standard deviations; nearer to the middle is as good as there


@dataclass(frozen=True, slots=True)
class Fit:
    """One draft against one profile: whose, of how many words, the raw fit and its expected deviation."""

    author: str
    profile: str
    draft: int
    words: int
    fit: float
    deviation: float

    @property
    def own(self) -> bool:
        return self.author == self.profile


@dataclass(frozen=True, slots=True)
class Fold:
    """What was learned without these authors, and their drafts against every profile."""

    authors: frozenset[str]
    baseline: Baseline
    fits: tuple[Fit, ...]


def people_of(mails: dict[str, list[Measured]]) -> dict[str, list[Measured]]:
    """Those with mails enough for a profile and a draft or two."""
    return {author: each for author, each in sorted(mails.items()) if len(each) >= LEAST_MAILS}


def fold_of(author: str) -> int:
    return hashlib.sha256(author.encode()).digest()[0] % FOLDS


def part_of(coach: Coach, mails: list[Measured], baseline: Baseline, language: str) -> LanguageProfile:
    """The profile of these mails, as the engine would learn it."""
    profile = Profile()
    for mail in mails:
        seen = {
            coach.dimensions[name].key: coach._lessons.observation(name, each, baseline)
            for name, each in mail.readings.items()
        }
        profile = coach.add(profile, Learned(language, mail.words, seen), None)
    return profile.parts[language]


def usual_of(coach: Coach, mails: list[Measured], baseline: Baseline, language: str = "en") -> Usual:
    part = part_of(coach, mails, baseline, language)
    return Usual(part, dimensions=coach.dimensions, baseline=baseline, half_life=coach.half_life)


def cross_fitted(coach: Coach, people: dict[str, list[Measured]]) -> Iterator[Fold]:
    """Each support author's drafts against every support profile, by what was learned from other people only."""
    judged = {author: mails for author, mails in people.items() if author.startswith(SUPPORT)}
    for fold in range(FOLDS):
        unseen = frozenset(author for author in judged if fold_of(author) == fold)
        block = block_of(coach, {author: mails for author, mails in people.items() if author not in unseen}, "en")
        baseline = parse(block)
        usual = {author: usual_of(coach, mails[:PROFILE_MAILS], baseline) for author, mails in judged.items()}
        fits = [fit for author in sorted(unseen) for fit in fits_of(author, judged[author], usual)]
        yield Fold(unseen, baseline, tuple(fits))


def fits_of(author: str, mails: list[Measured], usual: dict[str, Usual]) -> Iterator[Fit]:
    for number, mail in enumerate(mails[PROFILE_MAILS : PROFILE_MAILS + DRAFTS]):
        for other, each in usual.items():
            found = raw_fit(evidence(mail.readings, each))
            if found:
                yield Fit(author, other, number, mail.words, *found)


def block_of(coach: Coach, people: dict[str, list[Measured]], language: str) -> dict[str, Any]:
    """One language's figures with weights, learned on these people; not calibrated."""
    every: People = list(people.values())
    block = figures(coach, every)
    baseline = parse(block)
    dimensions, cues, owns = trials(coach, people, baseline, language)
    _weigh(block, dimensions, cues, owns)
    return block


@dataclass(frozen=True, slots=True)
class Table:
    """Unweighted evidence, a row per trial: of single dimensions, or of all cues of all families."""

    names: tuple[str, ...]
    rows: np.ndarray


def trials(
    coach: Coach, people: dict[str, list[Measured]], baseline: Baseline, language: str
) -> tuple[Table, Table, np.ndarray]:
    """Drafts against their author's profile and against some others': evidence by dimension and by cue, own or not."""
    chance = random.Random(SEED)
    singles = (*baseline.numbers, *baseline.forms)
    place = {name: at for at, name in enumerate(singles)}
    names: tuple[str, ...] = ()
    rows, cue_rows, owns = [], [], []
    for draw in range(DRAWS):
        divided = {author: _drawn(mails, chance) if draw else mails for author, mails in people.items()}
        usual = {
            author: usual_of(coach, mails[:PROFILE_MAILS], baseline, language) for author, mails in divided.items()
        }
        cues = next(iter(usual.values())).cues.row
        names = tuple(
            f"{family}/{cues.names[at]}" for family, (start, end) in cues.families.items() for at in range(start, end)
        )
        for author, whose, mail in _pairs(divided, chance):
            row = np.zeros(len(singles))
            for name, ratio in single_ratios(mail.readings, usual[whose]).items():
                row[place[name]] = ratio
            families = {name: each for name, each in mail.readings.items() if name in cues.families}
            rows.append(row)
            cue_rows.append(cue_ratios(*counted(families, cues), usual[whose].cues))
            owns.append(whose == author)
    return Table(singles, np.array(rows)), Table(names, np.array(cue_rows)), np.array(owns)


def _drawn(mails: list[Measured], chance: random.Random) -> list[Measured]:
    return chance.sample(mails, len(mails))


def _pairs(people: dict[str, list[Measured]], chance: random.Random) -> Iterator[tuple[str, str, Measured]]:
    """Each author's drafts, held against the author's own profile and some others'."""
    for author, mails in people.items():
        everybody_else = [other for other in people if other != author]
        for mail in mails[PROFILE_MAILS : PROFILE_MAILS + DRAFTS]:
            for whose in (author, *chance.sample(everybody_else, min(FOREIGN, len(everybody_else)))):
                yield author, whose, mail


def _weigh(block: dict[str, Any], singles: Table, cues: Table, own: np.ndarray) -> None:
    """Puts weights into the block: one per dimension, families as sums, then one per cue around its family's."""
    family_of = np.array([name.partition("/")[0] for name in cues.names])
    families = tuple(block["families"])
    sums = np.stack([cues.rows[:, family_of == family].sum(1) for family in families], axis=1)
    names = (*singles.names, *families)
    prior = np.array([PRIORS.get(name, PRIOR) for name in names])
    floor = np.array([FLOORS.get(name, LEAST_WEIGHT) for name in names])
    found = dict(zip(names, logistic(np.hstack([singles.rows, sums]), own, prior, floor, RIDGE), strict=True))
    for group in ("numbers", "forms", "families"):
        for name, each in block[group].items():
            each["weight"] = round(float(found[name]), 3)
    base = np.array([found[name] for name in singles.names])
    around = np.array([found[family] for family in family_of])
    fine = logistic(cues.rows, own, around, np.zeros(len(around)), CUE_RIDGE, offset=singles.rows @ base)
    for name, weight, usual in zip(cues.names, fine, around, strict=True):
        family, _, cue = name.partition("/")
        block["families"][family]["cues"][cue][4] = round(float(weight / usual), 2)


def logistic(
    rows: np.ndarray,
    own: np.ndarray,
    prior: np.ndarray,
    floor: np.ndarray,
    ridge: float,
    offset: np.ndarray | float = 0.0,
) -> np.ndarray:
    """Weights that tell own from foreign, as many of the one as of the other; drawn to `prior`, never below `floor`."""
    sign = np.where(own, 1.0, -1.0)
    balance = np.where(own, 0.5 / own.mean(), 0.5 / (~own).mean()) / len(own)

    def loss(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (rows @ parameters[1:] + parameters[0] + offset)
        pull = -sign * balance / (1.0 + np.exp(np.clip(margin, -500.0, 500.0)))
        off = parameters[1:] - prior
        value = float((balance * np.logaddexp(0.0, -margin)).sum() + ridge * (off**2).sum())
        return value, np.concatenate([[pull.sum()], rows.T @ pull + 2.0 * ridge * off])

    start = np.concatenate([[0.0], np.maximum(prior, floor)])
    bounds = [(None, None), *((low, None) for low in floor)]
    found = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(found.x[1:])


def calibrated(fits: list[Fit]) -> dict[str, list[float]]:
    """Medians of the raw fit and the widening of its spread, by length of the draft."""
    columns: dict[str, list[float]] = {"words": [], "foreign": [], "own": [], "widen": []}
    for length in LENGTHS:
        near = [fit for fit in fits if abs(math.log(fit.words / length)) < NEAR]
        columns["words"].append(length)
        columns["foreign"].append(round(statistics.median(fit.fit for fit in near if not fit.own), 4))
        columns["own"].append(round(statistics.median(fit.fit for fit in near if fit.own), 4))
    words, foreign, own = (tuple(columns[name]) for name in ("words", "foreign", "own"))
    middles = Calibration(words, foreign, own, ())
    columns["widen"] = _widths([fit for fit in fits if fit.own], middles)
    return columns


def _widths(own: list[Fit], middles: Calibration) -> list[float]:
    """By how much to widen the spread at LENGTHS, so that COVERED of own mails lie within: smooth over all lengths.

    A quantile regression (Koenker & Bassett 1978) of the logarithm on length: every mail has its say at every length,
    where the few of about one length would be ruled by two or three authors.
    """
    off = [abs(fit.fit - middles.at(fit.words, middles.own)) / fit.deviation for fit in own]
    line = QuantileRegressor(quantile=COVERED, alpha=0.0, solver="highs")
    line.fit(_curve([fit.words for fit in own]), np.log(np.maximum(off, LEAST_OFF)))
    return [round(float(width) / NINETY, 3) for width in np.exp(line.predict(_curve(LENGTHS)))]


def _curve(words: Sequence[float]) -> np.ndarray:
    """The logarithm of the length and its square, around a mail of 75 words."""
    logs = np.log(np.asarray(words, float) / 75.0)
    return np.stack([logs, logs**2], axis=1)


def german_block(coach: Coach, mails: dict[str, list[Measured]], english: dict[str, Any]) -> dict[str, Any]:
    """German figures: means and spread from German mail, what lies within one person and weights from English."""
    people: People = list(mails.values())
    every = [mail.readings for each in people for mail in each]
    block = figures(coach, people)
    for name, each in list(block["numbers"].items()):
        like = english["numbers"].get(name)
        if like is None:
            each["weight"] = PRIORS.get(name, PRIOR)
            continue
        values = [coach.dimensions[name].scale.forward(float(m[name].value)) for m in every if name in m]
        evidence_ = statistics.median([m[name].evidence for m in every if name in m])
        share = statistics.pvariance(values) / (like["between"] + like["within"] + like["noise"] / max(evidence_, 1.0))
        for key in ("between", "within", "noise"):
            each[key] = share * like[key]
        each["weight"] = like["weight"]
    heaviest = max(each["weight"] for each in english["forms"].values())
    for name, each in block["forms"].items():
        like = english["forms"].get(name, {"strength": 0.8, "weight": heaviest})
        each["strength"], each["weight"] = like["strength"], like["weight"]
    for name, each in block["families"].items():
        _like_english(each, english["families"][name])
    block["calibration"] = english["calibration"]
    return block


def _like_english(family: dict[str, Any], english: dict[str, Any]) -> None:
    """A cue that English knows, too, takes its noise, strength and weight; another its family's typical ones."""
    rows = list(english["cues"].values())
    typical = [statistics.median(row[column] for row in rows) for column in (2, 3)]
    family["weight"] = english["weight"]
    for cue, row in family["cues"].items():
        known = english["cues"].get(cue) if cue in english["cues"] else None
        row[2:] = known[2:] if known else [typical[0], typical[1], 1.0]
