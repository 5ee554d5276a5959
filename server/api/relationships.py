"""/api/v1/relationships and what belongs to it: grades, lists, corrections, needs and promises."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field

from coach.relationship.steps import STEPS
from server.access import Right
from server.api.auth import SECURITY, access, needs, services
from server.api.relationship_schema import (
    CaseOut,
    CauseOut,
    CorrectionIn,
    CorrectionOut,
    HistoryOut,
    ListedOut,
    ListOut,
    MatterOut,
    MattersOut,
    PhaseOut,
    ProofOut,
    ReasonOut,
    RelationshipOut,
    ShareOut,
    StepOut,
    TickIn,
)
from server.api.schema import ProblemOut, Words
from server.api.spans import Units
from server.standing import Cause, Standing, standing_of
from server.standing_withheld import first_reasons, said_at
from server.store import NEEDS, PROMISE, Correction, OpenMatter, StoredRelationship, Wanted
from server.store.relationships import Order
from server.works_council import Council

routes = APIBlueprint("relationships", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="relationships")])


class Asked(BaseModel):
    q: str = Field("", max_length=200, description="Part of a name or address")
    grade: str = Field("", max_length=5, description="Grades, such as AB; - for those without one")
    segment: str | None = Field(None, max_length=100)
    domain: str = Field("", max_length=255, description="A mail domain: the people of one company")
    only: Literal["", "danger", "ripe", "forgotten"] = ""
    order: Order = "score"
    limit: int = Field(50, ge=1, le=500)
    offset: int = Field(0, ge=0, le=10_000_000)


class OneCustomer(BaseModel):
    address: str = Field(max_length=320)


class OneMatter(BaseModel):
    number: int = Field(ge=1)


class AskedMatters(BaseModel):
    kind: Literal["promise", "need"] = "promise"
    due_before: datetime | None = None
    limit: int = Field(100, ge=1, le=500)
    offset: int = Field(0, ge=0, le=10_000_000)


REFUSALS: dict[str | int, type[BaseModel] | dict[Any, Any] | None] = {401: ProblemOut, 404: ProblemOut, 422: ProblemOut}


@routes.get("/relationships", security=SECURITY, responses={200: ListOut, 401: ProblemOut, 422: ProblemOut})
@needs(Right.READ)
def listed(query: Asked) -> dict[str, Any]:
    """Customers by how they stand: searched, filtered, in the order asked for, a page at a time."""
    letters = tuple("" if each == "-" else each.upper() for each in query.grade)
    wanted = Wanted(query.q, letters, query.segment, query.domain, query.order, query.only)
    store, council = services().store, services().council()
    sight = access().sight
    page = store.relationships.page(wanted, limit=query.limit, offset=query.offset, sight=sight)
    corrections = store.overview.corrections((each.address for each in page), sight=sight)
    told = [_listed(each, corrections.get(each.address), query.only, council) for each in page]
    total = store.relationships.count(wanted, sight=sight)
    return ListOut(relationships=told, total=total).model_dump(mode="json")


@routes.get("/relationships/<path:address>", security=SECURITY, responses={200: RelationshipOut, **REFUSALS})
@needs(Right.READ)
def one(path: OneCustomer) -> dict[str, Any]:
    """How one customer stands: the grade with every point and the mails behind it, lists, next step, what is open."""
    found = services()
    standing = standing_of(path.address, found.store, found.shelf, found.signals, found.council(), sight=access().sight)
    return _whole(standing, found.clock(), found.council()).model_dump(mode="json")


@routes.put("/grades/<path:address>", security=SECURITY, responses={200: CorrectionOut, **REFUSALS})
@needs(Right.CORRECT)
def correct(path: OneCustomer, body: CorrectionIn) -> dict[str, Any]:
    """Sets a grade beside the computed one, with the reason; it stays until it is taken back."""
    found, sight = services(), access().sight
    made = found.store.corrections.set(path.address, body.grade, body.reason.strip(), found.clock(), sight=sight)
    return _correction(made).model_dump(mode="json")


@routes.delete("/grades/<path:address>", security=SECURITY, responses={204: None, **REFUSALS})
@needs(Right.CORRECT)
def take_back(path: OneCustomer) -> tuple[str, int]:
    """Takes a correction back: the computed grade is shown again."""
    found = services()
    found.store.corrections.end(path.address, found.clock(), sight=access().sight)
    return "", 204


@routes.get("/matters", security=SECURITY, responses={200: MattersOut, 401: ProblemOut, 422: ProblemOut})
@needs(Right.READ)
def matters(query: AskedMatters) -> dict[str, Any]:
    """Open promises of the team or open needs of customers, what is due first."""
    found = services()
    council = found.council()
    kinds = (PROMISE,) if query.kind == "promise" else NEEDS
    due = query.due_before
    rows = found.store.matters.open(kinds, due_before=due, limit=query.limit, offset=query.offset, sight=access().sight)
    return MattersOut(matters=[_matter(each, found.clock(), council) for each in rows]).model_dump(mode="json")


@routes.post("/matters/<int:number>", security=SECURITY, responses={200: MatterOut, **REFUSALS})
@needs(Right.CORRECT)
def tick(path: OneMatter, body: TickIn) -> dict[str, Any]:
    """Marks a need or promise as done, or as open again; the customer is graded anew."""
    found = services()
    ticked = found.store.matters.tick(path.number, found.clock() if body.done else None, sight=access().sight)
    return _matter(ticked, found.clock(), found.council()).model_dump(mode="json")


def figures(each: StoredRelationship, correction: Correction | None, council: Council) -> dict[str, Any]:
    """The fields of FiguresOut."""
    known = each.figures
    return {
        "address": each.address,
        "name": each.name,
        "grade": correction.letter if correction else known.letter,
        "corrected": correction is not None,
        "computed": known.letter,
        "index": known.score,
        "band": (known.low, known.high) if known.low is not None and known.high is not None else None,
        "trend": known.trend,
        "phase": known.phase,
        "danger": known.danger,
        "ripe": known.ripe,
        "forgotten": known.forgotten,
        "mails": known.mails,
        "segment": known.segment,
        "last_mail": council.day_of(each.last_mail),
    }


def _listed(each: StoredRelationship, correction: Correction | None, only: str, council: Council) -> ListedOut:
    reasons = first_reasons(each, council)
    reason, step = reasons.get(only) or next(iter(reasons.values()), (None, ""))
    return ListedOut(
        **figures(each, correction, council),
        reason=Words(**reason) if reason else None,
        step=_step(step) if step else None,
    )


def _step(name: str) -> StepOut:
    step = STEPS[name]
    return StepOut(name=name, label=Words(**step.label), advice=Words(**step.advice))


def _whole(standing: Standing, now: datetime, council: Council) -> RelationshipOut:
    return RelationshipOut(
        **figures(standing.relationship, standing.correction, council),
        shares=[
            ShareOut(
                signal=each.signal,
                label=Words(**each.label),
                explain=Words(**each.explain),
                source=each.source,
                points=each.points,
                most=each.most,
                evidence=each.evidence,
                say=Words(**each.say),
                causes=[_cause(cause) for cause in each.causes],
            )
            for each in standing.shares
        ],
        cases=[
            CaseOut(
                kind=each.kind,  # type: ignore[arg-type]  # one of the three, as CaseKind says
                strength=each.strength,
                reasons=[
                    ReasonOut(signal=one.signal, say=Words(**one.say), causes=[_cause(cause) for cause in one.causes])
                    for one in each.reasons
                ],
                step=_step(each.step),
                opening=each.opening,
            )
            for each in standing.cases
        ],
        closeness=_phase(standing),
        correction=_correction(standing.correction) if standing.correction else None,
        matters=[_matter(each, now, council) for each in standing.matters],
        history=[HistoryOut(day=each.day, index=each.score, grade=each.letter) for each in standing.history],
        withheld=standing.withheld,
    )


def _phase(standing: Standing) -> PhaseOut | None:
    phase = standing.phase
    if phase is None:
        return None
    return PhaseOut(
        phase=phase.phase,
        next=phase.next,
        readiness=phase.readiness,
        proofs=[ProofOut(say=Words(**say), cause=_cause(cause)) for say, cause in phase.proofs],
        missing=[Words(**each) for each in phase.missing],
        fits=Words(**phase.fits),
        skips=Words(**phase.skips),
    )


def _cause(cause: Cause) -> CauseOut:
    marked = Units(cause.quote).span(cause.marked) if cause.quote is not None and cause.marked else None
    return CauseOut(
        mail=cause.mail,
        points=cause.points,
        date=cause.date,
        subject=cause.subject,
        quote=cause.quote,
        marked=marked,
    )


def _correction(each: Correction) -> CorrectionOut:
    return CorrectionOut(
        grade=each.letter,  # type: ignore[arg-type]  # only such are set
        reason=each.reason,
        at=each.at,
        computed=each.computed,
        index=each.score,
    )


def _matter(each: OpenMatter, now: datetime, council: Council) -> MatterOut:
    due = each.matter.due
    return MatterOut(
        id=each.id,
        kind=each.matter.kind,
        customer=each.address,
        name=each.name,
        text=each.text,
        at=said_at(each, council),
        due=due,
        exact=each.matter.exact,
        overdue=due is not None and due < now and each.ticked_at is None,
        ticked=each.ticked_at is not None,
    )
