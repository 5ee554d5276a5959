"""The modules of the Outlook add-in that need no page, tested by node's own test runner."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.chromium import missing

HERE = Path(__file__).parent


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.mjs")), ids=lambda file: file.name.partition(".")[0])
def test_modules_keep_their_promises(file: Path) -> None:
    node = shutil.which("node")
    if node is None:
        missing("node", "nodejs")
    run = subprocess.run([str(node), "--test", str(file)], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "# pass 0" not in run.stdout
