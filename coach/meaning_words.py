"""What a language knows about meaning: how it negates, tells time, commands, and names things and ideas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.document import Analysis
    from coach.negation import Feeling
    from coach.things import Things

Places = tuple[int, ...]
"""Indexes of tokens of one sentence."""


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Where clauses end: at `breaks`, and at `joins` where a new verb follows.

    `behind_verb` True: a negator may stand behind the verb that it turns round ("freut mich nicht").
    """

    breaks: frozenset[str]
    joins: frozenset[str]
    behind_verb: bool


@dataclass(frozen=True, slots=True)
class Ease:
    """A language's reading ease: base - per_sentence * words per sentence - per_syllable * syllables per word."""

    base: float
    per_sentence: float
    per_syllable: float


@dataclass(frozen=True, slots=True)
class Tenses:
    """The finite verbs of a sentence by tense."""

    past: Places = ()
    present: Places = ()
    future: Places = ()


@dataclass(frozen=True, slots=True)
class MeaningWords:
    """How one language says what it means; the functions read one sentence, so that its answer can be kept.

    `commands` are imperatives, `borrowed` English words in another language, `compounds` nouns of several nouns;
    None where the language has no such thing. `acronyms` are written in capitals without being shouted, `stressed`
    words in capitals are a shout even alone.
    """

    feelings: Callable[[Analysis], tuple[Feeling, ...]]
    things: Callable[[Analysis], Things]
    tenses: Callable[[Analysis], Tenses]
    commands: Callable[[Analysis], Places]
    modals: Callable[[Analysis], Places]
    syllables: Callable[[Analysis], int]
    ease: Ease
    question_words: frozenset[str]
    acronyms: frozenset[str]
    stressed: frozenset[str]
    borrowed: Callable[[Analysis], Places] | None = None
    compounds: Callable[[Analysis], Places] | None = None


def entries(text: str) -> tuple[str, ...]:
    """Entries for a Lexicon from white-space separated words; `_` stands for the blank within a phrase."""
    return tuple(word.replace("_", " ") for word in text.split())
