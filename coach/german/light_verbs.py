"""German noun and light verb made one verb: "bringen wir das zur Anwendung" -> "wenden wir das an", in its form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import ablaut

from coach.german.clauses import JOINS, end_of, is_stop, is_verb, start_of
from coach.german.verbs import called
from coach.model import Token
from coach.plain_words import LightVerb

Pieces = list[tuple[int, int, str]]
"""Places of tokens [first, last) and what stands there instead; "" takes them out."""


@dataclass(frozen=True, slots=True)
class _Form:
    """Tense and person of a finite form."""

    tense: str
    person: int


def pieces(text: str, tokens: Sequence[Token], light: LightVerb) -> Pieces | None:
    """What to change in this sentence so that the one verb says it; None where the light verb is not there."""
    found = light.noun.search(text)
    if found is None or (light.unless and light.unless.search(text)):
        return None
    first = next((at for at, token in enumerate(tokens) if token.start == found.start()), None)
    last = next((at for at, token in enumerate(tokens) if token.end == found.end()), None)
    if first is None or last is None:
        return None
    clause = range(start_of(tokens, first), end_of(tokens, last))
    around = text[tokens[clause[0]].start : tokens[clause[-1]].end]
    if light.fits and not light.fits.search(around):
        return None
    changes = _at_the_end(tokens, first, last, light) or _apart(tokens, clause, first, last, light)
    if not changes:
        return None
    for at in clause:
        if light.also and tokens[at].lower in light.also:
            changes.append((at, at + 1, light.also[tokens[at].lower]))
    return sorted(changes)


def _at_the_end(tokens: Sequence[Token], first: int, last: int, light: LightVerb) -> Pieces:
    """ "zur Anwendung bringen", "... gebracht", "... zu bringen", "... bringt"."""
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if behind is None:
        return []
    if behind.lower == "zu" and last + 2 < len(tokens) and tokens[last + 2].lower == light.verb:
        return [(first, last + 3, _table(light.becomes).zu_infinitive)]
    written = _joined(behind, light)
    return [(first, last + 2, written)] if written else []


def _joined(token: Token, light: LightVerb) -> str | None:
    old, new = _table(light.verb), _table(light.becomes)
    if token.lower == light.verb:
        return light.becomes
    if token.lower == old.past_participle and "FIN" not in token.tag:
        return str(new.past_participle) if old.auxiliary == new.auxiliary else None
    form = _form_of(token.lower, light.verb)
    if form is None:
        return None
    finite, prefix = _finite(light.becomes, form)
    return prefix + finite


def _apart(tokens: Sequence[Token], clause: range, first: int, last: int, light: LightVerb) -> Pieces:
    """ "Wir bringen das zur Anwendung": the verb stands second or first, the noun closes the clause."""
    closes = last + 1 >= len(tokens) or is_stop(tokens[last + 1]) or tokens[last + 1].lower in JOINS
    verbs = [at for at in range(clause[0], first) if is_verb(tokens[at])]
    if len(verbs) != 1:
        return []
    place = verbs[0]
    written = _finite_at(tokens, place, clause[0], light)
    if written is None:
        return []
    finite, prefix = written
    if prefix and not closes:
        return []
    capital = tokens[place].text[0].isupper()
    return [(place, place + 1, finite[0].upper() + finite[1:] if capital else finite), (first, last + 1, prefix)]


def _finite_at(tokens: Sequence[Token], place: int, start: int, light: LightVerb) -> tuple[str, str] | None:
    token = tokens[place]
    order = called(token.text, token.lemma) if place == start else None
    if order and order.infinitive == light.verb and not _has_i(tokens, place):
        finite, _, prefix = _table(light.becomes).imperative[0].partition(" ")
        return finite + ("e" if light.becomes in ("melden", "berechnen") and not finite.endswith("e") else ""), prefix
    form = _form_of(token.lower, light.verb)
    return _finite(light.becomes, form) if form else None


def _has_i(tokens: Sequence[Token], place: int) -> bool:
    return any(token.lower in ("ich", "mich") for token in tokens[place : place + 3])


def _finite(infinitive: str, form: _Form) -> tuple[str, str]:
    finite, _, prefix = getattr(_table(infinitive), form.tense)[form.person].partition(" ")
    return finite, prefix


def _form_of(written: str, infinitive: str) -> _Form | None:
    return next((form for known, form in _forms(infinitive) if known == written), None)


@lru_cache(256)
def _forms(infinitive: str) -> tuple[tuple[str, _Form], ...]:
    return tuple(_each_form(infinitive))


def _each_form(infinitive: str) -> Iterator[tuple[str, _Form]]:
    table = _table(infinitive)
    for tense in ("present", "preterite", "konjunktiv2"):
        for person, written in enumerate(getattr(table, tense)):
            yield written, _Form(tense, person)


@lru_cache(256)
def _table(infinitive: str) -> Any:
    return ablaut.conjugate(infinitive)
