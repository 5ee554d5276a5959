"""/api/v1/rewrites: the whole draft written anew by a language model, where the admin has switched one on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel

from coach import Profile
from server.access import Right
from server.api.auth import SECURITY, access, needs, services
from server.api.present import FITS_WITHIN, languages, present
from server.api.problems import Refused
from server.api.schema import AssessmentIn, ProblemOut, Words
from server.assess import Draft, Judged, profiles_of
from server.rewriting import Desk, Refusal, Rewriting, Rewritten, Told, rewrite
from server.wiring import Services

routes = APIBlueprint("rewrites", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="rewrites")])

MOST_DEVIATIONS = 8  # the weightiest first; a longer list confuses small models
QUOTED = re.compile(r"[„“»«\"]([^„“”»«\"]+)[“”»«\"]")


class RewritingOut(BaseModel):
    """Whether whole drafts can be rewritten; `model` runs on `host`, which drafts are sent to."""

    enabled: bool
    model: str
    host: str
    timeout_seconds: float
    max_words: int


class ChangeOut(BaseModel):
    """A stretch that stayed ("same"), went ("removed") or came ("added")."""

    kind: str
    text: str


class KeptOut(BaseModel):
    """What the new wording kept: numbers, days and links; names; `likeness` of meaning is a cosine from 0 to 1."""

    facts: int
    names: int
    likeness: float


class RefusedOut(BaseModel):
    code: str
    text: Words


class RewriteOut(BaseModel):
    """Either `text`, the whole draft in its new wording, and what is told of it, or `refused`: why there is none."""

    text: str | None = None
    gain: float | None = None
    score_before: float | None = None
    score_after: float | None = None
    kept: KeptOut | None = None
    changes: list[ChangeOut] = []
    refused: RefusedOut | None = None


@routes.get("/rewrites", security=SECURITY, responses={200: RewritingOut, 401: ProblemOut})
@needs(Right.ASSESS)
def offered() -> dict[str, Any]:
    """Whether a language model is switched on, and where drafts would go."""
    found = services()
    mine, limits = found.rewriting, found.settings.language_model
    return RewritingOut(
        enabled=mine is not None,
        model=mine.model.name if mine else "",
        host=mine.model.host if mine else "",
        timeout_seconds=limits.timeout_seconds,
        max_words=limits.max_words,
    ).model_dump(mode="json")


@routes.post(
    "/rewrites",
    security=SECURITY,
    responses={200: RewriteOut, 401: ProblemOut, 404: ProblemOut, 413: ProblemOut, 422: ProblemOut, 503: ProblemOut},
)
@needs(Right.ASSESS)
def create(body: AssessmentIn) -> dict[str, Any]:
    """The whole draft in the manner that its customer is used to, tested like every change, or why there is none.

    The language model is told the customer's habits in words, the hints about the draft, and the draft without quotes
    and signature; no mail of the customer's. Nothing is stored or logged.
    """
    found = services()
    if found.rewriting is None:
        raise Refused(404, "No language model is switched on here.")
    if not found.models.ready.is_set():
        raise Refused(503, "The models are still loading; try again in a few seconds.")
    found.rulebook.refresh()
    return told(_rewritten(_draft(body), found, found.rewriting)).model_dump(mode="json")


def _draft(body: AssessmentIn) -> Draft:
    return Draft(
        body.draft.text,
        body.draft.subject,
        body.customer,
        tuple(body.recipients),
        body.reply_to or "",
        tuple(body.cc),
        body.attachments,
        body.mailbox or "",
    )


def _rewritten(draft: Draft, found: Services, rewriting: Rewriting) -> Rewritten | Refusal:
    desk = Desk(found.store, found.shelf, found.coach, found.team(), found.clock(), access().account_id, access().sight)
    return rewrite(draft, desk, rewriting, lambda judged: _told_to_model(judged, draft, desk))


def told(found: Rewritten | Refusal) -> RewriteOut:
    """What the wire carries."""
    if isinstance(found, Refusal):
        return RewriteOut(refused=RefusedOut(code=found.code, text=Words(**found.text)))
    kept = found.kept
    return RewriteOut(
        text=found.text,
        gain=round(found.gain, 1),
        score_before=round(found.before, 1),
        score_after=round(found.after, 1),
        kept=KeptOut(facts=kept.facts, names=kept.names, likeness=round(kept.likeness, 2)),
        changes=[ChangeOut(kind=each.kind, text=each.text) for each in found.changes],
    )


def _told_to_model(judged: Judged, draft: Draft, desk: Desk) -> Told:
    """Habits as the card has them and hints as the panel has them, in the draft's language.

    Nobody is named in them, and a hint that quotes the mail answered is left out: that is not ours to pass on.
    """
    code = judged.assessment.language or "en"
    nobody = replace(judged, customer=None)
    shown = present(nobody, draft.text, draft.reply_to, desk.coach)
    lacking = [each.lacking >= FITS_WITHIN for each in judged.assessment.deviations]
    differs = [each for each, is_off in zip(shown.deviations, lacking, strict=True) if is_off]
    off = [getattr(each.text, code) for each in differs if each.value != each.usual][:MOST_DEVIATIONS]
    hints = [line for each in shown.suggestions for line in (getattr(each.message, code), getattr(each.reason, code))]
    own = [line for line in dict.fromkeys([*off, *hints]) if line and not _quotes(line, draft)]
    return Told(tuple(_habits(judged, desk, code)), tuple(own))


def _quotes(line: str, draft: Draft) -> bool:
    """Whether this line repeats words of the mail answered that the draft does not have."""
    return any(
        words.strip(" …") in draft.reply_to and words.strip(" …") not in draft.text for words in QUOTED.findall(line)
    )


def _habits(judged: Judged, desk: Desk, code: str) -> list[str]:
    assert judged.address is not None
    own, account = profiles_of(judged.address, judged.customer, desk.team, desk.shelf, desk.sight)
    speaking: Profile = account if judged.basis == "account" else own
    return [
        getattr(habit.text, code)
        for each in languages(speaking, desk.coach)
        if each.language == code
        for habit in each.habits
    ]
