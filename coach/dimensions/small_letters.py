"""How often sentences begin with a small letter."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, percent
from coach.document import Analysis, Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    small = document.known(_begins_small)
    # The first sentence after a German greeting begins small by rule, so it says nothing.
    first = 1 if document.greeting is not None else 0
    counted = len(document.sentences) - first
    if not counted:
        return None
    spans = tuple([document.sentences[at].span for at in range(first, first + counted) if small[at]])
    return Reading(len(spans) / counted, counted, spans)


def _begins_small(sentence: Analysis) -> bool:
    return sentence.text.lstrip("\"„“'(-*• ")[:1].islower()


DIMENSION = Dimension(
    name="small_letters",
    version=1,
    unit="share of sentences",
    source="casual typing; own definition",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=2,
    label={"de": "Kleinschreibung", "en": "Small letters"},
    habit={"de": "{usual} der Sätze beginnen klein", "en": "{usual} of the sentences begin in lower case"},
    gap={
        "de": "{who}: {usual} der Sätze beginnen klein; in diesem Entwurf {value}.",
        "en": "{who}: {usual} of the sentences begin in lower case; in this draft {value}.",
    },
    measure=measure,
    never={
        "de": "{who} beginnt Sätze groß; in diesem Entwurf klein: {count}.",
        "en": "{who} begins sentences with a capital; in this draft without: {count}.",
    },
    show=percent,
    more_than={
        "de": (("die waage spinnt. wer kommt heute noch?", "Die Waage spinnt. Wer kommt heute noch?"),),
        "en": (("the scale is down. who can come?", "The scale is down. Who can come?"),),
    },
)
