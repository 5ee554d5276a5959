"""How somebody lays a mail out: what ends the greeting, what stands between it and the text, how the name closes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coach.dimension import BOTH, Dimension, Scale, cue_list
from coach.document import Document
from coach.model import Reading, Span, Stance, Tally
from coach.remembering import remembered

NAMES = {
    "mail:greeted": ("eine Begrüßung", "a greeting"),
    "mail:closed": ("ein Gruß am Ende", "a closing"),
    "greeting:comma": ("Komma nach der Begrüßung", "comma after the greeting"),
    "greeting:exclamation": ("Ausrufezeichen nach der Begrüßung", "exclamation mark after the greeting"),
    "greeting:dash": ("Strich nach der Begrüßung", "dash after the greeting"),
    "greeting:colon": ("Doppelpunkt nach der Begrüßung", "colon after the greeting"),
    "greeting:bare": ("kein Zeichen nach der Begrüßung", "no mark after the greeting"),
    "greeting:full_stop": ("Punkt nach der Begrüßung", "full stop after the greeting"),
    "greeting:in_line": ("Text auf der Zeile der Begrüßung", "text on the line of the greeting"),
    "greeting:blank": ("Leerzeile nach der Begrüßung", "blank line after the greeting"),
    "greeting:small": ("Begrüßung klein geschrieben", "greeting in small letters"),
    "greeting words:many": ("viele Wörter in der Begrüßung", "many words in the greeting"),
    "closing:comma": ("Komma nach dem Gruß", "comma after the closing"),
    "closing:full_stop": ("Punkt nach dem Gruß", "full stop after the closing"),
    "closing:exclamation": ("Ausrufezeichen nach dem Gruß", "exclamation mark after the closing"),
    "closing:bare": ("kein Zeichen nach dem Gruß", "no mark after the closing"),
    "closing:small": ("Gruß klein geschrieben", "closing in small letters"),
    "closing words:many": ("viele Wörter im Gruß", "many words in the closing"),
    "closing lines:many": ("viele Zeilen im Gruß", "many lines in the closing"),
    "closing:blank": ("Leerzeile vor dem Namen", "blank line before the name"),
    "closing:name_dash": ("Strich vor dem Namen", "dash before the name"),
    "closing:name_full_stop": ("Punkt nach dem Namen", "full stop after the name"),
    "closing:name_alone": ("nur ein Name", "one name only"),
    "sentences:paragraphs": ("viele Absätze", "many paragraphs"),
    "lines:items": ("Listen", "list items"),
    "lines:indented": ("eingerückte Zeilen", "indented lines"),
}
ENDS = {",": "comma", "!": "exclamation", ":": "colon", ".": "full_stop", "-": "dash", "–": "dash", "—": "dash"}
DASHED = re.compile(r"\s*[-–—~]")
GAP = re.compile(r"\s*")
INDENTED = re.compile(r"[ \t]+\S")
MOST_WORDS = 8
MOST_LINES = 4
REMEMBERED = 1_000  # greetings and closings

Cue = tuple[str, str, int, int]
"""A cue's group and name, how often it is there, and out of how many."""


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    cues, where = [_counted(_whole(document))], dict[str, tuple[tuple[int, int], ...]]()
    for part, read in ((document.greeting, _greeting_of), (document.closing, _closing_of)):
        if part is not None:
            cues.append(read(document.text, part))
            where |= dict.fromkeys(cues[-1].counts, ((part.start, part.end),))
    counts = {cue: count for each in cues for cue, count in each.counts.items()}
    chances = {group: chance for each in cues for group, chance in each.chances.items()}
    return Reading(float(sum(counts.values())), document.words, _shown(document), Tally(counts, chances, ((0, where),)))


def _counted(cues: Iterable[Cue]) -> Tally:
    """How often each cue is there, by its whole name."""
    every = list(cues)
    counts = {f"{group}:{name}": count for group, name, count, _ in every if count}
    return Tally(counts, {group: chance for group, _, _, chance in every})


def _shown(document: Document) -> tuple[Span, ...]:
    return tuple(span for span in (document.greeting, document.closing) if span) or document.body


def _whole(document: Document) -> Iterator[Cue]:
    lines = [line for span in document.body for line in span.of(document.text).split("\n")]
    written = [line for line in lines if line and not line.isspace()]
    sentences = len(document.sentences)
    yield "mail", "greeted", int(document.greeting is not None), 1
    yield "mail", "closed", int(document.closing is not None), 1
    yield "sentences", "paragraphs", min(len(document.paragraphs), sentences), sentences
    yield "lines", "items", min(sum([each.bullets for each in document.paragraphs]), len(written)), len(written)
    yield "lines", "indented", sum([INDENTED.match(line) is not None for line in written]), len(written)


def _greeting_of(text: str, part: Span) -> Tally:
    line = part.of(text).rstrip()
    gap = GAP.match(text, part.start + len(line))
    assert gap is not None
    return _greeting(line, gap.group(), "" if gap.end() == len(text) else text[gap.end()])


def _closing_of(text: str, part: Span) -> Tally:
    return _closing(part.of(text))


@remembered(REMEMBERED)
def _greeting(line: str, gap: str, behind: str) -> Tally:
    """What the greeting shows; `gap` is the white space after it, `behind` the letter that follows, if any."""
    return _counted(
        [
            *_ending("greeting", line),
            ("greeting", "in_line", int("\n" not in gap and bool(behind)), 1),
            ("greeting", "blank", int(gap.count("\n") > 1), 1),
            ("greeting", "small", int(line.lstrip()[:1].islower()), 1),
            ("greeting words", "many", min(len(line.split()), MOST_WORDS), MOST_WORDS),
        ]
    )


@remembered(REMEMBERED)
def _closing(closing: str) -> Tally:
    """What the closing shows."""
    lines = closing.strip().split("\n")
    first, last = lines[0].strip(), lines[-1].strip()
    written = [line for line in lines if line.strip()]
    return _counted(
        [
            *_ending("closing", first),
            ("closing", "small", int(first[:1].islower()), 1),
            ("closing", "blank", int(len(written) < len(lines)), 1),
            ("closing", "name_dash", int(DASHED.match(last) is not None), 1),
            ("closing", "name_full_stop", int(len(lines) > 1 and last.endswith(".")), 1),
            ("closing", "name_alone", int(len(lines) > 1 and len(last.split()) == 1), 1),
            ("closing words", "many", min(sum(len(line.split()) for line in lines), MOST_WORDS), MOST_WORDS),
            ("closing lines", "many", min(len(written), MOST_LINES), MOST_LINES),
        ]
    )


def _ending(part: str, line: str) -> Iterator[Cue]:
    """What mark ends this line."""
    mark = ENDS.get(line[-1:], "bare")
    for each in (*dict.fromkeys(ENDS.values()), "bare"):
        if f"{part}:{each}" in NAMES:
            yield part, each, int(mark == each), 1


def name(cue: str, language: str) -> str:
    german, english = NAMES[cue]
    return german if language == "de" else english


DIMENSION = Dimension(
    name="layout_habits",
    version=1,
    unit="habits shown",
    source="structural features of mail: de Vel et al. 2001; Zheng et al. 2006",
    scale=Scale.COUNTS,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=12,
    label={"de": "Aufbau", "en": "Layout"},
    habit={"de": "schreibt mit: {usual}", "en": "writes with {usual}"},
    gap={
        "de": "{who} schreibt eher mit: {usual}. Dieser Entwurf eher mit: {value}.",
        "en": "{who} rather writes with {usual}. This draft rather with {value}.",
    },
    measure=measure,
    cue_name=name,
    show=cue_list(name),
    more_than={
        "de": (("Hallo Jonas,\n\nanbei die Rechnung.\n\nGruß\nTom\n", "Anbei die Rechnung, wie besprochen.\n"),),
        "en": (("Hi Jonas,\n\nhere is the invoice.\n\nBest,\nTom\n", "Here is the invoice, as we agreed.\n"),),
    },
)
