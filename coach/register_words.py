"""What a language knows about registers: words that say the same more loosely or more formally, and small habits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

COMMA = "COMMA"  # how a condition names the mark that separates its words


@dataclass(frozen=True, slots=True)
class Swap:
    """Words in a row and what may stand there instead, where all conditions hold.

    `tags`: beginnings of the first word's tag, one of which it must have; `place`: "start" (only as the first words
    of a sentence) or "inside" (never); `ends`: True, no word may follow, False, one must. The word behind must be
    among `next_words` or tagged as one of `next_tags` (where either is given) and not among `never_next`; the word
    before must be among `before` (where given) and not among `never_before`. `unless`: words that the sentence must
    not have.
    """

    words: tuple[str, ...]
    new: str
    tags: tuple[str, ...] = ()
    place: str = ""
    ends: bool | None = None
    next_words: frozenset[str] = frozenset()
    next_tags: tuple[str, ...] = ()
    never_next: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    never_before: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()


Swaps = Mapping[str, tuple[Swap, ...]]
"""First word in lower case -> its swaps, those of most words first."""


@dataclass(frozen=True, slots=True)
class RegisterWords:
    """What rewriters of habit need of a language.

    `looser` and `more_formal` are swaps. `spelled` are short forms to spell out and `clipped` the way back, both as
    swaps. `heartfelt` finds clauses whose emphasis is meant; `emphasis` are words that may go before an adjective,
    `keeps_emphasis` neighbours that need them, `emphasis_kept_before` tags' beginnings and words in which they do.
    `cheerful` finds sentences of thanks, joy and good wishes, `earnest` what no cheerful mark belongs to, `wishes`
    those that are written with an exclamation mark anywhere. `closing_instead` says with which form to answer a
    closing that nobody should copy, `closing_to_formal` what goes with Sie or a surname; `warm_closings` are names of
    forms, `like_closings` those that are the same to a reader, `kind_closings` loose ones whose place no cooler one
    takes, `least_under_stiff` is how formal a closing under a formal greeting must be, at least. `goodbye` finds lines
    that say goodbye in whatever words. `closing_joint` joins thanks and a closing. `familiar_greetings` go with no
    surname, `warm_greetings` are kinder than all that is less formal than a letter, `greeting_instead` says with which
    form to answer one that hangs on time or place, `to_nobody` how a form is written without a name. `no_person` are
    words in the names of firms and desks, `to_one_or_many` words for several people that greet one as well.
    """

    looser: Swaps
    more_formal: Swaps
    spelled: Swaps
    clipped: Swaps
    emphasis: frozenset[str]
    keeps_emphasis: frozenset[str]
    heartfelt: re.Pattern[str]
    cheerful: re.Pattern[str]
    earnest: re.Pattern[str]
    wishes: re.Pattern[str]
    closing_instead: Mapping[str, str]
    closing_to_formal: Mapping[str, str]
    warm_closings: frozenset[str]
    like_closings: tuple[frozenset[str], ...]
    kind_closings: frozenset[str]
    least_under_stiff: float
    goodbye: re.Pattern[str]
    closing_joint: str
    familiar_greetings: frozenset[str]
    warm_greetings: frozenset[str]
    greeting_instead: Mapping[str, str]
    to_nobody: Mapping[str, str]
    no_person: frozenset[str]
    to_one_or_many: frozenset[str]


def swaps(*texts: str) -> Swaps:
    """Reads lines "old = new | condition | condition"; "a/b = c/d" and "a/b = c" are two; "old:TAG" wants a tag.

    ValueError for a line that says anything else.
    """
    found: dict[str, list[Swap]] = {}
    for line in filter(None, (line.strip() for text in texts for line in text.splitlines())):
        for swap in _read(line):
            found.setdefault(swap.words[0].lower(), []).append(swap)
    return {first: tuple(sorted(each, key=lambda swap: -len(swap.words))) for first, each in found.items()}


def _read(line: str) -> list[Swap]:
    pair, *conditions = (part.strip() for part in line.split("|"))
    old, _, new = pair.partition(" = ")
    olds, news = old.split("/"), new.split("/")
    news = news * len(olds) if len(news) == 1 else news
    if not new or len(olds) != len(news):
        raise ValueError(f"not a swap: {line!r}")
    wanted = _conditions(conditions)
    made = []
    for each, instead in zip(olds, news, strict=True):
        words, _, tag = each.strip().partition(":")
        tags = (tag,) if tag else _words(wanted.get("tag", ""))
        made.append(
            Swap(
                tuple(words.split()),
                instead.strip(),
                tags,
                "start" if "start" in wanted else "inside" if "inside" in wanted else "",
                True if "ends" in wanted else False if "goes on" in wanted else None,
                frozenset(_words(wanted.get("next", ""))),
                _words(wanted.get("next tag", "")),
                frozenset(_words(wanted.get("never next", ""))),
                frozenset(_words(wanted.get("before", ""))),
                frozenset(_words(wanted.get("never before", ""))),
                frozenset(_words(wanted.get("unless", ""))),
            )
        )
    return made


KNOWN = frozenset("start inside ends next before unless tag".split()) | {
    "goes on", "next tag", "never next", "never before",
}  # fmt: skip


def _conditions(conditions: list[str]) -> dict[str, str]:
    found = {}
    for each in conditions:
        name, _, value = each.partition(":")
        if name.strip() not in KNOWN:
            raise ValueError(f"no condition of a swap: {each!r}")
        found[name.strip()] = value.strip()
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple("," if each == COMMA else each for each in text.split())
