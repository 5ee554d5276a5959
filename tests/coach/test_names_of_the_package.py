"""What `coach` offers is there by name, and a part of it costs no more than itself."""

from __future__ import annotations

import subprocess
import sys

import pytest

import coach


@pytest.mark.parametrize("name", coach.__all__)
def test_every_name_that_is_promised_is_there(name: str) -> None:
    found = getattr(coach, name)
    assert getattr(coach, name) is found
    assert getattr(found, "__name__", name) == name


def test_all_names_come_with_a_star() -> None:
    names: dict[str, object] = {}
    exec("from coach import *", names)
    assert set(coach.__all__) <= names.keys()


def test_all_names_are_listed_before_any_was_asked_for() -> None:
    program = "import coach; print(*sorted(set(coach.__all__) - set(dir(coach))))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_modules_of_the_package_are_there_by_name() -> None:
    program = "import coach; print(coach.model.Span.__name__, coach.model is __import__('coach.model').model)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["Span", "True"]


def test_a_name_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(AttributeError, match=r"module 'coach' has no attribute 'Coatch'"):
        getattr(coach, "Coatch")  # noqa: B009 - as a spelling mistake would ask for it


@pytest.mark.parametrize("module", ["server.settings", "server.mirroring", "server.watching"])
def test_what_only_mirrors_mail_carries_no_engine(module: str) -> None:
    program = (
        f"import sys, {module}; heavy = {{'numpy', 'spacy', 'torch', 'cel_expr_python', 'coach.engine'}}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
