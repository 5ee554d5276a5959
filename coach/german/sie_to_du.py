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
from coach.model import Token

POSSESSIVE = re.compile(r"Ihr(?=e[mnrs]?$|$|er?seits$|etwegen$|esgleichen$)")
NO_COMMAND = frozenset(  # "wissen Sie, ..." and "kennen Sie ..." ask, whatever stop the writer set
    "wissen hoffen mögen scheinen kennen heißen wohnen besitzen gehören bekommen kriegen erhalten möchten".split()
)
CONDITIONS = frozenset("brauchen benötigen haben wünschen".split())  # "Brauchen Sie Hilfe, melden Sie sich"
SOFT = frozenset("bitte doch mal einfach ruhig kurz".split())  # after "dann" they tell an order from a prediction
ASKING = frozenset("manchmal jemals eigentlich oft schon zufällig überhaupt etwa".split())
FOR_ONESELF = frozenset(
    """vorstellen ansehen anschauen anhören merken überlegen wünschen leisten sichern gönnen holen kaufen besorgen
    notieren aufschreiben nehmen""".split()
)
LEADS = frozenset("bitte also aber und oder doch nun".split())
THEN = frozenset("dann sonst ansonsten".split())

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
            self._change_joined_verb(subject, verb)
        self._change_open_reflexives()
        return {place: _cased(self._tokens, place, text) for place, text in self._edits.items()}

    def _change_sie(self, place: int) -> None:
        verb = self._verb_of(place)
        if verb is None:
            self._edits[place] = "du" if self._stands_alone(place) else "dich"
            return
        self._subjects[place] = verb
        if self._commands(place, verb):
            assert verb.verb.call is not None
            self._edits[verb.place] = verb.verb.call
            self._edits[place] = ""
        else:
            self._edits[verb.place] = verb.row.du
            self._edits[place] = "du"

    def _stands_alone(self, place: int) -> bool:
        """A subject without its verb: "besser als Sie", "Und Sie?", "wenn Sie, ..."."""
        before = self._tokens[place - 1] if place else None
        after = self._tokens[place + 1] if place + 1 < len(self._tokens) else None
        if before is not None and before.lower in ("als", "wie"):
            return True
        opened = before is None or is_stop(before) or before.tag == "KOUS" or before.lower in JOINS
        return opened and (after is None or is_stop(after))

    def _verb_of(self, place: int) -> Finite | None:
        """The finite verb whose subject this "Sie" is; None where "Sie" is an object."""
        tokens = self._tokens
        if behind_preposition(tokens, place):
            return None
        start = start_of(tokens, place)
        opens = opener(tokens, start, place)
        if opens is not None:
            between = range(opens + 1, place)
            nouns = tokens[opens].tag == "KOUS" and any(tokens[at].tag == "NN" for at in between)
            return None if nouns or has_subject(tokens, between) else last_finite(tokens, place, "sie")
        before = place - 1
        while before > start and tokens[before].lower in BESIDE | {"sich"}:
            before -= 1
        named = before > start and tokens[before - 1].tag.startswith(("ART", "APPR", "ADJ", "PPOS", "PDAT", "CARD"))
        verb_like = before >= start and (is_verb(tokens[before]) or not named)
        found = finite(tokens, before, "sie") if verb_like else None
        if found:
            return None if self._has_own_subject(start, before) else found
        return self._verb_behind(start, place)

    def _verb_behind(self, start: int, place: int) -> Finite | None:
        """ "Sie haben", "Sie selbst haben": the verb comes second."""
        if any(is_verb(self._tokens[at]) and "FIN" in self._tokens[at].tag for at in range(start, place)):
            return None
        for at in range(place + 1, min(place + 6, end_of(self._tokens, place))):
            if is_verb(self._tokens[at]):
                second = all(self._tokens[each].lower in BESIDE for each in range(place + 1, at))
                return finite(self._tokens, at, "sie") if second else last_finite(self._tokens, place, "sie")
        return None

    def _has_own_subject(self, start: int, verb: int) -> bool:
        """ "Wir haben Sie", "Unsere Kollegen haben Sie": another subject stands before the verb."""
        before = [self._tokens[at].lower for at in range(start, verb) if self._tokens[at].text != "Sie"]
        governed = any(self._tokens[at].tag.startswith("APPR") for at in range(start, verb))
        return "wir" in before or "sie" in before or (not governed and bool(PEOPLE.intersection(before)))

    def _commands(self, place: int, verb: Finite) -> bool:
        """True for "Schicken Sie mir": a verb first, present, and no question."""
        tokens = self._tokens
        if verb.place > place or verb.row.tense not in ("present", "konjunktiv1") or verb.verb.call is None:
            return False
        if verb.row.tense == "konjunktiv1" and verb.verb.infinitive != "sein":
            return False
        if verb.verb.infinitive == "sein" and verb.row.tense == "present":
            return False
        end = end_of(tokens, place)
        inside = {tokens[at].lower for at in range(place, end)}
        lead = {tokens[at].lower for at in range(start_of(tokens, verb.place), verb.place)}
        if not lead <= LEADS | THEN or (lead & THEN and not inside & SOFT) or verb.verb.infinitive in NO_COMMAND:
            return False
        if verb.verb.infinitive == "lassen" and "uns" in inside:
            return True
        if self._asks(place) or inside & ASKING:
            return False
        if verb.verb.infinitive in ("haben", "werden") and any(_is_unfinished(tokens[at]) for at in range(place, end)):
            return False
        follows = end + 1 < len(tokens) and tokens[end].text == "," and is_verb(tokens[end + 1])
        return not (verb.verb.infinitive in CONDITIONS and follows)

    def _asks(self, place: int) -> bool:
        return any(self._tokens[at].text.startswith("?") for at in range(place, len(self._tokens)))

    def _change_reflexive(self, subject: int, verb: Finite) -> None:
        tokens = self._tokens
        start, end = start_of(tokens, min(subject, verb.place)), end_of(tokens, max(subject, verb.place))
        for at in range(start, end):
            if tokens[at].lower != "sich":
                continue
            inner = [each for each in range(start, end) if each > at]
            relative = any(tokens[each].tag.startswith("PRELS") for each in range(start, at))
            infinitives = {tokens[each].lemma for each in range(start, end) if is_verb(tokens[each])}
            prefix = next((tokens[each].lower for each in inner if tokens[each].tag == "PTKVZ"), "")
            named = {prefix + verb.verb.infinitive} | infinitives
            given = has_object(tokens, inner) or (bool(named & FOR_ONESELF) and (relative or "nehmen" not in named))
            self._edits[at] = "dir" if given else "dich"

    def _change_joined_verb(self, subject: int, verb: Finite) -> None:
        """ "Sie nehmen die Liste und prüfen sie": a second verb for the same subject."""
        tokens = self._tokens
        commands = self._edits.get(subject) == ""
        at = max(subject, verb.place)
        while at < len(tokens) - 2 and tokens[at].text not in ";:.!?":
            at += 1
            if tokens[at].lower not in JOINS or at + 1 in self._edits:
                continue
            place = self._joined(subject, verb, at)
            second = finite(tokens, place, "sie") if place is not None else None
            at_the_end = verb.place > subject + 1 and verb.verb.call is not None
            if second is None or (second.row.tense != verb.row.tense and not at_the_end):
                return
            as_call = commands and second.verb.call is not None
            self._edits[second.place] = str(second.verb.call) if as_call else second.row.du
            for each in range(at, end_of(tokens, at)):
                if tokens[each].lower == "sich":
                    self._edits[each] = "dir" if has_object(tokens, range(each, second.place)) else "dich"

    def _joined(self, subject: int, verb: Finite, join: int) -> int | None:
        """The place of a verb that a joining word ties to this one, if the clause behind has no subject."""
        tokens = self._tokens
        end = end_of(tokens, join)
        behind = range(join + 1, end)
        if has_subject(tokens, behind) or any(tokens[at].text == "Sie" for at in behind):
            return None
        if verb.place > subject + 1 and verb.place == join - 1:  # both at the end of their clauses
            last = [at for at in behind if is_verb(tokens[at])]
            return last[-1] if last else None
        if any(is_verb(tokens[at]) for at in range(max(verb.place, subject) + 1, join)):
            return None  # "können Sie anrufen und fragen": infinitives
        return join + 1 if is_verb(tokens[join + 1]) else None

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


def _is_unfinished(token: Token) -> bool:
    """A participle or infinitive: then "haben" and "werden" only help it."""
    return is_verb(token) and ("PP" in token.tag or "INF" in token.tag)


def _cased(tokens: Sequence[Token], place: int, text: str) -> str:
    """A capital where the sentence or a line begins; otherwise verbs and pronouns as they are written for du."""
    first = all(is_stop(token) for token in tokens[:place])
    word = tokens[place].text
    if text and word[:1].isupper() and (first or is_verb(tokens[place]) or _after_stop(tokens, place)):
        return text[0].upper() + text[1:]
    return text


def _after_stop(tokens: Sequence[Token], place: int) -> bool:
    return place > 0 and tokens[place - 1].text in (":", ".", "!", "?", "…")
