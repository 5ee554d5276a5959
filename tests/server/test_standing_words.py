"""Grade, phase and promises in words."""

from __future__ import annotations

from datetime import UTC, datetime

from server.standing_words import promise_in_words, standing_in_words
from server.store import Correction, OpenMatter, RelationshipFigures, StoredMatter

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FIGURES = RelationshipFigures("B", 56.4, 46.2, 65.1, 4.0, "trust", 0, 0, 0, 9, "", "{}")


def promise(due: datetime | None, text: str | None = "Ich rufe an.") -> OpenMatter:
    return OpenMatter(1, "a@b.example", "A", StoredMatter(1, "promise", 0, 9, NOW, due, True), None, text)


def test_grade_band_trend_and_phase_make_one_sentence():
    assert standing_in_words(FIGURES, None) == {
        "de": "B, 56 von 100 (46–65), steigend; Phase: Vertrauen",
        "en": "B, 56 of 100 (46–65), rising; Phase: trust",
    }


def test_too_little_mail_is_said():
    unknown = RelationshipFigures("", None, None, None, None, "opportunity", 0, 0, 0, 1, "", "{}")
    assert standing_in_words(unknown, None)["en"] == "too little mail for a grade yet; Phase: opportunity"


def test_a_grade_set_by_hand_stands_before_the_computed_one():
    correction = Correction("a@b.example", "A", "Am Telefon.", NOW, "B", 56.4)
    assert standing_in_words(FIGURES, correction)["de"].startswith("A (von Hand gesetzt, berechnet B)")


def test_what_is_due_by_the_end_of_a_day_names_that_day():
    assert (
        promise_in_words(promise(datetime(2026, 11, 28, tzinfo=UTC)), NOW)["de"]
        == "„Ich rufe an.“ – fällig bis 27. Nov."
    )
    late = promise_in_words(promise(datetime(2026, 11, 20, 16, tzinfo=UTC)), NOW)
    assert late["en"] == "“Ich rufe an.” – overdue, was due by Nov 20"


def test_a_promise_without_a_date_or_without_its_text_is_said_too():
    assert promise_in_words(promise(None), NOW)["de"] == "„Ich rufe an.“"
    assert promise_in_words(promise(None, None), NOW)["en"] == "text no longer kept"
