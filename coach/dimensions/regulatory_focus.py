"""Gains or duties: words of promotion against words of prevention."""

from __future__ import annotations

import math

from coach.dimension import BOTH, Dimension, Scale
from coach.document import Document
from coach.model import Reading, Stance

STEPS = (
    (-0.2, {"de": "von Sicherheit und Pflichten", "en": "of safety and duties"}),
    (0.2, {"de": "von beidem", "en": "of both"}),
    (math.inf, {"de": "von Chancen und Gewinn", "en": "of chances and gains"}),
)


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    gains, duties = document.count("promotion"), document.count("prevention")
    if not gains + duties:
        return None
    spans = document.spans("promotion", "prevention")
    return Reading((gains - duties) / (gains + duties + 1), gains + duties, spans)


def show(value: float | str, language: str) -> str:
    return next(words[language] for limit, words in STEPS if float(value) <= limit)


DIMENSION = Dimension(
    name="regulatory_focus",
    version=1,
    unit="index, -1 = prevention, 1 = promotion",
    source="Higgins 1997; Lee & Aaker 2004; idea of word lists: Gamache et al. 2015",
    scale=Scale.LINEAR,
    stance=Stance.MIRROR,  # a gain frame fits promotion, a frame of avoided loss prevention
    languages=BOTH,
    least=4,
    label={"de": "Chancen oder Sicherheit", "en": "Gains or duties"},
    habit={"de": "spricht {usual}", "en": "speaks {usual}"},
    gap={
        "de": "{who} spricht eher {usual}; dieser Entwurf {value}.",
        "en": "{who} rather speaks {usual}; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    show=show,
    more_than={
        "de": (
            (
                "Wir wollen wachsen, neue Märkte gewinnen und unsere Chancen nutzen.",
                "Wir wollen Schäden vermeiden, uns absichern und die Vorschriften einhalten.",
            ),
        ),
        "en": (
            (
                "We want to grow, win new customers and seize the opportunity.",
                "We must avoid damage, stay safe and comply with the rules.",
            ),
        ),
    },
)
