"""A paragraph is searched only for marks whose signs it holds; that must not miss any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.dimensions.punctuation_habits import PATTERNS, SIGNS

SIGNS_AND_LETTERS = "".join(sorted(set().union(*SIGNS.values()))) + "aiIzB eg.\n12"


@given(st.text(alphabet=SIGNS_AND_LETTERS, max_size=30))
def test_a_mark_stands_only_where_one_of_its_signs_does(text: str) -> None:
    for name, signs in SIGNS.items():
        assert not signs.isdisjoint(text) or PATTERNS[name].search(text) is None


@pytest.mark.parametrize("name", sorted(SIGNS))
def test_every_sign_belongs_to_a_mark_that_is_searched_for(name: str) -> None:
    assert any(sign in PATTERNS[name].pattern for sign in SIGNS[name])
