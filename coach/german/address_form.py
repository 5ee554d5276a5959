"""Rewrites German text from Sie to du and back: whole sentences, not single words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from coach.address import forms_used
from coach.address.quoted import is_within, quoted_spans
from coach.document import Analysis, Document, Sentence
from coach.german import du_to_sie, sie_to_du
from coach.model import AUTHORED, Part, Span, Token
from coach.spelling import is_swiss

Edit = tuple[Span, str]
"""A span of the document and what stands there instead."""

SIGNED = {  # "Deine Eva" under a mail, to one person or to several
    "sie": re.compile(r"(?m)^[ \t]*(?P<word>Dein|Euer|Eur(?=e))(?=e?[ \t]+\w)"),
    "du": re.compile(r"(?m)^[ \t]*(?P<word>Ihr)(?=e?[ \t]+\w)"),
}
SIGNS = {"sie": "Ihr", "du": "Dein"}
IN_CLOSING = {  # "Danke Ihnen!", "Ich freue mich auf Sie": never the subject
    "sie": {"dir": "Ihnen", "dich": "Sie", "euch": "Ihnen", "du": "Sie"},
    "du": {"ihnen": "dir", "sie": "dich"},
}
ADDRESSING = re.compile(r"(?:Sie|Ihnen|Ihre?[mnrs]?|Ihres)\b")
SEVERAL = frozenset("ihr euch euer eure euren eurem eurer eures".split())

# no verb of ihr: prepositions, and third persons that differ from the plural ("er gibt ihr", "ihr gebt")
NOT_OF_IHR = (
    "mit|damit|somit|seit|samt|nebst|statt|nicht|hat|ist|gibt|hilft|nimmt|spricht|verspricht|sieht|liest|fährt|trägt|"
    "lässt|hält|erhält|enthält|gefällt|fällt|tritt|trifft|wirft|empfiehlt|rät|dort|jetzt|sofort|selbst|erst|sonst"
)
# words of du and ihr that can be nothing else where they stand
FAMILIAR = re.compile(
    rf"\b(?:(?!(?:{NOT_OF_IHR})\b)\w+[^\W\d_e]t (?:ihr|Ihr)\b(?! \w+t\b)"
    r"|(?:und|aber|sondern|,) (?:werd|sei|bleib|pass auf|hab (?:noch )?(?:einen?|viel|Spaß))\b(?! ich)"
    # "Bitte versteht das nicht falsch": a command to several
    r"|[Bb]itte (?!(?:jetzt|erst|mit|damit|sofort|direkt|selbst|seit|dort|fort|weit|samt|statt|somit|nicht)\b)"
    r"[a-zäöüß]{3,}[^\W\d_e]t\b(?! (?:ich|er|sie|es|Sie)\b)"
    r"|(?:deim|dei|deina|eana|euchs|sag mir|sag dem)\b|(?:mach|komm|schau|geh|nimm|gib|sag|lass)\s*[!.])"
)


def edits(document: Document, to: str) -> tuple[Edit, ...]:
    """What to change so that the text uses the other form of address, in order; `to` is "du" or "sie".

    Sie becomes du, to one person; du and ihr become Sie. Quoted speech, quotes and signatures stay as they are.
    """
    used = document.once(forms_used)
    if not used.wrong_for(to):
        return ()
    wrong = {span.start for span in used.wrong_for(to)}
    several = to == "sie" and (used.plural or any(span.of(document.text).lower() in SEVERAL for span in used.du))
    found = [*_in_body(document, wrong, to, several=several), *_in_closing(document, wrong, to)]
    quoted = quoted_spans(document.text)
    swiss = is_swiss(document.text)
    return tuple(
        (span, text.replace("ß", "ss") if swiss else text)
        for span, text in sorted(found)
        if not is_within(span, quoted)
    )


def applied(text: str, changes: tuple[Edit, ...]) -> str:
    """The text with these edits made; they must be in order and must not overlap."""
    for span, written in reversed(changes):
        text = text[: span.start] + written + text[span.end :]
    return text


def _in_body(document: Document, wrong: set[int], to: str, *, several: bool) -> Iterator[Edit]:
    after_comma = _start_after_greeting(document)
    for sentence in document.sentences:
        for span, text in _in_sentence(document, sentence, wrong, to, several=several):
            lowers = span.start == after_comma and to == "du" and ADDRESSING.match(document.text, span.start)
            yield span, text[:1].lower() + text[1:] if lowers else text


def _start_after_greeting(document: Document) -> int | None:
    """Where the body begins if the greeting ends with a comma: only "Sie" has a capital there."""
    greeting = document.greeting
    if greeting is None or not document.sentences:
        return None
    start = document.sentences[0].span.start
    return start if document.text[greeting.start : start].rstrip().endswith(",") else None


def _in_sentence(document: Document, sentence: Sentence, wrong: set[int], to: str, *, several: bool) -> Iterator[Edit]:
    places = frozenset(at for at, token in enumerate(sentence.tokens) if sentence.span.start + token.start in wrong)
    if not places and to == "du":
        return  # every Sie is found; "Hab einen schönen Tag" may have no word that was
    known, key = sentence.known(_changes_known), (places, to, several)
    if key not in known:
        known[key] = _changes(sentence.tokens, places, to, several=several)
    for place, written in known[key].items():
        span = sentence.span_of(place, place + 1)
        yield (span if written else _with_blank_before(document.text, span)), written


def _changes_known(_: Analysis) -> dict[tuple[frozenset[int], str, bool], Mapping[int, str]]:
    """What to change in a sentence, by what `_changes` was asked of it before."""
    return {}


def _changes(tokens: tuple[Token, ...], places: frozenset[int], to: str, *, several: bool) -> Mapping[int, str]:
    """What to change, by the place of the token."""
    if to == "du":
        return sie_to_du.Sentence(tokens, places).edits()
    return du_to_sie.Sentence(tokens, places, several=several).edits()


def _with_blank_before(text: str, span: Span) -> Span:
    start = span.start
    while start > 0 and text[start - 1].isspace():
        start -= 1
    return Span(start, span.end)


def _in_closing(document: Document, wrong: set[int], to: str) -> Iterator[Edit]:
    """What stands below the body: "Deine Eva", "Danke Ihnen!"."""
    if document.closing is None:
        return
    start, end = document.closing.start, _end_of_name(document, document.closing)
    signed = {Span(*found.span("word")) for found in SIGNED[to].finditer(document.text, start, end)}
    yield from ((span, SIGNS[to]) for span in signed)
    if any(start <= sentence.span.start < end for sentence in document.sentences):
        return
    done = {span.start for span in signed}
    for at in sorted(each for each in wrong if start <= each < end and each not in done):
        word = re.compile(r"\w+").match(document.text, at)
        if word is not None and (text := _in_other_form(word.group(), to)):
            yield Span(*word.span()), text


def _end_of_name(document: Document, closing: Span) -> int:
    """Where the line below the closing ends, be it taken for a signature ("Ihr Team vom Café Blau")."""
    rest = document.text[closing.end :]
    line = rest.lstrip()
    end = closing.end + len(rest) - len(line) + len(line.partition("\n")[0])
    mine = {*AUTHORED, Part.SIGNATURE}
    below = [each for each in document.segments if each.span.start <= end - 1 < each.span.end]
    return end if line and rest[:2] != "\n\n" and all(each.part in mine for each in below) else closing.end


def _in_other_form(word: str, to: str) -> str | None:
    lower = word.lower()
    if lower in IN_CLOSING[to]:
        text = IN_CLOSING[to][lower]
    elif to == "du" and lower.startswith("ihr"):
        text = "dein" + lower.removeprefix("ihr")
    elif to == "sie" and lower.startswith(("dein", "eur", "euer")):
        text = "Ihr" + re.sub(r"^(?:dein|euer|eur)", "", lower)
    else:
        return None
    return text
