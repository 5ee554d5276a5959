"""Where a German clause begins and ends, and which verb is its finite one; by tags, not by a parser."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coach.german.verbs import Row, Verb, find
from coach.model import Token

JOINS = frozenset("und oder aber sondern denn sowie bzw. beziehungsweise".split())
OPENS = ("KOUS", "KOUI", "PREL", "PWS", "PWAV", "PWAT")  # words that send the finite verb to the end
SUBJECTS = frozenset("ich wir er es man ihr wer jemand niemand jeder".split())
PREPOSITIONS = ("APPR", "APPRART")
STOPS = frozenset(',;:.!?–—-()[]"„“”»«…/')
LIKENING = frozenset("als wie außer statt".split())
GENITIVE = frozenset("der des dieser dieses unserer unseres ihrer ihres seiner seines deiner meiner eurer".split())
HELPERS = frozenset("haben hätten hatten werden würden".split())
BESIDE = frozenset("auch denn nur gerade bitte eigentlich nicht selbst beide alle".split())
PEOPLE = frozenset("kollegen kolleginnen mitarbeiter mitarbeiterinnen techniker kunden leute partner berater".split())


@dataclass(frozen=True, slots=True)
class Finite:
    """A finite verb at its place in the sentence."""

    place: int
    verb: Verb
    row: Row


def is_stop(token: Token) -> bool:
    return token.text in STOPS


def is_verb(token: Token) -> bool:
    return token.tag.startswith("V")


def finite(tokens: Sequence[Token], place: int, person: str) -> Finite | None:
    """The verb at this place if it is a finite form of this person ("du", "sie", "ihr")."""
    if not 0 <= place < len(tokens) or not tokens[place].text[:1].isalpha():
        return None
    found = find(tokens[place].text, tokens[place].lemma, person)
    return Finite(place, *found) if found else None


def start_of(tokens: Sequence[Token], place: int) -> int:
    """Where the clause around this place begins: behind the last stop, or at a joining word that opens a clause."""
    for at in range(place - 1, -1, -1):
        if is_stop(tokens[at]):
            return at + 1
        if tokens[at].lower in JOINS and (at + 1 == place or at == 0 or is_verb(tokens[at - 1])):
            return at
    return 0


def end_of(tokens: Sequence[Token], place: int) -> int:
    """Where the clause ends: at the next stop, or at a joining word right behind a verb."""
    for at in range(place + 1, len(tokens)):
        if is_stop(tokens[at]) or (tokens[at].lower in JOINS and is_verb(tokens[at - 1])):
            return at
    return len(tokens)


def opener(tokens: Sequence[Token], start: int, place: int) -> int | None:
    """The word between `start` and `place` that makes this a clause with its finite verb at the end."""
    for at in range(place - 1, start - 1, -1):
        if is_verb(tokens[at]) and ("FIN" in tokens[at].tag or "IMP" in tokens[at].tag):
            return None
        if tokens[at].tag.startswith(OPENS) or (
            tokens[at].lower == "wie" and at + 1 == place and _has_verb(tokens, place)
        ):
            return at
    return None


def _has_verb(tokens: Sequence[Token], place: int) -> bool:
    return any(is_verb(tokens[at]) for at in range(place + 1, end_of(tokens, place)))


def last_finite(tokens: Sequence[Token], place: int, person: str) -> Finite | None:
    """The finite verb that closes the clause of a word behind its opener ("dass Sie das hätten wissen müssen")."""
    end = _before_likeness(tokens, place, end_of(tokens, place))
    for _ in range(3):
        group = _last_group(tokens, place + 1, end)
        if len(group) >= 3 and tokens[group[0]].lower in HELPERS:
            return finite(tokens, group[0], person)
        joined = end < len(tokens) and tokens[end].lower in JOINS
        for at in reversed(group):
            if _infinitive_with_zu(tokens, at) or (joined and "(PP)" in tokens[at].tag and _has_verb(tokens, end)):
                continue  # "weil Sie nicht angerufen oder geschrieben haben"
            if found := finite(tokens, at, person):
                return found
            if "FIN" in tokens[at].tag:
                return None  # the clause has another subject
        if end >= len(tokens) or not (tokens[end].text == "," or joined):
            return None
        end = end_of(tokens, end)  # a clause stands between
    return None


def _before_likeness(tokens: Sequence[Token], place: int, end: int) -> int:
    """Where what stands behind the verb begins: "wenn Sie später ankommen als geplant", "ob Sie wissen ob das geht"."""
    for at in range(place + 2, end):
        behind = tokens[at].lower in LIKENING or tokens[at].tag in ("KOUS", "PWAV")
        if behind and is_verb(tokens[at - 1]):
            return at
    return end


def _last_group(tokens: Sequence[Token], start: int, end: int) -> list[int]:
    group: list[int] = []
    for at in range(end - 1, start - 1, -1):
        if is_verb(tokens[at]):
            group.insert(0, at)
        elif group:
            break
    return group


def _infinitive_with_zu(tokens: Sequence[Token], at: int) -> bool:
    return "IZU" in tokens[at].tag or (at > 0 and tokens[at - 1].tag == "PTKZU")


def behind_preposition(tokens: Sequence[Token], place: int) -> bool:
    return place > 0 and tokens[place - 1].tag.startswith(PREPOSITIONS) and tokens[place - 1].lower != "als"


def has_subject(tokens: Sequence[Token], places: Iterable[int]) -> bool:
    """True if one of these words can only be a subject: "ich", "wir", "man"."""
    return any(tokens[at].lower in SUBJECTS and tokens[at].text != "Sie" for at in places)


def has_object(tokens: Sequence[Token], places: Sequence[int]) -> bool:
    """True if a noun or pronoun here is an object without preposition ("Zeit" in "Nehmen Sie sich bis morgen Zeit")."""
    governed = False
    for at in places:
        token = tokens[at]
        if token.lower in LIKENING and token.tag != "KOUS":
            return False
        if token.tag.startswith(PREPOSITIONS) or (token.lower in GENITIVE and at and _is_noun(tokens[at - 1])):
            governed = True
        elif _is_noun(token):
            if not governed and not _is_time(tokens, at):
                return True
            governed = False
        elif token.tag in ("PDS", "PIS") and not governed:
            return token.lower not in ("dem", "der", "dessen", "allem")
        elif token.lower in ("es", "ihn") and not governed:
            return True
    return False


def _is_noun(token: Token) -> bool:
    return token.tag in ("NN", "NE", "NNA", "NNI", "NNP") or token.pos == "NOUN"


def _is_time(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower.endswith(("tag", "woche", "monat", "jahr", "mal", "morgen", "abend", "stunde", "uhr"))
