"""The add-in's JavaScript against the official types of Office.js, and the one file that must be old-fashioned."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from server.web.files import ADDIN

pytestmark = pytest.mark.xdist_group("outlook-node-tools")

HERE = Path(__file__).parent
WEB = ADDIN / "outlook" / "web"
MODULES = sorted(WEB.rglob("*.js"))


def checked(node: str, tools: Path, project: Path) -> subprocess.CompletedProcess[str]:
    compiler = tools / "node_modules" / "typescript" / "bin" / "tsc"
    return subprocess.run(
        [node, str(compiler), "-p", str(project)], capture_output=True, text=True, timeout=300, cwd=tools
    )


@pytest.mark.parametrize("project", ["tsconfig.json", "tsconfig.launchevent.json"])
def test_the_types_are_right(project: str, node: str, node_tools: Path) -> None:
    run = checked(node, node_tools, HERE / project)
    assert run.returncode == 0, run.stdout


def test_a_call_that_office_does_not_have_is_found(node: str, node_tools: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.js"
    wrong.write_text("// @ts-check\nOffice.context.mailbox.item?.body.getAsync('html', 'later');\n", encoding="utf-8")
    project = tmp_path / "tsconfig.json"
    project.write_text(
        f'{{"extends": "{HERE}/tsconfig.json", "files": ["{wrong}"],'
        f' "compilerOptions": {{"typeRoots": ["{HERE}/node_modules/@types"]}}}}',
        encoding="utf-8",
    )
    assert "TS2769" in checked(node, node_tools, project).stdout


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_every_module_is_checked(module: Path) -> None:
    assert module.read_text(encoding="utf-8").startswith("// @ts-check\n")


def test_the_file_for_classic_outlook_is_old_javascript_without_imports(node: str, node_tools: Path) -> None:
    script = (
        "const { parse } = require('acorn'); const { readFileSync } = require('fs');"
        "parse(readFileSync(process.argv[1], 'utf8'), { ecmaVersion: 2016, sourceType: 'script' });"
    )
    file = WEB / "commands" / "launchevent.js"
    run = subprocess.run([node, "-e", script, str(file)], capture_output=True, text=True, timeout=60, cwd=node_tools)
    assert run.returncode == 0, run.stderr
    words = file.read_text(encoding="utf-8")
    assert not re.search(
        r"\b(?:import|export|require|window|document|localStorage|fetch|XMLHttpRequest)\b *[(.{]", words
    )


def test_microsofts_script_is_loaded_by_two_pages_only() -> None:
    loading = {path.relative_to(WEB).as_posix() for path in WEB.rglob("*") if path.suffix in {".html", ".js", ".css"}
               and "//appsforoffice" in path.read_text(encoding="utf-8")}  # fmt: skip
    assert loading == {"taskpane.html", "commands/launchevent.html"}
