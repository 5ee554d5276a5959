"""What a writer asks for: questions, requests, wishes and complaints, each with the words that say so."""

from __future__ import annotations

from coach.document import Document, Sentence
from coach.language import Language
from coach.model import Need, NeedKind

COMPLAINT_HITS = 2


def needs_of(document: Document) -> tuple[Need, ...]:
    """The needs in the body of a mail, in order; at most one per sentence."""
    if document.language is None:
        return ()
    found = []
    for sentence in document.sentences:
        text = sentence.span.of(document.text)
        kind = _kind(sentence, text, document.language)
        if kind is not None:
            found.append(Need(kind, sentence.span, " ".join(text.split())))
    return tuple(found)


def _kind(sentence: Sentence, text: str, language: Language) -> NeedKind | None:
    counts = sentence.analysis.counts
    angry = counts.get("blunt", 0) > 0 and counts.get("negative", 0) > 0
    if (angry or counts.get("negative", 0) >= COMPLAINT_HITS or language.complaint.search(text)) and (
        not language.no_complaint.search(text)
    ):
        return NeedKind.COMPLAINT
    if "?" in text[-4:]:
        return NeedKind.QUESTION
    if language.request.search(text) and not language.no_request.search(text):
        return NeedKind.REQUEST
    return NeedKind.WISH if language.wish.search(text) else None
