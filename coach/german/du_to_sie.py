"""From du (and ihr) to Sie, in one German sentence: pronouns, possessives, reflexives, finite verbs, imperatives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.german.calls import Calls
from coach.german.clauses import JOINS, OPENS, end_of, finite, has_object, is_verb, start_of
from coach.german.verbs import Verb, find
from coach.languages._de_verbs import WITH_DATIVE
from coach.model import Token

DEIN = re.compile(r"(?i)dein(?=e[mnrs]?$|$|er?seits$|etwegen$|esgleichen$)")
EUER = re.compile(r"(?i)(?:euer(?=e?[mnrs]?$)|eur(?=e[mnrs]?$|er?seits$|etwegen$))")
DU_ENDINGS = ("st", "zt", "ßt", "xt")
CLIPPED = re.compile(r"(?i)\w+st[e']$")  # "haste", "kannste", "hast'"
LEAST_CLIPPED = 7  # letters: "machste"; "teste" is a call
DATIVE = frozenset("mit von bei zu nach aus seit gegenüber außer zum zur".split())
ASKING = frozenset(
    """bitten raten empfehlen erlauben ermöglichen helfen einladen auffordern vorschlagen anbieten ermuntern erinnern
    zwingen hindern überzeugen ermutigen""".split()
)
GIVING = frozenset(
    "schicken geben senden sagen zeigen erklären bringen anbieten liefern schreiben leihen schenken wünschen".split()
)

Edits = dict[int, str]
"""Place of a token -> what stands there instead."""


class Sentence:
    """One sentence while it is changed; `addressed` are the places of the words that mean the reader.

    `several`: the mail speaks to more than one person ("ihr", "euch").
    """

    def __init__(self, tokens: Sequence[Token], addressed: frozenset[int], *, several: bool = False) -> None:
        self._tokens = tokens
        self._addressed = addressed
        self._lower = [token.lower for token in tokens]
        self._edits: Edits = {}
        self._verbs: set[int] = set()
        self._several = several
        self._calls = Calls(tokens, addressed, several=several)

    def edits(self) -> Edits:
        """What to change, by the place of the token."""
        for place in range(len(self._tokens)):
            self._change_verb(place)
        for place in range(len(self._tokens)):
            if self._word(place) == "du":
                self._change_hidden_verb(place)
        for place in range(len(self._tokens)):
            if place in self._addressed or self._word(place) in ("dich", "dir", "euch") or self._is_plural_you(place):
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
            if person == "du":
                self._add_left_out_subject(place, found.row.sie)
            return
        told = self._calls.verb(place)
        if told:
            self._edits[place] = f"{_plural_call(told)} Sie"
            self._verbs.add(place)

    def _add_left_out_subject(self, place: int, verb: str) -> None:
        """ "Hast das gut gemacht", "wenn was brauchst": a du that is left out must be said as Sie."""
        clause = self._clause(place)
        said = ("du", "ihr", "ich", "wir")
        if place not in self._addressed or any(self._word(at) in said for at in range(clause.stop)):
            return
        opens = next((at for at in clause if at < place and self._tokens[at].tag in ("KOUS", "PWAV")), None)
        if opens is not None:
            self._edits[opens] = f"{self._tokens[opens].text} Sie"
        elif place == 0 and not self._tokens[-1].text.startswith("?"):
            self._edits[place] = f"Sie {verb}"
        else:
            self._edits[place] = f"{verb} Sie"

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
        if found is None or any(token.lower in row.forms for row in found[0].rows):
            return False  # "musste"
        if "du" in (self._word(place + 1), self._word(place - 1)):
            return False
        if not self._is_clipped_for_sure(found[0]) and (
            place not in self._addressed or len(token.text) < LEAST_CLIPPED
        ):
            return False
        self._edits[place] = f"{found[1].sie} Sie"
        self._verbs.add(place)
        return True

    @staticmethod
    def _is_clipped_for_sure(verb: Verb) -> bool:
        return verb.infinitive in ("haben", "können", "sein", "wollen", "müssen", "werden", "mögen", "wissen")

    def _person_at(self, place: int) -> str | None:
        """ "du" or "ihr" if this may be the finite verb of a clause about the reader."""
        token, lower = self._tokens[place], self._lower[place]
        if not is_verb(token) and not (lower.endswith("st") and self._beside(place, "du")):
            return None
        start, end = start_of(self._tokens, place), end_of(self._tokens, place)
        words = self._lower[start:end]
        if lower.endswith("t") and "du" in words and "PP" not in token.tag:
            return "du"
        joined = self._joined_to_du(start) and (lower.endswith("st") or place == start + 1)
        if lower.endswith(DU_ENDINGS) and joined:
            return "du"
        if lower.endswith("st") and place in self._addressed:
            return "du"
        if lower.endswith(DU_ENDINGS) and self._opened(start):
            return "du"
        if not lower.endswith(("t", "seid")) or "PP" in token.tag:
            return None
        opens = next((at for at in range(place + 1, end) if self._tokens[at].tag.startswith(OPENS)), end)
        plural = any(self._is_plural_you(at) for at in range(start, opens))  # "schaut mal ob ihr was findet"
        return "ihr" if plural or (self._several and self._joined_to_plural(start, place)) else None

    def _opened(self, start: int) -> bool:
        """A clause split from its "du" by another clause: "wenn du, wie gesagt, kommst"."""
        if self._tokens[start].tag.startswith(OPENS):
            return False
        return any(token.lower == "du" for token in self._tokens[:start]) and not any(
            token.lower in ("er", "sie", "es", "man", "ich", "wir", "das") or token.tag.startswith("NN")
            for token in self._tokens[start:]
        )

    def _joined_to_plural(self, start: int, place: int) -> bool:
        own = {"wer", "er", "man", "ich", "wir", "es"} & {self._word(at) for at in range(start, place + 2)}
        return self._word(start) in JOINS and not own and any(self._is_plural_you(at) for at in range(start))

    def _joined_to_du(self, start: int) -> bool:
        return self._word(start) in JOINS and "du" in self._lower[:start]

    def _beside(self, place: int, word: str) -> bool:
        return word in (self._word(place - 1), self._word(place + 1))

    def _is_plural_you(self, place: int) -> bool:
        if self._word(place) != "ihr":
            return False
        return place in self._addressed or (self._several and self._opens_clause_for_you(place))

    def _opens_clause_for_you(self, place: int) -> bool:
        """ "falls ihr mit der Bahn anreist": the clause closes with a verb that goes with you."""
        clause = range(place + 1, end_of(self._tokens, place))
        if not clause or not self._tokens[place - 1].tag.startswith(OPENS):
            return False
        verbs = [at for at in clause if is_verb(self._tokens[at])]
        last = finite(self._tokens, verbs[-1], "ihr") if verbs else None
        if last is None or "ich" in (self._word(at) for at in clause):
            return False
        plain = last.row.ihr == last.row.forms[2]  # "ob ihr Chef kommt"
        return not (plain and self._tokens[clause[0]].tag.startswith(("NN", "ADJ")))

    def _clause(self, place: int) -> range:
        return range(start_of(self._tokens, place), end_of(self._tokens, place))

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
        prefix = next((tokens[at].lower for at in clause if tokens[at].tag == "PTKVZ"), "")
        lemmas |= {prefix + lemma for lemma in lemmas}
        behind = [at for at in clause if at > place]
        if tokens[place - 1].tag.startswith("APPR") and place:
            return "Ihnen" if before in DATIVE else "Sie"
        if "gehen" in lemmas and any(tokens[at].lower in ("es", "geht's", "gehts", "s") for at in clause):
            return "Ihnen"
        gives = bool(lemmas & WITH_DATIVE) or (bool(lemmas & GIVING) and has_object(tokens, behind))
        return "Ihnen" if gives or any(tokens[at].lower == "gefällt" for at in clause) else "Sie"

    def _is_reflexive(self, place: int) -> bool:
        tokens = self._tokens
        start, end = start_of(tokens, place), end_of(tokens, place)
        joins = next((at for at in range(place + 1, end) if self._word(at) in JOINS), end)
        if any(at in self._verbs for at in range(start, joins)):
            return not any(self._word(at) in ("ich", "wir") for at in range(start, joins))
        if self._goes_on_unfinished(start, end):
            return True
        with_zu = any(tokens[at].tag == "PTKZU" or "IZU" in tokens[at].tag for at in range(place, end))
        if not with_zu:
            return False
        before = [at for at in range(start) if (is_verb(tokens[at]) and "FIN" in tokens[at].tag) or at in self._verbs]
        behind = any(at in self._verbs for at in range(end, end_of(tokens, min(end, len(tokens) - 1))))
        if not before or (behind and self._word(start) == "um"):
            return behind
        return before[-1] in self._verbs or (self._word(start) != "um" and self._asks_reader(before[-1]))

    def _goes_on_unfinished(self, start: int, end: int) -> bool:
        """ "Du kannst spielen und dich messen": a second infinitive of the same verb."""
        if self._word(start) not in JOINS or start == 0:
            return False
        verbs = [at for at in range(start, end) if is_verb(self._tokens[at])]
        if not verbs or any("(INF)" not in self._tokens[at].tag for at in verbs):
            return False
        return any(at in self._verbs for at in self._clause(start - 1))

    def _asks_reader(self, verb: int) -> bool:
        """ "Ich bitte dich, dich zu melden": whoever is asked is the subject of what follows."""
        clause = range(start_of(self._tokens, verb), end_of(self._tokens, verb))
        asked = any(self._word(at) in ("dich", "dir", "euch") for at in clause)
        return asked and any(self._tokens[at].lemma in ASKING for at in clause)

    def _word(self, place: int) -> str:
        return self._lower[place] if 0 <= place < len(self._lower) else ""


def _plural_call(verb: Verb) -> str:
    return "seien" if verb.infinitive == "sein" else verb.infinitive


def _from_euer(word: str) -> str:
    """ "euer" -> "Ihr", "eure" -> "Ihre", "euren" -> "Ihren"."""
    ending = word.removeprefix("euer") if word.startswith("euer") else word.removeprefix("eur")
    return "Ihr" + ending


def _cased(tokens: Sequence[Token], place: int, text: str) -> str:
    """A capital where the word replaced had one because a sentence begins."""
    word = tokens[place].text
    if text == "sich" and place:
        return text  # "Dich" has a capital of politeness; "sich" has none
    return text[0].upper() + text[1:] if word[:1].isupper() else text
