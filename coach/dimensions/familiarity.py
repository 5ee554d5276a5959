"""How familiar greeting and closing are, from "Hochachtungsvoll" to "LG"."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale
from coach.document import Document
from coach.model import Reading, Stance

STEPS = (
    (-0.5, {"de": "förmlich", "en": "formal"}),
    (0.0, {"de": "mit Abstand", "en": "with distance"}),
    (0.5, {"de": "vertraut", "en": "familiar"}),
    (2.0, {"de": "sehr vertraut", "en": "very familiar"}),
)


def measure(document: Document) -> Reading | None:
    language = document.language
    if language is None:
        return None
    forms = [
        language.greeting_form(document.greeting.of(document.text)) if document.greeting else None,
        language.closing_form(document.closing.of(document.text)) if document.closing else None,
    ]
    known = [form for form in forms if form]
    if not known:
        return None
    spans = tuple(part for part in (document.greeting, document.closing) if part is not None)
    return Reading(-sum(form.formality for form in known) / len(known), len(known), spans)


def show(value: float | str, language: str) -> str:
    return next(words[language] for limit, words in STEPS if float(value) <= limit)


DIMENSION = Dimension(
    name="familiarity",
    version=1,
    unit="index, -1 = formal, 1 = familiar",
    source="Waldvogel 2007; Bou-Franch 2011 (openings and closings in mail)",
    scale=Scale.LINEAR,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=1,
    label={"de": "Vertrautheit", "en": "Familiarity"},
    habit={"de": "Anrede und Gruß: {usual}", "en": "greeting and closing: {usual}"},
    gap={
        "de": "{who} grüßt {usual}; dieser Entwurf: {value}.",
        "en": "{who} greets in this way: {usual}. This draft: {value}.",
    },
    measure=measure,
    show=show,
    more_than={
        "de": (
            ("Hi Eva,\n\nanbei die Rechnung.\n\nLG\nTom\n", "Guten Tag Frau Wolf,\n\nanbei die Rechnung.\n\nMit freundlichen Grüßen\nTom\n"),
        ),
        "en": (("Hey Eva,\n\nhere is the invoice.\n\nCheers\nTom\n", "Dear Ms Wolf,\n\nhere is the invoice.\n\nYours sincerely\nTom\n"),),
    },
)  # fmt: skip
