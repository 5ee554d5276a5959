"""A phrase for which there is a better one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from pydantic import Field

from coach.kind import Code, Found, Kind, Options, Phrases
from coach.literals import once_for
from coach.passages import excused, matching
from coach.places import Place
from coach.situation import Situation


class Swap(Options):
    swaps: dict[Code, dict[str, str]] = Field(description="phrase -> phrase, per language, exactly as written")
    unless: Phrases = Field(default={}, description="phrases in the same sentence that excuse it")
    place: Place = Field(Place.ANYWHERE, description="where in the draft")
    most: int = Field(3, ge=1, description="places pointed at in one draft")


def find(situation: Situation, options: Swap) -> Iterator[Found]:
    code = situation.language.code
    if code not in options.swaps:
        return
    swaps, phrases = once_for(options.swaps[code], _swaps_and_phrases)
    places = (
        each
        for each in matching(situation, {code: phrases}, options.place)
        if not excused(situation, each, options.unless)
    )
    for span in islice(places, options.most):
        old = span.of(situation.draft.text)
        new = swaps.get(_plain(old))
        if new is None:
            continue
        if old[:1].isupper():
            new = new[:1].upper() + new[1:]
        yield Found(span, {"old": old, "new": new}, replacement=new)


def _swaps_and_phrases(written: Mapping[str, str]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    swaps = {_plain(old): new for old, new in written.items()}
    return swaps, tuple(swaps)


def _plain(phrase: str) -> str:
    return " ".join(phrase.lower().replace("’", "'").split())


KIND = Kind(
    options=Swap,
    find=find,
    by_language=("swaps",),
    examples=(
        """
        id = "no-challenge"
        kind = "swap"
        topic = "wording"
        languages = ["en"]
        message = { de = "„{new}“ statt „{old}“", en = "“{new}” instead of “{old}”" }
        reason = { de = "Das klingt wie eine Klage.", en = "That sounds like a lawsuit." }

        [options]
        swaps.en = { "you claim" = "you write", "your allegation" = "what you write" }

        [[examples]]
        language = "en"
        text = "You claim that the scale is broken."
        flags = "You claim"
        becomes = "You write"
        fine = ["You write that the scale is broken.", "They wrote “you claim”."]
        """,
    ),
)
