"""A company whose processes are killed while mail comes: a short run of what tests/company_chaos.py does at length."""

from __future__ import annotations

import random
import sys

from tests.company_chaos import run
from tests.dovecot import require_dovecot


def tell(what: str) -> None:
    sys.stdout.write(f"{what}\n")  # shown where the test fails


def test_nothing_is_lost_doubled_or_answered_wrongly_however_often_processes_are_killed() -> None:
    require_dovecot()
    seed = random.randrange(10_000)
    tell(f"seed {seed}")

    outcome = run(40, seed, queue="celery", boxes=6, outage=6, tell=tell)

    assert outcome.killed
    assert outcome.is_perfect, outcome
