"""Whether both sides are on familiar terms, as the mails of an exchange show."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from server.relating_turns import are_familiar
from server.store import Direction, StoredTurn
from tests.office import NOW


def turn(number: int, direction: Direction, form: str | None, language: str = "de") -> StoredTurn:
    address = json.dumps({"language": language, "form": form, "spans": [[0, 3]]}) if form else ""
    at = NOW - timedelta(days=100 - number)
    return StoredTurn(number, at, direction, None, None, 9, language, "email", has_text=True, address=address)


@pytest.mark.parametrize(("language", "form"), [("de", "du"), ("en", "first_name")])
def test_both_sides_must_use_the_familiar_form(language: str, form: str) -> None:
    theirs, ours = turn(1, "in", form, language), turn(2, "out", form, language)
    assert are_familiar([theirs, ours])
    assert not are_familiar([theirs])
    assert not are_familiar([theirs, turn(2, "out", "sie", language)])
    assert not are_familiar([])


def test_the_form_must_be_familiar_in_one_and_the_same_language() -> None:
    assert not are_familiar([turn(1, "in", "du"), turn(2, "out", "first_name", "en")])


def test_who_went_back_to_sie_is_no_longer_familiar() -> None:
    before = [turn(1, "in", "du"), turn(2, "out", "du")]
    assert are_familiar([*before, turn(3, "out", "sie")])  # once is a slip
    assert not are_familiar([*before, turn(3, "out", "sie"), turn(4, "out", "sie")])
