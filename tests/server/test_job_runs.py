"""A run of a job is named in the log and timed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from server import job_runs
from server.job_runs import running, tell_runs_to
from server.jobs.local import LocalQueue
from server.log_context import said_beside


@pytest.fixture(autouse=True)
def _nobody_is_told_afterwards() -> Iterator[None]:
    yield
    job_runs._observers.clear()


def test_within_a_run_the_log_knows_job_and_run_and_every_run_is_another():
    seen = []
    for _ in range(2):
        with running("learn"):
            seen.append(dict(said_beside()))
    assert [each["job"] for each in seen] == ["learn", "learn"]
    assert seen[0]["run"] != seen[1]["run"]
    assert said_beside() == {}


def test_a_run_that_fails_is_told_as_failed_and_its_error_goes_on():
    told = []
    tell_runs_to(lambda job, seconds, is_done: told.append((job, seconds >= 0, is_done)))
    with running("good"):
        pass
    with pytest.raises(ValueError, match="broken"), running("bad"):
        raise ValueError("broken")
    assert told == [("good", True, True), ("bad", True, False)]
    assert said_beside() == {}


def test_the_local_queue_runs_its_jobs_so():
    import threading

    done, seen = threading.Event(), []

    def job() -> None:
        seen.append(dict(said_beside()))
        done.set()

    queue = LocalQueue()
    queue.every(3600, "sweep", job)
    queue.start()
    assert done.wait(60)
    queue.stop()
    assert [each["job"] for each in seen] == ["sweep"]
