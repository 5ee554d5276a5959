"""How formal a text is: formal against informal wording, word length, nouns against verbs, greeting and closing."""

from __future__ import annotations

import math

from coach.address import forms_used
from coach.dimension import BOTH, Dimension, Scale
from coach.document import Document
from coach.model import Reading, Span, Stance

# Weights by ridge regression on sentences and mails that people rated (docs/benchmarks.md says which), rounded.
WEIGHTS = {
    "formal": 1.0, "informal": -1.0, "loud": -0.35, "letters": 0.22, "nouns": 0.5, "sie": 0.35, "du": -0.35,
    "edges": 0.6, "i": -0.3, "sentence": 0.18, "small": -0.5,
}  # fmt: skip

STEPS = (
    (-1.5, {"de": "sehr locker", "en": "very casual"}),
    (-0.5, {"de": "locker", "en": "casual"}),
    (0.5, {"de": "neutral", "en": "neutral"}),
    (1.5, {"de": "förmlich", "en": "formal"}),
    (math.inf, {"de": "sehr förmlich", "en": "very formal"}),
)


def features(document: Document) -> dict[str, float]:
    """The named ingredients of formality, each about -1..+1."""
    language = document.language
    assert language is not None
    words = document.words
    # Eight words of smoothing: one formal word in a text of three says less than five in twenty.
    room = math.sqrt(words + 8.0) / 2
    first = next((sentence.span.of(document.text)[:1] for sentence in document.sentences), "")
    nouns = document.count_pos("NOUN", "ADJ", "ADP", "DET")
    others = document.count_pos("PRON", "VERB", "ADV", "INTJ", "AUX", "PART")
    used = forms_used(document)
    return {
        "formal": document.count("formal") / room,
        "informal": (document.count("informal") + _count_short(document)) / room,
        "loud": sum(body.of(document.text).count("!") for body in document.body) / room,
        "letters": document.letters() / words - language.letters_per_word,
        "nouns": (nouns - others) / (words + 4),
        "sie": float(bool(used.sie)),
        "du": float(bool(used.du)),
        "edges": _edges(document),
        "i": document.count("i") / room,
        "sentence": math.log(words / len(document.sentences) + 1) - 2.5,
        "small": float(first.islower() and document.greeting is None),
    }


def _count_short(document: Document) -> int:
    assert document.language is not None
    return sum(1 for body in document.body for _ in document.language.short_forms.finditer(body.of(document.text)))


def _edges(document: Document) -> float:
    """Mean formality of greeting and closing; 0 where there are none."""
    language = document.language
    assert language is not None
    forms = [
        language.greeting_form(document.greeting.of(document.text)) if document.greeting else None,
        language.closing_form(document.closing.of(document.text)) if document.closing else None,
    ]
    known = [form.formality for form in forms if form]
    return sum(known) / 2 if known else 0.0


def _spans(document: Document) -> tuple[Span, ...]:
    edges = (part for part in (document.greeting, document.closing) if part is not None)
    return tuple(sorted((*document.spans("formal", "informal"), *edges)))


def measure(document: Document) -> Reading | None:
    if document.language is None or not document.words:
        return None
    value = sum(WEIGHTS[name] * feature for name, feature in features(document).items())
    return Reading(value, document.words, _spans(document))


def show(value: float | str, language: str) -> str:
    return next(words[language] for limit, words in STEPS if float(value) <= limit)


DIMENSION = Dimension(
    name="formality",
    version=1,
    unit="index, 0 = neutral, higher = more formal",
    source="Heylighen & Dewaele 2002; Peterson, Hohensee & Xia 2011 (formality in mail)",
    scale=Scale.LINEAR,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=8,
    label={"de": "Förmlichkeit", "en": "Formality"},
    habit={"de": "Ton: {usual}", "en": "tone: {usual}"},
    gap={
        "de": "{who} schreibt {usual}; dieser Entwurf ist {value}.",
        "en": "{who} writes in a {usual} way; this draft is {value}.",
    },
    measure=measure,
    show=show,
    more_than={
        "de": (
            ("Hiermit bitten wir Sie um Rückmeldung bezüglich der beigefügten Unterlagen.", "Hey, check mal bitte die Sachen, ok?"),
            ("Sehr geehrte Frau Wolf,\n\nwir danken Ihnen.\n\nMit freundlichen Grüßen\n", "Hi Eva,\n\nwir danken dir.\n\nLG\n"),
        ),
        "en": (
            ("We would appreciate receiving confirmation regarding the enclosed documentation.", "Hey, can you check the stuff, ok? Thx!"),
            ("Dear Ms Wolf,\n\nwe thank you.\n\nYours sincerely,\n", "Hey Eva,\n\nthank you.\n\nCheers\n"),
        ),
    },
)  # fmt: skip
