"""Writes the tables of docs/rules.md: facts, kinds, rewriters, rules, and what a broken file is told.

    python bench/list_rules.py [--check]

With --check nothing is written; the exit status is 1 where the page is not up to date.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from coach.facts import FACTS
from coach.kind import Kind
from coach.rewriter import Rewriter
from coach.rule_making import Known
from coach.rule_problems import RuleError
from coach.ruleset import RuleSet, read, read_text

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"
BROKEN = """\
id = "Broken_Rule"
kind = "avoid"
topic = "presure"
languages = ["de", "fr"]
severity = "loud"
when = "draft.word > 10 && thread.level.angr > 0.5"
mesage = { de = "Ohne" }
rewrite = "superlativ"

[options]
phrases.de = ["(eins|zwei"]

[[examples]]
language = "de"
text = "eins"
flag = "eins"
"""


def facts() -> Iterator[str]:
    yield "| fact | type | what it says |"
    yield "|---|---|---|"
    for name, fact in FACTS.items():
        shown = f"{name}.DIMENSION" if fact.type.endswith("by dimension") else name
        yield f"| `{shown}` | {fact.type} | {fact.says} |"


def kinds(known: Mapping[str, Kind]) -> Iterator[str]:
    for name, kind in known.items():
        said = (sys.modules[kind.find.__module__].__doc__ or "").split("\n\n")[0].strip()
        yield f"### `{name}`"
        yield said + (" *Made to suit the customer: a change must gain.*" if kind.fits else "")
        yield ""
        yield "| option | default | what it is |"
        yield "|---|---|---|"
        for option, field in kind.options.model_fields.items():
            default = "needed" if field.is_required() else f"`{_plain(field.default)}`"
            yield f"| `{option}` | {default} | {field.description or ''} |"
        yield ""


def rewriters(known: Mapping[str, Rewriter]) -> Iterator[str]:
    yield "| rewriter | languages | what it does | example |"
    yield "|---|---|---|---|"
    for name, each in known.items():
        said = (sys.modules[each.rewrite.__module__].__doc__ or "").split("\n\n")[0].replace("\n", " ").strip()
        yield f"| `{name}` | {', '.join(sorted(each.languages))} | {_cell(said)} | {len(each.examples)} in its file |"


def rules(found: RuleSet) -> Iterator[str]:
    yield f"{len(found.files)} rules come with Einklang."
    yield ""
    yield "| topic | rule | languages | severity | what it says |"
    yield "|---|---|---|---|---|"
    for file in sorted(found.files, key=lambda each: (each.says.topic, each.says.id)):
        says = file.says
        languages = ", ".join(says.languages)
        yield f"| {says.topic} | `{says.id}` | {languages} | {says.severity} | {_cell(says.message['en'])} |"


def broken() -> Iterator[str]:
    yield "```toml"
    yield from BROKEN.splitlines()
    yield "```"
    yield "What it says:"
    yield "```"
    try:
        read_text(BROKEN, "broken.toml")
    except RuleError as error:
        yield from (str(each) for each in error.problems)
    yield "```"


def _plain(value: object) -> str:
    if isinstance(value, tuple | dict) and not value:
        return "none"
    return str(getattr(value, "value", value)) if value is not None else "none"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def page() -> str:
    """The page with its tables."""
    known = Known.installed()
    parts = {
        "facts": facts(),
        "kinds": kinds(known.kinds),
        "rewriters": rewriters(known.rewriters),
        "rules": rules(read()),
        "broken": broken(),
    }
    text = PAGE.read_text(encoding="utf-8")
    for name, lines in parts.items():
        made = f"<!-- {name} -->\n" + "\n".join(lines).rstrip() + f"\n<!-- end of {name} -->"
        text = re.sub(rf"<!-- {name} -->(?:.*?<!-- end of {name} -->)?", lambda _, new=made: new, text, flags=re.S)
    return text


def main() -> int:
    made = page()
    if "--check" in sys.argv[1:]:
        return int(made != PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
