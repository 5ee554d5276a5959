"""/dashboard: how all customers stand, on pages made by the server; each page is one module, found by its `PAGE`."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from flask import Flask

from server.web.dashboard.frame import Page, hang_in


def register(app: Flask) -> None:
    """Hangs all pages into the application."""
    hang_in(app, pages())


def pages() -> list[Page]:
    """Every module here that has a `PAGE`, in the order of the navigation."""
    modules = (import_module(f"{__name__}.{each.name}") for each in pkgutil.iter_modules(__path__))
    found = [page for module in modules if isinstance(page := getattr(module, "PAGE", None), Page)]
    return sorted(found, key=lambda page: (page.place is None, page.place or 0, page.name))
