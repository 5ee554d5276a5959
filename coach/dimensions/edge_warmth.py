"""How warm greeting and closing are, from a mail without either to "Alles Liebe"."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale
from coach.document import Document
from coach.model import Reading, Stance

NOTHING = -0.5
UNKNOWN = 0.3  # a bare name, or a greeting of one's own
# By our own estimate: 0 is a form that everybody gets, 1 one that is meant for this person.
GREETINGS = {
    "sehr_geehrte": 0.0, "werte": 0.1, "guten_tag": 0.1, "guten_morgen": 0.4, "gruess_gott": 0.3, "liebe": 1.0, "hallo": 0.4,
    "hi": 0.5, "moin": 0.5, "servus": 0.6, "na": 0.3, "dear": 0.3, "good_morning": 0.4, "how_are_things": 1.0,
    "greetings": 0.1, "hello": 0.4, "hey": 0.5, "morning": 0.4,
}  # fmt: skip
CLOSINGS = {
    "hochachtungsvoll": -0.2, "mit_freundlichen_gruessen": 0.0, "freundliche_gruesse": 0.0, "mfg": -0.2, "beste_gruesse": 0.3, "viele_gruesse": 0.5,
    "herzliche_gruesse": 1.0, "liebe_gruesse": 1.3, "gruss": 0.0, "lg": 0.1, "vg": 0.1, "kuerzel": 0.1, "bis_dann": 0.6, "dank": 0.6, "wunsch": 1.0,
    "yours_sincerely": 0.0, "kind_regards": 0.4, "regards": 0.0, "best_wishes": 0.7, "best": 0.2, "thanks": 0.6, "cheers": 0.5,
    "see_you": 0.8, "love": 1.3,
}  # fmt: skip

STEPS = (
    (-0.1, {"de": "ohne Gruß", "en": "no greeting"}),
    (0.2, {"de": "sachlich", "en": "businesslike"}),
    (0.6, {"de": "freundlich", "en": "friendly"}),
    (2.0, {"de": "herzlich", "en": "warm"}),
)


def measure(document: Document) -> Reading | None:
    language = document.language
    if language is None or not document.words:
        return None
    greeting = closing = NOTHING
    if document.greeting is not None:
        form = language.greeting_form(document.greeting.of(document.text))
        greeting = GREETINGS.get(form.name, UNKNOWN) if form else UNKNOWN
    if document.closing is not None:
        form = language.closing_form(document.closing.of(document.text))
        closing = CLOSINGS.get(form.name, UNKNOWN) if form else UNKNOWN
    spans = tuple(part for part in (document.greeting, document.closing) if part is not None)
    return Reading((greeting + closing) / 2, 1, spans)


def show(value: float | str, language: str) -> str:
    return next(words[language] for limit, words in STEPS if float(value) <= limit)


DIMENSION = Dimension(
    name="edge_warmth",
    version=1,
    unit="index, 0 = businesslike, 1 = hearty",
    source="Waldvogel 2007 (greetings and closings in workplace mail); values by own estimate",
    scale=Scale.LINEAR,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=1,
    label={"de": "Wärme von Anrede und Gruß", "en": "Warmth of greeting and closing"},
    habit={"de": "Anrede und Gruß: {usual}", "en": "greeting and closing: {usual}"},
    gap={
        "de": "{who} grüßt {usual}; dieser Entwurf: {value}.",
        "en": "{who} greets in this way: {usual}. This draft: {value}.",
    },
    measure=measure,
    show=show,
    more_than={
        "de": (
            ("Liebe Eva,\n\nanbei die Rechnung.\n\nHerzliche Grüße\nTom\n", "Sehr geehrte Frau Wolf,\n\nanbei die Rechnung.\n\nMfG\nTom\n"),
            ("Hallo Eva,\n\nanbei die Rechnung.\n\nViele Grüße\nTom\n", "Anbei die Rechnung, wie besprochen."),
        ),
        "en": (
            ("Hi Eva,\n\nhere is the invoice.\n\nAll the best\nTom\n", "Dear Ms Wolf,\n\nhere is the invoice.\n\nRegards\nTom\n"),
            ("Hello Eva,\n\nhere is the invoice.\n\nKind regards\nTom\n", "Here is the invoice, as we agreed."),
        ),
    },
)  # fmt: skip
