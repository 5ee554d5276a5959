"""A whole installation for tests: `einklang run` with its demo, as a user would start it, on a free port."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.free_ports import free_port

ROOT = Path(__file__).parent.parent
EINKLANG = (sys.executable, "-c", "from server.cli import main; main()")
START_WITHIN = 180.0
NEVER, ASK = 'hold_on_send = "never"', 'hold_on_send = "ask"'
IN_FORCE_AFTER = 1.5  # seconds; a request looks for changed files where the last look is a second old


@dataclass(frozen=True)
class LiveServer:
    """A running installation: its address, the folder of its data, and the foreign site that may frame its panel."""

    url: str
    data: Path
    embedder: str

    @property
    def env(self) -> dict[str, str]:
        """The environment in which `einklang ...` works on this installation; on its demo with `--demo`."""
        env = {key: value for key, value in os.environ.items() if not key.startswith("EINKLANG_")}
        return env | {
            "EINKLANG_DATA": str(self.data),
            "EINKLANG_WEB_PORT": self.url.rpartition(":")[2],
            "EINKLANG_WEB_FRAME_ANCESTORS": self.embedder,
            "EINKLANG_RULES_COACHING": str(self.data / "coaching.toml"),
            "PYTHONUNBUFFERED": "1",
        }

    def einklang(self, *arguments: str) -> str:
        """What a command of the program prints, such as `addin pair jana --demo`."""
        return subprocess.run(
            [*EINKLANG, *arguments], cwd=ROOT, env=self.env, capture_output=True, text=True, check=True
        ).stdout.strip()

    @contextmanager
    def asks_before_sending(self) -> Iterator[None]:
        """For the length of a `with` a mail with a serious hint is asked about before it is sent."""
        self._change_coaching(NEVER, ASK)
        yield
        self._change_coaching(ASK, NEVER)

    def _change_coaching(self, old: str, new: str) -> None:
        file = self.data / "coaching.toml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        time.sleep(IN_FORCE_AFTER)


@pytest.fixture(scope="session")
def live_server() -> Iterator[LiveServer]:
    """`einklang run` in its demo: server, worker, IMAP server and 230 mails, all learned."""
    # Not pytest's tmp_path: Dovecot's mail process may not look into a folder that is closed to others.
    with tempfile.TemporaryDirectory(prefix="einklang-") as name:
        data = Path(name)
        data.chmod(0o755)
        shutil.copy(ROOT / "config" / "coaching.toml", data)
        server = LiveServer(f"http://127.0.0.1:{free_port()}", data, f"http://127.0.0.1:{free_port()}")
        process = subprocess.Popen(
            [*EINKLANG, "run"],
            cwd=ROOT,
            env=server.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            rest = _wait_until_ready(process)
            yield server
            process.terminate()
            process.wait(60)
            rest.join(60)
        finally:
            process.kill()
            process.wait(60)
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
