"""Einklang's engine: learns how a customer writes and tells how well a draft fits. See docs/python-api.md."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.engine import Coach
    from coach.errors import CoachError, UnsupportedLanguage
    from coach.model import Answer, Assessment, Context, Deviation, Need, Sample, Span, Suggestion
    from coach.profile import Profile
    from coach.reply import authored_text

__all__ = [
    "Answer",
    "Assessment",
    "Coach",
    "CoachError",
    "Context",
    "Deviation",
    "Need",
    "Profile",
    "Sample",
    "Span",
    "Suggestion",
    "UnsupportedLanguage",
    "address_form",
    "authored_text",
    "rewrite_address_form",
]


_MODULES = {
    "coach.engine": ("Coach",),
    "coach.errors": ("CoachError", "UnsupportedLanguage"),
    "coach.model": ("Answer", "Assessment", "Context", "Deviation", "Need", "Sample", "Span", "Suggestion"),
    "coach.profile": ("Profile",),
    "coach.reply": ("authored_text",),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    """Imports what is asked for: who wants one small module of the engine, as who mirrors mail, pays 24 MB less."""
    if name in _MODULE_OF:
        found: object = getattr(import_module(_MODULE_OF[name]), name)
        globals()[name] = found
        return found
    module = f"{__name__}.{name}"
    if name.startswith("_") or find_spec(module) is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(module)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


@cache
def _coach() -> Coach:
    from coach.engine import Coach

    return Coach.load()


def address_form(text: str, language: str = "de") -> str | None:
    """The form of address a text uses: "du", "sie", "mixed", or None where it uses none.

    Only German has the distinction: for any other language the answer is None.
    """
    from coach.address import forms_used

    return forms_used(_coach().document(text, "de")).form if language == "de" else None


def rewrite_address_form(text: str, to: str) -> str:
    """The German text in the other form of address, `to` "du" or "sie"; what is in it already comes back unchanged.

    Whole sentences change: pronouns, possessives, reflexives, finite verbs and imperatives. Sie becomes du, to one
    person. Quoted speech and quoted mail stay. ValueError for another `to`.
    """
    if to not in ("du", "sie"):
        raise ValueError(f'to={to!r}: must be "du" or "sie"')
    from coach.german.address_form import applied, edits

    return applied(text, edits(_coach().document(text, "de"), to))
