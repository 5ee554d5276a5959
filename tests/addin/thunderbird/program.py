"""A real Thunderbird without a screen, driven by Marionette."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self, TypeVar

from tests.addin.thunderbird.profile import Account, write_profile
from tests.free_ports import free_port
from tests.marionette import Marionette, MarionetteError

START_WITHIN = 60.0
PATIENCE = 60.0  # seconds until something that should come at once is given up

T = TypeVar("T")

# The page of the add-on whose address has `part` in it, in a tab, a window, a popup, or as a frame of one of those.
IN_PAGE = """
const [part, code, id, clicks] = args;
const policy = WebExtensionPolicy.getByID(id);
const found = [];
const visit = (context) => {
  if (context.currentWindowGlobal?.documentURI?.spec.startsWith(policy.getURL("")) &&
      context.currentWindowGlobal.documentURI.spec.includes(part)) found.push(context);
  for (const child of context.children) visit(child);
};
for (const view of policy.extension.views) if (view.xulBrowser?.browsingContext) visit(view.xulBrowser.browsingContext);
for (const win of Services.wm.getEnumerator(null)) {
  for (const each of win.document.querySelectorAll("browser")) if (each.browsingContext) visit(each.browsingContext);
}
const context = found[0];
if (!context) return { missing: true };
const actor = context.top.embedderElement.messageManager;
const name = `einklang-test:${Math.random()}`;
const script = `(async () => {
  let answer;
  try {
    const visit = (win) => win.location.href.includes(${JSON.stringify(part)}) ? win :
      [...Array(win.frames.length).keys()].map((at) => visit(win.frames[at])).find(Boolean);
    const win = visit(content);
    if (!win?.document.documentElement || win.document.readyState === "loading") throw null;  // just being loaded
    const sandbox = Cu.Sandbox(win, { sandboxPrototype: win, wantXrays: false });  // the page's policy forbids eval
    const click = ${clicks} ? win.windowUtils.setHandlingUserInput(true) : null;
    const running = Cu.evalInSandbox("(async () => {" + ${JSON.stringify(code)} + "})()", sandbox);
    click?.destruct();
    answer = { value: await running };
  } catch (error) { answer = error === null ? { missing: true } : { error: String(error) }; }
  sendAsyncMessage(${JSON.stringify(name)}, JSON.stringify(answer));
})()`;
return JSON.parse(await new Promise((resolve) => {
  const heard = (message) => { actor.removeMessageListener(name, heard); resolve(message.data); };
  actor.addMessageListener(name, heard);
  actor.loadFrameScript("data:application/javascript;charset=utf-8," + encodeURIComponent(script), false);
}));
"""


class Thunderbird:
    """A running Thunderbird with a profile of its own; `run` works in its chrome scope."""

    def __init__(self, program: str, account: Account) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="einklang-tb-"))
        port = free_port()
        write_profile(self._folder / "profile", account, port)
        home = self._folder / "home"
        home.mkdir()
        env = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
        env |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        command = [program, "--headless", "--no-remote", "--marionette", "--remote-allow-system-access"]
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                [*command, "--profile", str(self._folder / "profile")], env=env, stdout=log, stderr=subprocess.STDOUT
            )
        try:
            self._marionette = self._connect(port)
        except BaseException:
            self.stop()
            raise

    def run(self, script: str, *arguments: Any) -> Any:
        """The value of the body of an async function in the chrome scope; `args` are its arguments."""
        return self._marionette.run(script, *arguments)

    def in_page(self, addon: str, part: str, code: str, *, clicks: bool = False) -> Any:
        """The value of the body of an async function in the add-on's page with `part` in its address.

        What it does before its first `await` counts as done by the user if it `clicks`. LookupError where no such
        page is open.
        """
        try:
            answer = self.run(IN_PAGE, part, code, addon, clicks)
        except MarionetteError as error:
            raise LookupError(f"the page {part} went away: {error}") from error
        if answer.get("missing"):
            raise LookupError(f"no page {part} is open")
        if "error" in answer:
            raise MarionetteError(f"{part}: {answer['error']}")
        return answer.get("value")

    def install(self, package: Path) -> str:
        """Installs an add-on for as long as this Thunderbird runs; its id."""
        return str(self._marionette.send("Addon:Install", path=str(package), temporary=True))

    def wait(self, read: Callable[[], T], *, within: float = PATIENCE) -> T:
        """What `read` gives once that is something; a LookupError is waited out."""
        end = time.monotonic() + within
        last: object = None
        while time.monotonic() < end:
            try:
                last = found = read()
                if found:
                    return found
            except LookupError as error:
                last = error
            time.sleep(0.03)
        raise AssertionError(f"within {within:.0f} s this did not come: last seen {last!r}")

    def log(self) -> str:
        return (self._folder / "log").read_text("utf-8", "replace")

    def stop(self) -> None:
        """Ends the program and removes its profile."""
        self._process.kill()  # nothing of the profile is wanted any more
        self._process.wait(60)
        if hasattr(self, "_marionette"):
            self._marionette.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _connect(self, port: int) -> Marionette:
        end = time.monotonic() + START_WITHIN
        while True:
            assert self._process.poll() is None, f"Thunderbird ended while it started:\n{self.log()}"
            assert time.monotonic() < end, f"Thunderbird did not start:\n{self.log()}"
            try:
                connection = Marionette(port)
                break
            except (OSError, MarionetteError):
                time.sleep(0.05)
        connection.send("WebDriver:NewSession", capabilities={})
        connection.send("Marionette:SetContext", value="chrome")
        return connection
