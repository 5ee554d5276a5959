"""From Sie to du: one German sentence, its pronouns, possessives, reflexives, finite verbs and imperatives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.german.clauses import (
    BESIDE,
    JOINS,
    PEOPLE,
    Finite,
    behind_preposition,
    end_of,
    finite,
    has_object,
    has_subject,
    is_stop,
    is_verb,
    last_finite,
    opener,
    start_of,
)
from coach.german.joined import WITH_INFINITIVE, joined_verbs
from coach.german.sie_commands import commands
from coach.languages._de_verbs import FOR_ONESELF, HAPPENING, TOLD_WITH_YOU
from coach.model import Token

POSSESSIVE = re.compile(r"Ihr(?=e[mnrs]?$|$|er?seits$|etwegen$|esgleichen$)")
Edits = dict[int, str]
"""Place of a token -> what stands there instead; the empty string takes it out with the blank before it."""


class Sentence:
    """One sentence while it is changed; `addressed` are the places of the words that mean the reader."""

    def __init__(self, tokens: Sequence[Token], addressed: frozenset[int]) -> None:
        self._tokens = tokens
        self._addressed = addressed
        self._edits: Edits = {}
        self._subjects: dict[int, Finite] = {}

    def edits(self) -> Edits:
        """What to change, by the place of the token."""
        for place in sorted(self._addressed):
            word = self._tokens[place].text
            if word == "Sie":
                self._change_sie(place)
            elif word == "Ihnen":
                self._edits[place] = "dir"
            elif POSSESSIVE.match(word):
                self._edits[place] = POSSESSIVE.sub("dein", word, count=1)
        for subject, verb in self._subjects.items():
            self._change_reflexive(subject, verb)
            self._change_joined_verbs(subject, verb)
        self._change_open_reflexives()
        return {place: _cased(self._tokens, place, text) for place, text in self._edits.items()}

    def _change_sie(self, place: int) -> None:
        verb = self._verb_of(place)
        if verb is None or self._is_taken(verb):
            self._edits[place] = "du" if self._stands_alone(place) else "dich"
            return
        self._subjects[place] = verb
        if commands(self._tokens, place, verb, self._subjects):
            assert verb.verb.call is not None
            self._edits[verb.place] = verb.verb.call
            self._edits[place] = ""
        else:
            self._edits[verb.place] = verb.row.du
            self._edits[place] = "du"

    def _is_taken(self, verb: Finite) -> bool:
        """ "Sie verkaufen Sie": the verb has a subject, and as "sich" is not said, that one means others."""
        subject = next((at for at, known in self._subjects.items() if known.place == verb.place), None)
        if subject == 0:
            del self._subjects[subject]
            self._edits = {at: text for at, text in self._edits.items() if at not in (subject, verb.place)}
        return subject is not None

    def _stands_alone(self, place: int) -> bool:
        """A subject without its verb: "besser als Sie", "Und Sie?", "wenn Sie, ..."."""
        before = self._tokens[place - 1] if place else None
        after = self._tokens[place + 1] if place + 1 < len(self._tokens) else None
        if before is not None and before.lower in ("als", "wie"):
            return True
        joined = before is not None and before.lower in JOINS
        if joined and self._is_verbless(place, comma=place > 1 and self._tokens[place - 2].text == ","):
            return True
        opened = before is None or is_stop(before) or before.tag == "KOUS" or joined
        return opened and (after is None or is_stop(after))

    def _is_verbless(self, place: int, *, comma: bool) -> bool:
        """ "..., und Sie sicher auch": what is left of a clause when its verb is not said again."""
        rest = [self._tokens[at] for at in range(place + 1, end_of(self._tokens, place))]
        if comma:
            return bool(rest) and not any(is_verb(token) for token in rest)
        return bool(rest) and all(token.tag in ("ADV", "PTKNEG") for token in rest)

    def _verb_of(self, place: int) -> Finite | None:
        """The finite verb whose subject this "Sie" is; None where "Sie" is an object."""
        tokens = self._tokens
        if behind_preposition(tokens, place):
            return None
        start = start_of(tokens, place)
        opens = opener(tokens, start, place)
        if opens is not None:
            between = range(opens + 1, place)
            if tokens[opens].lower == "die" and (found := last_finite(tokens, place, "sie")) and place == opens + 1:
                return None if found.verb.infinitive in HAPPENING else found
            nouns = tokens[opens].tag == "KOUS" and any(tokens[at].tag == "NN" for at in between)
            return None if nouns or has_subject(tokens, between) else last_finite(tokens, place, "sie")
        before = place - 1
        while before > start and tokens[before].lower in BESIDE | {"sich"}:
            before -= 1
        named = before > start and tokens[before - 1].tag.startswith(("ART", "APPR", "ADJ", "PPOS", "PDAT", "CARD"))
        verb_like = before >= start and (is_verb(tokens[before]) or not named)
        found = finite(tokens, before, "sie") if verb_like else None
        if found:
            return None if self._has_own_subject(start, before) or self._happens_to(place, found) else found
        return self._verb_behind(start, place)

    def _happens_to(self, place: int, verb: Finite) -> bool:
        """ "Stören Sie die Handwerker?": things or people behind the "Sie" are the subject."""
        if verb.verb.infinitive not in HAPPENING or place + 2 >= len(self._tokens):
            return False
        return (
            self._tokens[place + 1].lower in ("die", "diese", "unsere", "meine") and "NN" in self._tokens[place + 2].tag
        )

    def _verb_behind(self, start: int, place: int) -> Finite | None:
        """ "Sie haben", "Sie selbst haben": the verb comes second."""
        if any(is_verb(self._tokens[at]) and "FIN" in self._tokens[at].tag for at in range(start, place)):
            return None
        if place > 1 and self._tokens[place - 1].lower in JOINS and self._joins_infinitives(place):
            return None
        for at in range(place + 1, min(place + 6, end_of(self._tokens, place))):
            if is_verb(self._tokens[at]):
                second = all(self._tokens[each].lower in BESIDE for each in range(place + 1, at))
                return finite(self._tokens, at, "sie") if second else last_finite(self._tokens, place, "sie")
        return None

    def _joins_infinitives(self, place: int) -> bool:
        """ "Ich möchte Ihnen danken und Sie bitten, ...": the second infinitive of somebody else's verb."""
        tokens = self._tokens
        start = start_of(tokens, place - 1)
        before = range(start, place - 1)
        told = any(tokens[at].lower in ("ich", "wir", "er", "man") for at in before)
        if not told or "(INF)" not in tokens[place - 2].tag:
            return False
        verbs = [at for at in range(place + 1, end_of(tokens, place)) if is_verb(tokens[at])]
        return bool(verbs) and (verbs[0] > place + 1 or tokens[verbs[0]].lemma in TOLD_WITH_YOU)

    def _has_own_subject(self, start: int, verb: int) -> bool:
        """ "Wir haben Sie", "Unsere Kollegen haben Sie": another subject stands before the verb."""
        if verb > start and self._tokens[verb - 1].lower in JOINS and self._is_told_before(start, verb):
            return False
        before = [self._tokens[at].lower for at in range(start, verb) if self._tokens[at].text != "Sie"]
        governed = any(self._tokens[at].tag.startswith("APPR") for at in range(start, verb))
        return "wir" in before or "sie" in before or (not governed and bool(PEOPLE.intersection(before)))

    def _is_told_before(self, start: int, verb: int) -> bool:
        """ "Überweisen Sie sie oder vereinbaren Sie ...": the reader is the subject already."""
        return any(start <= subject < verb for subject in self._subjects) and "wir" not in (
            self._tokens[at].lower for at in range(start, verb)
        )

    def _change_reflexive(self, subject: int, verb: Finite) -> None:
        tokens = self._tokens
        start, end = start_of(tokens, min(subject, verb.place)), end_of(tokens, max(subject, verb.place))
        if verb.verb.infinitive in WITH_INFINITIVE:  # "können spielen und sich messen"
            while end + 1 < len(tokens) and tokens[end].lower in JOINS and self._stays_unfinished(end):
                end = end_of(tokens, end)
        for at in range(start, end):
            if tokens[at].lower != "sich" or at in self._edits:
                continue
            inner = [each for each in range(start, end) if each > at]
            relative = any(tokens[each].tag.startswith("PRELS") for each in range(start, at))
            infinitives = {tokens[each].lemma for each in range(start, end) if is_verb(tokens[each])}
            prefix = next((tokens[each].lower for each in inner if tokens[each].tag == "PTKVZ"), "")
            sure = {tokens[each].lower for each in inner} & {"sicher", "bewusst", "klaren"}  # "bist du dir sicher"
            named = {prefix + verb.verb.infinitive} | infinitives
            given = has_object(tokens, inner) or (bool(named & FOR_ONESELF) and (relative or "nehmen" not in named))
            self._edits[at] = "dir" if given or (sure and verb.verb.infinitive == "sein") else "dich"

    def _stays_unfinished(self, join: int) -> bool:
        behind = [self._tokens[at] for at in range(join + 1, end_of(self._tokens, join))]
        verbs = [token for token in behind if is_verb(token)]
        return bool(verbs) and "FIN" not in verbs[-1].tag and not any(token.text == "Sie" for token in behind)

    def _change_joined_verbs(self, subject: int, verb: Finite) -> None:
        """ "Sie nehmen die Liste und prüfen sie": further verbs of the same subject, and their "sich"."""
        tokens = self._tokens
        commands = self._edits.get(subject) == ""
        last = verb.place > subject + 1 and verb.verb.call is not None
        for second in joined_verbs(tokens, subject, verb, last=last):
            if second.place in self._edits:
                continue
            as_call = commands and second.verb.call is not None
            self._edits[second.place] = str(second.verb.call) if as_call else second.row.du
            start, end = start_of(tokens, second.place), end_of(tokens, second.place)
            for each in range(start, end):
                if tokens[each].lower == "sich" and each not in self._edits:
                    behind = range(each, second.place) if second.place > each else range(each, end)
                    self._edits[each] = "dir" if has_object(tokens, behind) else "dich"

    def _change_open_reflexives(self) -> None:
        """ "um sich zu waschen", "ich bitte Sie, sich zu melden": whoever the clause beside it speaks of."""
        tokens = self._tokens
        for at, token in enumerate(tokens):
            if token.lower != "sich" or at in self._edits:
                continue
            start, end = start_of(tokens, at), end_of(tokens, at)
            with_zu = any(tokens[each].tag == "PTKZU" or "IZU" in tokens[each].tag for each in range(at, end))
            finite_here = any("FIN" in tokens[each].tag for each in range(start, end))
            if with_zu and not finite_here and self._is_about_reader(start, end):
                self._edits[at] = "dir" if has_object(tokens, range(at + 1, end)) else "dich"

    def _is_about_reader(self, start: int, end: int) -> bool:
        """True if the clause before (at the sentence's start: the one behind) names the reader."""
        tokens = self._tokens
        before = [at for at in range(start) if is_verb(tokens[at]) and "FIN" in tokens[at].tag]
        behind = [at for at in range(end, len(tokens)) if is_verb(tokens[at]) and "FIN" in tokens[at].tag]
        verb = before[-1] if before else behind[0] if behind else None
        if verb is None:
            return False
        clause = range(start_of(tokens, verb), end_of(tokens, verb))
        return any(at in self._addressed and tokens[at].text in ("Sie", "Ihnen") for at in clause)


def _cased(tokens: Sequence[Token], place: int, text: str) -> str:
    """A capital where the sentence or a line begins; otherwise verbs and pronouns as they are written for du."""
    first = all(is_stop(token) for token in tokens[:place])
    word = tokens[place].text
    if text and word[:1].isupper() and (first or is_verb(tokens[place]) or _after_stop(tokens, place)):
        return text[0].upper() + text[1:]
    return text


def _after_stop(tokens: Sequence[Token], place: int) -> bool:
    return place > 0 and tokens[place - 1].text in (":", ".", "!", "?", "…")
