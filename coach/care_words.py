"""What a language file offers for care in a mail: apologies, empathy, promises with a date, answers, warm endings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ApologyPart(StrEnum):
    """The parts of an apology, the one that counts most first (Lewicki, Polin & Lount 2016)."""

    RESPONSIBILITY = "responsibility"
    REPAIR = "repair"
    EXPLANATION = "explanation"
    REGRET = "regret"
    REPENTANCE = "repentance"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence to offer, as it is written formally and loosely (empty: alike).

    {Slots} stand for words that depend on who is written to and who writes; `asks` says that it holds a gap.
    """

    formal: str
    loose: str = ""
    asks: bool = False


Slots = Mapping[str, Mapping[str, str]]
"""Slot -> word, by reader ("sie", "du", "ihr", "you") or by writer ("one", "many")."""


@dataclass(frozen=True, slots=True)
class ApologyWords:
    """How a language apologises.

    `shows` are patterns over a lower-case sentence; `excuses` are sentences that only look like an apology;
    `conditional` (any case) says sorry only if there is a reason to; `wants` is a customer who asks for one; `faults`
    name the need patterns that speak of a fault of the reader's.
    """

    shows: Mapping[ApologyPart, re.Pattern[str]]
    excuses: re.Pattern[str]
    conditional: re.Pattern[str]
    wants: re.Pattern[str]
    faults: frozenset[str]
    offers: Mapping[ApologyPart, Line]


@dataclass(frozen=True, slots=True)
class Matter:
    """What a customer complains of: the words that tell (lower case), a line of regret and one of understanding.

    With {thing} in its lines it needs a noun of the customer's own, found in `EmpathyWords.things`.
    """

    name: str
    told: re.Pattern[str]
    regret: Line
    understanding: Line


@dataclass(frozen=True, slots=True)
class EmpathyWords:
    """How a language shows empathy; `things` are nouns (or the last part of one) with what stands before them.

    `heated` name the need patterns that speak of anger or disappointment, `personal` are words without which such a
    complaint is about a thing and not about the reader's service; `thanks_first` is a sentence that thanks for
    the mail: empathy comes behind it.
    """

    shows: re.Pattern[str]
    denies: re.Pattern[str]
    matters: tuple[Matter, ...]
    general: Matter
    things: Mapping[str, str]
    thanks_first: re.Pattern[str]
    heated: frozenset[str]
    personal: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PromiseWords:
    """Promises without a date; all patterns over lower-case text.

    `vague` are the words to change, `promised` a clause that promises, `continues` one that goes on with the subject
    of the clause before, `dated` words that name a time or what it hangs on, `unsure` what makes a sentence no
    promise, `otherwise` what makes a clause none (past, negated). `with_noun` is a vague adjective
    (article and noun: its groups) that may go where one of `gives` stands. `gap` stands instead. `bare` are whole
    sentences that promise no result; `report` goes on with them, unless the draft says already (`reports`) that its
    writer will come back.
    """

    vague: re.Pattern[str]
    promised: re.Pattern[str]
    continues: re.Pattern[str]
    dated: re.Pattern[str]
    unsure: re.Pattern[str]
    otherwise: re.Pattern[str]
    with_noun: re.Pattern[str]
    gives: re.Pattern[str]
    gap: str
    bare: re.Pattern[str]
    report: Mapping[str, str]
    reports: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class AskedWords:
    """How a draft takes a question up and leaves the answer to its writer; `asides` are words that go unsaid there.

    `asked` and `wished` stand before a quotation, `clause` before an indirect question, `topics` name what a question
    is about; `nobody` stands before a quotation where the form of address is not known. A question that begins with one
    of `leans` hangs on what was said before; `please` (lower case) marks a request in so many words. `outcry` is asked
    of nobody, `requests` are the words without which a command may be an example or advice, and `wrapped` opens a
    question whose "yes" would be no answer ("Does anybody know when ..."); all three for any case.
    """

    asked: str
    wished: str
    nobody: str
    clause: str
    topic: str
    topics: tuple[tuple[re.Pattern[str], str], ...]
    gap: str
    quotes: tuple[str, str]
    asides: frozenset[str]
    leans: frozenset[str]
    please: re.Pattern[str]
    outcry: re.Pattern[str]
    requests: re.Pattern[str]
    wrapped: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class CloseWords:
    """How a mail ends warmly: by kind, the line to offer and what shows that the draft has it already.

    `warm` is a sentence that ends a mail well, `cold` a whole sentence that may go, `never` a mail that wants no such
    line, `meets` one that settles a meeting, `refuses` one that turns the reader down; `wants_answer` asks them for
    something, `reader` is a word for them.
    """

    lines: Mapping[str, Line]
    has: Mapping[str, re.Pattern[str]]
    warm: re.Pattern[str]
    cold: re.Pattern[str]
    never: re.Pattern[str]
    meets: re.Pattern[str]
    refuses: re.Pattern[str]
    wants_answer: re.Pattern[str]
    reader: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class VoiceWords:
    """Where one person speaks as "we": verbs with which somebody promises or apologises (`own`, lemmas).

    `shared` are words that make "we" the company or both sides, `faults` nouns of which "our" is "my"; `reflexive`
    verbs take a reflexive object, `reflexive_dative` one in the dative; `team` closes a mail of several people.
    `phrases` are such verbs with what follows them, for a language where the verb alone does not tell.
    """

    own: frozenset[str]
    phrases: re.Pattern[str]
    shared: re.Pattern[str]
    faults: frozenset[str]
    team: re.Pattern[str]
    reflexive: frozenset[str] = frozenset()
    reflexive_dative: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CareWords:
    """Everything one language offers for care in a mail; `capital` slots of du are written large where a draft does."""

    readers: Slots
    writers: Slots
    apology: ApologyWords
    empathy: EmpathyWords
    promises: PromiseWords
    asked: AskedWords
    closes: CloseWords
    voice: VoiceWords
    courtesy: re.Pattern[str]
    capital: frozenset[str] = field(default=frozenset())
