"""Prints docs/security.md with the table of who may what, as tests/server/test_access_matrix.py tries it.

python bench/list_access.py > docs/security.md.new && mv docs/security.md.new docs/security.md
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from server.access import RIGHTS, ROLES, SCOPE_RIGHTS, Right  # noqa: E402
from tests.server.access_rows import EVERYBODY, ROUTES, SIGNED_IN, VERBS, Row  # noqa: E402

DOCUMENT = ROOT / "docs" / "security.md"
PART = re.compile(r"(<!-- (\w+): printed by bench/list_access.py -->\n).*?(<!-- end -->)", re.DOTALL)

FOREIGN = {
    "": "",
    "customer": "not found",
    "company": "not found",
    "matter": "not found",
    "alert": "not found",
    "outcome": "not found",
    "mailbox": "nothing happens",
    "segment": "left out",
}


def page() -> str:
    """The document as it should be: its own words, with each table printed anew."""
    parts = {"rights": rights, "routes": routes, "verbs": verbs}
    text = DOCUMENT.read_text(encoding="utf-8")
    return PART.sub(lambda found: found[1] + "\n".join(["", *parts[found[2]](), "", ""]) + found[3], text)


def rights() -> Iterator[str]:
    """Right by right: which roles have it, and which scopes let a token use it."""
    yield from _table(
        ("right", *ROLES, "scopes"),
        (
            (
                each.value,
                *("yes" if each in RIGHTS[role] else "" for role in ROLES),
                ", ".join(f"`{scope}`" for scope, found in SCOPE_RIGHTS.items() if each in found),
            )
            for each in Right
        ),
    )


def routes() -> Iterator[str]:
    """Route by route."""
    yield from _table(
        ("route", "what", "nobody", *ROLES, "a token's scope", "of a mailbox that is not seen"),
        (
            (
                f"`{row.method} {row.rule}`",
                row.does,
                *_who(row),
                ", ".join(f"`{each}`" for each in row.scopes),
                _not(row),
            )
            for row in ROUTES
        ),
    )


def verbs() -> Iterator[str]:
    """Verb by verb."""
    rows = ((f"`einklang {verb}`", right.value, "the server's account") for verb, right in VERBS.items())
    yield from _table(("verb", "the right that it uses", "needs"), rows)


def _who(row: Row) -> tuple[str, ...]:
    if row.who == EVERYBODY:
        return ("yes",) * (len(ROLES) + 1)
    if row.who == SIGNED_IN:
        return ("sign in", *("yes",) * len(ROLES))
    away = "sign in" if row.rule.startswith("/dashboard") else "401"
    return (away, *("yes" if role in row.who else "403" for role in ROLES))


def _not(row: Row) -> str:
    if row.who == EVERYBODY or (not row.about and not row.tells):
        return ""
    return FOREIGN[row.about] or "left out"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield "| " + " | ".join(each.replace("|", "\\|") for each in row) + " |"


if __name__ == "__main__":
    print(page(), end="")
