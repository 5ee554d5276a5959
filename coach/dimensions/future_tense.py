"""How much a mail looks ahead: share of its finite verbs in the future."""

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
        spans += (sentence.span_of(index, index + 1) for index in found.future)
    return Reading(len(spans) / verbs, verbs, tuple(spans)) if verbs else None


DIMENSION = Dimension(
    name="future_tense",
    version=1,
    unit="share of finite verbs",
    source="Biber 1988 (tense by register); own rules over tags",
    scale=Scale.ROOT,
    stance=Stance.IGNORE,  # the matter decides, not the writer's habit
    languages=BOTH,
    least=5,
    label={"de": "Zukunft", "en": "Future tense"},
    habit={"de": "{usual} der Verben in der Zukunft", "en": "{usual} of the verbs in the future"},
    gap={
        "de": "{who} schreibt {usual} der Verben in der Zukunft; dieser Entwurf {value}.",
        "en": "{who} writes {usual} of the verbs in the future tense; this draft {value}.",
    },
    measure=measure,
    show=percent,
    more_than={
        "de": (("Wir werden die Wand am Montag verputzen.", "Die Wand wird am Montag verputzt."),),
        "en": (("We will fix it and are going to call you.", "We fix it and call you."),),
    },
)
