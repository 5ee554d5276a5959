"""The places of a draft that a rule file can name: greeting, opening, body, close and so on."""

from __future__ import annotations

from enum import StrEnum

from coach.document import Document
from coach.model import Span


class Place(StrEnum):
    """Where in a draft; `opening` and `close` take in two sentences of the body and the line beside it."""

    ANYWHERE = "anywhere"
    GREETING = "greeting"
    OPENING = "opening"
    BODY = "body"
    FIRST_SENTENCE = "first_sentence"
    LAST_SENTENCE = "last_sentence"
    CLOSE = "close"
    CLOSING = "closing"


EDGE = 2  # sentences of the body that belong to opening and close


def spans_of(draft: Document, place: Place) -> tuple[Span, ...]:
    """The stretches of the draft at this place, in order; empty where there is no such thing."""
    sentences = [each.span for each in draft.sentences]
    match place:
        case Place.ANYWHERE:
            return draft.authored
        case Place.GREETING:
            return (draft.greeting,) if draft.greeting else ()
        case Place.CLOSING:
            return (draft.closing,) if draft.closing else ()
        case Place.BODY:
            return draft.body
        case Place.FIRST_SENTENCE:
            return tuple(sentences[:1])
        case Place.LAST_SENTENCE:
            return tuple(sentences[-1:])
        case Place.OPENING:
            return (*((draft.greeting,) if draft.greeting else ()), *sentences[:EDGE])
        case Place.CLOSE:
            return (*sentences[-EDGE:], *((draft.closing,) if draft.closing else ()))


def pointed(draft: Document, place: Place) -> Span:
    """What to point at for something that is missing at this place: what stands there, else where it would stand."""
    first = draft.sentences[0].span if draft.sentences else Span(0, 0)
    last = draft.sentences[-1].span if draft.sentences else Span(0, 0)
    match place:
        case Place.GREETING if draft.greeting:
            return _trimmed(draft, draft.greeting)
        case Place.CLOSING | Place.CLOSE if draft.closing:
            return _trimmed(draft, draft.closing)
        case Place.CLOSE | Place.CLOSING | Place.LAST_SENTENCE:
            return last
    return first


def _trimmed(draft: Document, span: Span) -> Span:
    """Without the blanks and line breaks around it."""
    text = span.of(draft.text)
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start, span.start + len(text.rstrip())))
