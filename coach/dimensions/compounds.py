"""How much a German mail packs into its nouns: compounds of two stems or more per 100 words."""

from __future__ import annotations

from coach.dimension import Dimension, Scale, per_hundred, tenth
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    compounds = document.language.meanings.compounds
    if compounds is None:
        return None
    spans = document.words_at(compounds)
    return Reading(per_hundred(len(spans), document.words), document.words, spans)


DIMENSION = Dimension(
    name="compounds",
    version=1,
    unit="per 100 words",
    source="HanTa (Wartena 2019) takes words apart; Lewis & Frank 2016 (word length and complexity)",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=frozenset({"de"}),
    least=30,
    label={"de": "Zusammengesetzte Wörter", "en": "Compounds"},
    habit={
        "de": "{usual} zusammengesetzte Wörter auf 100 („Lieferschein“)",
        "en": "{usual} compounds in 100 words (“Lieferschein”)",
    },
    gap={
        "de": "{who} schreibt {usual} zusammengesetzte Wörter auf 100; dieser Entwurf {value}.",
        "en": "{who} writes {usual} compounds in 100 words; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    show=tenth,
    more_than={
        "de": (
            ("Die Haftpflichtversicherung zahlt den Wasserschaden.", "Die Sonne scheint, die Katze schläft im Garten."),
            ("Anbei die Materialliste für die Dachdämmung.", "Anbei die Liste für die Dämmung am Dach."),
        ),
    },
)
