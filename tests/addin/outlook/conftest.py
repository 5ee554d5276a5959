"""What Microsoft offers to check an add-in with, installed from npm into this folder (never committed)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.chromium import missing

HERE = Path(__file__).parent
INSTALL_WITHIN = 300  # seconds


@pytest.fixture(scope="session")
def node() -> str:
    found = shutil.which("node")
    if found is None:
        missing("node", "nodejs")
    return str(found)


@pytest.fixture(scope="session")
def node_tools(node: str) -> Path:
    """The folder whose node_modules hold TypeScript, the types of Office.js and Microsoft's check of manifests."""
    npm = shutil.which("npm")
    if npm is None:
        missing("npm", "npm")
    marker, wanted = HERE / "node_modules" / ".einklang", (HERE / "package-lock.json").read_text(encoding="utf-8")
    if marker.is_file() and marker.read_text(encoding="utf-8") == wanted:
        return HERE
    command = [str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    run = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=INSTALL_WITHIN)
    if run.returncode != 0:
        line = f"npm ci failed in {HERE.name} (is the npm registry reachable?): {run.stderr.strip()[-300:]}"
        if os.environ.get("CI") == "true":
            pytest.fail(line)
        pytest.skip(line)
    marker.write_text(wanted, encoding="utf-8")
    return HERE
