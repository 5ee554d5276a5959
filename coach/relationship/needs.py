"""What a writer asks for: questions, requests, wishes and complaints, each with the words that say so."""

from __future__ import annotations

import re

from coach.document import Document, Sentence
from coach.model import Need, NeedKind

REQUEST = {
    "de": re.compile(
        r"\b(?:bitte|bitten (?:wir|ich)|(?:ich|wir) bitten?|(?:könnten|könnte|können|würden|würdest|könntest|kannst) (?:sie|du|ihr|wir)"
        r"|wäre(?:n)? (?:sie so|es möglich|ich (?:ihnen|dir) dankbar|wir (?:ihnen|dir) dankbar)|(?:ich|wir) (?:brauche|brauchen|benötige|benötigen)"
        r"|(?:geben|gib|sagen|sag|schicken|schick|senden|melden|teilen) (?:sie|mir|uns|dich|kurz|bescheid))\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:please|kindly|(?:could|would|can|will) (?:you|someone|we get|i get)|(?:i|we) need|let (?:me|us) know|send (?:me|us|over)"
        r"|i(?:'d| would) appreciate|would be (?:great|grateful|good|helpful) if|get back to (?:me|us)|advise)\b",
        re.IGNORECASE,
    ),
}
WISH = {
    "de": re.compile(r"\b(?:(?:ich|wir) (?:würden?|hätten?|möchten?|wünschen?)|(?:würden?|hätten?|möchten?) (?:ich|wir))\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:(?:i|we)(?:'d| would) (?:like|love|prefer)|(?:i|we) (?:wish|want|hope to))\b", re.IGNORECASE),
}  # fmt: skip
COMPLAINT_HITS = 2


def needs_of(document: Document) -> tuple[Need, ...]:
    """The needs in the body of a mail, in order; at most one per sentence."""
    if document.language is None:
        return ()
    code = document.language.code
    found = []
    for sentence in document.sentences:
        text = sentence.span.of(document.text)
        kind = _kind(sentence, text, code)
        if kind is not None:
            found.append(Need(kind, sentence.span, " ".join(text.split())))
    return tuple(found)


def _kind(sentence: Sentence, text: str, code: str) -> NeedKind | None:
    counts = sentence.analysis.counts
    if (counts.get("blunt", 0) and counts.get("negative", 0)) or counts.get("negative", 0) >= COMPLAINT_HITS:
        return NeedKind.COMPLAINT
    if "?" in text[-4:]:
        return NeedKind.QUESTION
    if REQUEST[code].search(text):
        return NeedKind.REQUEST
    return NeedKind.WISH if WISH[code].search(text) else None
