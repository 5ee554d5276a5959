"""Which right each view of the web side needs: named where the view stands, looked through when it is all put together.

A view without a door stops the start, so that nothing is open because somebody forgot to close it.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

from flask import Flask

from server.access import Right

View = TypeVar("View", bound=Callable[..., Any])

ATTRIBUTE = "einklang_door"


class Door(Enum):
    """What needs no right: `OPEN` is for everybody, or looks for itself; `SIGNED_IN` for whoever signed in."""

    OPEN = "everybody"
    SIGNED_IN = "whoever signed in"


def behind(view: View, door: Door | Right) -> View:
    """Puts a view behind its door."""
    setattr(view, ATTRIBUTE, door)
    return view


def open_to_all(view: View) -> View:
    """Marks a view that everybody may ask, or that looks for itself who does."""
    return behind(view, Door.OPEN)


def door_of(view: Callable[..., Any] | None) -> Door | Right | None:
    """The door of a view; None where nobody gave it one."""
    found = getattr(view, ATTRIBUTE, None)
    return found if isinstance(found, Door | Right) else None


def refuse_without_door(app: Flask) -> None:
    """Raises ValueError with the name of every view that has no door."""
    bare = sorted(endpoint for endpoint, view in app.view_functions.items() if door_of(view) is None)
    if bare:
        raise ValueError(f"These views name no right and are not open to all: {', '.join(bare)}")
