"""What an assessment says about each dimension, in the words that stand in the draft."""

from __future__ import annotations

import pytest

from coach import Assessment, Coach, Deviation, Span
from coach.compare import REST
from coach.model import Confidence, Cue
from server.api.present import SOMEBODY, Units, _deviation, _deviations
from server.api.schema import DeviationOut

DRAFT = "Hi Tom,\n\nthe parts are here.\n\nBest regards,\nAnn\n"


def told(coach: Coach, found: Deviation) -> DeviationOut:
    return _deviation(found, coach.dimensions[found.dimension], DRAFT, SOMEBODY, Units(DRAFT))


def test_a_closing_is_named_as_it_stands_in_the_draft(coach: Coach) -> None:
    at = DRAFT.index("Best regards")
    found = told(coach, Deviation("closing", "kind_regards", "cheers", None, -3.0, 4.0, (Span(at, len(DRAFT)),)))
    assert found.value.en == "“Best regards”"
    assert found.text.en == "This customer usually closes with “Cheers”. This draft: “Best regards”."


@pytest.mark.parametrize(("name", "value", "usual"), [("boosters", 0.04, 0.01), ("valence", 0.9, 0.7)])
def test_values_shown_in_the_same_words_are_said_to_fit(coach: Coach, name: str, value: float, usual: float) -> None:
    found = told(coach, Deviation(name, value, usual, 1.5, -3.0, 4.0, ()))
    assert found.text.de.endswith(f"wie gewohnt ({found.usual.de}).")


def test_a_family_without_cues_fits_without_an_empty_bracket(coach: Coach) -> None:
    found = told(coach, Deviation("habitual_words", "", "", None, 1.0, 0.1, ()))
    assert found.text.de.endswith(": wie gewohnt.")


def test_a_cue_without_a_name_goes_to_the_rest_and_the_points_still_add_up(coach: Coach) -> None:
    cues = (
        Cue("first:other", 1.0, 0.4, -1.25),
        Cue("last:?", 0.0, 0.5, -0.5),
        Cue(REST, 0.0, 0.0, 0.25),
    )
    found = told(coach, Deviation("opening_words", "first:other", "last:?", None, -1.5, 2.0, (), cues))
    assert [(each.name.en, each.points) for each in found.cues] == [
        ("a question at the end", -0.5),
        ("all others", -1.0),
    ]
    assert found.text.en == "This customer has this more often than this draft: a question at the end."


@pytest.mark.parametrize(("score", "points"), [(None, 0.0), (47.0, -3.0)])
def test_points_are_told_with_a_score_only(coach: Coach, score: float | None, points: float) -> None:
    away = Deviation("boosters", 5.0, 1.0, 2.0, -3.0, 4.0, ())
    found = Assessment(score, None, Confidence.NONE, "en", deviations=(away,))
    assert [each.points for each in _deviations(found, DRAFT, SOMEBODY, Units(DRAFT), coach)] == [points]
