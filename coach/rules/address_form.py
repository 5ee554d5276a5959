"""Du where Sie is due, Sie where du is, or both mixed in one mail: names the words, and who offered what and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.address import forms_used, name_used
from coach.model import Severity, Span
from coach.relationship.address_ledger import Ground
from coach.relationship.address_words import reason
from coach.rule import Example, Proposal, Rule
from coach.situation import Situation

SURE = 0.7  # of the customer's mails use one form
WITNESSES = 1.99  # mails' worth that show it: one mail alone may be misread (two mails, rounding left aside)
NAMES = {
    "du": {"de": "Du", "en": "du"},
    "sie": {"de": "Sie", "en": "Sie"},
    "first_name": {"de": "Vornamen", "en": "first name"},
    "surname": {"de": "Nachnamen", "en": "surname"},
}


def propose(situation: Situation) -> Iterator[Proposal]:
    found = _due(situation)
    if found is None:
        return
    form, why, severity = found
    wrong = _wrong_words(situation, form)
    if not wrong:
        return
    wanted = NAMES[form]
    words = ", ".join(dict.fromkeys(f"„{span.of(situation.draft.text).strip()}“" for span in wrong[:4]))
    english = ", ".join(dict.fromkeys(f"“{span.of(situation.draft.text).strip()}”" for span in wrong[:4]))
    yield Proposal(
        wrong[0],
        {"de": f"Anrede: {wanted['de']} statt {words}", "en": f"Address with {wanted['en']}, not {english}"},
        why,
        severity,
    )


def _due(situation: Situation) -> tuple[str, Mapping[str, str], Severity] | None:
    """The form that a draft should use, why, and how loud to say so: by the ledger, else by the customer's habit."""
    standing = situation.address
    due = standing.due if standing else None
    if standing is not None and due is not None and due.form in NAMES:
        severity = Severity.ADVICE if due.ground is Ground.OFFERED else Severity.WARNING
        return due.form, reason(standing, due), severity
    usual = situation.usual_form("address_form") if situation.language.code == "de" else None
    if usual is None or usual[1] < SURE or usual[0] not in NAMES or _witnesses(situation, usual[0]) < WITNESSES:
        return None
    wanted = NAMES[usual[0]]
    why = {
        "de": f"{{who}} schreibt mit {wanted['de']}; dieser Entwurf nicht.",
        "en": f"{{who}} writes with {wanted['en']}; this draft does not.",
    }
    return usual[0], why, Severity.WARNING


def _witnesses(situation: Situation, form: str) -> float:
    """How many mails' worth of the customer's mail shows the form."""
    usual = situation.usual
    shown = usual.forms.get(situation.dimensions["address_form"].key, {}).get(form, 0)
    return shown * usual.samples / usual.weight if usual.weight > 0 else 0.0


def _wrong_words(situation: Situation, form: str) -> tuple[Span, ...]:
    if situation.language.code == "de":
        wrong = situation.draft.once(forms_used).wrong_for(form)
        written = len(situation.draft.text)
        return tuple(span for span in wrong if span.end < written)  # the last word may be half of one: "Wir haben di"
    name = situation.draft.once(name_used)
    other = {"first_name": "title", "surname": "first_name"}[form]
    return name.spans if name is not None and name.named and name.form == other else ()


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
