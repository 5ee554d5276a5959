"""What follows from an English word and its tag: universal part of speech and lemma, by the rules of spaCy's model.

The model's rules for one word are read once into dictionaries, so that no word needs a document of its own; those for
two words ("gon na") are spaCy's own, and few sentences hold their words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np

ALWAYS = {"DEP": "", "IS_SPACE": False}  # of a word, without a parser

WordReader = Callable[[str, str], tuple[str, str]]
"""A word and its tag in, its lemma and universal part of speech out."""

Condition = Callable[[Any], bool]
ANY = (None,)
_Rule = tuple[int, Mapping[str, str]]
"""A rule's number and what it gives a word."""


def word_reader(ruler: Any, lemmatizer: Any) -> WordReader:
    """Reads words as the two components do, each word alone."""
    _make_quick(lemmatizer)
    rules = WordRules(ruler.patterns)
    written = {rule["attrs"].get("MORPH", "") for rule in ruler.patterns}
    morphs = {each: _Morph.read(ruler.vocab, each) for each in {"", *written}}

    def word(text: str, tag: str) -> tuple[str, str]:
        found = rules.attributes(text, tag)
        part, lemma = found.get("POS", ""), found.get("LEMMA")
        if lemma is None:
            lemma = lemmatizer.lemmatize(_Alone(text, part, morphs[found.get("MORPH", "")]))[0]
            lemmatizer.cache.clear()  # it has no bound
        return lemma, part

    return word


def _make_quick(lemmatizer: Any) -> None:
    """Its known words are lists of up to 57,000 in which it looks for every form of a new word; as sets it need not."""
    known = lemmatizer.lookups.get_table("lemma_index")
    for part in list(known):
        known[part] = frozenset(known[part])


class _Morph(NamedTuple):
    """As much of what spaCy tells of a word's form as its lemmatizer asks for."""

    key: str
    features: dict[str, str]

    @classmethod
    def read(cls, vocab: Any, written: str) -> _Morph:
        from spacy.tokens import MorphAnalysis

        return cls(written, MorphAnalysis(vocab, written).to_dict())

    def to_dict(self) -> dict[str, str]:
        return self.features


class _Alone(NamedTuple):
    """As much of a spaCy token as its lemmatizer asks for."""

    text: str
    pos_: str
    morph: _Morph

    @property
    def orth(self) -> str:
        return self.text

    @property
    def pos(self) -> str:
        return self.pos_


class WordRules:
    """The rules of an attribute ruler that look at one word."""

    def __init__(self, patterns: Iterable[Mapping[str, Any]]) -> None:
        """Takes what `AttributeRuler.patterns` gives; a ValueError names a pattern that asks for more than is known."""
        # By the tag and the lower-case word that they are for, with their number in the ruler.
        self._exact: dict[tuple[str | None, str | None], list[_Rule]] = defaultdict(list)
        self._others: list[tuple[Condition, Condition, _Rule]] = []  # with what they ask of the tag and of the word
        for number, rule in enumerate(patterns):
            for pattern in rule["patterns"]:
                if len(pattern) == 1:
                    self._add(pattern[0], (number, rule["attrs"]))

    def attributes(self, word: str, tag: str) -> dict[str, str]:
        """What a word with this tag is given; of two rules the later one has the last word."""
        lower, exact = word.lower(), self._exact
        fitting = [*exact.get((tag, None), ()), *exact.get((tag, lower), ()), *exact.get((None, lower), ())]
        fitting += [rule for of_tag, of_word, rule in self._others if of_word(lower) and of_tag(tag)]
        found: dict[str, str] = {}
        for _, attributes in sorted(fitting, key=itemgetter(0)):
            found.update(attributes)
        return found

    def _add(self, pattern: Mapping[str, Any], rule: _Rule) -> None:
        if not pattern.keys() <= {*ALWAYS, "TAG", "LOWER"}:
            raise ValueError(f"a rule of spaCy's model cannot be read: {pattern}")
        if not all(_condition(pattern[name])(value) for name, value in ALWAYS.items() if name in pattern):
            return
        tags, words = _choices(pattern.get("TAG")), _choices(pattern.get("LOWER"))
        if tags and words and (tags, words) != (ANY, ANY):
            for tag, word in product(tags, words):
                self._exact[tag, word].append(rule)
        else:
            self._others.append((_condition(pattern.get("TAG")), _condition(pattern.get("LOWER")), rule))


def _choices(wanted: Any) -> Sequence[str | None]:
    """The values that meet a condition as spaCy's Matcher writes it: ANY without one, none where they are not listed."""
    if wanted is None:
        return ANY
    if isinstance(wanted, str):
        return (wanted,)
    return tuple(dict.fromkeys(wanted["IN"])) if wanted.keys() == {"IN"} else ()


def _condition(wanted: Any) -> Condition:
    """Whether a value meets a condition as spaCy's Matcher writes it."""
    if not isinstance(wanted, dict):
        return lambda value: wanted is None or value == wanted
    match wanted:
        case {"IN": values} if len(wanted) == 1:
            return frozenset(values).__contains__
        case {"NOT_IN": values} if len(wanted) == 1:
            return lambda value: value not in values
        case {"REGEX": regex} if len(wanted) == 1:
            search = re.compile(regex).search
            return lambda value: search(value) is not None
    raise ValueError(f"a condition of spaCy's model cannot be read: {wanted}")


class PairRules:
    """The rules that look at two words; all of them set lemmas, and few sentences hold their words."""

    def __init__(self, vocab: Any, patterns: Iterable[Mapping[str, Any]]) -> None:
        from spacy.pipeline import AttributeRuler

        self._rules = AttributeRuler(vocab)
        self._words: set[str] = set()
        for rule in patterns:
            wide = [each for each in rule["patterns"] if len(each) > 1]
            if not wide or set(rule["attrs"]) != {"LEMMA"}:
                continue
            self._rules.add(wide, rule["attrs"], rule["index"])
            for each in wide:  # a word that must be there; a pair rule without any is not in the model
                self._words.add(next(word["LOWER"] for word in each if isinstance(word["LOWER"], str)))

    def may_hold(self, lower: Iterable[str]) -> bool:
        """False where none of these words, in small letters, is in a rule for two."""
        return not self._words.isdisjoint(lower)

    def lemmas(self, doc: Any, tags: Sequence[int]) -> dict[int, str]:
        """The lemmas they set, by the place of the token; `tags` are spaCy's numbers."""
        doc.from_array(["TAG"], np.array(tags, dtype=np.uint64))
        return {place: token.lemma_ for place, token in enumerate(self._rules(doc)) if token.lemma}
