"""The documents say what the code does: settings, commands, API names, files that they point to."""

from __future__ import annotations

import inspect
import os
import re
import runpy
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import coach
from coach.collect import collect
from coach.dimension import Dimension
from server.cli import main
from server.settings import KEYS

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_every_setting_stands_in_the_file_with_its_default() -> None:
    written = tomllib.loads((ROOT / "config" / "einklang.toml").read_text(encoding="utf-8"))
    assert {section: set(keys) for section, keys in written.items()} == {
        section: set(keys) for section, keys in KEYS.items()
    }


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_to_files_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_that_the_documents_name_exist(document: Path) -> None:
    for line in re.findall(
        r"^\s+(?:\.venv/bin/)?einklang ([a-z]+(?: [a-z]+)?)", document.read_text("utf-8"), re.MULTILINE
    ):
        words = line.split()
        answer = CliRunner().invoke(main, [*words[:1], "--help"])
        assert answer.exit_code == 0, line
        if len(words) > 1:
            assert re.search(rf"^\s+{words[1]}\b", answer.output, re.MULTILINE), line


@pytest.mark.parametrize("name", ["profile", "learn", "forget", "assess", "measure", "read", "needs", "warm_up"])
def test_the_python_api_is_documented_with_its_arguments(name: str) -> None:
    text = (ROOT / "docs" / "python-api.md").read_text(encoding="utf-8")
    assert f"coach.{name}(" in text
    documented = re.search(rf"coach\.{name}\(([^)]*)\)", text)
    assert documented is not None
    given = {each.split("=")[0].strip() for each in documented.group(1).split(",") if each.strip()}
    assert given <= set(inspect.signature(getattr(coach.Coach, name)).parameters)


def test_every_public_name_is_documented() -> None:
    text = (ROOT / "docs" / "python-api.md").read_text(encoding="utf-8")
    for name in (
        "Coach",
        "Sample",
        "Context",
        "Profile",
        "Assessment",
        "authored_text",
        "address_form",
        "rewrite_address_form",
    ):
        assert name in coach.__all__
        assert name in text


def test_the_number_of_dimensions_in_the_documents_is_right() -> None:
    count = len(collect("coach.dimensions", Dimension))
    assert f"{count} **dimensions**" in (ROOT / "docs" / "score.md").read_text(encoding="utf-8")
    assert f"{count} style dimensions" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_page_of_dimensions_is_what_its_script_prints() -> None:
    page = runpy.run_path(str(ROOT / "bench" / "list_dimensions.py"))["page"]
    assert (ROOT / "docs" / "dimensions.md").read_text(encoding="utf-8") == page(), "run bench/list_dimensions.py again"


def test_no_machine_path_and_no_registry_stands_anywhere() -> None:
    found = []
    for path in own_files():
        if path.suffix not in {".py", ".md", ".toml", ".cfg", ".js", ".html", ".css", ".json", ".lock"} or path == Path(
            __file__
        ):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        if re.search(r"(?<![\w/.])/(?:work|root)/|pypi\.org|download\.pytorch\.org", text):
            found.append(str(path.relative_to(ROOT)))
    assert found == []


def own_files() -> Iterator[Path]:
    """What is ours in this folder; the tens of thousands of files of installed packages are not even listed."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [each for each in folders if is_ours(each)]
        yield from (Path(folder, each) for each in files if is_ours(each))


def is_ours(name: str) -> bool:
    return not name.startswith(".") and name not in {"node_modules", "data", "build", "dist"}


def test_the_page_on_relationships_is_as_it_is_printed() -> None:
    page = runpy.run_path(str(ROOT / "bench" / "list_signals.py"))["page"]
    assert (ROOT / "docs" / "relationships.md").read_text(encoding="utf-8") == page()
