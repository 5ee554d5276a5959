"""Which of two words somebody chooses where either would do: "don't" or "do not", "gern" or "gerne"."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, cue_list
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    stretches = [paragraph.span for paragraph in document.paragraphs]
    found = document.language.habits.choices.measured(document.text, stretches)
    return Reading(float(sum(found.counts.values())), document.words, document.body, found)


def name(cue: str, language: str) -> str:
    first, _, second = cue.partition("/")
    return f"„{first}“ statt „{second}“" if language == "de" else f"“{first}” rather than “{second}”"


DIMENSION = Dimension(
    name="word_choices",
    version=1,
    unit="choices of the first of two words",
    source="Koppel, Akiva & Dagan 2006 (choices between synonyms tell authors apart)",
    scale=Scale.COUNTS,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=12,
    label={"de": "Wortwahl", "en": "Choice of words"},
    habit={"de": "wählt: {usual}", "en": "chooses {usual}"},
    gap={
        "de": "{who} wählt öfter: {usual}. Dieser Entwurf öfter: {value}.",
        "en": "{who} more often chooses {usual}. This draft more often {value}.",
    },
    measure=measure,
    body_only=True,
    cue_name=name,
    show=cue_list(name),
    more_than={
        "de": (("Aber das ist ok, das hab ich gern.", "Jedoch ist das okay, das habe ich gerne."),),
        "en": (("But it's ok, thanks, I don't mind.", "However, it is okay, thank you, I do not mind."),),
    },
)
