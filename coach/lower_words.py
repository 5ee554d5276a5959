"""The words of a sentence as lists have them: in lower case."""

from __future__ import annotations

from coach.document import Analysis


def lower_words(sentence: Analysis) -> tuple[str, ...]:
    """All tokens of a sentence in lower case; ask for it with `Analysis.known`, as several look for words in it."""
    return tuple([token.text.lower() for token in sentence.tokens])
