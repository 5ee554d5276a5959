"""Which spelling a German text follows where its regions differ: Switzerland writes "ss" for every "ß"."""

from __future__ import annotations

import re

# Words that have "ß" elsewhere; "dass", "muss" and "Masse" are spelled so everywhere.
_SWISS = re.compile(
    r"gr[uü]ss|gr[oö]ss|strasse?|aussen|ausser|äussern?|draussen|schliess|heiss|\bweiss"
    r"|dreissig|gemäss|fliess|giess|geniess|massnahm|massstab|regelmäss|spass|süss|stoss|\bbloss",
    re.IGNORECASE,
)


def is_swiss(text: str) -> bool:
    """True if a text spells with "ss" what is spelled with "ß" elsewhere, and has no "ß" itself."""
    return "ß" not in text and _SWISS.search(text) is not None
