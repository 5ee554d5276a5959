"""A greeting that names somebody else than the customer it goes to, or calls a woman Herr, a man Ms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from coach.address import name_used
from coach.kind import Found, Kind, Options
from coach.languages._nicknames import NICKNAMES
from coach.model import Span
from coach.situation import Situation

WORD = re.compile(r"[^\W\d_][\w'’-]*")
SPELLINGS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e", "á": "a", "ó": "o", "ç": "c"}
)
SHORTEST = 3  # letters of a name that is looked for inside an address
SHORT_FORM = 4  # letters of a short form, at most, that shares but the first letter: "Tom", "Mike", "Hans"


class Salutation(Options):
    generic: bool = Field(
        False, description="true: a greeting to nobody although the name is known; false: a wrong name"
    )
    most_recipients: int = Field(1, ge=1, description="with more outside addresses anybody may be meant")


def find(situation: Situation, options: Salutation) -> Iterator[Found]:
    greeting, known = situation.draft.greeting, _known_names(situation)
    if greeting is None or not known or len(_outside(situation)) > options.most_recipients:
        return
    used = situation.draft.once(name_used)
    if used is None or used.spans != (greeting,):
        return
    line = greeting.of(situation.draft.text)
    named = [match for match in WORD.finditer(line) if _is_name(match.group(), line, situation)]
    if options.generic:
        if used.form == "title" and not used.named:
            yield Found(
                _trimmed(greeting, line), {"old": line.strip(" \n,!"), "new": situation.context.name}, anywhere=True
            )
        return
    if (
        used.form in ("group", "nobody")
        or not used.named
        or not named
        or any(_belongs(each.group(), known) or _is_known_here(each.group(), situation) for each in named)
        or _is_spoken_of(situation)
    ):
        return
    first, last = named[0].start(), named[-1].end()
    span = Span(greeting.start + first, greeting.start + last)
    yield Found(span, {"old": span.of(situation.draft.text), "new": situation.context.name})


def _known_names(situation: Situation) -> frozenset[str]:
    """Every word by which the customer may be named: their name, what the team called them last, their address."""
    context = situation.context
    before = context.salutation
    if not context.name.strip() or "@" in context.name:
        return frozenset()
    if len(context.name.split()) < 2 and not before.strip():
        return frozenset()  # "Skorstad" may well be greeted as "Jorn"
    local = context.customer.partition("@")[0]
    words = [*WORD.findall(context.name), *WORD.findall(before), *re.split(r"[._+\-\d]+", local)]
    return frozenset(_plain(each) for each in words if len(each) > 1)


def _belongs(name: str, known: frozenset[str]) -> bool:
    """True for a known name, a short form of one ("Tom" of "Thomas"), or one that stands in the address."""
    plain = _plain(name)
    return any(plain == each or _is_form_of(plain, each) or _is_form_of(each, plain) for each in known)


def _is_known_here(name: str, situation: Situation) -> bool:
    """True for a name in the mail that is answered: whoever is greeted, quoted or signs there may well be meant."""
    return _plain(name) in {_plain(each) for each in WORD.findall(situation.context.reply_to)}


def _is_spoken_of(situation: Situation) -> bool:
    """True where the customer's own name stands in the draft's body: they are not the one it speaks to."""
    own = {_plain(each) for each in WORD.findall(situation.context.name) if len(each) >= SHORTEST}
    body = [each.of(situation.draft.text) for each in situation.draft.body]
    return any(_plain(word.rstrip("'’")) in own for part in body for word in WORD.findall(part) if word[0].isupper())


def _is_form_of(short: str, long: str) -> bool:
    if long in NICKNAMES.get(short, ()) or (len(short) <= SHORT_FORM and short[0] == long[0]):
        return True
    return len(short) >= SHORTEST and (long.startswith(short[:SHORTEST]) or short in long)


def _is_name(word: str, line: str, situation: Situation) -> bool:
    language = situation.language
    form = language.greeting_form(line)
    phrase = form.phrase_in(line) if form else ""
    lower = word.lower().rstrip(".")
    if lower in phrase or not word[0].isupper():
        return False
    return lower not in language.honorifics | language.titles | language.groups


def _outside(situation: Situation) -> list[str]:
    context = situation.context
    return [each for each in (*context.to, *context.cc) if each.rpartition("@")[2].lower() not in context.own_domains]


def _trimmed(greeting: Span, line: str) -> Span:
    return Span(greeting.start, greeting.start + len(line.rstrip(" \n,!")))


def _plain(word: str) -> str:
    return word.lower().translate(SPELLINGS)


KIND = Kind(
    options=Salutation,
    find=find,
    examples=(
        """
        id = "other-name"
        kind = "salutation"
        topic = "greeting and closing"
        languages = ["de", "en"]
        message = { de = "Anderer Name: „{old}“", en = "Another name: “{old}”" }
        reason = { de = "Die Mail geht an {new}.", en = "The mail goes to {new}." }

        [[examples]]
        language = "de"
        name = "Anke Wolf"
        text = "Sehr geehrte Frau Maier,\\n\\ndie Teile sind da."
        flags = "Maier"
        fine = [
            "Sehr geehrte Frau Wolf,\\n\\ndie Teile sind da.",
            "Hallo Anke,\\n\\ndie Teile sind da.",
            "Guten Tag,\\n\\ndie Teile sind da.",
            "Hallo zusammen,\\n\\ndie Teile sind da.",
            "Sehr geehrte Damen und Herren,\\n\\ndie Teile sind da.",
        ]

        [[examples]]
        language = "en"
        name = "Thomas Bauer"
        text = "Dear Peter,\\n\\nthe parts are here."
        flags = "Peter"
        fine = ["Hi Tom,\\n\\nthe parts are here.", "Dear Mr Bauer,\\n\\nthe parts are here.", "Hi there,\\n\\nthe parts are here."]
        """,
    ),
)  # fmt: skip
