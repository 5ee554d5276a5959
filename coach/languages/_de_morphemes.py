"""Takes German words apart over HanTa's model (Wartena 2019), with HanTa's answers in a third of its time.

A word is a path through pairs of morpheme tags; a path's sum of logarithms says how likely it is. Here each
stretch of letters is looked up once per word, with the few tags that it can have, instead of once per tag.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

State = tuple[int, int]
"""The tags of two morphemes in a row."""

Chances = dict[int, float]
"""Tag -> logarithm of how likely it is that this stretch of letters is such a morpheme."""

_Stretch = tuple[int, Chances, bool]
"""Where a stretch of letters ends, what it can be, and whether that is a mere guess."""

_Way = tuple[Chances, tuple[tuple[int, float, State], ...]]
"""What may follow two morphemes, and what of it can be guessed: tag, logarithm and the state reached."""

Back = dict[State, tuple[State, int]]
KEPT_STATES = 3  # the search goes on with so many beginnings at each letter
MARGIN = 1.0  # and with those almost as likely
LONGEST_SUFFIX = 4  # letters that the guess for an unknown morpheme looks at
COUNTED_LENGTH = 24  # letters; longer unknown morphemes count as this long
ONE_PIECE = 4.6  # what it costs to take the whole word for one unknown morpheme
LETTERS_TO_GUESS = 3  # shorter stretches of longer words are never unknown morphemes
KEPT_CUTS = 128  # words of a sentence or a few, some ten kilobytes each: looked at for their tags, then for their lemma
KEPT_PATHS = 1_000  # of words that were looked at one by one
KNOWN_WAYS = 5_000  # from two morphemes towards a part of speech; half a kilobyte each
NOTHING: Chances = {}


class Known(NamedTuple):
    """The known morphemes, some 45,000, and the few thousand answers to what one can be."""

    answers: Mapping[str, int]
    chances: Sequence[Chances]


def known_morphemes(model: Any) -> Known:
    """Those of HanTa's model; afterwards it can forget them."""
    tagged: dict[str, tuple[tuple[int, float], ...]] = {}
    for tag, morphemes in model.LP_m_t.items():
        for morpheme, logp in morphemes.items():
            tagged[morpheme] = (*tagged.get(morpheme, ()), (tag, logp))
    numbers = {each: number for number, each in enumerate(dict.fromkeys(tagged.values()))}
    return Known({morpheme: numbers[each] for morpheme, each in tagged.items()}, [dict(each) for each in numbers])


class Morphemes:
    """HanTa's two searches within a word, over its loaded model."""

    def __init__(self, model: Any, known: Known) -> None:
        from HanTa.HanoverTagger import EMPTY, START, UNKNOWN

        self._begin: State = (EMPTY, START)
        self._unknown: int = UNKNOWN
        self._inner: dict[State, dict[int, float]] = {k: dict(v) for k, v in model.LP_trans_nonfinal.items()}
        self._final: dict[State, dict[int, float]] = {k: dict(v) for k, v in model.LP_trans_final.items()}
        self._reachable: dict[int, frozenset[int]] = model.reachability
        self._answers, self._chances = known
        self._guesses = [
            (tag, [model.Int_t + hapax + length for length in model.LP_len_t[tag]], model.LP_s_t[tag])
            for tag, hapax in model.LP_hapax_t.items()
            if tag in model.LP_s_t
        ]
        self._endings = frozenset(self._guesses[0][2])  # the same for every tag
        self._guessable = frozenset(tag for tag, _, _ in self._guesses)
        self._by_length = lru_cache(len(self._endings) + 1)(self._guesses_by_length)
        self._ways = lru_cache(KNOWN_WAYS)(self._way)
        self._cut = lru_cache(KEPT_CUTS)(self._all_stretches)
        self.path = lru_cache(KEPT_PATHS)(self._path)

    def word_tags(self, word: str) -> list[tuple[int, float]]:
        """The parts of speech a word can have, the likeliest first, with their logarithms."""
        from numpy import logaddexp

        rows, _ = self._lattice(word, None, guess=True)
        ends: dict[State, float] = {}
        for state, logp in rows[-1].items():
            for tag, step in self._final.get(state, NOTHING).items():
                total = logp + step
                if total > ends.get((state[1], tag), -math.inf):
                    ends[state[1], tag] = total
        found: dict[int, float] = {}
        for (_, tag), logp in ends.items():
            found[-tag] = float(logaddexp(found[-tag], logp)) if -tag in found else logp
        return sorted(found.items(), key=lambda each: each[1], reverse=True) or [(self._unknown, 0.0)]

    def _path(self, word: str, end: int) -> list[tuple[int, int]]:
        """The likeliest morphemes of a word whose part of speech is `end`: tags and where they end, `end` last."""
        for guess in (False, True):
            rows, backs = self._lattice(word, end, guess=guess)
            ends = [
                (logp + self._final[state][end], state) for state, logp in rows[-1].items() if self._ends(state, end)
            ]
            if ends:
                best = max(ends, key=lambda each: each[0])[1]
                return [*_traced(best, backs), (end, len(word) + 1)]
        return [(self._unknown, len(word)), (-self._unknown, len(word) + 1)]

    def _ends(self, state: State, end: int) -> bool:
        return end in self._final.get(state, NOTHING)

    def _lattice(self, word: str, towards: int | None, *, guess: bool) -> tuple[list[dict[State, float]], list[Back]]:
        """Per letter the best sums of the states that end there, and where each came from; `towards` a part of speech."""
        rows: list[dict[State, float]] = [{self._begin: 0.0}, *({} for _ in word)]
        backs: list[Back] = [{} for _ in rows]
        for start, stretches in enumerate(self._cut(word, guess)):
            if stretches and rows[start]:
                _advance(_kept(rows[start]), self._ways, towards, start, stretches, rows, backs)
        return rows, backs

    def _way(self, state: State, towards: int | None) -> _Way:
        """What may come after these two morphemes; in a word of the part of speech `towards`, only what leads there."""
        steps = self._inner.get(state, NOTHING)
        if towards is not None:
            allowed = self._reachable.get(towards, frozenset())
            steps = {tag: logp for tag, logp in steps.items() if tag in allowed}
        guessed = {tag: logp for tag, logp in steps.items() if tag in self._guessable}
        return steps, tuple((tag, logp, (state[1], tag)) for tag, logp in guessed.items())

    def _all_stretches(self, word: str, guess: bool) -> list[list[_Stretch]]:
        """Per letter the stretches that begin there and can be a morpheme, the known ones or (`guess`) any."""
        found: list[list[_Stretch]] = [[] for _ in word]
        for end in range(1, len(word) + 1):
            guesses = self._guesses_before(word, end) if guess else [NOTHING] * (end + 1)
            for start in range(end):
                known, chances = self._answers.get(word[start:end]), guesses[end - start]
                if known is not None:
                    found[start].append((end, chances | self._chances[known], False))
                elif chances:
                    found[start].append((end, chances, True))
        return found

    def _guesses_before(self, word: str, end: int) -> list[Chances]:
        """By their length what unknown morphemes may be that end here."""
        size, longest = len(word), ""
        found = [NOTHING]
        for length in range(1, min(LONGEST_SUFFIX, end) + 1):
            guessed = length >= LETTERS_TO_GUESS or size <= LETTERS_TO_GUESS
            found.append(self._by_length(longest)[length] if guessed else NOTHING)
            letters = word[end - length : end]
            longest = letters if letters in self._endings else longest
        by_length = self._by_length(longest)
        found += by_length[LONGEST_SUFFIX + 1 : end + 1]
        found += [by_length[COUNTED_LENGTH]] * (end + 1 - len(found))
        if end == size:
            ending = longest if size > LONGEST_SUFFIX else self._ending_of(word[1:])
            found[size] = self._guess(ending, min(size, COUNTED_LENGTH), ONE_PIECE)
        return found

    def _ending_of(self, letters: str) -> str:
        """The longest ending of an unknown morpheme that the model knows of."""
        return next((letters[at:] for at in range(len(letters)) if letters[at:] in self._endings), "")

    def _guesses_by_length(self, ending: str) -> list[Chances]:
        return [self._guess(ending, length, 0.0) for length in range(COUNTED_LENGTH + 1)]

    def _guess(self, ending: str, length: int, fine: float) -> Chances:
        sums = ((tag, lengths[length] + endings[ending] - fine) for tag, lengths, endings in self._guesses)
        return {tag: logp for tag, logp in sums if logp > -math.inf}


def _advance(
    kept: Sequence[tuple[State, float]],
    ways: Callable[[State, int | None], _Way],
    towards: int | None,
    start: int,
    stretches: Sequence[_Stretch],
    rows: Sequence[dict[State, float]],
    backs: Sequence[Back],
) -> None:
    """Adds to the rows what the states become by one more morpheme, where that is likelier than what stands there."""
    begun = [(state, logp, *ways(state, towards), (state, start)) for state, logp in kept]
    every = [each for each in begun if each[2]]
    guessing = [each for each in every if each[3]]
    for end, chances, guessed in stretches:
        row, back = rows[end], backs[end]
        if guessed:
            for _, logp, _, steps, came in guessing:
                for tag, step, reached in steps:
                    chance = chances.get(tag)
                    if chance is not None:
                        total = logp + step + chance
                        before = row.get(reached)
                        if before is None or total > before:
                            row[reached] = total
                            back[reached] = came
            continue
        for state, logp, follow, _, came in every:
            few, many = (chances, follow) if len(chances) < len(follow) else (follow, chances)
            for tag in few:
                if tag in many:
                    total = logp + follow[tag] + chances[tag]
                    reached = (state[1], tag)
                    before = row.get(reached)
                    if before is None or total > before:
                        row[reached] = total
                        back[reached] = came


def _kept(row: Mapping[State, float]) -> list[tuple[State, float]]:
    if len(row) <= KEPT_STATES:
        return list(row.items())
    least = sorted(row.values(), reverse=True)[KEPT_STATES] - MARGIN
    return [(state, logp) for state, logp in row.items() if logp >= least]


def _traced(last: State, backs: Sequence[Back]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    state, at = last, len(backs) - 1
    while at > 0:
        found.append((state[1], at))
        state, at = backs[at][state]
    return found[::-1]
