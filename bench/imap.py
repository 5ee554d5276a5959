"""How fast, how frugal and how prompt the mirror is, on a Dovecot of its own on loopback beside mbsync.

    python bench/imap.py [--mails 20000] [--more 60000] [--mailboxes 200] [--rounds 3] [--only first] [--folder F]

Every figure is taken in a fresh process. mbsync runs before and after each first sync, once with its own default (it
waits for the disk after every mail) and once without; the ratio is to the mean of the two without. Where others use the
machine, wall times say little: beside them stand the seconds of processor time of both, the server's own not counted.
"""

from __future__ import annotations

import argparse
import json
import os
import pwd
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench.counting_proxy import CountingProxy  # noqa: E402
from bench.imap_mails import fill, mail  # noqa: E402
from bench.mbsync import run_mbsync  # noqa: E402
from server.access import EVERYTHING  # noqa: E402
from server.demo.dovecot import Dovecot  # noqa: E402
from server.garbage import look_for_less  # noqa: E402
from server.mail.connection import Login, Timeouts, open_connection  # noqa: E402
from server.mail.host import MailHost  # noqa: E402
from server.mail.hosts.imap import ImapHost  # noqa: E402
from server.mail.mirror import Mirror, sync  # noqa: E402
from server.mail.pace import Pace  # noqa: E402
from server.store import Mailbox, NewMailbox, Store  # noqa: E402
from server.watching import Watchers  # noqa: E402

USER, PASSWORD = "bench@example.test", "secret"
FRUGAL = {"MALLOC_ARENA_MAX": "2", "OMP_NUM_THREADS": "1"}  # as `einklang run` sets them


def main() -> None:
    options = _options()
    if options.what:
        getattr(sys.modules[__name__], f"measure_{options.what}")(options)
        return
    directory = Path(tempfile.mkdtemp(prefix="einklang-bench-", dir=options.folder))
    directory.chmod(0o755)
    try:
        users = {USER: PASSWORD, "more@example.test": PASSWORD}
        users |= {f"m{number}@example.test": PASSWORD for number in range(options.mailboxes)}
        _fill(directory, USER, options.mails)
        if options.more:
            _fill(directory, "more@example.test", options.more)
        with Dovecot(directory, users) as server:
            options.port = server.port
            _all(options, directory)
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def _all(options: argparse.Namespace, directory: Path) -> None:
    run_mbsync(directory, options.port, USER, PASSWORD)  # warms the server's indexes
    _compare(options, directory)
    if options.only == "first":
        return
    for what in ("later", "watched"):
        _say(what, **_child(options, directory, what, USER))
    if options.more:
        _say(f"first sync of {options.more}", **_child(options, directory, "first", "more@example.test"))


def _compare(options: argparse.Namespace, directory: Path) -> None:
    """First syncs, each between two of mbsync."""
    ratios, processor = [], []
    for _ in range(options.rounds):
        before = run_mbsync(directory, options.port, USER, PASSWORD)
        told = _child(options, directory, "first", USER)
        after = run_mbsync(directory, options.port, USER, PASSWORD)
        ratios.append(2 * told["seconds"] / (before.seconds + after.seconds))
        processor.append(2 * told["cpu_s"] / (before.processor + after.processor))
        _say(
            "first sync",
            **told,
            mbsync_s=[before.seconds, after.seconds],
            mbsync_cpu_s=[before.processor, after.processor],
            ratio=round(ratios[-1], 2),
            cpu_ratio=round(processor[-1], 2),
            load=round(os.getloadavg()[0], 1),
        )
    _say(
        "first sync",
        median_ratio=round(statistics.median(ratios), 2),
        median_cpu_ratio=round(statistics.median(processor), 2),
        mbsync_waiting_for_disk_s=run_mbsync(directory, options.port, USER, PASSWORD, waits=True).seconds,
    )


def measure_first(options: argparse.Namespace) -> None:
    """A first sync with all of its storing."""
    with _new_store(options) as store:
        mailbox = _add(store, options.user)
        at_first = _peak()
        look_for_less()  # as a worker does
        began, used = time.monotonic(), time.process_time()
        host = ImapHost(open_connection(_login(options.port, options.user)))
        done = sync(host, store.mirror, mailbox.id).new
        host.close()
        seconds, used = time.monotonic() - began, time.process_time() - used
    _hand_back(
        mails=done,
        seconds=seconds,
        mails_per_s=done / seconds,
        cpu_s=used,
        peak_mb=_peak(),
        before_mb=at_first,
    )


def measure_later(options: argparse.Namespace) -> None:
    """On an open connection behind a counting proxy: nothing new, then ten new mails."""
    with CountingProxy(options.port) as proxy, _new_store(options) as store:
        mailbox = _add(store, options.user)
        host = ImapHost(open_connection(_login(proxy.port, options.user)))
        mirror = Mirror(mailbox.id, host, store.mirror)
        mirror.look()
        while mirror.read_history(lambda: False):
            pass
        mirror.look()
        times, octets = [], []
        for _ in range(200):
            before, began = proxy.octets, time.monotonic()
            mirror.look()
            times.append(time.monotonic() - began)
            octets.append(proxy.octets - before)
        news = []
        for round_ in range(5):
            _append(options.port, options.user, range(900_000 + 10 * round_, 900_010 + 10 * round_))
            began = time.monotonic()
            mirror.look()
            news.append(time.monotonic() - began)
            assert mirror.result().new == options.mails + 10 * (round_ + 1)
        host.close()
    _hand_back(
        poll_ms=1000 * statistics.median(times),
        poll_ms_worst=1000 * max(times),
        poll_bytes=statistics.median(octets),
        ten_new_s=statistics.median(news),
        ten_new_s_worst=max(news),
    )


def measure_watched(options: argparse.Namespace) -> None:
    """All mailboxes watched by one process: until all are up to date, what that costs, and how soon news are stored.

    Where they are more than /proc/sys/fs/inotify/max_user_instances, Dovecot itself sees news of the rest every 30 s.
    """
    with _new_store(options) as store:
        for number in range(options.mailboxes):
            _add(store, f"m{number}@example.test")
        names = {each.address: each.id for each in store.mailboxes.list(sight=EVERYTHING)}

        def open_host(mailbox: Mailbox) -> MailHost:
            return ImapHost(open_connection(_login(options.port, mailbox.address), Timeouts(60, 60)))

        before = _memory()
        watchers = Watchers(store, open_host, lambda: datetime.now(UTC), Pace(poll=600))
        began = time.monotonic()
        watchers.follow()
        _until(
            lambda: all(each.activity == "watching" for each in store.mailbox_states.all(sight=EVERYTHING).values()),
            300,
        )
        ready = time.monotonic() - began
        time.sleep(2)
        used, began = time.process_time(), time.monotonic()
        time.sleep(20)
        busy = (time.process_time() - used) / (time.monotonic() - began)
        memory, threads = _memory() - before, threading.active_count()
        late = []
        for number in range(20):
            address = f"m{number * options.mailboxes // 20}@example.test"
            began = time.monotonic()
            _append(options.port, address, [number])
            appended = time.monotonic()
            _until(lambda address=address: bool(store.mirror.stored(names[address], "INBOX", 1)), 60)
            late.append(time.monotonic() - appended)
        began = time.monotonic()
        watchers.stop()
        stopped = time.monotonic() - began
    _hand_back(
        mailboxes=options.mailboxes,
        all_watched_s=ready,
        memory_mb=memory,
        threads=threads,
        processor=busy,
        idle_to_stored_s=statistics.median(late),
        idle_to_stored_s_worst=max(late),
        idle_later_than_2_s=sum(each > 2 for each in late),
        stop_s=stopped,
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--mails", type=int, default=20_000)
    parser.add_argument("--more", type=int, default=60_000)
    parser.add_argument("--mailboxes", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=("first",), help="the first syncs alone, beside mbsync")
    parser.add_argument("--folder", default=None, help="where server, mails and database lie")
    for name in ("what", "user", "database"):
        parser.add_argument(f"--{name}", help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


def _fill(directory: Path, user: str, count: int) -> None:
    octets = fill(directory / "mail" / user / "Maildir", count)
    _say("mails", user=user, count=count, megabytes=octets / 1e6)
    if os.getuid() == 0:
        nobody = pwd.getpwnam("nobody")
        for path in (directory / "mail").rglob("*"):
            os.chown(path, nobody.pw_uid, nobody.pw_gid)


def _child(options: argparse.Namespace, directory: Path, what: str, user: str) -> dict[str, float]:
    database = directory / "data"
    shutil.rmtree(database, ignore_errors=True)
    command = [sys.executable, "-W", "ignore", __file__, "--what", what, "--port", str(options.port), "--user", user]
    command += ["--database", str(database), "--mails", str(options.mails), "--mailboxes", str(options.mailboxes)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | FRUGAL)
    if done.returncode:
        raise SystemExit(done.stderr)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def _login(port: int, user: str) -> Login:
    return Login(user, "127.0.0.1", port, "none", user, PASSWORD)


def _append(port: int, user: str, numbers: range | list[int]) -> None:
    with open_connection(_login(port, user)) as connection:
        for number in numbers:
            raw, sent = mail(number)
            connection.append("INBOX", sent, raw.replace(b"\n", b"\r\n"))


def _new_store(options: argparse.Namespace) -> Store:
    return Store.open(f"sqlite:///{options.database}/einklang.db")


def _add(store: Store, user: str) -> Mailbox:
    return store.mailboxes.add(NewMailbox(user, "127.0.0.1", 1, "none", user), b"", datetime.now(UTC))


def _until(true: object, seconds: float) -> None:
    assert callable(true)
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise SystemExit("it did not happen in time")
        time.sleep(0.02)


def _peak() -> float:
    """Megabytes that this program held at most (ru_maxrss would count what its parent held, too)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024 / 1e6


def _memory() -> float:
    """Megabytes that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def _hand_back(**figures: float) -> None:
    print(json.dumps({name: round(value, 4) for name, value in figures.items()}))


def _say(what: str, **figures: object) -> None:
    told = (
        f"{name} {value:,.3f}" if isinstance(value, float) else f"{name} {value}" for name, value in figures.items()
    )
    print(f"{what}: {', '.join(told)}", flush=True)


if __name__ == "__main__":
    main()
