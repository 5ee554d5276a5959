"""Who a greeting line greets, and the same greeting with the other name: "Hallo Frau Wolf" <-> "Hallo Eva"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from coach.language import Language
from coach.languages._address_greetings import ACADEMIC, GREETINGS, JOINING, PARTICLES, ROLES, GreetingWords

_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?")
_SIGNED = re.compile(  # a line with a name and nothing else
    r"(?m)^[ \t>]*((?:(?:Dr|Prof)\.?[ \t]+)*"
    r"[A-ZÄÖÜ][\w’'-]+(?:[ \t]+(?:v[oa]n|de|zu|der))*[ \t]+[A-ZÄÖÜ][\w’'-]+)[ \t]*$"
)
LEAST_NAMES = 2
MOST_NAMES = 3
"""Words; more is no name."""


@dataclass(frozen=True, slots=True)
class Greeted:
    """One person as a greeting names them: `phrase` as written, `honorific` ("Frau") and `titles` ("Dr.") if any."""

    phrase: str
    honorific: str = ""
    titles: str = field(default="", repr=False)
    first: str = field(default="", repr=False)
    last: str = field(default="", repr=False)
    end: int = 0

    @property
    def formal(self) -> bool:
        return bool(self.honorific or (self.titles and not self.first))


def greeted(line: str, language: Language) -> Greeted | None:
    """Whom this line greets; None where it greets nobody by name, several people, or a role."""
    form = language.greeting_form(line)
    start = len(form.phrase_in(line)) if form else 0
    phrase = line[:start]
    words = [(found.group(), found.end()) for found in _WORD.finditer(line, start)]
    lower = [word.lower().rstrip(".") for word, _ in words]
    tail = line[words[-1][1] :] if words else ""
    if not words or set(lower) & (language.groups | JOINING | ROLES) or tail.strip(" ,.!:;–-\n"):
        return None
    if "," in line[start : words[-1][1]].lstrip(", ") or "/" in line:
        return None
    found = _person([word for word, _ in words], language)
    if found is None:
        return None
    honorific, titles, first, last = found
    return Greeted(phrase.strip(" ,"), honorific, titles, first, last, words[-1][1])


def named(text: str, language: Language) -> tuple[str, str] | None:
    """First name and surname in "Eva Wolf", "Dr. Eva Wolf" or "Wolf, Eva"; None for anything else."""
    last, comma, first = (part.strip() for part in text.partition(","))
    words = _WORD.findall(f"{first} {last}" if comma else text)
    if len(words) < LEAST_NAMES or re.search(r"[@\d]", text):
        return None
    found = _person(words, language)
    return (found[2], found[3]) if found and found[2] and found[3] else None


def signed(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """First names and surnames that stand on lines of their own in a mail."""
    for line in _SIGNED.findall(text):
        if pair := named(line, language):
            yield pair


def honorific_in(text: str, last: str, language: Language) -> str:
    """ "Frau" or "Herr" as this text calls somebody of that surname; empty where it does not, or does both."""
    words = GREETINGS[language.code]
    known = "|".join(words.write_titles)
    pattern = re.compile(rf"\b({known})\b\.?\s+(?:(?:dr|prof)\.?\s+)*{re.escape(last)}\b", re.IGNORECASE)
    found = {words.write_titles[each.lower()] for each in pattern.findall(text)}
    return found.pop() if len(found) == 1 else ""


def by_first_name(person: Greeted, first: str, language: Language) -> str:
    """The same greeting with a first name; "Sehr geehrte" and "Guten Tag" become "Hallo"."""
    phrase = _phrase(person, GREETINGS[language.code].familiar)
    return f"{phrase} {first}".strip()


def by_surname(person: Greeted, honorific: str, titles: str, last: str, language: Language) -> str:
    """The same greeting with a surname; "Hi" becomes what goes with one."""
    phrase = _phrase(person, GREETINGS[language.code].formal) or {"de": "Hallo", "en": "Dear"}[language.code]
    return " ".join(each for each in (phrase, honorific, titles, last) if each)


def honorific_of(person: Greeted, language: Language) -> str:
    """ "Frau" where the greeting is "Liebe Eva", "Herr" where it is "Lieber Tom"; else empty."""
    words, phrase = GREETINGS[language.code], person.phrase.lower()
    if language.code != "de":
        return ""
    return "Frau" if phrase in words.female else "Herr" if phrase in words.male else ""


def without_you(line: str, language: Language) -> tuple[int, str] | None:
    """Where a greeting with a "du" of its own ends and what it becomes: "Hallo ihr Lieben" -> "Hallo zusammen"."""
    words: GreetingWords = GREETINGS[language.code]
    lower = line.lower()
    best = max((each for each in words.whole if re.match(rf"{re.escape(each)}\b", lower)), key=len, default=None)
    return (len(best), words.whole[best]) if best else None


def _phrase(person: Greeted, other: Mapping[str, str]) -> str:
    return other.get(person.phrase.lower(), person.phrase)


def _person(words: list[str], language: Language) -> tuple[str, str, str, str] | None:
    """Honorific, titles, first name, surname."""
    known = GREETINGS[language.code].write_titles
    honorific = ""
    titles: list[str] = []
    names: list[str] = []
    for word in words:
        bare = word.lower().rstrip(".")
        if bare in known and not names:
            if honorific:
                return None
            honorific = known[bare]
        elif bare in ACADEMIC and not names:
            titles.append(word)
        elif word[0].isupper() or (bare in PARTICLES and (names or honorific)):
            names.append(word.rstrip("."))
        else:
            return None
    if not 0 < sum(name.lower() not in PARTICLES for name in names) <= MOST_NAMES:
        return None
    return honorific, " ".join(titles), *_split(names, surname=bool(honorific or titles))


def _split(names: list[str], *, surname: bool) -> tuple[str, str]:
    """First name and surname; a particle ("von") begins the surname."""
    at = next((at for at, name in enumerate(names) if name.lower() in PARTICLES), len(names) - 1)
    if len(names) == 1:
        return ("", names[0]) if surname else (names[0], "")
    return " ".join(names[:at]), " ".join(names[at:])
