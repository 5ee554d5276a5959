"""How much a mail speaks of can, must and should: modal verbs per 100 words."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, tenth
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    modals = document.language.meanings.modals
    spans = document.words_at(modals)
    return Reading(per_hundred(len(spans), document.words), document.words, spans)


DIMENSION = Dimension(
    name="modal_verbs",
    version=1,
    unit="per 100 words",
    source="Biber 1988 (modal verbs by register); Palmer 2001",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=30,
    label={"de": "Modalverben", "en": "Modal verbs"},
    habit={
        "de": "{usual} Modalverben auf 100 Wörter („kann“, „muss“)",
        "en": "{usual} modal verbs in 100 words (“can”, “must”)",
    },
    gap={
        "de": "{who} schreibt {usual} Modalverben auf 100 Wörter; dieser Entwurf {value}.",
        "en": "{who} writes {usual} modal verbs in 100 words; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    show=tenth,
    more_than={
        "de": (("Sie sollten das Öl wechseln, können aber warten.", "Sie wechseln das Öl und warten."),),
        "en": (("You should change the oil, but you can wait.", "You change the oil and wait."),),
    },
)
