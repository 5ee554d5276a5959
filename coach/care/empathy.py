"""Empathy: whether a customer is upset, of what they complain, and whether a draft says a word of it.

To an angry customer active listening and empathy work, mirrored anger does not (Herhausen et al. 2022; Marinova et
al. 2018).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.address.quoted import is_within, quoted_spans
from coach.care_words import EmpathyWords, Matter
from coach.document import Analysis, Document
from coach.model import Need, NeedKind, Span
from coach.negation import felt
from coach.relationship.clauses import plain
from coach.situation import Situation

FIRST_SENTENCES = 3  # in which a word of empathy opens a mail
HEAT = ("anger", "disappointment", "dreadful", "cold")
CHEER = ("joy", "pleasant")  # turned round they complain: "not happy"
LONGEST = 220  # characters of a complaint that one person makes in one breath
REACH = 60  # characters from a thing to what is wrong with it
LOG = re.compile(r"[_\[\]{}<>=|\\#]|::|\s/\s|\w\(\)|\w/\w+/|https?:|\d{4,}\D{1,40}\d{4,}")
OWNED = re.compile(r"\b(mein\w*|unser\w*|der|die|das|dem|den|my|our|the|your|ihr\w*)\s+([^\W\d_]+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a customer complains of, in the words of the draft's language; `thing` is their own noun, if one is safe.

    `angry` is True where they are, not only disappointed or in trouble.
    """

    matter: Matter
    thing: str
    angry: bool


def empathy_in(document: Document) -> tuple[Span, ...]:
    """The words with which a text takes the reader's trouble seriously: understanding, regret, agreement."""
    return document.once(_empathy)


def opens_with_empathy(document: Document) -> bool:
    """Whether the first sentences of a text, or its whole first paragraph, show empathy."""
    if not document.sentences:
        return False
    end = document.sentences[min(FIRST_SENTENCES, len(document.sentences)) - 1].span.end
    end = max(end, document.paragraphs[0].span.end if document.paragraphs else 0)
    return any(span.start < end for span in empathy_in(document))


def is_upset(reply: Document | None) -> bool:
    """Whether a mail shows anger or disappointment, negated words and lines of a log aside ("failure #1")."""
    if reply is None:
        return False
    logs = [each.span for each in reply.sentences if LOG.search(each.text)]
    shown = (each for each in felt(reply, "anger", "disappointment") if not each.negated)
    return any(not any(log.start <= each.span.start < log.end for log in logs) for each in shown)


def complaint_of(situation: Situation) -> Complaint | None:
    """What the customer complains of; None where they do not, or where a word of empathy might be out of place."""
    reply = situation.reply
    if reply is None or reply.language is None:
        return None
    told = complaints(situation.needs)
    known = {each.name: each for each in situation.language.care.empathy.matters}
    angry = any(not each.negated for each in felt(reply, "anger"))
    for matter in reply.language.care.empathy.matters:
        if matter.name not in known:
            continue
        for need in told:
            line = plain(need.text)
            needs_thing = "{thing}" in matter.regret.formal
            thing = _thing(need, matter, situation, reply) if needs_thing else ""
            if thing or (not needs_thing and matter.told.search(line)):
                return Complaint(known[matter.name], thing, angry)
    if any(is_heated(need, reply) for need in told):
        return Complaint(situation.language.care.empathy.general, "", angry)
    return None


def complaints(needs: Sequence[Need]) -> list[Need]:
    """The complaints that are prose; what holds brackets, paths or names of functions is a log."""
    return [
        need
        for need in needs
        if need.kind is NeedKind.COMPLAINT and len(need.text) <= LONGEST and not LOG.search(need.text)
    ]


def is_heated(need: Need, reply: Document) -> bool:
    """Whether this complaint says itself that its writer is angry or disappointed."""
    if reply.language is None or not reply.language.care.empathy.personal.search(plain(need.text)):
        return False  # "The board is useless." speaks of a thing
    told = [each for each in felt(reply, *HEAT, *CHEER) if need.span.start <= each.span.start < need.span.end]
    told = [each for each in told if each.negated == (each.category in CHEER)]
    if not told:
        return False
    return need.why in reply.language.care.empathy.heated or any(each.category == "anger" for each in told)


def _thing(need: Need, matter: Matter, situation: Situation, reply: Document) -> str:
    """The customer's own noun for what gives trouble, with its article; empty where its grammar is not known."""
    if reply.language is not situation.language:
        return ""
    things, german = situation.language.care.empathy.things, situation.language.code == "de"
    for found in OWNED.finditer(need.text):
        word = found.group(2)
        heads = (noun for noun in things if (word.lower().endswith(noun) if german else word.lower() == noun))
        head = max(heads, key=len, default=None)
        if head is None or word.isupper() or (german and not word[0].isupper()):
            continue
        if matter.told.match(plain(need.text[found.end() : found.end() + REACH])):
            return f"{things[head]} {word}"
    return ""


def _empathy(document: Document) -> tuple[Span, ...]:
    if document.language is None:
        return ()
    words, quoted = document.language.care.empathy, quoted_spans(document.text)
    found: list[Span] = []
    for sentence, places in zip(document.sentences, document.known_with(_empathy_in, words), strict=True):
        for place in places:
            span = place.shifted(sentence.span.start)
            if not is_within(span, quoted):
                found.append(span)
    return tuple(found)


def _empathy_in(sentence: Analysis, words: EmpathyWords) -> tuple[Span, ...]:
    line = plain(sentence.text)
    return () if words.denies.search(line) else tuple(Span(*match.span()) for match in words.shows.finditer(line))
