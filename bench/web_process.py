"""The memory and threads of the product's own web process, running with its worker and its demo (Linux)."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PATIENCE = 300.0  # seconds
AT_ONCE = 4  # people who type at the same time


@dataclass(frozen=True, slots=True)
class Size:
    """Megabytes resident now and at most so far, and how many threads."""

    resident: float
    peak: float
    threads: int


@dataclass(frozen=True, slots=True)
class Installation:
    url: str
    process: subprocess.Popen[str]

    def post(self, path: str, body: Any, token: str | None = None) -> Any:
        request = urllib.request.Request(self.url + path, data=json.dumps(body).encode())
        request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)

    def sizes(self) -> dict[str, Size]:
        """The web process that answers, and the worker."""
        below = _descendants(self.process.pid)
        found: dict[str, Size] = {}
        for number in below:
            words = Path(f"/proc/{number}/cmdline").read_bytes().decode().split("\0")
            name = next((each for each in ("serve", "worker") if each in words), None)
            size = _size(number)
            if name and (name not in found or size.resident > found[name].resident):
                found[name] = size  # gunicorn's master has "serve" in its command, too, and holds no models
        return found


@contextmanager
def installation() -> Iterator[Installation]:
    """`einklang run` with its demo in a folder of its own, ready and learned; gone at the end."""
    with tempfile.TemporaryDirectory(prefix="einklang-") as folder, socket.socket() as probe:
        Path(folder).chmod(0o755)  # Dovecot's mail process looks into it
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        env = {key: value for key, value in os.environ.items() if not key.startswith(("EINKLANG_", "OMP_", "OPENBLAS"))}
        process = subprocess.Popen(
            [sys.executable, "-c", "from server.cli import main; main()", "run"],
            cwd=ROOT,
            env={**env, "EINKLANG_DATA": folder, "EINKLANG_WEB_PORT": str(port), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            assert process.stdout is not None
            if not any("Einklang is ready" in line for line in process.stdout):
                raise RuntimeError("einklang run ended before it was ready")
            yield Installation(f"http://127.0.0.1:{port}", process)
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=PATIENCE)


def typed_in(running: Installation, drafts: Sequence[tuple[str, str]]) -> None:
    """Sends drafts, each with its customer's address, as several people would at once, each in a session of their own
    (one alone would be told to slow down)."""

    def sent(by: int) -> None:
        token = running.post("/api/v1/session", {})["token"]
        for text, customer in drafts[by::AT_ONCE]:
            running.post("/api/v1/assessments", {"draft": {"text": text}, "customer": customer}, token)

    with ThreadPoolExecutor(AT_ONCE) as people:
        list(people.map(sent, range(AT_ONCE)))


def _descendants(parent: int) -> list[int]:
    children = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            above = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if above == parent:
            children += [int(entry.name), *_descendants(int(entry.name))]
    return children


def _size(process: int) -> Size:
    status = Path(f"/proc/{process}/status").read_text()
    resident, peak = (int(re.search(rf"{name}:\s*(\d+)", status)[1]) / 1024 for name in ("VmRSS", "VmHWM"))  # type: ignore[index]
    return Size(resident, peak, len(list(Path(f"/proc/{process}/task").iterdir())))
