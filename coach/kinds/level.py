"""A dimension whose value in the draft is high or low, whatever the customer's habit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Self

from pydantic import Field, model_validator

from coach.kind import Found, Kind, Options, Phrases
from coach.passages import excused, in_prose
from coach.places import Place, pointed
from coach.situation import Situation


class Level(Options):
    dimension: str = Field(description="the name of a dimension that is a number; docs/dimensions.md lists them")
    above: float | None = Field(None, description="speak up where the value is higher than this")
    below: float | None = Field(None, description="speak up where the value is lower than this")
    least_words: int = Field(0, ge=0, description="a shorter draft has only been begun")
    place: Place | None = Field(None, description="where to point; else at the words that show it")
    unless: Phrases = Field(default={}, description="phrases in the same sentence that excuse it")
    at_least: int = Field(1, ge=1, description="speak up only where it stands this often")
    most: int = Field(1, ge=1, description="places pointed at in one draft")

    @model_validator(mode="after")
    def _has_a_limit(self) -> Self:
        if self.above is None and self.below is None:
            raise ValueError("say from where on: give above or below")
        return self


def find(situation: Situation, options: Level) -> Iterator[Found]:
    dimension = situation.dimensions[options.dimension]
    if situation.language.code not in dimension.languages or situation.draft.words < options.least_words:
        return
    reading = situation.draft.once(dimension.measure)
    if reading is None or isinstance(reading.value, str) or not _beyond(float(reading.value), options):
        return
    free = [
        each for each in reading.spans if in_prose(situation, each) and not excused(situation, each, options.unless)
    ]
    if reading.spans and len(free) < options.at_least:
        return
    shown = free if options.place is None else []
    words = {"count": str(len(free))}
    for span in islice(shown, options.most):
        yield Found(span, {**words, "old": span.of(situation.draft.text)})
    if not shown and not reading.spans:
        yield Found(pointed(situation.draft, options.place or Place.OPENING), words, anywhere=True)


def _beyond(value: float, options: Level) -> bool:
    return (options.above is not None and value > options.above) or (
        options.below is not None and value < options.below
    )


KIND = Kind(
    options=Level,
    find=find,
    dimensions=lambda options: (options.dimension,),
    examples=(
        """
        id = "too-many-emoji"
        kind = "level"
        topic = "register"
        languages = ["en"]
        message = { de = "Viele Emoji", en = "Many emoji" }
        reason = { de = "Das lenkt ab.", en = "They distract." }

        [options]
        dimension = "emoji"
        above = 10

        [[examples]]
        language = "en"
        text = "The parts came today 🎉 😊 and they fit."
        flags = "🎉"
        fine = ["The parts came today and they fit the new line in hall two."]
        """,
    ),
)
