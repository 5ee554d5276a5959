"""How it came about: index, mails and events of a customer over time, as a chart and as the table beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from markupsafe import Markup

from coach.relationship.grade import Grading
from server.access import Sight
from server.standing import Standing
from server.store import PROMISE, Customer, MailDay, OpenMatter, Outcome, Store
from server.web.dashboard.chart import Mark, Reading, Timeline, timeline
from server.web.dashboard.formats import Formats
from server.web.dashboard.wording import Speaker

LATEST = 400  # mails
SHOWN = timedelta(days=550)  # what is older made nobody what they are now
GOOD_FROM = {"csat": 4, "ces": 5, "nps": 9}  # as the effect page counts them
SIGNALS = {
    "complaints": (("fair", "event_healed"), ("poor", "event_complaint")),
    "promises_kept": (("good", "event_kept"), ("poor", "event_broken")),
}
POOR_UNTIL = {"csat": 3, "ces": 4, "nps": 6}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened besides mail: `kind` colours it; `text` is a text of the page, filled with `values`."""

    at: datetime
    kind: str
    text: str
    values: tuple[tuple[str, object], ...] = ()

    def said(self, t: Speaker) -> str:
        """The event in words."""
        return t(self.text, **dict(self.values))


@dataclass(frozen=True, slots=True)
class Course:
    """What a customer's timeline shows, oldest first; `matters` are all needs and promises, also closed ones."""

    readings: tuple[tuple[date, float, str], ...]
    mails: tuple[MailDay, ...]
    events: tuple[Event, ...]
    matters: tuple[OpenMatter, ...]
    grading: Grading
    now: datetime


def course_of(
    customer: Customer, standing: Standing, store: Store, grading: Grading, now: datetime, *, sight: Sight
) -> Course:
    """The course of the last year and a half, with mails of mailboxes in sight alone."""
    since = now - SHOWN
    matters = tuple(store.matters.of(customer.address, sight=sight))
    events = [
        *_of_signals(standing),
        *_of_matters(matters, now),
        *(_of_outcome(each) for each in store.outcomes.list(customer.address, sight=sight)),
        *(
            Event(each.at, "hand", "event_correction", (("letter", each.letter),))
            for each in store.overview.corrections_of(customer.address, sight=sight)
        ),
    ]
    return Course(
        readings=tuple((each.day, each.score, each.letter) for each in standing.history if each.day >= since.date()),
        mails=tuple(
            each for each in store.overview.mail_days(customer.address, LATEST, sight=sight) if each.date >= since
        ),
        events=tuple(sorted((each for each in events if since <= each.at), key=lambda each: each.at)),
        matters=matters,
        grading=grading,
        now=now,
    )


def drawn(course: Course, t: Speaker, f: Formats) -> Markup:
    """The course as a chart, with a description for those who do not see it."""
    readings = [Reading(day, value) for day, value, _ in course.readings]
    sides = {side: [f.day_of(each.date) for each in course.mails if each.direction == side] for side in ("in", "out")}
    found = Timeline(
        readings=readings,
        until=f.day_of(course.now),
        mails_in=sides["in"],
        mails_out=sides["out"],
        marks=[Mark(f.day_of(each.at), each.kind, each.said(t)) for each in course.events],
        bounds=((course.grading.a_from, t("bound_a")), (course.grading.c_below, t("bound_c"))),
    )
    counts = {"mails_in": len(sides["in"]), "mails_out": len(sides["out"]), "events": len(course.events)}
    return timeline(found, t("course"), f"{_moved(readings, t, f)} {t('course_counts', **counts)}", f)


def _moved(readings: list[Reading], t: Speaker, f: Formats) -> str:
    if not readings:
        return t("course_none")
    first, last = readings[0], readings[-1]
    values = {"first": f.number(first.value), "last": f.number(last.value), "day": f.day(first.day)}
    return t("course_moved", **values)


def _of_signals(standing: Standing) -> Iterator[Event]:
    """Complaints and promises as the signals see them: those reach back further than what is open."""
    for share in standing.shares:
        good_and_poor = SIGNALS.get(share.signal)
        for cause in share.causes:
            if good_and_poor and cause.date is not None and cause.points is None:
                yield Event(cause.date, *good_and_poor[1])  # whether it was settled is not to be shown
            elif good_and_poor and cause.date is not None and cause.points:
                kind, text = good_and_poor[cause.points < 0]
                yield Event(cause.date, kind, text)


def _of_matters(matters: tuple[OpenMatter, ...], now: datetime) -> Iterator[Event]:
    for each in matters:
        said = each.matter
        if said.kind == PROMISE and each.ticked_at is not None:
            yield Event(each.ticked_at, "good", "event_ticked")
        elif said.kind == PROMISE and said.closed_at is None and said.due is not None and said.due < now:
            yield Event(said.due, "poor", "event_overdue")


def _of_outcome(found: Outcome) -> Event:
    if found.value is None:
        kind = "lost" if found.kind == "lost" else "won"
        return Event(found.at, kind, f"event_{found.kind}")
    good, poor = found.value >= GOOD_FROM[found.kind], found.value <= POOR_UNTIL[found.kind]
    kind = "good" if good else "poor" if poor else "fair"
    return Event(found.at, kind, f"event_{found.kind}", (("value", found.value),))
