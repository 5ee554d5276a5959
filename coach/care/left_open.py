"""Whether a draft surely leaves a question or request open: nothing in it could be an answer, nothing takes up a word.

An answer in other words is easily missed by likeness of meaning; so what is not sure is not said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.answer_words import AnswerWords
from coach.document import Analysis, Document
from coach.model import Need, NeedKind, Span, Standing, Token
from coach.relationship.answered import SLOTS, shows
from coach.relationship.clauses import plain
from coach.situation import Situation

TELLING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
THINGS = frozenset({"NOUN", "PROPN"})
LEAST_THINGS = 2  # nouns; "see if this makes any difference?" may be answered by anything
STEM, TAIL = 5, 6  # letters that words of one family share: at the front, or at the end of a German compound
SHORTEST = 4
LEADS = frozenset({"ADP", "ADV", "CCONJ", "SCONJ", "INTJ", "NUM", "PUNCT", "SYM", "X"})  # "1) Should", "Bis wann"
REPLIES = frozenset({"promise", "asks_back", "attached"})


def is_surely_open(need: Need, situation: Situation) -> bool:
    """Whether this open question, request or wish asks for something that no sentence of the draft could give.

    A complaint is left to its standing.
    """
    reply = situation.reply
    if need.kind is NeedKind.COMPLAINT:
        return True
    if reply is None or reply.language is not situation.language or not _is_clear(need, reply):
        return False  # in another language no word is taken up
    said = frozenset().union(
        *(each.analysis.known_with(_shown, situation.language.answers) for each in situation.draft.sentences)
    )
    if said & REPLIES or _takes_up_a_word(need, reply, situation.draft):
        return False
    return need.kind is not NeedKind.QUESTION or _wants_what_is_not_there(need, situation, said)


def _shown(sentence: Analysis, words: AnswerWords) -> frozenset[str]:
    return shows(plain(sentence.text), words)


def _is_clear(need: Need, reply: Document) -> bool:
    """Whether the need is one sentence that says by itself what it is about."""
    if (
        reply.language is None
        or sum(mark in need.text for mark in ".?!:") > 1
        or reply.language.care.asked.outcry.search(need.text)
    ):
        return False
    words, tokens = reply.language.answers, list(_tokens_of(need.span, reply))
    opens = next((each for each in tokens if each.pos not in LEADS), None)
    if need.kind is NeedKind.QUESTION and (opens is None or not _asks(opens)):
        return False  # "problem could be with that file?" is the end of a question
    slot = any(getattr(words, wants).search(plain(need.text)) for wants, _ in SLOTS)
    return slot or sum(each.pos in THINGS for each in tokens) >= LEAST_THINGS


def _wants_what_is_not_there(need: Need, situation: Situation, said: frozenset[str]) -> bool:
    """A date, price, number or place that the draft does not name, a yes or no that it does not say; any other question
    only where the draft answers another one of the mail and so has not merely been understood wrongly."""
    reply = situation.reply
    if reply is None or reply.language is None:
        return False
    words, asked = reply.language.answers, plain(need.text)
    slots = {has for wants, has in SLOTS if getattr(words, wants).search(asked)}
    if slots:
        return not slots & said
    if words.yes_no_question.search(asked) and not reply.language.care.asked.wrapped.search(_sentence_of(need, reply)):
        return "yes_or_no" not in said
    return any(
        each.standing is not Standing.OPEN for each in situation.answers if each.need.kind is not NeedKind.COMPLAINT
    )


def _sentence_of(need: Need, reply: Document) -> str:
    """The whole sentence, however little of it the need is."""
    around = (each.text for each in reply.sentences if each.span.start <= need.span.start < each.span.end)
    return next(around, need.text)


def _takes_up_a_word(need: Need, reply: Document, draft: Document) -> bool:
    """Whether the draft has a word of the need, one of its family, or a part of its compound."""
    asked = {each.lower for each in _tokens_of(need.span, reply) if _tells(each)}
    asked |= {each.lemma.lower() for each in _tokens_of(need.span, reply) if _tells(each)}
    said = {each.lower for sentence in draft.sentences for each in sentence.tokens if _tells(each)}
    said |= {each.lemma.lower() for sentence in draft.sentences for each in sentence.tokens if _tells(each)}
    return any(_are_akin(one, other) for one in asked for other in said)


def _are_akin(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return (len(short) >= STEM and short[:STEM] in long) or (len(short) >= TAIL and short[-TAIL:] in long)


def _asks(token: Token) -> bool:
    """Whether a question begins with this word: a verb, or a word like "which"."""
    return token.pos in ("VERB", "AUX") or token.tag.startswith(("W", "PW", "MD"))


def _tells(token: Token) -> bool:
    return token.pos in TELLING and (len(token.text) >= SHORTEST or token.pos in ("NUM", "PROPN"))


def _tokens_of(span: Span, document: Document) -> Iterator[Token]:
    for sentence in document.sentences:
        if sentence.span.start < span.end and span.start < sentence.span.end:
            yield from _between(sentence.tokens, span.start - sentence.span.start, span.end - sentence.span.start)


def _between(tokens: Iterable[Token], start: int, end: int) -> Iterator[Token]:
    return (each for each in tokens if start <= each.start and each.end <= end)
