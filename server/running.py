"""Runs the web server and the worker as two processes under one parent, with or without the demo."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from server.demo.installation import Demo
from server.errors import ServerError
from server.settings import Settings
from server.store import Store

START_WITHIN = 180.0  # seconds; models load in five to ten
STOP_WITHIN = 20.0
LOOK = 0.1


def run(settings: Settings, env: Mapping[str, str], config: Path | None, *, demo: bool) -> None:
    """Starts everything, prints the address, and stays until it is stopped or one of the processes ends.

    `env` and `config` are handed on to the processes. Raises ServerError.
    """
    with Store.open(settings.data.database_url) as store:
        demo = demo or not store.mailboxes.list()
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    with ExitStack() as stack:
        if demo:
            installation = stack.enter_context(Demo(settings, env))
            env = installation.env
            click.echo(f"Demo: {installation.mails} mails in {len(installation.mailboxes)} mailboxes, by IMAP.")
        _refuse_taken_port(settings)
        web = stack.enter_context(_process(["serve", *(["--demo"] if demo else [])], env, config))
        worker = stack.enter_context(_process(["worker"], env, config))
        if not _wait_until_ready(settings, (web, worker), stopped):
            return
        if demo:
            _wait_until_learned(installation, (web, worker), stopped)
        _say_address(settings, demo=demo)
        _watch((web, worker), stopped)


@contextmanager
def _process(arguments: list[str], env: Mapping[str, str], config: Path | None) -> Iterator[subprocess.Popen[bytes]]:
    given = ["--config", str(config)] if config else []
    command = [sys.executable, "-c", "from server.cli import main; main()", *given, *arguments]
    # A group of its own: Ctrl+C reaches the parent alone, which then stops its children in order.
    process = subprocess.Popen(command, env=dict(env), start_new_session=True)  # noqa: S603
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _refuse_taken_port(settings: Settings) -> None:
    host, port = settings.web.host, settings.web.port
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise ServerError(
                f"{host}:{port} cannot be used ({error.strerror}). Stop what listens there, or choose another port: "
                f"web.port in the settings, or EINKLANG_WEB_PORT={port + 1}."
            ) from error


def _wait_until_ready(
    settings: Settings, processes: tuple[subprocess.Popen[bytes], ...], stopped: threading.Event
) -> bool:
    host = f"[{settings.web.host}]" if ":" in settings.web.host else settings.web.host
    url = f"http://{host}:{settings.web.port}/health"
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until and not stopped.wait(LOOK):
        _refuse_ended(processes)
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if json.load(answer)["status"] == "ok":
                    return True
        except (urllib.error.URLError, OSError):
            continue
    if stopped.is_set():
        return False
    raise ServerError(f"The server did not answer within {START_WITHIN:.0f} seconds; its messages above say why.")


def _wait_until_learned(demo: Demo, processes: tuple[subprocess.Popen[bytes], ...], stopped: threading.Event) -> None:
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until and not demo.is_learned() and not stopped.wait(2 * LOOK):
        _refuse_ended(processes)


def _refuse_ended(processes: tuple[subprocess.Popen[bytes], ...]) -> None:
    if any(process.poll() is not None for process in processes):
        raise ServerError("A process of Einklang ended at start; its messages above say why.")


def _say_address(settings: Settings, *, demo: bool) -> None:
    click.echo(f"\nEinklang is ready:  {settings.web.url}/try")
    if demo:
        click.echo("This is a demo with invented customers. To connect your own mailbox, stop it (Ctrl+C) and run:")
        click.echo("  .venv/bin/einklang mailbox add you@your-company.example")
    else:
        click.echo("Sign in with a token: einklang user add NAME, then einklang token add NAME")
    sys.stdout.flush()


def _watch(processes: tuple[subprocess.Popen[bytes], ...], stopped: threading.Event) -> None:
    while not stopped.wait(0.5):
        if any(process.poll() is not None for process in processes):
            raise ServerError("A process of Einklang ended unexpectedly; its messages above say why.")
