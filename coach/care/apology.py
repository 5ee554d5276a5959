"""Apologies: whether one is due, which of its parts a text has, and with which words.

Six parts make an apology, and more of them make it better (Lewicki, Polin & Lount 2016, n = 755): responsibility counts
most, then repair; the request for forgiveness may be left out, so it is not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.address.quoted import is_within, quoted_spans
from coach.care.empathy import complaints, is_heated
from coach.care_words import ApologyPart, ApologyWords
from coach.document import Analysis, Document
from coach.model import Need, Span
from coach.relationship.clauses import plain


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an apology, the words that show it, and the number of the sentence in which they stand."""

    part: ApologyPart
    span: Span
    sentence: int


def apology_parts(document: Document) -> tuple[Part, ...]:
    """The parts of an apology that a text has, in order of the text; each once in a sentence."""
    return document.once(_parts)


def is_conditional(document: Document) -> bool:
    """Whether a text says sorry under a condition ("sorry if ..."), which is no apology but meant as one."""
    if document.language is None:
        return False
    conditional, quoted = document.language.care.apology.conditional, quoted_spans(document.text)
    found = zip(document.sentences, document.known_with(_first_match, conditional), strict=True)
    return any(at is not None and not is_within(at.shifted(each.span.start), quoted) for each, at in found)


def _first_match(sentence: Analysis, pattern: re.Pattern[str]) -> Span | None:
    found = pattern.search(sentence.text)
    return Span(*found.span()) if found else None


def lacking_parts(document: Document) -> tuple[ApologyPart, ...]:
    """The parts that a text has not, the one that counts most first."""
    found = {each.part for each in apology_parts(document)}
    return tuple(part for part in ApologyPart if part not in found)


def apology_due(reply: Document | None, needs: Sequence[Need]) -> bool:
    """Whether the mail answered calls for an apology: it asks for one, it tells of a fault of the reader's (no answer,
    a late or wrong delivery, a bill, a visit that failed), or it complains in angry or disappointed words.

    A mere "it does not work" wants help, no apology.
    """
    if reply is None or reply.language is None:
        return False
    care = reply.language.care
    if any(care.apology.wants.search(plain(sentence.text)) for sentence in reply.sentences):
        return True
    told = complaints(needs)
    served = [each for each in care.empathy.matters if "{thing}" not in each.regret.formal]
    return any(
        is_heated(need, reply)
        or (need.why in care.apology.faults and any(each.told.search(plain(need.text)) for each in served))
        for need in told
    )


def _parts(document: Document) -> tuple[Part, ...]:
    if document.language is None:
        return ()
    words = document.language.care.apology
    quoted = quoted_spans(document.text)
    found: list[Part] = []
    for number, parts in enumerate(document.known_with(_parts_in, words)):
        for part, place in parts:
            span = place.shifted(document.sentences[number].span.start)
            if not is_within(span, quoted):
                found.append(Part(part, span, number))
    return tuple(sorted(found, key=lambda each: each.span))


def _parts_in(sentence: Analysis, words: ApologyWords) -> tuple[tuple[ApologyPart, Span], ...]:
    """The parts that one sentence has, each with its place in it."""
    line = plain(sentence.text)
    if line.rstrip().endswith("?") or words.excuses.search(line):
        return ()
    found = ((part, pattern.search(line)) for part, pattern in words.shows.items())
    return tuple((part, Span(*match.span())) for part, match in found if match)
