"""A real Chromium for the tests: one browser a module, one fresh page a test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page, expect, sync_playwright
from playwright.sync_api import Error as PlaywrightError

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60_000  # ms; how long a test waits for something that should come at once


def missing(program: str, package: str) -> None:
    """Skips the test for want of a program, with a line that says what to install; fails it in CI."""
    line = f"{program} is not installed (Debian: apt install {package})"
    if os.environ.get("CI") == "true":
        pytest.fail(line)
    pytest.skip(line)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A headless Chromium; closed with the module, so that its event loop is not in other tests' way."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        missing("chromium", "chromium")
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    """What pages complained about: errors of scripts, refused resources, breaches of the content policy."""
    return []


@pytest.fixture
def page(chromium: Browser, complaints: list[str]) -> Iterator[Page]:
    """A page of its own profile, in German, wide; a complaint the test does not clear fails it at the end."""
    context = chromium.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    yield page
    context.close()
    assert not complaints, complaints


def evaluated(frame: Frame, expression: str) -> Any:
    """The value of an expression in a frame; LookupError where the frame's page just goes away for another one."""
    try:
        return frame.evaluate(f"document.documentElement === null ? undefined : ({expression})")
    except PlaywrightError as error:
        if any(words in str(error) for words in ("context was destroyed", "detached", "because of a navigation")):
            raise LookupError("the page is just being loaded anew") from error
        raise
