"""What an export says of how the team worked, taken out: a person is told what is kept of them, not verdicts on others.

GDPR, article 15 (4): the copy must not harm the rights of others. The mail itself is handed out whole.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from server.standing_withheld import without_the_team

Row = Mapping[str, Any]


def without_conduct(rows: Mapping[str, Sequence[Row]]) -> dict[str, list[dict[str, Any]]]:
    """The rows of all tables without what was measured of the team's mails: reply times, fit, promises kept."""
    found = {name: [dict(each) for each in table] for name, table in rows.items()}
    theirs = {each["id"] for each in rows.get("message", ()) if each["direction"] == "in"}
    for row in found.get("relationship", []):
        if row["body"]:
            said = without_the_team(json.loads(row["body"]), theirs)
            row["body"] = json.dumps({key: value for key, value in said.items() if key not in ("before", "behind")})
    for row in found.get("trace", []):
        del row["links"]  # how a mail of the team stands to those before it
        if row["message_id"] not in theirs:
            row["body"] = None
    return found
