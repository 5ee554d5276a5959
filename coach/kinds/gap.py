"""What still has to be filled in: "[Datum]", "{name}", "<Betrag>", "XX.XX.", a row of underscores."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from pydantic import Field

from coach.kind import Found, Kind, Options
from coach.model import Span
from coach.passages import OUTPUT, in_prose
from coach.situation import Situation

GAP = re.compile(
    r"""\[\s?(?P<square>[^\W\d_][^\[\]\n<>={}|]{1,38}?)\s?\]
    | \{\{?\s?(?P<curly>[^\W\d_][\w .-]{1,38}?)\s?\}?\}
    | <\s?(?P<angle>[^\W\d_][^<>\n@:/="]{1,38}?)\s?>
    | \b[Xx]{2}[./-][Xx]{2}(?:[./-][Xx]{2,4})?(?!\w) | (?<![\w=#])X{3,}(?![\w=#]) | (?<![\w_])_{4,}(?![\w_])
    | \b(?:TODO|TBD)\b | (?<=[:=]\s)\?{3,}(?=\s)""",
    re.VERBOSE,
)
MARKS = ("[", "{", "<", "XX", "xx", "Xx", "xX", "____", "TODO", "TBD", "???")  # without one of them there is no gap
CODE = re.compile(r"\d\.\d|[#\\_]|//|www\.|::|\(\)")  # "[GCC 8.3.0]", "[block_id]"
INDEX = re.compile(r"[\w\])]\||\|[\[(]")  # "taps[index]", "[row][column]", "[label](address)"
SHOUTED = re.compile(r"[A-Z][A-Z_. -]+")  # "[ERROR]" is a line of a log, "[EXTERN]" a mark of the mail server


MOST_WORDS = 5  # of a placeholder in brackets; what is longer is a remark of the writer's


class Gaps(Options):
    fine: tuple[str, ...] = Field((), description="what may stand in brackets, in lower case")
    most: int = Field(2, ge=1, description="places pointed at in one draft")


def find(situation: Situation, options: Gaps) -> Iterator[Found]:
    draft = situation.draft
    if not any(mark in draft.text for mark in MARKS):
        return
    found = [
        Span(match.start(), match.end())
        for match in GAP.finditer(draft.text)
        if not _is_fine(match, options.fine) and _is_prose(situation, match)
    ]
    for span in islice(found, options.most):
        yield Found(span, {"old": " ".join(span.of(draft.text).split()), "count": str(len(found))})


def _is_prose(situation: Situation, match: re.Match[str]) -> bool:
    """False in a table or a line of a log."""
    text = situation.draft.text
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.end() + (text + "\n")[match.end() :].index("\n")]
    return in_prose(situation, Span(match.start(), match.end())) and not OUTPUT.search(line) and "***" not in line


def _is_fine(match: re.Match[str], fine: tuple[str, ...]) -> bool:
    inside = match["square"] or match["curly"] or match["angle"] or ""
    is_index = match["square"] is not None and INDEX.search(
        match.string[: match.start()] + "|" + match.string[match.end() :]
    )
    is_code = SHOUTED.fullmatch(inside) is not None or CODE.search(inside) is not None
    is_remark = match["square"] is not None and len(inside.split()) > MOST_WORDS
    return inside.lower() in fine or is_code or is_remark or bool(is_index)


KIND = Kind(
    options=Gaps,
    find=find,
    examples=(
        """
        id = "blanks"
        kind = "gap"
        topic = "structure"
        languages = ["en"]
        message = { de = "Noch ausfüllen: {old}", en = "Still to be filled in: {old}" }
        reason = { de = "Da fehlt noch etwas.", en = "Something is missing." }

        [options]
        fine = ["sic"]

        [[examples]]
        language = "en"
        text = "Our engineer will be with you on [date]."
        flags = "[date]"
        fine = ["You wrote that you \\"recieved [sic] it\\".", "The log said [ERROR] and then nothing."]
        """,
    ),
)
