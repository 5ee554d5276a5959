"""POST /api/v1/assessments: how well a draft fits its customer, why, and what to change."""

from __future__ import annotations

import time
from typing import Any

from flask import current_app
from flask_openapi3 import APIBlueprint, Tag

from coach import Assessment
from server.access import Right
from server.api.auth import SECURITY, access, needs, services
from server.api.present import present
from server.api.problems import Refused
from server.api.schema import AssessmentIn, AssessmentOut, ProblemOut
from server.assess import Draft, gathered, judged
from server.metrics.instruments import INSTRUMENTS, Instruments

routes = APIBlueprint("assessments", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="assessments")])


@routes.post(
    "/assessments",
    security=SECURITY,
    responses={200: AssessmentOut, 401: ProblemOut, 413: ProblemOut, 422: ProblemOut, 500: ProblemOut, 503: ProblemOut},
)
@needs(Right.ASSESS)
def create(body: AssessmentIn) -> dict[str, Any]:
    """How well a draft fits the customer it goes to.

    85 reads like this customer's own mails, 50 like anybody else's. Nothing of the draft is stored.
    """
    found = services()
    if found.models.problem:
        raise Refused(500, found.models.problem)
    if not found.models.ready.is_set():
        raise Refused(503, "The models are still loading; try again in a few seconds.")
    found.rulebook.refresh()
    draft = Draft(
        body.draft.text,
        body.draft.subject,
        body.customer,
        tuple(body.recipients),
        body.reply_to or "",
        tuple(body.cc),
        body.attachments,
        body.mailbox or "",
    )
    began = time.perf_counter()
    now = found.clock()
    known = gathered(
        draft,
        store=found.store,
        shelf=found.shelf,
        coach=found.coach,
        team=found.team,
        now=now,
        account_id=access().account_id,
        sight=access().sight,
    )
    answer = judged(known, coach=found.coach, now=now)
    _measure(answer.assessment, time.perf_counter() - began)
    return present(answer, draft.text, draft.reply_to, found.coach).model_dump(mode="json")


def _measure(found: Assessment, seconds: float) -> None:
    instruments = current_app.extensions.get(INSTRUMENTS)
    if isinstance(instruments, Instruments):
        is_scored = found.score is not None
        instruments.assessed(seconds, found.timings, is_scored=is_scored, hints=len(found.suggestions))
