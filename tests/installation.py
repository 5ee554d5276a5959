"""A whole installation for tests: `einklang run` with its demo, as a user would start it, on a free port."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
START_WITHIN = 180.0


@dataclass(frozen=True)
class LiveServer:
    """A running installation: its address and the folder of its data."""

    url: str
    data: Path


@pytest.fixture(scope="session")
def live_server() -> Iterator[LiveServer]:
    """`einklang run` in its demo: server, worker, IMAP server and 230 mails, all learned."""
    # Not pytest's tmp_path: Dovecot's mail process may not look into a folder that is closed to others.
    with tempfile.TemporaryDirectory(prefix="einklang-") as name:
        data = Path(name)
        data.chmod(0o755)
        port = _free_port()
        env = {key: value for key, value in os.environ.items() if not key.startswith("EINKLANG_")}
        env |= {"EINKLANG_DATA": name, "EINKLANG_WEB_PORT": str(port), "PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(
            [sys.executable, "-c", "from server.cli import main; main()", "run"],
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            rest = _wait_until_ready(process)
            yield LiveServer(f"http://127.0.0.1:{port}", data)
            process.terminate()
            process.wait(30)
            rest.join(30)
        finally:
            process.kill()
            process.wait(30)
            if process.stdout is not None:
                process.stdout.close()


def _wait_until_ready(process: subprocess.Popen[str]) -> threading.Thread:
    """Reads what it prints until it says that it is ready; goes on reading so that it never blocks."""
    assert process.stdout is not None
    printed: list[str] = []
    watchdog = threading.Timer(START_WITHIN, process.kill)
    watchdog.start()
    for line in process.stdout:
        printed.append(line)
        if "Einklang is ready" in line:
            break
    else:
        pytest.fail("einklang run ended before it was ready:\n" + "".join(printed))
    watchdog.cancel()
    rest = threading.Thread(target=process.stdout.read, daemon=True)
    rest.start()
    return rest


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
