"""A rule's condition: an expression of the Common Expression Language (CEL) over the facts, checked when it is read."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from cel_expr_python import cel

from coach.facts import DEAR, FACTS, SETTLED, Type, Value
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
JOINT = re.compile(r"&&|\|\||[()\[\]{}?]")
OPENING, CLOSING = frozenset("([{"), frozenset(")]}")
# Comments and texts of another kind are not taken apart; the former are looked for beside the texts.
COMMENT, OTHER_TEXT = re.compile(r"//"), re.compile(r"\"\"\"|'''|(?<![\w\"'])[bBrR]{1,2}[\"']")
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
    _parts: tuple[_Part, ...] = field(repr=False, compare=False)

    def may_hold(self, situation: Situation) -> bool:
        """False where it is untrue whatever the draft says; True says nothing."""
        return all(situation.once_with(_holds, part, settled=True) for part in self._parts if part.settled)

    def holds(self, situation: Situation) -> bool:
        """True where it is surely so; a figure that this text does not allow makes it untrue."""
        for part in self._parts:  # noqa: SIM110 - asked by each rule of each draft
            if not situation.once_with(_holds, part, settled=part.settled):
                return False
        return True


@dataclass(frozen=True, slots=True)
class _Asked:
    """A fact with the dimensions that are asked for."""

    name: str
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the things that all have to be so ("a && b"), with the facts that it looks at."""

    facts: tuple[_Asked, ...]
    settled: bool
    program: Any
    known: Recent[tuple[Any, ...], bool] = field(default_factory=lambda: Recent(REMEMBERED), repr=False, compare=False)


def _holds(situation: Situation, part: _Part) -> bool:
    values = [situation.once_with(_value, fact) for fact in part.facts]
    key = tuple([_as_key(value) if type(value) in HOLDS_OTHERS else value for value in values])
    known = part.known.get(key)
    if known is None:
        data = {fact.name: value for fact, value in zip(part.facts, values, strict=True)}
        known = part.program.eval(data=data).value() is True
        part.known.keep({key: known})
    return known


def _value(situation: Situation, asked: _Asked) -> Value:
    """The fact, worked out once for all rules that ask for it."""
    return FACTS[asked.name].of(situation, asked.keys)


def _as_key(value: Value) -> object:
    """A fact as a key; one fact is always of one type, so that 1 and True are not mixed up."""
    if isinstance(value, dict):
        return tuple(sorted(value.items()))
    return tuple(value) if isinstance(value, list) else value


@lru_cache(1_000)
def condition(text: str, dimensions: frozenset[str]) -> Condition:
    """The condition in `text`; ConditionError with all that is wrong about it. `dimensions` are known by name."""
    names, keys = _named(text)
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
    parts = [_part(each, tuple((name, keys[name]) for name in _named(each)[0])) for each in conjuncts(text)]
    return Condition(text, names, keys, tuple(sorted(parts, key=_cost)))


def _named(text: str) -> tuple[tuple[str, ...], Mapping[str, frozenset[str]]]:
    """The facts that stand in this text, and the dimensions that it asks each of them for."""
    bare = TEXT.sub(_blanked, text)
    names = tuple(sorted(filter(None, {_fact(each) for each in NAME.findall(bare)})))
    return names, {name: frozenset(_keys(name, text) if FACTS[name].type in KEYED else ()) for name in names}


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found.group())


def conjuncts(text: str) -> tuple[str, ...]:
    """What all has to be so for a correct condition to be so: "a" and "b || c" of "a && (b || c)", brackets kept.

    CEL's "and" has no order: one part that is untrue makes it untrue, whatever the others are.
    """
    bare = TEXT.sub(_blanked, text)
    if COMMENT.search(bare) or OTHER_TEXT.search(text):
        return (text,)
    depth, cuts = 0, [0]
    for found in JOINT.finditer(bare):
        sign = found.group()
        if sign in OPENING:
            depth += 1
        elif sign in CLOSING:
            depth -= 1
        elif depth == 0:
            if sign != "&&":
                return (text,)
            cuts += [found.start(), found.end()]
    cuts.append(len(text))
    return tuple(text[start:end].strip() for start, end in zip(cuts[::2], cuts[1::2], strict=True))


@lru_cache(2_000)
def _part(text: str, keys: tuple[tuple[str, frozenset[str]], ...]) -> _Part:
    """A part of a condition; its facts hold the `keys` that the whole condition asks them for, so that one part may ask
    whether another's dimension is there."""
    settled = SETTLED.issuperset([name for name, _ in keys])
    return _Part(tuple(_asked(*each) for each in keys), settled, _environment().compile(text))


@lru_cache(2_000)
def _asked(name: str, keys: frozenset[str]) -> _Asked:
    """Always the same one, so that its value is found again."""
    return _Asked(name, keys)


def _cost(part: _Part) -> tuple[bool, bool]:
    """What to ask first: what is settled before a word is written, then what costs nothing to say of the draft."""
    return not DEAR.isdisjoint([fact.name for fact in part.facts]), not part.settled


@lru_cache(1)
def _environment() -> Any:
    return cel.NewEnv(variables={name: TYPES[fact.type] for name, fact in FACTS.items()})


def _fact(name: str) -> str | None:
    """ "draft.level" for "draft.level.anger"."""
    return next((each for each in (name, name.rpartition(".")[0]) if each in FACTS), None)


def _keys(name: str, text: str) -> list[str]:
    asked = re.findall(rf"\b{re.escape(name)}(?:\.([a-z_]+)|\[\s*['\"]([a-z_]+)['\"]\s*\])", text)
    sought = re.findall(rf"['\"]([a-z_]+)['\"]\s+in\s+{re.escape(name)}\b(?!\.)", text)
    return [*(one or other for one, other in asked), *sought]


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
