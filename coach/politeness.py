"""Politeness strategies in a text: which ones, and the words that carry each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass

from coach.document import Analysis, Document
from coach.lexicon import Hit
from coach.model import Span, Token

PREFIX = "polite:"  # marks the lexicon's categories that are strategies
OPENINGS = frozenset(
    """asks_openly asks_can asks_wh asks_why_first suggests opens_abruptly opens_you opens_i opens_greeting
    opens_no""".split()
)
QUESTIONS = frozenset("asks_openly asks_can asks_wh asks_why_first".split())
THANKS = frozenset({"thanks", "dank"})  # the names of closings that thank
SHORT, BRIEF, FULL = 3, 6, 12  # words of a question that is flung down, of one without wrapping, of one that explains
CUSHIONS = frozenset("please please_first gratitude reassurance could_you".split())  # with one it is no bare command
REGARD = frozenset("agreement welcome compliment gratitude".split())
DEEPENED = REGARD | {"apology"}  # what "really" only deepens: "I really appreciate", "truly sorry"

MARKS = re.compile(  # the first line says with what a mark begins: so letters are passed over at once
    r"""(?=[?!.…"“„*:;\U0001F600-\U0001F64F])
    (?:(?P<doubled_marks>[?!]*(?:\?\?|\?!|!\?|!!)[?!]*) | (?P<exclamation>!)
    | (?P<ellipsis>\.{3}|…)
    | (?P<quoted_words>"[^"\n]{2,60}"|“[^”\n]{2,60}”|„[^“”\n]{2,60}[“”])
    | (?P<emphasis>(?<![\w*])\*{1,2}\w[^*\n]{0,40}\*{1,2}(?!\w))
    | (?P<smiley>[:;]-?[)D](?!\w)|[\U0001F600-\U0001F64F]))""",
    re.VERBOSE,
)


Place = tuple[str, int, int]
"""A strategy and where its words stand, counted from the sentence's start."""


@dataclass(frozen=True, slots=True)
class Use:
    """A strategy and the place of its words."""

    strategy: str
    span: Span


def tally(document: Document) -> Counter[str]:
    """How often greeting, body and closing use each strategy."""
    used = [name for places in document.known(_places) for name, _, _ in places]
    return Counter([*used, *[use.strategy for use in _frame(document)]])


def uses_in(document: Document, strategies: Container[str] | None = None) -> tuple[Use, ...]:
    """Every use of a strategy, or of these strategies only, with its place in the text."""
    found = [
        Use(name, Span(sentence.span.start + first, sentence.span.start + last))
        for sentence in document.sentences
        for name, first, last in sentence.known(_places)
        if strategies is None or name in strategies
    ]
    return (*found, *(use for use in _frame(document) if strategies is None or use.strategy in strategies))


def _frame(document: Document) -> list[Use]:
    found: list[Use] = []
    if document.language is None or not document.sentences:
        return found
    if document.greeting is not None:
        found.append(Use("opens_greeting", document.greeting))
    if document.closing is not None:
        form = document.language.closing_form(document.closing.of(document.text))
        found.append(Use("gratitude" if form and form.name in THANKS else "closing", document.closing))
    return found


def _places(sentence: Analysis) -> tuple[Place, ...]:
    """The strategies in one sentence."""
    text = sentence.text
    tokens = sentence.tokens
    opening = opening_of(tokens)
    asks = text.rstrip().endswith("?")
    found: list[Place] = []
    marks = [(mark.lastgroup or "", *mark.span()) for mark in MARKS.finditer(text)]
    for name, hit in _hits(sentence, opening, asks=asks):
        start, end = tokens[hit.first].start, tokens[hit.last - 1].end
        if not any(mark == name and first <= start and end <= last for mark, first, last in marks):  # as in "*NOT*"
            found.append((name, start, end))
    if not asks and _commands(tokens, opening) and not any(name in CUSHIONS for name, _, _ in found):
        found.append(("bare_command", tokens[opening].start, tokens[opening].end))
    found += marks
    if asks and (length := _length_of_question(sentence.words)):
        found.append((length, 0, len(text)))
    return tuple(found)


def _length_of_question(words: int) -> str | None:
    if words >= FULL:
        return "full_question"
    if words > BRIEF:
        return None
    return "brief_question" if words > SHORT else "short_question"


def _hits(sentence: Analysis, opening: int, *, asks: bool) -> Iterator[tuple[str, Hit]]:
    """The sentence's hits on the lists; openings only where it begins, questions only where it asks."""
    hits = [(hit.category.removeprefix(PREFIX), hit) for hit in sentence.hits if hit.category.startswith(PREFIX)]
    regard = any(name in REGARD and hit.first == opening for name, hit in hits)
    deepened = {hit.first for name, hit in hits if name in DEEPENED}
    for name, hit in hits:
        if name in OPENINGS and (hit.first != opening or (name in QUESTIONS and not asks)):
            continue
        if name == "opens_you" and regard:
            continue  # "You are right" and "You are welcome" point at nobody
        if name == "insisting_on_fact" and hit.last in deepened:
            continue
        yield ("please_first" if name == "please" and hit.first == opening else name), hit


def opening_of(tokens: tuple[Token, ...]) -> int:
    """Where a sentence begins to speak: behind quotation marks and the name it calls ("@Ann, ", "Tom: ")."""
    first = next((index for index, token in enumerate(tokens) if token.text[0].isalnum()), 0)
    for index, token in enumerate(tokens[first : first + 4], first):
        if token.text in (",", ":") and index and _calls(tokens[:index]):
            return min(index + 1, len(tokens) - 1)
    return first


def _calls(tokens: tuple[Token, ...]) -> bool:
    return tokens[0].text.startswith("@") or all(token.pos == "PROPN" for token in tokens)


def _commands(tokens: tuple[Token, ...], opening: int) -> bool:
    """True for an imperative: "Send ..." (a base form first), "Schick ...", "Schicken Sie ..."."""
    if opening >= len(tokens):
        return False
    verb = tokens[opening]
    if verb.tag == "VB" or verb.tag.endswith("(IMP)"):
        return True
    after = tokens[opening + 1].text if opening + 1 < len(tokens) else ""
    return verb.pos == "VERB" and verb.tag.endswith("(FIN)") and after == "Sie"
