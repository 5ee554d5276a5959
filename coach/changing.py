"""Words of a draft changed or taken out: blanks, commas and capital letters stay right, quoted words stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter

from coach.document import Analysis, Sentence
from coach.literals import Likely, lowered, once_for
from coach.model import Edit, Span
from coach.plain_words import Change
from coach.remembering import remembered
from coach.rewriter import Rewrite
from coach.situation import Situation

# Paths, addresses, code and logs are no prose: nothing in such a sentence is changed.
NO_PROSE = re.compile(r"[{}<>=|\\^~]|::|->|\w\(|--\w|^\s*[#$>%]|@\w+\.\w")
REMEMBERED = 3_000  # sentences
LINK = re.compile(r"(?<!\S)\S*(?:://|www\.|@|_|/\w+/)\S*")


def changed(situation: Situation, at: Span | None, *lists: Sequence[Change]) -> Iterator[Rewrite]:
    """Each place where a change of these lists fits, in order of the text; earlier changes win over later ones."""
    draft = situation.draft
    for sentence, *speaking in zip(
        draft.sentences, *[draft.known_with(_speaking, each) for each in lists], strict=True
    ):
        if not any(speaking):
            continue
        taken: list[Edit] = []
        for change in chain.from_iterable(speaking):
            for edit in _edits(situation, sentence, change):
                if not any(_overlap(edit.span, each.span) for each in taken):
                    taken.append(edit)
        for edit in sorted(taken, key=lambda each: each.span):
            if at is None or _overlap(edit.span, at):
                yield Rewrite((edit,))


def _speaking(sentence: Analysis, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Those of the changes that say something about this sentence; nothing about what is no prose."""
    text = sentence.text
    likely = [each for each in once_for(changes, _likely).within(sentence.known(lowered_text)) if _speaks(each, text)]
    return tuple(likely) if likely and not NO_PROSE.search(text) else ()


def lowered_text(sentence: Analysis) -> str | None:
    """The sentence to be asked with `can_match`."""
    return lowered(sentence.text)


def _likely(changes: Sequence[Change]) -> Likely[Change]:
    return Likely(changes, attrgetter("says"))


def _speaks(change: Change, sentence: str) -> bool:
    if change.says.search(sentence) is None:  # first, since it is what most changes fail by
        return False
    if change.only is not None and not change.only.search(sentence):
        return False
    return change.unless is None or not change.unless.search(sentence)


def reaches(edits: Iterable[Edit], at: Span | None) -> bool:
    """True if the stretch from the first to the last of these edits touches `at` (None: the whole draft)."""
    spans = sorted(edit.span for edit in edits)
    if at is None or not spans:
        return bool(spans)
    return spans[0].start < at.end and at.start < max(span.end for span in spans)


def is_prose(situation: Situation, span: Span) -> bool:
    """False for quoted words, links, code and logs."""
    return not (is_code(span.of(situation.draft.text)) or situation.is_quoted(span))


@remembered(REMEMBERED)
def is_code(sentence: str) -> bool:
    """True for a path, an address, code or a line of a log; a sentence seen before is not searched again."""
    return NO_PROSE.search(sentence) is not None


def without(text: str, span: Span, *, opens: bool) -> Edit | None:
    """The edit that takes these words out; `opens`: they open a sentence, so the next word gets their capital."""
    start, end = span.start, span.end
    if opens:
        while end < len(text) and text[end] in ", \t":
            end += 1
        if end < len(text) and text[end] == "\n" and text[end : end + 2] != "\n\n":
            end += 1
        if end >= len(text) or not text[end].isalpha():
            return None
        return Edit(Span(start, end + 1), with_capital_of(text[start], text[end]))
    if text[start : start + 1] == ",":  # an aside with its two commas; the blank behind it stays
        return Edit(Span(start, end), "")
    if start > 0 and text[start - 1] in " \t":
        return Edit(Span(start - 1, end), "")
    if end < len(text) and text[end] in " \t":
        return Edit(Span(start, end + 1), "")
    return None


def with_capital_of(model: str, written: str) -> str:
    """The text with a capital first letter if `model` begins with one."""
    return written[:1].upper() + written[1:] if model[:1].isupper() else written


def opens_sentence(sentence: Sentence, start: int) -> bool:
    """True if only marks stand before this offset in the sentence."""
    return not any(char.isalnum() for char in sentence.text[:start])


def _edits(situation: Situation, sentence: Sentence, change: Change) -> Iterator[Edit]:
    text = sentence.text
    for match in change.says.finditer(text):
        start, end = match.span("out") if "out" in change.says.groupindex else match.span()
        if _is_kept(situation, sentence, change, Span(start, end)):
            continue
        edit = _edit(situation.draft.text, sentence, change, match, Span(start, end))
        if edit:
            yield edit


def _edit(text: str, sentence: Sentence, change: Change, match: re.Match[str], out: Span) -> Edit | None:
    becomes = change.becomes
    written = match.expand(becomes) if isinstance(becomes, str) else becomes(match)
    if written is None:
        return None
    opens = opens_sentence(sentence, out.start)
    place = out.shifted(sentence.span.start)
    if not written:
        return without(text, place, opens=opens)
    return Edit(place, with_capital_of(sentence.text[out.start], written) if opens else written)


def _is_kept(situation: Situation, sentence: Sentence, change: Change, out: Span) -> bool:
    text = sentence.text
    if not change.at_start and opens_sentence(sentence, out.start):
        return True
    if change.never_before and change.never_before.match(text, out.end):
        return True
    if change.never_after and change.never_after.search(text[: out.start]):
        return True
    if change.never_tags and _tag_behind(sentence, out.end).startswith(change.never_tags):
        return True
    if change.never_as and _tag_behind(sentence, out.start).startswith(change.never_as):
        return True
    if any(out.start < link.end() and link.start() < out.end for link in LINK.finditer(text)):
        return True
    return situation.is_quoted(out.shifted(sentence.span.start))


def _tag_behind(sentence: Sentence, end: int) -> str:
    return next((token.tag for token in sentence.tokens if token.start >= end and token.text.strip()), "")


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
