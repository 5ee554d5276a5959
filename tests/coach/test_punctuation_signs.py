"""A paragraph is searched only for marks whose signs it holds; that must not miss any."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coach.dimensions.punctuation_habits import CUT, PATTERNS, SIGNS, _marks

PIECES = (
    "ok", "It", "i", "I", "z", "B", "e.g.", "z. B.", "u. a.", "12", "ABCD", "*so*", ":)", ". ", "! ", "? ", ".", "!", "?",
    ", ", " ", "  ", "\n", " - ", " -- ", " & ", "...", "…", "“", "'", "(", ")", "/", "~", "etc",
)  # fmt: skip
SIGNS_AND_LETTERS = "".join(sorted(set().union(*SIGNS.values()))) + "aiIzB eg.\n12"


@given(st.text(alphabet=SIGNS_AND_LETTERS, max_size=30))
def test_a_mark_stands_only_where_one_of_its_signs_does(text: str) -> None:
    for name, signs in SIGNS.items():
        assert not signs.isdisjoint(text) or PATTERNS[name].search(text) is None


@pytest.mark.parametrize("name", sorted(SIGNS))
def test_every_sign_belongs_to_a_mark_that_is_searched_for(name: str) -> None:
    assert any(sign in PATTERNS[name].pattern for sign in SIGNS[name])


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@example("They came. It is ok! i see (etc. It is 12. It went... Ok now")
def test_marks_are_found_where_a_search_of_the_whole_paragraph_finds_them(text: str) -> None:
    whole = {name: tuple(match.span() for match in each.finditer(text)) for name, each in PATTERNS.items()}
    assert _marks(text) == {name: spans for name, spans in whole.items() if spans}


def test_a_paragraph_is_cut_between_sentences_but_not_behind_an_abbreviation() -> None:
    assert CUT.split("They came. It is z. B. here! Ok? (No.) Yes") == [
        "They came.",
        "It is z. B. here!",
        "Ok? (No.) Yes",
    ]
