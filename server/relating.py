"""Stored mail -> how customers stand: who is due, the exchange, the grade, and the lists it puts them on."""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from coach import Coach
from coach.relationship.cases import Case, CaseKind, cases_of
from coach.relationship.exchange import Exchange, exchange_of
from coach.relationship.grade import Before, Grade, before, graded
from coach.relationship.phase import closeness_of
from coach.relationship.signal import Signal
from coach.ruleset import RuleSet
from server.access import EVERYTHING
from server.assess import ProfileShelf
from server.errors import ServerError
from server.holding import MOST_DEATHS, holding
from server.load import Loads
from server.past import lacks_past, past_of
from server.relating_figures import figures_of
from server.relating_matters import matters_of
from server.relating_turns import Keep, are_familiar, turns_of
from server.store import DueRelationship, Grounds, Store, StoredTrace
from server.works_council import LOOK, LOOKS_BACK, NEUTRAL, SHARED_SIGNALS, TEAM_SIGNALS
from server.writers import behind

log = logging.getLogger(__name__)

BASIS_LETTERS = 16
BATCH = 50  # customers between two looks whether to stop
LATEST = 240  # mails of one customer that count: two months, which a trend needs, even at four a day
AGAIN = timedelta(hours=12)  # without new mail, for silence grows and promises fall due
AGAIN_LATER = timedelta(days=4)  # where nothing was written for half a year
QUIET = timedelta(days=180)
FRESH = timedelta(days=7)


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
    """Works out every relationship that is due and nobody else works out; returns how many.

    May be killed at any moment and run again.
    """
    done, began = 0, time.monotonic()
    loads = loads or Loads(store)
    with holding(store.relationship_claims, lambda: now + timedelta(seconds=time.monotonic() - began)) as hold:
        while not stopped() and (claimed := hold.take(BATCH)):
            for each in claimed.due:
                if stopped():
                    return done
                hold.go_on()
                if claimed.deaths >= MOST_DEATHS:
                    log.error("a relationship is put off: %d workers ended while they had it", claimed.deaths)
                    store.relationships.postpone(each, now + AGAIN)
                    continue
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
    grounds = store.relationships.grounds(due.address, LATEST, since=now - LOOKS_BACK)
    if grounds is None:
        store.relationships.drop(due.address)
        return None
    found = _Found()
    try:
        grade, is_stored = _relate(due, grounds, found, store, coach, shelf, signals, now, loads)
    except ServerError:
        raise
    except Exception:  # else hundreds of mails would be looked at anew each time that this customer is tried
        store.traces.keep(found.traces, found.links)
        raise
    if not is_stored:
        store.traces.keep(found.traces, found.links)
    return grade


@dataclass(slots=True)
class _Found:
    """What mails showed that nobody had looked at: worth keeping whatever becomes of the grade."""

    traces: dict[int, StoredTrace] = field(default_factory=dict)
    links: dict[int, str] = field(default_factory=dict)

    def add(self, traces: Mapping[int, StoredTrace], links: Mapping[int, str]) -> None:
        self.traces.update(traces)
        self.links.update(links)


def _relate(
    due: DueRelationship,
    grounds: Grounds,
    found: _Found,
    store: Store,
    coach: Coach,
    shelf: ProfileShelf,
    signals: Sequence[Signal],
    now: datetime,
    loads: Loads,
) -> tuple[Grade, bool]:
    """The grade, and whether it was stored with what was found: not where the customer is gone or somebody else's."""
    segment = _segment(grounds, coach.rules)
    exchange = _exchange(grounds, segment, store, coach, shelf, now, loads, found.add)
    basis = hashlib.sha256(basis_of(coach, signals).encode()).hexdigest()[:BASIS_LETTERS]
    was = _kept_before(grounds.body, basis)
    if was is None or not was.holds_for(exchange, latest_only=len(grounds.turns) >= LATEST):
        was = before(exchange, signals, coach.rules.grading)
    grade = graded(exchange, signals, coach.rules.grading, was=was)
    cases = cases_of(exchange, grade)
    closeness = closeness_of(exchange, familiar=are_familiar(grounds.turns), strained=grade.letter == "C")
    team = behind(grounds.senders)
    kept = {
        "before": [was.day.isoformat(), was.mails, was.index, basis],
        "behind": [team.people, round(team.largest, 2)],
    }
    figures = figures_of(exchange, grade, cases, closeness, segment, kept)
    quiet = bool(exchange.turns) and now - exchange.turns[-1].date > QUIET
    next_at = now + (AGAIN_LATER if quiet else AGAIN)
    sour = _sour(exchange, cases)
    grading = coach.rules.grading
    matters = matters_of(exchange)
    is_stored = store.relationships.record(
        due, figures, matters, now=now, next_at=next_at, sour=sour, traces=found.traces, links=found.links
    )
    if lacks_past(exchange, grounds.first_day, grading):
        store.relationships.look_back(due.address, past_of(exchange, signals, grading))
    return grade, is_stored


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
    if not danger or not danger.reasons or not fresh:
        return None
    # an alert is sent to many and cannot be called back: it never says how somebody of the team worked
    of_the_team = TEAM_SIGNALS | SHARED_SIGNALS
    says = (NEUTRAL.get(each.signal, None if each.signal in of_the_team else each.say) for each in danger.reasons)
    return dict(next((each for each in says if each is not None), LOOK))


def exchange_with(
    address: str, store: Store, coach: Coach, shelf: ProfileShelf, now: datetime, loads: Loads
) -> tuple[Exchange, str] | None:
    """What went to and fro with a customer until now, and the segment that they belong to; None without any mail."""
    grounds = store.relationships.grounds(address, LATEST, since=now - LOOKS_BACK)
    if grounds is None:
        return None
    segment = _segment(grounds, coach.rules)
    return _exchange(grounds, segment, store, coach, shelf, now, loads, store.traces.keep), segment


def _segment(grounds: Grounds, rules: RuleSet) -> str:
    """The segment of any of a person's addresses: what the rule files say goes before what lists of contacts say."""
    by_rules = (rules.segment_of(each) for each in grounds.person.addresses)
    return next((found for found in by_rules if found), "") or grounds.listed_segment


def _exchange(
    grounds: Grounds,
    segment: str,
    store: Store,
    coach: Coach,
    shelf: ProfileShelf,
    now: datetime,
    loads: Loads,
    keep: Keep,
) -> Exchange:
    turns = turns_of(
        grounds.turns,
        store,
        coach,
        lambda: shelf.contact(grounds.person.address, sight=EVERYTHING),
        lambda moment: loads.at(moment, now),
        now,
        keep,
    )
    return exchange_of(turns, now, coach.rules.rhythm_of(segment), grounds.ticked)


def basis_of(coach: Coach, signals: Sequence[Signal]) -> str:
    """All that grades rest on besides mail, as a text that differs when it changes."""
    rules = coach.rules
    segments = sorted((each.name, sorted(each.domains | each.addresses), str(each.rhythm)) for each in rules.segments)
    signs = [[each.name, each.version, rules.grading.weight(each), each.steady] for each in signals]
    return json.dumps([rules.grading.a_from, rules.grading.c_below, rules.grading.least_mails, segments, signs])
