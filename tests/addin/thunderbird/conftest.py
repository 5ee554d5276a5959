"""One Thunderbird with the add-on for the whole run, between a real Dovecot and a mail server that keeps its mails."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.addin_packages import thunderbird_xpi
from server.demo.dovecot import Dovecot
from tests.addin.faulty_server import FaultyServer
from tests.addin.host_fixtures import asking_server, door
from tests.addin.thunderbird.client import ADDON, ThunderbirdClient
from tests.addin.thunderbird.profile import Account
from tests.addin.thunderbird.program import Thunderbird
from tests.chromium import missing
from tests.dovecot import PASSWORD
from tests.installation import ROOT, LiveServer
from tests.smtp_sink import SmtpSink

__all__ = ["asking_server", "door"]

USER = "user118@example.test"  # of the shared Dovecot's last users: no other test comes that far
REP = "jana.brandt"

KEEP_PASSWORD = """
const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
login.init("imap://127.0.0.1", null, "imap://127.0.0.1", args[0], args[1], "", "");
await Services.logins.addLoginAsync(login);
Services.prefs.setBoolPref("extensions.webextOptionalPermissionPrompts", false);  // as if the user pressed Allow
"""
PRESS_CONNECT = """
const typed = (id, text) => { document.getElementById(id).value = text; };
typed("address", %s);
typed("code", %s);
document.getElementById("connect").click();
"""


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The add-on as `make addins` packs it."""
    file = tmp_path_factory.mktemp("addins") / "einklang-thunderbird.xpi"
    file.write_bytes(thunderbird_xpi())
    return file


@pytest.fixture(scope="session")
def thunderbird_sink() -> Iterator[SmtpSink]:
    with SmtpSink() as running:
        yield running


@pytest.fixture(scope="session")
def thunderbird(dovecot: Dovecot, thunderbird_sink: SmtpSink, package: Path) -> Iterator[Thunderbird]:
    """Signed in to its mailbox, the add-on installed, not paired."""
    program = shutil.which("thunderbird")
    if program is None:
        missing("thunderbird", "thunderbird")
    with Thunderbird(str(program), Account(USER, dovecot.port, thunderbird_sink.port)) as running:
        running.run(KEEP_PASSWORD, USER, PASSWORD)
        assert running.install(package) == ADDON
        running.wait(lambda: running.in_page(ADDON, "options.html", "return document.title"))
        yield running


def einklang(server: LiveServer, *arguments: str) -> str:
    """What `einklang ...` prints on this installation."""
    command = [sys.executable, "-c", "from server.cli import main; main()", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=server.env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


class Pairing:
    """What this Thunderbird keeps of its pairing; made anew where a test has forgotten the server."""

    def __init__(self, server: LiveServer, kept: str) -> None:
        self._server = server
        self._kept: dict[str, str] = json.loads(kept)

    def works(self) -> bool:
        """Whether the server still takes the token."""
        try:
            self._post("session", {"code": self._kept["token"]})
        except urllib.error.HTTPError as refused:
            if refused.code != 401:
                raise
            return False
        return True

    def at(self, address: str) -> str:
        """The pairing as it is stored, with the server at this address."""
        if not self.works():
            code = einklang(self._server, "addin", "pair", REP, "--demo")
            self._kept["token"] = self._post("pairing", {"code": code, "client": "thunderbird"})["token"]
        return json.dumps({"pairing": {**self._kept, "address": address}})

    def _post(self, path: str, body: dict[str, str]) -> dict[str, str]:
        headers = {"Content-Type": "application/json"}
        url = f"{self._server.url}/api/v1/{path}"
        request = urllib.request.Request(url, json.dumps(body).encode(), headers, method="POST")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return dict(json.load(answer))


@pytest.fixture(scope="session")
def paired(thunderbird: Thunderbird, live_server: LiveServer) -> Pairing:
    """The pairing as a user makes it: the address and a code, typed into the page that opens at the installation."""
    code = einklang(live_server, "addin", "pair", REP, "--demo")
    script = PRESS_CONNECT % (json.dumps(live_server.url), json.dumps(code.lower()))
    thunderbird.in_page(ADDON, "options.html", script, clicks=True)
    look = (
        "const { pairing } = await browser.storage.local.get();"
        "return pairing ? JSON.stringify(pairing) : document.getElementById('problem').textContent;"
    )
    kept = thunderbird.wait(lambda: thunderbird.in_page(ADDON, "options.html", look))
    assert kept.startswith("{"), kept
    return Pairing(live_server, str(kept))


@pytest.fixture
def client(
    thunderbird: Thunderbird, thunderbird_sink: SmtpSink, paired: Pairing, door: FaultyServer
) -> Iterator[ThunderbirdClient]:
    """Thunderbird, paired with the server behind the door, no compose window open."""
    known = paired.at(door.url)
    thunderbird.in_page(
        ADDON,
        "options.html",
        'await browser.permissions.request({ origins: ["http://127.0.0.1/*"] });'  # a test may have given it back
        f"await browser.storage.session.clear(); await browser.storage.local.set({known}); return true",
        clicks=True,
    )
    client = ThunderbirdClient(thunderbird, thunderbird_sink, door)
    yield client
    door.recover()
    client.close_all()
