"""What a mail says about the form of address itself: it offers the Du (or the first name), takes it, or declines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache

from coach.address.quoted import is_within, quoted_spans
from coach.document import Document, Sentence
from coach.languages._address_talk import ENGLISH, GERMAN, TalkPatterns
from coach.model import Span

_HINTS = {  # most sentences have none of these, and then nothing else is tried
    "de": re.compile(
        r"\bdu\b|duz|siez|\bSie\b|nenn|vorname|anrede|zu mir\b|\bich (?:bin|heiße|heisse)\b", re.IGNORECASE
    ),
    "en": re.compile(
        r"\bcalls? |calls|address|names?\b|formal|\b(?:mr|mrs|ms|dr|fine|just|it is)\b|titles?", re.IGNORECASE
    ),
}
_MARKED = re.compile(r"[„“\"»«‚'](du|sie)[“”\"«»‘']", re.IGNORECASE)
SHORT_YES = 60  # code points of a sentence that says yes and little else
_SELF = re.compile(r"(?:ich (?:bin|heiße|heisse)|i am) (?-i:[A-ZÄÖÜ][\w-]+)[.!]*$", re.IGNORECASE)
_BARE = re.compile(
    r"^(?!.*übrigens).*ich bin (?:der|die) \S+[.!]*$", re.IGNORECASE
)  # the driver, or Klaus: the tagger knows


class Talk(StrEnum):
    """What is done with the familiar form of address."""

    OFFERS = "offers"
    ACCEPTS = "accepts"
    REFUSES = "refuses"


@dataclass(frozen=True, slots=True)
class Said:
    """What a mail says about the form of address, and the words that say it."""

    talk: Talk
    span: Span


def talk_of(document: Document) -> Said | None:
    """Whether the writer offers, accepts or declines a familiar address; None for a mail that does none of it.

    An answer goes before an offer: "Sehr gern per Du, ich bin die Anna" takes what was offered.
    """
    language = document.language
    if language is None or language.code not in _HINTS:
        return None
    quoted = quoted_spans(document.text)
    ranked = (Talk.REFUSES, Talk.ACCEPTS, Talk.OFFERS)
    found = list(_all_said(document, language.code))
    own = [said for said in found if not is_within(said.span, quoted)]
    return min(own, key=lambda said: (ranked.index(said.talk), said.span.start), default=None)


def _all_said(document: Document, code: str) -> Iterator[Said]:
    """What each sentence says; "Gern! Ich bin Petra." answers with two."""
    taken = False
    for sentence in document.sentences:
        said = _said(document, sentence, code, after_yes=taken)
        if said is not None:
            yield said
        text = sentence.span.of(document.text)
        taken = len(text) < SHORT_YES and bool(_PATTERNS[code].takes.search(text))


def _said(document: Document, sentence: Sentence, code: str, *, after_yes: bool) -> Said | None:
    text = sentence.span.of(document.text)
    if after_yes and _SELF.match(text) and sentence.tokens[2].pos == "PROPN":
        return Said(Talk.ACCEPTS, sentence.span)
    place = _told(text, code)
    if place is None:
        return None
    talk, span = place
    if after_yes and talk is Talk.OFFERS and _PATTERNS[code].names.search(text):
        talk = Talk.ACCEPTS  # "Gern! Ich bin die Sabine."
    here = span.shifted(sentence.span.start)
    if _BARE.search(here.of(document.text)):
        last = next((token for token in reversed(sentence.tokens) if token.text[0].isalpha()), None)
        if last is None or last.tag != "NE":
            return None
    return Said(talk, here)


@dataclass(frozen=True, slots=True)
class _Compiled:
    familiar: re.Pattern[str]
    formal: re.Pattern[str]
    names: re.Pattern[str]
    told: re.Pattern[str]
    declines: re.Pattern[str]
    keeps: re.Pattern[str]
    waives: re.Pattern[str]
    takes: re.Pattern[str]
    proposes: re.Pattern[str]
    bids: re.Pattern[str]


def _compiled(patterns: TalkPatterns) -> _Compiled:
    return _Compiled(*(re.compile(getattr(patterns, each.name), re.IGNORECASE) for each in fields(_Compiled)))


_PATTERNS = {"de": _compiled(GERMAN), "en": _compiled(ENGLISH)}


@lru_cache(4096)
def _told(sentence: str, code: str) -> tuple[Talk, Span] | None:
    if not _HINTS[code].search(sentence):
        return None
    if _MARKED.search(sentence):  # "beim „Sie“ bleiben" says what it says without the marks
        said = _told(_MARKED.sub(r"\1", sentence), code)
        return (said[0], Span(0, len(sentence))) if said else None
    patterns = _PATTERNS[code]
    formal, familiar, named = (each.search(sentence) for each in (patterns.formal, patterns.familiar, patterns.names))
    found = formal or familiar or named
    if found is None:
        return None
    talk = _formal(sentence, patterns) if formal else None
    if talk is None and (familiar or named) and not patterns.told.search(sentence):
        talk = _familiar(sentence, patterns, named=familiar is None)
    return (talk, Span(found.start(), found.end())) if talk else None


def _formal(sentence: str, patterns: _Compiled) -> Talk | None:
    """ "Bleiben wir beim Sie" refuses, "das Sie können wir uns sparen" offers."""
    if patterns.waives.search(sentence):
        return Talk.ACCEPTS if patterns.takes.search(sentence) else Talk.OFFERS
    return Talk.REFUSES if patterns.keeps.search(sentence) else None


def _familiar(sentence: str, patterns: _Compiled, *, named: bool) -> Talk | None:
    asks = sentence.rstrip().endswith("?")
    takes, bids = patterns.takes.search(sentence), patterns.bids.search(sentence)
    if not (asks or named or takes or patterns.waives.search(sentence)) and patterns.declines.search(sentence):
        return Talk.REFUSES
    if takes and not bids and not asks:
        return Talk.ACCEPTS
    return Talk.OFFERS if named or bids or patterns.proposes.search(sentence) else None
