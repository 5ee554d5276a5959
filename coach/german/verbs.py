"""Forms of German verbs for the two forms of address: "du kommst", "Sie kommen", "komm"; by `ablaut`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import ablaut

from coach.languages._de_verbs import CHANGED, EVERYDAY, IRREGULAR, NO_COMMAND, NO_VERBS, SHORT_CALLS

DU, IHR, SIE = 1, 4, 5  # rows of a table: ich, du, er, wir, ihr, sie
KNOWN_VERBS = 4_096


@dataclass(frozen=True, slots=True)
class Row:
    """One tense and mood: the forms for ich, du, er, wir, ihr, sie, in one word each ("aufstehst")."""

    tense: str
    forms: tuple[str, ...]

    @property
    def du(self) -> str:
        return self.forms[DU]

    @property
    def ihr(self) -> str:
        return self.forms[IHR]

    @property
    def sie(self) -> str:
        return self.forms[SIE]


@dataclass(frozen=True, slots=True)
class Verb:
    """The finite forms of one verb; `call` is its imperative to one person, `calls` to several."""

    infinitive: str
    rows: tuple[Row, ...]
    call: str | None
    calls: str | None


@lru_cache(KNOWN_VERBS)
def verb(infinitive: str) -> Verb | None:
    """The forms of this verb; None for what cannot be an infinitive."""
    if len(infinitive) < 3 or not infinitive.isalpha():
        return None
    try:
        table = ablaut.conjugate(infinitive)
    except ValueError:
        return None
    rows = (
        ("present", table.present),
        ("preterite", table.preterite),
        ("konjunktiv2", table.konjunktiv2),
        ("konjunktiv1", table.konjunktiv1),
    )
    call, calls = (each and _in_one(each) for each in table.imperative)
    if call and infinitive in SHORT_CALLS:
        call = call.removesuffix("e")
    elif call and call + "n" in (infinitive, infinitive.removesuffix("n") + "n"):
        call = infinitive.removesuffix("n")
    elif call and call + "en" == infinitive:
        call += "e"
    if infinitive in NO_COMMAND:
        call = calls = None
    return Verb(infinitive, tuple(Row(tense, _forms(tense, forms)) for tense, forms in rows), call, calls)


def _forms(tense: str, forms: list[str]) -> tuple[str, ...]:
    joined = [_in_one(form) for form in forms]
    if tense != "konjunktiv1":
        joined[DU] = _shorter(joined[DU])
    return tuple(joined)


def _in_one(form: str) -> str:
    """A separable prefix joined to its verb: "stehst auf" -> "aufstehst"."""
    finite, _, prefix = form.partition(" ")
    return prefix + finite


def _shorter(du: str) -> str:
    """ "wärst" for "wärest", as it is said; "fandest" and "ließest" keep their vowel."""
    stem = du.removesuffix("est")
    return stem + "st" if du.endswith("est") and stem[-1:] in tuple("rmhglk") and not stem.endswith("tt") else du


def find(form: str, lemma: str, person: str) -> tuple[Verb, Row] | None:
    """The verb and the tense of a finite form of this person ("du", "sie", "ihr"), in whatever case it is written."""
    lower = form.lower()
    if lower in NO_VERBS:
        return None
    if _is_another_person(lower, lemma.lower(), person):
        return None
    for infinitive in dict.fromkeys(_infinitives(lower, lemma.lower(), person)):
        found = verb(infinitive)
        for row in found.rows if found else ():
            if lower in (*_written(row, person), *_misspelled(row, person)):
                assert found is not None
                return found, row
    return None


def _misspelled(row: Row, person: str) -> tuple[str, ...]:
    """ "hälst" for "hältst"."""
    form: str = getattr(row, person)
    return (form.removesuffix("tst") + "st",) if person == "du" and form.endswith("ltst") else ()


def _is_another_person(form: str, lemma: str, person: str) -> bool:
    """True for "ist" where du is asked for: it is a form of "sein" already, and none of a verb "isen"."""
    known = verb(lemma)
    if known is None or any(form in _written(row, person) for row in known.rows):
        return False
    return form in ("ist", "hat", "wird") or any(form in row.forms for row in known.rows)


def _written(row: Row, person: str) -> tuple[str, ...]:
    """A form and how else it is spelled: "wärst" and "wärest", Swiss "heisst", an apostrophe's "hab'"."""
    form: str = getattr(row, person)
    spelled = [form, form.replace("ß", "ss"), form.replace("sst", "ßt")]
    if person == "du":
        spelled.append(form[:-2] + "est")
        if row.tense != "konjunktiv1":
            spelled.append(form.removesuffix("est") + "st")
    return tuple(spelled)


def _infinitives(form: str, lemma: str, person: str) -> Iterator[str]:
    yield lemma
    if form in _irregular():
        yield _irregular()[form]
    if person == "sie":
        if form.endswith("n"):
            yield form
        return
    stem = form.removesuffix("st" if person == "du" else "t")
    if stem.endswith(("te", "de", "ne", "me")):
        yield stem + "n"
    yield stem + "en"
    yield stem + "n"
    if person == "du":
        yield form.removesuffix("t") + "en"  # "heißt"


@lru_cache(1)
def _irregular() -> dict[str, str]:
    """Every form of the verbs that no rule leads back to: "hast", "weißt", "liest"."""
    every = (verb(infinitive) for infinitive in (*IRREGULAR, *CHANGED))
    known = {form: found.infinitive for found in every if found for row in found.rows for form in row.forms}
    old = {form.replace("ss", "ß"): infinitive for form, infinitive in known.items() if "sst" in form}
    known |= {"hälst": "halten", "must": "müssen"} | old  # misspelled by many; "mußt" as it was spelled once
    return known | {form.replace("ß", "ss"): infinitive for form, infinitive in known.items() if "ß" in form}


@lru_cache(KNOWN_VERBS)
def called(form: str, lemma: str) -> Verb | None:
    """The verb of which this is the imperative to one person ("komm", "gib", "warte"); None if it can be none."""
    lower = form.lower().rstrip("'’")
    if lower in NO_VERBS - {"teste"}:
        return None
    if changed := _changed().get(lower):
        return changed
    stem = lower.removesuffix("e")
    for infinitive in (lemma.lower(), *_from_call(stem), lower + "n"):
        found = verb(infinitive) if infinitive in EVERYDAY or infinitive == lemma.lower() else None
        if found and found.call and _short(lower) in (_short(found.call), _short(infinitive.removesuffix("n"))):
            return found
    return None


def _from_call(stem: str) -> Iterator[str]:
    """What "schliess", "kümmer" and "sammle" may come from."""
    yield stem + "en"
    yield stem + "n"
    if "ss" in stem:
        yield stem.replace("ss", "ß") + "en"
    if stem.endswith(("l", "r")):
        yield f"{stem[:-1]}e{stem[-1]}n"


def _short(call: str) -> str:
    return call.removesuffix("e").replace("ß", "ss")


@lru_cache(1)
def _changed() -> dict[str, Verb]:
    every = (verb(infinitive) for infinitive in CHANGED)
    return {found.call: found for found in every if found and found.call}
