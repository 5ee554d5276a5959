"""A greeting in a wanted form: the team's own last one word for word, or one with the name that is known."""

from __future__ import annotations

from coach.address.greeted import greeted
from coach.greeting_person import TAIL, GreetedPerson, form_used, may_be_same, names_nobody, person_in
from coach.language import Form
from coach.situation import Situation

CASUAL = -0.6  # "Moin", "Servus"


def written_greeting(situation: Situation, line: str, wanted: Form) -> str | None:
    """The greeting in this form; None where no name is known that goes with it."""
    verbatim = _as_before(situation, line, wanted)
    if verbatim is not None:
        return verbatim
    person = person_in(situation, line)
    if person is None:
        return _to_nobody(situation, line, wanted)
    if situation.language.code == "de":
        return _german(situation, person, wanted)
    return _english(person, wanted, situation)


def _as_before(situation: Situation, line: str, wanted: Form) -> str | None:
    """The team's last greeting, word for word, if it has this form and greets nobody else."""
    before = TAIL.sub("", situation.salutation.strip())
    form = situation.language.greeting_form(before) if before and "\n" not in before else None
    if form is None or form.name != wanted.name:
        return None
    said, was = (greeted(line, situation.language) if line else None), greeted(before, situation.language)
    if was is None or (said and not may_be_same(said, was)):
        return None
    used = form_used(situation)
    clashes = (used == "du" and was.honorific) or (used == "sie" and was.first and not was.honorific and not was.last)
    return None if clashes else before


def _to_nobody(situation: Situation, line: str, wanted: Form) -> str | None:
    """A greeting without a name: only where the draft greets without one."""
    general = {each.lower() for each in situation.language.registers.to_nobody.values()}
    if not line or not (names_nobody(situation, line) or line.lower() in general):
        return None
    used = form_used(situation)
    if (used == "du" and wanted.needs_title) or (used == "sie" and wanted.formality < CASUAL):
        return None
    return situation.language.registers.to_nobody.get(wanted.name)


def _german(situation: Situation, person: GreetedPerson, wanted: Form) -> str | None:
    used = form_used(situation)
    familiar = used == "du" or (used != "sie" and not person.honorific)
    if familiar and used != "du" and wanted.name == "guten_tag" and person.first and person.last:
        return f"Guten Tag {person.first} {person.last}"
    if familiar:
        if wanted.needs_title or not person.first:
            return None
        return _with_ending(wanted, person.gendered, person.first)
    if person.honorific and person.last:
        if wanted.name in situation.language.registers.familiar_greetings:
            return (
                f"Hallo {person.honorific} {person.last}"
                if not person.titles
                else f"Hallo {person.honorific} {person.titles} {person.last}"
            )
        if person.titles and wanted.formality < CASUAL:
            return None  # nobody writes "Moin Herr Professor"
        name = " ".join(each for each in (person.honorific, person.titles, person.last) if each)
        return _with_ending(wanted, person.gendered, name)
    if person.first and person.last and wanted.formality > 0:
        return f"Guten Tag {person.first} {person.last}"
    return None


def _with_ending(wanted: Form, gendered: str, name: str) -> str | None:
    if "{r}" in wanted.write and gendered == "?":
        return None  # "Liebe" or "Lieber": a first name does not tell
    return wanted.write.replace("{r}", gendered).replace("{name}", name)


def _english(person: GreetedPerson, wanted: Form, situation: Situation) -> str | None:
    if person.honorific or (person.titles and not person.first):
        if wanted.name in situation.language.registers.familiar_greetings or not person.last:
            return None
        name = " ".join(each for each in (person.honorific, person.titles, person.last) if each)
        return wanted.write.replace("{name}", name)
    return wanted.write.replace("{name}", person.first.split()[0]) if person.first else None
