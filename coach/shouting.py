"""Words shouted in capitals; abbreviations (TÜV, DIN) are not."""

from __future__ import annotations

from collections.abc import Iterator

from coach.document import Analysis, Sentence
from coach.language import Language

LONG = 6  # letters; hardly an abbreviation is as long
MIDDLE = 4  # letters; from here on a word may be shouted if its neighbour is
SHORTEST = 3  # letters of a word that the language's lists know


def shouted(sentence: Sentence, language: Language) -> Iterator[int]:
    """The indexes of the sentence's tokens that are shouted, in order."""
    loud = sentence.known(_in_capitals)
    if not loud:
        return
    tokens = sentence.tokens
    listed = {index for hit in sentence.analysis.hits for index in range(hit.first, hit.last)}
    several = len(loud) > 1
    sure = {index for index in loud if _is_word(tokens[index].lower, language, listed=index in listed, several=several)}
    for index in loud:
        close = len(tokens[index].text) >= MIDDLE and not sure.isdisjoint({index - 1, index + 1})
        if index in sure or (close and tokens[index].lower not in language.meanings.acronyms):
            yield index


def _in_capitals(analysis: Analysis) -> tuple[int, ...]:
    """The tokens in capitals, abbreviations among them."""
    return tuple(
        index
        for index, token in enumerate(analysis.tokens)
        if len(token.text) > 1 and token.text.isupper() and token.text.isalpha()
    )


def _is_word(lower: str, language: Language, *, listed: bool, several: bool) -> bool:
    """Whether capitals are a shout: a word that the language's lists know, or one too long for an abbreviation beside
    others in capitals (alone it is a file, a product or a surname: README)."""
    if lower in language.meanings.acronyms or lower in language.abbreviations:
        return False
    known = listed or lower in language.telling_words or lower in language.meanings.stressed
    return (known and len(lower) >= SHORTEST) or (several and len(lower) >= LONG)
