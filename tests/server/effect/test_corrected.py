"""Corrections by people: too kind, too strict, or neither."""

from __future__ import annotations

from datetime import UTC, datetime

from server.effect.corrected import corrected_by
from server.store import Correction

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def corrections(*moves: str) -> list[Correction]:
    """ "CB": a computed C that somebody set to B."""
    return [Correction("a@x.example", move[-1], "why", NOW, move[:-1], 50.0) for move in moves]


def test_moves_are_counted_by_direction():
    found = corrected_by(corrections("CB", "BA", "AC", "BB"))
    assert (found.better, found.worse, found.same) == (2, 1, 1)
    assert found.raised is None
    assert found.leaning == 0


def test_customers_without_a_computed_grade_say_nothing_about_it():
    found = corrected_by(corrections("A", "C"))
    assert (found.better, found.worse, found.same) == (0, 0, 0)


def test_mostly_upwards_is_too_strict_mostly_downwards_too_kind():
    assert corrected_by(corrections(*["CB"] * 12, "AB")).leaning == 1
    assert corrected_by(corrections(*["AB"] * 12, "CB")).leaning == -1


def test_either_way_is_no_leaning():
    assert corrected_by(corrections(*["AB"] * 8, *["CB"] * 8)).leaning == 0
