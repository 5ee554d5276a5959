"""The admin's changes laid over a rule file's tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEEP = "..."  # as the first entry of a list: the shipped entries stay, what follows is added
DROP = "-"  # before an entry that follows KEEP: this shipped entry goes


def changed(tables: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """The tables with this change: tables are merged, values replaced; lists, too, unless they begin with "..."."""
    made = dict(tables)
    for key, value in change.items():
        before = made.get(key)
        if isinstance(value, Mapping) and isinstance(before, Mapping):
            made[key] = changed(before, value)
        elif _adds(value) and isinstance(before, (list, tuple)):
            made[key] = _added(list(before), list(value[1:]))
        else:
            made[key] = value
    return made


def with_lists(options: Any, words: Mapping[str, tuple[str, ...]]) -> Any:
    """The options with each "@name" in a list replaced by that word list; KeyError(name) where there is none."""
    if isinstance(options, Mapping):
        return {key: with_lists(value, words) for key, value in options.items()}
    if not isinstance(options, (list, tuple)):
        return options
    found: list[Any] = []
    for each in options:
        if isinstance(each, str) and each.startswith("@"):
            found.extend(words[each[1:]])
        else:
            found.append(each)
    return found


def _adds(value: object) -> bool:
    return isinstance(value, (list, tuple)) and bool(value) and value[0] == KEEP


def _added(before: list[Any], more: list[Any]) -> list[Any]:
    dropped = {each[len(DROP) :] for each in more if isinstance(each, str) and each.startswith(DROP)}
    return [*(each for each in before if each not in dropped), *(each for each in more if not _drops(each))]


def _drops(entry: object) -> bool:
    return isinstance(entry, str) and entry.startswith(DROP)
