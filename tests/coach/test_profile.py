"""A profile is a sum: exact, in any order, and it can be taken apart again."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach import Coach, Profile, Sample
from coach.profile import EPOCH, Observation, merged, recency

HALF_LIFE = timedelta(days=365)
observed = st.dictionaries(
    st.sampled_from(["length@1", "emoji@1"]),
    st.builds(Observation, st.floats(-1000, 1000), st.floats(0, 1)),
    min_size=1,
) | st.dictionaries(st.just("greeting@1"), st.builds(Observation, st.sampled_from("abc"), st.just(1.0)), min_size=1)
counted = st.dictionaries(st.sampled_from(["just", "however", "#words"]), st.integers(1, 400).map(float), min_size=1)
observed |= st.dictionaries(st.just("words@1"), st.builds(Observation, counted, st.just(1.0)), min_size=1)
mails = st.lists(st.tuples(observed, st.floats(1e-6, 100.0), st.integers(1, 500)), min_size=1, max_size=8)


def total(each: list[tuple[dict[str, Observation], float, int]]) -> Profile:
    profile = Profile()
    for seen, weight, words in each:
        profile = profile.plus("de", seen, words=words, recency=weight)
    return profile


@given(mails, st.randoms())
def test_the_order_of_learning_does_not_matter(
    each: list[tuple[dict[str, Observation], float, int]], chance: random.Random
) -> None:
    shuffled = list(each)
    chance.shuffle(shuffled)
    assert total(shuffled) == total(each)


@given(mails, mails)
def test_forgetting_leaves_no_trace(
    kept: list[tuple[dict[str, Observation], float, int]], gone: list[tuple[dict[str, Observation], float, int]]
) -> None:
    profile = total(kept + gone)
    for seen, weight, words in gone:
        profile = profile.plus("de", seen, words=words, recency=weight, sign=-1)
    assert profile == total(kept)
    assert profile.to_json() == total(kept).to_json()


@given(mails, mails)
def test_merging_equals_learning_all(
    one: list[tuple[dict[str, Observation], float, int]], other: list[tuple[dict[str, Observation], float, int]]
) -> None:
    assert merged([total(one), total(other)]) == total(one + other)


@given(mails)
def test_json_brings_back_the_same_profile(each: list[tuple[dict[str, Observation], float, int]]) -> None:
    assert Profile.from_json(total(each).to_json()) == total(each)


def test_a_newer_format_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="rebuild the profiles"):
        Profile.from_json('{"format": 99, "parts": {}}')


def test_a_mail_a_half_life_older_weighs_half() -> None:
    new, old = EPOCH, EPOCH - HALF_LIFE
    assert recency(old, HALF_LIFE) == pytest.approx(recency(new, HALF_LIFE) / 2)


def test_silence_makes_a_profile_thinner() -> None:
    part = Profile().plus("de", {"emoji@1": Observation(0.0, 1.0)}, words=50, recency=1.0).parts["de"]
    then, later = EPOCH, EPOCH + 3 * HALF_LIFE
    assert part.weight * part.freshness(then, HALF_LIFE) == pytest.approx(1.0)
    assert part.weight * part.freshness(later, HALF_LIFE) == pytest.approx(1 / 8)


def test_recent_mail_outweighs_old_mail(coach: Coach) -> None:
    now = datetime(2026, 6, 1, tzinfo=UTC)
    old = [Sample("Sehr geehrte Frau Wolf,\n\nanbei die Unterlagen.\n", "de", now - timedelta(days=3000))] * 3
    new = [Sample("Hallo Anke,\n\nanbei die Unterlagen.\n", "de", now)] * 2
    usual = coach.profile(old + new).parts["de"].usual_form("greeting@1")
    assert usual is not None
    assert usual[0] == "hallo"


def test_languages_are_kept_apart(coach: Coach) -> None:
    profile = coach.profile([Sample("Das passt uns gut, danke."), Sample("That works for us, thanks a lot.")])
    assert {code: part.samples for code, part in profile.parts.items()} == {"de": 1, "en": 1}


def test_a_foreign_text_teaches_nothing(coach: Coach) -> None:
    assert coach.profile([Sample("Bonjour, pouvez-vous nous envoyer la facture du mois dernier ? Merci.")]) == Profile()


def test_coach_forgets_what_it_learned(coach: Coach) -> None:
    kept = Sample("Das passt uns gut, danke für die schnelle Antwort.", date=datetime(2026, 1, 2, tzinfo=UTC))
    gone = Sample(
        "Hallo Tom,\n\nkannst du mir das nochmal schicken? 😊\n\nLG Eva", date=datetime(2025, 3, 4, tzinfo=UTC)
    )
    learned = coach.learn(coach.profile([kept]), gone)
    assert learned != coach.profile([kept])
    assert coach.forget(learned, gone) == coach.profile([kept])


@given(mails, mails)
def test_what_is_taken_out_of_a_wider_profile_leaves_the_others(
    contact: list[tuple[dict[str, Observation], float, int]], others: list[tuple[dict[str, Observation], float, int]]
) -> None:
    account = total(contact + others).parts["de"]
    assert account.merge(total(contact).parts["de"], -1) == total(others).parts["de"]


def test_profiles_of_before_there_were_families_are_read() -> None:
    old = '{"format":1,"parts":{"de":{"samples":1,"weight":5,"words":9,"numbers":{},"forms":{"a@1":{"b":5}}}}}'
    assert Profile.from_json(old).parts["de"].counts == {}
