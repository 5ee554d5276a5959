"""The paragraph that Outlook puts on top of a mail in place of an attachment: a file shared through OneDrive."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.reply.lines import Line

SHARED_LINES = 20  # a line of words and up to two for each file
SERVICES = ("sharepoint", "onedrive", "1drv.ms")  # one of which stands in each such paragraph
_SERVICE = re.compile(r"\b(?:onedrive|sharepoint)\b")
_SHARED = re.compile(r"<https?://[^\s<>/]{0,100}(?:sharepoint\.com|1drv\.ms|onedrive\.live\.com)/")
_ICON = re.compile(r"\[https?://[^\s\]]{1,100}/owa/[^\s\]]{1,200}\]")


def is_shared_file(lines: Sequence[Line]) -> bool:
    """True for "Ann has shared a OneDrive for Business file with you." over the files' links, or for the links alone.

    A picture of the file's kind stands before its name; who types such a link puts none there.
    """
    if not 0 < len(lines) <= SHARED_LINES:
        return False
    told = bool(_SERVICE.search(lines[0].folded)) and not _SHARED.search(lines[0].folded)
    files = lines[1:] if told else lines
    pictured = sum(bool(_ICON.match(line.words)) for line in files)
    shared = all(_SHARED.search(line.folded) for line in files)
    return shared and (pictured > 0 if told else pictured == len(files))
