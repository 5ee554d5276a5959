"""Wherever the rule's rewriter has something better to offer."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from coach.kind import Found, Kind, Options
from coach.model import Span
from coach.situation import Situation


class Offer(Options):
    at_least: int = Field(1, ge=1, description="speak up only where there are this many places")


def find(situation: Situation, options: Offer) -> Iterator[Found]:
    if situation.draft.sentences:
        yield Found(Span(0, 0), anywhere=True, least_changes=options.at_least)


KIND = Kind(
    options=Offer,
    find=find,
    rewrites=True,
    examples=(
        """
        id = "no-fillers"
        kind = "offer"
        topic = "wording"
        languages = ["de"]
        rewrite = "fillers"
        message = { de = "Ohne „{old}“", en = "Without “{old}”" }
        reason = { de = "Das sagt nichts.", en = "It says nothing." }

        [[examples]]
        language = "de"
        text = "Guten Tag,\\n\\ndas ist eigentlich kein Fehler."
        flags = " eigentlich"
        becomes = ""
        fine = ["Guten Tag,\\n\\ndas ist kein Fehler."]
        """,
    ),
)
