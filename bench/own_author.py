"""Is the author's own profile the nearest? Beside peers, in one run.

    python bench/own_author.py DATA_FOLDER

Authors of a public support list with 12 mails or more; profile = the first 10, drafts = the next 20 at most; names
masked. Five folds over authors: figures and weights are learned on the other folds (and on lists of 2002), so no
author is judged by what was learned from him. Each draft is held against the profiles of all these authors; the
figure is the share of the others that the author's own profile beats. Peers: raw LSM, Burrows' Delta (150 words),
function-word tf-idf, twenty surface cues with the author's own variance, character 2-4-grams tf-idf.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Callable
from pathlib import Path

import numpy as np
from learning import DRAFTS, PROFILE_MAILS, Fit, cross_fitted, fold_of, people_of
from peers import PEERS
from public_mail import SUPPORT, Measured, remembered

from coach.engine import Coach

RANGES = {"15-400 words": (15, 401), "40-400 words": (40, 401), "30-60 words": (30, 60), "60-120 words": (60, 120)}

Beaten = tuple[str, int, float]
"""A draft's author, its words, and the share of other profiles that the author's own beats."""


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder
    coach = Coach.load()
    mails = remembered(coach, folder, "en")
    people = people_of(mails)
    fits = [fit for fold in cross_fitted(coach, people) for fit in fold.fits]
    told("Einklang", beaten(fits))
    judged_people = {author: each for author, each in people.items() if author.startswith(SUPPORT)}
    for name, peer in PEERS.items():
        told(name, judged(judged_people, peer))


def judged(people: dict[str, list[Measured]], peer: Callable[..., np.ndarray]) -> list[Beaten]:
    """What a peer makes of it: `peer(profiles, drafts)` gives likeness, a row per draft, a column per profile."""
    authors = list(people)
    drafts = [mail for mails in people.values() for mail in mails[PROFILE_MAILS : PROFILE_MAILS + DRAFTS]]
    profiles = [[mail.text for mail in mails[:PROFILE_MAILS]] for mails in people.values()]
    found = []
    for row, mail in zip(peer(profiles, [mail.text for mail in drafts]), drafts, strict=True):
        own = row[authors.index(mail.author)]
        found.append((mail.author, mail.words, (float((own > row).sum()) + ties(row, own)) / (len(row) - 1)))
    return found


def ties(row: np.ndarray, own: float) -> float:
    return 0.5 * (float((row == own).sum()) - 1.0)


def beaten(fits: list[Fit]) -> list[Beaten]:
    drafts: dict[tuple[str, int], list[Fit]] = {}
    for fit in fits:
        drafts.setdefault((fit.author, fit.draft), []).append(fit)
    found = []
    for (author, _), each in drafts.items():
        own = next(fit.fit for fit in each if fit.own)
        others = [fit.fit for fit in each if not fit.own]
        found.append(
            (author, each[0].words, statistics.fmean((own > other) + 0.5 * (own == other) for other in others))
        )
    return found


def told(name: str, found: list[Beaten]) -> None:
    columns = []
    for low, high in RANGES.values():
        shares = [share for _, words, share in found if low <= words < high]
        columns.append(f"{statistics.fmean(shares):.3f} ({len(shares)})")
    folds = [
        statistics.fmean(share for author, words, share in found if fold_of(author) == fold and words >= 40)
        for fold in range(5)
    ]
    print(f"{name:28s}", "   ".join(columns), "  folds 40-400:", " ".join(f"{each:.3f}" for each in folds), flush=True)


if __name__ == "__main__":
    main()
