"""Forms of German verbs for the two forms of address: "du kommst", "Sie kommen", "komm"; by `ablaut`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import ablaut

DU, IHR, SIE = 1, 4, 5  # rows of a table: ich, du, er, wir, ihr, sie
KNOWN_VERBS = 4_096
# Infinitives whose imperative changes its vowel: it cannot be found again by adding "en".
CHANGED = """geben nehmen lesen sehen sprechen helfen treffen vergessen essen werfen brechen treten messen empfehlen
    versprechen übernehmen entnehmen weitergeben angeben unterbrechen besprechen entsprechen ansehen fressen stehlen
    sterben bergen verderben werben bewerben erwerben schelten gelten befehlen erschrecken sein""".split()
IRREGULAR = "haben sein werden wissen dürfen können mögen müssen sollen wollen tun lassen fahren laufen halten".split()
# Said without the "e" also in writing; what is rarer reads better with it ("füge", "erzähle", "prüfe").
SHORT_CALLS = frozenset(
    """kommen gehen lassen haben machen sagen rufen schicken schauen hören fragen spielen genießen
    bleiben bringen holen denken trinken fahren laufen schreiben greifen kaufen setzen sein tun stehen
    stellen drücken klicken grüßen""".split()
)
# What people are asked to do in mail; a tagger takes such an imperative for a noun at times ("Warte").
EVERYDAY = frozenset(
    """abholen achten ändern antworten arbeiten bauen beachten bedenken beginnen behalten berichten
    bestätigen bestellen besuchen bezahlen bitten bleiben bringen buchen checken danken denken drehen
    drucken drücken entscheiden entschuldigen ergänzen erinnern erklären erledigen erzählen fahren
    fangen faxen finden folgen fragen freuen führen füllen gehen genießen glauben googeln grüßen gucken
    haben halten heben hoffen holen hören informieren kaufen klären klicken klingeln kommen
    kontrollieren kopieren kümmern lassen laufen legen leiten liefern löschen lösen machen mailen melden
    merken nennen notieren nutzen öffnen organisieren packen passen aufpassen planen probieren prüfen
    rechnen reden reichen reservieren rufen sagen sammeln schalten schauen schicken schließen schreiben
    senden setzen sorgen sparen speichern spielen stecken stehen stellen stornieren studieren suchen
    tauschen teilen testen tippen tragen trinken tun überlegen überprüfen überweisen umtauschen
    unterschreiben verbinden vereinbaren vergleichen verkaufen verschieben verschicken versuchen
    vertrauen verwenden vorbereiten wählen warten weiterleiten wiederholen wissen zahlen zeigen ziehen
    aktualisieren installieren starten laden scannen messen""".split()
)
NO_COMMAND = frozenset("dürfen können mögen müssen sollen wollen".split())


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
    if call and infinitive not in SHORT_CALLS and call + "n" in (infinitive, infinitive.removesuffix("n") + "n"):
        call = infinitive.removesuffix("n")
    elif call and infinitive not in SHORT_CALLS and call + "en" == infinitive:
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
    if _is_another_person(lower, lemma.lower(), person):
        return None
    for infinitive in dict.fromkeys(_infinitives(lower, lemma.lower(), person)):
        found = verb(infinitive)
        for row in found.rows if found else ():
            if lower in _written(getattr(row, person), person):
                assert found is not None
                return found, row
    return None


def _is_another_person(form: str, lemma: str, person: str) -> bool:
    """True for "ist" where du is asked for: it is a form of "sein" already, and none of a verb "isen"."""
    known = verb(lemma)
    if known is None or any(form in _written(getattr(row, person), person) for row in known.rows):
        return False
    return form in ("ist", "hat", "wird") or any(form in row.forms for row in known.rows)


def _written(form: str, person: str) -> tuple[str, ...]:
    """A form and how else it is spelled: "wärst" and "wärest", Swiss "heisst", an apostrophe's "hab'"."""
    spelled = [form, form.replace("ß", "ss")]
    if person == "du":
        spelled += [form[:-2] + "est", form.removesuffix("est") + "st"]
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
    return {form: found.infinitive for found in every if found for row in found.rows for form in row.forms}


@lru_cache(KNOWN_VERBS)
def called(form: str, lemma: str) -> Verb | None:
    """The verb of which this is the imperative to one person ("komm", "gib", "warte"); None if it can be none."""
    lower = form.lower().rstrip("'’")
    if changed := _changed().get(lower):
        return changed
    stem = lower.removesuffix("e")
    for infinitive in (lemma.lower(), stem + "en", stem + "n", lower + "n"):
        found = verb(infinitive) if infinitive in EVERYDAY or infinitive == lemma.lower() else None
        if found and found.call and stem == found.call.removesuffix("e"):
            return found
    return None


@lru_cache(1)
def _changed() -> dict[str, Verb]:
    every = (verb(infinitive) for infinitive in CHANGED)
    return {found.call: found for found in every if found and found.call}
