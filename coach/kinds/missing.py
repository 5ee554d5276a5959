"""Something that such a mail should have and that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from pydantic import Field, model_validator

from coach import passages
from coach.kind import Found, Kind, Likeness, Options, Phrases, Texts
from coach.places import Place, pointed
from coach.situation import Situation


class Missing(Options):
    phrases: Phrases = Field(default={}, description="phrases that show it, per language")
    like: Texts = Field(default={}, description="sentences that mean it, per language")
    at_least: Likeness = 0.6
    place: Place = Field(Place.ANYWHERE, description="where it should stand")
    point: Place | None = Field(None, description="where to point; else at that place")
    least_words: int = Field(15, ge=0, description="a shorter draft has only been begun")

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if not self.phrases and not self.like and self.place not in (Place.GREETING, Place.CLOSING):
            raise ValueError("say what is missing: give phrases or like")
        return self


def find(situation: Situation, options: Missing) -> Iterator[Found]:
    if situation.draft.words < options.least_words or _is_there(situation, options):
        return
    span = pointed(situation.draft, options.point or options.place)
    yield Found(span, anywhere=True)


def _is_there(situation: Situation, options: Missing) -> bool:
    if not options.phrases and not options.like:
        return (situation.draft.greeting if options.place is Place.GREETING else situation.draft.closing) is not None
    if passages.matching(situation, options.phrases, options.place):
        return True
    near = passages.meaning(situation, options.like, {}, options.at_least, options.place)
    return next(near, None) is not None


KIND = Kind(
    options=Missing,
    find=find,
    by_language=(),
    examples=(
        """
        id = "thanks-for-order"
        kind = "missing"
        topic = "warmth"
        languages = ["en"]
        message = { de = "Ein Dank fehlt", en = "A word of thanks is missing" }
        reason = { de = "Auf eine Bestellung gehört ein Dank.", en = "An order deserves thanks." }

        [options]
        phrases.en = ["thank*"]
        place = "opening"
        least_words = 5

        [[examples]]
        language = "en"
        text = "The parts come on Monday with the green van."
        flags = "The parts come on Monday with the green van."
        fine = ["Thank you for the order. The parts come on Monday."]
        """,
    ),
)
