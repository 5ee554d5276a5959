"""The search for the likeliest morphemes of German words (HanTa, Wartena 2019), letter by letter through many at once.

A state is a pair of morpheme tags in a row, by its number. A stretch of letters is a known morpheme, with a
logarithm for each of its tags, or guessed by its last letters and its length.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from coach.languages._de_morphemes import (
    COUNTED_LENGTH,
    KEPT_STATES,
    LETTERS_TO_GUESS,
    LONGEST_SUFFIX,
    MARGIN,
    ONE_PIECE,
    Known,
)

Floats = NDArray[np.float64]
Places = NDArray[np.intp]

Stretch = tuple[int, int, int]
"""A known morpheme in a word: where it starts and ends, and the answer to what it can be."""

BEGINNING = 4  # letters by which known morphemes are looked for
NEVER = -np.inf
_NONE: Places = np.empty(0, dtype=np.intp)


class Lists(NamedTuple):
    """Lists of numbers and logarithms, one after the other: what may follow a state, what a known morpheme can be."""

    first: Places
    length: Places
    number: Places
    logp: Floats

    def of(self, which: Places) -> tuple[Places, Places, Floats]:
        """The lists with these numbers: the place of each entry's list among `which`, then the entries."""
        length = self.length[which]
        at = (self.first[which] - length.cumsum() + length).repeat(length)
        at += np.arange(len(at))
        return np.arange(len(which)).repeat(length), self.number[at], self.logp[at]


def lists(rows: Iterable[Iterable[tuple[int, float]]]) -> Lists:
    """Each row as a list."""
    kept = [list(row) for row in rows]
    length = np.array([len(row) for row in kept], dtype=np.intp)
    flat = [entry for row in kept for entry in row]
    numbers = np.array([number for number, _ in flat], dtype=np.intp)
    return Lists(length.cumsum() - length, length, numbers, np.array([logp for _, logp in flat]))


class Guesses:
    """What unknown morphemes may be, by their last letters and their length; tags by their place in `tags`."""

    def __init__(self, model: Any) -> None:
        self.tags = [tag for tag in model.LP_hapax_t if tag in model.LP_s_t]
        endings = sorted(model.LP_s_t[self.tags[0]])  # the same for every tag, and the empty one is among them
        self._numbers = {ending: number for number, ending in enumerate(endings)}
        lengths = np.array(
            [
                [model.Int_t + model.LP_hapax_t[tag] + length for length in model.LP_len_t[tag][: COUNTED_LENGTH + 1]]
                for tag in self.tags
            ]
        )
        suffixes = np.array([[model.LP_s_t[tag][ending] for tag in self.tags] for ending in endings])
        self.chances = np.empty((len(endings), COUNTED_LENGTH + 1, len(self.tags)))
        for length in range(1, COUNTED_LENGTH + 1):  # the first letter of a morpheme is no part of its ending
            inside = [self.ending(ending[max(0, len(ending) - length + 1) :]) for ending in endings]
            self.chances[:, length] = lengths[:, length] + suffixes[inside]
        self.chances[:, 0] = NEVER

    def endings(self, word: str) -> list[int]:
        """By letter the ending of what ends there."""
        padded = " " * (LONGEST_SUFFIX - 1) + word  # no ending has a space
        return [self.ending(padded[at : at + LONGEST_SUFFIX]) for at in range(len(word))]

    def ending(self, letters: str) -> int:
        """The number of the longest ending of these letters, LONGEST_SUFFIX at most, that the model knows of."""
        found = letters
        while found not in self._numbers:
            found = found[1:]
        return self._numbers[found]


class Model(NamedTuple):
    """What the search goes by."""

    states: int  # how many there are; the first is where a word begins
    state_tags: Places
    steps: Lists  # by state: the states that may follow
    step: Mapping[tuple[int, int], float]  # the same by both
    targets: Lists  # by tag: the states that end with it
    known: Known
    tagged: Lists  # by answer: the tags that a known morpheme can have
    guesses: Guesses
    guessed: Places  # by tag: its place among those of the guesses, or -1
    longest: Mapping[str, int]  # letters of the longest known morpheme that begins so

    def stretches(self, word: str) -> tuple[list[Stretch], list[Stretch]]:
        """The known morphemes in a word: all, and those from which others lead to the word's end."""
        size, longest, answer_to = len(word), self.longest, self.known.answers.get
        every = [
            (start, end, answer)
            for start in range(size)
            for end in range(
                start + 1, min(start + longest.get(word[start : start + BEGINNING], BEGINNING - 1), size) + 1
            )
            if (answer := answer_to(word[start:end])) is not None
        ]
        leading, ends = [], {size}
        for each in reversed(every):
            if each[1] in ends:
                leading.append(each)
                ends.add(each[0])
        return every, leading if 0 in ends else []


class _Open(NamedTuple):
    """Where unknown morphemes may begin, in which word, what state they lead to, and the best sum before them."""

    start: Places
    word: Places
    state: Places
    logp: Floats


class Kept(NamedTuple):
    """The states that the search goes on with at a letter, by word."""

    word: Places
    state: Places
    logp: Floats


class Search:
    """The search through some words, the longest first, by known morphemes and (`guess`) by guessed ones.

    `allowed` says by word which states lead to the part of speech that is looked for.
    """

    def __init__(
        self,
        model: Model,
        words: Sequence[str],
        stretches: Sequence[Sequence[Stretch]],
        allowed: NDArray[np.bool_] | None,
        *,
        guess: bool,
    ) -> None:
        self._model, self._words, self._allowed, self._guess = model, words, allowed, guess
        self._sizes = np.array([len(word) for word in words])
        longest = len(words[0])
        self._begun = np.empty((longest + 1, len(words), model.states))  # by letter, word and the state to come
        self._kept: list[Kept] = []
        self._open = _Open(_NONE, _NONE, _NONE, np.empty(0))
        self._endings = self._ending_numbers() if guess else np.empty((0, 0), dtype=np.intp)
        self.last = np.full((len(words), model.states), NEVER)
        everyone = np.arange(len(words))
        self._go_on(0, Kept(everyone, np.zeros_like(everyone), np.zeros(len(words))), len(words))
        for end, known in enumerate(self._by_end(stretches), 1):
            row = self._row(end, *known)
            done = self._sizes[: len(row)] == end
            self.last[: len(row)][done] = row[done]
            row[done] = NEVER
            self._go_on(end, _kept(row, self._allowed), len(row))

    def path(self, word: int, state: int) -> list[tuple[int, int]]:
        """The morphemes that led to the state at the end of this word: their tags and where they end."""
        found: list[tuple[int, int]] = []
        total, end = float(self.last[word, state]), len(self._words[word])
        while end > 0:
            found.append((int(self._model.state_tags[state]), end))
            state, total, end = self._before(word, state, total, end)
        return found[::-1]

    def _before(self, word: int, reached: int, total: float, end: int) -> tuple[int, float, int]:
        """The first state that led to this one with its sum: its number, its own sum and where it ends."""
        tag = int(self._model.state_tags[reached])
        for start, sum_before in enumerate(self._begun[:end, word, reached].tolist()):
            if sum_before == NEVER or sum_before + self._chance(word, start, end, tag) != total:
                continue
            kept = self._kept[start]
            low, high = kept.word.searchsorted((word, word + 1)).tolist()
            for state, logp in zip(kept.state[low:high].tolist(), kept.logp[low:high].tolist(), strict=True):
                if logp + self._model.step.get((state, reached), NEVER) == sum_before:
                    return state, logp, start
        raise LookupError(reached, end)

    def _chance(self, word: int, start: int, end: int, tag: int) -> float:
        model, letters = self._model, self._words[word]
        answer = model.known.answers.get(letters[start:end])
        if answer is not None and tag in model.known.chances[answer]:
            return model.known.chances[answer][tag]
        length = end - start
        guess = self._guess and (length >= LETTERS_TO_GUESS or len(letters) <= LETTERS_TO_GUESS)
        place = int(model.guessed[tag])
        if not guess or place < 0:
            return NEVER
        chance = float(model.guesses.chances[self._endings[word, end], min(length, COUNTED_LENGTH), place])
        return chance - ONE_PIECE if length == len(letters) else chance

    def _by_end(self, stretches: Sequence[Sequence[Stretch]]) -> list[tuple[Places, Places, Places]]:
        """By letter the known morphemes that end there: where they start, the word's number and the answer."""
        numbers = chain.from_iterable(chain.from_iterable(stretches))
        flat = np.fromiter(numbers, dtype=np.intp).reshape(-1, 3)
        words = np.arange(len(stretches)).repeat([len(some) for some in stretches])
        order = flat[:, 1].argsort(kind="stable")
        starts, ends, answers = flat[order].T
        bounds = ends.searchsorted(range(1, len(self._words[0]) + 2)).tolist()
        words = words[order]
        return [(starts[at:to], words[at:to], answers[at:to]) for at, to in pairwise(bounds)]

    def _row(self, end: int, starts: Places, words: Places, answers: Places) -> Floats:
        """The best sums of the states that end at this letter, for the words that have so many."""
        model = self._model
        active = int(np.count_nonzero(self._sizes >= end))
        row = np.full(active * model.states, NEVER)
        owner, tags, chances = model.tagged.of(answers)
        starts, words = starts[owner], words[owner]
        if self._guess:
            self._add_guessed(row, end, active, (starts, words, tags))
        owner, states, _ = model.targets.of(tags)
        starts, words = starts[owner], words[owner]
        np.maximum.at(row, words * model.states + states, self._begun[starts, words, states] + chances[owner])
        return row.reshape(active, model.states)

    def _add_guessed(self, row: Floats, end: int, active: int, known: tuple[Places, Places, Places]) -> None:
        """Adds to a row what the unknown morphemes that end there lead to; where a tag is known, it is not guessed."""
        if len(self._open.word) and self._open.word.max() >= active:
            still = self._open.word < active
            starts, words, states, logp = self._open
            self._open = _Open(starts[still], words[still], states[still], logp[still])
        starts, words, states, logp = self._open
        guesses, length = self._model.guesses, end - starts
        enough = (length >= LETTERS_TO_GUESS) | (self._sizes[words] <= LETTERS_TO_GUESS)
        counted = np.where(enough, np.minimum(length, COUNTED_LENGTH), 0)
        tags = self._model.guessed[self._model.state_tags[states]]
        chances = guesses.chances[self._endings[words, end], counted, tags]
        chances[(starts == 0) & (self._sizes[words] == end)] -= ONE_PIECE
        taken = np.zeros((end, active, len(guesses.tags)), dtype=np.bool_)
        known_tags = self._model.guessed[known[2]]
        guessable = known_tags >= 0
        taken[known[0][guessable], known[1][guessable], known_tags[guessable]] = True
        chances[taken[starts, words, tags]] = NEVER
        np.maximum.at(row, words * self._model.states + states, logp + chances)

    def _go_on(self, at: int, kept: Kept, active: int) -> None:
        """From a letter, that so many words have, with these states."""
        self._kept.append(kept)
        owner, states, steps = self._model.steps.of(kept.state)
        words, sums = kept.word[owner], kept.logp[owner] + steps
        self._begun[at, :active] = NEVER
        np.maximum.at(self._begun[at].reshape(-1), words * self._model.states + states, sums)
        if self._guess:
            open_ = self._model.guessed[self._model.state_tags[states]] >= 0
            before = self._open
            self._open = _Open(
                np.concatenate((before.start, np.full(np.count_nonzero(open_), at))),
                np.concatenate((before.word, words[open_])),
                np.concatenate((before.state, states[open_])),
                np.concatenate((before.logp, sums[open_])),
            )

    def _ending_numbers(self) -> Places:
        """By word and letter the known ending of what ends there."""
        found = np.zeros((len(self._words), len(self._words[0]) + 1), dtype=np.intp)
        for number, word in enumerate(self._words):
            found[number, 1 : len(word) + 1] = self._model.guesses.endings(word)
        return found


def _kept(row: Floats, allowed: NDArray[np.bool_] | None) -> Kept:
    """The states of each word that the search goes on with."""
    reached = (row.reshape(-1) > NEVER).nonzero()[0]
    word, state = reached // row.shape[1], reached % row.shape[1]
    if allowed is not None:
        fit = allowed[word, state]
        reached, word, state = reached[fit], word[fit], state[fit]
    logp = row.reshape(-1)[reached]
    count = np.bincount(word, minlength=len(row))
    many = count > KEPT_STATES
    least = np.full(len(row), NEVER)
    ranked = np.lexsort((-logp, word))
    least[many] = logp[ranked[(count.cumsum() - count)[many] + KEPT_STATES]] - MARGIN
    fit = logp >= least[word]
    return Kept(word[fit], state[fit], logp[fit])
