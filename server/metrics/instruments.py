"""What a process counts and times; its labels are routes, stages, jobs and kinds of errors, never people or mail."""

from __future__ import annotations

import os
from collections.abc import Mapping
from threading import Lock

from prometheus_client import CollectorRegistry, Counter, Histogram

from server.metrics.family import family_folder, note_process

QUICK = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)  # seconds; an assessment takes a tenth
STAGE = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)  # seconds
LONG = (0.01, 0.1, 1.0, 10.0, 60.0, 600.0, 3600.0)  # seconds; a job that learns years of mail takes an hour
MOST_KINDS = 100  # kinds of errors; programs that are used may raise anything
OTHER = "other"
INSTRUMENTS = "einklang_instruments"  # the name under which an application holds them


class Instruments:
    """The counters and histograms of one process in a registry of their own."""

    def __init__(self) -> None:
        note_process(family_folder(os.environ))
        made = self.registry = CollectorRegistry()
        self._requests = Counter(
            "einklang_http_requests_total", "Requests answered.", ["method", "route", "status"], registry=made
        )
        self._answers = Histogram(
            "einklang_http_request_seconds", "Time to answer a request.", ["kind"], buckets=QUICK, registry=made
        )
        self._assessments = Histogram(
            "einklang_assessment_seconds", "Time to assess a draft.", buckets=QUICK, registry=made
        )
        self._stages = Histogram(
            "einklang_assessment_stage_seconds", "Time of one stage of it.", ["stage"], buckets=STAGE, registry=made
        )
        self._assessed = Counter("einklang_assessments_total", "Drafts assessed.", ["scored"], registry=made)
        self._hints = Counter("einklang_hints_shown_total", "Hints in answers about drafts.", registry=made)
        self._jobs = Histogram(
            "einklang_job_seconds", "Time of one run of a job.", ["name", "result"], buckets=LONG, registry=made
        )
        self._errors = Counter("einklang_errors_total", "Errors that were logged.", ["module", "kind"], registry=made)
        self._kinds: set[tuple[str, str]] = set()
        self._lock = Lock()

    def answered(self, method: str, route: str, kind: str, status: int, seconds: float) -> None:
        """A request was answered; `route` as it stands in the program, not what was asked for."""
        self._requests.labels(method, route, str(status)).inc()
        self._answers.labels(kind).observe(seconds)

    def assessed(self, seconds: float, stages: Mapping[str, float], *, is_scored: bool, hints: int) -> None:
        """A draft was assessed within so many seconds; `stages` are milliseconds."""
        self._assessments.observe(seconds)
        for stage, milliseconds in stages.items():
            self._stages.labels(stage).observe(milliseconds / 1000.0)
        lookup = seconds - sum(stages.values()) / 1000.0
        self._stages.labels("store").observe(max(lookup, 0.0))
        self._assessed.labels("yes" if is_scored else "no").inc()
        self._hints.inc(hints)

    def ran(self, job: str, seconds: float, *, is_done: bool) -> None:
        """A job ended, done or with an error."""
        self._jobs.labels(job, "done" if is_done else "failed").observe(seconds)

    def erred(self, module: str, kind: str) -> None:
        """An error was logged; beyond `MOST_KINDS` of them they are "other"."""
        with self._lock:
            if (module, kind) not in self._kinds and len(self._kinds) >= MOST_KINDS:
                module, kind = OTHER, OTHER
            else:
                self._kinds.add((module, kind))
        self._errors.labels(module, kind).inc()
