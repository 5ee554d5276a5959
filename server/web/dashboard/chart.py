"""Charts as SVG made here: a line over time with events, and bars; colours come from the stylesheet's classes.

The elements are svg.py's (MIT); it leaves texts as they are, so every text is escaped here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import svg
from markupsafe import Markup, escape

from server.web.dashboard.formats import Formats

WIDTH, HEIGHT = 720, 240
LEFT, RIGHT, TOP, BOTTOM = 34, 10, 12, 58  # margins; the rows of mails and events lie below the axis
TICKS = (0, 25, 50, 75, 100)
MOST_MONTHS = 8  # names on the axis
LEAST_DAYS = 30


@dataclass(frozen=True, slots=True)
class Reading:
    """A value from 0 to 100 on a day."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened: `kind` is the class of its sign, `label` what is said of it."""

    day: date
    kind: str
    label: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Timeline:
    """A value over time; `mails_in` and `mails_out` are days of mails; `bounds` are lines across, with their names."""

    readings: Sequence[Reading]
    until: date
    mails_in: Sequence[date] = ()
    mails_out: Sequence[date] = ()
    marks: Sequence[Mark] = ()
    bounds: Sequence[tuple[float, str]] = ()


def timeline(found: Timeline, title: str, description: str, formats: Formats) -> Markup:
    """The timeline as SVG; `description` says in words what it shows, for those who do not see it."""
    days = [*found.mails_in, *found.mails_out, found.until]
    days += [each.day for each in found.readings] + [each.day for each in found.marks]
    start = min(min(days), found.until - timedelta(days=LEAST_DAYS))
    scale = _Scale(start, max(days))
    return _drawing(
        (WIDTH, HEIGHT),
        title,
        description,
        [
            *_grid(scale, found, formats),
            *_line(scale, found),
            *_mails(scale, found),
            *(_sign(scale, each, formats) for each in found.marks),
        ],
    )


def bars(rows: Sequence[tuple[str, float, str]], title: str, description: str, most: float | None = None) -> Markup:
    """Lying bars, one for each (name, value, what is said of it); values from 0 up."""
    row, name_width = 26, 190
    full = most or max((value for _, value, _ in rows), default=1.0) or 1.0
    room = WIDTH - name_width - 110
    elements: list[svg.Element] = []
    for at, (name, value, said) in enumerate(rows):
        y, width = at * row, max(value, 0.0) / full * room
        elements += [
            _text(name_width - 8, y + 17, name, "name", anchor="end"),
            svg.Rect(x=name_width, y=y + 5, width=round(width, 1), height=row - 10, rx=3, class_=["bar"]),
            _text(name_width + width + 8, y + 17, said, "value"),
        ]
    return _drawing((WIDTH, max(len(rows), 1) * row), title, description, elements)


@dataclass(frozen=True, slots=True)
class _Scale:
    start: date
    end: date

    def x(self, day: date) -> float:
        share = (day - self.start) / max(self.end - self.start, timedelta(days=1))
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        return round(HEIGHT - BOTTOM - value / 100 * (HEIGHT - TOP - BOTTOM), 1)


def _drawing(size: tuple[int, int], title: str, description: str, elements: list[svg.Element]) -> Markup:
    words: list[svg.Element] = [svg.Title(text=str(escape(title))), svg.Desc(text=str(escape(description)))]
    drawn = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, *size), class_=["chart"], extra={"role": "img"}, elements=words + elements
    )
    return Markup(drawn.as_str())  # noqa: S704 # nosec B704 - every text in it was escaped


def _text(x: float, y: float, said: str, kind: str, anchor: Any = "start") -> svg.Element:
    return svg.Text(x=round(x, 1), y=round(y, 1), text=str(escape(said)), class_=[kind], text_anchor=anchor)


def _grid(scale: _Scale, found: Timeline, formats: Formats) -> list[svg.Element]:
    elements: list[svg.Element] = []
    for tick in TICKS:
        y = scale.y(tick)
        elements += [
            svg.Line(x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_=["grid"]),
            _text(LEFT - 6, y + 4, formats.number(tick), "tick", anchor="end"),
        ]
    for value, name in found.bounds:
        y = scale.y(value)
        elements += [
            svg.Line(x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_=["bound"]),
            _text(WIDTH - RIGHT - 2, y - 4, name, "bound-name", anchor="end"),
        ]
    for month in _months(scale):
        x = scale.x(month)
        elements += [
            svg.Line(x1=x, x2=x, y1=scale.y(0), y2=scale.y(0) + 4, class_=["axis"]),
            _text(x, HEIGHT - 4, formats.month(month), "tick", anchor="middle"),
        ]
    return elements


def _months(scale: _Scale) -> list[date]:
    first = (scale.start.replace(day=1) + timedelta(days=32)).replace(day=1)
    months = []
    while first <= scale.end:
        months.append(first)
        first = (first + timedelta(days=32)).replace(day=1)
    step = -(-len(months) // MOST_MONTHS) or 1
    return [each for each in months[::step] if LEFT + 18 < scale.x(each) < WIDTH - RIGHT - 22]


def _line(scale: _Scale, found: Timeline) -> list[svg.Element]:
    """A step at each reading: the value held until the next one."""
    if not found.readings:
        return []
    readings = sorted(found.readings, key=lambda each: each.day)
    path: list[svg.PathData] = [svg.MoveTo(scale.x(readings[0].day), scale.y(readings[0].value))]
    path += [svg.LineTo(scale.x(each.day), scale.y(each.value)) for each in readings[1:]]
    last = readings[-1]
    path.append(svg.LineTo(scale.x(found.until), scale.y(last.value)))
    dots = [svg.Circle(cx=scale.x(each.day), cy=scale.y(each.value), r=2.5, class_=["dot"]) for each in readings]
    return [svg.Path(d=path, class_=["line"]), *dots]


def _mails(scale: _Scale, found: Timeline) -> list[svg.Element]:
    """A stroke for each mail: the customer's upwards, the team's downwards."""
    middle = HEIGHT - BOTTOM + 17
    elements: list[svg.Element] = []
    for days, kind, y1, y2 in (
        (found.mails_in, "in", middle - 9, middle - 1),
        (found.mails_out, "out", middle + 1, middle + 9),
    ):
        path: list[svg.PathData] = []
        for day in sorted(set(days)):
            path += [svg.MoveTo(scale.x(day), y1), svg.LineTo(scale.x(day), y2)]
        if path:
            elements.append(svg.Path(d=path, class_=["mail", kind]))
    return elements


def _sign(scale: _Scale, mark: Mark, formats: Formats) -> svg.Element:
    x, y = scale.x(mark.day), HEIGHT - BOTTOM + 35
    title = svg.Title(text=str(escape(f"{formats.day(mark.day)}: {mark.label}")))
    shape: svg.Element
    if mark.kind in ("good", "won"):
        shape = svg.Circle(cx=x, cy=y, r=4.5)
    elif mark.kind in ("poor", "lost"):
        shape = svg.Path(
            d=[svg.MoveTo(x, y - 5.5), svg.LineTo(x + 5, y + 4), svg.LineTo(x - 5, y + 4), svg.ClosePath()]
        )
    else:
        shape = svg.Rect(x=x - 4, y=y - 4, width=8, height=8, rx=1.5)
    return svg.G(class_=["sign", mark.kind], elements=[title, shape])
