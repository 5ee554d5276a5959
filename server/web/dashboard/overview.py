"""The start: how many stand how, who needs somebody now, what is due, what waits, what is out of order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from coach.relationship.signal import Words
from coach.relationship.steps import STEPS
from server.access import Right
from server.standing_withheld import first_reasons
from server.store import NEEDS, PROMISE, Correction, MailboxState, StoredRelationship, Wanted
from server.web.dashboard.frame import Page, access, here, needs, services, shown
from server.web.dashboard.overview_words import WORDS
from server.web.dashboard.paging import paging
from server.works_council import Council

PAGE = Page("overview", WORDS, needs=Right.READ, place=10)

TOP = 5  # lines of one list; the rest is a click away
LISTS: tuple[Literal["danger", "ripe", "forgotten"], ...] = ("danger", "ripe", "forgotten")


@dataclass(frozen=True, slots=True)
class Line:
    """A customer on a list, with the strongest reason and the next best step."""

    found: StoredRelationship
    correction: Correction | None
    reason: Words | None
    step: Words | None

    @property
    def letter(self) -> str:
        """The grade that is shown: a person's, where one corrected it."""
        return self.correction.letter if self.correction else self.found.figures.letter


@dataclass(frozen=True, slots=True)
class Trouble:
    """A mailbox that is not read as it should be, or whose server says something."""

    address: str
    state: MailboxState


@PAGE.routes.get("/")
def show() -> Response:
    """The overview."""
    found = services()
    store, now, council, sight = found.store, found.clock(), found.council(), access().sight
    until = end_of_today(now)
    lists = {kind: store.relationships.page(Wanted(order=kind, only=kind), limit=TOP, sight=sight) for kind in LISTS}
    corrections = store.overview.corrections({each.address for rows in lists.values() for each in rows}, sight=sight)
    alerts = store.alerts.page(unseen=True, limit=TOP, sight=sight)
    return shown(
        "overview.html",
        letters=store.overview.letters(sight=sight),
        moved=store.overview.moved(sight=sight),
        grading=found.coach.rules.grading,
        lists={kind: [line_of(each, corrections, kind, council) for each in rows] for kind, rows in lists.items()},
        counts={kind: _count(kind, len(rows)) for kind, rows in lists.items()},
        due=store.matters.open((PROMISE,), due_before=until, limit=TOP, sight=sight),
        promises=store.overview.promises(now, until, sight=sight),
        needs=store.overview.oldest_needs(limit=TOP, sight=sight),
        alerts=alerts,
        names=store.overview.names((each.alert.customer for each in alerts), sight=sight),
        troubles=_troubles(),
        now=now,
    )


@PAGE.routes.get("/open/<any(promise, need):kind>")
def open_matters(kind: str) -> Response:
    """All open promises or needs, a page at a time."""
    found = services()
    kinds = (PROMISE,) if kind == PROMISE else NEEDS
    at = paging(request.args.get("page"), found.store.overview.count_open(kinds, sight=access().sight))
    if kind == PROMISE:
        rows = found.store.matters.open(kinds, limit=at.size, offset=at.offset, sight=access().sight)
    else:
        rows = found.store.overview.oldest_needs(limit=at.size, offset=at.offset, sight=access().sight)
    return shown("open_matters.html", kind=kind, rows=rows, at=at, now=found.clock(), back=here())


@PAGE.routes.post("/alerts/<int:number>/seen")
@needs(Right.CORRECT)
def seen(number: int) -> Response:
    """Takes note of an alert."""
    found = services()
    found.store.alerts.seen(number, found.clock(), sight=access().sight)
    return redirect(url_for("dashboard.overview.show"), 303)


def end_of_today(now: datetime) -> datetime:
    """Just after this day has ended here: what is due by its end comes before that."""
    zone = services().settings.digest.zone
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), zone).astimezone(UTC) + timedelta(seconds=1)


def line_of(found: StoredRelationship, corrections: Mapping[str, Correction], kind: str, council: Council) -> Line:
    """A customer as a line of a list (`kind` "": of all)."""
    reasons = first_reasons(found, council)
    reason, step = reasons.get(kind) or next(iter(reasons.values()), (None, ""))
    return Line(found, corrections.get(found.address), reason, STEPS[step].label if step else None)


def _count(kind: Literal["danger", "ripe", "forgotten"], shown_already: int) -> int:
    if shown_already < TOP:
        return shown_already
    return services().store.relationships.count(Wanted(only=kind), sight=access().sight)


def _troubles() -> list[Trouble]:
    """Mailboxes with a problem or a word of their server's, by address."""
    store, sight = services().store, access().sight
    every = store.mailbox_states.all(sight=sight)
    states = {number: each for number, each in every.items() if each.problem or each.alert}
    addresses = {each.id: each.address for each in store.mailboxes.list(sight=sight)} if states else {}
    found = [Trouble(addresses[number], each) for number, each in states.items() if number in addresses]
    return sorted(found, key=lambda each: each.address)
