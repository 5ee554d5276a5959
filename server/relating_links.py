"""How each mail of the team stands to those before it: what it took up and kept, how well it fitted; noted once."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic_core import from_json

from coach import Coach
from coach.model import Span, Standing
from coach.profile import Profile
from coach.relationship import tracing
from coach.relationship.exchange import Kept, TakenUp, Turn
from coach.relationship.trace import VERSION
from coach.relationship.tracing import Earlier

ASKED_BEFORE = 4  # mails of the customer that an answer may be about
ASKED_WITHIN = timedelta(days=21)
PROMISED_BEFORE = 6  # promises of the team that a later mail may keep
PROMISED_WITHIN = timedelta(days=90)
STANDINGS = {str(each): each for each in Standing}


@dataclass(frozen=True, slots=True)
class Links:
    """How a mail of the team stands to those before it, and which those were."""

    against: tuple[int, ...] = ()
    took_up: tuple[TakenUp, ...] = ()
    kept: tuple[Kept, ...] = ()
    match: float | None = None

    def to_json(self) -> str:
        """The links as they are stored."""
        return json.dumps(
            {
                "version": VERSION,
                "against": self.against,
                "took_up": [[each.mail, each.start, str(each.standing), ends(each.span)] for each in self.took_up],
                "kept": [[each.mail, each.start, ends(each.span)] for each in self.kept],
                "match": self.match,
            }
        )

    @staticmethod
    def from_json(text: str | None) -> Links | None:
        """The links that `to_json` wrote; None where nobody looked, or by an older version."""
        said = from_json(text) if text else {}
        if said.get("version") != VERSION:
            return None
        return Links(
            tuple(said["against"]),
            tuple([TakenUp(mail, at, STANDINGS[how], _span(where)) for mail, at, how, where in said["took_up"]]),
            tuple([Kept(mail, at, Span(*where)) for mail, at, where in said["kept"]]),
            said["match"],
        )


def ends(span: Span | None) -> list[int] | None:
    """A place in a mail as it is stored."""
    return [span.start, span.end] if span else None


def _span(where: list[int] | None) -> Span | None:
    return Span(*where) if where else None


class Candidates:
    """The mails of an exchange that a later one may answer or keep, as far as their text is there (`readable`)."""

    def __init__(self, turns: Sequence[Turn], readable: Set[int]) -> None:
        known = [each for each in turns if each.mail in readable]
        self._asking = [each for each in known if each.is_customer and each.trace.needs]
        self._promising = [each for each in known if not each.is_customer and each.trace.promises]
        self._asked_at = [each.date for each in self._asking]
        self._promised_at = [each.date for each in self._promising]

    def asked_before(self, turn: Turn) -> tuple[int, ...]:
        """The customer's mails that a mail of the team may answer: those of its conversation, and others of late."""
        before = self._asking[_window(self._asked_at, turn.date, ASKED_WITHIN)]
        own = [each.mail for each in before if each.thread == turn.thread]
        others = [each.mail for each in before if each.thread != turn.thread]
        return tuple([*others, *own][-ASKED_BEFORE:])

    def promised_before(self, turn: Turn) -> tuple[int, ...]:
        """The team's mails with promises that a later mail of the team may keep."""
        before = self._promising[_window(self._promised_at, turn.date, PROMISED_WITHIN)]
        return tuple([each.mail for each in before[-PROMISED_BEFORE:]])


def _window(dates: Sequence[datetime], before: datetime, within: timedelta) -> slice:
    return slice(bisect_left(dates, before - within), bisect_left(dates, before))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A mail of the team that is to be held against those before it, and what is known of it already."""

    turn: Turn
    asked: tuple[int, ...]
    promised: tuple[int, ...]
    known: Links | None

    @property
    def against(self) -> tuple[int, ...]:
        """All the mails before that count, by number."""
        return _all_of(self.asked, self.promised)

    @property
    def texts(self) -> tuple[int, ...]:
        """The mails whose text must be read: this one and those that it was not held against yet."""
        fresh = [each for each in self.against if self.known is None or each not in self.known.against]
        return (self.turn.mail, *fresh) if fresh or self.known is None else ()


def _all_of(asked: Iterable[int], promised: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted({*asked, *promised}))


def wanted_links(turns: Sequence[Turn], links: Mapping[int, Links | None], readable: Set[int]) -> list[Wanted]:
    """The team's mails without links, and those that were looked at beside other mails than now."""
    candidates = Candidates(turns, readable)
    found = []
    for turn in turns:
        if turn.is_customer or turn.mail not in readable:
            continue
        asked, promised, known = candidates.asked_before(turn), candidates.promised_before(turn), links.get(turn.mail)
        if known is None or known.against != _all_of(asked, promised):
            found.append(Wanted(turn, asked, promised, known))
    return found


def made_links(
    wanted: Iterable[Wanted],
    turns: Sequence[Turn],
    texts: Mapping[int, str],
    coach: Coach,
    profile: Profile,
    now: datetime,
) -> dict[int, Links]:
    """The links of these mails; what was noted of a pair of mails before is taken as it is."""
    traces = {turn.mail: turn.trace for turn in turns}
    earlier = {mail: Earlier(mail, text, traces[mail]) for mail, text in texts.items() if mail in traces}
    found = {}
    for one in wanted:
        mail, known = one.turn.mail, one.known or Links()
        if one.texts and mail not in texts:
            continue
        text = texts.get(mail, "")
        took_up, kept = list[TakenUp](), list[Kept]()
        for each in one.asked:
            if each in known.against:
                took_up += [taken for taken in known.took_up if taken.mail == each]
            elif each in earlier:
                took_up += tracing.taken_up(coach, text, [earlier[each]])
        for each in one.promised:
            if each in known.against:
                kept += [done for done in known.kept if done.mail == each]
            elif each in earlier:
                kept += tracing.keeps(coach, text, [earlier[each]])
        match = one.known.match if one.known else tracing.match_of(coach, text, profile, now)
        found[mail] = Links(one.against, tuple(took_up), tuple(kept), match)
    return found
