"""How long words are: mean letters per word."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, tenth
from coach.document import Analysis, Document, is_word
from coach.model import Reading, Stance

LONG = 12  # letters; what a reader notices as a long word


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    spans = document.words_at(_long)
    return Reading(document.letters() / document.words, document.words, spans)


def _long(sentence: Analysis) -> tuple[int, ...]:
    return tuple([index for index, token in enumerate(sentence.tokens) if len(token.text) >= LONG and is_word(token)])


DIMENSION = Dimension(
    name="word_length",
    version=1,
    unit="letters",
    source="Amstad 1978; Lewis & Frank 2016 (word length and complexity)",
    scale=Scale.LINEAR,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=15,
    label={"de": "Wortlänge", "en": "Word length"},
    habit={"de": "Wörter mit {usual} Buchstaben", "en": "words of {usual} letters"},
    gap={
        "de": "{who} schreibt Wörter mit im Mittel {usual} Buchstaben; dieser Entwurf hat {value}.",
        "en": "{who} writes words of {usual} letters on average; this draft has {value}.",
    },
    measure=measure,
    body_only=True,
    show=tenth,
    more_than={
        "de": (("Die Rechnungsstellung erfolgt quartalsweise.", "Wir senden die Post am Ende ab."),),
        "en": (("Documentation requirements necessitate clarification.", "We need to see how it goes."),),
    },
)
