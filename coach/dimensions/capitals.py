"""Words shouted in capitals per 100 words; abbreviations (TÜV, DIN) are none."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Stance
from coach.shouting import shouted


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    spans = tuple(
        sentence.span_of(index, index + 1)
        for sentence in document.sentences
        for index in shouted(sentence, document.language)
    )
    return Reading(per_hundred(len(spans), document.words), document.words, spans)


DIMENSION = Dimension(
    name="capitals",
    version=1,
    unit="per 100 words",
    source="capitals read as shouting; own definition",
    scale=Scale.ROOT,
    stance=Stance.COMPLEMENT,  # nobody should shout back
    languages=BOTH,
    least=15,
    label={"de": "Großbuchstaben", "en": "Capitals"},
    habit={"de": "{usual} Wörter in Großbuchstaben auf 100", "en": "{usual} words in capitals in 100"},
    gap={
        "de": "{who} schreibt {usual} Wörter auf 100 in Großbuchstaben; dieser Entwurf {value}.",
        "en": "{who} writes {usual} words in 100 in capitals; this draft {value}.",
    },
    measure=measure,
    never={
        "de": "{who} schreibt ohne Wörter in Großbuchstaben; in diesem Entwurf: {count}.",
        "en": "{who} writes without words in capitals; in this draft: {count}.",
    },
    show=scarce,
    more_than={
        "de": (
            (
                "Das passt so NICHT, ich warte seit DREI WOCHEN.",
                "Das passt so nicht, sagt der TÜV nach DIN EN ISO 9001.",
            ),
        ),
        "en": (("This is NOT right, I have waited for THREE MONTHS.", "This is not right, says the FBI in its PDF."),),
    },
)
