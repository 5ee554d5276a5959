"""Writes requirements.hashes.txt: the SHA-256 of each file that pip takes here for what requirements.lock names.

    python .ci/hashes.py requirements.lock requirements.hashes.txt

With it `pip install --require-hashes --no-deps -r requirements.hashes.txt` installs these very files or nothing.
Python, system and processor are named in the head: other machines take other files. torch is left out: each machine
has its own build of it, from PyTorch's own index.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

ELSEWHERE = ("torch",)  # comes from another index, in a build for each machine


def main(lock: Path, target: Path) -> None:
    """Asks pip which files it would take, and writes their hashes."""
    wanted = [
        line
        for line in lock.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#") and line.partition("==")[0].lower() not in ELSEWHERE
    ]
    with tempfile.TemporaryDirectory() as folder:
        names, report = Path(folder, "names.txt"), Path(folder, "report.json")
        names.write_text("\n".join(wanted), encoding="utf-8")
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--dry-run",
             "--ignore-installed", "--no-deps", "--report", str(report), "-r", str(names)],
            check=True,
        )  # fmt: skip
        taken = json.loads(report.read_text(encoding="utf-8"))["install"]
    lines = sorted(
        (
            f"{each['metadata']['name']}=={each['metadata']['version']} "
            f"--hash=sha256:{each['download_info']['archive_info']['hashes']['sha256']}"
            for each in taken
        ),
        key=str.lower,
    )
    where = f"Python {platform.python_version()}, {platform.system()}, {platform.machine()}"
    head = f"# What requirements.lock names, file by file, for {where}. Written by: make lock\n"
    target.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
