"""What a language file offers: its pipeline, its word lists, its greetings, closings and forms of address."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from coach.answer_words import AnswerWords
from coach.bond_words import BondWords
from coach.care_words import CareWords
from coach.fact_words import FactWords
from coach.lexicon import Lexicon
from coach.meaning_words import MeaningWords
from coach.model import Token
from coach.need_words import NeedWords
from coach.plain_words import PlainWords
from coach.promise_words import PromiseWords
from coach.register_words import RegisterWords
from coach.remembering import remembered
from coach.wording import Habits

REMEMBERED = 2_000  # greetings and closings

Tagger = Callable[[Sequence[str]], list[tuple[Token, ...]]]
"""Sentences in, the tagged tokens of each out; one batch at a time."""


@dataclass(frozen=True, slots=True)
class Form:
    """A named greeting or closing: the phrases that show it, and where it stands between loose and formal.

    `phrases` are lower-case beginnings of the line; `formality` runs from -1 (loose) to +1 (formal); `write`
    is how to write it ({name} the person, {r} the ending that agrees with Herr), empty where nobody should.
    """

    name: str
    phrases: tuple[str, ...]
    formality: float
    write: str = ""
    needs_title: bool = False

    def phrase_in(self, line: str) -> str:
        """The longest of its phrases that begins this line."""
        lower = line.lower()
        return max((phrase for phrase in self.phrases if lower.startswith(phrase)), key=len, default="")


@dataclass(frozen=True, slots=True)
class Language:
    """One language that Einklang analyses."""

    code: str
    load: Callable[[], Tagger]
    lexicon: Lexicon
    greetings: tuple[Form, ...]
    closings: tuple[Form, ...]
    abbreviations: frozenset[str]
    ordinal_dot: bool
    telling_words: frozenset[str]
    short_forms: re.Pattern[str]
    plainer: Mapping[str, str]
    more_formal: Mapping[str, str]
    needs: NeedWords
    answers: AnswerWords
    meanings: MeaningWords
    question_words: frozenset[str]
    abrupt_starts: frozenset[str]
    titles: frozenset[str]
    honorifics: frozenset[str]
    male_honorifics: frozenset[str]
    groups: frozenset[str]
    letters_per_word: float
    abstract_word: re.Pattern[str]
    labels: Mapping[str, str]
    habits: Habits
    plain: PlainWords
    care: CareWords
    registers: RegisterWords
    facts: FactWords
    promises: PromiseWords
    bonds: BondWords

    def greeting_form(self, greeting: str) -> Form | None:
        """The form whose longest phrase begins this greeting line; None for a bare name or an unknown one."""
        return _longest(_Forms(self.greetings), greeting)

    def closing_form(self, closing: str) -> Form | None:
        """The form whose longest phrase begins this closing."""
        return _last_of(_Forms(self.closings), closing)


class _Forms:
    """Forms as a key: only the very same tuple is equal, which is quicker to say than whether all forms are."""

    __slots__ = ("every",)

    def __init__(self, every: tuple[Form, ...]) -> None:
        self.every = every

    def __hash__(self) -> int:
        return id(self.every)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Forms) and other.every is self.every


@remembered(REMEMBERED)
def _last_of(forms: _Forms, closing: str) -> Form | None:
    """ "Vielen Dank und viele Grüße" closes with its last part."""
    parts = re.split(r"\s(?:und|and|&|\+)\s", closing)
    return next((form for part in reversed(parts) if (form := _longest(forms, part))), None)


@remembered(REMEMBERED)
def _longest(forms: _Forms, line: str) -> Form | None:
    lower = " ".join(line.lower().split())
    best: tuple[int, Form] | None = None
    for form in forms.every:
        for phrase in form.phrases:
            if not lower.startswith(phrase) or lower[len(phrase) : len(phrase) + 1].isalpha():
                continue
            if best is None or len(phrase) > best[0]:
                best = (len(phrase), form)
    return best[1] if best else None
