"""Learns coach/baseline.json from public mail: usual values, how people vary, weights, calibration.

    python bench/learn_baseline.py DATA_FOLDER [--write]

DATA_FOLDER holds the corpora that docs/benchmarks.md names. Only aggregate figures are written, no text.
English: authors of a public support list. German: donated mails and newsgroup posts for the means and the
spread; the share of the spread that lies within one person comes from English, because few German donors
gave more than two mails. Authors are split by a hash: weights are learned on one half and the calibration
on the other; `bench/own_author.py` reports on the second half only.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
import lzma
import math
import random
import statistics
from pathlib import Path

import numpy as np
from scipy.optimize import minimize, nnls

from coach.baseline import Baseline, Calibration, parse
from coach.compare import _evidence, raw_fit
from coach.engine import Coach, Learned
from coach.model import Measurement
from coach.profile import Profile
from coach.reply import authored_text

SEED = 20261121
WORDS = (15, 400)
LENGTHS = (22.0, 40.0, 75.0, 140.0, 250.0)
LEAST_MAILS = 12
PROFILE_MAILS = 10
FOREIGN_DRAFTS = 30
PRIOR = 0.4
# The list knows one register and no emoji, so it cannot tell what these are worth; customers differ in them.
PRIORS = {"formality": 1.2, "emoji": 0.8, "exclamations": 0.8}
RIDGE = 0.03
LEAST_WEIGHT = 0.25
# One list's authors share a community's habits; customers come from many. Their spread is taken this much wider.
DIVERSITY = 5.0


def half_of(author: str) -> int:
    """0 (weights) or 1 (calibration and report), stable over runs."""
    return hashlib.sha256(author.encode()).digest()[0] % 2


def english(folder: Path) -> dict[str, list[str]]:
    """Author -> authored texts of a support list, in order of date."""
    mails = collections.defaultdict(list)
    with lzma.open(folder / "support_list_2019_2022.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            mail = json.loads(line)
            mails[mail["author"]].append((mail["date"], authored_text(mail["body"])))
    return {author: [text for _, text in sorted(each)] for author, each in mails.items()}


def german(folder: Path) -> list[str]:
    donated = json.loads((folder / "german_mails.json").read_text(encoding="utf-8"))
    posts = json.loads(lzma.decompress((folder / "german_newsgroups.json.xz").read_bytes()))
    drawn = random.Random(SEED).sample(posts, 600)
    return [authored_text(each["text"]) for each in (*donated, *drawn)]


def measured(coach: Coach, texts: list[str], language: str) -> list[tuple[Measurement, int]]:
    found = []
    for text in texts:
        document = coach.document(text)
        if document.told == language and WORDS[0] <= document.words <= WORDS[1]:
            found.append((coach._readings(document), document.words))
    return found


def number_figures(coach: Coach, name: str, people: list[list[Measurement]]) -> dict[str, float]:
    """Mean and variance between people; within one person as a + b / evidence (non-negative least squares)."""
    scale = coach.dimensions[name].scale
    means, rows, squares = [], [], []
    for mails in people:
        seen = [(scale.forward(float(m[name].value)), m[name].evidence) for m in mails if name in m]
        if not seen:
            continue
        mean = statistics.fmean(value for value, _ in seen)
        means.append((mean, len(seen)))
        if len(seen) >= 3:
            widen = len(seen) / (len(seen) - 1)
            rows += [(1.0, 1.0 / evidence) for _, evidence in seen]
            squares += [widen * (value - mean) ** 2 for value, _ in seen]
    (within, noise), _ = nnls(np.array(rows), np.array(squares))
    total = statistics.fmean(squares)
    within = max(within, 0.15 * total)
    values = [mean for mean, _ in means]
    chance = statistics.fmean(total / count for _, count in means)
    between = DIVERSITY * max(statistics.variance(values) - chance, 0.1 * total)
    return {
        "mean": statistics.fmean(values),
        "between": between,
        "within": within,
        "noise": noise,
        "weight": 1.0,
    }


def form_figures(name: str, people: list[list[Measurement]]) -> dict[str, object]:
    """Shares of forms over people and the strength that makes their tallies likeliest (Dirichlet-multinomial)."""
    tallies = [collections.Counter(str(m[name].value) for m in mails if name in m) for mails in people]
    tallies = [tally for tally in tallies if tally]
    shares: dict[str, float] = collections.defaultdict(float)
    for tally in tallies:
        for form, count in tally.items():
            shares[form] += count / tally.total() / len(tallies)

    def likelihood(strength: float) -> float:
        return sum(_dirichlet(tally, shares, strength) for tally in tallies)

    strength = max((0.3, 0.5, 0.8, 1.2, 2.0, 3.0, 5.0), key=likelihood)
    return {"shares": dict(sorted(shares.items())), "strength": strength, "weight": 1.0}


def _dirichlet(tally: collections.Counter, shares: dict[str, float], strength: float) -> float:
    """Log-likelihood of one person's forms, up to a constant."""
    start = math.lgamma(strength) - math.lgamma(strength + tally.total())
    each = (
        math.lgamma(n + strength * shares[form]) - math.lgamma(strength * shares[form]) for form, n in tally.items()
    )
    return start + sum(each)


def figures(coach: Coach, people: list[list[Measurement]]) -> dict[str, dict]:
    seen = {name for mails in people for m in mails for name in m}
    forms = {name for mails in people for m in mails for name, each in m.items() if isinstance(each.value, str)}
    return {
        "numbers": {name: number_figures(coach, name, people) for name in sorted(seen - forms)},
        "forms": {name: form_figures(name, people) for name in sorted(forms)},
        "calibration": {"words": [0], "foreign": [0.0], "own": [1.0], "widen": [1.0]},
    }


def trials(
    coach: Coach, people: dict[str, list[tuple[Measurement, int]]], language: str, baseline: Baseline
) -> list[tuple[bool, int, list]]:
    """(own?, words, evidence per dimension) for profiles of ten mails against later mails, own and others'."""
    chance = random.Random(SEED)
    coach._baseline = {**coach._baseline, language: baseline}
    found = []
    rest = {author: mails[PROFILE_MAILS:] for author, mails in people.items()}
    for author, mails in people.items():
        profile = Profile()
        for readings, words in mails[:PROFILE_MAILS]:
            seen = {
                f"{name}@{coach.dimensions[name].version}": coach._observation(name, each, baseline)
                for name, each in readings.items()
            }
            profile = coach.add(profile, Learned(language, words, seen), None)
        part = profile.parts[language]
        others = [(other, mail) for other in rest if other != author for mail in rest[other]]
        drafts = [(True, mail) for mail in rest[author][:20]]
        drafts += [(False, mail) for _, mail in chance.sample(others, min(FOREIGN_DRAFTS, len(others)))]
        for own, (readings, words) in drafts:
            fresh = part.freshness(None, coach.half_life)
            found.append((own, words, list(_evidence(readings, part, fresh, coach.dimensions, baseline))))
    return found


def weights(found: list[tuple[bool, int, list]], names: list[str]) -> dict[str, float]:
    """Per dimension, how much its ratio tells own from foreign: logistic regression with a ridge around the priors.

    The list's authors use no emoji and much the same register; the prior keeps such dimensions alive for
    mailboxes where people do differ in them.
    """
    index = {name: place for place, name in enumerate(names)}
    table = np.zeros((len(found), len(names)))
    for row, (_, _, evidence) in enumerate(found):
        for each in evidence:
            table[row, index[each.dimension.name]] = each.ratio
    own = np.array([1.0 if each[0] else -1.0 for each in found])
    balance = np.where(own > 0, 0.5 / (own > 0).mean(), 0.5 / (own < 0).mean())

    prior = np.array([PRIORS.get(name, PRIOR) for name in names])

    def loss(parameters: np.ndarray) -> float:
        margin = own * (table @ parameters[1:] + parameters[0])
        return float((balance * np.logaddexp(0.0, -margin)).mean() + RIDGE * ((parameters[1:] - prior) ** 2).sum())

    start = np.concatenate([[0.0], prior])
    bounds = [(None, None)] + [(LEAST_WEIGHT, 1.5)] * len(names)
    best = minimize(loss, start, bounds=bounds, method="L-BFGS-B")
    return {name: round(float(best.x[1 + place]), 3) for name, place in index.items()}


def calibrated(found: list[tuple[bool, int, list]]) -> dict[str, list[float]]:
    """Medians of the raw fit and the widening of its spread, by length of the draft."""
    fits = [(own, words, *fit) for own, words, evidence in found if (fit := raw_fit(evidence))]
    columns: dict[str, list[float]] = {"words": [], "foreign": [], "own": [], "widen": []}
    for length in LENGTHS:
        near = [each for each in fits if abs(math.log(each[1] / length)) < 0.6]
        mine = [fit for own, _, fit, _ in near if own]
        foreign = [fit for own, _, fit, _ in near if not own]
        middle = statistics.median(mine)
        columns["words"].append(length)
        columns["foreign"].append(round(statistics.median(foreign), 4))
        columns["own"].append(round(middle, 4))
    # One figure for all lengths: by length there are too few mails for a 90 % quantile that can be trusted.
    middles = Calibration(*(tuple(columns[name]) for name in ("words", "foreign", "own")), ())
    off = (abs(fit - middles.at(words, middles.own)) / deviation for own, words, fit, deviation in fits if own)
    spread = sorted(off)
    columns["widen"] = [round(spread[int(0.9 * len(spread))] / 1.645, 3)] * len(LENGTHS)
    return columns


def german_block(coach: Coach, texts: list[str], english_block: dict) -> dict:
    mails = [readings for readings, _ in measured(coach, texts, "de")]
    block = figures(coach, [[mail] for mail in mails] + [mails[start : start + 3] for start in range(0, 3, 3)])
    for name, each in block["numbers"].items():
        total = statistics.pvariance(
            [coach.dimensions[name].scale.forward(float(m[name].value)) for m in mails if name in m]
        )
        like = english_block["numbers"][name]
        evidence = statistics.median([m[name].evidence for m in mails if name in m])
        english_total = like["between"] + like["within"] + like["noise"] / evidence
        for key in ("between", "within", "noise"):
            each[key] = total * like[key] / english_total
        each["weight"] = like["weight"]
    for name, each in block["forms"].items():
        like = english_block["forms"].get(
            name, {"strength": 0.8, "weight": max(f["weight"] for f in english_block["forms"].values())}
        )
        each["strength"], each["weight"] = like["strength"], like["weight"]
    block["calibration"] = english_block["calibration"]
    return block


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [rounded(each) for each in value]
    return float(f"{value:.4g}") if isinstance(value, float) else value


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--write", action="store_true")
    options = arguments.parse_args()
    coach = Coach.load()
    people = {
        author: mails
        for author, texts in english(options.folder).items()
        if len(mails := measured(coach, texts, "en")) >= LEAST_MAILS
    }
    print(f"{len(people)} English authors with {LEAST_MAILS} mails or more")
    learn = {author: mails for author, mails in people.items() if half_of(author) == 0}
    check = {author: mails for author, mails in people.items() if half_of(author) == 1}
    block = figures(coach, [[readings for readings, _ in mails] for mails in learn.values()])
    names = [*block["numbers"], *block["forms"]]
    told = weights(trials(coach, learn, "en", parse(block)), names)
    for group in ("numbers", "forms"):
        for name, each in block[group].items():
            each["weight"] = told[name]
    found = trials(coach, check, "en", parse(block))
    block["calibration"] = calibrated(found)
    print(json.dumps(told, indent=1), json.dumps(block["calibration"], indent=1))
    short = [each for each in found if 30 <= each[1] < 60]
    print(f"separation on unseen authors: AUC {auc(found):.3f}, 30-60 words {auc(short):.3f}")
    shipped = {"en": block, "de": german_block(coach, german(options.folder), block)}
    note = "Learned by bench/learn_baseline.py; see coach/baseline.py for what each figure means."
    if options.write:
        target = Path(__file__).parent.parent / "coach" / "baseline.json"
        target.write_text(json.dumps({"note": note, "languages": rounded(shipped)}, indent=1, sort_keys=True) + "\n")


def auc(found: list[tuple[bool, int, list]]) -> float:
    """The chance that an own mail gets a higher raw fit than a foreign one."""
    fits = sorted((fit[0], own) for own, _, evidence in found if (fit := raw_fit(evidence)))
    own = sum(each for _, each in fits)
    ranks = sum(rank for rank, (_, each) in enumerate(fits, 1) if each)
    return (ranks - own * (own + 1) / 2) / (own * (len(fits) - own))


if __name__ == "__main__":
    main()
