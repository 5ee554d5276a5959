"""One person's promise or apology said as "we", said as "I": pronouns and forms of "be"; by patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.care_words import VoiceWords
from coach.model import Edit, Span

ADVERBS = r"(?:(?:\w+ly|also|now|then|just|still|so|very|already|do|glad to|happy to) )*"
WE = re.compile(
    rf"\bwe(?P<will>['’]ll| will| shall) {ADVERBS}(?=(?P<promise>\w+))"
    rf"|\bwe(?P<be>['’]re| are) (?P<going>going to )?{ADVERBS}(?=(?P<act>\w+))"
    rf"|\bwe {ADVERBS}(?P<verb>\w+)",
    re.IGNORECASE,
)
PLAIN = re.compile(r"\bwe\b", re.IGNORECASE)
OUR = re.compile(r"\bour(?= (?P<next>\w+)(?: (?P<noun>\w+))?)", re.IGNORECASE)
JOINED = re.compile(r"\band (are)\b")


def to_i(line: str, words: VoiceWords) -> tuple[Edit, ...]:
    """The edits that make a sentence speak of one person; none where it does not promise or apologise for sure."""
    found = list(WE.finditer(line))
    if not found or len(found) != len(PLAIN.findall(line)):
        return ()
    if not all(_is_own(match, line, words) for match in found):
        return ()
    edits = [edit for match in found for edit in _edits(match)]
    edits += [
        Edit(Span(match.start(), match.end()), "My" if match.group()[0] == "O" else "my")
        for match in OUR.finditer(line)
        if {match.group("next").lower(), (match.group("noun") or "").lower()} & words.faults
    ]
    edits += [Edit(Span(match.start(1), match.end(1)), "am") for match in JOINED.finditer(line)]
    return tuple(sorted(edits, key=lambda each: each.span))


def _is_own(match: re.Match[str], line: str, words: VoiceWords) -> bool:
    if match.group("verb"):
        return match.group("verb").lower() in words.own
    said = words.phrases.match(line.lower(), match.end())
    if said is None:
        return False
    progressive = said.group().split(" ")[0].endswith("ing") or said.group() in ("sorry", "afraid")
    return progressive == bool(match.group("be") and not match.group("going"))


def _edits(match: re.Match[str]) -> Iterator[Edit]:
    yield Edit(Span(match.start(), match.start() + 2), "I")
    be = match.group("be")
    if be:
        start = match.start("be")
        yield Edit(Span(start, start + len(be)), f"{be[0]}m" if be[0] in "'’" else " am")
