"""Exchanges as they are written down for examples: one mail a line, with its side, its day and its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from coach.engine import Coach
from coach.relationship import tracing
from coach.relationship.address_ledger import Side
from coach.relationship.exchange import Exchange, Turn, exchange_of
from coach.relationship.tracing import Earlier

START = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)  # day 0 of every story: a Monday
LINE = re.compile(r"(?P<side>[CTN]) (?P<day>-?\d+(?:\.\d+)?)(?P<new> new)?(?: fits (?P<fits>\d+))?: (?P<text>.+)")
TODAY = re.compile(r"\. (?P<day>-?\d+(?:\.\d+)?)")
ASKED_BEFORE = 4


@dataclass(frozen=True, slots=True)
class StoryMail:
    """One mail of a story: `N` is a note of a call with the customer; `fits` is how well a mail of the team fitted."""

    side: Side
    date: datetime
    text: str
    new: bool
    channel: str
    fits: float | None = None


def mails_of(lines: Iterable[str]) -> tuple[list[StoryMail], datetime | None]:
    """The mails of a story and its today, where it names one; ValueError for a line that is neither."""
    found: list[StoryMail] = []
    today = None
    for line in (each.strip() for each in lines):
        if not line:
            continue
        if at := TODAY.fullmatch(line):
            today = START + timedelta(days=float(at["day"]))
        elif said := LINE.fullmatch(line):
            side = Side.TEAM if said["side"] == "T" else Side.CUSTOMER
            date = START + timedelta(days=float(said["day"]))
            text = said["text"].replace("|", "\n")
            fits = float(said["fits"]) if said["fits"] else None
            channel = "call" if said["side"] == "N" else "email"
            found.append(StoryMail(side, date, text, bool(said["new"]), channel, fits))
            if today is not None and date > today:
                today = None  # told for the mails before it
        else:
            raise ValueError(f"no line of a story: {line!r}")
    return found, today


def exchange_in(coach: Coach, *parts: str, rhythm: timedelta | None = None) -> Exchange:
    """The exchange that a story tells, its parts one after the other; today is the day after, if it names none."""
    mails, today = mails_of(line for part in parts for line in part.splitlines())
    turns = list(_turns(coach, mails))
    last = max((each.date for each in turns), default=START)
    return exchange_of(turns, today or last + timedelta(days=1), rhythm)


def _turns(coach: Coach, mails: Iterable[StoryMail]) -> Iterator[Turn]:
    thread = 0
    before: list[tuple[Side, Earlier]] = []
    for number, mail in enumerate(mails, 1):
        thread += mail.new or number == 1
        by_team = mail.side is Side.TEAM
        found = tracing.trace(coach, mail.text, mail.date, by_team=by_team)
        asked = [each for side, each in before if side is Side.CUSTOMER and each.trace.needs][-ASKED_BEFORE:]
        promised = [each for side, each in before if side is Side.TEAM]
        turn = Turn(
            mail=number,
            date=mail.date,
            side=mail.side,
            trace=found,
            thread=str(thread),
            channel=mail.channel,
            took_up=tracing.taken_up(coach, mail.text, asked) if by_team else (),
            kept=tracing.keeps(coach, mail.text, promised) if by_team else (),
            match=mail.fits,
            looked=by_team,
        )
        before.append((turn.side, Earlier(number, mail.text, found)))
        yield turn
