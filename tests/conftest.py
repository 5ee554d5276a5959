"""What all tests share."""

from __future__ import annotations

import pytest

from coach import Coach

pytest_plugins = ("tests.dovecot", "tests.installation")


@pytest.fixture(scope="session")
def coach() -> Coach:
    """One coach with the shipped languages, dimensions, rules and figures."""
    return Coach.load()
