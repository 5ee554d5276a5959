"""Takes German words apart over HanTa's model (Wartena 2019), with HanTa's answers in a third of its time.

A word is a path through pairs of morpheme tags; a path's sum of logarithms says how likely it is. Here each
stretch of letters is looked up once per word, with the few tags that it can have, instead of once per tag.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

State = tuple[int, int]
"""The tags of two morphemes in a row."""

Chances = dict[int, float]
"""Tag -> logarithm of how likely it is that this stretch of letters is such a morpheme."""

Back = dict[State, tuple[State, int]]
KEPT_STATES = 3  # the search goes on with so many beginnings at each letter
MARGIN = 1.0  # and with those almost as likely
LONGEST_SUFFIX = 4  # letters that the guess for an unknown morpheme looks at
COUNTED_LENGTH = 24  # letters; longer unknown morphemes count as this long
ONE_PIECE = 4.6  # what it costs to take the whole word for one unknown morpheme
LETTERS_TO_GUESS = 3  # shorter stretches of longer words are never unknown morphemes
KNOWN_WAYS = 5_000  # from two morphemes towards a part of speech; half a kilobyte each
NOTHING: Chances = {}


class Morphemes:
    """HanTa's two searches within a word, over its loaded model."""

    def __init__(self, model: Any) -> None:
        from HanTa.HanoverTagger import EMPTY, START, UNKNOWN

        self._begin: State = (EMPTY, START)
        self._unknown: int = UNKNOWN
        self._inner: dict[State, dict[int, float]] = {k: dict(v) for k, v in model.LP_trans_nonfinal.items()}
        self._final: dict[State, dict[int, float]] = {k: dict(v) for k, v in model.LP_trans_final.items()}
        self._reachable: dict[int, frozenset[int]] = model.reachability
        self._known: dict[str, tuple[tuple[int, float], ...]] = {}  # small: there are some 50,000
        for tag, morphemes in model.LP_m_t.items():
            for morpheme, logp in morphemes.items():
                self._known[morpheme] = (*self._known.get(morpheme, ()), (tag, logp))
        self._guesses = [
            (tag, [model.Int_t + hapax + length for length in model.LP_len_t[tag]], model.LP_s_t[tag])
            for tag, hapax in model.LP_hapax_t.items()
            if tag in model.LP_s_t
        ]
        self._endings = frozenset(self._guesses[0][2])  # the same for every tag
        self._leading: dict[tuple[State, int], Chances] = {}
        self._guessed: dict[tuple[str, int, bool], Chances] = {}  # at most endings times lengths times two

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

    def path(self, word: str, end: int) -> list[tuple[int, int]]:
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
        for start in range(len(word)):
            states = [
                (state, logp, follow) for state, logp in _kept(rows[start]) if (follow := self._follow(state, towards))
            ]
            if not states:
                continue
            for end in range(start + 1, len(word) + 1):
                chances = self._chances(word[start:end], len(word), guess=guess)
                if chances:
                    _advance(states, start, chances, rows[end], backs[end])
        return rows, backs

    def _follow(self, state: State, towards: int | None) -> Chances:
        """What may come after these two morphemes; in a word of the part of speech `towards`, only what leads there."""
        if towards is None:
            return self._inner.get(state, NOTHING)
        leading = self._leading.get((state, towards))
        if leading is None:
            allowed = self._reachable.get(towards, frozenset())
            leading = {tag: logp for tag, logp in self._inner.get(state, NOTHING).items() if tag in allowed}
            if len(self._leading) < KNOWN_WAYS:
                self._leading[state, towards] = leading
        return leading

    def _chances(self, letters: str, word_length: int, *, guess: bool) -> Chances:
        known, length = self._known.get(letters), len(letters)
        if not guess or (length < LETTERS_TO_GUESS and word_length > LETTERS_TO_GUESS):
            return dict(known) if known else NOTHING
        guesses = self._guess(self._ending(letters), min(length, COUNTED_LENGTH), whole=length == word_length)
        return guesses | dict(known) if known else guesses

    def _ending(self, letters: str) -> str:
        """The longest ending of an unknown morpheme that the model knows of."""
        sizes = range(min(LONGEST_SUFFIX, len(letters) - 1), 0, -1)
        return next((letters[-size:] for size in sizes if letters[-size:] in self._endings), "")

    def _guess(self, ending: str, length: int, *, whole: bool) -> Chances:
        key = (ending, length, whole)
        if key not in self._guessed:
            fine = ONE_PIECE if whole else 0.0
            sums = ((tag, lengths[length] + endings[ending] - fine) for tag, lengths, endings in self._guesses)
            self._guessed[key] = {tag: logp for tag, logp in sums if logp > -math.inf}
        return self._guessed[key]


def _advance(
    states: Sequence[tuple[State, float, Chances]],
    start: int,
    chances: Chances,
    row: dict[State, float],
    back: Back,
) -> None:
    """Adds to `row` what the states become by one more morpheme, where that is likelier than what stands there."""
    for state, logp, follow in states:
        before = state[1]
        few, many = (chances, follow) if len(chances) < len(follow) else (follow, chances)
        for tag in few:
            if tag not in many:
                continue
            total = logp + follow[tag] + chances[tag]
            reached = (before, tag)
            if total > row.get(reached, -math.inf):
                row[reached] = total
                back[reached] = (state, start)


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
