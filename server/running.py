"""Runs the web server and the worker as two processes under one parent, with or without the demo."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import click

from server.access import EVERYTHING
from server.database_wait import once_there
from server.demo.installation import Demo
from server.errors import ServerError
from server.settings import Settings
from server.store import Store
from server.wiring import refuse_open_demo

START_WITHIN = 180.0  # seconds; models load in five to ten
STOP_WITHIN = 8.0  # seconds for both processes together; whatever is killed then loses nothing
ANSWER_WITHIN = 5.0
# A sentence is too small a task to share between processors, and each pool of memory keeps what it once had.
FRUGAL = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
LOOK = 0.1
WEB_SERVER = "web server"


def run(settings: Settings, env: Mapping[str, str], config: Path | None, *, demo: bool) -> None:
    """Starts everything, prints the address, and stays until it is stopped or one of the processes ends.

    SIGHUP has the web server read its settings again, once all is started.
    `env` and `config` are handed on to the processes. Raises ServerError.
    """
    stopped, reload = threading.Event(), threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    signal.signal(signal.SIGHUP, lambda *_: reload.set())
    is_empty = once_there(lambda: _is_empty(settings), stopped.wait)
    if is_empty is None:
        return
    if demo := demo or is_empty:
        refuse_open_demo(settings)
    if problem := why_port_unusable(settings):
        raise ServerError(problem)
    installation = Demo(settings, env) if demo else None
    children = Children(installation.env if installation else env, config)
    with ExitStack() as stack:
        stack.callback(children.stop)
        children.start(WEB_SERVER, ["serve", *(["--demo"] if demo else [])])
        if installation:
            stack.enter_context(installation)  # while the web server loads its models
            stack.callback(children.stop)  # before the demo's IMAP server, which the worker would miss
            click.echo(f"Demo: {installation.mails} mails in {len(installation.mailboxes)} mailboxes, by IMAP.")
        children.start("worker", ["worker"])
        if not _wait_until_ready(settings, children, stopped):
            return
        if installation:
            _wait_until_learned(installation, children, stopped)
        if stopped.is_set():
            return
        _say_address(settings, demo=demo)
        while not stopped.wait(5 * LOOK):
            children.refuse_ended()
            if reload.is_set():
                reload.clear()
                children.send(WEB_SERVER, signal.SIGHUP)  # the worker reads its settings at its start alone


class Children:
    """The processes of one `einklang run`. They end with it, however it ends: see `server.lifeline`."""

    def __init__(self, env: Mapping[str, str], config: Path | None) -> None:
        self._env = {**FRUGAL, **env}
        self._given = ["--config", str(config)] if config else []
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, arguments: list[str]) -> None:
        """Starts `einklang ARGUMENTS`; `name` is what people call it."""
        program = [sys.executable, "-c", "from server.cli import main; main()"]
        self._running[name] = subprocess.Popen(  # noqa: S603 - our own program
            [*program, *self._given, *arguments, "--with-parent"],
            env=self._env,
            stdin=subprocess.PIPE,  # never written to: it ends when this process does
            start_new_session=True,  # Ctrl+C reaches the parent alone, which then stops its children in order
        )

    def send(self, name: str, number: signal.Signals) -> None:
        """Sends one of them a signal."""
        self._running[name].send_signal(number)

    def refuse_ended(self) -> None:
        """Raises ServerError if one of them ended by itself."""
        for name, process in self._running.items():
            if process.poll() is not None:
                raise ServerError(
                    f"The {name} ended unexpectedly ({_how(process.returncode)}); its messages above say why. "
                    "Everything was stopped and nothing is lost. Mend that and start again: einklang run. "
                    "`einklang doctor` looks for what may be wrong."
                )

    def stop(self) -> None:
        """Ends them all, by force if it takes too long. A second time does nothing."""
        running, self._running = list(self._running.values()), {}
        for process in running:
            process.terminate()
        until = time.monotonic() + STOP_WITHIN
        for process in running:
            try:
                process.wait(max(0.0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            if process.stdin:
                process.stdin.close()


def _is_empty(settings: Settings) -> bool:
    with Store.open(settings.data.database_url) as store:
        return not (store.mailboxes.list(sight=EVERYTHING) or store.imports.list(sight=EVERYTHING))


def _how(code: int) -> str:
    return f"exit code {code}" if code >= 0 else f"killed by {signal.Signals(-code).name}"


def why_port_unusable(settings: Settings) -> str | None:
    """A sentence if no server could listen where the settings want it; None if one can."""
    host, port = settings.web.host, settings.web.port
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return (
                f"{host}:{port} cannot be used ({error.strerror}). Stop what listens there, or choose another port: "
                f"web.port in the settings, or EINKLANG_WEB_PORT={port + 1}."
            )
    return None


def health(settings: Settings, within: float) -> tuple[str, str] | None:
    """Status and version of the Einklang that answers where the settings say; None if none does."""
    anyone = ssl.create_default_context()
    anyone.check_hostname, anyone.verify_mode = False, ssl.CERT_NONE  # nothing is told to it; it is on this machine
    try:
        url = f"{settings.web.own_url}/health"
        with urllib.request.urlopen(url, timeout=within, context=anyone) as answer:  # noqa: S310 # nosec B310 - ours
            told = json.load(answer)
            return str(told["status"]), str(told["version"])
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
        return None


def _wait_until_ready(settings: Settings, children: Children, stopped: threading.Event) -> bool:
    """False if it was stopped meanwhile; raises ServerError if it will never be ready."""
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until and not stopped.wait(LOOK):
        children.refuse_ended()
        status, _ = health(settings, ANSWER_WITHIN) or ("away", "")
        if status == "ok":
            return True
        if status == "failed":
            raise ServerError("The models cannot be loaded; the messages above say why and what to do.")
    if stopped.is_set():
        return False
    raise ServerError(f"The server did not answer within {START_WITHIN:.0f} seconds; its messages above say why.")


def _wait_until_learned(demo: Demo, children: Children, stopped: threading.Event) -> None:
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until and not demo.is_learned() and not stopped.wait(2 * LOOK):
        children.refuse_ended()


def _say_address(settings: Settings, *, demo: bool) -> None:
    click.echo(f"\nEinklang is ready:  {settings.web.url}/try")
    click.echo(f"How customers stand: {settings.web.url}/dashboard")
    if demo:
        click.echo("This is a demo with invented customers. To connect your own mailbox, stop it (Ctrl+C) and run:")
        click.echo("  .venv/bin/einklang mailbox add you@your-company.example")
    else:
        click.echo("To sign in there: einklang user add NAME --all-mailboxes, then einklang user password NAME")
        click.echo("(/try asks for a token: einklang token add NAME). In your mail client: docs/mail-clients.md")
    sys.stdout.flush()
