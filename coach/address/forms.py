"""Du or Sie in a German mail: which forms of address it uses, with the words that show it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coach.address.clauses import Found, Others, others_named, read
from coach.address.marks import Mark
from coach.address.quoted import is_within, quoted_spans
from coach.document import Analysis, Document, Sentence
from coach.model import AUTHORED, Span

_FORMAL_GREETING = re.compile(
    r"\s*((?:sehr (?:geehrt|verehrt)e[rs]?|(?:werter?|verehrter?) (?:herr|frau)\b)[^,!.\n]{0,60})", re.IGNORECASE
)
_GREETING_WORDS = re.compile(r"\b(?:(?P<du>dich|dir|di|du)|(?P<ihr>euch|ihr|eich))\b", re.IGNORECASE)
_CLOSING_WORDS = re.compile(
    r"\b(?:(?P<du>(?i:dich|dir|du|deine?[rnm]?))|(?P<ihr>(?i:euch|euer|eure[rnm]?))|(?P<sie>Sie|Ihnen|Ihre?(?=\s+[A-ZÄÖÜ])))\b"
)


@dataclass(frozen=True, slots=True)
class FormsUsed:
    """The form of address ("du", "sie", "mixed", or None) and where it shows; `plural`: du is only said as "ihr"."""

    form: str | None
    du: tuple[Span, ...] = ()
    sie: tuple[Span, ...] = ()
    plural: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(sorted((*self.du, *self.sie)))

    def wrong_for(self, form: str) -> tuple[Span, ...]:
        """The words to change for a reader who is used to `form` ("du" or "sie")."""
        return self.sie if form == "du" else self.du


def forms_used(document: Document) -> FormsUsed:
    """Which form of address a German mail uses; words inside quotation marks do not count.

    A greeting as formal as "Sehr geehrter Herr Maier" counts as Sie where the text says du, and as nothing else.
    """
    if document.language is None or document.language.code != "de":
        return FormsUsed(None)
    places = _Places()
    _scan_sentences(document, places)
    _scan_frame(document, places)
    du = sorted(places.du + places.ihr)
    sie = places.sie if du else places.sie + places.perhaps
    if du and not sie and (formal := _formal_greeting(document)):
        sie = [formal]
    if not du and not sie:
        return FormsUsed(None)
    form = "mixed" if du and sie else "du" if du else "sie"
    return FormsUsed(form, tuple(du), tuple(sorted(sie)), plural=bool(places.ihr) and not places.du)


@dataclass(slots=True)
class _Places:
    """The places found so far; `perhaps` counts only where nothing says du."""

    du: list[Span] = field(default_factory=list)
    ihr: list[Span] = field(default_factory=list)
    sie: list[Span] = field(default_factory=list)
    perhaps: list[Span] = field(default_factory=list)

    def of(self, mark: Mark) -> list[Span] | None:
        if mark is Mark.GENERIC:
            return None
        return {Mark.DU: self.du, Mark.IHR: self.ihr, Mark.SIE: self.sie}.get(mark, self.perhaps)


def _scan_sentences(document: Document, places: _Places) -> None:
    quoted = quoted_spans(document.text)
    generic: list[Span] = []
    before: Sentence | None = None
    for number, (sentence, found) in enumerate(zip(document.sentences, document.known(_found), strict=True)):
        for mark, at in found.marks:
            span = sentence.span_of(at, at + 1)
            if is_within(span, quoted):
                continue
            if (mark is Mark.INITIAL and _may_be_others(before, found)) or (mark is Mark.ALONE and number):
                continue
            kept = places.of(mark)
            (generic if kept is None else kept).append(span)
        if found.marks and _goes_on(sentence, found):
            continue  # "Sie bewegen sich." speaks of whom the sentence before spoke of
        before = sentence
    if places.du:
        places.du += generic  # who says du to the reader means them here, too


def _may_be_others(before: Sentence | None, found: Found) -> bool:
    """True if a first "Sie" may be those of whom the sentence before speaks."""
    others = before.known(_others) if before is not None else None
    return others is not None and others.named and (others.people or not found.whose_people)


def _goes_on(sentence: Sentence, found: Found) -> bool:
    """True if a sentence begins with a "Sie" that may be anybody's, and so tells nothing new of who is meant."""
    first = sentence.tokens[0] if sentence.tokens else None
    return first is not None and first.text == "Sie" and (Mark.INITIAL, 0) in found.marks


def _scan_frame(document: Document, places: _Places) -> None:
    """What greeting and closing add: "Grüß dich", "Hallo ihr beiden", "Deine Anna", "Ihre Anke Wolf"."""
    inside = {sentence.span.start for sentence in document.sentences}
    for part, pattern in ((document.greeting, _GREETING_WORDS), (document.closing, _CLOSING_WORDS)):
        if part is None or any(part.start <= start < part.end for start in inside):
            continue
        for found in pattern.finditer(document.text, part.start, part.end):
            span = Span(found.start(), found.end())
            {"du": places.du, "ihr": places.ihr, "sie": places.perhaps}[str(found.lastgroup)].append(span)


def _formal_greeting(document: Document) -> Span | None:
    """The words of a greeting that nobody writes to whom they call du; None for any other."""
    start = next((each.span.start for each in document.segments if each.part in AUTHORED), 0)
    found = _FORMAL_GREETING.match(document.text, start)
    return Span(found.start(1), found.end(1)) if found else None


def _found(sentence: Analysis) -> Found:
    return read(sentence.tokens)


def _others(sentence: Analysis) -> Others:
    return others_named(sentence.tokens)
