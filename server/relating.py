"""Stored mail -> how customers stand: turns, what is open, the grade, and the lists it puts them on."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from coach import Coach
from coach.model import Span, Standing
from coach.relationship import tracing
from coach.relationship.address_ledger import Side
from coach.relationship.cases import Case, CaseKind, cases_of
from coach.relationship.exchange import Exchange, Kept, TakenUp, Turn, exchange_of
from coach.relationship.grade import Before, Grade, before, graded
from coach.relationship.phase import Closeness, closeness_of
from coach.relationship.signal import Point, Signal
from coach.relationship.trace import VERSION, Trace
from server.assess import ProfileShelf, segment_of
from server.errors import ServerError
from server.leftover import traced
from server.load import Loads
from server.past import lacks_past, past_of
from server.store import (
    PROMISE,
    Customer,
    DueRelationship,
    RelationshipFigures,
    Store,
    StoredMatter,
    StoredTrace,
    StoredTurn,
)

log = logging.getLogger(__name__)

BASIS_LETTERS = 16
BATCH = 50  # customers between two looks whether to stop
LATEST = 240  # mails of one customer that count: two months, which a trend needs, even at four a day
ASKED_BEFORE = 4  # mails of the customer that an answer may be about
ASKED_WITHIN = timedelta(days=21)
PROMISED_BEFORE = 6  # promises of the team that a later mail may keep
PROMISED_WITHIN = timedelta(days=90)
AGAIN = timedelta(hours=12)  # without new mail, for silence grows and promises fall due
AGAIN_LATER = timedelta(days=4)  # where nothing was written for half a year
QUIET = timedelta(days=180)
FRESH = timedelta(days=7)
REMEMBERED = timedelta(days=120)  # nobody waits longer for what a mail asked or promised


def relate_due(
    store: Store,
    coach: Coach,
    shelf: ProfileShelf,
    signals: Sequence[Signal],
    now: datetime,
    *,
    loads: Loads | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> int:
    """Works out every relationship that is due; returns how many. May be killed at any moment and run again."""
    done = 0
    loads = loads or Loads(store)
    while not stopped() and (due := store.relationships.due(now, BATCH)):
        for each in due:
            if stopped():
                return done
            try:
                relate(each, store, coach, shelf, signals, now, loads=loads)
            except ServerError:
                raise  # a database that is busy or full says nothing about the customer: they go on waiting
            except Exception as error:  # one odd exchange must not hold up all others
                log.exception("a relationship could not be worked out: %s", type(error).__name__)
                store.relationships.postpone(each, now + AGAIN)
            done += 1
    return done


def relate(
    due: DueRelationship,
    store: Store,
    coach: Coach,
    shelf: ProfileShelf,
    signals: Sequence[Signal],
    now: datetime,
    *,
    loads: Loads,
) -> Grade | None:
    """Works out and stores how one customer stands; None where no mail of theirs is left."""
    customer = store.customers.get(due.address)
    if customer is None:
        store.relationships.drop(due.address)
        return None
    exchange, segment = exchange_with(customer, store, coach, shelf, now, loads)
    basis = hashlib.sha256(basis_of(coach, signals).encode()).hexdigest()[:BASIS_LETTERS]
    was = _kept_before(store.relationships.body(due.address), basis)
    if was is None or not was.holds_for(exchange):
        was = before(exchange, signals, coach.rules.grading)
    grade = graded(exchange, signals, coach.rules.grading, was=was)
    cases = cases_of(exchange, grade)
    closeness = closeness_of(exchange, familiar=_familiar(customer, shelf), strained=grade.letter == "C")
    kept = [was.day.isoformat(), was.mails, was.index, basis]
    figures = _figures(exchange, grade, cases, closeness, segment, kept)
    quiet = bool(exchange.turns) and now - exchange.turns[-1].date > QUIET
    next_at = now + (AGAIN_LATER if quiet else AGAIN)
    sour = _sour(exchange, cases)
    grading, first = coach.rules.grading, store.relationships.first_day(due.address)
    store.relationships.record(due, figures, matters_of(exchange), now=now, next_at=next_at, sour=sour)
    if lacks_past(exchange, first, grading):
        store.relationships.look_back(due.address, past_of(exchange, signals, grading))
    return grade


def _kept_before(body: str, basis: str) -> Before | None:
    """What the index was 60 days ago, as an earlier look of the same day worked it out by the same weights."""
    said = json.loads(body).get("before") if body else None
    if said is None or said[3] != basis:
        return None
    return Before(date.fromisoformat(said[0]), said[1], said[2])


def _sour(exchange: Exchange, cases: Iterable[Case]) -> Mapping[str, str] | None:
    """Why somebody turned sour, where mail of these days says so; a grade that sinks by silence alarms nobody."""
    danger = next((each for each in cases if each.kind is CaseKind.DANGER), None)
    fresh = bool(exchange.customers) and exchange.now - exchange.customers[-1].date <= FRESH
    return dict(danger.reasons[0].say) if danger and danger.reasons and fresh else None


def exchange_with(
    customer: Customer, store: Store, coach: Coach, shelf: ProfileShelf, now: datetime, loads: Loads
) -> tuple[Exchange, str]:
    """What went to and fro with a customer until now, and the segment that they belong to."""
    stored = store.traces.turns(customer.address, LATEST)
    segment = segment_of(customer.address, customer, coach.rules, store.contacts)
    turns = [
        turn if turn.is_customer else replace(turn, load=loads.at(turn.date, now))
        for turn in _turns(stored, customer, store, coach, shelf, now)
    ]
    ticked = store.matters.ticked(customer.address)
    return replace(exchange_of(turns, now, coach.rules.rhythm_of(segment)), ticked=ticked), segment


def basis_of(coach: Coach, signals: Sequence[Signal]) -> str:
    """All that grades rest on besides mail, as a text that differs when it changes."""
    rules = coach.rules
    segments = sorted((each.name, sorted(each.domains | each.addresses), str(each.rhythm)) for each in rules.segments)
    signs = [[each.name, each.version, rules.grading.weight(each), each.steady] for each in signals]
    return json.dumps([rules.grading.a_from, rules.grading.c_below, rules.grading.least_mails, segments, signs])


# --- turns ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Links:
    """How a mail of the team stands to those before it, and which those were."""

    against: tuple[int, ...] = ()
    took_up: tuple[TakenUp, ...] = ()
    kept: tuple[Kept, ...] = ()
    match: float | None = None

    def to_json(self) -> str:
        return json.dumps(
            {
                "version": VERSION,
                "against": self.against,
                "took_up": [[each.mail, each.start, str(each.standing), _ends(each.span)] for each in self.took_up],
                "kept": [[each.mail, each.start, _ends(each.span)] for each in self.kept],
                "match": self.match,
            }
        )

    @staticmethod
    def from_json(text: str | None) -> _Links | None:
        said = json.loads(text) if text else {}
        if said.get("version") != VERSION:
            return None
        return _Links(
            tuple(said["against"]),
            tuple(TakenUp(mail, at, Standing(how), _span(ends)) for mail, at, how, ends in said["took_up"]),
            tuple(Kept(mail, at, Span(*ends)) for mail, at, ends in said["kept"]),
            said["match"],
        )


def _ends(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _span(ends: list[int] | None) -> Span | None:
    return Span(*ends) if ends else None


def _turns(
    stored: Sequence[StoredTurn], customer: Customer, store: Store, coach: Coach, shelf: ProfileShelf, now: datetime
) -> list[Turn]:
    """The turns of an exchange; what nobody looked at yet is looked at now, and kept."""
    threads = threads_of(stored)
    fresh = _missing_traces(stored, store, coach)
    known = {each.id: fresh.get(each.id) or each.trace for each in stored}
    turns = [
        Turn(
            mail=each.id,
            date=each.date,
            side=Side.CUSTOMER if each.direction == "in" else Side.TEAM,
            trace=_trace_of(each, known[each.id]),
            thread=threads[each.id],
            channel=each.channel,
        )
        for each in stored
    ]
    links = {each.id: _Links.from_json(each.links) for each in stored}
    new_links = _new_links(turns, stored, links, customer, store, coach, shelf, now)
    store.traces.keep(fresh, {number: each.to_json() for number, each in new_links.items()})
    made = {**links, **new_links}
    return [_linked(turn, made.get(turn.mail)) for turn in turns]


def _linked(turn: Turn, links: _Links | None) -> Turn:
    return replace(turn, took_up=links.took_up, kept=links.kept, match=links.match, looked=True) if links else turn


def _trace_of(turn: StoredTurn, found: StoredTrace | None) -> Trace:
    if found is None:
        return Trace(words=turn.words, language=turn.language)
    return Trace.from_json(found.body)


def _missing_traces(stored: Iterable[StoredTurn], store: Store, coach: Coach) -> dict[int, StoredTrace]:
    """Traces of mails that have none, or one of an older version, as far as their text is still kept."""
    wanted = {
        each.id: each for each in stored if each.has_text and (each.trace is None or each.trace.version < VERSION)
    }
    texts = store.traces.texts(wanted) if wanted else {}
    return {
        number: traced(text, wanted[number].date, wanted[number].direction, coach) for number, text in texts.items()
    }


def threads_of(stored: Iterable[StoredTurn]) -> dict[int, str]:
    """Which conversation each mail belongs to: that of the mail it answers, else one of its own.

    A reply to a mail that was never seen begins the conversation of that mail.
    """
    heads: dict[str, str] = {}
    found: dict[int, str] = {}
    for each in stored:
        parent = each.in_reply_to
        thread = heads.get(parent, parent) if parent else (each.message_id or str(each.id))
        if each.message_id:
            heads[each.message_id] = thread
        if parent:
            heads.setdefault(parent, thread)
        found[each.id] = thread
    return found


def _new_links(
    turns: Sequence[Turn],
    stored: Sequence[StoredTurn],
    links: Mapping[int, _Links | None],
    customer: Customer,
    store: Store,
    coach: Coach,
    shelf: ProfileShelf,
    now: datetime,
) -> dict[int, _Links]:
    """Links of the team's mails that have none yet, or were looked at beside other mails than now."""
    readable = {each.id for each in stored if each.has_text}
    known = [each for each in turns if each.mail in readable]  # texts go after some months, so these are the latest
    mine = [each for each in known if not each.is_customer]
    asked = {turn.mail: _asked_before(turn, known, readable) for turn in mine}
    promised = {turn.mail: _promised_before(turn, known, readable) for turn in mine}
    wanted = {}
    for turn in mine:
        against = tuple(sorted({*asked[turn.mail], *promised[turn.mail]}))
        before = links.get(turn.mail)
        if before is None or before.against != against:
            wanted[turn.mail] = against
    if not wanted:
        return {}
    texts = store.traces.texts({*wanted, *(mail for against in wanted.values() for mail in against)})
    dates = {turn.mail: turn.date for turn in turns}
    profile = shelf.contact(customer.address)
    found = {}
    for mail, against in wanted.items():
        if mail not in texts:
            continue
        questions = [(each, texts[each]) for each in asked[mail] if each in texts]
        promises = [(each, texts[each], dates[each]) for each in promised[mail] if each in texts]
        before = links.get(mail)
        match = before.match if before else tracing.match_of(coach, texts[mail], profile, now)
        found[mail] = _Links(
            against,
            tracing.taken_up(coach, texts[mail], questions),
            tracing.keeps(coach, texts[mail], promises),
            match,
        )
    return found


def _asked_before(turn: Turn, turns: Sequence[Turn], readable: set[int]) -> tuple[int, ...]:
    """The customer's mails that a mail of the team may answer: those of its conversation, and others of late."""
    before = [
        each
        for each in turns
        if each.is_customer
        and each.date < turn.date
        and turn.date - each.date <= ASKED_WITHIN
        and each.trace.needs
        and each.mail in readable
    ]
    own = [each for each in before if each.thread == turn.thread]
    others = [each for each in before if each.thread != turn.thread]
    return tuple(each.mail for each in [*others, *own][-ASKED_BEFORE:])


def _promised_before(turn: Turn, turns: Sequence[Turn], readable: set[int]) -> tuple[int, ...]:
    before = [
        each.mail
        for each in turns
        if not each.is_customer
        and each.date < turn.date
        and turn.date - each.date <= PROMISED_WITHIN
        and each.trace.promises
        and each.mail in readable
    ]
    return tuple(before[-PROMISED_BEFORE:])


# --- what is open ---------------------------------------------------------------------------------------------------


def matters_of(exchange: Exchange) -> list[StoredMatter]:
    """The needs and promises of an exchange with what became of them."""
    return [*_needs(exchange), *_promises(exchange)]


def _needs(exchange: Exchange) -> Iterable[StoredMatter]:
    taken: dict[tuple[int, int], Turn] = {}
    for turn in exchange.teams:
        for each in turn.took_up:
            if each.standing is not Standing.OPEN:
                taken.setdefault((each.mail, each.start), turn)
    for turn in exchange.customers:
        if exchange.now - turn.date > REMEMBERED:
            continue
        settled = _settled_after(turn, exchange)
        for need in turn.trace.needs:
            by = taken.get((turn.mail, need.span.start))
            closed = by or settled
            yield StoredMatter(
                message_id=turn.mail,
                kind=str(need.kind),
                start=need.span.start,
                end=need.span.end,
                at=turn.date,
                closed_at=closed.date if closed else None,
                closed_by=closed.mail if closed else None,
            )


def _settled_after(turn: Turn, exchange: Exchange) -> Turn | None:
    """The customer's later mail of the same conversation that says that all is well, or the team's answer to it whose
    text nobody can look at any more."""
    for each in exchange.turns:
        if each.date <= turn.date or each.thread != turn.thread:
            continue
        if each.is_customer and each.trace.has("settled", "thanks", "praise"):
            return each
        if not each.is_customer and not any(taken.mail == turn.mail for taken in each.took_up):
            return each
    return None


def _promises(exchange: Exchange) -> Iterable[StoredMatter]:
    kept = {(each.mail, each.start): turn for turn in exchange.teams for each in turn.kept}
    for turn in exchange.teams:
        if exchange.now - turn.date > REMEMBERED:
            continue
        for promise in turn.trace.promises:
            by = kept.get((turn.mail, promise.span.start))
            yield StoredMatter(
                message_id=turn.mail,
                kind=PROMISE,
                start=promise.span.start,
                end=promise.span.end,
                at=turn.date,
                due=promise.due,
                exact=promise.exact,
                closed_at=by.date if by else None,
                closed_by=by.mail if by else None,
            )


# --- what is stored -------------------------------------------------------------------------------------------------


def _familiar(customer: Customer, shelf: ProfileShelf) -> bool:
    """Whether both sides call each other Du or by first name."""
    standings = shelf.standings.of(customer).values()
    return any(
        each.customer.form in ("du", "first_name") and each.team.form in ("du", "first_name") for each in standings
    )


def _figures(
    exchange: Exchange, grade: Grade, cases: Iterable[Case], closeness: Closeness, segment: str, kept: list[Any]
) -> RelationshipFigures:
    by_kind = {each.kind: each for each in cases}
    strength = {kind: by_kind[kind].strength if kind in by_kind else 0.0 for kind in CaseKind}
    return RelationshipFigures(
        letter=grade.letter,
        score=grade.index if grade.letter else None,
        low=grade.band[0] if grade.letter else None,
        high=grade.band[1] if grade.letter else None,
        trend=grade.trend,
        phase=str(closeness.phase),
        danger=strength[CaseKind.DANGER],
        ripe=strength[CaseKind.RIPE],
        forgotten=strength[CaseKind.FORGOTTEN],
        mails=len(exchange.turns),
        segment=segment,
        body=json.dumps(_body(grade, by_kind, closeness) | {"before": kept}, separators=(",", ":")),
    )


def _body(grade: Grade, cases: Mapping[CaseKind, Case], closeness: Closeness) -> dict[str, Any]:
    """All that is behind the figures: reasons in words of ours, mails by number, places in them; no words of mails."""
    return {
        "shares": [
            {
                "signal": share.signal,
                "points": round(share.points, 3),
                "most": share.most,
                "value": round(share.value, 4),
                "evidence": round(share.evidence, 2),
                "say": dict(share.say),
                "causes": _causes(share.causes),
            }
            for share in grade.shares
        ],
        "cases": {
            str(kind): {
                "strength": round(case.strength, 2),
                "step": case.step.name,
                "reasons": [
                    {"signal": each.signal, "say": dict(each.say), "causes": _causes(each.causes)}
                    for each in case.reasons
                ],
            }
            for kind, case in cases.items()
        },
        "closeness": {
            "phase": str(closeness.phase),
            "readiness": round(closeness.readiness, 3),
            "proofs": [
                {"name": each.name, "say": dict(each.label), "mail": each.mail, "span": _ends(each.span)}
                for each in closeness.proofs
            ],
            "missing": [dict(each) for each in closeness.missing],
        },
    }


MOST_CAUSES = 12


def _causes(points: Iterable[Point]) -> list[list[Any]]:
    """The points that move most: [mail, points, where in it]."""
    strongest = sorted(points, key=lambda each: -abs(each.share))[:MOST_CAUSES]
    return [[each.mail, round(each.share, 3), _ends(each.span)] for each in strongest]
