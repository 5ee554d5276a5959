"""How a customer stands in figures, on cards and in lists."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel


class FiguresOut(BaseModel):
    """How a customer stands in figures; `grade` is empty with too little mail, and then `index` is null."""

    address: str
    name: str
    grade: str
    corrected: bool
    computed: str
    index: float | None
    band: tuple[float, float] | None
    trend: float | None
    phase: str
    danger: float
    ripe: float
    forgotten: float
    mails: int
    segment: str
    last_mail: datetime
