"""Takes many German words apart at once over HanTa's model (Wartena 2019), with HanTa's answers.

A letter of all words costs little more than that of one; where a whole history is learned, this takes a third of
the time of taking them one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coach.languages._de_lattice import BEGINNING, NEVER, Guesses, Model, Search, lists
from coach.languages._de_morphemes import Known, Morphemes

Path = list[tuple[int, int]]
"""The tags of a word's morphemes and where they end; its part of speech is the last of them."""

Tags = list[tuple[int, float]]
"""Parts of speech with their logarithms, the likeliest first."""

MANY = 16  # words; fewer are quicker looked at one by one for their tags
MANY_PATHS = 90  # the same for their morphemes, where most words need no guesses
KEPT_STRETCHES = 1_000  # of words, some two kilobytes each: looked at for their tags, then for their lemma
AT_ONCE = 128  # words; with more the rows no longer fit into the processor's memory


class ManyWords:
    """HanTa's two searches within a word, over its loaded model."""

    def __init__(self, model: Any, known: Known) -> None:
        from HanTa.HanoverTagger import EMPTY, START, UNKNOWN

        self._unknown: int = UNKNOWN
        self._reachable: dict[int, frozenset[int]] = model.reachability
        inner, final = model.LP_trans_nonfinal, model.LP_trans_final
        reached = sorted({(state[1], tag) for state, steps in inner.items() for tag, _ in steps})
        states = [(EMPTY, START), *reached]
        numbers = {state: number for number, state in enumerate(states)}
        self._model = _model(model, known, states, numbers)
        self._one = Morphemes(model, known)
        ends = {(state[1], tag) for state in states for tag, _ in final.get(state, ())}
        self._ends = sorted(ends, key=lambda end: end[1])  # pairs of a last morpheme's tag and a part of speech
        steps = sorted(
            (self._ends.index((state[1], tag)), numbers[state], logp)
            for state in states
            for tag, logp in final.get(state, ())
        )
        self._end_states = np.array([state for _, state, _ in steps])
        self._end_steps = np.array([logp for _, _, logp in steps])
        self._end_starts = np.flatnonzero(np.diff([end for end, _, _ in steps], prepend=-1))
        tags = [tag for _, tag in self._ends]
        self._tag_starts = np.flatnonzero(np.diff(tags, prepend=tags[0] - 1))
        self._final_tags = [-tags[start] for start in self._tag_starts]
        self._by_tag = {tag: np.flatnonzero([self._ends[end][1] == tag for end, _, _ in steps]) for tag in tags}
        self._stretches = lru_cache(KEPT_STRETCHES)(self._model.stretches)
        self._allowed = lru_cache(len(self._reachable))(self._allowed_of)

    def word_tags(self, words: Sequence[str]) -> list[Tags]:
        """The parts of speech that each word can have."""
        if len(words) < MANY:
            return [self._one.word_tags(word) for word in words]
        found: dict[int, Tags] = {}
        for places, some in _portions(words):
            known = [self._stretches(word)[0] for word in some]
            last = Search(self._model, some, known, None, guess=True).last
            ends = np.maximum.reduceat(last[:, self._end_states] + self._end_steps, self._end_starts, axis=1)
            sums = np.logaddexp.reduceat(ends, self._tag_starts, axis=1)
            found |= zip(places, map(self._ranked, sums.tolist()), strict=True)
        return [found[place] for place in range(len(words))]

    def _ranked(self, sums: Iterable[float]) -> Tags:
        tags = [(tag, logp) for tag, logp in zip(self._final_tags, sums, strict=True) if logp > NEVER]
        return sorted(tags, key=lambda each: each[1], reverse=True) or [(self._unknown, 0.0)]

    def paths(self, asked: Sequence[tuple[str, int]]) -> list[Path]:
        """The likeliest morphemes of each word whose part of speech is given, without guesses where that goes."""
        if len(asked) < MANY_PATHS:
            return [self._one.path(word, end) for word, end in asked]
        found: dict[int, Path] = {}
        for guess in (False, True):
            open_ = [place for place, (word, _) in enumerate(asked) if place not in found]
            if not guess:
                open_ = [place for place in open_ if self._stretches(asked[place][0])[1]]
            for within, some in _portions([asked[place][0] for place in open_]):
                places = [open_[each] for each in within]
                towards = [asked[place][1] for place in places]
                allowed = np.array([self._allowed(end) for end in towards])
                known = [self._stretches(word)[0 if guess else 1] for word in some]
                search = Search(self._model, some, known, allowed, guess=guess)
                for number, (place, end) in enumerate(zip(places, towards, strict=True)):
                    state = self._best(search.last[number], end)
                    if state is not None:
                        found[place] = [*search.path(number, state), (end, len(some[number]) + 1)]
        return [found.get(place) or self._unknown_path(word) for place, (word, _) in enumerate(asked)]

    def _unknown_path(self, word: str) -> Path:
        return [(self._unknown, len(word)), (-self._unknown, len(word) + 1)]

    def _best(self, last: NDArray[np.float64], end: int) -> int | None:
        """The state from which a word of the part of speech `end` ends best."""
        steps = self._by_tag.get(end)
        if steps is None:
            return None
        states = self._end_states[steps]
        sums = last[states] + self._end_steps[steps]
        best = int(sums.argmax())
        return int(states[best]) if sums[best] > NEVER else None

    def _allowed_of(self, end: int) -> NDArray[np.bool_]:
        return np.isin(self._model.state_tags, list(self._reachable.get(end, ())))


def _portions(words: Sequence[str]) -> Iterator[tuple[list[int], list[str]]]:
    """The words in portions, the longest first: their places and themselves."""
    order = sorted(range(len(words)), key=lambda place: -len(words[place]))
    for start in range(0, len(order), AT_ONCE):
        places = order[start : start + AT_ONCE]
        yield places, [words[place] for place in places]


def _model(model: Any, known: Known, states: list[tuple[int, int]], numbers: dict[tuple[int, int], int]) -> Model:
    inner = model.LP_trans_nonfinal
    after = [[(numbers[state[1], tag], logp) for tag, logp in inner.get(state, ())] for state in states]
    guesses = Guesses(model)
    tags = range(max(max(model.LP_m_t), *(tag for _, tag in states)) + 1)
    place = {tag: place for place, tag in enumerate(guesses.tags)}
    longest: dict[str, int] = {}
    for morpheme in known.answers:
        beginning = morpheme[:BEGINNING]
        longest[beginning] = max(longest.get(beginning, 0), len(morpheme))
    return Model(
        states=len(states),
        state_tags=np.array([tag for _, tag in states]),
        steps=lists(after),
        step={(number, state): logp for number, steps in enumerate(after) for state, logp in steps},
        targets=lists([(numbers[state], 0.0) for state in states[1:] if state[1] == tag] for tag in tags),
        known=known,
        tagged=lists(chances.items() for chances in known.chances),
        guesses=guesses,
        guessed=np.array([place.get(tag, -1) for tag in tags]),
        longest=longest,
    )
