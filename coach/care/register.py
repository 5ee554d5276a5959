"""In which voice a draft speaks: to Sie, du or ihr, as "I" or "we", formally or loosely."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.address import forms_used
from coach.care_words import Line
from coach.document import Document
from coach.language import Language
from coach.situation import Situation
from coach.spelling import is_swiss

SURE = 0.7  # share of the customer's mails with one form of address
LOOSE_GREETING = -0.3  # formality; "Hallo" and "Hi" lie below
CAPITAL = re.compile(r"(?<=[a-zäöüß,] )(?:Du|Dir|Dich|Dein\w{0,2}|Euch|Eure?[nmrs]?)\b")
TITLED = re.compile(r"\b(?:Herrn?|Frau|Damen)\b")
ONE, MANY = "one", "many"


@dataclass(frozen=True, slots=True)
class Register:
    """The voice of a draft; `reader` is "sie", "du", "ihr", "you", or empty where it is not known."""

    language: Language
    reader: str
    writer: str
    loose: bool
    capital: bool
    swiss: bool

    def say(self, line: Line, **more: str) -> str | None:
        """The line in this voice, as a sentence of its own; None where the reader's form of address is not known."""
        said = self.fill(line.loose if self.loose and line.loose else line.formal, **more)
        return said[:1].upper() + said[1:] if said else None

    def fill(self, text: str, **more: str) -> str | None:
        """The text with its slots filled; None where a slot has no word."""
        care = self.language.care
        slots = {**care.readers.get(self.reader, {}), **care.writers[self.writer], **more}
        if self.capital:
            slots |= {name: slots[name][:1].upper() + slots[name][1:] for name in care.capital if name in slots}
        try:
            said = text.format_map(slots)
        except KeyError:
            return None
        return said.replace("ß", "ss") if self.swiss else said


def register_of(situation: Situation) -> Register:
    """The voice of this draft, by its own words first, then by what is known of the customer."""
    draft, language = situation.draft, situation.language
    reader = _reader(situation)
    loose = reader in ("du", "ihr") if language.code == "de" else _is_loose(situation)
    return Register(
        language,
        reader,
        writer=ONE if draft.count("i") >= draft.count("we") else MANY,
        loose=loose,
        capital=CAPITAL.search(draft.text) is not None,
        swiss=language.code == "de" and is_swiss(draft.text),
    )


def _reader(situation: Situation) -> str:
    if situation.language.code != "de":
        return "you"
    used = situation.draft.once(forms_used)
    if used.form == "mixed":
        return ""
    if used.form is not None:
        return "ihr" if used.plural else used.form
    standing = situation.address
    if standing is not None and standing.due is not None and standing.due.form in ("du", "sie"):
        return standing.due.form
    greeting = _greeting(situation.draft)
    if TITLED.search(greeting) or greeting.lower().startswith("sehr geehrt"):
        return "sie"
    return _customers(situation)


def _customers(situation: Situation) -> str:
    """The form of the mail that is answered, else the customer's habit."""
    if situation.reply is not None:
        form = situation.reply.once(forms_used).form
        if form in ("du", "sie"):
            return form
    usual = situation.usual_form("address_form")
    return usual[0] if usual and usual[1] >= SURE and usual[0] in ("du", "sie") else ""


def _is_loose(situation: Situation) -> bool:
    """English has no du; short forms and the greeting tell."""
    draft, language = situation.draft, situation.language
    form = language.greeting_form(_greeting(draft)) if draft.greeting else None
    if form is not None and form.formality > -LOOSE_GREETING:
        return False
    if form is not None and form.formality < LOOSE_GREETING:
        return True
    return any(language.short_forms.search(each.text) for each in draft.sentences)


def _greeting(draft: Document) -> str:
    return draft.greeting.of(draft.text) if draft.greeting else ""
