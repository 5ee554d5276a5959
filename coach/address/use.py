"""What one mail shows of how writer and reader address each other: the form, and what is said about it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from coach.address.forms import forms_used
from coach.address.names import name_used
from coach.address.offers import Talk, talk_of
from coach.document import Document
from coach.model import Span

SHOWN = 8  # spans that are kept as evidence
FAMILIAR = {"de": "du", "en": "first_name"}
FORMAL = {"de": "sie", "en": "surname"}
_NAME_FORMS = {"title": "surname", "first_name": "first_name", "full_name": "full_name"}


@dataclass(frozen=True, slots=True)
class AddressUse:
    """The form one mail uses and what it says about forms; offsets and names of forms, never words of the mail.

    `form` is "du", "sie" or "mixed" in German, "first_name", "surname" or "full_name" in English, None for none.
    `plural`: the du is only said as "ihr", to several people.
    """

    language: str
    form: str | None
    plural: bool = False
    talk: Talk | None = None
    spans: tuple[Span, ...] = ()

    def to_json(self) -> str:
        """As the server keeps it."""
        kept: dict[str, object] = {"language": self.language, "form": self.form}
        if self.plural:
            kept["plural"] = True
        if self.talk:
            kept["talk"] = str(self.talk)
        if self.spans:
            kept["spans"] = [[span.start, span.end] for span in self.spans]
        return json.dumps(kept)

    @staticmethod
    def from_json(text: str) -> AddressUse:
        """The inverse of `to_json`; ValueError or KeyError for anything else."""
        kept = json.loads(text)
        return AddressUse(
            kept["language"],
            kept["form"],
            kept.get("plural", False),
            Talk(kept["talk"]) if "talk" in kept else None,
            tuple(Span(start, end) for start, end in kept.get("spans", ())),
        )


def address_use(document: Document) -> AddressUse | None:
    """What a mail shows; None where it shows nothing, or is in a language without such forms."""
    language = document.language
    if language is None or language.code not in FAMILIAR:
        return None
    said = talk_of(document)
    talk, plural = (said.talk if said else None), False
    form: str | None = None
    spans: tuple[Span, ...] = ()
    if language.code == "de":
        used = document.once(forms_used)
        form, plural, spans = used.form, used.plural, used.spans
    elif (name := document.once(name_used)) is not None and name.named:
        form, spans = _NAME_FORMS.get(name.form), name.spans
    if form is None and talk is None:
        return None
    evidence = (*((said.span,) if said else ()), *spans)
    return AddressUse(language.code, form, plural, talk, evidence[:SHOWN])
