"""Du where Sie is due, Sie where du is, both mixed, or a first name where a surname is due: as ledger and habit say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import Field

from coach.address import NameUsed, forms_used, name_used
from coach.german.address_form import SEVERAL
from coach.kind import Found, Kind, Options
from coach.model import Span
from coach.relationship.address_ledger import Ground
from coach.relationship.address_words import reason
from coach.relationship.form_due import SURE, WITNESSES, habitual_form
from coach.situation import Situation

NAMES: Mapping[str, Mapping[str, str]] = {
    "du": {"de": "Du", "en": "du"},
    "sie": {"de": "Sie", "en": "Sie"},
    "first_name": {"de": "Vorname", "en": "first name"},
    "surname": {"de": "Nachname", "en": "surname"},
}
SHOWN_WORDS = 4


class Address(Options):
    sure: float = Field(SURE, gt=0, le=1, description="share of the customer's mails in one form, without a ledger")
    witnesses: float = Field(WITNESSES, ge=0, description="mails' worth that show it; one mail alone may be misread")
    offered: bool = Field(False, description="true: only a Du that was offered; false: all other grounds")


def find(situation: Situation, options: Address) -> Iterator[Found]:
    due = _due(situation, options)
    if due is None:
        return
    form, why = due
    wrong = _wrong_words(situation, form)
    if not wrong:
        return
    shown = ", ".join(dict.fromkeys(span.of(situation.draft.text).strip() for span in wrong[:SHOWN_WORDS]))
    words = {"old": shown, "form_de": NAMES[form]["de"], "form_en": NAMES[form]["en"]}
    yield Found(wrong[0], words, anywhere=True, reason=why)


def _due(situation: Situation, options: Address) -> tuple[str, Mapping[str, str]] | None:
    """The form that a draft should use and why: by the ledger, else by the customer's habit."""
    standing = situation.address
    due = standing.due if standing else None
    if standing is not None and due is not None and due.form in NAMES:
        return (due.form, reason(standing, due)) if (due.ground is Ground.OFFERED) is options.offered else None
    form = None if options.offered else habitual_form(situation, sure=options.sure, witnesses=options.witnesses)
    if form is None:
        return None
    wanted = NAMES[form]
    return form, {
        "de": f"{{who}} schreibt mit {wanted['de']}; dieser Entwurf nicht.",
        "en": f"{{who}} writes with {wanted['en']}; this draft does not.",
    }


def _wrong_words(situation: Situation, form: str) -> tuple[Span, ...]:
    if situation.language.code == "de":
        greeted = situation.draft.once(name_used)
        if form not in ("du", "sie") or (greeted is not None and _means_no_one_reader(greeted)):
            return ()  # "Hallo zusammen", "Sehr geehrte Damen und Herren": whoever is meant, it is not one reader
        wrong = situation.draft.once(forms_used).wrong_for(form)
        if form == "sie" and _speaks_to_several(situation):
            return ()
        written = len(situation.draft.text)
        return tuple(span for span in wrong if span.end < written)  # the last word may be half of one: "Wir haben di"
    name = situation.draft.once(name_used)
    other = {"first_name": "title", "surname": "first_name"}.get(form)
    return name.spans if name is not None and name.named and name.form == other else ()


def _speaks_to_several(situation: Situation) -> bool:
    """True for "eure Hilfe" and "versteht ihr": whom they mean, one customer's form does not tell."""
    used, text = situation.draft.once(forms_used), situation.draft.text
    return used.plural or any(span.of(text).lower() in SEVERAL for span in used.du)


def _means_no_one_reader(greeted: NameUsed) -> bool:
    return greeted.form == "group" or (greeted.form == "title" and not greeted.named)


KIND = Kind(
    options=Address,
    find=find,
    tells_why=True,
    examples=(
        """
        id = "wrong-form"
        kind = "address"
        topic = "address form"
        languages = ["de"]
        message = { de = "Anrede: {form} statt „{old}“", en = "Address with {form}, not “{old}”" }

        [[examples]]
        language = "de"
        habit = "förmlich"
        text = "Sehr geehrte Frau Wolf,\\n\\nwir haben die Unterlagen geprüft. Kannst du uns bitte noch die Rechnung schicken?\\n\\nMit freundlichen Grüßen\\nTom"
        flags = "Kannst"
        fine = ["Sehr geehrte Frau Wolf,\\n\\nwir haben die Unterlagen geprüft. Können Sie uns bitte noch die Rechnung schicken?\\n\\nMit freundlichen Grüßen\\nTom"]
        """,
    ),
)  # fmt: skip
