"""How well formality and politeness agree with people, and what learns their weights.

    python bench/registers.py DATA_FOLDER [--learn]

"Cross-validated" learns the weights anew without the fold it is tested on; "as shipped" reads the file's rounded
weights, which were learned on these very texts, and is the higher for it. Peers in the same run: the mean length of
words, and a ridge regression on tf-idf that nobody can read. `--learn` prints the weights that the files hold.
Politeness is learned and told from the rows whose ratings follow their texts (`rated_requests.py`), and told for the
whole file beside.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rated_requests import (
    EXPECTED,
    LEAST_WEIGHT,
    print_check,
    rank,
    reported,
    requests,
    ridge_towards_paper,
    unsound,
    without_content,
)
from scipy.optimize import nnls
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import Ridge
from sklearn.metrics import roc_auc_score

from coach.collect import collect
from coach.dimensions import formality as formality_dimension
from coach.dimensions import politeness as politeness_dimension
from coach.document import Document
from coach.formality import cues
from coach.language import Language
from coach.languages import _en_words
from coach.model import Reading
from coach.politeness import tally
from coach.reader import Reader

Floats = NDArray[np.float64]
Fit = Callable[[Floats, Floats], Floats]

FOLDS, DRAWINGS = 10, 5
FUNCTION_WORDS = frozenset(word for words in _en_words.FUNCTION_WORDS.values() for word in words.split())
RIDGE = {"de": 100.0, "en": 30.0}
LEAST_SPREAD = 0.06  # of a cue of formality: a rare one is not blown up

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


@dataclass(frozen=True)
class Rated:
    """Rated texts: the rating, the source within the corpus, what was read, and the cues by name."""

    texts: list[str]
    ratings: Floats
    sources: list[str]
    names: list[str]
    cues: Floats
    documents: list[Document]

    def only(self, chosen: NDArray[np.bool_]) -> Rated:
        """The chosen texts."""
        at = np.flatnonzero(chosen)
        texts, sources, documents = ([each[row] for row in at] for each in (self.texts, self.sources, self.documents))
        return Rated(texts, self.ratings[at], sources, self.names, self.cues[at], documents)

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
        known = [text for text, at in zip(texts, fold, strict=True) if at != each]
        asked = [text for text, at in zip(texts, fold, strict=True) if at == each]
        values[fold == each] = tf_idf_learned(known, ratings[fold != each], asked)
    return values


def tf_idf_learned(known: Sequence[str], ratings: Floats, asked: Sequence[str]) -> Floats:
    """What the peer, learned on the known texts, makes of the asked."""
    vectors = TfidfVectorizer(min_df=3, ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\w+|[^\w\s]")
    table = vectors.fit_transform(known)
    return np.asarray(Ridge(3.0).fit(table, ratings).predict(vectors.transform(asked)))


def word_length(documents: Sequence[Document]) -> Floats:
    return np.array([each.letters() / max(each.words, 1) for each in documents])


def shipped(data: Rated, measure: Callable[[Document], Reading | None]) -> Floats:
    readings = [measure(each) for each in data.documents]
    return np.array([0.0 if each is None else float(each.value) for each in readings])


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


def report_politeness(title: str, data: Rated, fit: Fit, manner: Sequence[str]) -> None:
    """Prints the agreement with the ratings; `manner` is the texts without what they are about."""
    folds = cross_validated(data.cues, data.ratings, fit)
    values = {
        "as shipped": shipped(data, politeness_dimension.measure),
        "the paper's figures alone, nothing learned": data.cues @ reported(data.names),
        "word length alone": word_length(data.documents),
        "tf-idf ridge, cross-validated": tf_idf(data.texts, data.ratings),
        "the same of function words only": tf_idf(manner, data.ratings),
    }
    measures = {"top against bottom quarter: AUC": quarters, "500 politest against 500 rudest: AUC": extremes}
    for name, figure in (measures | {"Spearman": rank}).items():
        ours = {"cross-validated": float(np.mean([figure(each, data.ratings) for each in folds]))}
        report(f"{title}, {name}", ours | {peer: figure(each, data.ratings) for peer, each in values.items()})


def report_halves(data: Rated, fit: Fit) -> None:
    """Prints what weights learned on the half whose texts were read make of the half that nobody looked into."""
    unread = np.array([hashlib.sha256(text.encode()).digest()[0] % 2 == 1 for text in data.texts])
    read, others = data.only(~unread), data.only(unread)
    ours = others.cues @ fit(read.cues, read.ratings)
    peer = tf_idf_learned(read.texts, read.ratings, others.texts)
    figures = {"ours": quarters(ours, others.ratings), "tf-idf ridge": quarters(peer, others.ratings)}
    report("Politeness, learned on the half that was read, quarters of the other: AUC", figures)


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
    predicted = tf_idf(asked.texts, asked.ratings)
    stretch = unsound(predicted, asked.ratings)
    print_check(asked.texts, predicted, asked.ratings, stretch)
    rows = len(asked.texts)
    sound = np.ones(rows, dtype=bool) if stretch is None else stretch.sound(rows)
    kept = asked.only(sound)
    for title, data in (("Politeness, sound rows", kept), ("Politeness, whole file", asked)):
        report_politeness(title, data, learn_politeness, without_content(data.texts, FUNCTION_WORDS))
    report_halves(kept, learn_politeness)
    if options.learn:
        english_weights = dict(zip(english.names, learn_english(english.cues, english.ratings), strict=True))
        for code, weights in (("de", german_weights), ("en", english_weights)):
            scaled = {name: SCALE[code] * each for name, each in (weights | UNRATED[code]).items()}
            print_weights(f"formality {code}", scaled)
        weights = learn_politeness(kept.cues, kept.ratings)
        print_weights("politeness", EXPECTED | dict(zip(asked.names, weights, strict=True)))


if __name__ == "__main__":
    main()
