"""English words in German text, per 100 words; names and words long at home (Computer, Internet) are none."""

from __future__ import annotations

from coach.dimension import Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    borrowed = document.language.meanings.borrowed
    if borrowed is None:
        return None
    spans = document.words_at(borrowed)
    return Reading(per_hundred(len(spans), document.words), document.words, spans)


DIMENSION = Dimension(
    name="anglicisms",
    version=1,
    unit="per 100 words",
    source="Onysko 2007 (anglicisms in German); own list and endings",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=frozenset({"de"}),
    least=30,
    label={"de": "Englische Wörter", "en": "English words"},
    habit={"de": "{usual} englische Wörter auf 100", "en": "{usual} English words in 100"},
    gap={
        "de": "{who} schreibt {usual} englische Wörter auf 100; dieser Entwurf {value}.",
        "en": "{who} writes {usual} English words in 100; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    never={
        "de": "{who} schreibt ohne englische Wörter; in diesem Entwurf: {count}.",
        "en": "{who} writes without English words; in this draft: {count}.",
    },
    show=scarce,
    more_than={
        "de": (
            (
                "Das Meeting ist gecancelt, ich schicke ein Update.",
                "Die Besprechung fällt aus, ich schicke eine Nachricht.",
            ),
            ("Beim Kickoff gab es Feedback zum Workflow.", "Im Computer am Ring liegt der Rat zur Art der Note."),
        ),
    },
)
