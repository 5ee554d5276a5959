"""Where a sentence that is added to a draft finds its place, and what must change around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.document import Document, Sentence
from coach.model import Edit, Span
from coach.relationship.clauses import plain
from coach.sentences import BULLET, Paragraph
from coach.situation import Situation

ENDED = re.compile(r"[.!?…][\"'»“”’)\]]*(?:[ \t]*(?:[:;]-?[)(DPp]|[\U0001F300-\U0001FAFF☀-➿]️?))*$")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The sentence of the draft behind which a new one stands; None: it becomes the first."""

    sentence: Sentence | None


def spoken(document: Document) -> tuple[Sentence, ...]:
    """The sentences before the closing; a postscript and what a mail client left below are no place for anything."""
    if document.closing is None:
        return document.sentences
    end = document.closing.start
    return tuple(each for each in document.sentences if each.span.start < end)


def last_paragraph(document: Document) -> Paragraph | None:
    """The paragraph of the last sentence before the closing."""
    sentences = spoken(document)
    return paragraph_of(document, sentences[-1]) if sentences else None


def opening(situation: Situation) -> Anchor | None:
    """Where a first word to the reader belongs: behind a thanks for their mail, else at the very start.

    None where the body begins with a list, a quotation or anything that is no whole sentence.
    """
    sentences = spoken(situation.draft)
    if not sentences:
        return None
    first = sentences[0]
    if situation.is_quoted(first.span) or BULLET.match(first.text) or not first.text[0].isalnum():
        return None
    if not ENDED.search(first.text) and not first.text.rstrip().endswith(":"):
        return None
    thanks = situation.language.care.empathy.thanks_first.search(plain(first.text)) is not None
    return Anchor(first if thanks and ENDED.search(first.text) else None)


def added(document: Document, anchor: Anchor, sentence: str) -> Edit:
    """The edit that puts a sentence (written with a capital) behind the anchor."""
    if anchor.sentence is None:
        return _as_first(document, sentence)
    end = anchor.sentence.span.end
    here = paragraph_of(document, anchor.sentence)
    joined = ENDED.search(anchor.sentence.text) and not (here and here.bullets)
    return Edit(Span(end, end), f"{' ' if joined else _break(document)}{sentence}")


def added_paragraph(document: Document, behind: Paragraph, text: str) -> Edit:
    """The edit that puts a paragraph behind this one."""
    return Edit(Span(behind.span.end, behind.span.end), _break(document) + text)


def paragraph_of(document: Document, sentence: Sentence) -> Paragraph | None:
    return next((each for each in document.paragraphs if each.span.start <= sentence.span.start < each.span.end), None)


def tail(situation: Situation) -> int:
    """The index of the first of the courtesies with which the body ends; as many as there are sentences if none."""
    sentences = spoken(situation.draft)
    courtesy = situation.language.care.courtesy
    start = len(sentences)
    while start > 1 and courtesy.search(plain(sentences[start - 1].text)):
        start -= 1
    return start


def before_tail(situation: Situation) -> Anchor | None:
    """Where what is still to be said belongs: behind the last sentence that is no mere courtesy."""
    sentences = spoken(situation.draft)
    last = sentences[tail(situation) - 1] if sentences else None
    if last is None or not ENDED.search(last.text) or situation.is_quoted(last.span):
        return None
    return Anchor(last)


def is_at(at: Span | None, span: Span) -> bool:
    """Whether a rule points at something of this stretch; without a rule everything counts."""
    return at is None or (at.start <= span.end and span.start <= at.end)


def _as_first(document: Document, sentence: str) -> Edit:
    first = document.sentences[0]
    start = first.span.start
    letter = document.text[start]
    runs_on = document.text[:start].rstrip().endswith(",") and letter.islower()
    opened = sentence[0].lower() + sentence[1:] if runs_on and document.language is not None else sentence
    if document.language is not None and document.language.code != "de":
        opened = sentence
    small = all(each.text[:1].islower() for each in document.sentences) and len(document.sentences) > 1
    return Edit(Span(start, start + 1), f"{opened} {letter if small else letter.upper()}")


def _break(document: Document) -> str:
    return "\r\n\r\n" if "\r\n" in document.text else "\n\n"
