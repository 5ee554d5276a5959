"""One German sentence: which of its words address the reader, read from words, tags and their neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from coach.address.calls import IMPERATIVE, LIKELY, call
from coach.address.clause import LONGEST_CLAUSE, VERBS, Clause
from coach.address.marks import Mark
from coach.languages import _de_address as words
from coach.model import Token

DEFINITE = ("die", "diese", "jene", "unsere", "meine", "seine", "alle", "beide", "den", "diesen", "unseren")
QUOTES = frozenset("\"„“«»‚'")
FEMALE = re.compile(words.FEMALE, re.IGNORECASE)
MARKING = LIKELY.union(words.SIE, words.DU, words.IHR, words.CLIPPED, words.SINGULAR_VERBS)


@dataclass(frozen=True, slots=True)
class Found:
    """The marks of one sentence as (mark, index of its token).

    `whose_people`: it begins with "Ihr Chef", which no thing has.
    """

    marks: tuple[tuple[Mark, int], ...]
    whose_people: bool = False


@dataclass(frozen=True, slots=True)
class Others:
    """Whether the "Sie" of the next sentence may be whom this one names (`named`), and whether those are `people`."""

    named: bool
    people: bool


NOBODY_MEANT = Found(())


def read(tokens: tuple[Token, ...]) -> Found:
    """Which words of a German sentence address its reader."""
    likely = _likely(tokens)
    if not likely:
        return NOBODY_MEANT
    clause = _Reader(tokens)
    marks = [(mark, at) for at in likely if (mark := clause.mark(at)) is not None]
    if any(mark in (Mark.DU, Mark.IHR) for mark, _ in marks):
        marks = [(Mark.INITIAL if mark is Mark.SIE and clause.may_be_others(at) else mark, at) for mark, at in marks]
    if clause.is_generic(marks):
        marks = [(Mark.GENERIC if mark is Mark.DU else mark, at) for mark, at in marks]
    return Found(tuple(marks), clause.begins_with_relative())


def _likely(tokens: tuple[Token, ...]) -> list[int]:
    """The tokens that may be a mark, as `_Reader.mark` goes on to ask; most sentences have none."""
    asked = any(token.lower == "bitte" for token in tokens)  # then the word before it may be a call
    return [
        at
        for at, token in enumerate(tokens)
        if asked or token.lower in MARKING or token.text in words.SIE_DIALECT or token.tag.endswith(IMPERATIVE)
    ]


def others_named(tokens: tuple[Token, ...]) -> Others:
    """Whom a German sentence names besides writer and reader."""
    clause = _Reader(tokens)
    return Others(clause.names_others(), clause.names_people())


class _Reader(Clause):
    """A sentence being read."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        super().__init__(tokens)
        self._speech = self._quoted_from()

    def mark(self, at: int) -> Mark | None:
        word, text = self.lower[at], self.tokens[at].text
        if at >= self._speech or (self.shouted is False and text.isupper() and len(text) > 3):
            return None
        if word in words.SIE:
            return self._third_or_second(at)
        if word in words.DU:
            return None if self._is_no_person(at) else Mark.DU
        if word in words.IHR:
            return Mark.IHR
        if text in words.SIE_DIALECT and (
            text.startswith("Ih") or self.is_plural(at - 1) or self.word(at - 1) in words.PLURAL_VERBS
        ):
            return Mark.SIE
        if word in words.CLIPPED or (word in words.SINGULAR_VERBS and self.is_verb(at)):
            return Mark.DU
        return call(self, at)

    # --- sie, ihr, ihnen ------------------------------------------------------------------------------------

    def _third_or_second(self, at: int) -> Mark | None:
        word, text = self.lower[at], self.tokens[at].text
        if self._names_the_form(at):
            return None
        if word == "ihr" and self._is_you_all(at):
            return Mark.IHR
        if self.shouted or text[0].islower():
            return self._in_lower_case(at)
        if not self.is_initial(at):
            return Mark.SIE
        return Mark.INITIAL if self._may_begin(at) else None

    def _is_you_all(self, at: int) -> bool:
        """True for the pronoun in "ihr habt", "könnt ihr" and "wenn ihr fertig seid"; false for "ihr Angebot"."""
        before, after = self.word(at - 1), self.word(at + 1)
        if after in ("alle", "beide", "beiden", "zwei", "drei", "lieben"):
            return True
        if after in words.PLURAL_VERBS:
            return after in words.ONLY_PLURAL or self.starts_clause(at) or before in words.SUBORDINATORS
        if before in words.ONLY_PLURAL:
            return True
        if before in words.PLURAL_VERBS or self.is_plural_you(at - 1):
            return self.starts_clause(at - 1) or self.word(at - 2) in words.QUESTION_WORDS
        if self.tokens[at].tag.startswith("PPOSAT"):
            return False
        ends = self.until_comma(at)
        return before in words.SUBORDINATORS and any(self.is_plural_you(each) for each in ends)

    def _in_lower_case(self, at: int) -> Mark | None:
        """A "sie" for Sie in hasty mail: "können sie mir ...", "danke für ihre mail"."""
        word = self.lower[at]
        if word == "sie":
            return self._sie_in_lower_case(at)
        if word == "ihnen":
            thanks = self.word(at - 1) in ("danke", "danken", "wünsche", "wünschen")
            return Mark.LOWER if thanks or self.lower[max(0, at - 3) : at] == ["wie", "geht", "es"] else None
        if words.WRITTEN_TO.isdisjoint(self.lower[at + 1 : at + 3]):
            return None
        thanked = (
            any(each.startswith("dank") for each in self.lower[max(0, at - LONGEST_CLAUSE) : at])
            and self.word(at - 1) == "für"
        )
        hasty = self.is_hasty and not {"ich", "wir", "mich", "mir", "uns", "bitte"}.isdisjoint(self.vocabulary)
        return Mark.LOWER if hasty or thanked or self.word(at - 1) == "mir" else None

    def _sie_in_lower_case(self, at: int) -> Mark | None:
        before, after = self.word(at - 1), self.word(at + 1)
        if self._asks_or_bids(at):
            if self._speaks_to_me():
                return Mark.LOWER
            return Mark.INITIAL if self.is_hasty and self.asks else Mark.ALONE
        if not self.is_hasty:
            return None
        begged = before in ("bitte", "bitten") and not {"ich", "wir"}.isdisjoint(self.vocabulary)
        meant = before in ("wenn", "falls", "dass", "ob") and after in ("mir", "mich", "uns")
        starts = at == self.first and self.is_plural(at + 1) and self._speaks_to_me()
        return Mark.LOWER if begged or meant or starts else None

    def _asks_or_bids(self, at: int) -> bool:
        """True for the "sie" right behind a verb that opens a question or a request."""
        verb = at - 1
        if verb < 0 or not self.is_plural(verb):
            return False
        if self.word(verb - 1) in words.QUESTION_WORDS and self.is_hasty:
            return True
        opens = all(word in words.SOFT or word in words.LINKS for word in self.lower[self.first : verb])
        return opens or (self.starts_clause(verb) and (self.asks or self.word(verb - 1) == "bitte"))

    def _speaks_to_me(self) -> bool:
        return not words.BETWEEN_US.isdisjoint(self.vocabulary)

    def _may_begin(self, at: int) -> bool:
        """False where a first "Sie" or "Ihr" means her or them by its own sentence."""
        word, after = self.lower[at], at + 1
        if word in ("sie", "ihnen") and self._names_them_later:
            return False
        if word == "sie":
            return not self.is_singular(after)
        # "Ihr habe ich das schon gegeben": to her
        return not (word == "ihr" and self.tokens[at].tag == "PPER" and self.is_verb(after))

    @cached_property
    def _names_them_later(self) -> bool:
        """True for "Sie liegen im Lager, die Teile." """
        tags = [token.tag for token in self.tokens]
        last = len(tags) - 1
        while last > 0 and self.tokens[last].pos == "PUNCT":
            last -= 1
        commas = [at for at in range(last) if self.lower[at] == ","]
        if not commas or tags[last] not in ("NN", "NNA", "NE"):
            return False
        tail = range(commas[-1] + 1, last)
        return bool(tail) and self.lower[tail[0]] in DEFINITE and not any(self.tokens[at].pos in VERBS for at in tail)

    def may_be_others(self, at: int) -> bool:
        """True for a "Sie" in a sentence with a du that may be they: "dir und Ihnen", "Die Kollegen sagen, Sie ..." """
        for joint, other in ((at - 1, at - 2), (at + 1, at + 2)):
            if self.word(joint) in ("und", "oder", "sowie") and (self.word(other) in words.DU | words.IHR):
                return True
        if self.word(at - 1) not in (",", "dass", "ob", "wenn", "weil"):
            return False
        before = range(at - 1)
        own = any(self.lower[each] in ("wir", "sie") for each in before)
        named = any(self.tokens[each].pos in ("NOUN", "PROPN") for each in before)
        return named and not own and any(self.is_plural(each) for each in before)

    def _names_the_form(self, at: int) -> bool:
        """True for the word itself: "das Du", "beim Sie", "du zueinander sagen"."""
        before, after = self.word(at - 1), self.word(at + 1)
        if before in words.FORM_NAMES_BEHIND:
            return self.lower[at] in ("du", "sie")
        if before == "das" and self.lower[at] in ("du", "sie"):
            relative = self.word(at - 2) == "," or (at >= 2 and self.tokens[at - 2].tag.startswith("APPR"))
            return not relative and not (
                self.lower[at] == "sie" and at == self.first + 1 and not self.is_singular(at + 1)
            )
        clause = {self.lower[each] for each in self.clause_of(at)}
        agreeing = before in words.SINGULAR_VERBS | words.ONLY_PLURAL
        if agreeing or (self.is_plural(at - 1) and clause.isdisjoint(("wir", "ich"))):
            return False  # "würden Sie sagen, dass ...": a person
        said = after in ("sagen", "sagt", "zueinander") or (
            after == "zu" and self.word(at + 2) in ("mir", "dir", "uns", "ihnen")
        )
        return said and any(each.startswith(("sag", "gesagt")) for each in self.lower)

    # --- du -------------------------------------------------------------------------------------------------

    def _is_no_person(self, at: int) -> bool:
        if self.lower[at] != "du":
            return False
        before, after = self.word(at - 1), self.word(at + 1)
        if self._names_the_form(at) or (after in words.EXCLAIMED and at <= self.first + 1):
            return True
        return before in words.FRENCH and self.tokens[at].text == "du"

    def is_generic(self, marks: list[tuple[Mark, int]]) -> bool:
        """True where "du" means one: "Im Winter kannst du da nichts anbauen." """
        if self.asks or not all(mark in (Mark.DU, Mark.SIE) for mark, _ in marks):
            return False
        at = next((at for mark, at in marks if mark is Mark.DU and self.lower[at] == "du"), None)
        if at is None or any(word.startswith("dein") for word in self.lower):
            return False
        whenever = self.word(at - 1) == "wenn" and at - 1 <= self.first
        clause = self.lower if whenever else [self.lower[each] for each in self.clause_of(at)]
        twice = self.lower.count("du") > 1
        signs = words.SURE_GENERIC_SIGNS if whenever or twice else words.GENERIC_SIGNS
        if signs.isdisjoint(clause) or not words.PERSONAL_SIGNS.isdisjoint(clause):
            return False
        verb = at - 1  # "da machst du": something stands first; "dafür brauchst du nichts" promises
        return whenever or (verb > self.first and self.is_verb(verb) and self.lower[verb] not in words.PROMISED)

    def _quoted_from(self) -> int:
        """Where direct speech without quotation marks begins: "Er sagte: Du ..."; the end where there is none."""
        spoke = own = False
        for at, word in enumerate(self.lower[:-1]):
            spoke, own = spoke or word in words.SPEECH, own or word in ("ich", "wir", "nur")
            marked = self.tokens[at + 1].text in QUOTES  # then the quotation marks say where it ends
            if word == ":" and spoke and not own and not marked:
                return at
        return len(self.tokens)

    def names_others(self) -> bool:
        """True if "Sie" in the next sentence may mean them or her: "Die Teile sind da.", "Frau Wolf ist da." """
        capital = ("Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer")
        if any(token.text in capital for token in self.tokens[1:]) or "wir" in self.lower:
            return False
        if any(token.pos in ("NOUN", "PROPN") and FEMALE.fullmatch(token.lower) for token in self.tokens):
            return True
        if self._consults_them():
            return True
        verbs = [at for at, token in enumerate(self.tokens) if token.pos in VERBS]
        if not verbs:
            tags = [(self.lower[at], self.tokens[at + 1].tag) for at in range(len(self.tokens) - 1)]
            return any(word in ("die", "diese", "unsere", "alle") and tag.startswith("NN") for word, tag in tags)
        finite = [at for at in verbs if self.is_verb(at)] if len(verbs) > 1 else verbs
        return any(self.tokens[at].text.endswith("n") or self.lower[at] == "sind" for at in finite)

    def names_people(self) -> bool:
        """True if other people, a woman or a name are spoken of."""
        named = (token for token in self.tokens if token.pos in ("NOUN", "PROPN") or token.tag.startswith("NN"))
        return any(
            token.tag == "NE" or token.lower in words.PEOPLE or FEMALE.fullmatch(token.lower) is not None
            for token in named
        )

    def begins_with_relative(self) -> bool:
        """True for "Ihr Chef hat recht": somebody whom only people have."""
        at = self.first
        return self.word(at) in ("ihr", "ihre") and self.word(at + 1) in words.RELATED

    def _consults_them(self) -> bool:
        """True for "Ich habe die Kunden gefragt.": people who may be the "Ihnen" of the next sentence."""
        if words.CONSULTED.isdisjoint(self.vocabulary):
            return False
        pairs = [(self.lower[at], self.tokens[at + 1]) for at in range(len(self.tokens) - 1)]
        return any(word in DEFINITE and token.tag == "NN" and token.lower.endswith(("n", "s")) for word, token in pairs)
