"""How long sentences are: mean words per sentence."""

from __future__ import annotations

from collections.abc import Sequence

from coach.dimension import BOTH, Dimension, Scale, whole
from coach.document import Document, Sentence
from coach.later import Later
from coach.model import Reading, Span, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    sentences = len(document.sentences)
    return Reading(document.words / sentences, sentences, Later(_longest, document.sentences, 1))


def _longest(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    return (max(sentences, key=lambda sentence: sentence.words).span,)


DIMENSION = Dimension(
    name="sentence_length",
    version=1,
    unit="words per sentence",
    source="Flesch 1948; Amstad 1978 for German",
    scale=Scale.LOG,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=2,
    label={"de": "Satzlänge", "en": "Sentence length"},
    habit={"de": "Sätze mit rund {usual} Wörtern", "en": "sentences of about {usual} words"},
    gap={
        "de": "{who} schreibt Sätze mit rund {usual} Wörtern; hier sind es {value}.",
        "en": "{who} writes sentences of about {usual} words; here it is {value}.",
    },
    measure=measure,
    body_only=True,
    show=whole,
    more_than={
        "de": (
            (
                "Da die Waage, die Sie uns im März geliefert haben, seit gestern nicht mehr startet, bitten wir Sie um einen Termin.",
                "Die Waage startet nicht. Das ist seit gestern so. Wir brauchen einen Termin.",
            ),
        ),
        "en": (
            (
                "As the scale that you delivered to us in March has not started since yesterday, we would ask you for an appointment.",
                "The scale does not start. It began yesterday. We need an appointment.",
            ),
        ),
    },
)
