"""How much a mail looks back: share of its finite verbs in the past, the perfect included."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, percent
from coach.document import Document
from coach.model import Reading, Span, Stance


def measure(document: Document) -> Reading | None:
    if document.language is None:
        return None
    tenses = document.language.meanings.tenses
    verbs, spans = 0, list[Span]()
    for sentence in document.sentences:
        found = sentence.known(tenses)
        verbs += len(found.past) + len(found.present) + len(found.future)
        spans += (sentence.span_of(index, index + 1) for index in found.past)
    return Reading(len(spans) / verbs, verbs, tuple(spans)) if verbs else None


DIMENSION = Dimension(
    name="past_tense",
    version=1,
    unit="share of finite verbs",
    source="Biber 1988 (tense by register); own rules over tags",
    scale=Scale.ROOT,
    stance=Stance.IGNORE,  # the matter decides, not the writer's habit
    languages=BOTH,
    least=5,
    label={"de": "Vergangenheit", "en": "Past tense"},
    habit={"de": "{usual} der Verben in der Vergangenheit", "en": "{usual} of the verbs in the past"},
    gap={
        "de": "{who} schreibt {usual} der Verben in der Vergangenheit; dieser Entwurf {value}.",
        "en": "{who} writes {usual} of the verbs in the past tense; this draft {value}.",
    },
    measure=measure,
    show=percent,
    more_than={
        "de": (
            ("Wir haben das geprüft und gestern bezahlt.", "Wir prüfen das und bezahlen gern."),
            ("Das Haus wurde gebaut und der Zug kam an.", "Das Haus wird gebaut und der Zug kommt an."),
        ),
        "en": (
            ("We checked it and paid yesterday.", "We check it and pay today."),
            ("We have sent the list.", "We send the list."),
        ),
    },
)
