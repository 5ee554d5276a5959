"""With which words somebody begins: the mail, and its last sentence; and whether the mail ends with a question."""

from __future__ import annotations

import re

from coach.dimension import BOTH, Dimension, Scale, cue_list, quoted
from coach.document import Analysis, Document
from coach.model import Reading, Span, Stance, Tally

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
OTHER = "other"
ASKS = "last:?"


def measure(document: Document) -> Reading | None:
    if not document.sentences or document.language is None or not document.words:
        return None
    openers = document.language.habits.openers
    found = {}
    for place, sentence in (("first", document.sentences[0]), ("last", document.sentences[-1])):
        begins = sentence.known(_first_word)
        if begins:
            word, start, end = begins
            cue = f"{place}:{word if word in openers else OTHER}"
            found[cue] = (sentence.span.start + start, sentence.span.start + end)
    end = document.sentences[-1].span.end
    if document.text[:end].rstrip().endswith("?"):
        found[ASKS] = (end - 1, end)
    spans = tuple(Span(*each) for each in found.values())
    tally = Tally(
        dict.fromkeys(found, 1), {"first": 1, "last": 1}, ((0, {cue: (place,) for cue, place in found.items()}),)
    )
    return Reading(float(len([cue for cue in found if not cue.endswith(OTHER)])), document.words, spans, tally)


def _first_word(sentence: Analysis) -> tuple[str, int, int] | None:
    """The first word in lower case, with its place in the sentence."""
    word = WORD.search(sentence.text)
    return (word.group().lower().replace("’", "'"), word.start(), word.end()) if word else None


def name(cue: str, language: str) -> str:
    if cue == ASKS:
        return "eine Frage am Schluss" if language == "de" else "a question at the end"
    place, _, word = cue.partition(":")
    if word == OTHER:
        return ""  # "another word than these" tells nobody anything
    told = quoted(word, language)
    if language == "de":
        return f"{told} am Anfang" if place == "first" else f"{told} im letzten Satz zuerst"
    return f"{told} at the start" if place == "first" else f"{told} to start the last sentence"


DIMENSION = Dimension(
    name="opening_words",
    version=1,
    unit="openings known",
    source="position matters in stylometry: Grieve 2007; own list",
    scale=Scale.COUNTS,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=12,
    label={"de": "Erste Wörter", "en": "First words"},
    habit={"de": "beginnt gern mit: {usual}", "en": "likes to begin with {usual}"},
    gap={
        "de": "{who} beginnt eher mit: {usual}. Dieser Entwurf mit: {value}.",
        "en": "{who} rather begins with {usual}. This draft with {value}.",
    },
    measure=measure,
    body_only=True,
    cue_name=name,
    show=cue_list(name),
    more_than={
        "de": (("Leider klappt es nicht. Wann passt es denn?", "Montag klappt es. Morgenstern weiß Bescheid."),),
        "en": (("Unfortunately it fails. When will it work?", "Monday works. Morgenstern knows about it."),),
    },
)
