"""What `einklang doctor` finds about the coaching rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from server.commands._findings import Finding

if TYPE_CHECKING:
    from server.settings import Settings


def rules(settings: Settings) -> Iterator[Finding]:
    """Each mistake in the rule files and the overlay; else how many rules are in force."""
    from coach.rule_making import Known
    from coach.rule_problems import RuleError
    from server.wiring import rule_files

    files = rule_files(settings)
    for folder in files.folders:
        if not folder.is_dir():
            yield Finding("rules", f"the folder {folder} does not exist", "Correct rules.folders in the settings.")
    try:
        found = files.read(Known.installed())
    except RuleError as error:
        remedy = "Correct this line; until then the last good rules stay in force."
        yield from (Finding("rules", str(problem), remedy) for problem in error.problems)
    else:
        yield Finding("rules", f"{len(found.rules)} of {len(found.files)} rules are in force")
