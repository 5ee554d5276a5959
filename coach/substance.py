"""How much of a draft is prose that nobody asked for: lists, links, output and answers are what a mail is about."""

from __future__ import annotations

import re

from coach.changing import LINK, NO_PROSE
from coach.document import Analysis, Document, Sentence
from coach.language import Language
from coach.model import NeedKind
from coach.passages import OUTPUT
from coach.sentences import BULLET
from coach.situation import Situation

ANSWER = 40  # words that an answer to one question or request may take
RULE = re.compile(r"(?m)^[ \t]*([-=_*~#])\1{4,}[ \t]*$")  # a drawn line: what stands below it is pasted
OF_LINKS = ("://", "www.", "@", "_", "/")  # without one of which no text holds a link
LISTED = 2  # lines with a bullet or a number from which a mail is a list


def idle_words(situation: Situation) -> int:
    """Words of the draft's prose beyond what the questions of the mail answered may take; 0 for lists and links."""
    if situation.draft.once(_is_list):
        return 0
    asked = sum(need.kind in (NeedKind.QUESTION, NeedKind.REQUEST) for need in situation.needs)
    return max(0, sum(each.words for each in _prose(situation)) - ANSWER * asked)


def _is_list(draft: Document) -> bool:
    """True for a list, and for what holds a link."""
    text = draft.text
    if any(sign in text for sign in OF_LINKS) and any(map(LINK.search, text.splitlines())):
        return True
    return sum([BULLET.match(line) is not None for line in text.splitlines()]) >= LISTED


def longest_passage(situation: Situation) -> Sentence | None:
    """The longest sentence of prose that is neither greeting nor quoted; the first of several."""
    return max(_prose(situation), key=lambda each: each.words, default=None)


def _prose(situation: Situation) -> list[Sentence]:
    """What the writer says: nothing below a drawn line, for that is a report, a listing or a footer."""
    return situation.once_with(_prose_in, situation.language)


def _prose_in(situation: Situation, language: Language) -> list[Sentence]:
    drawn = RULE.search(situation.draft.text)
    end = drawn.start() if drawn else len(situation.draft.text)
    draft = situation.draft
    told = zip(draft.sentences, draft.known(_is_told), draft.known_with(_greets, language), strict=True)
    prose = [each for each, is_told, greets in told if is_told and not greets and each.span.start < end]
    return [each for each in prose if not situation.is_quoted(each.span)]


def _greets(sentence: Analysis, language: Language) -> bool:
    return language.greeting_form(sentence.text) is not None


def _is_told(sentence: Analysis) -> bool:
    """False for code, figures, links and what stands behind a bullet."""
    text = sentence.text
    return not (NO_PROSE.search(text) or OUTPUT.search(text) or LINK.search(text) or BULLET.match(text))
