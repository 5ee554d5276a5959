"""How somebody sets marks: commas, kinds of dashes, dots, brackets, quotation marks, capitals, spaces."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from coach.dimension import BOTH, Dimension, Scale, cue_list
from coach.document import Document
from coach.model import Reading, Stance
from coach.remembering import remembered
from coach.wording import Found, tally

# Each pattern begins with the mark itself and looks back afterwards: so it is searched for many times as fast.
MARKS = {
    "comma": (r",", "Komma", "comma"),
    "full_stop": (r"\.(?<![.\d]\.)(?=\s|$)", "Punkt", "full stop"),
    "exclamation": (r"!", "Ausrufezeichen", "exclamation mark"),
    "question": (r"\?", "Fragezeichen", "question mark"),
    "ellipsis": (r"\.\.\.+|…", "drei Punkte", "three dots"),
    "colon": (r":(?=\s)", "Doppelpunkt", "colon"),
    "semicolon": (r";(?![-)(])", "Strichpunkt", "semicolon"),
    "short_dash": (r"-(?<=\s-)(?=\s)", "kurzer Strich ( - )", "hyphen as a dash ( - )"),
    "double_dash": (r"--+", "zwei Striche (--)", "double hyphen (--)"),
    "long_dash": (r"[–—]", "Gedankenstrich (–)", "long dash (–)"),
    "bracket": (r"\((?=\w)", "Klammer", "bracket"),
    "whole_bracket": (r"\((?<=[.!?]\s\()", "Satz in Klammern", "sentence in brackets"),
    "double_quotes": (r"[\"“„]", "Anführungszeichen", "double quotation mark"),
    "single_quotes": (r"['‘‚](?<=\s['‘‚])(?=\w)", "halbe Anführungszeichen", "single quotation mark"),
    "two_spaces": (r" (?<=[.!?:] ) +(?=\S)", "zwei Leerzeichen nach dem Satz", "two spaces after a sentence"),
    "slash": (r"/(?<=[^\W\d_]/)(?=[^\W\d_])", "Schrägstrich", "slash"),
    "stressed": (r"\*\w+\*|_\w+_", "*betontes* Wort", "*stressed* word"),
    "smiley": (r"[:;]-?[)(DPp](?!\w)", "Smiley", "smiley"),
    "many_marks": (r"[!?][!?]+", "mehrere Zeichen (!!, ?!)", "several marks (!!, ?!)"),
    "capitals": (r"[A-ZÄÖÜ](?<!\w[A-ZÄÖÜ])[A-ZÄÖÜ]{3,}\b", "Wort in GROSSBUCHSTABEN", "word in CAPITALS"),
    "ampersand": (r"\s&\s", "&", "&"),
    "small_i": (r"i(?<![\w'’.]i)(?=[ '’])", "kleines „i“", "small “i”"),
    "capital_i": (r"I(?<![\w'’.]I)(?=[ '’])", "großes „I“", "capital “I”"),
    "figures": (r"\d(?<!\S\d)\d*(?=\s|[.,]\s)", "Zahl in Ziffern", "number in figures"),
    "space_before": (r"\w [?!,](?=\s|$)", "Leerzeichen vor dem Zeichen", "space before a mark"),
    "mark_inside": (r"[.,][\"”]", "Satzzeichen vor dem Anführungszeichen", "mark inside the quotes"),
    "mark_outside": (r"[\"”“][.,]", "Satzzeichen nach dem Anführungszeichen", "mark outside the quotes"),
    "tight_dash": (r"\w[—–]\w", "Strich ohne Leerzeichen", "dash without spaces"),
    "dotted_short": (
        r"[eizdu](?<!\w[eizdu])(?:(?<=e)\.g|(?<=i)\.e|(?<=z)\.\s?B|(?<=d)\.\s?h|(?<=u)\.\s?a)\.",
        "Abkürzung mit Punkten",
        "abbreviation with dots",
    ),
    "etc": (r"[eu](?<!\w[eu])(?:(?<=e)tc|(?<=u)sw)\b", "etc., usw.", "etc."),
    "about": (r"~\s?\d", "~ für etwa", "~ for about"),
    "no_stop": (r"\w(?=\s*\Z)", "Absatz ohne Schlusszeichen", "paragraph without a final mark"),
    "small_start": (r"\A[a-zäöü]|(?<=[.!?]\s)[a-zäöü]", "Satz klein begonnen", "sentence begun small"),
}
PATTERNS = {name: re.compile(pattern) for name, (pattern, _, _) in MARKS.items()}
# Most paragraphs hold few kinds of marks: without one of these characters there is nothing to search for.
SIGNS = {name: frozenset(signs) for name, signs in {
    "comma": ",", "full_stop": ".", "exclamation": "!", "question": "?", "ellipsis": ".…", "colon": ":",
    "semicolon": ";", "short_dash": "-", "double_dash": "-", "long_dash": "–—", "bracket": "(", "whole_bracket": "(",
    "double_quotes": "\"“„", "single_quotes": "'‘‚", "slash": "/", "stressed": "*_", "smiley": ":;", "many_marks": "!?",
    "ampersand": "&", "small_i": "i", "capital_i": "I", "space_before": "?!,",
    "mark_inside": "\"”", "mark_outside": "\"”“", "tight_dash": "—–", "dotted_short": ".", "about": "~", "two_spaces": " ",
    "etc": "eu",
}.items()}  # fmt: skip
ANY_SIGN = frozenset().union(*SIGNS.values())
# And more than one character, or none at a certain place, where that can be asked quicker than the pattern searches.
MORE_SIGNS: dict[str, Callable[[str], bool]] = {
    "two_spaces": lambda text: "  " in text,
    "etc": lambda text: "etc" in text or "usw" in text,
    "no_stop": lambda text: text.rstrip()[-1:].isalnum() or text.rstrip()[-1:] == "_",
}
KNOWN_SIGNS = 2_000  # kinds of sentences by the signs in them
REMEMBERED = 4_000  # paragraphs, and about as many sentences
LONGEST = 2_000  # characters of one that is remembered
# Where a paragraph may be cut: no mark reaches over one space between a stop (not an abbreviation's) and a letter, and
# none looks farther than two characters back and one ahead.
CUT = re.compile(r"(?<=[^\W_]{2}[.!?]) (?=[^\W\d_])")
BACK, AHEAD = 2, 1


@remembered(REMEMBERED, LONGEST)
def _marks(text: str) -> Found:
    """Where each mark stands in a paragraph, about a sentence at a time."""
    found: dict[str, list[tuple[int, int]]] = {}
    ends = [match.end() for match in CUT.finditer(text)]
    for start, end in pairwise((0, *ends, len(text))):
        first = max(start - BACK, 0)
        for name, spans in _marks_in(text[first : end + AHEAD], start - first, end - first):
            found.setdefault(name, []).extend([(start + opens, start + closes) for opens, closes in spans])
    return {name: tuple(spans) for name, spans in found.items()}


@remembered(REMEMBERED, LONGEST)
def _marks_in(text: str, start: int, end: int) -> tuple[tuple[str, tuple[tuple[int, int], ...]], ...]:
    """Where each mark stands that begins in text[start:end], counted from there."""
    found = []
    for name, pattern, may_stand in _likely(ANY_SIGN.intersection(text)):
        if may_stand is None or may_stand(text):
            spans = [match.span() for match in pattern.finditer(text, start)]
            if spans and (here := tuple([(opens - start, last - start) for opens, last in spans if opens < end])):
                found.append((name, here))
    return tuple(found)


@lru_cache(KNOWN_SIGNS)
def _likely(signs: frozenset[str]) -> tuple[tuple[str, re.Pattern[str], Callable[[str], bool] | None], ...]:
    """The marks that may stand where these signs do, with their patterns and what else can be asked."""
    return tuple(
        (name, pattern, MORE_SIGNS.get(name))
        for name, pattern in PATTERNS.items()
        if name not in SIGNS or not signs.isdisjoint(SIGNS[name])
    )


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    stretches = [paragraph.span for paragraph in document.paragraphs]
    found = tuple((span.start, _marks(span.of(document.text))) for span in stretches)
    counted = tally(found, {"words": document.words})
    return Reading(float(sum(counted.counts.values())), document.words, document.body, counted)


def name(cue: str, language: str) -> str:
    _, german, english = MARKS[cue]
    return german if language == "de" else english


DIMENSION = Dimension(
    name="punctuation_habits",
    version=1,
    unit="marks",
    source="Grieve 2007 (punctuation tells authors apart); own list",
    scale=Scale.COUNTS,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=12,
    label={"de": "Zeichensetzung", "en": "Punctuation"},
    habit={"de": "setzt gern: {usual}", "en": "likes: {usual}"},
    gap={
        "de": "{who} setzt öfter: {usual}. Dieser Entwurf öfter: {value}.",
        "en": "{who} more often writes: {usual}. This draft more often: {value}.",
    },
    measure=measure,
    body_only=True,
    cue_name=name,
    show=cue_list(name),
    more_than={
        "de": (("Das geht ... (denke ich) - oder: nicht?! Egal; wir sehen.", "Das geht wohl und wir sehen dann."),),
        "en": (("That works ... (I think) - or: not?! Anyway; we will see.", "That works and we will see then."),),
    },
)
