"""The shapes of relationships on the wire."""

from __future__ import annotations

from datetime import date as Day
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

from server.api.figures_schema import FiguresOut
from server.api.schema import Body, SpanOut, Words

Letter = Literal["A", "B", "C"]


class CauseOut(BaseModel):
    mail: int
    points: float | None = Field(description="null where it would tell what single people of the team did")
    date: datetime | None
    subject: str | None
    quote: str | None
    marked: SpanOut | None


class ShareOut(BaseModel):
    signal: str
    label: Words
    explain: Words
    source: str
    points: float | None = Field(description="null where it would tell what single people of the team did")
    most: float
    evidence: float
    say: Words
    causes: list[CauseOut]


class ReasonOut(BaseModel):
    signal: str
    say: Words
    causes: list[CauseOut]


class StepOut(BaseModel):
    name: str
    label: Words
    advice: Words


class CaseOut(BaseModel):
    kind: Literal["danger", "ripe", "forgotten"]
    strength: float
    reasons: list[ReasonOut]
    step: StepOut
    opening: str


class ProofOut(BaseModel):
    say: Words
    cause: CauseOut


class PhaseOut(BaseModel):
    phase: str
    next: str | None
    readiness: float
    proofs: list[ProofOut]
    missing: list[Words]
    fits: Words
    skips: Words


class CorrectionOut(BaseModel):
    grade: Letter
    reason: str
    at: datetime
    computed: str
    index: float | None


class MatterOut(BaseModel):
    id: int
    kind: str
    customer: str
    name: str
    text: str | None = Field(description="null where the mail's text is no longer kept")
    at: datetime
    due: datetime | None
    exact: bool
    overdue: bool
    ticked: bool


class MattersOut(BaseModel):
    matters: list[MatterOut]


class HistoryOut(BaseModel):
    day: Day
    index: float
    grade: str


class ListedOut(FiguresOut):
    reason: Words | None
    step: StepOut | None


class ListOut(BaseModel):
    relationships: list[ListedOut]
    total: int


class RelationshipOut(FiguresOut):
    shares: list[ShareOut]
    cases: list[CaseOut]
    closeness: PhaseOut | None
    correction: CorrectionOut | None
    matters: list[MatterOut]
    history: list[HistoryOut]
    withheld: bool = Field(description="Without what the team did: too few of its people write with this customer")


class CorrectionIn(Body):
    grade: Letter
    reason: str = Field(min_length=3, max_length=1_000, description="Why; it is shown beside the computed grade")


class TickIn(Body):
    done: bool = True
