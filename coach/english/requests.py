"""An English order made a question: "Send me the list." -> "Could you please send me the list?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.model import Token
from coach.plain_words import RequestWords

LEADS = frozenset("please kindly pls".split())
BEHIND = frozenset(
    """me us the a an this that these those it them your our my all any both whether which what in out back once again
    him her their to with for by when where""".split()
)
DUTY = re.compile(r"^(?:you\s+(?:still\s+)?(?:must|(?:will\s+)?(?:need|have)\s+to))\s+(?=[a-z])", re.IGNORECASE)
PLEASE_LAST = re.compile(r",?\s+please(?=\s*[.!]\s*$)", re.IGNORECASE)
FOR_US = re.compile(
    r"(?i)\b(?:please|pls|kindly|me|us|my|our)\b"
)  # an order for others is an advice: "Check the cable"
LONGEST = 28  # words; a longer question is harder to read than the order


def as_question(text: str, tokens: Sequence[Token], words: RequestWords) -> tuple[int, int, str] | None:
    """From where to where the order stands in the sentence, and the question in its place; None if it is none."""
    stripped = text.rstrip()
    if not stripped.endswith((".", "!")) or stripped.endswith(("..", "!!")) or len(tokens) > LONGEST:
        return None
    first = next((at for at, token in enumerate(tokens) if token.text[0].isalnum()), None)
    if first is None:
        return None
    begin = tokens[first].start
    what = _ordered(stripped[begin:], tokens[first:], words) or _due(stripped[begin:], words)
    if what is None:
        return None
    asks = "Could you please " if tokens[first].text[0].isupper() else "could you please "
    return begin, len(stripped), f"{asks}{what[0].lower()}{what[1:-1].rstrip()}?"


def _ordered(text: str, tokens: Sequence[Token], words: RequestWords) -> str | None:
    """The order without its "please", if the sentence is one."""
    at, led = 0, tokens[0].lower in LEADS
    while at < len(tokens) and (tokens[at].lower in LEADS or (led and tokens[at].text == ",")):
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lower not in words.verbs:
        return None
    verb, behind = tokens[at], tokens[at + 1]
    if not FOR_US.search(text):
        return None
    if not verb.tag.startswith(("VB", "NN")) or verb.lower != verb.lemma.lower():
        return None
    if behind.lower not in BEHIND and not (led and behind.pos in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM")):
        return None
    told = PLEASE_LAST.sub("", text[verb.start - tokens[0].start :])
    if verb.lower == "let" and not re.match(r"let\s+(?:me|us)\s+know\s+(?!how\b|what\b|if\b)\w", told, re.IGNORECASE):
        return None
    if verb.lower == "get" and not re.match(r"get\s+(?:back\s+to\s+(?:me|us)|(?:me|us)\s)", told, re.IGNORECASE):
        return None
    if verb.lower == "fill" and behind.lower not in ("in", "out"):
        return None
    return None if re.search(r"\bplease\b", told, re.IGNORECASE) else told


def _due(text: str, words: RequestWords) -> str | None:
    """ "You must send us the form" without its first words."""
    found = DUTY.match(text)
    told = PLEASE_LAST.sub("", text[found.end() :]) if found else ""
    verb = told.split(" ", 1)[0]
    if verb not in words.duties or not re.search(r"\b(?:me|us|our|my)\b", told) or "," in told:
        return None
    return (
        None
        if re.search(r"\b(?:before|after|when|once|in\s+order|to\s+be\s+able|please|first|also|by\s+\w+ing)\b", told)
        else told
    )
