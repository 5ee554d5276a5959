"""Learns coach/baseline.json from public mail: usual values, how people vary, weights, calibration.

    python bench/learn_baseline.py DATA_FOLDER [--write]

DATA_FOLDER holds the corpora that docs/benchmarks.md names. Only aggregate figures are written, no text.
English: authors of a public support list and of mailing lists of 2002. German: donated mails and newsgroup posts for
the means and the spread; how much of the spread lies within one person, and the weights, come from English, because
few German donors gave more than two mails. The weights that are shipped are learned on all authors; the calibration
rests on fits of authors by weights that were learned without them (five folds), and `bench/own_author.py` and
`bench/calibration.py` report such fits only. What was measured once is remembered in the system's temporary folder.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from learning import Fit, block_of, calibrated, cross_fitted, german_block, people_of
from public_mail import remembered

from coach.engine import Coach

NOTE = (
    "Learned by bench/learn_baseline.py; coach/baseline.py says what each figure means. Families: a cue's row is "
    "[group, share of its chances, strength in chances, noise, weight]; the weight is multiplied by the family's."
)


def rounded(value: object) -> object:
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [rounded(each) for each in value]
    return float(f"{value:.4g}") if isinstance(value, float) else value


def readable(data: dict[str, object]) -> str:
    """JSON with a line per figure, but each row of a list on one line."""
    rows: list[str] = []

    def folded(value: object) -> object:
        if isinstance(value, dict):
            return {key: folded(each) for key, each in value.items()}
        if isinstance(value, list):
            rows.append(json.dumps(value))
            return f"@{len(rows) - 1}@"
        return value

    text = json.dumps(folded(data), indent=1, sort_keys=True)
    for number, row in enumerate(rows):
        text = text.replace(f'"@{number}@"', row, 1)
    return text + "\n"


def report(fits: list[Fit]) -> None:
    own = [fit.fit for fit in fits if fit.own]
    foreign = [fit.fit for fit in fits if not fit.own]
    print(f"{len(own)} own mails, {len(foreign)} foreign comparisons by weights learned without their authors")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--write", action="store_true")
    options = arguments.parse_args()
    coach = Coach.load()
    mails = remembered(coach, options.folder, "en")
    people = people_of(mails)
    print(f"{len(people)} English authors with enough mails")
    fits = [fit for fold in cross_fitted(coach, people) for fit in fold.fits]
    report(fits)
    block = block_of(coach, people, "en")
    block["calibration"] = calibrated(fits)
    for name, weight in sorted(weights_of(block).items(), key=lambda each: -each[1]):
        print(f"  {name:20s} {weight:.2f}")
    print(json.dumps(block["calibration"], indent=1))
    german = german_block(coach, remembered(coach, options.folder, "de"), block)
    if options.write:
        target = Path(__file__).parent.parent / "coach" / "baseline.json"
        shipped = rounded({"note": NOTE, "languages": {"en": block, "de": german}})
        target.write_text(readable(shipped), encoding="utf-8")  # type: ignore[arg-type]


def weights_of(block: dict) -> dict[str, float]:
    return {name: each["weight"] for group in ("numbers", "forms", "families") for name, each in block[group].items()}


if __name__ == "__main__":
    main()
