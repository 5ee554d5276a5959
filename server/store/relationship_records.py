"""What a relationship is stored as once it was worked out: figures, what is open, history, and what others are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime

from sqlalchemy import Connection, and_, bindparam, delete, exists, func, insert, select, update

from server.store.alerts import Alert, raise_alert
from server.store.database import insert_new
from server.store.events import grade_changed, put_event
from server.store.matters import StoredMatter, replace_matters
from server.store.schema import relationship, relationship_claim, relationship_history

TURNED_SOUR = "turned_sour"


@dataclass(frozen=True, slots=True)
class DueRelationship:
    """A customer whose relationship is to be worked out; `wanted` tells which change was the last.

    `holder` is who claimed it, empty for nobody.
    """

    address: str
    wanted: int
    holder: str = ""


@dataclass(frozen=True, slots=True)
class RelationshipFigures:
    """How a customer stands: the grade ("" with too little mail), its index and band, and how much they are in danger,
    ripe or forgotten (0-100 each; 0: not at all). `body` is JSON of all that is behind it, without words of mails."""

    letter: str
    score: float | None
    low: float | None
    high: float | None
    trend: float | None
    phase: str
    danger: float
    ripe: float
    forgotten: float
    mails: int
    segment: str
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class HistoryPoint:
    """The index and grade of a customer from one day on."""

    day: date
    score: float
    letter: str


def record_figures(
    connection: Connection,
    due: DueRelationship,
    figures: RelationshipFigures,
    matters: Iterable[StoredMatter],
    *,
    now: datetime,
    next_at: datetime,
    sour: Mapping[str, str] | None,
) -> bool:
    """Stores what was worked out, and tells others of another grade than before.

    False if the customer is gone, or somebody else claimed them meanwhile, who has seen newer mail.
    """
    values: dict[str, object] = {name: getattr(figures, name) for name in FIGURES} | {"computed_at": now}
    asked = {"head": due.address, "who": due.holder, "until": now.date()}
    rows = connection.execute(_BEFORE, asked).all()
    if not rows or (due.holder and not rows[0].is_claimed):
        return False
    before = rows[0]
    if before.wanted == due.wanted:
        values["next_at"] = next_at
    if before.computed_at is not None and before.letter != figures.letter:
        _tell(connection, due.address, before.letter, figures, sour, now)
    connection.execute(_STORE, values | {"head": due.address})
    replace_matters(connection, due.address, matters)
    if figures.score is not None:
        latest = [HistoryPoint(row.day, row.score, row.grade) for row in rows if row.day is not None]
        _note(connection, due.address, now.date(), figures, latest)
    return True


# Put together once: making a statement takes longer than running it.
_point, _latest = relationship_history.alias("point"), relationship_history.alias("latest")
_LATEST_DAYS = (
    select(_latest.c.day)
    .where(_latest.c.address == bindparam("head"), _latest.c.day <= bindparam("until"))
    .order_by(_latest.c.day.desc())
    .limit(2)
)
_IS_CLAIMED = exists().where(
    relationship_claim.c.address == bindparam("head"), relationship_claim.c.holder == bindparam("who")
)
# A row for each of the two latest points of the history, the newest first; one without a point where there is none.
_BEFORE = (
    select(
        relationship.c.wanted,
        relationship.c.letter,
        relationship.c.computed_at,
        _IS_CLAIMED.label("is_claimed"),
        _point.c.day,
        _point.c.score,
        _point.c.letter.label("grade"),
    )
    .select_from(
        relationship.outerjoin(_point, and_(_point.c.address == relationship.c.address, _point.c.day.in_(_LATEST_DAYS)))
    )
    .where(relationship.c.address == bindparam("head"))
    .order_by(_point.c.day.desc())
)
_STORE = update(relationship).where(relationship.c.address == bindparam("head"))
FIGURES = tuple(each.name for each in fields(RelationshipFigures))


def note_past(connection: Connection, address: str, points: Iterable[HistoryPoint]) -> None:
    """Notes how things stood before anybody looked, in place of what was thought of that before."""
    here = relationship_history.c.address == address
    connection.execute(delete(relationship_history).where(here, relationship_history.c.afterwards))
    seen = connection.execute(select(func.min(relationship_history.c.day)).where(here)).scalar_one()
    rows = [asdict(each) | {"address": address, "afterwards": True} for each in points]
    earlier = [row for row in rows if seen is None or row["day"] < seen]
    insert_new(connection, relationship_history, earlier, relationship_history.c.day)


def _tell(
    connection: Connection,
    address: str,
    before: str,
    figures: RelationshipFigures,
    sour: Mapping[str, str] | None,
    now: datetime,
) -> None:
    event = grade_changed(address, before=before or None, after=figures.letter or None, index=figures.score)
    put_event(connection, event, now)
    if figures.letter == "C" and before and sour:
        raise_alert(connection, Alert(TURNED_SOUR, address, sour, now), now)


def _note(
    connection: Connection, address: str, day: date, figures: RelationshipFigures, latest: Sequence[HistoryPoint]
) -> None:
    """Adds a point to the history where index or grade moved; of one day, the last word."""
    assert figures.score is not None
    known = latest[0] if latest and latest[0].day == day else None
    last = next((each for each in latest if each.day < day), None)
    moves = last is None or last.letter != figures.letter or abs(last.score - figures.score) >= 0.5
    here = {"head": address, "on": day}
    values = {"score": figures.score, "letter": figures.letter, "afterwards": False}
    if known is None and moves:
        connection.execute(_ADD_POINT, values | {"address": address, "day": day})
    elif known is not None and moves and (known.score, known.letter) != (figures.score, figures.letter):
        connection.execute(_MOVE_POINT, values | here)
    elif known is not None and not moves:
        connection.execute(_DROP_POINT, here)


_HERE = (relationship_history.c.address == bindparam("head"), relationship_history.c.day == bindparam("on"))
_ADD_POINT = insert(relationship_history)
_MOVE_POINT = update(relationship_history).where(*_HERE)
_DROP_POINT = delete(relationship_history).where(*_HERE)
