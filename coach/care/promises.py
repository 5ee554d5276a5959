"""Promises without a date in a sentence: which words are vague, and what the sentence reads like with a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.care.places import ENDED
from coach.care.register import Register
from coach.care_words import PromiseWords
from coach.document import Analysis, Document, Sentence
from coach.model import Edit, Span
from coach.relationship.clauses import plain

STOPS = re.compile(r"[,;:–—(]\s|\s-\s")
CLAUSE_WORDS = re.compile(
    r"\b(?:that|which|who|when|if|because|so|and|but|or|where|while|as|once|until|unless|before|after|to|whether)\b|[,;:()–—-]"
)
HELPERS = re.compile(r"\b(?:will|'ll|shall|be|to|and|we|i|also|then)\s*$")


def dated(sentence: Sentence, words: PromiseWords) -> Iterator[Edit]:
    """For each vague word of a promise in this sentence, the edit that puts a gap for a date in its place."""
    for edit in sentence.analysis.known_with(_dated, words):
        yield Edit(edit.span.shifted(sentence.span.start), edit.text)


def _dated(sentence: Analysis, words: PromiseWords) -> tuple[Edit, ...]:
    """What `dated` says, with offsets from the sentence's start."""
    text, line = sentence.text, plain(sentence.text)
    without = _without(line, words)
    if line.startswith(">") or words.dated.search(without) or words.unsure.search(without):
        return ()
    edits = []
    for found in words.vague.finditer(line):
        if _promises(line, found.start(), words):
            edit = _edit(text, line, found.start(), found.end(), words)
            if edit is not None:
                edits.append(edit)
    for noun in words.with_noun.finditer(text):
        if words.gives.search(line) and _promises(line, noun.start(), words):
            edits.append(Edit(Span(noun.start(), noun.end()), f"{words.gap} {noun.group(1)} {noun.group(2)}"))
    return tuple(edits)


def reported(document: Document, sentence: Sentence, register: Register, words: PromiseWords) -> Edit | None:
    """The edit that adds to "I'll look into it." by when its writer will come back; None where the draft says so."""
    bare = words.bare.search(plain(sentence.text))
    if bare is None or not ENDED.search(sentence.text):
        return None
    if any(words.reports.search(plain(each.text)) for each in document.sentences if each is not sentence):
        return None
    writer = "one" if re.match(r"(?:ich|i|let me)\b", plain(sentence.text)) else "many"
    said = register.fill(words.report["ongoing" if bare.groupdict().get("ongoing") else writer])
    end = sentence.span.start + len(sentence.text.rstrip(".!"))
    return Edit(Span(end, end), f" {said}") if said else None


def _without(line: str, words: PromiseWords) -> str:
    """The line without its vague words: "so bald wie möglich" is no condition."""
    return words.vague.sub(" ", line)


def _promises(line: str, at: int, words: PromiseWords) -> bool:
    """Whether the clause around this place promises something, by itself or with the subject of the one before."""
    start = max((stop.end() for stop in STOPS.finditer(line, 0, at)), default=0)
    end = next((stop.start() for stop in STOPS.finditer(line, at)), len(line))
    if not _without(line[start:end], words).strip():
        end = len(line)  # "Shortly, we will ..."
    if words.otherwise.search(_without(line[start:end], words)):
        return False
    if words.promised.search(line[start:end]):
        return True
    return bool(start) and words.continues.search(line[start:end]) is not None and bool(words.promised.search(line))


def _edit(text: str, line: str, start: int, end: int, words: PromiseWords) -> Edit | None:
    if not words.gap.startswith("by"):
        opens = not line[:start].strip() and text[start].isupper()
        gap = words.gap[0].upper() + words.gap[1:] if opens else words.gap
        return Edit(Span(start, end), gap)
    if not line[:start].strip(" ") or HELPERS.search(line[:start].rstrip()):
        return _moved(text, line, start, end, words)
    return Edit(Span(start, end), words.gap)


def _moved(text: str, line: str, start: int, end: int, words: PromiseWords) -> Edit | None:
    """English "will soon send it" becomes "will send it by [date]": the date goes to the end of a plain sentence."""
    rest = text[end:]
    stop = len(rest.rstrip(" .!"))
    middle = rest[:stop].lstrip(" ,")
    if not middle or CLAUSE_WORDS.search(plain(middle)):
        return None
    opens = not line[:start].strip() and text[start].isupper()
    opened = middle[0].upper() + middle[1:] if opens else middle
    return Edit(Span(start, end + stop), f"{opened} {words.gap}")
