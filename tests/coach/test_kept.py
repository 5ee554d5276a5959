"""What is kept of sentences, rules and facts changes no answer: a warm edit is answered as a cold draft."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from coach import Assessment, Coach, Context, Profile, Sample
from coach.condition import condition
from coach.document import Analysis
from coach.reader import Reader
from server.demo.stories import customers, mails

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
QUESTION = {
    "de": "Hallo,\n\nwann können Sie liefern? Und was kostet der zweite Sensor?\n\nViele Grüße",
    "en": "Hi,\n\nwhen can you deliver? And what does the second sensor cost?\n\nBest",
}
EDITS = 12


def profile_of(coach: Coach, language: str) -> Profile:
    address = next(each.address for each in customers() if each.languages == (language,))
    own = [each for each in mails(NOW) if each.customer == address and each.folder == "INBOX"]
    return coach.profile(Sample(each.authored, language) for each in own)


def edits(language: str) -> Iterator[str]:
    """The mails of a rep as they are typed anew: words left out, doubled, taken from another mail; lines broken."""
    chance = random.Random(11)
    sent = [each.authored for each in mails(NOW) if each.language == language and each.folder != "INBOX"]
    words = chance.choice(sent).split(" ")
    other = " ".join(sent[:20]).split(" ")
    for _ in range(EDITS):
        at = chance.randrange(len(words))
        words[at] = chance.choice([*chance.sample(other, 6), "", "\n\n", "don't", "garantiert!!"])
        yield " ".join(words)


def told(assessment: Assessment) -> Assessment:
    return replace(assessment, timings={})


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_warm_edit_is_answered_as_a_cold_draft(coach: Coach, language: str) -> None:
    profile, context = profile_of(coach, language), Context(QUESTION[language])
    texts = list(edits(language))
    warm = [told(coach.assess(text, profile, context, now=NOW)) for text in texts]
    kept, taggers = coach._reader, coach._reader._taggers
    try:
        for text, answer in zip(texts, warm, strict=True):
            coach._reader = Reader(coach.languages)
            coach._reader._taggers = taggers
            alone = Profile.from_json(profile.to_json())
            assert told(coach.assess(text, alone, context, now=NOW)) == answer
    finally:
        coach._reader = kept


def test_a_fact_is_found_once_for_all_conditions_and_anew_for_another_draft(coach: Coach) -> None:
    polite = coach.situation("Guten Tag Frau Wolf,\n\ndie Teile sind da.\n\nViele Grüße\nTom", language="de")
    plain = coach.situation("die Teile sind heute doch noch gekommen.", language="de")
    assert polite is not None
    assert plain is not None
    dimensions = frozenset(coach.dimensions)
    both = [condition(text, dimensions) for text in ("draft.has_greeting", "draft.has_greeting && draft.words < 99")]
    assert [each.holds(polite) for each in both] == [True, True]
    assert [each.holds(plain) for each in both] == [False, False]
    assert [each.holds(polite) for each in both] == [True, True]


def test_what_is_made_in_a_situation_is_made_once_and_not_taken_along(coach: Coach) -> None:
    situation = coach.situation("Die Teile sind heute doch noch gekommen.", language="de")
    assert situation is not None
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return len(made)

    assert [situation.once("number", make), situation.once("number", make)] == [1, 1]
    assert replace(situation, context=Context()).once("number", make) == 2


def test_a_sentence_keeps_what_each_list_makes_of_it_apart() -> None:
    sentence = Analysis("Gut so.", (), (), 2, 5, {}, {})
    first, second = ["Gut"], ["Gut"]

    def words(each: Analysis, known: list[str]) -> list[str]:
        return [word for word in known if word in each.text]

    found = sentence.known_with(words, first)
    assert sentence.known_with(words, first) is found
    assert sentence.known_with(words, second) == found
    assert sentence.known_with(words, second) is not found
