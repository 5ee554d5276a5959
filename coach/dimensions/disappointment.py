"""How disappointed a mail is: words of disappointment per 100 words, strengthened and negated as they stand."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Stance
from coach.negation import felt


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    found = [each for each in felt(document, "disappointment") if not each.negated]
    count = sum(each.strength for each in found)
    return Reading(per_hundred(count, document.words), document.words, tuple(each.span for each in found))


DIMENSION = Dimension(
    name="disappointment",
    version=1,
    unit="per 100 words",
    source="Zeelenberg & Pieters 2004 (disappointed customers); counting: Pennebaker & Francis 1996",
    scale=Scale.ROOT,
    stance=Stance.COMPLEMENT,  # it wants amends, not an echo
    languages=BOTH,
    least=20,
    label={"de": "Enttäuschung", "en": "Disappointment"},
    habit={"de": "{usual} enttäuschte Wörter auf 100", "en": "{usual} disappointed words in 100"},
    gap={
        "de": "{who} schreibt {usual} enttäuschte Wörter auf 100; dieser Entwurf {value}.",
        "en": "{who} writes {usual} disappointed words in 100; this draft {value}.",
    },
    measure=measure,
    never={
        "de": "{who} schreibt ohne enttäuschte Wörter; in diesem Entwurf: {count}.",
        "en": "{who} writes without disappointed words; in this draft: {count}.",
    },
    show=scarce,
    more_than={
        "de": (
            (
                "Schade, wir hatten mehr erwartet und sind enttäuscht.",
                "Wir hatten die Ware erwartet und sind zufrieden.",
            ),
            ("Wir sind enttäuscht.", "Wir sind keineswegs enttäuscht."),
        ),
        "en": (
            ("What a pity, we had expected more and feel let down.", "We expected the goods today and are content."),
            ("We are disappointed.", "We are not disappointed."),
        ),
    },
)
