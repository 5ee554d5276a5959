"""Killed and cut at random moments while mail comes, is flagged and goes: nothing lost, doubled or left behind.

The longer runs: python -m tests.mail_chaos kill 100 SEED, and cut 100 SEED.
"""

from __future__ import annotations

import random

import pytest

from tests.dovecot import require_dovecot
from tests.mail_chaos import run

pytestmark = pytest.mark.dovecot


@pytest.mark.parametrize("kind", ["kill", "cut"])
def test_a_mirror_that_is_broken_off_at_random_ends_with_what_the_server_holds(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    require_dovecot()
    seed = random.randrange(1_000_000)
    outcome = run(kind, 12, seed)
    with capsys.disabled():
        print(f"\n{kind}: seed {seed}, {outcome.broken_off} of 12 broken off")  # noqa: T201 - to do it again
    assert outcome.broken_off > 3, outcome
    assert outcome.is_perfect, outcome
