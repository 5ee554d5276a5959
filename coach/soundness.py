"""Whether a changed draft still says what it said: facts kept, meaning kept, and no sentence broken by the change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import compress, islice
from operator import eq

from coach.document import Document, Sentence
from coach.model import Edit, Span
from coach.remembering import remembered
from coach.rewriter import rewritten
from coach.situation import Situation

REMEMBERED = 2_000  # sentences of drafts and of what changes would make of them, some hundred bytes each
# Between two sentences of a line; no fact and no slip reaches over such a blank.
BETWEEN = re.compile(r"(?<=\w[.!?]) (?=[A-ZÄÖÜ])")
SAME_MEANING = 0.55  # cosine of sentence embeddings; opposite or other statements of mails lie below, rewordings above
FACT = re.compile(r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+|\d+(?:[.,:/-]\d+)*|[A-ZÄÖÜ]{2,}\d*\b")
TWICE = frozenset("die das der sie den dem that had is so".split())  # words that may stand twice in a row
VOWEL_SOUND = re.compile(r"\ba (?=[aeio])(?!one|once|eu|ewe)\w+", re.IGNORECASE)
CONSONANT_SOUND = re.compile(r"\ban (?=[bcdfgjklmnpqrstvwxyz])\w{2,}")
SLIPS = (
    re.compile(r"(?<=[^\s.]) {2,}(?=\S)"),
    re.compile(r"(?<=\w)\s+[,;.!?](?!\.)(?=\s|$)"),
    re.compile(r",\s*[,.;]|(?<!\.)\.\.(?!\.)|\.\s*,|;\s*[,.;]"),
    re.compile(r"[.!?] +[a-zäöü]{2,}"),
    re.compile(r"(?m)^ +\S|[ \t]+$"),
    re.compile(r"\(\s*\)|\[\s*\]|„\s*“|“\s*”"),
)


def is_sound(situation: Situation, edits: tuple[Edit, ...]) -> bool:
    """True if the draft with these edits keeps numbers, names, dates and links, means the same and reads as written."""
    return keeps_letter(situation, edits) and keeps_meaning(situation, edits)


def keeps_letter(situation: Situation, edits: tuple[Edit, ...]) -> bool:
    """True if the draft with these edits keeps numbers, names, dates and links, and reads as written."""
    text = situation.draft.text
    after = rewritten(text, edits)
    pieces = situation.draft.once(_pieces)
    gone, come = _differing(pieces, BETWEEN.split(after))
    if not (_keeps_facts(gone, come) and _keeps_names(situation, edits, after)):
        return False
    english, stays_english = _is_english(text), _is_english(after)
    if english is not stays_english:
        return slips(after) <= slips(text)
    slipped = sum([_slips_in(each, english) for each in come])
    return not slipped or slipped <= sum([_slips_in(each, english) for each in gone])


def _pieces(draft: Document) -> list[str]:
    return BETWEEN.split(draft.text)


def _differing(before: Sequence[str], after: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """What lies between the pieces that both have at the beginning and those that both have at the end."""
    most = min(len(before), len(after))
    first = next((at for at in range(most) if before[at] != after[at]), most)
    last = next((at for at in range(most - first) if before[-1 - at] != after[-1 - at]), most - first)
    return before[first : len(before) - last], after[first : len(after) - last]


def _keeps_facts(gone: Sequence[str], come: Sequence[str]) -> bool:
    """No number, date, address or capital abbreviation goes with these pieces that does not come with those."""
    facts = Counter([fact for piece in gone for fact in _facts_in(piece)])
    return not facts or not facts - Counter([fact for piece in come for fact in _facts_in(piece)])


@remembered(REMEMBERED)
def _facts_in(piece: str) -> tuple[str, ...]:
    return tuple(FACT.findall(piece))


def _keeps_names(situation: Situation, edits: tuple[Edit, ...], after: str) -> bool:
    """No proper name of the body goes; the greeting may call the reader otherwise."""
    for sentence in situation.draft.sentences:
        for edit in edits:
            if not _overlap(sentence.span, edit.span):
                continue
            if any(name not in after for name in _names_in(sentence, edit.span)):
                return False
    return True


def _names_in(sentence: Sentence, span: Span) -> list[str]:
    start = sentence.span.start
    return [
        token.text
        for token in sentence.tokens
        if token.pos == "PROPN" and start + token.start < span.end and start + token.end > span.start
    ]


def slips(text: str) -> int:
    """How many slips of the pen that no writer leaves: blanks, doubled words and marks, small letters after a stop."""
    english = _is_english(text)
    return sum(_slips_in(piece, english) for piece in BETWEEN.split(text))


def _is_english(text: str) -> bool:
    return " the " in text


@remembered(REMEMBERED)
def _slips_in(piece: str, english: bool) -> int:
    words = re.findall(r"\w+|[^\w\s]", piece.lower())
    twice = compress(words, map(eq, words, islice(words, 1, None)))
    doubled = sum(each.isalpha() and each not in TWICE for each in twice)
    patterns = (*SLIPS, VOWEL_SOUND, CONSONANT_SOUND) if english else SLIPS
    return int(doubled) + sum(len(each.findall(piece)) for each in patterns)


def keeps_meaning(situation: Situation, edits: tuple[Edit, ...]) -> bool:
    """The sentences that the edits change mean what they meant; what is only added or only a greeting is not asked."""
    if situation.encoder is None:
        return True
    pairs = [
        (sentence.text, changed)
        for sentence in situation.draft.sentences
        if (changed := _changed_sentence(sentence, edits)) is not None
    ]
    if not pairs:
        return True
    vectors = situation.encoder.encode([text for pair in pairs for text in pair])
    near = (vectors[0::2] * vectors[1::2]).sum(axis=1)
    return bool((near >= SAME_MEANING).all())


def _changed_sentence(sentence: Sentence, edits: tuple[Edit, ...]) -> str | None:
    """The sentence with the edits that replace something in it; None where none does."""
    mine = tuple(
        Edit(edit.span.shifted(-sentence.span.start), edit.text)
        for edit in edits
        if sentence.span.start <= edit.span.start < edit.span.end <= sentence.span.end
    )
    return rewritten(sentence.text, mine) if mine else None


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
