"""What is kept of sentences, rules and facts changes no answer: a warm edit is answered as a cold draft."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest

from coach import Assessment, Coach, Context, Profile, Sample, counting, literals, passages, situation
from coach.compare import Deviations
from coach.condition import condition
from coach.cues import _STEP, _Steps
from coach.document import Analysis, _authored_stretches
from coach.literals import Likely
from coach.model import Span
from coach.reader import LONGEST_CACHED, Reader
from coach.relationship.needs import only_asks
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
    ours = [vars(module) for name, module in list(sys.modules.items()) if name.partition(".")[0] == "coach"]
    told = [each.cache_info for there in ours for each in there.values() if hasattr(each, "cache_info")]
    found = {id(each.__self__): each.__self__ for each in told}.values()
    bounded = [each for each in found if each.cache_parameters()["maxsize"] is not None]
    assert len(bounded) > 30
    return bounded


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


def test_a_memory_of_a_setting_is_bounded(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(situation, "MOST_SETTLED", 5)
    here = coach.situation("Geht klar.", context=Context("Wann?", subject="Termin"), language="de")
    assert here is not None
    every = [[number] for number in range(12)]
    assert [here.once_with(lambda _, what: what[0] + 1, each, settled=True) for each in every] == list(range(1, 13))
    assert len(here._settled) <= 5


def test_other_rules_forget_which_patterns_are_looked_for(coach: Coach) -> None:
    coach.assess("Guten Tag,\n\ndas ist garantiert ganz einfach.", language="de")
    assert passages._noted["de"]
    rules = coach.rules
    try:
        coach.use(replace(rules))
        assert passages._noted["de"]
        coach.use(replace(rules, rules=rules.rules[:5]))
        assert not passages._noted
    finally:
        coach.use(rules)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Wer ist zuständig? Wann haben Sie geöffnet? Gibt es eine Rampe?", True),
        ("Wer ist zuständig? Die Teile sind da. Gibt es eine Rampe?", False),
        ("?", False),
        ("Guten Tag Frau Wolf,", False),
    ],
)
def test_a_draft_only_asks_where_each_sentence_does(coach: Coach, text: str, asks: bool) -> None:
    assert only_asks(coach.document(text, "de")) is asks


def test_what_a_dimension_lacks_is_told_without_its_deviation(coach: Coach) -> None:
    profile = profile_of(coach, "de")
    found = coach.situation(
        "Moin,\n\n" + "die Teile sind da!! Echt super, freu mich schon total drauf. " * 4, profile, language="de"
    )
    assert found is not None
    assert isinstance(found.deviations, Deviations)
    every = dict(found.deviations.items())
    assert len(every) > 20
    assert {name: found.deviations.lacking(name) for name in every} == {n: each.lacking for n, each in every.items()}
    assert found.deviations.lacking("no such dimension") == 0.0


def test_what_is_expected_of_cues_is_the_same_however_chances_go_and_whoever_asks(coach: Coach) -> None:
    usual = coach._usual(profile_of(coach, "de"), (), coach.document("Die Teile sind da.", "de"), NOW, Context())
    assert usual is not None
    cues, steps = usual.cues, _Steps(usual.cues)
    chance = np.random.default_rng(5)
    # from nothing to far beyond the steps that are kept side by side, there and back
    asked = [chance.choice([0, 1, 3, 40, 200, 2_000]) * chance.random(len(cues.row.names)) for _ in range(40)] * 2

    def says(chances: np.ndarray[Any, Any]) -> bool:
        near = np.where(chances > 0, np.exp(np.round(np.log(np.maximum(chances, 1e-9)) / _STEP) * _STEP), 0.0)
        alone, kept = counting.expected(near, cues.own, cues.row.everybody), steps.expected(chances)
        pairs = ((alone.own, kept.own), (alone.variance, kept.variance), (alone.foreign, kept.foreign))
        return all(np.allclose(one, other, rtol=1e-12, atol=1e-12) for one, other in pairs)

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(says, asked))
