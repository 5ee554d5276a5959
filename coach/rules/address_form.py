"""Du where this customer says Sie, Sie where they say du, or both mixed in one mail: names the words."""

from __future__ import annotations

from collections.abc import Iterator

from coach.address import forms_used
from coach.model import Severity
from coach.rule import Example, Proposal, Rule, Situation

SURE = 0.7  # of the customer's mails use one form
NAMES = {"du": {"de": "Du", "en": "du"}, "sie": {"de": "Sie", "en": "Sie"}}


def propose(situation: Situation) -> Iterator[Proposal]:
    used = forms_used(situation.draft)
    usual = situation.usual_form("address_form")
    if used.form is None or usual is None or usual[1] < SURE or usual[0] not in NAMES or used.form == usual[0]:
        return
    wanted = NAMES[usual[0]]
    wrong = used.wrong_for(usual[0])
    words = ", ".join(dict.fromkeys(f"„{span.of(situation.draft.text)}“" for span in wrong[:4]))
    english = ", ".join(dict.fromkeys(f"“{span.of(situation.draft.text)}”" for span in wrong[:4]))
    yield Proposal(
        wrong[0],
        {"de": f"Anrede: {wanted['de']} statt {words}", "en": f"Address with {wanted['en']}, not {english}"},
        {
            "de": f"{{who}} schreibt mit {wanted['de']}; dieser Entwurf nicht.",
            "en": f"{{who}} writes with {wanted['en']}; this draft does not.",
        },
        Severity.WARNING,
    )


_SIE = (
    tuple(
        f"Sehr geehrter Herr Brandt,\n\n{body}\n\nMit freundlichen Grüßen\nAnke Wolf"
        for body in (
            "könnten Sie uns bitte die Unterlagen zusenden? Wir benötigen sie bis Freitag.",
            "haben Sie den Termin bereits bestätigt? Ihre Nachricht hat uns nicht erreicht.",
            "vielen Dank für Ihre schnelle Antwort. Wir melden uns bei Ihnen nach der Prüfung.",
            "bitte teilen Sie uns mit, wann Ihr Techniker kommt. Wir halten die Halle frei.",
        )
    )
    * 2
)

RULE = Rule(
    id="address-form",
    propose=propose,
    examples=(
        Example(
            "de",
            _SIE,
            "Sehr geehrte Frau Wolf,\n\nwir haben die Unterlagen geprüft. Kannst du uns bitte noch die Rechnung schicken?\n\nMit freundlichen Grüßen\nTom",
            "Kannst",
        ),
        Example(
            "de",
            _SIE,
            "Sehr geehrte Frau Wolf,\n\nwir haben die Unterlagen geprüft. Können Sie uns bitte noch die Rechnung schicken?\n\nMit freundlichen Grüßen\nTom",
            None,
        ),
    ),
)  # fmt: skip
