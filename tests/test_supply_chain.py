"""What is installed is what the lock names, and the hashes belong to it."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINE = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)((?: --hash=sha256:[0-9a-f]{64})*)$")
ELSEWHERE = {"torch"}  # each machine has its own build of it


def pins(file: str) -> dict[str, tuple[str, str]]:
    """Name, as packages are told apart -> version and hashes."""
    lines = [each for each in (ROOT / file).read_text(encoding="utf-8").splitlines() if each and each[0] != "#"]
    found = [LINE.match(each) for each in lines]
    assert all(found), [line for line, match in zip(lines, found, strict=True) if match is None]
    return {re.sub(r"[-_.]+", "-", each[1]).lower(): (each[2], each[3]) for each in found if each}


def test_every_locked_package_has_a_hash_and_no_other_has():
    lock, hashes = pins("requirements.lock"), pins("requirements.hashes.txt")
    assert {name: pin for name, (pin, _) in lock.items() if name not in ELSEWHERE} == {
        name: pin for name, (pin, _) in hashes.items()
    }
    assert all(given for _, given in hashes.values())


def test_what_is_installed_is_what_the_lock_names():
    installed = {}
    for name, (pin, _) in pins("requirements.lock").items():
        try:
            installed[name] = (version(name).partition("+")[0], pin)
        except PackageNotFoundError:
            continue  # the lock is of Python 3.11: others need a few more, or fewer
    assert {name: both for name, both in installed.items() if both[0] != both[1]} == {}
    assert len(installed) > 60


def test_what_we_need_ourselves_is_locked():
    text = (ROOT / "setup.cfg").read_text(encoding="utf-8")
    wanted = text.partition("install_requires =")[2].partition("[options.packages.find]")[0]
    listed = re.findall(r"^    ([A-Za-z0-9._-]+)", wanted, re.MULTILINE)
    names = {re.sub(r"[-_.]+", "-", each).lower() for each in listed}
    assert names - set(pins("requirements.lock")) <= {"keyring"}  # where somebody wants it


SCRIPTS = sorted(
    set(re.findall(r"\$\(BIN\)/python (-m (?!pip|venv)[\w.]+|[\w./]+\.py)", (ROOT / "Makefile").read_text()))
)


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_make_runs_finds_all_that_it_imports(script: str):
    """Loads each script as make starts it, up to its main()."""
    module = script.removeprefix("-m ")
    load = f"runpy.run_module({module!r})" if module != script else f"runpy.run_path({script!r})"
    first = "" if module != script else str(Path(script).parent)  # what Python puts first in its path
    code = f"import runpy, sys; sys.path[0] = {first!r}; {load}"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_make_runs_scripts_at_all():
    assert len(SCRIPTS) >= 4
