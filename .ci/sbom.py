"""Writes what an installation is made of as CycloneDX 1.6 (JSON): Python packages, and the files of our add-ins.

    python .ci/sbom.py dist/sbom.json

The add-ins hold no package of npm and nothing of others: their files are listed with their hashes.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ENDINGS = {".js", ".css", ".html", ".php", ".svg", ".json", ".xml", ".png"}


def main(target: Path) -> None:
    """Has cyclonedx-py look at the environment that runs this, and adds our own files."""
    target.parent.mkdir(parents=True, exist_ok=True)
    tool = Path(sys.executable).with_name("cyclonedx-py")
    asked = ["--spec-version", "1.6", "--output-format", "JSON", "--output-reproducible", "--output-file", str(target)]
    subprocess.run([str(tool), "environment", *asked, sys.executable], check=True)
    bill: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    bill["components"] += add_in_files()
    target.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def add_in_files() -> list[dict[str, Any]]:
    """Every file of the add-ins that runs or is shown in a browser or a mail client."""
    found = sorted(each for each in (ROOT / "addin").rglob("*") if each.suffix in ENDINGS and each.is_file())
    return [
        {
            "type": "file",
            "bom-ref": (name := each.relative_to(ROOT).as_posix()),
            "name": name,
            "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(each.read_bytes()).hexdigest()}],
            "licenses": [{"license": {"id": "Apache-2.0"}}],
        }
        for each in found
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
