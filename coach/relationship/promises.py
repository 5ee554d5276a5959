"""What the writer of a mail promises to do: each promise with the words that make it and until when it is due.

A promise is a commitment of the writer, or of somebody of the writer's side ("unser Techniker", "Frau Kern ... bei
Ihnen", "my colleague Anna"), to do something later. "As soon as the parts arrive, we will ship" is one; what hangs on
the reader ("if you confirm") is none, nor are offers, plans, habits and what is done already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

from coach.document import Analysis, Document
from coach.model import Span
from coach.promise_words import PromisePattern, PromiseWords
from coach.relationship.clauses import plain
from coach.relationship.due import Due, due
from coach.relationship.due_phrases import DuePhrase, best_phrase, due_phrases

LONGEST = 500  # characters of a sentence; what is longer is a table or a log
FRAGMENT = 3  # words beside a date in a part of a sentence that adds no more than that date
LEAD = 3  # words of "Ok, " or "No worries, " before a promise without subject
UNDERTAKES = "undertakes"
BRACKETS = str.maketrans("", "", "()")


@dataclass(frozen=True, slots=True)
class Promise:
    """Something the writer commits to, with the words that say so; `why` names the pattern that found it."""

    span: Span
    text: str = field(repr=False)
    due: Due | None
    why: str


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Found:
    """A promise of one sentence at [start, end) of it; its date depends on when the mail was written."""

    start: int
    end: int
    why: str
    phrase: DuePhrase | None


def promises_of(document: Document, written: datetime) -> tuple[Promise, ...]:
    """The promises in the body of a mail, in order; `written` is when, aware and in the writer's time zone."""
    if written.tzinfo is None:
        raise ValueError("the moment of writing must carry its time zone")
    if document.language is None:
        return ()
    words = document.language.promises
    read = _sentence_reader(words)
    return tuple(
        _promise(found, sentence.text, sentence.span.start, written, words)
        for sentence in document.sentences
        for found in sentence.known(read)
    )


def _promise(found: _Found, sentence: str, start: int, written: datetime, words: PromiseWords) -> Promise:
    until = due(found.phrase, sentence, written, words.dues) if found.phrase else None
    if until is not None:
        until = Due(until.day, until.at, until.span.shifted(start), until.words, until.exact)
    text = " ".join(sentence[found.start : found.end].split())
    return Promise(Span(start + found.start, start + found.end), text, until, found.why)


@lru_cache
def _sentence_reader(words: PromiseWords) -> Callable[[Analysis], tuple[_Found, ...]]:
    """What reads sentences of one language; always the same function, so that a sentence remembers its promises."""
    return lambda each: tuple(_promises_in(each, words))


def _promises_in(sentence: Analysis, words: PromiseWords) -> Iterator[_Found]:
    if len(sentence.text) > LONGEST or words.hint.isdisjoint(token.lower for token in sentence.tokens):
        return
    text = _plain(sentence.text, words.capitals)
    every = _clauses(text, words)
    likely = [_likely(each, sentence, words) for each in every]
    if not any(likely) or any(each.search(text) for each in words.never):
        return
    phrases = due_phrases(text, words.dues)
    fragments = [_is_fragment(each, phrases) for each in every]
    made: list[PromisePattern | None] = []
    for index in range(len(every)):
        made.append(_made(index, every, likely, phrases, fragments, made))
    for first, last in _stretches(every, made, fragments, words):
        why = next(each.name for each in made[first:last] if each)
        start, end = _trimmed(text, every[first].start, every[last - 1].end)
        yield _Found(start, end, why, best_phrase(each for each in phrases if start <= each.start < end))


def _plain(text: str, capitals: re.Pattern[str] | None) -> str:
    """The text in lower case but for these words, which capitals tell apart ("Sie"); offsets stay."""
    lower = plain(text)
    for match in capitals.finditer(text) if capitals else ():
        lower = lower[: match.start()] + match.group() + lower[match.end() :]
    return lower


def _clauses(text: str, words: PromiseWords) -> list[_Clause]:
    edges = [0, *(match.end() for match in words.cuts.finditer(text)), len(text)]
    return [_Clause(start, end, text[start:end]) for start, end in pairwise(edges) if text[start:end].strip()]


def _likely(clause: _Clause, sentence: Analysis, words: PromiseWords) -> tuple[PromisePattern, ...]:
    """The patterns of promising that fit a clause, some of them only if it names a time."""
    if words.dependent.search(clause.text) or words.idle.search(clause.text):
        return ()
    line = _tagged(clause, sentence)
    return tuple(
        each
        for each in words.patterns
        if (each.says is None or each.says.search(clause.text)) and (each.built is None or each.built.search(line))
    )


def _tagged(clause: _Clause, sentence: Analysis) -> str:
    return " ".join(
        f"{token.lower.replace('/', '|')}/{token.tag.translate(BRACKETS)}"
        for token in sentence.tokens
        if clause.start <= token.start < clause.end
    )


def _is_fragment(clause: _Clause, phrases: tuple[DuePhrase, ...]) -> bool:
    """Whether a clause is hardly more than a date: "spätestens Montag", "29 June"."""
    inside = _within(clause, phrases)
    dated = sum(len(_words(clause.text[each.start - clause.start : each.end - clause.start])) for each in inside)
    return bool(inside) and len(_words(clause.text)) - dated <= FRAGMENT


def _words(text: str) -> list[str]:
    return [each for each in text.split() if any(char.isalnum() for char in each)]


def _within(clause: _Clause, phrases: tuple[DuePhrase, ...]) -> list[DuePhrase]:
    return [each for each in phrases if clause.start <= each.start < clause.end]


def _made(
    index: int,
    every: list[_Clause],
    likely: list[tuple[PromisePattern, ...]],
    phrases: tuple[DuePhrase, ...],
    fragments: list[bool],
    before: list[PromisePattern | None],
) -> PromisePattern | None:
    """The first pattern by which a clause promises, given what those before it do."""
    beside = any(fragments[at] for at in (index - 1, index + 1) if 0 <= at < len(every))
    timed = beside or bool(_within(every[index], phrases))
    led = index == 0 or before[-1] is not None or _is_lead(every[index - 1].text)
    return next((each for each in likely[index] if (timed or not each.timed) and (led or not each.clipped)), None)


def _is_lead(text: str) -> bool:
    """Whether a clause is no more than "Ok," or "No worries -"."""
    return len(text.split()) <= LEAD and not text.rstrip()[-1].isalnum()


def _stretches(
    every: list[_Clause], made: list[PromisePattern | None], fragments: list[bool], words: PromiseWords
) -> Iterator[tuple[int, int]]:
    """Clauses [first, last) that make one promise: with the dates beside it and with what carries it on."""
    index = 0
    while index < len(every):
        if made[index] is None:
            index += 1
            continue
        first = index - 1 if index > 0 and fragments[index - 1] and made[index - 1] is None else index
        last = index + 1
        while last < len(every) and _goes_on(last, every, made, fragments, words):
            last += 1
        yield first, last
        index = last


def _goes_on(
    index: int, every: list[_Clause], made: list[PromisePattern | None], fragments: list[bool], words: PromiseWords
) -> bool:
    if made[index] is None and fragments[index]:
        return True
    before, this = made[index - 1], made[index]
    if before is not None and before.name == UNDERTAKES:
        return True  # "Wir versprechen, dass ..."
    if this is not None and this.clipped:
        return True
    return words.carries_on.search(every[index].text) is not None and not words.idle.search(every[index].text)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the white space and the commas at both ends."""
    inner = text[start:end].rstrip(" ,;:-–—(").lstrip(" ,;:-–—)")
    start = text.index(inner, start) if inner else start
    return start, start + len(inner)
