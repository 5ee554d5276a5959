"""Whether a later mail keeps a promise: it says that something is done, and that is what was promised.

When unsure, the promise stays open: one shown too long costs a glance, one lost costs a customer's trust.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coach.document import Document, Sentence
from coach.model import Span
from coach.promise_words import KeptWords
from coach.relationship.clauses import plain

WORD = re.compile(r"[^\W\d_]{4,}|\d{3,}")
STEM = 5  # letters; "Rechnung" and "Rechnungen", "invoice" and "invoices" begin alike
SHORTEST_PART = 5  # letters of a word that counts where it ends another: "Rechnung" in "Schlussrechnung"


def kept_by(promise: str, later: Document, *, attachments: Sequence[str] = ()) -> Span | None:
    """The sentence of a later mail of the team that keeps what these words promise; None where none does surely.

    `later` must be to the same customer and in the promise's language; `attachments` are the names of its files, which
    count as words of a sentence that points to them ("anbei").
    """
    if later.language is None:
        return None
    words = later.language.promises.kept
    said = plain(promise)
    files = [plain(name) for name in attachments]
    return next((each.span for each in later.sentences if _keeps(each, said, files, words)), None)


def _keeps(sentence: Sentence, said: str, files: Iterable[str], words: KeptWords) -> bool:
    line = plain(sentence.text)
    if not words.reports.search(line) or words.open_still.search(line):
        return False
    named = " ".join([line, *files]) if words.attached.search(line) else line
    subject = _subject(said, words)
    if not subject:
        # "Ich melde mich": any report is the word that was promised; else only who recalls the promise says so.
        recalled = words.contact.search(said) or words.as_promised.search(line)
        return recalled is not None or _same_deed(said, line, words)
    return _shared(subject, named, words) or _same_deed(said, line, words)


def _subject(said: str, words: KeptWords) -> frozenset[str]:
    """What a promise is about: its words without those that any promise has."""
    return frozenset(each for each in WORD.findall(said) if each not in words.small and not _doing(each, words))


def _doing(word: str, words: KeptWords) -> frozenset[int]:
    """The deeds that a word names, by their place in the list."""
    return frozenset(at for at, group in enumerate(words.doing) if word.startswith(group))


def _shared(subject: Iterable[str], line: str, words: KeptWords) -> bool:
    others = [each for each in WORD.findall(line) if each not in words.small]
    return any(_alike(one, other) for one in subject for other in others)


def _alike(one: str, other: str) -> bool:
    """Whether two words begin alike, or one is the last part of the other, a compound."""
    if one[:STEM] == other[:STEM]:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST_PART and long.endswith(short)


def _same_deed(said: str, line: str, words: KeptWords) -> bool:
    """Whether the deed done is the one promised, where the promise names no other subject than a pronoun."""
    promised = {at for each in WORD.findall(said) for at in _doing(each, words)}
    done = {at for each in WORD.findall(line) for at in _doing(each, words)}
    return bool(promised & done) and len(_subject(said, words)) <= 1
