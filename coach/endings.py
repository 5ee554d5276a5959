"""Whether a draft already ends as letters do: with a closing, a goodbye, its writer's name or a postscript."""

from __future__ import annotations

import re

from coach.situation import Situation
from coach.spelling import without_umlauts

LAST_LINES = 8
CLOSING_WORDS = 4  # of a line that is a closing and nothing else
POSTSCRIPT = re.compile(r"(?im)(?:^|\s)p\.\s?s\.|^\W*ps\b")
SIGNED = re.compile(r"[\s\-–—~*_]*[A-ZÄÖÜ][\w'’-]+(?: [A-ZÄÖÜ][\w'’.-]*){0,2}[ .!]*")


def ends_with_a_closing(situation: Situation) -> bool:
    """True where one of the last lines begins as a closing does, also above a footer or without umlauts."""
    known = _closings(situation)
    return any(_begins_with(line, known) for line in _lines(situation)[-LAST_LINES:])


def is_ended(situation: Situation) -> bool:
    """True where one of the last lines says goodbye in any words or is a name, where a line further up is a closing
    (what follows is pasted), or where a postscript stands in the draft."""
    lines, known = _lines(situation), _closings(situation)
    last = situation.draft.sentences[-1].text if situation.draft.sentences else ""
    tail, short = lines[1:][-LAST_LINES:], [line for line in lines[1:] if len(line.split()) <= CLOSING_WORDS]
    return (
        POSTSCRIPT.search(situation.draft.text) is not None
        or says_goodbye(situation, last)
        or any(says_goodbye(situation, line) or SIGNED.fullmatch(line) for line in tail)
        or any(_begins_with(line, known) for line in short)
    )


def says_goodbye(situation: Situation, line: str) -> bool:
    """True for a line that says goodbye in whatever words: "liebste Grüße an alle", "Deine Eva", "Bye"."""
    return situation.language.registers.goodbye.search(line) is not None


def _closings(situation: Situation) -> tuple[str, ...]:
    return tuple(without_umlauts(phrase) for form in situation.language.closings for phrase in form.phrases)


def _begins_with(line: str, known: tuple[str, ...]) -> bool:
    bare = without_umlauts(line.lower())
    return any(bare.startswith(phrase) and not bare[len(phrase) : len(phrase) + 1].isalpha() for phrase in known)


def _lines(situation: Situation) -> list[str]:
    return [line.strip() for line in situation.draft.text.splitlines() if line.strip()]
