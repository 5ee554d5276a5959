"""CSV formula injection: no cell of any file that leaves Einklang acts when a spreadsheet opens it."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient

import server
from server.app import create_app
from server.export.written import DIALECTS
from server.importing.report import Problems
from server.store import Refused
from tests.attacks.hostile_office import FORMULAS, spreadsheet
from tests.office import Office

ACTS = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")


pytestmark = pytest.mark.xdist_group("attacked")  # the office is made once


@pytest.fixture(scope="module")
def office(attacked: Office) -> Office:
    return attacked


@pytest.fixture(scope="module")
def client(office: Office) -> FlaskClient:
    return create_app(office.services).test_client()


def harmful(text: str, separator: str) -> list[str]:
    cells = [cell for row in spreadsheet(text, separator) for cell in row]
    assert len(cells) > 3
    return [cell for cell in cells if ACTS.match(cell) and not NUMBER.fullmatch(cell)]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("what", ["customers", "matters?words=1", "outcomes", "customers?bom=1&only=danger"])
def test_csv_injection_no_cell_of_an_export_is_a_formula(client: FlaskClient, what: str, language: str):
    answer = client.get(f"/dashboard/export/{what}", headers={"Accept-Language": language}, buffered=True)
    assert answer.mimetype == "text/csv"
    assert harmful(answer.get_data(as_text=True), DIALECTS[language].separator) == []


def test_csv_injection_the_attacks_are_in_the_files_as_text(client: FlaskClient):
    exported = client.get("/dashboard/export/outcomes", headers={"Accept-Language": "en"}).get_data(as_text=True)
    cells = {cell for row in spreadsheet(exported, ",") for cell in row}
    kept = {f"'{each}" for each in FORMULAS}
    assert len(cells & kept) >= len(FORMULAS) - 1, cells


def test_csv_injection_a_report_of_an_import_is_safe_too():
    file = StringIO()
    problems = Problems(file)
    problems.begin()
    for each in FORMULAS:
        problems.add(Refused(f"{each}.eml", each))
    assert harmful(file.getvalue(), ",") == []


def test_every_file_of_csv_is_written_where_formulas_are_undone():
    """A new writer of CSV has to go through `harmless`, or be named here with its reason."""
    folder = Path(next(iter(server.__path__)))
    writers = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        if re.search(r"csv\.(?:writer|DictWriter)\(", text := path.read_text(encoding="utf-8"))
        and "harmless" not in text
    }
    assert writers == set()


def test_a_download_is_named_by_us(client: FlaskClient):
    for path in ("customers", "outcomes?format=json"):
        header = client.get(f"/dashboard/export/{path}", buffered=True).headers["Content-Disposition"]
        assert re.fullmatch(r'attachment; filename="einklang-[a-z]+-\d{4}-\d\d-\d\d\.(?:csv|json)"', header)
