"""How concrete a mail is: things, numbers and names against ideas."""

from __future__ import annotations

import math

from coach.dimension import BOTH, Dimension, Scale
from coach.document import Document
from coach.later import Later
from coach.model import Reading, Span, Stance

ROOM = 1.0  # keeps a text with one noun from the ends of the scale

STEPS = (
    (-0.25, {"de": "abstrakt", "en": "abstractly"}),
    (0.25, {"de": "teils konkret, teils abstrakt", "en": "half concretely, half abstractly"}),
    (math.inf, {"de": "konkret", "en": "concretely"}),
)


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    read = document.language.meanings.things
    found = document.known(read)
    concrete = sum([each.concrete for each in found])
    abstract = sum([each.abstract for each in found])
    return Reading((concrete - abstract) / (concrete + abstract + ROOM), document.words, Later(_things, document))


def _things(document: Document) -> list[Span]:
    assert document.language is not None
    found = document.known(document.language.meanings.things)
    both = zip(document.sentences, found, strict=True)
    return [sentence.span_of(at, at + 1) for sentence, each in both for at in each.places]


def show(value: float | str, language: str) -> str:
    return next(words[language] for limit, words in STEPS if float(value) <= limit)


DIMENSION = Dimension(
    name="concreteness",
    version=1,
    unit="index, -1 = ideas only, 1 = things only",
    source="Packard & Berger 2021; idea: Brysbaert et al. 2014; own lists and endings",
    scale=Scale.LINEAR,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=30,
    label={"de": "Anschaulichkeit", "en": "Concreteness"},
    habit={"de": "schreibt {usual}", "en": "writes {usual}"},
    gap={
        "de": "{who} schreibt {usual}; dieser Entwurf {value}.",
        "en": "{who} writes {usual}; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    show=show,
    more_than={
        "de": (
            ("Der Monteur bringt zwei neue Türschlösser mit.", "Wir arbeiten an einer Lösung des Problems."),
            ("Auf der Jacke ist ein Kaffeefleck.", "Der Zustand der Angelegenheit ist unklar."),
        ),
        "en": (
            ("The fitter brings two locks and a door handle.", "We are working on a solution for this situation."),
            ("There is a coffee stain on the jacket.", "The state of the matter lacks clarity."),
        ),
    },
)
