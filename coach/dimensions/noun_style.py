"""Nominal or verbal style: nouns per verb."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, tenth
from coach.document import Analysis, Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    nouns = document.count_pos("NOUN")
    verbs = document.count_pos("VERB", "AUX")
    spans = document.words_at(_nouns)
    return Reading(nouns / (verbs + 1), document.words, spans)


def _nouns(sentence: Analysis) -> tuple[int, ...]:
    return tuple(index for index, token in enumerate(sentence.tokens) if token.pos == "NOUN")


DIMENSION = Dimension(
    name="noun_style",
    version=1,
    unit="nouns per verb",
    source="Heylighen & Dewaele 2002; Biber 1988 (informational density)",
    scale=Scale.LOG,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=20,
    label={"de": "Nominalstil", "en": "Noun style"},
    habit={"de": "{usual} Substantive je Verb", "en": "{usual} nouns per verb"},
    gap={
        "de": "{who} schreibt {usual} Substantive je Verb; dieser Entwurf {value}.",
        "en": "{who} writes {usual} nouns per verb; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    show=tenth,
    more_than={
        "de": (
            (
                "Zwecks Prüfung der Rechnung bitten wir um Zusendung der Unterlagen.",
                "Wir wollen prüfen, ob alles stimmt, und bitten darum, dass man uns schreibt.",
            ),
        ),
        "en": (
            (
                "For verification of the invoice amount, submission of documents is a requirement.",
                "We want to check that it is right, so we ask you to send what you have.",
            ),
        ),
    },
)
