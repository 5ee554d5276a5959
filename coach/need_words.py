"""What a language knows about asking: named patterns for questions, requests, wishes and complaints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from coach.model import NeedKind


@dataclass(frozen=True, slots=True)
class NeedPattern:
    """One way to ask for something, with the name under which a need says why it was found.

    `says` is searched in the clause as written, `built` in its tagged line ("send/VB us/PRP"); both are
    lower case but for the tags. `asked` True wants a question mark at the sentence's end, False wants none.
    `opens` wants a clause that opens a main clause: "send it" in "Please check and send it", not in "I'll check
    and send it". `kind` is, for what only looks like a need, the kind it looks like
    (None: whichever).
    """

    name: str
    kind: NeedKind | None
    says: re.Pattern[str] | None = None
    built: re.Pattern[str] | None = None
    asked: bool | None = None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class TellingWords:
    """A second opinion for patterns that are often wrong: what words, word pairs and tag pairs add to the log odds
    that a sentence asks for something (`bias` where there are none), learned from labelled mail by bench/needs.py.

    `marks` maps names of patterns to their mark among the weights; a find with one of the marks in `doubtful` is
    dropped where the words speak against it.
    """

    weights: Mapping[str, float] = field(repr=False)
    bias: float
    marks: Mapping[str, str]
    doubtful: frozenset[str]


@dataclass(frozen=True, slots=True)
class NeedWords:
    """How one language asks.

    `never` are sentences that only look like needs, `idle` such clauses; both are tried before `patterns`, whose
    first match wins. A clause that begins with one of `subordinate` leans on its neighbour; `connectors` stand
    between two clauses and belong to neither, `turns` are those after which a new thought begins. `dependent`
    (tagged line) is a clause that needs its main clause. `telling` is absent where nobody has labelled enough mail.
    """

    never: tuple[NeedPattern, ...]
    idle: tuple[NeedPattern, ...]
    patterns: tuple[NeedPattern, ...]
    connectors: frozenset[str]
    turns: frozenset[str]
    subordinate: frozenset[str]
    dependent: re.Pattern[str]
    telling: TellingWords | None = None


def said(
    name: str, kind: NeedKind | None, words: str, *, asked: bool | None = None, opens: bool = False
) -> NeedPattern:
    """A pattern over the words of a clause."""
    return NeedPattern(name, kind, says=re.compile(words), asked=asked, opens=opens)


def built(name: str, kind: NeedKind | None, tags: str, *, asked: bool | None = None, opens: bool = True) -> NeedPattern:
    """A pattern over the tagged line of a clause."""
    return NeedPattern(name, kind, built=re.compile(tags), asked=asked, opens=opens)
