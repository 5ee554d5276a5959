"""All customers: searched, filtered and sorted in the database, a page at a time; companies and segments likewise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

from flask import request
from werkzeug.wrappers import Response

from server.access import Right, Sight
from server.effect.report import EffectReport
from server.errors import NotFound
from server.store import Group, Wanted
from server.store.relationships import List, Order
from server.web.dashboard.customers_words import WORDS
from server.web.dashboard.frame import Page, access, services, shown
from server.web.dashboard.overview import line_of
from server.web.dashboard.paging import paging

PAGE = Page("customers", WORDS, needs=Right.READ, place=20)

ORDERS: tuple[Order, ...] = get_args(Order)
LISTS: tuple[List, ...] = get_args(List)
GRADES = ("A", "B", "C", "-")
LONGEST = 200  # characters of a search


@PAGE.routes.get("/customers")
def show() -> Response:
    """The table of customers."""
    wanted = _wanted()
    segments = services().store.overview.segments(sight=access().sight)
    return _table("customers.html", wanted, segments=segments, group=None)


@PAGE.routes.get("/companies/<domain>")
def company(domain: str) -> Response:
    """The people at one mail domain; there is no company behind free mail."""
    if services().team().is_free_mail(domain):
        raise NotFound(f"{domain} is no company's.")
    group = services().store.overview.company(domain.lower(), sight=access().sight)
    return _of_group(group, Wanted(domain=domain.lower(), order=_order()), "company")


@PAGE.routes.get("/segments/<name>")
def segment(name: str) -> Response:
    """The customers of one segment."""
    found, sight = services(), access().sight
    group = found.store.overview.segment(name, sight=sight)
    if found.council().is_on:
        group = replace(group, mean=_weekly_mean(name, sight))
    return _of_group(group, Wanted(segment=name, order=_order()), "segment")


def _weekly_mean(segment: str, sight: Sight) -> float | None:
    """The mean of a segment as the report on the effect has it, which shows none with too few people behind it."""
    found = services()
    stored = found.store.effect.latest(sight=sight)
    report = EffectReport.from_json(stored.body) if stored else None
    if report is None or not report.suits(found.council()):
        return None
    return next((float(each.index) for each in report.segments.shown if each.name == segment), None)


def _of_group(group: Group, wanted: Wanted, kind: str) -> Response:
    if not group.customers:
        raise NotFound(f"There is no customer in {group.name}.")
    return _table("group.html", wanted, group=group, kind=kind)


def _table(template: str, wanted: Wanted, **values: Any) -> Response:
    found = services()
    at = paging(request.args.get("page"), found.store.relationships.count(wanted, sight=access().sight))
    rows = found.store.relationships.page(wanted, limit=at.size, offset=at.offset, sight=access().sight)
    corrections = found.store.overview.corrections((each.address for each in rows), sight=access().sight)
    team, council = found.team(), found.council()
    return shown(
        template,
        rows=[line_of(each, corrections, wanted.only, council) for each in rows],
        at=at,
        wanted=wanted,
        grades=GRADES,
        lists=LISTS,
        grade=request.args.get("grade", ""),
        is_company=lambda address: not team.is_free_mail(address.rpartition("@")[2]),
        **values,
    )


def _wanted() -> Wanted:
    """What the address asks for; what it cannot mean is left out."""
    asked = request.args
    grade = asked.get("grade", "").upper()
    only: List = next((each for each in LISTS if each == asked.get("only")), "")
    return Wanted(
        q=asked.get("q", "")[:LONGEST],
        letters=tuple("" if each == "-" else each for each in GRADES if each in grade),
        segment=asked.get("segment") or None,
        order=_order(),
        only=only,
    )


def _order() -> Order:
    return next((each for each in ORDERS if each == request.args.get("order")), "score")
