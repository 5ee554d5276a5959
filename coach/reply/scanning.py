"""Notes that a virus scanner puts below a mail: "This email has been checked for viruses", "Checked by AVG"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.reply.lines import Line
from coach.reply.phrases import phrases

SCAN_LINES = 4  # a note, what found nothing and where to read about it
SCAN_WORDS = 40
_RULED = "_-–—=*#~ \t"  # ESET writes its note between underscores
_PROGRAM = re.compile(
    r"(?<![^\W_])(?:avast!?|avg|avira|eset|nod32|kaspersky|bitdefender|norton|mcafee|sophos|symantec|f-secure|g data"
    r"|mailscanner|messagelabs|mimecast|proofpoint|barracuda|trend micro|clamav|bullguard|panda|webroot|comodo"
    r"|spamfighter|malwarebytes)(?![^\W_])"
)


def is_scan_note(lines: Sequence[Line], *, expected: bool) -> bool:
    """True for a paragraph that begins as a scanner's note does and tells of viruses or names the scanner.

    Where no such note is `expected` (below a rule or a closing) it must do both: people speak of viruses too.
    """
    known = phrases()
    if not lines or not known.scan_notes.length_at(lines[0].folded.lstrip(_RULED)):
        return False
    joined = " ".join(line.folded for line in lines[:SCAN_LINES])
    if "?" in joined or len(joined.split()) > SCAN_WORDS or known.first_person.count_in(joined):
        return False
    told, named = known.viruses.count_in(joined) > 0, bool(_PROGRAM.search(joined))
    return told or named if expected else told and named
