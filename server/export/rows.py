"""The rows of each export, out of the store a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import TypeVar

from coach.relationship.steps import STEPS
from server.access import Sight
from server.export.written import Row
from server.standing_withheld import first_reasons, said_at
from server.store import NEEDS, PROMISE, Correction, OpenMatter, Outcome, Store, StoredRelationship, Wanted
from server.works_council import Council

T = TypeVar("T")

PAGE = 500

CUSTOMER_COLUMNS = (
    "address", "name", "grade", "computed_grade", "corrected", "index", "index_low", "index_high", "trend", "phase",
    "danger", "ripe", "forgotten", "reason", "next_step", "segment", "mails", "last_mail", "last_from_customer",
    "language",
)  # fmt: skip
MATTER_COLUMNS = ("kind", "customer", "name", "said_at", "due", "due_is_exact", "overdue", "words")
OUTCOME_COLUMNS = (
    "number", "id", "customer", "kind", "at", "value", "amount", "currency", "source", "noted_at",
)  # fmt: skip


def customers(store: Store, wanted: Wanted, language: str, council: Council, *, sight: Sight) -> Iterator[Row]:
    """Every customer that is wanted with grade, lists and the strongest reason in words of this language."""
    for page in _pages(lambda offset: store.relationships.page(wanted, limit=PAGE, offset=offset, sight=sight)):
        corrections = store.overview.corrections((each.address for each in page), sight=sight)
        for each in page:
            yield customer_row(each, corrections.get(each.address), language, council, wanted.only)


def customer_row(
    found: StoredRelationship, correction: Correction | None, language: str, council: Council, only: str = ""
) -> Row:
    """One customer; the reason is that of the list `only`, else of the first list they are on."""
    figures = found.figures
    reasons = first_reasons(found, council)
    reason, step = reasons.get(only) or next(iter(reasons.values()), (None, ""))
    return {
        "address": found.address,
        "name": found.name,
        "grade": correction.letter if correction else figures.letter,
        "computed_grade": figures.letter,
        "corrected": correction is not None,
        "index": figures.score,
        "index_low": figures.low,
        "index_high": figures.high,
        "trend": figures.trend,
        "phase": figures.phase,
        "danger": figures.danger,
        "ripe": figures.ripe,
        "forgotten": figures.forgotten,
        "reason": reason[language] if reason else "",
        "next_step": STEPS[step].label[language] if step else "",
        "segment": figures.segment,
        "mails": figures.mails,
        "last_mail": council.day_of(found.last_mail),
        "last_from_customer": found.last_in,
        "language": found.language or "",
    }


def matters(store: Store, now: datetime, council: Council, *, with_words: bool = False, sight: Sight) -> Iterator[Row]:
    """Open promises of the team, then open needs of customers; their words only where asked for."""
    for kinds in ((PROMISE,), NEEDS):
        for page in _pages(partial(_open, store, kinds, sight)):
            yield from (matter_row(each, now, council, with_words=with_words) for each in page)


def _open(store: Store, kinds: Sequence[str], sight: Sight, offset: int) -> Sequence[OpenMatter]:
    return store.matters.open(kinds, limit=PAGE, offset=offset, sight=sight)


def matter_row(each: OpenMatter, now: datetime, council: Council, *, with_words: bool) -> Row:
    """One open matter."""
    due = each.matter.due
    return {
        "kind": each.matter.kind,
        "customer": each.address,
        "name": each.name,
        "said_at": said_at(each, council),
        "due": due,
        "due_is_exact": each.matter.exact if due else None,
        "overdue": due is not None and due < now,
        "words": (each.text or "") if with_words else "",
    }


def outcomes(store: Store, *, sight: Sight) -> Iterator[Row]:
    """Every outcome, the latest that was noted first."""
    before: int | None = None
    while page := store.outcomes.page(before_id=before, limit=PAGE, sight=sight):
        yield from map(outcome_row, page)
        before = page[-1].id


def outcome_row(one: Outcome) -> Row:
    """One outcome."""
    return {
        "number": one.id,
        "id": one.key or "",
        "customer": one.customer,
        "kind": one.kind,
        "at": one.at,
        "value": one.value,
        "amount": one.amount,
        "currency": one.currency or "",
        "source": one.source,
        "noted_at": one.noted_at,
    }


def _pages(page_at: Callable[[int], Sequence[T]]) -> Iterator[Sequence[T]]:
    offset = 0
    while page := page_at(offset):
        yield page
        if len(page) < PAGE:
            return
        offset += PAGE
