"""With which words somebody greets and closes beside the form itself: "again", "in advance", "vielen Dank vorab".

Only words of greeting and closing are told apart: whom a mail greets, from where and who signs it is no habit.
"""

from __future__ import annotations

import re

from coach.dimension import BOTH, Dimension, Scale, cue_list, quoted
from coach.document import Document
from coach.model import Reading, Stance, Tally
from coach.remembering import remembered

REMEMBERED = 1_000  # greetings and closings
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    language = document.language
    known = language.habits.salutation
    chances: dict[str, int] = {}
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    parts = {"greeting": document.greeting, "closing": document.closing}
    for part, span in parts.items():
        if span is None:
            continue
        chances[part] = 1
        line = span.of(document.text)
        form = language.greeting_form(line) if part == "greeting" else language.closing_form(line)
        for word, start, end in _words_behind(line, form.phrase_in(line) if form else ""):  # the form counts as such
            if word in known:
                found.setdefault(f"{part}:{word}", ((span.start + start, span.start + end),))
    if not chances:
        return None
    spans = tuple(span for span in parts.values() if span)
    return Reading(float(len(found)), document.words, spans, Tally(dict.fromkeys(found, 1), chances, ((0, found),)))


@remembered(REMEMBERED)
def _words_behind(line: str, phrase: str) -> tuple[tuple[str, int, int], ...]:
    """The words behind the phrase with which a line begins, in lower case, with their places in the line."""
    found = WORD.finditer(line, len(phrase))
    return tuple((match.group().lower(), match.start(), match.end()) for match in found)


def name(cue: str, language: str) -> str:
    part, _, word = cue.partition(":")
    where = ("in der Begrüßung", "im Gruß") if language == "de" else ("in the greeting", "in the closing")
    return f"{quoted(word, language)} {where[part == 'closing']}"


DIMENSION = Dimension(
    name="salutation_words",
    version=2,
    unit="words known there",
    source="Waldvogel 2007 (greetings and closings in workplace mail); own lists",
    scale=Scale.COUNTS,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=12,
    label={"de": "Worte in Begrüßung und Gruß", "en": "Words of greeting and closing"},
    habit={"de": "schreibt {usual}", "en": "writes {usual}"},
    gap={
        "de": "{who} schreibt eher {usual}. Dieser Entwurf eher {value}.",
        "en": "{who} rather writes {usual}. This draft rather {value}.",
    },
    measure=measure,
    cue_name=name,
    show=cue_list(name),
    more_than={
        "de": (
            (
                "Hallo zusammen,\n\nanbei die Rechnung.\n\nVielen Dank im Voraus und viele Grüße\nTom\n",
                "Hallo,\n\nanbei die Rechnung.\n\nGruß\n",
            ),
        ),
        "en": (
            (
                "Hi everyone,\n\nhere is the invoice.\n\nThanks again and all the best,\nTom\n",
                "Hi,\n\nhere is the invoice.\n\nBest\n",
            ),
        ),
    },
)
