"""What is open between a customer and the team: needs and promises of an exchange, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from coach.model import Standing
from coach.relationship.exchange import Exchange, Turn
from server.store import PROMISE, StoredMatter

REMEMBERED = timedelta(days=120)  # nobody waits longer for what a mail asked or promised


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
        if not turn.trace.needs or exchange.now - turn.date > REMEMBERED:
            continue
        settled = _settled_after(turn, exchange)
        for need in turn.trace.needs:
            closed = taken.get((turn.mail, need.span.start)) or settled
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
    for each in exchange.conversation(turn):
        if each.date <= turn.date:
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
