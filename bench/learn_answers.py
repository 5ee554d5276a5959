"""Learns how much each cue says that a draft takes up a need; prints the weights for coach/relationship/answered.py.

    python bench/learn_answers.py

Learns on the seen half of tests/coach/answers.toml (own texts) by a strongly regularised logistic regression, each
draft standing for its sentence that comes nearest, in three rounds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from coach import Coach
from coach.encoder import SentenceEncoder
from coach.model import Need, NeedKind, Span, Standing
from coach.relationship import answered
from coach.relationship.clauses import plain

CASES = Path(__file__).parent.parent / "tests" / "coach" / "answers.toml"
STRENGTH = 0.5  # inverse regularisation
ROUNDS = 3

Row = tuple[float, frozenset[str]]


def sentences(coach: Coach, encoder: SentenceEncoder, case: Mapping[str, str]) -> list[Row]:
    """Cosine and cues of each sentence of a case's draft."""
    asking, draft = coach.document(case["need"]), coach.document(case["draft"])
    assert asking.language is not None
    assert draft.language is not None
    need = Need(NeedKind(case["kind"]), Span(0, len(case["need"])), case["need"])
    words = draft.language.answers
    said = [each.span.of(case["draft"]) for each in draft.sentences]
    said = [each for each in said if not words.only_polite.search(plain(each))]
    if not said:
        return [(0.0, frozenset())]
    near = (encoder.encode([need.text]) @ encoder.encode(said).T)[0]
    return [
        (float(cosine), answered.cues(need, asking.language.answers, plain(each), answered.shows(plain(each), words)))
        for cosine, each in zip(near, said, strict=True)
    ]


def learned(cases: Sequence[list[Row]], taken_up: np.ndarray) -> tuple[dict[str, float], float]:
    """Weights by cue, and the bias."""
    names = list(answered.WEIGHTS)
    weights = np.array(list(answered.WEIGHTS.values()))
    for _ in range(ROUNDS):
        rows = np.array([_nearest(case, names, weights) for case in cases])
        model = LogisticRegression(C=STRENGTH, max_iter=1_000).fit(rows * _scale(names), taken_up)
        weights = model.coef_[0] * _scale(names)
    return {name: round(float(each), 1) for name, each in zip(names, weights, strict=True)}, float(model.intercept_[0])


def _nearest(case: list[Row], names: Sequence[str], weights: np.ndarray) -> np.ndarray:
    return max((_vector(row, names) for row in case), key=lambda vector: float(vector @ weights))


def _vector(row: Row, names: Sequence[str]) -> np.ndarray:
    return np.array([row[0], *(float(name in row[1]) for name in names[1:])])


def _scale(names: Sequence[str]) -> np.ndarray:
    """Cosines differ by tenths where cues differ by one."""
    return np.array([4.0, *(1.0 for _ in names[1:])])


def main() -> None:
    coach, encoder = Coach.load(), SentenceEncoder()
    cases = [each for each in tomllib.loads(CASES.read_text(encoding="utf-8"))["cases"] if each["half"] == "seen"]
    taken_up = np.array([each["standing"] != Standing.OPEN for each in cases])
    weights, bias = learned([sentences(coach, encoder, each) for each in cases], taken_up)
    print(f"{len(cases)} cases\nBIAS = {bias:.1f}")
    for name, weight in weights.items():
        print(f'    "{name}": {weight},')


if __name__ == "__main__":
    main()
