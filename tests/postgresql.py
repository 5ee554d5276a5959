"""Fixtures: a real PostgreSQL on loopback, one for each test process, with an empty store for each test."""

from __future__ import annotations

import itertools
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from server.store import Store
from server.store.schema import metadata
from tests.free_ports import free_port

USER = "einklang"
TEMPLATE = "migrated"
START_WITHIN = 60.0
STOP_WITHIN = 60.0
WITH_STRATEGY = 15  # the first version that can be told how to copy a database
PROGRAMS = ("initdb", "postgres")
DEBIAN = Path("/usr/lib/postgresql")  # <version>/bin, not in PATH
# Nothing of a test must outlive it, so nothing has to reach a disk.
SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "max_connections": "60",
    "unix_socket_directories": "",
    "listen_addresses": "127.0.0.1",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "64MB",
}


def find_postgresql() -> Path | None:
    """The folder with the newest PostgreSQL's programs; None where there is none."""
    debian = sorted(DEBIAN.glob("*/bin"), key=lambda each: int(each.parent.name), reverse=True)
    in_path = shutil.which("postgres")
    folders = [*debian, *([Path(in_path).resolve().parent] if in_path else [])]
    return next((each for each in folders if all((each / name).is_file() for name in PROGRAMS)), None)


def require_postgresql() -> Path:
    """Where PostgreSQL's programs are; skips where it is missing, but fails in CI, where it must not be."""
    found = find_postgresql()
    if found is not None:
        return found
    message = "PostgreSQL is not installed; install it with: apt-get install postgresql"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


class PostgreSql:
    """A server in a temporary folder that trusts whoever comes from this machine; ends with its `with`."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._numbers = itertools.count()
        # Root may not run it: then the least of all users does.
        self._user = _nobody() if os.geteuid() == 0 else None
        self._folder = Path(tempfile.mkdtemp(prefix="einklang-postgresql-"))
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0
        said = subprocess.run([programs / "postgres", "--version"], check=True, capture_output=True, text=True).stdout
        self.version = int(re.findall(r"\d+", said)[0])

    def __enter__(self) -> PostgreSql:
        try:
            if self._user is not None:
                os.chown(self._folder, self._user.pw_uid, self._user.pw_gid)
            self._run("initdb", "--auth=trust", f"--username={USER}", "--encoding=UTF8", "--locale=C", "--no-sync")
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def data(self) -> Path:
        """The folder of the server's files."""
        return self._folder / "data"

    def start(self) -> None:
        """Starts the server, on the port that it had before or a free one, and waits until it answers."""
        self.port = self.port or free_port()
        settings = SETTINGS | {"port": str(self.port)}
        (self._folder / "data" / "pg_hba.conf").write_text("host all all 127.0.0.1/32 trust\n", encoding="ascii")
        with (self._folder / "log").open("ab") as log:
            self._process = self._start(
                "postgres", [f"--{key}={value}" for key, value in settings.items()], log.fileno()
            )
        deadline = time.monotonic() + START_WITHIN
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL did not start:\n{(self._folder / 'log').read_text()}")
            time.sleep(0.05)

    def stop(self, *, at_once: bool = False) -> None:
        """Breaks all connections and ends the server, in good order or, `at_once`, as if the power failed."""
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal.SIGQUIT if at_once else signal.SIGINT)
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def url(self, database: str) -> str:
        """The address of a database as the settings name it."""
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{database}"

    def new_database(self, *, like: str = "template0", more: str = "") -> str:
        """The address of a fresh database: empty, or a copy of `like`."""
        name = f"store_{os.getpid()}_{next(self._numbers)}"
        # files copied, not written through the log: a third of the time (before PostgreSQL 15 there is nothing else)
        how = "STRATEGY file_copy" if self.version >= WITH_STRATEGY else ""
        self.ask(f"CREATE DATABASE {name} TEMPLATE {like} {how} {more}")
        return self.url(name)

    def drop(self, url: str) -> None:
        """Removes a database, whoever is connected to it."""
        self.ask(f"DROP DATABASE IF EXISTS {url.rpartition('/')[2]} WITH (FORCE)")

    def ask(self, statement: str, *, database: str = "postgres") -> list[tuple[object, ...]]:
        """Runs a statement by itself as the server's owner."""
        import psycopg

        address = self.url(database)
        with psycopg.connect(address, autocommit=True) as connection:
            found = connection.execute(statement.encode())
            return found.fetchall() if found.description else []

    def run(self, program: str, *arguments: str) -> bytes:
        """What one of PostgreSQL's own programs prints, such as pg_dump."""
        return subprocess.run([self._programs / program, *arguments], check=True, capture_output=True).stdout

    def _answers(self) -> bool:
        import psycopg

        try:
            self.ask("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def _run(self, program: str, *arguments: str) -> None:
        with tempfile.TemporaryFile() as said:
            process = self._start(program, arguments, said.fileno())
            if process.wait() != 0:
                said.seek(0)
                raise RuntimeError(f"{program} failed:\n{said.read().decode()}")

    def _start(self, program: str, arguments: Sequence[str], output: int) -> subprocess.Popen[bytes]:
        user = self._user
        return subprocess.Popen(
            [self._programs / program, "-D", str(self.data), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd=self._folder,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "America/New_York"},  # nobody's UTC by chance
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
        )


def _nobody() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("PostgreSQL refuses to run as root, and there is no user 'postgres' or 'nobody'.")


def empty_tables(connection: Any) -> None:
    """Brings a database back to how the migrations left it, which is thirty times as fast as a new one."""
    connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    connection.execute("SET session_replication_role = replica")  # no trigger: the audit log refuses to be emptied
    connection.execute(";".join(f'DELETE FROM "{table.name}"' for table in metadata.sorted_tables))
    connection.execute("SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSql]:
    """The shared server, with a database `TEMPLATE` that has all tables and nothing in them. Do not stop it."""
    with PostgreSql(require_postgresql()) as server:
        server.ask(f"CREATE DATABASE {TEMPLATE} TEMPLATE template0")
        Store.open(server.url(TEMPLATE)).close()
        yield server


@pytest.fixture(scope="session")
def _shared_database(postgresql: PostgreSql) -> Iterator[tuple[str, Any]]:
    import psycopg

    url = postgresql.new_database(like=TEMPLATE)
    with psycopg.connect(url, autocommit=True) as connection:
        yield url, connection


@pytest.fixture
def postgresql_url(_shared_database: tuple[str, Any]) -> Iterator[str]:
    """A database with all tables and nothing in them; the test may fill the tables and not change them."""
    url, connection = _shared_database
    yield url
    empty_tables(connection)


@pytest.fixture
def own_postgresql_url(postgresql: PostgreSql) -> Iterator[str]:
    """A database with all tables and nothing in them, which the test may do with what it wants."""
    url = postgresql.new_database(like=TEMPLATE)
    yield url
    postgresql.drop(url)


@pytest.fixture
def empty_postgresql_url(postgresql: PostgreSql) -> Iterator[str]:
    """A database of this test's own without any table."""
    url = postgresql.new_database()
    yield url
    postgresql.drop(url)
