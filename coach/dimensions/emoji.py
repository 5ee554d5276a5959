"""Emoji and typed smileys per 100 words."""

from __future__ import annotations

import re

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Stance

FACES = re.compile(
    r"(?<![\w/])[:;=]['’]?-?[)(DPpO/|*]+(?!\w)|\^\^|<3|"
    r"(?:[\U0001F1E6-\U0001F1FF]{2}|[\U0001F300-\U0001FAFF☀-➿])[️‍\U0001F3FB-\U0001F3FF]*"
)


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    found = document.matches(FACES, edges=True)
    return Reading(per_hundred(len(found), document.words), document.words, found)


DIMENSION = Dimension(
    name="emoji",
    version=1,
    unit="per 100 words",
    source="Skovholt, Grønning & Kankaanranta 2014 (smileys in workplace mail)",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=10,
    label={"de": "Emoji und Smileys", "en": "Emoji and smileys"},
    habit={"de": "{usual} Emoji auf 100 Wörter", "en": "{usual} emoji in 100 words"},
    gap={
        "de": "{who} setzt {usual} Emoji auf 100 Wörter; dieser Entwurf {value}.",
        "en": "{who} uses {usual} emoji in 100 words; this draft {value}.",
    },
    measure=measure,
    never={
        "de": "{who} schreibt ohne Emoji; in diesem Entwurf: {count}.",
        "en": "{who} writes without emoji; in this draft: {count}.",
    },
    show=scarce,
    more_than={
        "de": (("Danke dir, das passt 😊 Bis morgen :-)", "Danke dir, das passt. Bis morgen."),),
        "en": (("Thanks, that works 🎉 See you :)", "Thanks, that works. See you."),),
    },
)
