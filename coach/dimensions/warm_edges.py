"""Where warmth stands: warm words at the start and the end of a mail, competent words between them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from coach.dimension import BOTH, Dimension, Scale
from coach.document import Document
from coach.model import Reading, Span, Stance
from coach.negation import Felt, felt

EDGE = 0.25  # the first and the last quarter of the body, by characters
WARM = ("caring", "warm", "gratitude", "joy")

STEPS = (
    (-0.15, {"de": "in der Mitte", "en": "in the middle"}),
    (0.15, {"de": "überall gleich", "en": "everywhere alike"}),
    (math.inf, {"de": "am Anfang und am Ende", "en": "at the start and the end"}),
)


def measure(document: Document) -> Reading | None:
    if not document.sentences or document.language is None:
        return None
    start, end = document.sentences[0].span.start, document.sentences[-1].span.end
    edge = EDGE * (end - start)
    found = [each for each in felt(document, *WARM, "competence") if not each.negated]

    def at_edge(span: Span) -> bool:
        return span.start < start + edge or span.end > end - edge

    warm = _lean((each for each in found if each.category != "competence"), at_edge)
    able = _lean((each for each in found if each.category == "competence"), at_edge)
    return Reading((warm - able) / 2, len(found), tuple(each.span for each in found))


def _lean(found: Iterable[Felt], at_edge: Callable[[Span], bool]) -> float:
    """From -1 (all in the middle half) to 1 (all in the outer quarters), drawn to 0 by one unseen word on each side."""
    inside = outside = 0
    for each in found:
        if at_edge(each.span):
            outside += 1
        else:
            inside += 1
    return (outside - inside) / (outside + inside + 2)


def show(value: float | str, language: str) -> str:
    return next(words[language] for limit, words in STEPS if float(value) <= limit)


DIMENSION = Dimension(
    name="warm_edges",
    version=1,
    unit="index, -1 = warm in the middle, 1 = warm at both ends and competent between",
    source="Li, Packard & Berger 2024",
    scale=Scale.LINEAR,
    stance=Stance.IGNORE,  # good in any answer, whatever the customer does
    languages=BOTH,
    least=5,
    label={"de": "Ort der Wärme", "en": "Place of warmth"},
    habit={"de": "Wärme: {usual}", "en": "warmth: {usual}"},
    gap={
        "de": "{who} schreibt warme Wörter {usual}; dieser Entwurf {value}.",
        "en": "{who} puts warm words {usual}; this draft {value}.",
    },
    measure=measure,
    show=show,
    more_than={
        "de": (
            (
                "Vielen Dank, wir freuen uns sehr. Wir haben die Ursache gefunden, den Fehler behoben und alles geprüft. "
                "Alles Gute und ein schönes Wochenende.",
                "Wir haben die Ursache gefunden. Vielen Dank, wir freuen uns sehr, alles Gute. Der Fehler ist behoben.",
            ),
        ),
        "en": (
            (
                "Thank you so much, we are happy. We found the root cause, fixed it and tested the result. "
                "Take care and have a great weekend.",
                "We found the root cause. Thank you so much, we are happy, take care of it all. The rest is tested.",
            ),
        ),
    },
)
