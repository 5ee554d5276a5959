"""What a language knows about plain writing: words that say nothing, long phrases, claims too large, what is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Written = str | Callable[[re.Match[str]], str | None]
"""What stands there instead: a template for `Match.expand`, or a function of the match (None: leave it alone)."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words that may stand otherwise, searched in a sentence as written.

    `says` finds them; a group "out", where there is one, is what is changed. `becomes` "" takes them out.
    The sentence must match `only` and must not match `unless`; what follows directly must not match `never_before`,
    what precedes directly must not match `never_after`; the next word must not have a tag that begins with one of
    `never_tags`, nor the changed words' first one a tag in `never_as`. `at_start` False: never as the first words of
    a sentence.
    """

    says: re.Pattern[str]
    becomes: Written = ""
    only: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    never_before: re.Pattern[str] | None = None
    never_after: re.Pattern[str] | None = None
    never_tags: tuple[str, ...] = ()
    never_as: tuple[str, ...] = ()
    at_start: bool = True


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A noun with a verb that says little ("zur Anwendung bringen"), and the verb that says it all ("anwenden").

    `noun` is searched in the clause of `verb` (an infinitive); `unless` must not match the sentence; `also` are
    words of that clause that change with it ("mit" -> "bei"). `fits` must match the rest of the clause, where given.
    """

    noun: re.Pattern[str]
    verb: str
    becomes: str
    unless: re.Pattern[str] | None = None
    also: Mapping[str, str] | None = None
    fits: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class RequestWords:
    """Asking somebody to do something: `verbs` are what one asks for (not the steps of instructions), `duties` those
    that "you must" asks for. A sentence that matches `stays` is no such request ("Please note", "if you need help");
    `steps` shows that a sentence belongs to instructions.
    """

    verbs: frozenset[str]
    duties: frozenset[str]
    stays: re.Pattern[str]
    steps: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PlainWords:
    """What one language takes out, says shorter, says more carefully, and asks for."""

    fillers: tuple[Change, ...]
    hedges: tuple[Change, ...]
    shorter: tuple[Change, ...]
    light_verbs: tuple[LightVerb, ...]
    claims: tuple[Change, ...]
    requests: RequestWords
