"""A rule's condition: an expression of the Common Expression Language (CEL) over the facts, checked when it is read."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

from cel_expr_python import cel

from coach.facts import FACTS, Type, Value
from coach.recent import Recent
from coach.situation import Situation

TYPES: Mapping[Type, Any] = {
    Type.YES_NO: cel.Type.BOOL,
    Type.WHOLE: cel.Type.INT,
    Type.NUMBER: cel.Type.DOUBLE,
    Type.TEXT: cel.Type.STRING,
    Type.TEXTS: cel.Type.List(cel.Type.STRING),
    Type.FIGURES: cel.Type.Map(cel.Type.STRING, cel.Type.DOUBLE),
    Type.HABITS: cel.Type.Map(cel.Type.STRING, cel.Type.STRING),
}
REMEMBERED = 100  # sets of facts with what a condition said of them, about 200 bytes each
HOLDS_OTHERS = (dict, list)
KEYED = (Type.FIGURES, Type.HABITS)
ERROR = re.compile(r"ERROR: <input>:(\d+):(\d+): (.*)")
TEXT = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""")
NAME = re.compile(r"\b[a-z_]+(?:\.[a-z_]+)*\b")
OVERLOAD = re.compile(r"found no matching overload for '_?(.+?)_?' applied to '\((.*)\)'")
CALLED = {"int": "a whole number", "double": "a number", "string": "a text", "bool": "yes or no"}


class ConditionError(ValueError):
    """A condition that cannot be used; `problems` say what is wrong, each with its column (from 1) and what to do."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(self.problems))


@dataclass(frozen=True, slots=True)
class Condition:
    """A checked condition, ready to be asked; `names` are the facts that it looks at."""

    text: str
    names: tuple[str, ...]
    keys: Mapping[str, frozenset[str]]
    _program: Any
    _known: Recent[tuple[Any, ...], bool] = field(default_factory=lambda: Recent(REMEMBERED), repr=False, compare=False)

    def holds(self, situation: Situation) -> bool:
        """True where it is surely so; a figure that this text does not allow makes it untrue."""
        return situation.once((Condition, self.text), partial(self._holds, situation))

    def _holds(self, situation: Situation) -> bool:
        data = {name: _fact_of(situation, name, self.keys[name]) for name in self.names}
        key = tuple([_as_key(value) if type(value) in HOLDS_OTHERS else value for value in data.values()])
        known = self._known.get(key)
        if known is None:
            known = self._program.eval(data=data).value() is True
            self._known.keep({key: known})
        return known


def _fact_of(situation: Situation, name: str, keys: frozenset[str]) -> Value:
    """The fact, worked out once for all rules that ask for it."""
    return situation.once((name, keys), partial(FACTS[name].of, situation, keys))


def _as_key(value: Value) -> object:
    """A fact as a key; one fact is always of one type, so that 1 and True are not mixed up."""
    if isinstance(value, dict):
        return tuple(sorted(value.items()))
    return tuple(value) if isinstance(value, list) else value


@lru_cache(1_000)
def condition(text: str, dimensions: frozenset[str]) -> Condition:
    """The condition in `text`; ConditionError with all that is wrong about it. `dimensions` are known by name."""
    bare = TEXT.sub(lambda found: " " * len(found.group()), text)
    names = tuple(sorted(filter(None, {_fact(each) for each in NAME.findall(bare)})))
    keys = {name: frozenset(_keys(name, text)) for name in names}
    problems = [
        f"there is no dimension {key!r}.{_meant(key, dimensions)}"
        for name in names
        if FACTS[name].type in KEYED
        for key in sorted(keys[name] - dimensions)
    ]
    try:
        program = _environment().compile(text)
    except RuntimeError as error:
        raise ConditionError([*_told(str(error), text), *problems]) from None
    if program.return_type() != cel.Type.BOOL:
        problems.insert(0, "this is no condition: it must be true or false, as in draft.words > 100")
    if problems:
        raise ConditionError(problems)
    return Condition(text, names, keys, program)


@lru_cache(1)
def _environment() -> Any:
    return cel.NewEnv(variables={name: TYPES[fact.type] for name, fact in FACTS.items()})


def _fact(name: str) -> str | None:
    """ "draft.level" for "draft.level.anger"."""
    return next((each for each in (name, name.rpartition(".")[0]) if each in FACTS), None)


def _keys(name: str, text: str) -> list[str]:
    asked = re.findall(rf"\b{re.escape(name)}(?:\.([a-z_]+)|\[\s*['\"]([a-z_]+)['\"]\s*\])", text)
    return [one or other for one, other in asked]


def _told(said: str, text: str) -> list[str]:
    """What the checker says, in words that help."""
    return [f"column {column}: {_remedy(what, text)}" for _, column, what in ERROR.findall(said)] or [said]


def _remedy(what: str, text: str) -> str:
    if what.startswith("undeclared reference to "):
        name = what.split("'")[1]
        meant = difflib.get_close_matches(name, FACTS, 1, cutoff=0.5)
        longer = [each for each in NAME.findall(text) if each.startswith(f"{name}.")]
        if longer and not meant:
            name, meant = longer[0], difflib.get_close_matches(longer[0], FACTS, 1, cutoff=0.5)
        return f"there is no fact {name!r}." + (f" Did you mean {meant[0]!r}?" if meant else "")
    found = OVERLOAD.search(what)
    if found:
        return _unequal(found.group(1), [each.strip() for each in found.group(2).split(",")])
    if what.startswith("Syntax error: "):
        return (
            "the expression breaks off or is not closed here: "
            + what.removeprefix("Syntax error: ").split(" expecting")[0]
        )
    return what


def _unequal(sign: str, types: list[str]) -> str:
    told = " and ".join(CALLED.get(each, each) for each in types)
    if sorted(types) == ["double", "int"]:
        return f"{sign!r} compares {told}: write the number that stands here with a point (1.0) or without (1)"
    return f"{sign!r} does not go with {told}"


def _meant(word: str, known: Iterable[str]) -> str:
    meant = difflib.get_close_matches(word, known, 1)
    return f" Did you mean {meant[0]!r}?" if meant else ""
