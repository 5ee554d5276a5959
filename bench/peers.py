"""Other ways to tell authors apart, as they are usually done; each gives likeness, drafts by profiles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from coach.languages._en_words import FUNCTION_WORDS

WORD = re.compile(r"[a-z']+")
CATEGORIES = {name: frozenset(words.split()) for name, words in FUNCTION_WORDS.items()}
FUNCTION = sorted({word for words in CATEGORIES.values() for word in words})
DELTA_WORDS = 150

Profiles = Sequence[Sequence[str]]


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def lsm(profiles: Profiles, drafts: Sequence[str]) -> np.ndarray:
    """Language style matching, raw (Gonzales, Hancock & Pennebaker 2010): 9 categories."""

    def shares(text: str) -> np.ndarray:
        words = _words(text)
        return np.array([100.0 * sum(w in each for w in words) / max(len(words), 1) for each in CATEGORIES.values()])

    usual = np.array([shares(" ".join(each)) for each in profiles])
    rows = [(1.0 - np.abs(usual - p) / (usual + p + 0.0001)).mean(axis=1) for p in map(shares, drafts)]
    return np.array(rows)


def delta(profiles: Profiles, drafts: Sequence[str]) -> np.ndarray:
    """Burrows' Delta over the 150 most frequent words."""
    every = Counter(word for each in profiles for text in each for word in _words(text))
    frequent = [word for word, _ in every.most_common(DELTA_WORDS)]

    def rates(text: str) -> np.ndarray:
        count = Counter(_words(text))
        return np.array([count[word] for word in frequent]) / max(count.total(), 1)

    usual = np.array([rates(" ".join(each)) for each in profiles])
    mean, spread = usual.mean(0), usual.std(0) + 1e-9
    z = (usual - mean) / spread
    return np.array([-np.abs(z - (rates(text) - mean) / spread).mean(axis=1) for text in drafts])


def _tfidf(profiles: Profiles, drafts: Sequence[str], **options: object) -> np.ndarray:
    vectors = TfidfVectorizer(sublinear_tf=True, **options)
    usual = vectors.fit_transform([" \n".join(each) for each in profiles])
    return np.asarray((vectors.transform(drafts) @ usual.T).todense())


def function_words(profiles: Profiles, drafts: Sequence[str]) -> np.ndarray:
    """Cosine of tf-idf over function words."""
    return _tfidf(profiles, drafts, vocabulary=FUNCTION, token_pattern=r"[a-z']+")


def character_grams(profiles: Profiles, drafts: Sequence[str]) -> np.ndarray:
    """Cosine of tf-idf over character 2-4-grams, line breaks as blanks."""
    return _tfidf(profiles, drafts, analyzer="char", ngram_range=(2, 4), lowercase=False, min_df=2)


def _surface(text: str) -> np.ndarray:
    words = re.findall(r"\w+", text)
    sentences = [each for each in re.split(r"[.!?]+\s", text) if each.strip()]
    lines = [line for line in text.split("\n") if line.strip()]
    paragraphs = [each for each in re.split(r"\n\s*\n", text) if each.strip()]
    many, lower = max(len(words), 1), [word.lower() for word in words]
    counts = [text.count(mark) for mark in (",", "!", "?", ":", ";", "(", "-", '"', "...")]
    pronouns = [
        sum(word in group for word in lower) for group in (("i", "me", "my"), ("we", "us", "our"), ("you", "your"))
    ]
    first, last = lines[0] if lines else "", lines[-1] if lines else ""
    return np.array([
        np.log(many), np.log(many / max(len(sentences), 1)), np.mean([len(word) for word in words] or [0]),
        np.log(len(paragraphs) or 1), *np.sqrt(np.array([*counts, *pronouns]) / many),
        len(first.split()) < 5, first.rstrip().endswith(","), len(last.split()) < 4, "'" in text,
    ], dtype=float)  # fmt: skip


def surface_cues(profiles: Profiles, drafts: Sequence[str]) -> np.ndarray:
    """Twenty surface cues; likelihood under the author's mean and (shrunken) variance."""
    seen = [np.array([_surface(text) for text in each]) for each in profiles]
    pooled = np.mean([each.var(0) for each in seen], axis=0) + 1e-6
    means = np.array([each.mean(0) for each in seen])
    spread = np.array([(len(each) * each.var(0) + 10.0 * pooled) / (len(each) + 10.0) for each in seen])
    rows = [-0.5 * ((_surface(text) - means) ** 2 / spread + np.log(spread)).sum(axis=1) for text in drafts]
    return np.array(rows)


PEERS: dict[str, Callable[[Profiles, Sequence[str]], np.ndarray]] = {
    "raw LSM": lsm,
    "Burrows' Delta": delta,
    "function words, tf-idf": function_words,
    "surface cues": surface_cues,
    "character 2-4-grams, tf-idf": character_grams,
}
