"""How well formality and politeness agree with people, and what learns their weights.

    python bench/registers.py DATA_FOLDER [--learn]

"Cross-validated" learns the weights anew without the fold it is tested on; "as shipped" reads the file's rounded
weights, which were learned on these very texts, and is the higher for it. Peers in the same run: the mean length of
words, and a ridge regression on tf-idf that nobody can read. `--learn` prints the weights that the files hold.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import nnls
from scipy.stats import spearmanr
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import Ridge
from sklearn.metrics import roc_auc_score

from coach.collect import collect
from coach.dimensions import formality as formality_dimension
from coach.dimensions import politeness as politeness_dimension
from coach.document import Document
from coach.formality import cues
from coach.language import Language
from coach.model import Reading
from coach.politeness import tally
from coach.reader import Reader

Floats = NDArray[np.float64]
Fit = Callable[[Floats, Floats], Floats]

FOLDS, DRAWINGS = 10, 5
RIDGE = {"de": 100.0, "en": 30.0, "politeness": 100.0}
LEAST_SPREAD = 0.06  # of a cue of formality: a rare one is not blown up
LEAST_USE = 0.05  # the same for a strategy
RAW_RATINGS = (-1.5, 1.3)  # ratings of politeness beyond are cut: a few mails with extreme ratings would rule
RARE = 30  # texts; a strategy found in fewer keeps what the paper reports
PAPERS_SHARE = 0.4  # the rest is what these ratings say
PAPERS_SCALE = 0.85  # a mean rating of texts with one use -> weight of the density of one use per sentence

# Cues that make a text less formal; every other one makes it more formal.
LOWERS = """slang interjection informal plain clipped personal hedge booster i exclamation doubled_marks ellipsis smiley
    dash shouting small_i short_form small_start no_stop verbless question adverbs small_closing du""".split()
# Rated German texts are single sentences and English mails say no "du": our estimates, in the unit of the rating.
UNRATED = {
    "de": {
        "greets": 0.1, "greeting_form": 0.7, "closes": 0.1, "closing_form": 0.7, "signature": 0.1,
        "small_closing": -0.4, "du": -0.5, "sie": 0.4,
    },
    "en": {"du": 0.0, "sie": 0.0},
}  # fmt: skip
SCALE = {"de": 0.6, "en": 1.5}  # so that ordinary mail spreads about 1 in both languages

# Danescu-Niculescu-Mizil et al. 2013, table 3 (mean rating of requests with the strategy), and our own estimates for
# strategies that the paper does not count.
PAPER = {
    "gratitude": 0.87, "compliment": 0.78, "apology": 0.36, "opens_greeting": 0.43, "please": 0.49,
    "please_first": -0.3, "indirect": 0.63, "asks_wh": -0.27, "opens_abruptly": -0.43, "could_you": 0.47,
    "can_you": 0.09, "opens_i": 0.12, "opens_you": -0.3, "perhaps": 0.14, "opinion": 0.14, "seeming": 0.14,
    "softly": 0.14, "insisting_on_fact": -0.38, "welcome": 0.5, "reassurance": 0.5, "agreement": 0.3, "closing": 0.2,
    "wish": 0.3, "help": 0.2, "smiley": 0.2, "asks_why_first": -0.4, "challenge": -0.6, "negative_question": -0.4,
    "duty": -0.4, "denial": -0.5, "criticism": -0.5, "demand": -0.9, "opens_no": -0.4, "short_question": -0.3,
    "brief_question": 0.0, "doubled_marks": -0.4, "ellipsis": -0.2, "exclamation": 0.0, "generalising": 0.0,
    "bare_command": -0.45,
}  # fmt: skip
LEAST_WEIGHT = 0.03


@dataclass(frozen=True)
class Rated:
    """Rated texts: the rating, the source within the corpus, what was read, and the cues by name."""

    texts: list[str]
    ratings: Floats
    sources: list[str]
    names: list[str]
    cues: Floats
    documents: list[Document]

    def weighted(self, weights: Mapping[str, float]) -> Floats:
        return np.asarray(self.cues @ np.array([weights.get(name, 0.0) for name in self.names]))


def rated(
    rows: Sequence[tuple[str, float, str]],
    reader: Reader,
    language: str,
    cues_of: Callable[[Document], Mapping[str, float]],
) -> Rated:
    documents = [reader.read(text, language) for text, _, _ in rows]
    found = [cues_of(document) for document in documents]
    names = sorted({name for each in found for name in each})
    table = np.array([[each.get(name, 0.0) for name in names] for each in found])
    return Rated(
        [row[0] for row in rows], np.array([row[1] for row in rows]), [row[2] for row in rows], names, table, documents
    )


def strategies(document: Document) -> dict[str, float]:
    return politeness_dimension.features(tally(document), max(len(document.sentences), 1))


def english_mails(folder: Path) -> list[tuple[str, float, str]]:
    mails = json.loads((folder / "formality_en_mails.json").read_text(encoding="utf-8"))
    return [(each["mail"].partition("\n\n")[2], float(each["formality"]), "mail") for each in mails]


def german_sentences(folder: Path) -> list[tuple[str, float, str]]:
    lines = (folder / "formality_de_sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t", 2) for line in lines)
    return [(text, float(score), name.rsplit("_", 1)[0]) for name, score, text in rows]


def requests(folder: Path) -> list[tuple[str, float, str]]:
    with (folder / "politeness_en_stackexchange.csv").open(newline="", encoding="utf-8") as lines:
        return [(row["request"], float(row["score"]), "request") for row in csv.DictReader(lines)]


def signed_ridge(names: Sequence[str], strength: float, prior: Mapping[str, float] | None = None) -> Fit:
    """Least squares with a penalty on the distance from `prior`; every cue keeps its direction or gets 0."""
    signs = np.array([-1.0 if name in LOWERS else 1.0 for name in names])

    def fit(table: Floats, ratings: Floats) -> Floats:
        spread = np.maximum(table.std(0), LEAST_SPREAD)
        standard = (table - table.mean(0)) / spread * signs
        expected = np.array([(prior or {}).get(name, 0.0) for name in names]) * spread * signs
        pull = np.sqrt(strength)
        aims = np.r_[(ratings - ratings.mean()) / ratings.std(), pull * np.maximum(expected, 0.0)]
        weights, _ = nnls(np.vstack([standard, pull * np.eye(len(names))]), aims)
        return np.asarray(weights * signs / spread)

    return fit


def ridge_towards_paper(names: Sequence[str]) -> Fit:
    """Ridge regression on the ratings, drawn to the paper's figures; what is rare keeps the paper's figure."""
    reported = np.array([PAPERS_SCALE * PAPER.get(name, 0.0) for name in names])
    known = np.array([name in PAPER for name in names])

    def fit(table: Floats, ratings: Floats) -> Floats:
        aims = np.clip(ratings, *RAW_RATINGS)
        spread = np.maximum(table.std(0), LEAST_USE)
        standard = (table - table.mean(0)) / spread
        square = standard.T @ standard + RIDGE["politeness"] * np.eye(len(names))
        learned = np.linalg.solve(square, standard.T @ (aims - aims.mean())) / spread
        mixed = np.where(known, (1 - PAPERS_SHARE) * learned + PAPERS_SHARE * reported, learned)
        weights = np.where((table > 0).sum(0) < RARE, reported, mixed)
        return np.where(np.abs(weights) < LEAST_WEIGHT, 0.0, weights)

    return fit


def cross_validated(table: Floats, ratings: Floats, fit: Fit) -> list[Floats]:
    """One value for every text per drawing, each from weights that never saw the text."""
    found = []
    for seed in range(DRAWINGS):
        fold = np.random.default_rng(seed).permutation(len(ratings)) % FOLDS
        values = np.zeros(len(ratings))
        for each in range(FOLDS):
            values[fold == each] = table[fold == each] @ fit(table[fold != each], ratings[fold != each])
        found.append(values)
    return found


def tf_idf(texts: Sequence[str], ratings: Floats) -> Floats:
    """The peer: cross-validated ridge regression on tf-idf of words and pairs of words."""
    fold = np.random.default_rng(0).permutation(len(ratings)) % FOLDS
    values = np.zeros(len(ratings))
    for each in range(FOLDS):
        vectors = TfidfVectorizer(min_df=3, ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\w+|[^\w\s]")
        known = vectors.fit_transform([text for text, at in zip(texts, fold, strict=True) if at != each])
        asked = vectors.transform([text for text, at in zip(texts, fold, strict=True) if at == each])
        values[fold == each] = Ridge(3.0).fit(known, ratings[fold != each]).predict(asked)
    return values


def word_length(documents: Sequence[Document]) -> Floats:
    return np.array([each.letters() / max(each.words, 1) for each in documents])


def shipped(data: Rated, measure: Callable[[Document], Reading | None]) -> Floats:
    readings = [measure(each) for each in data.documents]
    return np.array([0.0 if each is None else float(each.value) for each in readings])


def rank(values: Floats, ratings: Floats) -> float:
    return float(spearmanr(values, ratings).statistic)


def quarters(values: Floats, ratings: Floats) -> float:
    """How often a text of the politest quarter gets more than one of the rudest."""
    low, high = np.quantile(ratings, [0.25, 0.75])
    ends = (ratings <= low) | (ratings >= high)
    return float(roc_auc_score(ratings[ends] >= high, values[ends]))


def extremes(values: Floats, ratings: Floats, count: int = 500) -> float:
    order = np.argsort(ratings, kind="stable")
    ends = np.r_[order[:count], order[-count:]]
    return float(roc_auc_score(np.r_[np.zeros(count), np.ones(count)], values[ends]))


def without_each_source(data: Rated, fit: Fit) -> Floats:
    sources = np.array(data.sources)
    values = np.zeros(len(sources))
    for source in sorted(set(data.sources)):
        weights = fit(data.cues[sources != source], data.ratings[sources != source])
        values[sources == source] = data.cues[sources == source] @ weights
    return values


def report(title: str, figures: Mapping[str, float]) -> None:
    print(title)
    for name, figure in figures.items():
        print(f"  {name:48s} {figure:.3f}")


def report_formality(title: str, data: Rated, fit: Fit) -> None:
    folds = cross_validated(data.cues, data.ratings, fit)
    figures = {
        "cross-validated": float(np.mean([rank(each, data.ratings) for each in folds])),
        "as shipped": rank(shipped(data, formality_dimension.measure), data.ratings),
        "word length alone": rank(word_length(data.documents), data.ratings),
        "tf-idf ridge, cross-validated": rank(tf_idf(data.texts, data.ratings), data.ratings),
    }
    if len(set(data.sources)) > 1:
        figures["on sources not learned from"] = rank(without_each_source(data, fit), data.ratings)
    report(title, figures)


def report_politeness(data: Rated, fit: Fit) -> None:
    folds = cross_validated(data.cues, data.ratings, fit)
    half = np.array([hashlib.sha256(text.encode()).digest()[0] % 2 for text in data.texts])
    unseen = data.cues[half == 1] @ fit(data.cues[half == 0], data.ratings[half == 0])
    peer = tf_idf(data.texts, data.ratings)
    for title, figure in (("top against bottom quarter", quarters), ("500 politest against 500 rudest", extremes)):
        figures = {
            "cross-validated": float(np.mean([figure(each, data.ratings) for each in folds])),
            "as shipped": figure(shipped(data, politeness_dimension.measure), data.ratings),
            "the paper's figures alone, nothing learned": figure(
                data.weighted({name: PAPERS_SCALE * each for name, each in PAPER.items()}), data.ratings
            ),
            "word length alone": figure(word_length(data.documents), data.ratings),
            "tf-idf ridge, cross-validated": figure(peer, data.ratings),
        }
        report(f"Politeness, requests, {title}: AUC", figures)
    held_out = quarters(unseen, data.ratings[half == 1])
    report("Politeness, learned on one half, quarters of the other: AUC", {"held out": held_out})


def print_weights(title: str, weights: Mapping[str, float]) -> None:
    print(title)
    chosen = {name: round(float(weight), 2) for name, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}
    print(json.dumps(dict(sorted(chosen.items(), key=lambda each: -each[1]))))


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--learn", action="store_true")
    options = arguments.parse_args()
    reader = Reader(collect("coach.languages", Language))
    german = rated(german_sentences(options.folder), reader, "de", cues)
    english = rated(english_mails(options.folder), reader, "en", cues)
    asked = rated(requests(options.folder), reader, "en", strategies)

    learn_german = signed_ridge(german.names, RIDGE["de"])
    german_weights = dict(zip(german.names, learn_german(german.cues, german.ratings), strict=True))
    learn_english = signed_ridge(english.names, RIDGE["en"], german_weights)
    learn_politeness = ridge_towards_paper(asked.names)

    report_formality("Formality, German sentences: Spearman", german, learn_german)
    report_formality("Formality, English mails: Spearman", english, learn_english)
    german_on_english = rank(english.weighted(german_weights), english.ratings)
    report(
        "Formality, English mails, weights of the German sentences", {"nothing learned in English": german_on_english}
    )
    report_politeness(asked, learn_politeness)
    if options.learn:
        english_weights = dict(zip(english.names, learn_english(english.cues, english.ratings), strict=True))
        for code, weights in (("de", german_weights), ("en", english_weights)):
            scaled = {name: SCALE[code] * each for name, each in (weights | UNRATED[code]).items()}
            print_weights(f"formality {code}", scaled)
        strategies_learned = learn_politeness(asked.cues, asked.ratings)
        reported = {name: PAPERS_SCALE * each for name, each in PAPER.items()}
        print_weights("politeness", reported | dict(zip(asked.names, strategies_learned, strict=True)))


if __name__ == "__main__":
    main()
