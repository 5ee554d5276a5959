"""Einklang's engine: learns how a customer writes and tells how well a draft fits. See docs/python-api.md."""

from __future__ import annotations

from functools import cache

from coach.engine import Coach
from coach.errors import CoachError, NotBuiltYet, UnsupportedLanguage
from coach.model import Assessment, Context, Deviation, Need, Sample, Span, Suggestion
from coach.profile import Profile
from coach.reply import authored_text

__all__ = [
    "Assessment",
    "Coach",
    "CoachError",
    "Context",
    "Deviation",
    "Need",
    "NotBuiltYet",
    "Profile",
    "Sample",
    "Span",
    "Suggestion",
    "UnsupportedLanguage",
    "address_form",
    "authored_text",
    "rewrite_address_form",
]


@cache
def _coach() -> Coach:
    return Coach.load()


def address_form(text: str, language: str = "de") -> str | None:
    """The form of address a text uses: "du", "sie", "mixed", or None where it uses none.

    Only German has the distinction: for any other language the answer is None.
    """
    from coach.address import forms_used

    return forms_used(_coach().document(text, "de")).form if language == "de" else None


def rewrite_address_form(text: str, to: str) -> str:
    """The text in the other form of address, `to` "du" or "sie"; a text already in it comes back unchanged.

    This version cannot rewrite yet and raises NotBuiltYet rather than guess.
    """
    if to not in ("du", "sie"):
        raise ValueError(f'to={to!r}: must be "du" or "sie"')
    if address_form(text) in (to, None):
        return text
    raise NotBuiltYet("rewriting Du into Sie (or back) is not part of this version; address_form() tells which it is")
