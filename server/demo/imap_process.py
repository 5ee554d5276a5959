"""An IMAP server as a child process: free ports, waiting for its greeting, ending it with its children."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from server.errors import ServerError

START_SECONDS = 20.0  # a cold start of either server takes about two
STOP_SECONDS = 10.0
# Dovecot's parts that hold no mail; they would wait for the log writer (2 s) and for TLS clients (for ever).
IDLE_AT_THE_END = {"dovecot", "log", "imap-login", "anvil", "auth", "config", "stats"}

PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of linux/prctl.h


class ServerNotUsable(ServerError):
    """An IMAP server for the demo or the tests cannot run here; the message says why and what to do."""


def free_ports(count: int) -> list[int]:
    """Distinct loopback ports that nobody listens on at this moment."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [int(each.getsockname()[1]) for each in sockets]
    finally:
        for each in sockets:
            each.close()


def is_free(port: int) -> bool:
    """Whether a server could listen on this loopback port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def spawn(command: Sequence[str], log: Path) -> subprocess.Popen[bytes]:
    """Start the server in a process group of its own, its words appended to `log`."""
    with log.open("ab") as output:
        return subprocess.Popen(  # noqa: S603 - the command is built here from a program found on PATH
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=_end_with_parent(),  # else a killed run would leave it behind
        )


def _end_with_parent() -> Callable[[], None] | None:
    """On Linux: makes a new process end when the one that started it does, even by SIGKILL."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl  # found before the fork, where little may be done

    def ask() -> None:
        prctl(PARENT_DEATH_SIGNAL, int(signal.SIGTERM))

    return ask


def greets(port: int) -> bool:
    """Whether an IMAP server answers on this loopback port."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            return connection.recv(64).startswith(b"* OK")
    except OSError:
        return False


def wait_for_greeting(process: subprocess.Popen[bytes], port: int, log: Path, name: str) -> None:
    """Return when the server greets; raise ServerNotUsable with the end of its log when it does not."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise ServerNotUsable(f"{name} ended at once. The end of {log}:\n{_tail(log)}")
        if greets(port):
            return
        time.sleep(0.03)
    end_process(process)
    raise ServerNotUsable(f"{name} did not greet within {START_SECONDS:.0f} s. The end of {log}:\n{_tail(log)}")


def _tail(log: Path) -> str:
    return log.read_text(errors="replace")[-2000:] if log.exists() else "(no log)"


def end_process(process: subprocess.Popen[bytes]) -> None:
    """End a server that `spawn` started, with all its children: asked first, killed after ten seconds."""
    _end_group(process.pid, reap=process.poll)
    process.wait(STOP_SECONDS)


def remember(process: subprocess.Popen[bytes], file: Path) -> None:
    """Write down which server runs and for which process, for `end_leftover` of a later run."""
    me = os.getpid()
    file.write_text(f"{process.pid} {me} {_started(me)}")


def end_leftover(file: Path, mark: str, name: str) -> None:
    """End the server that a killed run left behind; raise ServerNotUsable when its run is still alive.

    It is ours only if `mark` stands in its command line; any other process is left alone.
    """
    try:
        server, owner, owner_started = file.read_text().split()
        command = Path(f"/proc/{int(server)}/cmdline").read_bytes()
    except (OSError, ValueError):
        return
    if mark.encode() not in command.split(b"\0"):
        return
    if int(owner) != os.getpid() and _started(int(owner)) == owner_started:
        raise ServerNotUsable(
            f"{name} with the mail of {file.parent} runs already, for process {owner}. "
            "Stop that one first, or use another directory."
        )
    _end_group(int(server), reap=lambda: None)


def _started(pid: int) -> str:
    """When a process began, in the kernel's ticks: tells it from a later one with the same number."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except OSError:
        return "gone"


def _end_group(leader: int, *, reap: Callable[[], object]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    while names := _living(leader, reap):
        if names <= IDLE_AT_THE_END or time.monotonic() > deadline:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(leader, signal.SIGKILL)
        if time.monotonic() > deadline + STOP_SECONDS:
            return  # not even SIGKILL ends a process that hangs in the kernel
        time.sleep(0.02)


def _living(leader: int, reap: Callable[[], object]) -> set[str]:
    """The names of the processes in the group of `leader` that are no zombies."""
    reap()
    names = set()
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            head, _, tail = entry.read_text().rpartition(")")
            state, _parent, group = tail.split()[:3]
            if int(group) == leader and state not in "ZX":
                names.add(head.partition("(")[2])
    return names
