"""Words that carry a feeling, with what stands round them: "not happy", "very happy", "freut mich gar nicht".

A negator reaches from where it stands to the end of the clause, over at most five words; in German it also stands
behind its verb. Turned round, a word weighs half ("not bad" is less than "good"): Taboada et al. 2011, simplified.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coach.document import Analysis, Document
from coach.lexicon import Hit
from coach.meaning_words import ClauseWords
from coach.model import Span, Token

CARRIERS = frozenset(
    """joy anger disappointment pleasant splendid unpleasant dreadful caring cold warm gratitude competence clueless
    achievement power affiliation""".split()
)
REACH = 5  # words between a negator and what it turns round
NEAR = 2  # tokens between an intensifier and its word
STRONGER, WEAKER = 1.5, 0.5
TURNED = -0.5
VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Feeling:
    """A hit on one of the lists CARRIERS: tokens [first, last) of a sentence, and its strength.

    The strength is 1 as it stands on the list, more or less with an intensifier, below 0 where it is negated.
    """

    category: str
    first: int
    last: int
    strength: float


@dataclass(frozen=True, slots=True)
class Felt:
    """A feeling at its place in a document."""

    category: str
    span: Span
    strength: float

    @property
    def negated(self) -> bool:
        return self.strength < 0


def felt(document: Document, *categories: str) -> tuple[Felt, ...]:
    """The feelings of the body on these lists, in order; of two that overlap the longer one, never both."""
    if document.language is None or not document.count(*categories):
        return ()
    read, wanted = document.language.meanings.feelings, frozenset(categories)
    return tuple(
        Felt(each.category, sentence.span_of(each.first, each.last), each.strength)
        for sentence in document.sentences
        if not wanted.isdisjoint(sentence.analysis.counts)
        for each in _apart([each for each in sentence.known(read) if each.category in wanted])
    )


def feelings_in(analysis: Analysis, words: ClauseWords) -> tuple[Feeling, ...]:
    """All feelings of one sentence, in order, each as strong as its surroundings make it."""
    hits = analysis.hits
    carriers = [hit for hit in hits if hit.category in CARRIERS]
    if not carriers:
        return ()
    idle = [hit for hit in hits if hit.category == "no_negator"]
    negators = [hit for hit in hits if hit.category == "negator" and not any(_overlap(hit, each) for each in idle)]
    modifiers = [hit for hit in hits if hit.category in ("intensifier", "diminisher")]
    return tuple(_feelings(carriers, negators, modifiers, analysis.tokens, words))


def _feelings(
    carriers: list[Hit], negators: list[Hit], modifiers: list[Hit], tokens: tuple[Token, ...], words: ClauseWords
) -> Iterator[Feeling]:
    for hit in carriers:
        strength = _strength(hit, modifiers)
        if any(negates(negator, hit, tokens, words) for negator in negators):
            strength *= TURNED
        yield Feeling(hit.category, hit.first, hit.last, strength)


def negates(negator: Hit, hit: Hit, tokens: tuple[Token, ...], words: ClauseWords) -> bool:
    """Whether a negator of the same sentence turns this hit round."""
    if _overlap(negator, hit):
        return False
    if negator.last <= hit.first:
        return _reaches(tokens, negator.last, hit.first, hit.last, words)
    if not words.behind_verb or not _may_lead(hit, tokens):
        return False
    return _reaches(tokens, hit.last, negator.first, negator.first, words)


def _may_lead(hit: Hit, tokens: tuple[Token, ...]) -> bool:
    """Whether a German negator may stand behind: a verb ("freut mich nicht"), an opening noun."""
    last = tokens[hit.last - 1]
    opens = last.pos == "NOUN" or (
        last.pos == "ADJ" and not last.lower.endswith("er")
    )  # "Besser geht es nicht" praises
    return (hit.first == 0 and opens) or any(tokens[at].pos in VERBS for at in range(hit.first, hit.last))


def _reaches(tokens: tuple[Token, ...], first: int, last: int, end: int, words: ClauseWords) -> bool:
    """Whether tokens [first, last) lie within one clause and are few enough; `end` is where the hit ends."""
    between = tokens[first:last]
    if sum(token.text[0].isalnum() for token in between) > REACH:
        return False
    for offset, token in enumerate(between):
        if token.lower in words.breaks:
            return False
        if token.lower in words.joins and any(each.pos in VERBS for each in tokens[first + offset : end]):
            return False
    return True


def _strength(hit: Hit, modifiers: list[Hit]) -> float:
    near = [each for each in modifiers if 0 <= hit.first - each.last < NEAR]
    if any(each.category == "intensifier" for each in near):
        return STRONGER
    return WEAKER if near else 1.0


def _apart(hits: list[Feeling]) -> list[Feeling]:
    """Without what lies under a longer hit; of equal ones the first stays."""
    if len(hits) < 2:
        return hits
    kept: list[Feeling] = []
    for hit in sorted(hits, key=lambda each: (each.first - each.last, each.first)):
        if not any(_overlap(hit, each) for each in kept):
            kept.append(hit)
    return sorted(kept, key=lambda each: each.first)


def _overlap(one: Hit | Feeling, other: Hit | Feeling) -> bool:
    return one.first < other.last and other.first < one.last
