"""What an exchange works out of its turns the first time that anybody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from coach.relationship.address_ledger import Side

if TYPE_CHECKING:
    from coach.relationship.exchange import Exchange, Kept, TakenUp, Turn

ELSEWHERE = timedelta(days=14)
NOBODY_WAITS = timedelta(days=90)

Item = TypeVar("Item")
Key = TypeVar("Key")


def _gathered(pairs: Iterable[tuple[Key, Item]]) -> dict[Key, tuple[Item, ...]]:
    found: dict[Key, list[Item]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in found.items()}


def weights(exchange: Exchange) -> Mapping[int, float]:
    now, half_life = exchange.now, exchange.half_life
    return {each.mail: float(0.5 ** max((now - each.date) / half_life, 0.0)) for each in exchange.turns}


def by_mark(exchange: Exchange) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for at, each in enumerate(exchange.turns):
        for name in each.trace.marks:
            found.setdefault(name, []).append(at)
    return found


def date_of(turn: Turn) -> datetime:
    return turn.date


Dated: TypeAlias = "tuple[list[datetime], tuple[Turn, ...]]"


def _all_dated(exchange: Exchange) -> Dated:
    return [each.date for each in exchange.turns], exchange.turns


def _customers_dated(exchange: Exchange) -> Dated:
    return [each.date for each in exchange.customers], exchange.customers


def _teams_dated(exchange: Exchange) -> Dated:
    return [each.date for each in exchange.teams], exchange.teams


DATED: Mapping[Side | None, Callable[[Exchange], Dated]] = {
    None: _all_dated,
    Side.CUSTOMER: _customers_dated,
    Side.TEAM: _teams_dated,
}


def sides(exchange: Exchange) -> Mapping[Side, tuple[Turn, ...]]:
    return {side: tuple([each for each in exchange.turns if each.side is side]) for side in Side}


def threads(exchange: Exchange) -> tuple[tuple[Turn, ...], ...]:
    return tuple(_gathered((each.thread or str(each.mail), each) for each in exchange.turns).values())


def talks(exchange: Exchange) -> Mapping[str, tuple[Turn, ...]]:
    return _gathered((each.thread, each) for each in exchange.turns)


def taken(exchange: Exchange) -> Mapping[int, tuple[tuple[Turn, TakenUp], ...]]:
    return _gathered((each.mail, (turn, each)) for turn in exchange.teams for each in turn.took_up)


def kept(exchange: Exchange) -> Mapping[int, tuple[tuple[Turn, Kept], ...]]:
    return _gathered((each.mail, (turn, each)) for turn in exchange.teams for each in turn.kept)


def replies(exchange: Exchange) -> Mapping[Side, tuple[tuple[Turn, Turn], ...]]:
    found: dict[Side, list[tuple[Turn, Turn]]] = {side: [] for side in Side}
    for thread in exchange.threads():
        for before, turn in pairwise(thread):
            if turn.side is not before.side:
                found[turn.side].append((before, turn))
    return {side: tuple(sorted(pairs, key=_when_answered)) for side, pairs in found.items()}


def _when_answered(pair: tuple[Turn, Turn]) -> tuple[datetime, int]:
    return pair[1].date, pair[1].mail


def unanswered(exchange: Exchange) -> tuple[Turn, ...]:
    found = []
    for thread in exchange.threads():
        last = thread[-1]
        if not last.is_customer or exchange.now - last.date > NOBODY_WAITS:
            continue
        if not exchange.between(last.date, last.date + ELSEWHERE, Side.TEAM):
            found.append(last)
    return tuple(sorted(found, key=lambda turn: (turn.date, turn.mail)))
