"""How easy a mail is to read: Flesch's reading ease, for German in Amstad's form."""

from __future__ import annotations

from collections.abc import Sequence

from coach.dimension import BOTH, Dimension, Scale, whole
from coach.document import Document, Sentence
from coach.later import Later
from coach.model import Reading, Span, Stance


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    words = document.language.meanings
    ease, syllables = words.ease, sum(document.known(words.syllables))
    per_sentence = document.words / len(document.sentences)
    value = ease.base - ease.per_sentence * per_sentence - ease.per_syllable * syllables / document.words
    return Reading(value, document.words, Later(_hardest, document.sentences, 1))


def _hardest(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    return (max(sentences, key=lambda sentence: sentence.analysis.letters).span,)


DIMENSION = Dimension(
    name="reading_ease",
    version=1,
    unit="points, about 0 (very hard) to 100 (very easy)",
    source="Flesch 1948; Amstad 1978 for German; syllables by our own count of vowel groups",
    scale=Scale.LINEAR,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=30,
    label={"de": "Lesbarkeit", "en": "Reading ease"},
    habit={"de": "Lesbarkeit {usual} von 100", "en": "reading ease {usual} of 100"},
    gap={
        "de": "{who} schreibt mit Lesbarkeit {usual} von 100; dieser Entwurf hat {value}.",
        "en": "{who} writes with a reading ease of {usual} of 100; this draft has {value}.",
    },
    measure=measure,
    body_only=True,
    show=whole,
    more_than={
        "de": (
            (
                "Wir waren bei Ihnen. Nun schauen wir uns alles an. Dann hören Sie von uns.",
                "Vorbehaltlich einer Verfügbarkeitsprüfung wird die Ersatzlieferung zu den vereinbarten Konditionen veranlasst.",
            ),
        ),
        "en": (
            (
                "We have been there. Now we look at it all. Then we will call you.",
                "Notwithstanding administrative difficulties, verification of availability necessitates considerable documentation.",
            ),
        ),
    },
)
