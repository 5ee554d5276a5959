"""What is wrong in rule files, so that an admin can mend it: file, line, key, what, and what to do."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError

from coach.errors import CoachError

Keys = tuple[str | int, ...]
QUOTED = re.compile(r"'([^']+)'")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake."""

    file: str
    line: int
    key: str
    what: str

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.line}: {self.key}: {self.what}" if self.key else f"{self.file}:{self.line}: {self.what}"
        )


class RuleError(CoachError):
    """Rule files that cannot be used; `problems` are all mistakes, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(each) for each in self.problems))


def named(keys: Sequence[str | int]) -> str:
    """ "examples[2].flags" for ("examples", 1, "flags")."""
    made = "".join(f"[{each + 1}]" if isinstance(each, int) else f".{each}" for each in keys)
    return made.removeprefix(".")


def meant(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """A "did you mean", with a blank before it; empty where nothing comes near."""
    near = difflib.get_close_matches(word, list(known), 1, cutoff)
    return f" Did you mean {near[0]!r}?" if near else ""


def choice(word: str, known: Iterable[str]) -> str:
    """A "did you mean", else all that there is; with a blank before it."""
    every = list(known)
    return meant(word, every) or f" There are {', '.join(every)}."


def mistakes(error: ValidationError, shape: type[BaseModel]) -> list[tuple[Keys, str]]:
    """Each mistake with the keys that lead to it."""
    found: dict[Keys, str] = {}
    for detail in error.errors(include_url=False):
        keys = tuple(each for each in detail["loc"] if each != "[key]")
        found.setdefault(keys, _said(keys, dict(detail), shape))
    return list(found.items())


def _said(keys: Keys, detail: Mapping[str, object], shape: type[BaseModel]) -> str:
    given = detail["input"]
    context = detail.get("ctx") or {}
    assert isinstance(context, Mapping)
    match detail["type"]:
        case "extra_forbidden":
            known = _fields(shape, keys[:-1])
            return f"there is no such key.{choice(str(keys[-1]), known)}"
        case "missing":
            return "is missing"
        case "value_error":
            return str(context["error"])
        case "literal_error" | "enum":
            expected = str(context["expected"])
            near = meant(str(given), QUOTED.findall(expected))
            return f"{given!r} is not known: write {expected}.{near}"
        case "string_pattern_mismatch":
            return f"{given!r} has other than small letters, digits and hyphens"
        case "string_too_short" | "too_short":
            return "is empty"
        case "greater_than_equal" | "greater_than":
            return f"{given} is too small: give {context.get('ge', context.get('gt'))} or more"
        case "less_than_equal" | "less_than":
            return f"{given} is too large: give {context.get('le', context.get('lt'))} or less"
        case "int_parsing" | "int_type" | "int_from_float":
            return f"{given!r} is not a whole number"
        case "float_parsing" | "float_type":
            return f"{given!r} is not a number"
        case "bool_parsing" | "bool_type":
            return f"{given!r} is neither true nor false"
        case "string_type":
            return f"{given!r} is not a text: put it in quotes"
        case "tuple_type":
            return f'{given!r} is not a list: write it like ["one", "two"]'
        case "dict_type":
            return f"{given!r} is not a table: write it per language, as in de = ... and en = ..."
    return f"{given!r}: {detail['msg']}"


def _fields(shape: type[BaseModel], keys: Sequence[str | int]) -> list[str]:
    """The keys that the innermost table has, as far as the shapes tell."""
    here: type[BaseModel] | None = shape
    for key in keys:
        if isinstance(key, int) or here is None or key not in here.model_fields:
            continue
        here = _model_in(here.model_fields[key].annotation) or here
    return list(here.model_fields) if here else []


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in getattr(annotation, "__args__", ()) if (found := _model_in(each))), None)
