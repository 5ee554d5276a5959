"""ES modules of one folder joined into one script, so that a page loads one file instead of twenty."""

from __future__ import annotations

import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

IMPORT = re.compile(r'^import \{[\w\s,]*\} from "\./(\w+)\.js";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) )", re.MULTILINE)
DECLARED = re.compile(r"^(?:export )?(?:async function|function|class|const|let) (\w+|[\[{][^=]*[\]}])", re.MULTILINE)
RENAMED = re.compile(r"^import \{[^}]*\bas\b", re.MULTILINE)
LEFT_OVER = re.compile(r"^\s*(?:import|export)\b(?!\.meta|\()", re.MULTILINE)


def join_modules(folder: Path, entry: str) -> str:
    """The module `entry` and all that it imports as one module, what is imported before what imports it.

    Understands `import { a, b } from "./name.js";` and exported functions, classes and constants at the start of a
    line. Anything else, and a name that two modules declare, is a ValueError that names the module.
    """
    sources: dict[str, str] = {}
    needs: dict[str, list[str]] = {}
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name in sources:
            continue
        sources[name] = (folder / f"{name}.js").read_text(encoding="utf-8")
        needs[name] = [found[1] for found in IMPORT.finditer(sources[name])]
        waiting += needs[name]
    try:
        order = list(TopologicalSorter(needs).static_order())
    except CycleError as error:
        raise ValueError(f"modules import each other: {error.args[1]}") from None
    _checked(sources)
    return "".join(EXPORT.sub("", IMPORT.sub("", sources[name])) for name in order)


def _checked(sources: dict[str, str]) -> None:
    """Refuses what cannot be joined: other forms of import and export, and two modules that use one name."""
    owner: dict[str, str] = {}
    for name, source in sources.items():
        if RENAMED.search(source) or LEFT_OVER.search(EXPORT.sub("", IMPORT.sub("", source))):
            raise ValueError(f"{name}.js: an import or export of a form that cannot be joined")
        for found in DECLARED.finditer(source):
            for declared in re.findall(r"\w+", found[1]):
                if owner.setdefault(declared, name) != name:
                    raise ValueError(f"{name}.js: {owner[declared]}.js declares {declared}, too")
