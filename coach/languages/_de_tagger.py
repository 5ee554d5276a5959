"""German tokens by spaCy's rules; parts of speech and lemmas by HanTa (Hannover Tagger, Wartena 2019)."""

from __future__ import annotations

import functools
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from coach.language import Tagger
from coach.languages._de_morphemes import Morphemes
from coach.languages._spacy_alone import without_torch
from coach.languages._spacy_memory import look_only_at, word_memory
from coach.model import Token

# STTS tag (as HanTa writes it) -> universal part of speech; the longest matching beginning wins.
STTS_TO_UPOS = {
    "NN": "NOUN", "NNA": "NOUN", "NNI": "NOUN", "NE": "PROPN", "FM": "X", "V": "VERB", "VA": "AUX", "VM": "AUX",
    "ADJ": "ADJ", "ADV": "ADV", "ART": "DET", "AP": "ADP", "P": "PRON", "PAV": "ADV", "PROAV": "ADV", "PWAV": "ADV",
    "PDAT": "DET", "PIAT": "DET", "PIDAT": "DET", "PPOSAT": "DET", "KON": "CCONJ", "KOKOM": "ADP", "KOUS": "SCONJ",
    "KOUI": "SCONJ", "PTK": "PART", "PTKVZ": "ADP", "CARD": "NUM", "ITJ": "INTJ", "$": "PUNCT", "XY": "X",
}  # fmt: skip
STEMS = ("NN", "VV", "ADJ", "NE", "ACR", "FM")  # HanTa's tags of what is no ending, joint or prefix
SHORTEST_COMPOUND = 7  # letters
LONGEST_WORD = 40  # HanTa's time grows faster than the length; what is longer is an address or a code
PLACEHOLDER = "Ding"  # stands for what is no word, so that its neighbours are tagged in a whole sentence
KNOWN_WORDS = 30_000  # remembered with their analysis, about half a kilobyte each
KEPT_STATES = 5  # HanTa goes on with so many readings of a sentence's beginning
KEPT_SEARCHES = 8  # sentences searched last; one of them is most often the one that is being typed
MOST_KEPT = 60  # words of such a sentence
MARGIN = 1.0  # and with those almost as likely, in natural logarithms

State = tuple[int, int]
"""The tags of two words in a row."""

_Step = tuple[dict[State, float], dict[State, State]]
"""What `_step` makes of a word."""

_Searched = tuple[Sequence[str], list[_Step]]
"""The words of a sentence, and the step through each."""


def load() -> Tagger:
    """The tagger; loading takes about half a second."""
    with without_torch():
        import spacy
    from HanTa import HanoverTagger

    nlp = spacy.blank("de")
    look_only_at(nlp, ["IS_SPACE"])
    model = HanoverTagger.HanoverTagger("morphmodel_ger.pgz")
    morphemes = Morphemes(model)
    model.analyze_forward, model.analyze_viterbi = morphemes.word_tags, morphemes.path
    model.LP_m_t = {}  # nothing else reads it, and the morphemes have it by letters
    sequence = _sequence_tagger(model)

    @functools.lru_cache(KNOWN_WORDS)
    def word(text: str, tag: int) -> tuple[str, str, str, str, int]:
        stts, part = model.int2tag[tag], universal(model.int2tag[tag])
        stems = stems_of(text, tag) if part == "NOUN" and len(text) >= SHORTEST_COMPOUND else 1
        return model._analyze(text, tag)[0], part, stts, text.lower(), stems

    def stems_of(noun: str, tag: int) -> int:
        path = morphemes.path(noun.lower(), -tag)
        return sum(kind > 0 and model.int2tag[kind].startswith(STEMS) for kind, _ in path)

    def analysed(tokens: Sequence[Any]) -> tuple[Token, ...]:
        texts = [token.text for token in tokens]
        readable = [text if _is_readable(text) else PLACEHOLDER for text in texts]
        found = []
        for token, text, read, tag in zip(tokens, texts, readable, sequence(readable), strict=True):
            if read is PLACEHOLDER:
                found.append(Token(text, token.idx, token.idx + len(text), text, "X", "XY", text.lower()))
            else:
                found.append(Token(text, token.idx, token.idx + len(text), *word(read, tag)))
        return tuple(found)

    def tag(sentences: Sequence[str]) -> list[tuple[Token, ...]]:
        with word_memory(nlp):
            return [analysed([token for token in nlp.tokenizer(each) if not token.is_space]) for each in sentences]

    return tag


@functools.lru_cache(maxsize=4_096)
def universal(stts: str) -> str:
    """The universal part of speech of a tag as HanTa writes it."""
    fitting = [each for each in STTS_TO_UPOS if stts.startswith(each)]
    return STTS_TO_UPOS[max(fitting, key=len)] if fitting else "X"


def _is_readable(token: str) -> bool:
    return len(token) <= LONGEST_WORD and not any(char in "/@=\\_" for char in token)


def _sequence_tagger(model: Any) -> Callable[[Sequence[str]], list[int]]:
    """HanTa's search for the likeliest tags of a sentence, over the tags that a word can have and not over all.

    The same sums in the same order give the same tags as `HanoverTagger.tag_sent_viterbi`, a few times as fast.
    """
    from HanTa.HanoverTagger import EMPTY, END, START, UNKNOWN

    followers: dict[State, dict[int, float]] = model.LP_trans_word

    @functools.lru_cache(KNOWN_WORDS)
    def readings(word: str, cased: bool) -> tuple[tuple[int, float], ...]:
        found = dict(model._tag_word(word, cutoff=5, casesensitive=cased, conditional=True))
        return tuple((tag, logp) for tag, logp in found.items() if tag not in (END, UNKNOWN))

    latest: deque[_Searched] = deque(maxlen=KEPT_SEARCHES)

    def search(words: Sequence[str]) -> list[int]:
        steps = _same_beginning(words, latest)
        states: dict[State, float] = steps[-1][0] if steps else {(EMPTY, START): 0.0}
        for index in range(len(steps), len(words)):
            possible = readings(words[index], index > 0)
            steps.append(_step(states, followers, possible, END))
            states = steps[-1][0]
        if len(words) <= MOST_KEPT:
            latest.append((words, steps))
        ways = [way for _, way in steps]
        last = max(states, key=lambda state: states[state] + followers[state].get(END, -1e9), default=None)
        return _traced(last, ways) if last else []

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


def _step(
    states: dict[State, float],
    followers: dict[State, dict[int, float]],
    possible: Sequence[tuple[int, float]],
    end: int,
) -> tuple[dict[State, float], dict[State, State]]:
    """One word further: the best sum for each pair of tags, and the pair before it. No `possible` tag: any will do."""
    least = _bound(states.values())
    sums: dict[State, float] = {}
    way: dict[State, State] = {}
    for state, logp in states.items():
        if logp < least:
            continue
        after, before = followers[state], state[1]
        for tag, word_logp in possible or [(each, 0.0) for each in after if each != end]:
            step = after.get(tag)
            if step is None:
                continue
            total = logp + step + word_logp
            reached = (before, tag)
            if reached not in sums or total > sums[reached]:
                sums[reached] = total
                way[reached] = state
    return sums, way


def _bound(sums: Iterable[float]) -> float:
    ranked = sorted(sums, reverse=True)
    return ranked[KEPT_STATES] - MARGIN if len(ranked) > KEPT_STATES else -1e6


def _traced(last: State, ways: Sequence[dict[State, State]]) -> list[int]:
    tags: list[int] = []
    for way in reversed(ways):
        tags.append(last[1])
        last = way[last]
    return tags[::-1]
