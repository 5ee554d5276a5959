"""Rewrites German text from Sie to du and back: whole sentences, not single words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.address import forms_used
from coach.document import Document, Sentence
from coach.german import du_to_sie, sie_to_du
from coach.model import Span

Edit = tuple[Span, str]
"""A span of the document and what stands there instead."""

SIGNED = {  # "Deine Eva" under a mail, to one person or to several
    "sie": re.compile(r"(?m)^[ \t]*(?P<word>Dein|Euer|Eur(?=e))(?=e?[ \t]+\w)"),
    "du": re.compile(r"(?m)^[ \t]*(?P<word>Ihr)(?=e?[ \t]+\w)"),
}
SIGNS = {"sie": "Ihr", "du": "Dein"}


def edits(document: Document, to: str) -> tuple[Edit, ...]:
    """What to change so that the text uses the other form of address, in order; `to` is "du" or "sie".

    Sie becomes du, to one person; du and ihr become Sie. Quoted speech, quotes and signatures stay as they are.
    """
    used = forms_used(document)
    if not used.wrong_for(to):
        return ()
    wrong = {span.start for span in used.wrong_for(to)}
    body = (edit for sentence in document.sentences for edit in _in_sentence(document, sentence, wrong, to))
    return tuple(sorted([*body, *_in_closing(document, to)]))


def applied(text: str, changes: tuple[Edit, ...]) -> str:
    """The text with these edits made; they must be in order and must not overlap."""
    for span, written in reversed(changes):
        text = text[: span.start] + written + text[span.end :]
    return text


def _in_sentence(document: Document, sentence: Sentence, wrong: set[int], to: str) -> Iterator[Edit]:
    places = frozenset(at for at, token in enumerate(sentence.tokens) if sentence.span.start + token.start in wrong)
    if not places and to == "du":
        return  # every Sie is found; "Hab einen schönen Tag" may have no word that was
    rewriter = sie_to_du if to == "du" else du_to_sie
    for place, written in rewriter.Sentence(sentence.tokens, places).edits().items():
        span = sentence.span_of(place, place + 1)
        yield (span if written else _with_blank_before(document.text, span)), written


def _with_blank_before(text: str, span: Span) -> Span:
    start = span.start
    while start > 0 and text[start - 1].isspace():
        start -= 1
    return Span(start, span.end)


def _in_closing(document: Document, to: str) -> Iterator[Edit]:
    if document.closing is None:
        return
    for signed in SIGNED[to].finditer(document.closing.of(document.text)):
        yield Span(*signed.span("word")).shifted(document.closing.start), SIGNS[to]
