"""How a draft takes up an open question: with an indirect question or a topic where grammar allows, else quoted."""

from __future__ import annotations

import re

from coach.care import english_question
from coach.care.empathy import LOG
from coach.care.register import Register
from coach.document import Document, Sentence
from coach.german import indirect_question
from coach.model import Need, NeedKind
from coach.relationship.clauses import plain

LONGEST_QUOTE = 110  # characters; what is longer reads like the whole mail again
LEAST_WORDS = 4
TWO_SENTENCES = re.compile(r"[.!?)] [A-ZÄÖÜ]")
MARKS = str.maketrans("", "", '„“”"«»‚‘')


def taken_up(need: Need, reply: Document, register: Register) -> str | None:
    """The line that takes a need up and leaves a gap for the answer; None for a complaint, or what is too long."""
    words = register.language.care.asked
    if not _is_asked(need, register) or not any(each.span.start == need.span.start for each in reply.sentences):
        return None
    if need.kind is NeedKind.QUESTION and reply.language is register.language:
        clause = _clause(need, reply, register)
        said = register.fill(words.clause, clause=clause) if clause else None
        if said is None:
            topic = next((name for told, name in words.topics if told.search(plain(need.text))), None)
            said = register.fill(words.topic, topic=topic) if topic and len(need.text) < LONGEST_QUOTE else None
        if said is not None:
            return said
    text = need.text.translate(MARKS).strip()
    if len(text) > LONGEST_QUOTE or "[" in text or "http" in text:
        return None
    quoted = f"{words.quotes[0]}{text[0].upper()}{text[1:].rstrip(' .,;:')}{words.quotes[1]}"
    line = words.asked if need.kind is NeedKind.QUESTION else words.wished
    return register.fill(line, quoted=quoted) or register.fill(words.nobody, quoted=quoted)


def _is_asked(need: Need, register: Register) -> bool:
    """Whether the need is a whole question, or a request in so many words; "Just that one?" leans on what was said."""
    asked, text = register.language.care.asked, need.text.strip()
    words = text.split()
    if len(words) < LEAST_WORDS or not text[0].isalpha() or LOG.search(text) or words[0].lower() in asked.leans:
        return False
    if TWO_SENTENCES.search(text) or sum(word.isupper() and len(word) > 1 for word in words) > 1:
        return False
    if need.kind is NeedKind.QUESTION:
        return text.endswith("?")
    return need.kind is NeedKind.REQUEST and asked.please.search(plain(text)) is not None


def _clause(need: Need, reply: Document, register: Register) -> str | None:
    """The whole sentence of the need as an indirect question."""
    sentence = next((each for each in reply.sentences if _is_whole(need, each)), None)
    if sentence is None:
        return None
    asides = register.language.care.asked.asides
    if register.language.code == "de":
        return indirect_question.indirect(sentence.tokens, asides, reader=register.reader) if register.reader else None
    return english_question.indirect(sentence.tokens, asides)


def _is_whole(need: Need, sentence: Sentence) -> bool:
    return (
        sentence.span.start <= need.span.start
        and need.span.end <= sentence.span.end
        and (len(need.text) >= len(" ".join(sentence.text.split()).rstrip(" ?!.")) - 6)
    )
