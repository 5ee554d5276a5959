"""Says what is wrong in a settings file so that an admin can mend it: where, what, and what to do."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping

from pydantic_core import ErrorDetails

from server.settings_file import SettingsFile

Keys = Mapping[str, tuple[str, ...]]
"""Section -> its keys."""

Variables = Mapping[tuple[str, str], tuple[str, str]]
"""(section, key) -> (the name of the variable that sets it, its text)."""


def in_words(file: SettingsFile, known: Keys, variables: Variables, detail: ErrorDetails) -> tuple[int, str]:
    """The line on which a mistake stands (0: not in the file) and the mistake as one line of text."""
    keys = tuple(str(part) for part in detail["loc"] if isinstance(part, str))[:2]
    name = ".".join(keys)
    problem = _problem(known, keys, detail)
    if len(keys) == 2 and (keys[0], keys[1]) in variables:
        return 0, f"{variables[keys[0], keys[1]][0]} (environment): {name}: {problem}"
    line = file.line_of(*keys)
    return line or 0, f"{file.name}:{line}: {name}: {problem}" if line else f"{file.name}: {name}: {problem}"


def _problem(known: Keys, keys: tuple[str, ...], detail: ErrorDetails) -> str:
    given, context = detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "extra_forbidden":
            return _unknown(known, keys)
        case "value_error":
            return str(context["error"])
        case "greater_than_equal":
            return f"{given} is too small: give {context['ge']} or more"
        case "greater_than":
            return f"{given} is too small: give more than {context['gt']}"
        case "less_than_equal":
            return f"{given} is too large: give {context['le']} or less"
        case "literal_error":
            meant = difflib.get_close_matches(str(given), re.findall(r"'(\w+)'", context["expected"]), 1)
            return f"{given!r} is not known: write {context['expected']}.{_did_you_mean(meant)}"
        case "int_parsing" | "int_type" | "int_from_float":
            return f"{given!r} is not a whole number"
        case "float_parsing" | "float_type":
            return f"{given!r} is not a number"
        case "bool_parsing" | "bool_type":
            return f"{given!r} is neither true nor false"
        case "string_type":
            return f"{given!r} is not a text: put it in quotes"
        case "string_too_short":
            return "is empty: give a value, or leave the line out"
        case "tuple_type":
            return f'{given!r} is not a list: write it like ["one", "two"]'
        case "model_type":
            return f"is a section, not a value: write a line [{keys[0]}] and its keys below it"
    return f"{given!r}: {detail['msg']}"


def _unknown(known: Keys, keys: tuple[str, ...]) -> str:
    if len(keys) == 1:
        homes = [section for section, its in known.items() if keys[0] in its]
        if homes:
            return f"this key belongs into the section [{homes[0]}]"
        meant = difflib.get_close_matches(keys[0], known, 1)
        return "there is no such section." + (_did_you_mean(meant) if meant else f" There are {', '.join(known)}.")
    section, key = keys
    meant = difflib.get_close_matches(key, known[section], 1)
    if meant:
        return f"there is no such key.{_did_you_mean(meant)}"
    homes = [other for other, its in known.items() if key in its]
    if homes:
        return f"there is no such key here: it belongs into the section [{homes[0]}]"
    return f"there is no such key. [{section}] has {', '.join(known[section])}."


def _did_you_mean(meant: list[str]) -> str:
    return f" Did you mean {meant[0]!r}?" if meant else ""
