"""Nothing but the rule's condition, and words that the draft must have: it speaks up wherever that holds."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from coach.kind import Found, Kind, Options, Phrases
from coach.passages import present
from coach.places import Place, pointed
from coach.situation import Situation


class Always(Options):
    point: Place = Field(Place.OPENING, description="where in the draft to point")
    given: Phrases = Field(default={}, description="only in a draft that has one of these phrases")
    least_words: int = Field(0, ge=0, description="a shorter draft has only been begun")


def find(situation: Situation, options: Always) -> Iterator[Found]:
    if situation.draft.words >= options.least_words and present(situation, options.given):
        yield Found(pointed(situation.draft, options.point), anywhere=True)


KIND = Kind(
    options=Always,
    find=find,
    examples=(
        """
        id = "crowd"
        kind = "condition"
        topic = "privacy"
        languages = ["en"]
        when = "draft.outside_domains > 2"
        message = { de = "Viele fremde Adressen", en = "Many outside addresses" }
        reason = { de = "Jeder sieht jeden.", en = "Everybody sees everybody." }

        [options]
        point = "first_sentence"

        [[examples]]
        language = "en"
        text = "The price list is attached."
        to = ["a@one.example", "b@two.example", "c@three.example"]
        flags = "The price list is attached."

        [[examples]]
        language = "en"
        text = "The price list is attached."
        to = ["a@one.example", "b@one.example", "c@one.example"]
        """,
    ),
)
