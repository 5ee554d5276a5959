"""How much a mail turns to its reader: second person per 100 words."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, times
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    spans = document.spans("du", "sie", "you")
    return Reading(per_hundred(len(spans), document.words), document.words, spans)


DIMENSION = Dimension(
    name="you_words",
    version=1,
    unit="per 100 words",
    source="Cruz, Leonhardt & Pezzuti 2017 (second person in brand messages)",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=20,
    label={"de": "Ansprache", "en": "Turning to the reader"},
    habit={
        "de": "spricht {usual}-mal auf 100 Wörter direkt an",
        "en": "turns to the reader {usual} times in 100 words",
    },
    gap={
        "de": "{who} spricht {usual}-mal auf 100 Wörter direkt an; hier: {value}.",
        "en": "{who} turns to the reader {usual} times in 100 words; here: {value}.",
    },
    measure=measure,
    body_only=True,
    never={
        "de": "{who} spricht nie direkt an; hier: {value}-mal auf 100 Wörter.",
        "en": "{who} never turns to the reader; here: {value} times in 100 words.",
    },
    show=times,
    more_than={
        "de": (
            (
                "Haben Sie unser Schreiben erhalten? Ihre Antwort hilft uns.",
                "Das Schreiben ist unterwegs. Eine Antwort hilft uns.",
            ),
        ),
        "en": (
            (
                "Did you get our letter? Your answer helps us.",
                "The letter is on its way. An answer helps us.",
            ),
        ),
    },
)
