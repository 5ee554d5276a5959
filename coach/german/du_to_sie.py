"""From du (and ihr) to Sie, in one German sentence: pronouns, possessives, reflexives, finite verbs, imperatives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.german.clauses import (
    JOINS,
    end_of,
    finite,
    has_object,
    is_stop,
    is_verb,
    start_of,
)
from coach.german.verbs import EVERYDAY, Verb, called, find
from coach.model import Token

DEIN = re.compile(r"(?i)dein(?=e[mnrs]?$|$|er?seits$|etwegen$|esgleichen$)")
EUER = re.compile(r"(?i)(?:euer(?=e?[mnrs]?$)|eur(?=e[mnrs]?$|er?seits$|etwegen$))")
CLIPPED = re.compile(r"(?i)\w+st[e']$")  # "haste", "kannste", "hast'"
DATIVE = frozenset("mit von bei zu nach aus seit gegenüber außer zum zur".split())
NO_CALLS = frozenset("danke bitte frage liste grüße anfrage rechnung bestelle gruß lieber hallo moment sodass".split())
MYSELF = frozenset("melden freuen bedanken entschuldigen kümmern beeilen erinnern beziehen".split())
ASKING = frozenset(
    "bitten raten empfehlen erlauben ermöglichen helfen einladen auffordern vorschlagen anbieten ermuntern".split()
)
THINKING = frozenset("hoffen denken glauben finden schätzen vermuten wünschen".split())
LEADS = frozenset("bitte dann also aber und oder doch sonst jetzt nun".split())
BEHIND_A_CALL = frozenset(
    """mir uns dich dir es das den die ihn sie ein eine einen bitte doch mal kurz einfach nicht dein deine deinen deiner
    mich gern gerne noch auch ruhig schon dazu daran dafür euch so nur viel keine keinen kein etwas selbst""".split()
)
GIVING = frozenset(
    "helfen danken schicken geben senden sagen zeigen erklären bringen empfehlen raten antworten".split()
)

Edits = dict[int, str]
"""Place of a token -> what stands there instead."""


class Sentence:
    """One sentence while it is changed; `addressed` are the places of the words that mean the reader."""

    def __init__(self, tokens: Sequence[Token], addressed: frozenset[int]) -> None:
        self._tokens = tokens
        self._addressed = addressed
        self._edits: Edits = {}
        self._verbs: set[int] = set()
        self._told: set[int] = set()

    def edits(self) -> Edits:
        """What to change, by the place of the token."""
        for place in range(len(self._tokens)):
            self._change_verb(place)
        for place in range(len(self._tokens)):
            if self._word(place) == "du":
                self._change_hidden_verb(place)
        for place in range(len(self._tokens)):
            if place in self._addressed or place in self._edits or self._tokens[place].lower in ("dich", "dir", "euch"):
                self._change_word(place)
        return {place: _cased(self._tokens, place, text) for place, text in self._edits.items()}

    # --- verbs ------------------------------------------------------------------------------------------

    def _change_verb(self, place: int) -> None:
        token = self._tokens[place]
        if CLIPPED.match(token.text) and self._change_clipped(place):
            return
        person = self._person_at(place)
        found = finite(self._tokens, place, person) if person else None
        if found:
            self._edits[place] = found.row.sie
            self._verbs.add(place)
            return
        told = self._told_to(place)
        if told:
            self._edits[place] = f"{_plural_call(told)} Sie"
            self._verbs.add(place)
            self._told.add(place)

    def _change_hidden_verb(self, place: int) -> None:
        """ "wenn du es nicht benutzt": a finite verb that looks like a participle."""
        clause = self._clause(place)
        if any(at in self._verbs for at in clause):
            return
        for at in reversed(clause):
            found = finite(self._tokens, at, "du") if at > place and is_verb(self._tokens[at]) else None
            if found:
                self._edits[at] = found.row.sie
                self._verbs.add(at)
                return

    def _change_clipped(self, place: int) -> bool:
        token = self._tokens[place]
        found = find(token.text[:-1], token.lemma, "du")
        if found is None or "du" in (self._word(place + 1), self._word(place - 1)):
            return False
        if place not in self._addressed and not self._is_clipped_for_sure(found[0]):
            return False
        self._edits[place] = f"{found[1].sie} Sie"
        self._verbs.add(place)
        return True

    @staticmethod
    def _is_clipped_for_sure(verb: Verb) -> bool:
        return verb.infinitive in ("haben", "können", "sein", "wollen", "müssen", "werden", "mögen", "wissen")

    def _person_at(self, place: int) -> str | None:
        """ "du" or "ihr" if this may be the finite verb of a clause about the reader."""
        token = self._tokens[place]
        if not is_verb(token) and not (token.lower.endswith("st") and self._beside(place, "du")):
            return None
        start, end = start_of(self._tokens, place), end_of(self._tokens, place)
        words = [self._tokens[at].lower for at in range(start, end)]
        if token.lower.endswith("t") and "du" in words and "PP" not in token.tag:
            return "du"
        if token.lower.endswith("st") and (
            place in self._addressed or self._joined_to_du(start) or self._opened(start)
        ):
            return "du"
        plural = any(self._is_plural_you(at) for at in range(start, end))
        return "ihr" if token.lower.endswith(("t", "seid")) and plural else None

    def _opened(self, start: int) -> bool:
        """A clause split from its "du" by another clause: "wenn du, wie gesagt, kommst"."""
        return any(token.lower == "du" for token in self._tokens[:start]) and not any(
            token.lower in ("er", "sie", "es", "man", "ich", "wir") for token in self._tokens[start:]
        )

    def _joined_to_du(self, start: int) -> bool:
        return self._word(start) in JOINS and any(token.lower == "du" for token in self._tokens[:start])

    def _beside(self, place: int, word: str) -> bool:
        return word in (self._word(place - 1), self._word(place + 1))

    def _is_plural_you(self, place: int) -> bool:
        return self._word(place) == "ihr" and place in self._addressed

    def _told_to(self, place: int) -> Verb | None:
        """The verb of an imperative that stands here: first in its clause, and nobody else is its subject."""
        token = self._tokens[place]
        if not token.text.isalpha() or token.lower in NO_CALLS:
            return None
        start = start_of(self._tokens, place)
        if any(self._word(at) not in LEADS for at in range(start, place)):
            return None
        several = self._told_to_several(place)
        if several:
            return several
        verb = called(token.text, token.lemma)
        if verb is None or not self._reads_as_call(place, verb):
            return None
        return verb

    def _told_to_several(self, place: int) -> Verb | None:
        if place not in self._addressed:
            return None
        found = find(self._tokens[place].text, self._tokens[place].lemma, "ihr")
        return found[0] if found and found[1].tense == "present" and not self._beside(place, "ihr") else None

    def _reads_as_call(self, place: int, verb: Verb) -> bool:
        token, behind = self._tokens[place], self._word(place + 1)
        if self._leaves_out_ich(place, verb) or self._has_subject_behind(place, verb):
            return False
        if token.text[:1].isupper() and place and not is_stop(self._tokens[place - 1]):
            return False  # a noun: "an Ort und Stelle"
        rest = self._rest(place)
        if any("FIN" in self._tokens[at].tag for at in rest):
            return False
        if verb.infinitive == "haben" and any(_is_participle(self._tokens[at]) for at in self._clause(place)):
            return False  # "Habe nie darüber nachgedacht" leaves out its "ich"
        if place in self._addressed or "IMP" in token.tag or token.lower == verb.call != verb.infinitive[:-2]:
            return True
        noun = token.tag.startswith(("NN", "NE", "FM", "AD"))
        closed = token.tag.startswith(("ART", "AP", "P", "K", "CARD"))
        alone = place + 1 >= len(self._tokens) or is_stop(self._tokens[place + 1])
        return not closed and (behind in BEHIND_A_CALL or (not noun and (alone or verb.infinitive in EVERYDAY)))

    def _leaves_out_ich(self, place: int, verb: Verb) -> bool:
        """ "Melde mich morgen", "Hoffe, du bist zufrieden": not an order."""
        behind = self._word(place + 1)
        if behind == "mich" and verb.infinitive in MYSELF:
            return True
        return behind == "," and self._tokens[place].lower.endswith("e") and verb.infinitive in THINKING

    def _has_subject_behind(self, place: int, verb: Verb) -> bool:
        behind = self._word(place + 1)
        if behind in ("ich", "du", "wir", "ihr", ":"):
            return True
        third = {row.forms[2] for row in verb.rows}
        return behind in ("er", "sie", "es", "man") and self._word(place) in third

    def _clause(self, place: int) -> range:
        return range(start_of(self._tokens, place), end_of(self._tokens, place))

    def _rest(self, place: int) -> range:
        """The words behind an imperative up to the next stop or joining word."""
        for at in range(place + 1, len(self._tokens)):
            if is_stop(self._tokens[at]) or self._word(at) in JOINS:
                return range(place + 1, at)
        return range(place + 1, len(self._tokens))

    # --- pronouns ---------------------------------------------------------------------------------------

    def _change_word(self, place: int) -> None:
        word = self._word(place)
        if place in self._edits:
            return
        if word == "du" or self._is_plural_you(place):
            self._edits[place] = "Sie"
        elif word in ("dich", "dir", "euch"):
            self._edits[place] = self._object(place)
        elif DEIN.match(word):
            self._edits[place] = DEIN.sub("Ihr", word, count=1)
        elif EUER.match(word):
            self._edits[place] = _from_euer(word)

    def _object(self, place: int) -> str:
        """ "sich" where the reader is the subject, too; else "Sie" or "Ihnen"."""
        tokens = self._tokens
        if self._is_reflexive(place):
            return "sich"
        word, before = self._word(place), self._word(place - 1)
        if word != "euch":
            return "Ihnen" if word == "dir" else "Sie"
        clause = range(start_of(tokens, place), end_of(tokens, place))
        lemmas = {tokens[at].lemma for at in clause if is_verb(tokens[at])}
        behind = [at for at in clause if at > place]
        gives = bool(lemmas & GIVING) or has_object(tokens, behind)
        return "Ihnen" if before in DATIVE or (gives and not tokens[place - 1].tag.startswith("APPR")) else "Sie"

    def _is_reflexive(self, place: int) -> bool:
        tokens = self._tokens
        start, end = start_of(tokens, place), end_of(tokens, place)
        if any(at in self._verbs for at in range(start, end)):
            return True
        with_zu = any(tokens[at].tag == "PTKZU" or "IZU" in tokens[at].tag for at in range(place, end))
        if not with_zu:
            return False
        before = [at for at in range(start) if (is_verb(tokens[at]) and "FIN" in tokens[at].tag) or at in self._verbs]
        behind = any(at in self._verbs for at in range(end, end_of(tokens, min(end, len(tokens) - 1))))
        if not before or (behind and self._word(start) == "um"):
            return behind
        return before[-1] in self._verbs or (self._word(start) != "um" and self._asks_reader(before[-1]))

    def _asks_reader(self, verb: int) -> bool:
        """ "Ich bitte dich, dich zu melden": whoever is asked is the subject of what follows."""
        clause = range(start_of(self._tokens, verb), end_of(self._tokens, verb))
        asked = any(self._word(at) in ("dich", "dir", "euch") for at in clause)
        return asked and any(self._tokens[at].lemma in ASKING for at in clause)

    def _word(self, place: int) -> str:
        return self._tokens[place].lower if 0 <= place < len(self._tokens) else ""


def _is_participle(token: Token) -> bool:
    return is_verb(token) and "PP" in token.tag


def _plural_call(verb: Verb) -> str:
    return "seien" if verb.infinitive == "sein" else verb.infinitive


def _from_euer(word: str) -> str:
    """ "euer" -> "Ihr", "eure" -> "Ihre", "euren" -> "Ihren"."""
    ending = word.removeprefix("euer") if word.startswith("euer") else word.removeprefix("eur")
    return "Ihr" + ending


def _cased(tokens: Sequence[Token], place: int, text: str) -> str:
    """A capital where the word replaced had one because a sentence begins."""
    word = tokens[place].text
    return text[0].upper() + text[1:] if word[:1].isupper() else text
