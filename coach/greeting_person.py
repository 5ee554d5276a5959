"""Whom a mail greets: what the draft's greeting, the team's last one and the customer's own name tell together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from coach.address import forms_used
from coach.address.greeted import Greeted, greeted, named
from coach.situation import Situation

TAIL = re.compile(r"[^\w]*$")  # the marks behind a greeting


@dataclass(frozen=True, slots=True)
class GreetedPerson:
    """Whom the mail greets; `honorific` and `first` are empty where nothing tells them."""

    honorific: str = ""
    titles: str = ""
    first: str = ""
    last: str = ""
    gendered: str = ""  # "r" in "Lieber Tom", "" in "Liebe Eva", "?" where nothing tells


def person_in(situation: Situation, line: str) -> GreetedPerson | None:
    """From the draft's greeting, the team's last greeting and the customer's name, as far as they go together."""
    language = situation.language
    said = greeted(line, language) if line else None
    if line and said is None and not names_nobody(situation, line):
        return None
    if said and not said.phrase and not said.honorific and said.last:
        return None  # "Liebes Analyseteam": no greeting that is known, and more than a name
    was = greeted(TAIL.sub("", situation.salutation.strip()), language) if situation.salutation else None
    if was is not None and said is not None and not may_be_same(said, was):
        was = None
    if said and said.honorific and said.first:
        dot = "." if f"{said.first}." in line else ""
        said = replace(said, first="", last=f"{said.first}{dot} {said.last}")  # "Herr Professor Wolf": all of it stays
    known = _known_name(situation)
    if said and not said.phrase and not said.honorific and said.first not in (known or ("",))[:1]:
        return None  # "Hai!" and "Heyho," greet with words that are in no list
    first, last = known or ("", "")
    for each in (said, was):
        if each is not None and (
            (each.last and last and each.last != last) or (each.first and first and each.first != first)
        ):
            first = last = ""
    sources = [each for each in (said, was) if each is not None]
    by_first_name = was is not None and bool(was.first) and not was.honorific and form_used(situation) != "sie"
    honorific = "" if by_first_name else next((each.honorific for each in sources if each.honorific), "")
    found = GreetedPerson(
        honorific,
        next((each.titles for each in sources if each.titles), ""),
        next((each.first for each in sources if each.first), first),
        next((each.last for each in sources if each.last), last),
        _gender(honorific, sources),
    )
    return found if found.first or found.last else None


def form_used(situation: Situation) -> str | None:
    """The form of address below the greeting: the greeting itself is what may change."""
    used, greeting = situation.draft.once(forms_used), situation.draft.greeting
    if used.form == "mixed" and greeting and all(span.start < greeting.end for span in used.sie):
        return "du"
    return used.form


def names_nobody(situation: Situation, line: str) -> bool:
    """True for "Hallo," alone."""
    form = situation.language.greeting_form(line)
    return form is not None and line.strip(" ,!.").lower() in form.phrases


def may_be_same(one: Greeted, other: Greeted) -> bool:
    """Whether nothing that both greetings name tells their people apart."""
    last = not (one.last and other.last) or one.last == other.last
    return last and (not (one.first and other.first) or one.first == other.first)


def _known_name(situation: Situation) -> tuple[str, str] | None:
    """First name and surname of the customer as their mails give them; None for a firm or a desk."""
    name = situation.context.name
    words = {word.strip(".,").lower() for word in name.split()}
    return (
        named(name, situation.language) if name and words.isdisjoint(situation.language.registers.no_person) else None
    )


def _gender(honorific: str, sources: list[Greeted]) -> str:
    if honorific:
        return "r" if honorific == "Herr" else ""
    phrases = {each.phrase.lower() for each in sources}
    if phrases & {"lieber", "mein lieber", "werter"}:
        return "r"
    return "" if phrases & {"liebe", "meine liebe", "werte"} else "?"
