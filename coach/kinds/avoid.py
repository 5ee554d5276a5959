"""Words and phrases that are better left out or put otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pydantic import Field

from coach.kind import Found, Kind, Options, Phrases
from coach.passages import excused, in_prose, is_asked, matching, present
from coach.places import Place
from coach.situation import Situation


class Avoid(Options):
    phrases: Phrases = Field(description="what to avoid, per language")
    unless: Phrases = Field(default={}, description="phrases in the same sentence that excuse it")
    only: Phrases = Field(default={}, description="one of these phrases has to stand in the same sentence")
    given: Phrases = Field(default={}, description="only in a draft that has one of these anywhere")
    absent: Phrases = Field(default={}, description="only in a draft that has none of these in its body")
    place: Place = Field(Place.ANYWHERE, description="where in the draft")
    asked: bool = Field(True, description="false: not in questions, which promise and claim nothing")
    at_least: int = Field(1, ge=1, description="speak up only where it stands this often")
    most: int = Field(2, ge=1, description="places pointed at in one draft")
    changes: int = Field(0, ge=0, le=1, description="1: silent where the rewriter offers nothing")


def find(situation: Situation, options: Avoid) -> Iterator[Found]:
    standing = matching(situation, options.phrases, options.place)
    if not standing:
        return
    found = [
        each
        for each in standing
        if in_prose(situation, each)
        and not excused(situation, each, options.unless)
        and (not options.only.get(situation.language.code) or excused(situation, each, options.only))
        and (options.asked or not is_asked(situation, each))
    ]
    if len(found) < options.at_least or not present(situation, options.given):
        return
    if options.absent and matching(situation, options.absent, Place.BODY):
        return
    for span in islice(found, options.most):
        words = {"old": span.of(situation.draft.text), "count": str(len(found))}
        yield Found(span, words, least_changes=options.changes)


KIND = Kind(
    options=Avoid,
    find=find,
    only_with=lambda options: options.phrases,
    by_language=("phrases",),
    examples=(
        """
        id = "no-obligation"
        kind = "avoid"
        topic = "pressure"
        languages = ["en"]
        message = { de = "Ohne „{old}“", en = "Without “{old}”" }
        reason = { de = "Das engt ein.", en = "That corners people." }

        [options]
        phrases.en = ["you (must|have to)"]
        unless.en = ["by law"]

        [[examples]]
        language = "en"
        text = "Thanks for the list. You must sign today."
        flags = "You must"
        fine = ["By law you have to sign today.", "We must sign today."]
        """,
    ),
)
