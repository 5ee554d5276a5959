"""Drafts that are off a customer's habit by hand, so that a rewriter's table needs no profile."""

from __future__ import annotations

from dataclasses import replace

from coach import Coach, Context
from coach.collect import collect
from coach.model import Deviation, Span
from coach.rewriter import Rewriter, rewritten

REWRITERS = collect("coach.rewrites", Rewriter)
FAR = 3.0  # of the customer's standard deviations


def rewrites_of(
    coach: Coach, name: str, draft: str, language: str, dimension: str, *, above: bool, at: str = ""
) -> list[str]:
    """The draft after each change that the rewriter offers, where it has more (or less) of this than usual."""
    value, usual, z = (6.0, 0.0, FAR) if above else (0.0, 6.0, -FAR)
    found = coach.situation(draft, None, Context(), language=language)
    assert found is not None
    off = replace(found, deviations={dimension: Deviation(dimension, value, usual, z, -5.0, 5.0, ())})
    span = Span(draft.index(at), draft.index(at) + len(at)) if at else None
    return [rewritten(draft, each.edits) for each in REWRITERS[name].rewrite(off, span)]


def first_of(coach: Coach, name: str, body: str, language: str, dimension: str, *, above: bool) -> str | None:
    """The body of a mail after the first change; None where there is none."""
    before, behind = ("Hallo,\n\n", "\n\nAlles Gute\nTom") if language == "de" else ("Hello,\n\n", "\n\nRegards,\nTom")
    found = rewrites_of(coach, name, f"{before}{body}{behind}", language, dimension, above=above)
    return found[0][len(before) : -len(behind)] if found else None
