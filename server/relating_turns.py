"""Stored mails -> the turns of an exchange: traces read, conversations told apart, links worked out and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from coach import Coach
from coach.address import AddressUse
from coach.address.use import FAMILIAR
from coach.profile import Profile
from coach.relationship.address_ledger import AddressFact, AddressLedger, Side
from coach.relationship.exchange import Turn
from coach.relationship.trace import VERSION, Trace
from server.leftover import traced
from server.relating_links import Links, made_links, wanted_links
from server.store import Store, StoredTrace, StoredTurn

Keep = Callable[[Mapping[int, StoredTrace], Mapping[int, str]], None]
"""Keeps traces of mails that had none or an older one, and how mails stand to those before them, by their numbers."""

SIDES = {"in": Side.CUSTOMER, "out": Side.TEAM}
READ_LATELY = 4_000  # mails whose trace is kept as it was read: some 12 MB
FAMILIAR_FORMS = frozenset(FAMILIAR.values())


def turns_of(
    stored: Sequence[StoredTurn],
    store: Store,
    coach: Coach,
    profile: Callable[[], Profile],
    load: Callable[[datetime], float],
    now: datetime,
    keep: Keep,
) -> list[Turn]:
    """The turns of an exchange; what nobody looked at yet is looked at now, and given to `keep`.

    `profile` is how the customer writes, asked for where a mail of the team must be held against it; `load` how busy
    the team was at a moment.
    """
    fresh = _missing_traces(stored, store, coach)
    links = {each.id: _links_read(each.id, each.links) for each in stored}
    threads = threads_of(stored)
    turns = [_turn(each, fresh.get(each.id) or each.trace, threads[each.id], links[each.id], load) for each in stored]
    wanted = wanted_links(turns, links, {each.id for each in stored if each.has_text})
    needed = {mail for each in wanted for mail in each.texts}
    texts = store.traces.texts(needed) if needed else {}
    made = made_links(wanted, turns, texts, coach, profile() if needed else Profile(), now)
    keep(fresh, {number: each.to_json() for number, each in made.items()})
    return [_linked(turn, made[turn.mail]) if turn.mail in made else turn for turn in turns]


def _turn(
    stored: StoredTurn, found: StoredTrace | None, thread: str, links: Links | None, load: Callable[[datetime], float]
) -> Turn:
    side = SIDES[stored.direction]
    links, looked = links or Links(), links is not None
    return Turn(
        stored.id,
        stored.date,
        side,
        Trace(words=stored.words, language=stored.language) if found is None else _trace_read(stored.id, found.body),
        thread,
        stored.channel,
        links.took_up,
        links.kept,
        links.match,
        1.0 if side is Side.CUSTOMER else load(stored.date),
        looked,
    )


# A conversation goes to and fro within hours, and each mail of it has all those before it read again.
@lru_cache(READ_LATELY)
def _trace_read(_: int, body: str) -> Trace:
    return Trace.from_json(body)


@lru_cache(READ_LATELY)
def _links_read(_: int, body: str | None) -> Links | None:
    return Links.from_json(body)


def forget_what_was_read() -> None:
    """From here on all mails are read again, as by a process that has just begun."""
    _trace_read.cache_clear()
    _links_read.cache_clear()


def _linked(turn: Turn, links: Links) -> Turn:
    return replace(turn, took_up=links.took_up, kept=links.kept, match=links.match, looked=True)


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


def are_familiar(stored: Iterable[StoredTurn]) -> bool:
    """Whether both sides call each other Du or by first name, as these mails show."""
    by_side: Mapping[Side, list[StoredTurn]] = {side: [] for side in Side}
    for each in stored:
        if each.address:
            by_side[SIDES[each.direction]].append(each)
    if not all(any(_names_familiar(each.address) for each in shown) for shown in by_side.values()):
        return False
    facts = (
        AddressFact(f"{each.id:020}", each.date, side, AddressUse.from_json(each.address))
        for side, shown in by_side.items()
        for each in shown
    )
    return any(
        each.customer.form in FAMILIAR_FORMS and each.team.form in FAMILIAR_FORMS
        for each in AddressLedger.of(facts).standings().values()
    )


def _names_familiar(address: str) -> bool:
    return any(f'"{form}"' in address for form in FAMILIAR_FORMS)
