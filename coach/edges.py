"""How formal the first and the last line of a draft are, and whom the first one speaks to: tones must not mix."""

from __future__ import annotations

import re

from coach.address import forms_used, name_used
from coach.language import Form
from coach.situation import Situation

STIFF = 0.6  # "Sehr geehrte", "Dear", "Mit freundlichen Grüßen", "Yours sincerely", on the scale of such lines
CHUMMY = -0.7  # "Hi" in German, "Hey", "Ahoi", "LG", "Cheers"
GREETS = re.compile(r"[^\n]{3,60}[,!]\s*$")  # a first line that ends as a greeting does
WORD = re.compile(r"[^\W\d_]+\.?")
COMPOUND = 5  # letters of a word for several people that may end a longer one: "Forschungsgruppe"


def greeting_form(situation: Situation) -> Form | None:
    """What the draft greets with; None where it does not, or with something else."""
    greeting = situation.draft.greeting
    return situation.language.greeting_form(greeting.of(situation.draft.text)) if greeting else None


def greeting_level(situation: Situation) -> float | None:
    """How formal the greeting is, from -1 to 1; None where there is none, or one that tells nothing.

    A first line in no known form that names a title ("Sg. Hr. Wolf,", "Sehr geeherter Herr Wolf,") is a formal one.
    """
    form = greeting_form(situation)
    if form is not None:
        return form.formality
    draft = situation.draft
    line = draft.greeting.of(draft.text) if draft.greeting else draft.text.lstrip().partition("\n")[0]
    if draft.greeting is None and not GREETS.fullmatch(line):
        return None
    words = {word.lower() for word in WORD.findall(line)}
    return STIFF if words & situation.language.titles else None


def greets_a_group(situation: Situation) -> bool:
    """True for "Hallo zusammen" and "Liebe Mitglieder": what one customer is used to, it says to several."""
    draft, used = situation.draft, situation.draft.once(name_used)
    if draft.greeting is None or used is None or used.form == "title":
        return False
    called = {word.lower().rstrip(".") for word in WORD.findall(draft.greeting.of(draft.text))}
    many = situation.language.groups - situation.language.registers.to_one_or_many
    compounds = tuple(each for each in many if len(each) >= COMPOUND)
    return bool(called & many) or any(word.endswith(compounds) for word in called)


def is_familiar(situation: Situation) -> bool:
    """True where the draft speaks as to somebody known well: with du, by first name, or (English) without a title."""
    named = situation.draft.once(name_used)
    if situation.language.code != "de":
        return named is None or named.form != "title"
    form = situation.draft.once(forms_used).form
    if form is not None:
        return form != "sie"
    if named is not None and named.form in ("first_name", "title"):
        return named.form == "first_name"
    due = situation.address.due if situation.address else None
    return due is not None and due.form == "du"


def has_stiff_edge(situation: Situation) -> bool:
    """True where the draft greets or closes formally: a clipped or loose word between them sounds careless."""
    return any(form.formality >= STIFF for form in _edges(situation))


def has_chummy_edge(situation: Situation) -> bool:
    """True where the draft greets or closes as friends do: a formal word between them sounds stilted."""
    return any(form.formality <= CHUMMY for form in _edges(situation))


def smiles(situation: Situation) -> bool:
    """True where the draft has an emoji or a typed smiley."""
    emoji = situation.dimensions.get("emoji")
    reading = situation.draft.once(emoji.measure) if emoji is not None else None
    return reading is not None and not isinstance(reading.value, str) and reading.value > 0


def _edges(situation: Situation) -> list[Form]:
    closing = situation.draft.closing
    last = situation.language.closing_form(closing.of(situation.draft.text)) if closing else None
    return [form for form in (greeting_form(situation), last) if form is not None]
