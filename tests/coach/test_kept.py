"""What is kept of sentences, rules and facts changes no answer: a warm edit is answered as a cold draft."""

from __future__ import annotations

import functools
import gc
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from coach import Assessment, Coach, Context, Profile, Sample, literals, passages, situation
from coach.condition import condition
from coach.document import Analysis, _authored_stretches
from coach.literals import Likely
from coach.model import Span
from coach.reader import LONGEST_CACHED, Reader
from coach.reply.lines import forget_lines
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


@pytest.fixture(scope="module")
def answers_kept(coach: Coach) -> Sequence[Any]:
    """The memories of the coach's functions; those without a bound hold what is loaded once, and no text."""
    gc.unfreeze()
    found = [each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper)]
    gc.freeze()
    ours = [each for each in found if (each.__module__ or "").startswith("coach")]
    return [each for each in ours if each.cache_parameters()["maxsize"] is not None]


def forget(answers_kept: Sequence[Any]) -> None:
    """As if no text had ever been seen."""
    for each in answers_kept:
        each.cache_clear()
    forget_lines()
    passages._noted.clear()
    passages._sought.clear()
    literals._prepared.clear()
    situation._settings._latest = ()


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_warm_edit_is_answered_as_a_cold_draft(coach: Coach, answers_kept: Sequence[Any], language: str) -> None:
    profile, context = profile_of(coach, language), Context(QUESTION[language])
    texts = list(edits(language))
    warm = [told(coach.assess(text, profile, context, now=NOW)) for text in texts]
    kept, taggers = coach._reader, coach._reader._taggers
    try:
        for text, answer in zip(texts, warm, strict=True):
            forget(answers_kept)
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


def test_a_stretch_keeps_what_one_list_of_patterns_finds_and_not_that_of_each(coach: Coach) -> None:
    text = "Die Teile sind da."
    document = coach.document(text, "de")
    [(_, stretch)] = document.once(_authored_stretches)
    patterns = [re.compile(word) for word in ("Teile", "da", "fehlt")]
    for _ in range(5):
        found = document.find_each(Likely(patterns, lambda pattern: pattern))
        assert found == {id(patterns[0]): [Span(4, 9)], id(patterns[1]): [Span(15, 17)]}
    assert len(stretch._together) == 1


def test_patterns_beyond_the_noted_are_still_found(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "NOTED", 2)
    monkeypatch.setattr(passages, "_noted", {})
    monkeypatch.setattr(passages, "_sought", {})
    phrases = [{"de": (word,)} for word in ("die Teile", "heute", "doch noch", "gekommen", "fehlt")]
    for draft in ("Die Teile sind heute doch noch gekommen.", "Heute sind die Teile doch noch gekommen!"):
        situation = coach.situation(draft, language="de")
        assert situation is not None
        assert [len(passages.matching(situation, each)) for each in phrases] == [1, 1, 1, 1, 0]
    assert len(passages._noted["de"]) == 2


@pytest.mark.parametrize(("letters", "shared"), [(3_000, True), (LONGEST_CACHED + 1, False)])
def test_what_was_settled_for_a_very_long_mail_is_not_kept(coach: Coach, letters: int, shared: bool) -> None:
    words = "die Teile sind da und die Liste kommt "
    asked = Context("Guten Tag,\n\n" + (words * (letters // len(words) + 1))[:letters] + ".\n\nViele Grüße\nAnna")
    every = [coach.situation(text, context=asked, language="de") for text in ("Geht klar.", "Geht klar!")]
    first, second = (each._settled for each in every if each is not None)
    assert (first is second) is shared


def test_drafts_to_somebody_unknown_share_a_setting(coach: Coach) -> None:
    every = [coach.situation(text, context=Context("Wann?"), language="de") for text in ("Geht klar.", "Am Montag.")]
    first, second = (each._settled for each in every if each is not None)
    assert first is second


def test_rules_that_are_away_say_nothing_and_the_others_what_they_say_anyway(coach: Coach) -> None:
    profile, text = (
        profile_of(coach, "de"),
        "Hallo,\n\ndas garantieren wir!! Das ist garantiert so!! Sie müssen zahlen.",
    )
    before = coach.assess(text, profile, now=NOW).suggestions
    gone = before[0].rule_id
    after = coach.assess(text, profile, now=NOW, away={gone}).suggestions
    assert len(before) > 1
    assert gone not in {each.rule_id for each in after}
    assert {each.rule_id for each in before} - {gone} <= {each.rule_id for each in after}
    assert coach.assess(text, profile, now=NOW).suggestions == before
