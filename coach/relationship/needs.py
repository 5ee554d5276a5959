"""What a writer asks for: questions, requests, wishes and complaints, each with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coach.document import Analysis, Document, Sentence
from coach.literals import Likely, lowered, once_for, strings_of
from coach.model import Need, NeedKind, Span
from coach.need_words import NeedPattern, NeedWords, TellingWords
from coach.relationship.clauses import Clause, asks, clauses, joined, plain
from coach.relationship.telling import asks_by_its_words

HEADLINE_WORDS = 5
VERBS = frozenset({"VERB", "AUX"})
SHORT = 3  # letters; "of", "the" and "for" stay small in a title
TELLING = "telling words"
LEAST_WORDS = 2  # a bare "and sign" is part of the request before it
FINITE = re.compile(r"/(?:V[VAM](?:FIN|IMP)|VB[PZD]?|MD)\b")
SUBJECT = re.compile(r"/(?:PPER|PDS|PIS|ART|NN|NE|PPOSAT|PIAT|PDAT|PRP\$?|DT|NNS?|NNPS?|EX)(?: |$)")


@dataclass(frozen=True, slots=True)
class _Found:
    """A clause that asks, and the pattern that says so."""

    clause: Clause
    name: str
    kind: NeedKind


_Prepared = tuple[NeedPattern, tuple[str, ...], Callable[[str], object], bool]
"""A pattern, what a text must have one of for it to match, how to search, and whether in the tagged line."""


@dataclass(frozen=True, slots=True)
class _Possible:
    """The patterns that clauses of one sentence may fit, looked for in the whole of it at once."""

    idle: Sequence[_Prepared]
    patterns: Sequence[_Prepared]


def needs_of(document: Document) -> tuple[Need, ...]:
    """The needs in the body of a mail, in order; a sentence may hold several."""
    if document.language is None:
        return ()
    read = _sentence_reader(_Words(document.language.needs))
    return tuple(
        Need(each.kind, each.span.shifted(sentence.span.start), each.text, each.why)
        for sentence, found in zip(document.sentences, document.known(read), strict=True)
        for each in found
    )


def only_asks(document: Document) -> bool:
    """Whether each sentence in the body of a mail asks a question; one that does not is looked for among those read."""
    if document.language is None or not document.sentences:
        return False
    read = _sentence_reader(_Words(document.language.needs))
    every = sorted([each.analysis for each in document.sentences], key=lambda each: not each.is_known(read))
    return all(any(need.kind is NeedKind.QUESTION for need in each.known(read)) for each in every)


class _Words:
    """A language's words as a key: only the very same are equal."""

    __slots__ = ("words",)

    def __init__(self, words: NeedWords) -> None:
        self.words = words

    def __hash__(self) -> int:
        return id(self.words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Words) and other.words is self.words


@lru_cache
def _sentence_reader(key: _Words) -> Callable[[Analysis], tuple[Need, ...]]:
    """What reads sentences of one language; always the same function, so that a sentence remembers its needs."""
    return lambda each: tuple(_needs_in(Sentence(Span(0, len(each.text)), each), each.text, key.words))


def _needs_in(sentence: Sentence, whole: str, words: NeedWords) -> Iterable[Need]:
    text = sentence.span.of(whole)
    if not sentence.tokens or _is_headline(sentence):
        return ()
    every = clauses(sentence, text, words)
    asked, hidden = asks(text), only_looks(text, words)
    whole_clause = joined(every, text)
    possible = _Possible(
        _possible(words.idle, whole_clause, asked=asked), _possible(words.patterns, whole_clause, asked=asked)
    )
    heads = _heads(every, hidden, words, possible)
    if not heads and len(every) > 1 and not hidden:
        alone = _match(whole_clause, possible, opens=True)
        heads = [alone] if alone else []
    if words.telling is not None:
        heads = _second_opinion(heads, whole_clause, sentence, words.telling, polite=bool(hidden))
    if not heads:
        return ()
    return [
        Need(each.kind, span, " ".join(span.of(whole).split()), each.name)
        for each, span in zip(heads, _spans(heads, every, sentence, words), strict=True)
    ]


def _is_headline(sentence: Sentence) -> bool:
    """Whether It Is Written Like This, as titles and advertisements are."""
    words = [token for token in sentence.tokens if token.text[0].isalpha()]
    return len(words) >= HEADLINE_WORDS and all(
        (word.text[0].isupper() and not word.text.isupper()) or (len(word.text) <= SHORT and word.pos not in VERBS)
        for word in words
    )


def _second_opinion(
    heads: list[_Found], whole: Clause, sentence: Sentence, telling: TellingWords, *, polite: bool
) -> list[_Found]:
    """Doubtful finds only where the words around speak for them; a need where they speak without any pattern."""
    sure = [head for head in heads if telling.marks.get(head.name) not in telling.doubtful]
    if (sure or polite) and len(sure) == len(heads):
        return heads
    names = [head.name for head in heads]
    if not asks_by_its_words(sentence.tokens, names, telling, polite=polite):
        return sure
    return heads or [_Found(whole, TELLING, NeedKind.REQUEST)]


def _heads(every: list[Clause], hidden: list[tuple[int, int]], words: NeedWords, possible: _Possible) -> list[_Found]:
    """The clauses that ask, without those that only carry on the one before."""
    heads: list[_Found] = []
    leading = True  # so far nothing but "If you have time," or "Frau Berger,"
    for each in every:
        opens = leading or each.turns or (bool(heads) and heads[-1].clause.last == each.first)
        leading = leading and (_leans(each, words) or _is_lead(each))
        if any(start < each.end and each.start < end for start, end in hidden):
            continue
        if each.first > 0 and words.dependent.search(each.line):
            continue
        found = _match(each, possible, opens=opens)
        if found and (not heads or _stands_alone(found, heads[-1])):
            heads.append(found)
    return heads


def only_looks(text: str, words: NeedWords) -> list[tuple[int, int]]:
    """The stretches of a sentence that only look like needs."""
    said = plain(text)
    likely = once_for(words.never, _sayings).within(lowered(said))
    return [match.span() for says in likely if (match := says.search(said))]


def _sayings(patterns: tuple[NeedPattern, ...]) -> Likely[re.Pattern[str]]:
    return Likely([each.says for each in patterns if each.says], lambda says: says)


def _match(each: Clause, possible: _Possible, *, opens: bool) -> _Found | None:
    idle = {pattern.kind for pattern in _fitting(possible.idle, each, opens=opens)}
    if None in idle:
        return None
    for pattern in _fitting(possible.patterns, each, opens=opens):
        if pattern.kind is not None and pattern.kind not in idle:
            return _Found(each, pattern.name, pattern.kind)
    return None


def _possible(patterns: tuple[NeedPattern, ...], whole: Clause, *, asked: bool) -> list[_Prepared]:
    """Those of the patterns that a clause of this sentence, all clauses of which are `whole`, may fit."""
    return [
        each
        for each in once_for(patterns, _prepared)
        if (each[0].asked is None or each[0].asked is asked) and _can_fit(each, whole)
    ]


def _can_fit(prepared: _Prepared, each: Clause) -> bool:
    """False where the pattern surely does not match in this clause; True says nothing."""
    _, strings, _, in_line = prepared
    lower = each.lower_line if in_line else each.lower_words
    if lower is None or not strings:
        return True
    for one in strings:  # noqa: SIM110 - spelled out: hundreds for each new sentence
        if one in lower:
            return True
    return False


def _fitting(patterns: Iterable[_Prepared], each: Clause, *, opens: bool) -> Iterator[NeedPattern]:
    """Those of the patterns that the clause fits, in their order."""
    for prepared in patterns:
        pattern, _, search, in_line = prepared
        if (pattern.opens and not opens) or not _can_fit(prepared, each):
            continue
        if search(each.line if in_line else each.words):
            yield pattern


def _prepared(patterns: tuple[NeedPattern, ...]) -> tuple[_Prepared, ...]:
    found = [(each, each.says or each.built, each.says is None) for each in patterns]
    return tuple([(each, strings_of(what), what.search, in_line) for each, what, in_line in found if what is not None])


def _stands_alone(found: _Found, before: _Found) -> bool:
    line = found.clause.line
    if not FINITE.search(line) or len(line.split()) <= LEAST_WORDS:
        return False
    return found.kind is not before.kind or found.kind is not NeedKind.COMPLAINT or SUBJECT.search(line) is not None


def _spans(heads: list[_Found], every: list[Clause], sentence: Sentence, words: NeedWords) -> list[Span]:
    """From each asking clause (and what leads up to it) to where the next one begins."""
    floors = [0, *(head.clause.last for head in heads)]
    starts = [_start(head.clause, every, words, floor) for head, floor in zip(heads, floors, strict=False)]
    ends = [*starts[1:], len(sentence.tokens)]
    return [sentence.span_of(*_trimmed(first, last, sentence, words)) for first, last in zip(starts, ends, strict=True)]


def _start(head: Clause, every: list[Clause], words: NeedWords, floor: int) -> int:
    start = head.first
    for before in reversed([each for each in every if floor <= each.first < head.first]):
        if before.last != start or not (_leans(before, words) or _is_lead(before)):
            break
        start = before.first
    return start


def _leans(each: Clause, words: NeedWords) -> bool:
    """Whether a clause is subordinate: "wenn Sie Zeit haben", "to be on the safe side"."""
    return each.line.split("/", 1)[0] in words.subordinate or words.dependent.search(each.line) is not None


def _is_lead(before: Clause) -> bool:
    return not FINITE.search(before.line)


def _trimmed(first: int, last: int, sentence: Sentence, words: NeedWords) -> tuple[int, int]:
    """Without the "and" before and the comma behind, where the sentence goes on."""
    tokens = sentence.tokens
    while 0 < first < last - 1 and (tokens[first].lower in words.connectors or not tokens[first].text[0].isalnum()):
        first += 1
    while (
        last < len(tokens)
        and last > first + 1
        and (tokens[last - 1].lower in words.connectors or not tokens[last - 1].text[-1].isalnum())
    ):
        last -= 1
    return first, last
