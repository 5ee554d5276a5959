"""A real Roundcube with the plugin between a real Dovecot and a mail server that keeps what it gets."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from server.demo.dovecot import Dovecot
from tests.addin.faulty_server import FaultyServer
from tests.addin.roundcube.host import USER, RoundcubeHost
from tests.addin.roundcube.instance import IntegrationKey, Ports, RoundcubeInstance, require_roundcube
from tests.chromium import PATIENCE
from tests.dovecot import PASSWORD
from tests.installation import ROOT, LiveServer
from tests.smtp_sink import SmtpSink


@pytest.fixture(scope="session")
def sink() -> Iterator[SmtpSink]:
    with SmtpSink() as running:
        yield running


@pytest.fixture(scope="session")
def integration_key(live_server: LiveServer) -> IntegrationKey:
    """Made as an admin makes it."""
    einklang = [sys.executable, "-c", "from server.cli import main; main()"]
    make_key = ["addin", "roundcube", "--key", "Roundcube", "--add-users", "--demo"]
    done = subprocess.run(
        [*einklang, *make_key], cwd=ROOT, env=live_server.env, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    found = dict(re.findall(r"\$config\['(einklang_key(?:_id)?)'\] = '([^']+)'", done.stdout))
    return IntegrationKey(found["einklang_key_id"], found["einklang_key"])


@pytest.fixture(scope="session")
def roundcube(
    live_server: LiveServer, dovecot: Dovecot, sink: SmtpSink, integration_key: IntegrationKey
) -> Iterator[RoundcubeInstance]:
    """The one that may frame the panel of `live_server`."""
    require_roundcube()
    folder = Path(tempfile.mkdtemp(prefix="einklang-roundcube-"))
    ports = Ports(int(live_server.embedder.rpartition(":")[2]), dovecot.port, sink.port)
    try:
        with RoundcubeInstance(folder, ports, integration_key) as running:
            yield running
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def signed_in(chromium: Browser, roundcube: RoundcubeInstance) -> Iterator[BrowserContext]:
    """A browser in which USER has signed in; what it has loaded once it keeps, as a user's does."""
    context = chromium.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page = context.new_page()
    page.goto(roundcube.url)
    page.locator("#rcmloginuser").fill(USER)
    page.locator("#rcmloginpwd").fill(PASSWORD)
    page.locator("#rcmloginsubmit").click()
    expect(page.locator("#taskmenu a.logout")).to_be_attached()
    page.close()
    yield context
    context.close()


@pytest.fixture
def roundcube_host(
    signed_in: BrowserContext, door: FaultyServer, roundcube: RoundcubeInstance, sink: SmtpSink
) -> Iterator[RoundcubeHost]:
    """Roundcube in a browser, its server behind the door; an error of a script fails the test at its end."""
    page = signed_in.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    host = RoundcubeHost(page, door, roundcube, sink)
    yield host
    host.close()
    assert not errors, errors
    assert not (complaints := roundcube.complaints()), complaints
