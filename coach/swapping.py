"""Words of a draft swapped by a list: conditions, capital letters and the English article looked after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.changing import LINK, NO_PROSE, with_capital_of
from coach.document import Analysis, Document, Sentence, is_word
from coach.lower_words import lower_words
from coach.model import Edit, Token
from coach.register_words import Swap, Swaps
from coach.rewriter import Rewrite
from coach.situation import Situation
from coach.spelling import is_swiss

VOWEL = re.compile(r"(?!uni|use|usu|util|eu|ewe|one\b|once)[aeiou]|hour|honest|heir|honou?r", re.IGNORECASE)


def swapped(situation: Situation, swaps: Swaps) -> Iterator[Rewrite]:
    """Each place where one of these swaps fits, in order of the text."""
    draft = situation.draft
    for sentence, fitting in zip(draft.sentences, draft.known_with(_fitting, swaps), strict=True):
        if fitting:
            yield from _in_sentence(situation, sentence, fitting)


_Fitting = tuple[tuple[int, int, Swap], ...]
"""Tokens [first, last) of a sentence and the swap that fits there."""


def _fitting(sentence: Analysis, swaps: Swaps) -> _Fitting:
    """The swaps that fit in this sentence, links and code aside."""
    tokens, found = sentence.tokens, []
    words = sentence.known(lower_words)
    every = [swaps.get(word, ()) for word in words]
    if not any(every) or NO_PROSE.search(sentence.text):
        return ()
    lower = frozenset(words)
    links = [match.span() for match in LINK.finditer(sentence.text)]
    at = 0
    while at < len(tokens):
        swap = next((each for each in every[at] if fits(each, tokens, at, lower)), None) if every[at] else None
        at += len(swap.words) if swap else 1
        if swap is None:
            continue
        first = at - len(swap.words)
        start, end = tokens[first].start, tokens[at - 1].end
        if not any(start < last and begin < end for begin, last in links):
            found.append((first, at, swap))
    return tuple(found)


def _in_sentence(situation: Situation, sentence: Sentence, fitting: _Fitting) -> Iterator[Rewrite]:
    tokens = sentence.tokens
    for first, at, swap in fitting:
        span = sentence.span_of(first, at)
        if situation.is_quoted(span):
            continue
        new = swap.new.replace("ß", "ss") if "ß" in swap.new and situation.draft.once(_swiss) else swap.new
        opens = not any(is_word(token) for token in tokens[:first])
        edit = Edit(span, with_capital_of(tokens[first].text, new) if opens else new)
        article = article_edit(sentence, first, new) if situation.language.code == "en" else None
        yield Rewrite((article, edit) if article else (edit,))


def fits(swap: Swap, tokens: tuple[Token, ...], at: int, lower: frozenset[str]) -> bool:
    """True if the words stand here as the list has them (the first may open a sentence), and all conditions hold."""
    end = at + len(swap.words)
    if end > len(tokens) or not _reads(swap, tokens, at):
        return False
    following, before = tokens[end] if end < len(tokens) else None, tokens[at - 1].lower if at else ""
    behind = following.lower if following is not None else ""
    word_follows = following is not None and following.text[0].isalnum()
    if swap.tags and not tokens[at].tag.startswith(swap.tags):
        return False
    if (swap.ends is not None and swap.ends is word_follows) or (_glued(tokens, at, end)):
        return False
    if swap.next_words or swap.next_tags:
        tagged = following is not None and swap.next_tags and following.tag.startswith(swap.next_tags)
        if behind not in swap.next_words and not tagged:
            return False
    if behind in swap.never_next or before in swap.never_before or (swap.before and before not in swap.before):
        return False
    return swap.unless.isdisjoint(lower)


def _reads(swap: Swap, tokens: tuple[Token, ...], at: int) -> bool:
    for index in range(1, len(swap.words)):
        if tokens[at + index].text.replace("’", "'") != swap.words[index]:
            return False
    first, shown = swap.words[0], tokens[at].text.replace("’", "'")
    as_listed = shown == first
    if as_listed and not swap.place:
        return True
    if not as_listed and shown != first[:1].upper() + first[1:]:
        return False
    opens = not any(is_word(token) for token in tokens[:at])
    if (swap.place == "start" and not opens) or (swap.place == "inside" and opens):
        return False
    return as_listed or opens


def _glued(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    """True for a part of something longer: "re-start", "and/or", "u.a."; an English "n't" hangs on, too."""
    if end < len(tokens) and tokens[end].start == tokens[end - 1].end and tokens[end].text[0] in "-/'’_\\@n*":
        return True
    return at > 0 and tokens[at - 1].end == tokens[at].start and tokens[at - 1].text[-1] in "-/_\\@.*"


def article_edit(sentence: Sentence, first: int, new: str) -> Edit | None:
    """The article before the word where it must change: "an additional" -> "a further"."""
    token = sentence.tokens[first - 1] if first else None
    if token is None or token.lower not in ("a", "an"):
        return None
    due = "an" if VOWEL.match(new) else "a"
    return None if token.lower == due else Edit(sentence.span_of(first - 1, first), with_capital_of(token.text, due))


def _swiss(document: Document) -> bool:
    return is_swiss(document.text)
