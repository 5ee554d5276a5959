"""Something that is there, but not where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from pydantic import Field, model_validator

from coach import passages
from coach.kind import Found, Kind, Likeness, Options, Phrases, Texts
from coach.model import Span
from coach.places import Place, spans_of
from coach.situation import Situation


class Position(Options):
    phrases: Phrases = Field(default={}, description="phrases that show it, per language")
    like: Texts = Field(default={}, description="sentences that mean it, per language")
    at_least: Likeness = 0.62
    belongs: Place = Field(description="where it belongs")
    least_sentences: int = Field(3, ge=1, description="in a shorter draft there is no wrong place")

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if not self.phrases and not self.like:
            raise ValueError("say what has its place: give phrases or like")
        return self


def find(situation: Situation, options: Position) -> Iterator[Found]:
    if len(situation.draft.sentences) < options.least_sentences:
        return
    near = passages.meaning(situation, options.like, {}, options.at_least, Place.BODY)
    there = [*passages.matching(situation, options.phrases), *(span for _, span in near)]
    right = spans_of(situation.draft, options.belongs)
    if there and not any(_within(span, right) for span in there):
        yield Found(min(there), {"old": min(there).of(situation.draft.text)}, anywhere=True)


def _within(span: Span, places: tuple[Span, ...]) -> bool:
    return any(each.start <= span.start and span.end <= each.end for each in places)


KIND = Kind(
    options=Position,
    find=find,
    examples=(
        """
        id = "sorry-first"
        kind = "position"
        topic = "apology"
        languages = ["en"]
        message = { de = "Die Entschuldigung zuerst", en = "The apology first" }
        reason = { de = "Wer wartet, liest sie nicht mehr.", en = "Late, it is not read." }

        [options]
        phrases.en = ["(we are|I am|we're|I'm) [very] sorry"]
        belongs = "opening"

        [[examples]]
        language = "en"
        text = "The van was late. The driver lost his way. He comes today. We are sorry."
        flags = "We are sorry"
        fine = ["We are sorry. The van was late. The driver lost his way. He comes today."]
        """,
    ),
)
