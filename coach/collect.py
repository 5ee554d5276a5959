"""Finds the one public object in each plug-in file of a package, and refuses a file that holds none or two."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

from coach.errors import PlugInError

T = TypeVar("T")


def collect(package: str, kind: type[T]) -> dict[str, T]:
    """Module name -> the one object of `kind` that each module of `package` defines, sorted by name."""
    found: dict[str, T] = {}
    root = importlib.import_module(package)
    for info in sorted(pkgutil.iter_modules(root.__path__), key=lambda each: each.name):
        if info.ispkg or info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{package}.{info.name}")
        found[info.name] = _only(module, kind)
    return found


def _only(module: ModuleType, kind: type[T]) -> T:
    objects = [value for name, value in vars(module).items() if isinstance(value, kind) and name.isupper()]
    if len(objects) != 1:
        problem = f"must define exactly one upper-case {kind.__name__}, has {len(objects)}"
        raise PlugInError(module.__name__, problem)
    return objects[0]
