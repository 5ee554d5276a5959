"""How a mail opens: the form of its greeting, from "Sehr geehrte" to none at all."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale
from coach.document import Document
from coach.model import Reading, Stance

NONE = "none"
NAME = "name_only"

NAMES = {
    NONE: {"de": "keine Begrüßung", "en": "no greeting"},
    NAME: {"de": "nur der Name", "en": "just the name"},
    "sehr_geehrte": {"de": "„Sehr geehrte …“", "en": "“Sehr geehrte …”"},
    "werte": {"de": "„Werte/Geschätzte …“", "en": "“Werte/Geschätzte …”"},
    "guten_tag": {"de": "„Guten Tag“", "en": "“Guten Tag”"},
    "guten_morgen": {"de": "„Guten Morgen/Abend“", "en": "“Guten Morgen/Abend”"},
    "gruess_gott": {"de": "„Grüß Gott“", "en": "“Grüß Gott”"},
    "liebe": {"de": "„Liebe/Lieber …“", "en": "“Liebe/Lieber …”"},
    "hallo": {"de": "„Hallo“", "en": "“Hallo”"},
    "hi": {"de": "„Hi“", "en": "“Hi”"},
    "moin": {"de": "„Moin“", "en": "“Moin”"},
    "servus": {"de": "„Servus“", "en": "“Servus”"},
    "na": {"de": "„Na/Tach“", "en": "“Na/Tach”"},
    "dear": {"de": "„Dear …“", "en": "“Dear …”"},
    "good_morning": {"de": "„Good morning/afternoon“", "en": "“Good morning/afternoon”"},
    "greetings": {"de": "„Greetings“", "en": "“Greetings”"},
    "how_are_things": {"de": "„How are things“", "en": "“How are things”"},
    "hello": {"de": "„Hello“", "en": "“Hello”"},
    "hey": {"de": "„Hey“", "en": "“Hey”"},
    "morning": {"de": "„Morning“", "en": "“Morning”"},
}


def measure(document: Document) -> Reading | None:
    if document.language is None:
        return None
    if document.greeting is None:
        return Reading(NONE, 1) if document.words else None
    form = document.language.greeting_form(document.greeting.of(document.text))
    return Reading(form.name if form else NAME, 1, (document.greeting,))


def show(value: float | str, language: str) -> str:
    return NAMES[str(value)][language]


DIMENSION = Dimension(
    name="greeting",
    version=1,
    unit="form",
    source="Waldvogel 2007 (greetings and closings in workplace mail)",
    scale=Scale.FORM,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=1,
    label={"de": "Begrüßung", "en": "Greeting"},
    habit={"de": "beginnt mit: {usual}", "en": "opens with {usual}"},
    gap={
        "de": "{who} beginnt meist so: {usual}. Dieser Entwurf: {value}.",
        "en": "{who} usually opens with {usual}. This draft: {value}.",
    },
    measure=measure,
    show=show,
    forms={
        "de": (
            ("Sehr geehrte Frau Krause,\n\nanbei die Rechnung.\n", "sehr_geehrte"),
            ("Hallo Tom,\n\nanbei die Rechnung.\n", "hallo"),
            ("Anbei die Rechnung, wie besprochen.\n", NONE),
        ),
        "en": (
            ("Dear Ms Miller,\n\nplease find the invoice attached.\n", "dear"),
            ("Hi Tom,\n\nhere is the invoice.\n", "hi"),
            ("Tom,\n\nhere is the invoice, as we agreed.\n", NAME),
        ),
    },
)
