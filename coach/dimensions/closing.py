"""How a mail ends: the form of its closing, from "Hochachtungsvoll" to none at all."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale
from coach.document import Document
from coach.model import Reading, Stance

NONE = "none"
OTHER = "other"
NAME = "name_only"
NAME_WORDS = 3

NAMES = {
    NONE: {"de": "kein Gruß", "en": "no closing"},
    NAME: {"de": "nur der Name", "en": "just the name"},
    OTHER: {"de": "ein eigener Gruß", "en": "a closing of its own"},
    "hochachtungsvoll": {"de": "„Hochachtungsvoll“", "en": "“Hochachtungsvoll”"},
    "mit_freundlichen_gruessen": {"de": "„Mit freundlichen Grüßen“", "en": "“Mit freundlichen Grüßen”"},
    "freundliche_gruesse": {"de": "„Freundliche Grüße“", "en": "“Freundliche Grüße”"},
    "mfg": {"de": "„MfG“", "en": "“MfG”"},
    "beste_gruesse": {"de": "„Beste Grüße“", "en": "“Beste Grüße”"},
    "viele_gruesse": {"de": "„Viele Grüße“", "en": "“Viele Grüße”"},
    "herzliche_gruesse": {"de": "„Herzliche Grüße“", "en": "“Herzliche Grüße”"},
    "liebe_gruesse": {"de": "„Liebe Grüße“", "en": "“Liebe Grüße”"},
    "gruss": {"de": "„Gruß“", "en": "“Gruß”"},
    "lg": {"de": "„LG“", "en": "“LG”"},
    "vg": {"de": "„VG“", "en": "“VG”"},
    "kuerzel": {"de": "ein Kürzel („BG“, „HG“)", "en": "an abbreviation (“BG”, “HG”)"},
    "bis_dann": {"de": "„Bis dann“", "en": "“Bis dann”"},
    "dank": {"de": "ein Dank", "en": "thanks"},
    "wunsch": {"de": "ein guter Wunsch", "en": "a good wish"},
    "yours_sincerely": {"de": "„Yours sincerely“", "en": "“Yours sincerely”"},
    "kind_regards": {"de": "„Kind regards“", "en": "“Kind regards”"},
    "regards": {"de": "„Regards“", "en": "“Regards”"},
    "best_wishes": {"de": "„Best wishes“", "en": "“Best wishes”"},
    "best": {"de": "„Best“", "en": "“Best”"},
    "thanks": {"de": "„Thanks“", "en": "“Thanks”"},
    "cheers": {"de": "„Cheers“", "en": "“Cheers”"},
    "see_you": {"de": "„See you/Take care“", "en": "“See you/Take care”"},
    "love": {"de": "„Love“", "en": "“Love”"},
}


def measure(document: Document) -> Reading | None:
    if document.language is None:
        return None
    if document.closing is None:
        return Reading(NONE, 1) if document.words else None
    form = document.language.closing_form(document.closing.of(document.text))
    bare = len(document.closing.of(document.text).split()) <= NAME_WORDS
    return Reading(form.name if form else NAME if bare else OTHER, 1, (document.closing,))


def show(value: float | str, language: str) -> str:
    return NAMES[str(value)][language]


DIMENSION = Dimension(
    name="closing",
    version=2,
    unit="form",
    source="Waldvogel 2007 (greetings and closings in workplace mail)",
    scale=Scale.FORM,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=1,
    label={"de": "Grußformel", "en": "Closing"},
    habit={"de": "schließt mit: {usual}", "en": "closes with {usual}"},
    gap={
        "de": "{who} schließt meist so: {usual}. Dieser Entwurf: {value}.",
        "en": "{who} usually closes with {usual}. This draft: {value}.",
    },
    measure=measure,
    show=show,
    forms={
        "de": (
            (
                "Hallo,\n\nanbei die Rechnung.\n\nMit freundlichen Grüßen\nEva Krause\n",
                "mit_freundlichen_gruessen",
            ),
            ("Hallo,\n\nanbei die Rechnung.\n\nLG Tom\n", "lg"),
            ("Hallo,\n\nanbei die Rechnung.\n\nVG Tom\n", "vg"),
            ("Hallo,\n\nanbei die Rechnung.\n\nFreundliche Grüsse\nEva Frei\n", "freundliche_gruesse"),
            ("Hallo,\n\nanbei die Rechnung.\n\nGanz herzliche Grüße\nEva\n", "herzliche_gruesse"),
            ("Hallo,\n\nanbei die Rechnung.\n\nMit herzlichen Grüssen aus Bern\nEva\n", "herzliche_gruesse"),
            ("Hallo,\n\nanbei die Rechnung.\n\nMit den allerherzlichsten Grüßen\nEva\n", "herzliche_gruesse"),
            ("Hallo,\n\nanbei die Rechnung.\n\nVorab vielen Dank und viele Grüße\nTom\n", "viele_gruesse"),
            ("Hallo,\n\nanbei die Rechnung.\n", NONE),
        ),
        "en": (
            ("Hi,\n\nhere is the invoice.\n\nKind regards,\nTom\n", "kind_regards"),
            ("Hi,\n\nhere is the invoice.\n\nCheers\nTom\n", "cheers"),
            ("Hi,\n\nhere is the invoice.\n\nWith warmest wishes,\nTom\n", "best_wishes"),
        ),
    },
)
