"""A mirror killed and cut again and again while its mailbox changes; at the end it must hold what the server has.

python -m tests.mail_chaos kill|cut ROUNDS SEED       runs against a Dovecot of its own and prints the figures
python -m tests.mail_chaos mirror DATABASE PORT USER  one mirror, as a process to be killed
"""

from __future__ import annotations

import contextlib
import gc
import json
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from server.demo.dovecot import Dovecot
from server.errors import ServerError
from server.mail.connection import ImapConnection, Login, Timeouts, open_connection
from server.mail.folder_state import all_flags
from server.mail.hosts.imap import ImapHost, open_imap_host
from server.mail.mirror import sync
from server.store import NewMailbox, Store
from tests.server.mail.host_contract import INBOX, mail, messages, read

ROOT = Path(__file__).parent.parent
ADDRESS = "user@example.test"
PASSWORD = "secret"
FLAGS = ("\\Seen", "\\Answered", "\\Flagged", "kunde", "dringend")
FIRST = 400  # mails before the first round: three batches of history
WHEN = datetime(2024, 5, 6, tzinfo=UTC)
IMPATIENT = Timeouts(connect=5, command=1.0)  # so that a proxy which falls silent is noticed


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: how often it was broken off, and how far the mirror is from the server at the end."""

    seed: int
    rounds: int
    broken_off: int
    on_server: int
    lost: int
    doubled: int
    invented: int
    other_bytes: int
    wrong_flags: int
    threads_left: int
    descriptors_left: int

    @property
    def is_perfect(self) -> bool:
        """Nothing lost, doubled, invented, changed or left behind."""
        faults = (self.lost, self.doubled, self.invented, self.other_bytes, self.wrong_flags)
        return not any((*faults, self.threads_left, self.descriptors_left))


def login_to(port: int) -> Login:
    return Login(ADDRESS, "127.0.0.1", port, "none", ADDRESS, PASSWORD)


class Mailbox:
    """The mailbox on the server, changed at random."""

    def __init__(self, connection: ImapConnection, chance: random.Random) -> None:
        self._connection, self._chance = connection, chance
        self._number = 0

    def deliver(self, count: int) -> None:
        for _ in range(count):
            self._number += 1
            raw = mail(self._number, self._chance.choice((300, 3_000, 30_000)))
            self._connection.append("INBOX", WHEN, raw)

    def change(self) -> None:
        """A few mails come, a few are flagged, a few are expunged."""
        self.deliver(self._chance.randint(0, 5))
        with self._connection.command("changing") as imap:
            imap.select("INBOX")
            there = imap.uid("SEARCH", "ALL")[1][0].split()
            for uid in self._chance.sample(there, min(4, len(there))):
                imap.uid("STORE", uid.decode(), self._chance.choice(("+FLAGS", "-FLAGS")), self._chance.choice(FLAGS))
            for uid in self._chance.sample(there, min(2, len(there))):
                imap.uid("STORE", uid.decode(), "+FLAGS", "(\\Deleted)")
            imap.expunge()


def run(kind: str, rounds: int, seed: int) -> Outcome:
    """Breaks the mirror off in every round: by SIGKILL ("kill") or by a cut of its network ("cut")."""
    directory = Path(tempfile.mkdtemp(prefix="einklang-chaos-"))
    directory.chmod(0o755)
    database = f"sqlite:///{directory}/data/e.db"
    chance = random.Random(seed)
    try:
        with Dovecot(directory, {ADDRESS: PASSWORD}) as server, Store.open(database) as store:
            new = NewMailbox(ADDRESS, server.host, server.port, "none", ADDRESS)
            number = store.mailboxes.add(new, b"", WHEN).id
            with open_connection(login_to(server.port)) as connection:
                mailbox = Mailbox(connection, chance)
                mailbox.deliver(FIRST)
                breaking_off = _Kills(database, number, server.port) if kind == "kill" else _Cuts(store, number, server)
                before = _left_open()
                broken = 0
                for _ in range(rounds):
                    mailbox.change()
                    broken += breaking_off.one(chance, mailbox)
                _in_the_end(store, number, server.port)
                threads, descriptors = _left_since(before)
                return _compared(store, number, server.port, (seed, rounds, broken, threads, descriptors))
    finally:
        shutil.rmtree(directory, ignore_errors=True)


class _Kills:
    def __init__(self, database: str, number: int, port: int) -> None:
        arguments = ("-W", "ignore", "-m", "tests.mail_chaos", "mirror", database, str(number), str(port))
        self._command = [sys.executable, *arguments]
        self._usual = 0.8  # seconds that a mirror takes when nobody kills it; learned from those that nobody did

    def one(self, chance: random.Random, mailbox: Mailbox) -> bool:
        """A mirror, which says when it begins, killed at some moment after that; whether it was still at work."""
        began = time.monotonic()
        with subprocess.Popen(self._command, cwd=ROOT, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            began = time.monotonic()
            end = began + chance.uniform(0, 1.1 * self._usual)
            mailbox.change()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, end - time.monotonic()))
            killed = process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.wait()
        if not killed:
            self._usual = 0.5 * self._usual + 0.5 * (time.monotonic() - began)
        return killed


class _Cuts:
    def __init__(self, store: Store, number: int, server: Dovecot) -> None:
        self._store, self._number, self._server = store, number, server

    def one(self, chance: random.Random, mailbox: Mailbox) -> bool:
        """A mirror behind a proxy that ends after some bytes, or falls silent; whether the mirror noticed."""
        budget = int(10 ** chance.uniform(2.5, 6.7))
        with _Proxy(self._server.port, budget, silent=chance.random() < 0.1) as proxy:
            changing = threading.Thread(target=mailbox.change)
            changing.start()
            try:
                _sync(self._store, self._number, proxy.port)
            except ServerError:
                return True
            finally:
                changing.join()
        return False


class _Proxy:
    """Passes bytes on until `budget` of them came back from the server; then it cuts, or says nothing more."""

    def __init__(self, port: int, budget: int, *, silent: bool) -> None:
        self._target, self._budget, self._silent = port, budget, silent
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> _Proxy:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            client, _ = self._listening.accept()
            with client, socket.create_connection(("127.0.0.1", self._target)) as server:
                up = threading.Thread(target=self._up, args=(client, server))
                up.start()
                with contextlib.suppress(OSError):
                    self._down(server, client)
                for each in (client, server):
                    with contextlib.suppress(OSError):
                        each.shutdown(socket.SHUT_RDWR)
                up.join()

    def _down(self, server: socket.socket, client: socket.socket) -> None:
        left = self._budget
        while data := server.recv(65536):
            client.sendall(data[:left])
            left -= min(left, len(data))
            if not left:
                while self._silent and server.recv(65536):
                    pass
                return

    def _up(self, client: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := client.recv(65536):
                server.sendall(data)
            server.shutdown(socket.SHUT_WR)


def _in_the_end(store: Store, number: int, port: int) -> None:
    """A mirror that nobody disturbs, with all the time that a busy machine may need."""
    for left in reversed(range(3)):
        try:
            _sync(store, number, port, Timeouts())
            return
        except ServerError:
            if not left:
                raise


def _sync(store: Store, number: int, port: int, timeouts: Timeouts = IMPATIENT) -> None:
    host = open_imap_host(login_to(port), timeouts=timeouts)
    try:
        sync(host, store.mirror, number)
    finally:
        host.close()


def _left_since(before: tuple[int, int]) -> tuple[int, int]:
    """Threads and descriptors more than before; those that are just ending have ten seconds for it."""
    until = time.monotonic() + 10
    while True:
        threads, descriptors = (now - then for now, then in zip(_left_open(), before, strict=True))
        if (threads <= 0 and descriptors <= 0) or time.monotonic() > until:
            return threads, descriptors
        time.sleep(0.1)


def _left_open() -> tuple[int, int]:
    gc.collect()
    return threading.active_count(), sum(1 for _ in Path("/proc/self/fd").iterdir())


def _compared(store: Store, number: int, port: int, told: tuple[int, int, int, int, int]) -> Outcome:
    with open_connection(login_to(port)) as connection:
        host = ImapHost(connection)
        server = {each.uid: each.raw for each in messages(read(host))}
        flags = {uid: words for part in all_flags(connection, host.alive(1)) for uid, words in part.flags.items()}
    rows = [each for each in store.mirror.rows(number, INBOX.name) if not each.gone]
    mirrored = {each.uid: each for each in rows}
    both = server.keys() & mirrored.keys()
    seed, rounds, broken, threads, descriptors = told
    return Outcome(
        seed=seed,
        rounds=rounds,
        broken_off=broken,
        on_server=len(server),
        lost=len(server.keys() - mirrored.keys()),
        doubled=len(rows) - len(mirrored),
        invented=len(mirrored.keys() - server.keys()),
        other_bytes=sum(mirrored[uid].raw != server[uid] for uid in both),
        wrong_flags=sum(mirrored[uid].flags != flags.get(uid) for uid in both),
        threads_left=max(0, threads),
        descriptors_left=max(0, descriptors),
    )


def main(arguments: list[str]) -> None:
    if arguments[0] == "mirror":
        with Store.open(arguments[1]) as store:
            sys.stdout.write("begins\n")
            sys.stdout.flush()
            _sync(store, int(arguments[2]), int(arguments[3]))
        return
    outcome = run(arguments[0], int(arguments[1]), int(arguments[2]))
    sys.stdout.write(json.dumps(asdict(outcome)) + "\n")
    sys.exit(0 if outcome.is_perfect else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
