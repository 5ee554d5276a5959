"""Learns coach/languages/_en_asking.py: what words speak for a sentence that asks for something.

    python bench/learn_asking.py DATA_FOLDER [--write]

Learns on one half of requests_en_sentences.tsv (halves by a hash of the text) and prints how the other half fares
before and after. A naive-Bayes-scaled logistic regression (Wang & Manning 2012) with strong regularisation; names and
topics are left out, and of the marks only those that weigh most are kept.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from coach import Coach
from coach.languages._en_needs import MARKS
from coach.model import NeedKind
from coach.relationship.needs import needs_of, only_looks
from coach.relationship.telling import SURE, marks_of

SENTENCES = "requests_en_sentences.tsv"
TARGET = Path(__file__).parent.parent / "coach" / "languages" / "_en_asking.py"
LEAST_SEEN = 5  # sentences; what is rarer says little
KEPT = 600
STRENGTH = 0.3  # inverse regularisation
NAME_SHARE = 0.6  # of its uses tagged as a name
TOPICS = frozenset(
    """account basis clicking communication company competitive cover development gas insurance position presentation
    products results resume sale solution value video night life delivery letter full search friend participate power
    click online www market energy contract deal price card free app trial win offer download enron file page customer
    service services business number group team project report""".split()
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, whether it asks for something, and whether it may be looked at."""

    text: str
    asks: bool
    held_out: bool


def labelled(folder: Path) -> list[Labelled]:
    """The labelled sentences, halved by a hash of their text."""
    rows = [line.split("\t", 1) for line in (folder / SENTENCES).read_text(encoding="utf-8").splitlines()]
    return [Labelled(text, label == "Yes", is_held_out(text)) for label, text in rows]


def is_held_out(text: str) -> bool:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2 == 1


def marks(coach: Coach, text: str) -> frozenset[str]:
    """The marks of all sentences of a text, patterns of the language included."""
    document = coach.document(text, "en")
    assert document.language is not None
    words = replace(document.language.needs, telling=None)
    found = []
    for sentence in document.sentences:
        alone = replace(document, sentences=(sentence,), language=replace(document.language, needs=words))
        names = [each.why for each in needs_of(alone) if each.kind is not NeedKind.COMPLAINT]
        polite = bool(only_looks(sentence.span.of(text), words))
        found.append(marks_of(sentence.tokens, [MARKS.get(name, SURE) for name in names], polite=polite))
    return frozenset().union(*found)


def names(coach: Coach, texts: Iterable[str]) -> set[str]:
    """Words that are mostly tagged as names."""
    seen: Counter[str] = Counter()
    tagged: Counter[str] = Counter()
    for text in texts:
        for token in coach.document(text, "en").tokens():
            seen[token.lower] += 1
            tagged[token.lower] += token.tag.startswith("NNP")
    return {word for word, count in seen.items() if tagged[word] > NAME_SHARE * count}


def learned(shown: Sequence[frozenset[str]], asks: np.ndarray, barred: set[str]) -> tuple[dict[str, float], float]:
    """Weights by mark, and the bias."""
    counts = Counter(mark for each in shown for mark in each)
    known = sorted(
        mark
        for mark, count in counts.items()
        if count >= LEAST_SEEN and not any(part in barred or part in TOPICS for part in mark.split())
    )
    place = {mark: index for index, mark in enumerate(known)}
    matrix = np.zeros((len(shown), len(known)), dtype=np.float32)
    for row, each in enumerate(shown):
        matrix[row, [place[mark] for mark in each if mark in place]] = 1
    ratio = log_count_ratio(matrix, asks)
    first = fitted(matrix * ratio, asks)
    heft = np.abs(first.coef_[0] * ratio) * np.sqrt(matrix.mean(axis=0))
    kept = np.argsort(-heft)[:KEPT]
    model = fitted(matrix[:, kept] * ratio[kept], asks)
    weights = {known[index]: round(float(w), 2) for index, w in zip(kept, model.coef_[0] * ratio[kept], strict=True)}
    return {mark: weight for mark, weight in sorted(weights.items()) if weight}, round(float(model.intercept_[0]), 2)


def log_count_ratio(matrix: np.ndarray, asks: np.ndarray) -> np.ndarray:
    yes, no = matrix[asks].sum(axis=0) + 1, matrix[~asks].sum(axis=0) + 1
    return np.asarray(np.log((yes / yes.sum()) / (no / no.sum())))


def fitted(matrix: np.ndarray, asks: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=2_000).fit(matrix, asks)


def written(weights: dict[str, float], bias: float) -> str:
    """The Python file that holds the weights."""
    lines = [
        '"""What speaks for an English sentence that asks for something, in log odds.',
        "",
        "Written by bench/learn_asking.py, not by hand. A key is a word, two neighbours (^ and $ are the ends of the",
        "sentence), two tags (/VB), or what the patterns found (=imperative).",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        f"BIAS = {bias}",
        "WEIGHTS: dict[str, float] = {",
    ]
    row = "   "
    for mark, weight in weights.items():
        entry = f' "{mark}": {weight},' if '"' not in mark else f" '{mark}': {weight},"
        if len(row) + len(entry) > 118:
            lines.append(row)
            row = "   "
        row += entry
    return "\n".join([*lines, row, "}  # fmt: skip", ""])


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    coach = Coach.load(languages=["en"])
    seen = [each for each in labelled(given.folder) if not each.held_out]
    barred = names(coach, (each.text for each in seen)) - {"i"}
    asks = np.array([each.asks for each in seen])
    weights, bias = learned([marks(coach, each.text) for each in seen], asks, barred)
    print(f"{len(weights)} weights from {len(seen)} sentences")
    if given.write:
        TARGET.write_text(written(weights, bias), encoding="utf-8")


if __name__ == "__main__":
    main()
