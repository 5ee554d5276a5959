"""German tokens by spaCy's rules; parts of speech and lemmas by HanTa (Hannover Tagger, Wartena 2019)."""

from __future__ import annotations

import math
import re
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from coach.language import Tagger
from coach.languages._de_read_words import Readings, Word, Words
from coach.languages._spacy_alone import without_torch
from coach.languages._spacy_memory import look_only_at, word_memory
from coach.model import Token, token_of

LONGEST_WORD = 40  # HanTa's time grows faster than the length; what is longer is an address or a code
UNREADABLE = re.compile(r"[/@=\\_]")
PLACEHOLDER = "Ding"  # stands for what is no word, so that its neighbours are tagged in a whole sentence
KEPT_STATES = 5  # HanTa goes on with so many readings of a sentence's beginning
KEPT_SEARCHES = 8  # sentences searched last; one of them is most often the one that is being typed
MOST_KEPT = 60  # words of such a sentence
MARGIN = 1.0  # and with those almost as likely, in natural logarithms

PAIR = 1 << 10  # more than there are tags

State = int
"""The tags of two words in a row, the first one times PAIR."""

Followers = dict[State, dict[int, float]]
"""The tag of the next word, with its logarithm."""

_Step = tuple[dict[State, float], dict[State, State]]
"""What `_step` makes of a word."""

_Searched = tuple[Sequence[str], list[_Step]]
"""The words of a sentence, and the step through each."""


class _Pieces(NamedTuple):
    """The words of a sentence, where they start, and how they are read."""

    texts: list[str]
    starts: list[int]
    read: list[str]


def load() -> Tagger:
    """The tagger; loading takes about half a second."""
    with without_torch():
        import spacy
    from HanTa import HanoverTagger

    nlp = spacy.blank("de")
    look_only_at(nlp, ())
    model = HanoverTagger.HanoverTagger("morphmodel_ger.pgz")
    words = Words(model)
    search = _sequence_tagger(model)

    def cut(sentence: str) -> _Pieces:
        tokens = [(token.text, token.idx) for token in nlp.tokenizer(sentence)]
        pieces = [each for each in tokens if not each[0].isspace()]
        texts = [text for text, _ in pieces]
        return _Pieces(texts, [start for _, start in pieces], [t if _is_readable(t) else PLACEHOLDER for t in texts])

    def tag(sentences: Sequence[str]) -> list[tuple[Token, ...]]:
        with word_memory(nlp):
            cuts = [cut(each) for each in sentences]
        readings = words.readings([pieces.read for pieces in cuts])
        tagged = [
            list(zip(pieces.read, search(pieces.read, each), strict=True))
            for pieces, each in zip(cuts, readings, strict=True)
        ]
        return [_tokens(pieces, found) for pieces, found in zip(cuts, words.found(tagged), strict=True)]

    return tag


def _tokens(pieces: _Pieces, words: Sequence[Word]) -> tuple[Token, ...]:
    found = []
    for text, start, read, (lemma, part, stts, stems) in zip(*pieces, words, strict=True):
        if read is PLACEHOLDER:
            lemma, part, stts, stems = text, "X", "XY", 1
        found.append(token_of((text, start, start + len(text), lemma, part, stts, text.lower(), stems)))
    return tuple(found)


def _is_readable(token: str) -> bool:
    return len(token) <= LONGEST_WORD and not UNREADABLE.search(token)


def _sequence_tagger(model: Any) -> Callable[[Sequence[str], Sequence[Readings]], list[int]]:
    """HanTa's search for the likeliest tags of a sentence, over the tags that a word can have and not over all.

    The same sums in the same order give the same tags as `HanoverTagger.tag_sent_viterbi`, a few times as fast.
    """
    from HanTa.HanoverTagger import EMPTY, END, START

    followers: Followers = {one * PAIR + two: after for (one, two), after in model.LP_trans_word.items()}
    model.LP_trans_word = {}  # nothing else reads it
    latest: deque[_Searched] = deque(maxlen=KEPT_SEARCHES)

    def search(words: Sequence[str], readings: Sequence[Readings]) -> list[int]:
        steps = _same_beginning(words, latest)
        states: dict[State, float] = steps[-1][0] if steps else {EMPTY * PAIR + START: 0.0}
        for possible in readings[len(steps) :]:
            steps.append(_step(states, followers, possible, END))
            states = steps[-1][0]
        if len(words) <= MOST_KEPT:
            latest.append((words, steps))
        ways = [way for _, way in steps]
        last = max(states, key=lambda state: states[state] + followers[state].get(END, -1e9), default=None)
        return _traced(last, ways) if last is not None else []

    return search


def _same_beginning(words: Sequence[str], latest: Iterable[_Searched]) -> list[_Step]:
    """The steps through the longest beginning that one of the sentences searched last has in common with these words."""
    longest, steps = 0, []
    for before, its_steps in latest:
        same = next((at for at, (one, other) in enumerate(zip(words, before, strict=False)) if one != other), None)
        same = min(len(words), len(before)) if same is None else same
        if same > longest:
            longest, steps = same, its_steps
    return steps[:longest]


def _step(states: dict[State, float], followers: Followers, possible: Readings, end: int) -> _Step:
    """One word further: the best sum for each pair of tags, and the pair before it. No `possible` tag: any will do."""
    least = sorted(states.values(), reverse=True)[KEPT_STATES] - MARGIN if len(states) > KEPT_STATES else -math.inf
    sums: dict[State, float] = {}
    way: dict[State, State] = {}
    for state, logp in states.items():
        if logp < least:
            continue
        after, first = followers[state], state % PAIR * PAIR
        for tag, word_logp in possible or [(each, 0.0) for each in after if each != end]:
            if tag in after:
                total, reached = logp + after[tag] + word_logp, first + tag
                if reached not in sums or total > sums[reached]:
                    sums[reached] = total
                    way[reached] = state
    return sums, way


def _traced(last: State, ways: Sequence[dict[State, State]]) -> list[int]:
    tags: list[int] = []
    for way in reversed(ways):
        tags.append(last % PAIR)
        last = way[last]
    return tags[::-1]
