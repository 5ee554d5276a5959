"""A German order made a question: "Schicken Sie mir die Liste." -> "Könnten Sie mir bitte die Liste schicken?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.german.clauses import is_stop, is_verb
from coach.german.verbs import called, find
from coach.model import Token
from coach.plain_words import RequestWords

ASKS = {"sie": "Könnten Sie", "du": "Könntest du", "ihr": "Könntet ihr"}
MUST = {"sie": ("müssen", "müssten"), "du": ("musst", "müsstest"), "ihr": ("müsst", "müsstet")}
SUBJECT = {"sie": "Sie", "du": "du", "ihr": "ihr"}
PRONOUNS = frozenset("mir uns mich sich dir dich euch es ihn sie ihm ihnen".split())
BEHIND = PRONOUNS | frozenset(
    "bitte das die den dem der ein eine einen noch mal kurz auch alle mein meine meinen unsere".split()
)
POINTING = frozenset("das dies".split())
EXPLAINS = frozenset("um zu erst dann auch immer zuerst dafür dazu".split())  # "Sie müssen uns dafür erst ..."
UNITS = frozenset("Bescheid Auskunft Rückmeldung Antwort".split())  # they stand right before their verb
FOR_US = re.compile(
    r"\b(?:[Bb]itte|mir|uns|mich|unser\w*|mein\w*)\b"
)  # an order for others is an advice: "Schauen Sie sich den Garten an"
PREFIXES = frozenset(
    "ab an auf aus bei durch ein fort frei gegen her hin hoch mit nach vor vorbei weg weiter zu zurück bereit".split()
)
OPENERS = ("KOUS", "KOUI", "PREL", "PWS", "PWAV", "PWAT")
LONGEST = 16  # words between "Könnten Sie" and the verb; beyond that the question is harder to read than the order


@dataclass(frozen=True, slots=True)
class _Order:
    """One thing asked: the words between the verb and the clause's end, and the verb as an infinitive."""

    words: tuple[Token, ...]
    verb: str


def as_question(text: str, tokens: Sequence[Token], form: str, words: RequestWords) -> tuple[int, int, str] | None:
    """From where to where the order stands in the sentence, and the question in its place; None if it is none.

    `form` is "sie", "du" or "ihr".
    """
    if not text.rstrip().endswith((".", "!")) or text.rstrip().endswith(("..", "!!")):
        return None
    first = next((at for at, token in enumerate(tokens) if token.text[0].isalnum()), None)
    if first is None or any(token.text in '"„“”»«' for token in tokens):
        return None
    end = _clause_end(tokens, first)
    start = first + 1 if tokens[first].lower == "bitte" else first
    if start == first and not FOR_US.search(text[: tokens[end - 1].end]):
        return None
    orders = _duty(tokens, start, end, form, words) or _orders(tokens, start, end, form, words)
    if not orders or not _tail_fits(tokens, end) or sum(len(each.words) for each in orders) > LONGEST:
        return None
    asked = ASKS[form] if tokens[first].text[0].isupper() else ASKS[form][0].lower() + ASKS[form][1:]
    written = f"{asked} {' und '.join(_clause(text, each, polite=not at) for at, each in enumerate(orders))}"
    last = len(text.rstrip()) - 1
    behind = text[tokens[end - 1].end : last].rstrip() if tokens[end - 1].end <= last else ""
    return tokens[first].start, last + 1, f"{written}{behind}?"


def _clause_end(tokens: Sequence[Token], first: int) -> int:
    return next((at for at in range(first, len(tokens)) if is_stop(tokens[at])), len(tokens))


def _tail_fits(tokens: Sequence[Token], end: int) -> bool:
    """True if behind the order there is nothing, or one clause that leans on it ("die Sie haben", "damit wir ...")."""
    rest = [token for token in tokens[end:] if token.text not in ".!"]
    if not rest:
        return True
    if rest[0].text != "," or len(rest) < 3 or sum(token.text == "," for token in rest) > 1:
        return False
    leans = rest[1].tag.startswith(OPENERS) or (rest[1].tag == "APPR" and rest[2].tag.startswith(("PREL", "PW")))
    if rest[1].lower in ("welche", "welcher", "welches", "welchen"):
        leans = True
    return leans and is_verb(rest[-1])


def _orders(tokens: Sequence[Token], start: int, end: int, form: str, words: RequestWords) -> list[_Order]:
    """The orders of a clause, at most two, joined by "und"; empty if it holds anything else."""
    joins = [
        at
        for at in range(start + 2, end - 2)
        if tokens[at].lower == "und" and _starts(tokens, at + 1, form) is not None
    ]
    cuts = [(start, joins[0]), (joins[0] + 1, end)] if len(joins) == 1 else [(start, end)]
    found = []
    for begin, stop in cuts:
        opened = _starts(tokens, begin, form)
        order = _order(tokens[opened[0] : stop], opened[1], words) if opened and len(joins) < 2 else None
        if order is None:
            return []
        found.append(order)
    return found


def _starts(tokens: Sequence[Token], at: int, form: str) -> tuple[int, str] | None:
    """Where the words behind an imperative begin, and its infinitive without prefix; None if none stands here."""
    if at + 2 >= len(tokens):
        return None
    token, behind = tokens[at], tokens[at + 1]
    if form == "sie":
        place = at + 2 if behind.lower == "bitte" and tokens[at + 2].text == "Sie" else at + 1
        fits = tokens[place].text == "Sie" and token.lower.endswith("n") and token.tag.startswith(("VV", "NN", "ADJ"))
        return (place + 1, token.lower) if fits else None
    if behind.lower not in BEHIND or token.lower in ("bitte", "danke"):
        return None
    if form == "ihr":
        plural = find(token.text, token.lemma, "ihr") if token.lower.endswith("t") else None
        return (at + 1, plural[0].infinitive) if plural and plural[1].tense == "present" else None
    verb = called(token.text, token.lemma)
    return (at + 1, verb.infinitive) if verb and behind.lower not in ("mich", "es", "sie") else None


def _order(rest: Sequence[Token], base: str, words: RequestWords) -> _Order | None:
    if not rest or any("FIN" in token.tag or "IMP" in token.tag for token in rest):
        return None
    for at in range(len(rest) - 1, -1, -1):
        if rest[at].lower in PREFIXES and (at == len(rest) - 1 or rest[at].tag == "PTKVZ"):
            joined = rest[at].lower + base
            return _Order((*rest[:at], *rest[at + 1 :]), joined) if joined in words.verbs else None
    if base not in words.verbs or (base == "geben" and not _gives(rest)):
        return None
    return _Order(tuple(rest), base)


def _gives(rest: Sequence[Token]) -> bool:
    return rest[0].lower in ("mir", "uns", "bitte") and any(token.pos == "NOUN" for token in rest)


def _duty(tokens: Sequence[Token], start: int, end: int, form: str, words: RequestWords) -> list[_Order]:
    """ "Sie müssen uns noch die Liste schicken"."""
    if end - start < 5 or tokens[start].lower != SUBJECT[form].lower() or tokens[start + 1].lower not in MUST[form]:
        return []
    verb, rest = tokens[end - 1], tokens[start + 2 : end - 1]
    told = not any("FIN" in token.tag or token.lower in EXPLAINS for token in rest)
    toward = any(token.lower in ("mir", "uns") for token in rest)
    if end < len(tokens) and tokens[end].text == ",":
        return []
    return [_Order(tuple(rest), verb.lower)] if told and toward and verb.lower in words.duties else []


def _clause(text: str, order: _Order, *, polite: bool) -> str:
    """The words in the order that an infinitive wants, with "bitte" behind the pronouns."""
    words = list(order.words)
    unit = next((token for token in words if token.text in UNITS), None)
    at_unit = words.index(unit) if unit else 0
    if (
        unit
        and not (at_unit and words[at_unit - 1].pos in ("DET", "ADJ"))
        and not (at_unit and words[at_unit - 1].tag.startswith("P") and words[at_unit - 1].lower not in PRONOUNS)
    ):
        words.append(words.pop(at_unit))
    pieces = [each.text for each in words]
    if polite:
        lower = [each.lower for each in words]
        if "bitte" not in lower:
            at = 0
            while at < len(words) and (lower[at] in PRONOUNS or _points(words, at)):
                at += 1
            pieces.insert(at, "bitte")
    else:
        pieces = [each for each in pieces if each.lower() != "bitte"]
    return re.sub(r"\s+([,.;:%)])", r"\1", " ".join([*_joined(text, words, pieces), order.verb]))


def _joined(text: str, words: Sequence[Token], pieces: Sequence[str]) -> list[str]:
    """The pieces, those glued together that stood without a blank between them ("12.", "A-3")."""
    starts = {token.text: token for token in words}
    joined: list[str] = []
    for piece in pieces:
        token = starts.get(piece)
        glued = token is not None and token.start > 0 and not text[token.start - 1].isspace()
        if glued and joined and joined[-1] != "bitte":
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _points(words: Sequence[Token], at: int) -> bool:
    """ "das" that stands for a thing, not before a noun."""
    if words[at].lower not in POINTING:
        return False
    behind = words[at + 1 : at + 3]
    return not any(token.pos in ("NOUN", "PROPN", "ADJ") for token in behind)
