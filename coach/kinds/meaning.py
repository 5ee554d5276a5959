"""Sentences that mean what given sentences mean, in whatever words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pydantic import Field

from coach import passages
from coach.kind import Found, Kind, Likeness, Options, Phrases, Texts
from coach.places import Place
from coach.situation import Situation


class Meaning(Options):
    like: Texts = Field(description="sentences that mean it, per language")
    unlike: Texts = Field(default={}, description="sentences that come near and do not mean it")
    unless: Phrases = Field(default={}, description="phrases in the same sentence that excuse it")
    at_least: Likeness = 0.62
    place: Place = Field(Place.BODY, description="where in the draft")
    most: int = Field(1, ge=1, description="places pointed at in one draft")


def find(situation: Situation, options: Meaning) -> Iterator[Found]:
    near = passages.meaning(situation, options.like, options.unlike, options.at_least, options.place)
    kept = (span for _, span in sorted(near, reverse=True) if not passages.excused(situation, span, options.unless))
    for span in islice(kept, options.most):
        yield Found(span, {"old": span.of(situation.draft.text)})


KIND = Kind(
    options=Meaning,
    find=find,
    by_language=("like",),
    examples=(
        """
        id = "blames-reader"
        kind = "meaning"
        topic = "eye level"
        languages = ["en"]
        message = { de = "Ohne Schuldzuweisung", en = "Without blame" }
        reason = { de = "Schuld verteilt man nicht per Mail.", en = "Blame helps nobody." }

        [options]
        like.en = ["This is your own fault.", "You made a mistake."]
        unlike.en = ["This is our fault.", "We made a mistake."]

        [[examples]]
        language = "en"
        text = "Thank you for the call. That mistake was your own."
        flags = "That mistake was your own."
        fine = ["Thank you for the call. The mistake was ours.", "The parts come on Monday."]
        """,
    ),
)
