"""How competent a mail sounds: words of knowing and doing against words of being at a loss, per 100 words."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, tenth
from coach.document import Document
from coach.model import Reading, Stance
from coach.negation import felt

CLUELESS = 2.0  # an admission of being lost outweighs a word of skill (own estimate)


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    found = felt(document, "competence", "clueless")
    skilled = sum(each.strength for each in found if each.category == "competence")
    lost = sum(each.strength for each in found if each.category == "clueless" and not each.negated)
    value = per_hundred(skilled - CLUELESS * lost, document.words)
    return Reading(value, document.words, tuple(each.span for each in found))


DIMENSION = Dimension(
    name="competence",
    version=1,
    unit="per 100 words, words of being lost counted off",
    source="Fiske, Cuddy & Glick 2007; Li, Packard & Berger 2024 (competence in the middle of a conversation)",
    scale=Scale.LINEAR,
    stance=Stance.IGNORE,  # a rep should sound competent, whoever writes
    languages=BOTH,
    least=20,
    label={"de": "Sachkunde", "en": "Competence"},
    habit={"de": "{usual} sachkundige Wörter auf 100", "en": "{usual} competent words in 100"},
    gap={
        "de": "{who} schreibt {usual} sachkundige Wörter auf 100; dieser Entwurf {value}.",
        "en": "{who} writes {usual} competent words in 100; this draft {value}.",
    },
    measure=measure,
    show=tenth,
    more_than={
        "de": (
            (
                "Ich habe die Ursache gefunden, den Fehler behoben und alles geprüft.",
                "Keine Ahnung, ich habe alles durcheinandergebracht und weiß nicht weiter.",
            ),
        ),
        "en": (
            (
                "I have found the root cause, fixed it and tested the result.",
                "I have no idea, I messed it up and forgot the rest.",
            ),
        ),
    },
)
