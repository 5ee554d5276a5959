"""All customers: searched, filtered and sorted in the database, a page at a time; companies and segments likewise."""

from __future__ import annotations

from typing import Any, get_args

from flask import request
from werkzeug.wrappers import Response

from server.errors import NotFound
from server.store import Group, Wanted
from server.store.relationships import List, Order
from server.web.dashboard.customers_words import WORDS
from server.web.dashboard.frame import Page, services, shown
from server.web.dashboard.overview import line_of
from server.web.dashboard.paging import paging

PAGE = Page("customers", WORDS, place=20)

ORDERS: tuple[Order, ...] = get_args(Order)
LISTS: tuple[List, ...] = get_args(List)
GRADES = ("A", "B", "C", "-")
LONGEST = 200  # characters of a search


@PAGE.routes.get("/customers")
def show() -> Response:
    """The table of customers."""
    wanted = _wanted()
    return _table("customers.html", wanted, segments=services().store.overview.segments(), group=None)


@PAGE.routes.get("/companies/<domain>")
def company(domain: str) -> Response:
    """The people at one mail domain; there is no company behind free mail."""
    if services().team().is_free_mail(domain):
        raise NotFound(f"{domain} is no company's.")
    group = services().store.overview.company(domain.lower())
    return _of_group(group, Wanted(domain=domain.lower(), order=_order()), "company")


@PAGE.routes.get("/segments/<name>")
def segment(name: str) -> Response:
    """The customers of one segment."""
    return _of_group(services().store.overview.segment(name), Wanted(segment=name, order=_order()), "segment")


def _of_group(group: Group, wanted: Wanted, kind: str) -> Response:
    if not group.customers:
        raise NotFound(f"There is no customer in {group.name}.")
    return _table("group.html", wanted, group=group, kind=kind)


def _table(template: str, wanted: Wanted, **values: Any) -> Response:
    found = services()
    at = paging(request.args.get("page"), found.store.relationships.count(wanted))
    rows = found.store.relationships.page(wanted, limit=at.size, offset=at.offset)
    corrections = found.store.overview.corrections(each.address for each in rows)
    team = found.team()
    return shown(
        template,
        rows=[line_of(each, corrections, wanted.only) for each in rows],
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
