"""What is stored -> what it shows of the effect: worked out once a day, beside everything else."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from coach.relationship.exchange import Exchange
from coach.relationship.grade import graded
from server.access import EVERYTHING
from server.effect.answers import SentMail, answers_to, sent_mails
from server.effect.corrected import corrected_by
from server.effect.grades import EARLIER, LEAD, Judged, effects_of
from server.effect.groups import Groups, People, mailboxes_of, segments_of
from server.effect.report import EffectReport
from server.load import Loads
from server.relating import exchange_with
from server.store import Outcome, Store, StoredReport, Wanted
from server.wiring import Services
from server.works_council import LOOKS_BACK, Behind, Council, week_of
from server.writers import as_people, team_behind

log = logging.getLogger(__name__)

AGAIN = timedelta(hours=24)
AGAIN_CHANGED = timedelta(minutes=15)  # where outcomes came or other customers have a grade
LATELY = timedelta(days=3 * 365)  # an older outcome says nothing of how the team works today
MOST_OUTCOMES = 5_000  # the latest; more would make the bars no use narrower
MOST_CUSTOMERS = 1_000  # those with the latest mail, for the comparison of answers
PAGE = 200
GROWN = 1.25  # times as many customers with a grade: the mail of the past is still coming in
NOTHING = "0:0:0"  # the stamp of a store without outcomes and grades


def measure_due(
    services: Services, now: datetime, *, loads: Loads | None = None, stopped: Callable[[], bool] = lambda: False
) -> bool:
    """Works the report out again if it is old or what it rests on changed; says whether it did.

    May be killed or stopped at any moment: the last report stays until a new one is whole.
    """
    effect, council = services.store.effect, services.council()
    last, stamp = effect.latest(sight=EVERYTHING), effect.stamp()
    if last is None and stamp == NOTHING:
        return False
    known = EffectReport.from_json(last.body) if last is not None else None
    if last is not None and known is not None and known.least == _least(council):
        age = now - last.computed_at
        if age < AGAIN_CHANGED or (age < AGAIN and last.stamp == stamp):
            return False
    report = measured(services, now, loads=loads, stopped=stopped)
    if report is None:
        return False
    if council.is_on and known is not None:
        report = _once_a_week(report, known)
    effect.keep(StoredReport(stamp, now, report.to_json()))
    return True


def _least(council: Council) -> int:
    """How many people each figure about the team needs; 0 while the works-council mode is off."""
    return council.min_group if council.is_on else 0


def _once_a_week(report: EffectReport, known: EffectReport) -> EffectReport:
    """The report with what the last one of this week said of the team: between two of them lies no single day.

    Not while the first mail is being read, as long as customers come by the dozen.
    """
    if (known.week, known.least) != (report.week, report.least) or report.graded > GROWN * known.graded:
        return report
    return replace(
        report,
        answers=known.answers,
        segments=known.segments,
        mailboxes=known.mailboxes,
        corrected=known.corrected,
        withheld=known.withheld,
        graded=known.graded,
    )


def measured(
    services: Services, now: datetime, *, loads: Loads | None = None, stopped: Callable[[], bool] = lambda: False
) -> EffectReport | None:
    """The report by what is stored now; None if it was stopped on the way."""
    store, loads = services.store, loads or Loads(services.store)
    outcomes = store.outcomes.between(None, now - LATELY, now + timedelta(days=1), sight=EVERYTHING)
    judged = list(_judged(services, outcomes[-MOST_OUTCOMES:], now, loads, stopped))
    sent = dict(_sent(services, now, loads, stopped))
    if stopped():
        return None
    council = services.council()
    report = EffectReport(
        grades=effects_of(judged),
        answers=answers_to({}),
        segments=Groups(),
        mailboxes=Groups(),
        corrected=None,
        left_out=max(len(outcomes) - MOST_OUTCOMES, 0),
        withheld=not council.releases(team_behind(store, now)),
        least=_least(council),
        week=week_of(now).date().isoformat(),
        graded=int(store.effect.stamp().rpartition(":")[2]),
    )
    if council.releases(Behind(store.team_people.users())):
        report = replace(report, corrected=corrected_by(store.corrections.list(sight=EVERYTHING)))
    if report.withheld:
        return report
    segments, mailboxes = store.effect.segments(sight=EVERYTHING), store.effect.mailboxes(sight=EVERYTHING)
    return replace(
        report,
        answers=answers_to(sent),
        segments=segments_of(segments, _people_of_segments(store, now), council),
        mailboxes=mailboxes_of(mailboxes, _people_of_mailboxes(store, now), council),
    )


def _people_of_segments(store: Store, now: datetime) -> People:
    users = store.team_people.users()
    return {
        name: as_people(senders, users) for name, senders in store.team_people.behind_segments(now - LOOKS_BACK).items()
    }


def _people_of_mailboxes(store: Store, now: datetime) -> People:
    users = store.team_people.users_of_mailboxes()
    return {
        name: as_people(senders, users.get(name, 0))
        for name, senders in store.team_people.behind_mailboxes(now - LOOKS_BACK).items()
    }


def _judged(
    services: Services, outcomes: Sequence[Outcome], now: datetime, loads: Loads, stopped: Callable[[], bool]
) -> Iterator[Judged]:
    """Each outcome with the index before it; customers are opened one at a time."""
    by_customer: dict[str, list[Outcome]] = {}
    for each in outcomes:
        by_customer.setdefault(services.store.people.of(each.customer).address, []).append(each)
    for address, theirs in by_customer.items():
        if stopped():
            return
        exchange = _exchange(services, address, now, loads)
        for each in theirs:
            moments = (each.at - LEAD, each.at - EARLIER)
            index, earlier = (index_at(moment, exchange, services) if exchange else None for moment in moments)
            yield Judged(address, each.kind, each.value, index, earlier)


def index_at(moment: datetime, exchange: Exchange, services: Services) -> float | None:
    """The index as it was then, by mail until then and today's weights; None where there was too little mail."""
    grade = graded(exchange.until(moment), services.signals, services.coach.rules.grading)
    return grade.index if grade.letter else None


def _sent(
    services: Services, now: datetime, loads: Loads, stopped: Callable[[], bool]
) -> Iterator[tuple[str, tuple[SentMail, ...]]]:
    wanted = Wanted(order="last_mail")
    for offset in range(0, MOST_CUSTOMERS, PAGE):
        page = services.store.relationships.page(wanted, limit=PAGE, offset=offset, sight=EVERYTHING)
        for each in page:
            if stopped():
                return
            if each.figures.score is None:
                continue
            exchange = _exchange(services, each.address, now, loads)
            if exchange is not None:
                yield each.address, sent_mails(exchange)
        if len(page) < PAGE:
            return


def _exchange(services: Services, address: str, now: datetime, loads: Loads) -> Exchange | None:
    """What went to and fro with a customer; without ticks, of which is not known whether they were set by then."""
    found = exchange_with(address, services.store, services.coach, services.shelf, now, loads)
    if found is None:
        return None
    return replace(found[0], ticked=frozenset())
