"""From a key in a mail client to the new score: python bench/hosts.py [--bursts 60] [--html]

A real Roundcube in Chromium against a whole installation with its demo. A burst is a few keys at a typist's pace; it is
measured from its last key (the browser's own event) to the frame in which the panel shows the score of the text as it
then stands. The pause in typing that the panel waits for is in it.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Frame, Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from server.demo.dovecot import Dovecot  # noqa: E402
from tests.addin.host_contract import CUSTOMER, FITTING  # noqa: E402
from tests.addin.roundcube.instance import IntegrationKey, Ports, RoundcubeInstance  # noqa: E402
from tests.chromium import FLAGS  # noqa: E402
from tests.installation import LiveServer  # noqa: E402
from tests.smtp_sink import SmtpSink  # noqa: E402

EINKLANG = [sys.executable, "-c", "from server.cli import main; main()"]
USER, PASSWORD = "bench@example.test", "bench"
KEYS_IN_BURST = (3, 9)
KEY_PAUSE = (40, 110)  # ms between two keys of somebody who types 60 to 110 words a minute
BETWEEN_BURSTS = 500  # ms
PATIENCE = 30_000  # ms
WORDS = "Termin Anlage Waage liefern prüfen morgen gern Woche Angebot Techniker Zertifikat Rechnung".split()

WATCH_KEYS = """body => { body.ownerDocument.addEventListener('keydown', event => {
    top.lastKey = performance.timeOrigin + event.timeStamp;
}, true); }"""
WATCH_SCORE = """() => { new MutationObserver(() => {
    if (document.documentElement.dataset.old !== 'false') return;
    requestAnimationFrame(() => { window.lastScore = performance.timeOrigin + performance.now(); });
}).observe(document.documentElement, { attributes: true, attributeFilter: ['data-old'] }); }"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def installation(folder: Path) -> Iterator[LiveServer]:
    """`einklang run` with its demo, ready."""
    shutil.copy(ROOT / "config" / "coaching.toml", folder)
    server = LiveServer(f"http://127.0.0.1:{free_port()}", folder, f"http://127.0.0.1:{free_port()}")
    with (
        (folder / "einklang.log").open("wb") as log,
        subprocess.Popen(
            [*EINKLANG, "run"], cwd=ROOT, env=server.env, stdout=subprocess.PIPE, stderr=log, text=True
        ) as process,
    ):
        assert process.stdout is not None
        try:
            if not any("Einklang is ready" in line for line in process.stdout):
                raise SystemExit((folder / "einklang.log").read_text(errors="replace"))
            yield server
        finally:
            process.terminate()
            process.stdout.read()


def key_of(server: LiveServer) -> IntegrationKey:
    command = [*EINKLANG, "addin", "roundcube", "--key", "bench", "--add-users", "--demo"]
    told = subprocess.run(command, cwd=ROOT, env=server.env, capture_output=True, text=True, check=True).stdout
    found = dict(re.findall(r"\$config\['(einklang_key(?:_id)?)'\] = '([^']+)'", told))
    return IntegrationKey(found["einklang_key_id"], found["einklang_key"])


def open_compose(browser: Browser, url: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="de-DE")
    page.set_default_timeout(PATIENCE)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(url)
    page.fill("#rcmloginuser", USER)
    page.fill("#rcmloginpwd", PASSWORD)
    page.click("#rcmloginsubmit")
    page.wait_for_url("**_task=mail**")
    page.goto(f"{url}/?_task=mail&_action=compose&_to={CUSTOMER.address}&_subject=Kalibrierung")
    return page


def panel_of(page: Page) -> Frame:
    element = page.wait_for_selector("#einklang-panel")
    frame = element.content_frame() if element else None
    assert frame is not None
    frame.wait_for_selector("#scored", state="visible")
    return frame


def latencies(page: Page, bursts: int, *, html: bool) -> list[float]:
    """Milliseconds from the last key of each burst to its score."""
    page.fill("#composebody", FITTING)
    panel = panel_of(page)
    body = page.locator("#composebody")
    if html:
        page.evaluate("rcmail.command('toggle-editor', { id: 'composebody', html: true })")
        body = page.frame_locator(".tox-edit-area__iframe").locator("body#tinymce")
    body.evaluate(WATCH_KEYS)
    panel.evaluate(WATCH_SCORE)
    body.press("Control+End")
    chance = random.Random(8)
    found = []
    for _ in range(bursts):
        page.wait_for_timeout(BETWEEN_BURSTS)
        page.keyboard.press("Space")
        for key in chance.choice(WORDS)[: chance.randint(*KEYS_IN_BURST)]:
            page.keyboard.type(key, delay=0)
            page.wait_for_timeout(chance.randint(*KEY_PAUSE))
        last_key = float(page.evaluate("window.lastKey"))
        panel.wait_for_function("last => window.lastScore > last", arg=last_key, polling=20)
        found.append(float(panel.evaluate("window.lastScore")) - last_key)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bursts", type=int, default=60)
    parser.add_argument("--html", action="store_true", help="in the HTML editor instead of the plain one")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="einklang-bench-")))
        folder.chmod(0o755)  # Dovecot's own users must get in
        for name in ("data", "imap", "roundcube"):
            (folder / name).mkdir(mode=0o755)
        server = stack.enter_context(installation(folder / "data"))
        imap = stack.enter_context(Dovecot(folder / "imap", {USER: PASSWORD}))
        sink = stack.enter_context(SmtpSink())
        ports = Ports(int(server.embedder.rpartition(":")[2]), imap.port, sink.port)
        roundcube = stack.enter_context(RoundcubeInstance(folder / "roundcube", ports, key_of(server)))
        roundcube.use_coach_at(server.url)
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*FLAGS, "--no-sandbox"])
        stack.callback(browser.close)
        found = sorted(latencies(open_compose(browser, roundcube.url), asked.bursts, html=asked.html))
    quantiles = statistics.quantiles(found, n=20, method="inclusive")
    editor = "HTML" if asked.html else "plain text"
    print(f"Roundcube, {editor}, {len(found)} bursts, from key to score: p50 {quantiles[9]:.0f} ms, ", end="")
    print(f"p95 {quantiles[18]:.0f} ms, longest {found[-1]:.0f} ms")


if __name__ == "__main__":
    main()
