"""/dashboard/export: customers, open matters and outcomes as files, sent while they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, get_args

from flask import Response, abort, request

from server.access import Right
from server.export.heads import heads_of
from server.export.rows import CUSTOMER_COLUMNS, MATTER_COLUMNS, OUTCOME_COLUMNS, customers, matters, outcomes
from server.export.written import Row, as_csv, as_json
from server.store import Wanted
from server.store.relationships import List
from server.web.dashboard.export_words import WORDS
from server.web.dashboard.frame import Page, access, services, shown, visitor

PAGE = Page("export", WORDS, needs=Right.EXPORT, place=80)

What = Literal["customers", "matters", "outcomes"]
WHATS: tuple[What, ...] = get_args(What)
LISTS: tuple[List, ...] = ("danger", "ripe", "forgotten")
TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


@PAGE.routes.get("/export")
def show() -> Response:
    """The forms that lead to the files."""
    return shown("export.html", whats=WHATS, lists=LISTS)


@PAGE.routes.get("/export/<any(customers, matters, outcomes):what>")
def download(what: What) -> Response:
    """One file; of a session that ends meanwhile it is still sent to its end."""
    kind = request.args.get("format", "csv")
    if kind not in TYPES:
        abort(404)
    columns, rows = _rows(what)
    response = Response(_written(kind, what, columns, rows), content_type=TYPES[kind])
    day = services().clock().astimezone(services().settings.digest.zone).date()
    response.headers["Content-Disposition"] = f'attachment; filename="einklang-{what}-{day}.{kind}"'
    return response


def _rows(what: What) -> tuple[Sequence[str], Iterator[Row]]:
    found, sight = services(), access().sight
    if what == "customers":
        only: List = next((each for each in LISTS if each == request.args.get("only")), "")
        wanted = Wanted(only=only, segment=request.args.get("segment") or None, order="name")
        return CUSTOMER_COLUMNS, customers(found.store, wanted, visitor().language, found.council(), sight=sight)
    if what == "outcomes":
        return OUTCOME_COLUMNS, outcomes(found.store, sight=sight)
    with_words = request.args.get("words") == "1"
    columns = MATTER_COLUMNS if with_words else MATTER_COLUMNS[:-1]
    rows = matters(found.store, found.clock(), found.council(), with_words=with_words, sight=sight)
    return columns, ({name: row[name] for name in columns} for row in rows)


def _written(kind: str, what: What, columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    found, language = services(), visitor().language
    if kind == "json":
        return as_json(what, rows, made_at=found.clock())
    with_bom = request.args.get("bom") == "1"
    heads = heads_of(columns, language)
    return as_csv(columns, heads, rows, language=language, zone=found.settings.digest.zone, with_bom=with_bom)
