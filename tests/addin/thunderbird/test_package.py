"""The add-on as a file: what Thunderbird's own checker says, its words, and its modules without Thunderbird."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from server.version import VERSION
from tests.chromium import missing

HERE = Path(__file__).parent
# The checker knows Firefox; what it says about permissions that only Thunderbird has is no finding.
THUNDERBIRD_ONLY = re.compile(r'Invalid permissions "(?:compose|messagesRead|sensitiveDataUpload)"')


@pytest.fixture(scope="module")
def unpacked(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("addon")
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    (folder / "package.json").write_text('{ "type": "module" }')  # for node only; the package has none
    return folder


@pytest.fixture(scope="module")
def linter() -> Path:
    """addons-linter in its pinned version, installed beside this file at the first run."""
    program = HERE / "node_modules" / ".bin" / "addons-linter"
    if program.exists():
        return program
    npm = shutil.which("npm")
    if npm is None:
        missing("npm", "npm")
    command = [str(npm), "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=300)
    if done.returncode:
        line = f"addons-linter could not be installed with npm: {done.stderr[-300:]}"
        if os.environ.get("CI") == "true":
            pytest.fail(line)
        pytest.skip(line)
    return program


def words(folder: Path, language: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads((folder / "_locales" / language / "messages.json").read_text("utf-8"))
    return found


def test_the_checker_of_add_ons_finds_nothing(linter: Path, package: Path) -> None:
    done = subprocess.run([linter, "--output", "json", package], capture_output=True, text=True, timeout=120)
    report = json.loads(done.stdout)
    assert report["errors"] == []
    assert report["notices"] == []
    assert [each for each in report["warnings"] if not THUNDERBIRD_ONLY.search(each["message"])] == []


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.mjs")), ids=lambda file: file.name.partition(".")[0])
def test_modules_keep_their_promises(file: Path, unpacked: Path) -> None:
    node = shutil.which("node")
    if node is None:
        missing("node", "nodejs")
    run = subprocess.run(
        [str(node), "--test", str(file)],
        env={**os.environ, "EINKLANG_ADDON": str(unpacked)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "# pass 0" not in run.stdout


def test_german_and_english_have_the_same_words_with_the_same_places_for_values(unpacked: Path) -> None:
    german, english = words(unpacked, "de"), words(unpacked, "en")
    assert german.keys() == english.keys()
    for key in german:
        places = [sorted(set(re.findall(r"\$\d", each[key]["message"]))) for each in (german, english)]
        assert places[0] == places[1], key


def test_each_word_is_used_and_each_used_word_is_there(unpacked: Path) -> None:
    own = [
        path for path in unpacked.rglob("*") if path.suffix in {".js", ".html", ".json"} and "panel" not in path.parts
    ]
    text = "\n".join(path.read_text("utf-8") for path in own if "_locales" not in path.parts)
    known = words(unpacked, "en").keys()
    used = set(re.findall(r'data-say="(\w+)"|say\("(\w+)"|__MSG_(\w+)__', text))
    assert {next(filter(None, each)) for each in used} <= known
    made = {
        key for key in known if key.startswith(("unsure_", "problem_", "title_"))
    }  # of a family, by their last part
    assert [key for key in known - made if not re.search(rf"\b{key}\b", text)] == []


def test_the_manifest_names_this_version_and_files_that_are_there(unpacked: Path) -> None:
    manifest = json.loads((unpacked / "manifest.json").read_text("utf-8"))
    assert manifest["version"] == VERSION
    (scripts,) = manifest["compose_scripts"]
    named = [
        *manifest["icons"].values(),
        *manifest["background"]["scripts"],
        *scripts["js"],
        *scripts["css"],
        manifest["compose_action"]["default_popup"],
        manifest["compose_action"]["default_icon"],
        manifest["options_ui"]["page"],
    ]
    assert [name for name in named if not (unpacked / name).is_file()] == []
    assert "host_permissions" not in manifest, "each server is asked for by itself, when it is paired"


def test_no_page_loads_anything_from_elsewhere(unpacked: Path) -> None:
    manifest = json.loads((unpacked / "manifest.json").read_text("utf-8"))
    policy = manifest["content_security_policy"]["extension_pages"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy
    for page in unpacked.rglob("*.html"):
        assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", page.read_text("utf-8")), page.name
