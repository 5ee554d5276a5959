"""How emphatic a mail is: boosting words per 100 words."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    spans = document.spans("booster")
    return Reading(per_hundred(len(spans), document.words), document.words, spans)


DIMENSION = Dimension(
    name="boosters",
    version=1,
    unit="per 100 words",
    source="Hyland 2005 (hedges and boosters)",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=20,
    label={"de": "Verstärkende Wörter", "en": "Boosting words"},
    habit={"de": "{usual} verstärkende Wörter auf 100", "en": "{usual} boosting words in 100"},
    gap={
        "de": "{who} schreibt {usual} verstärkende Wörter auf 100; dieser Entwurf {value}.",
        "en": "{who} writes {usual} boosting words in 100; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    never={
        "de": "{who} schreibt ohne verstärkende Wörter; in diesem Entwurf: {count}.",
        "en": "{who} writes without boosting words; in this draft: {count}.",
    },
    show=scarce,
    more_than={
        "de": (("Das ist wirklich absolut unglaublich wichtig.", "Das ist für die Planung wichtig."),),
        "en": (("This is really absolutely important.", "This is important for planning."),),
    },
)
