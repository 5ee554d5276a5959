"""Many words in one pattern find what they would find one by one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.alternatives import one_of
from coach.languages.de import SHORT_FORMS

WORDS = st.text(alphabet="abé", min_size=1, max_size=4)
TAILS = st.sampled_from(["", "", "", "['’]s", "s?", "(?= b)", "(?:a|b)"])


@given(
    st.lists(st.tuples(WORDS, TAILS).map("".join), min_size=1, max_size=8), st.text(alphabet="abéABÉs' ", max_size=30)
)
def test_a_joined_pattern_matches_what_its_parts_match(alternatives: list[str], text: str) -> None:
    plain = re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)
    joined = re.compile(rf"\b(?:{one_of(alternatives)})\b", re.IGNORECASE)
    assert {each.start() for each in joined.finditer(text)} == {each.start() for each in plain.finditer(text)}
    alone = [re.compile(rf"\b(?:{each})\b", re.IGNORECASE) for each in alternatives]
    for found in joined.finditer(text):
        ends = {match.end() for each in alone if (match := each.match(text, found.start()))}
        assert found.end() in ends


def test_of_those_with_the_same_beginning_the_first_that_fits_wins() -> None:
    joined = re.compile(one_of(["hab['’]s", "hab", "habe", "gib"]))
    assert [each.group() for each in joined.finditer("hab's gib habe")] == ["hab's", "gib", "habe"]
    assert re.compile(one_of(["ab", "a"])).match("ab").group() == "ab"  # type: ignore[union-attr]


@pytest.mark.parametrize("alternative", ["ab|c", "a(b|c)|d", "a(?:b|(c|d))|e"])
def test_two_alternatives_in_one_are_refused(alternative: str) -> None:
    with pytest.raises(ValueError, match="is two alternatives"):
        one_of(["da", alternative])


@pytest.mark.parametrize("alternative", ["", "(?<=ich )glaub", "a?b", "[ab]", "b*"])
def test_what_begins_with_no_sure_letter_is_refused(alternative: str) -> None:
    with pytest.raises(ValueError, match="begins with no letter"):
        one_of(["da", alternative])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gibt's schon, ich hab's.", ["Gibt's", "hab's"]),
        ("Kannste mal, haste Zeit?", ["Kannste", "haste"]),
        ("Ich glaub, das glaub ich.", ["glaub", "glaub"]),
        ("Glaub mir, das könnt ihr.", []),
        ("Wir könnt ich sagen, das versteh ich.", ["könnt", "versteh"]),
        ("Wir sehn uns, so'n Ding aufm Tisch, nix da.", ["sehn", "so'n", "aufm", "nix"]),
        ("Is egal, IS nicht.", ["Is"]),
        ("Nimm 'ne Pause 's geht.", ["'ne", "'s"]),
        ("Habsburg, nett, Neffe, Gebäude", []),
    ],
)
def test_german_short_forms(text: str, found: list[str]) -> None:
    assert [each.group() for each in SHORT_FORMS.finditer(text)] == found
