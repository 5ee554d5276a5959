"""A password goes to no Redis whose certificate is not to be trusted, on whichever way Redis is asked."""

from __future__ import annotations

import os
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from limits.storage import storage_from_string
from redis.exceptions import RedisError

from server.broker import queue_depth
from server.demo.certificates import CertificateFiles, CertificateKind, provide_certificates
from server.jobs.celery import BrokerAway, celery_app, check_broker, place_of, sender
from server.jobs.slots import Turn
from server.settings import load
from tests.redis_server import RedisServer, require_redis
from tests.stores import put_new_store

ROOT = Path(__file__).parents[3]
PASSWORD = "geheim"
PATIENCE = 60.0


class Pretender:
    """A program that says that it is Redis, with a certificate of its own; keeps what it is told."""

    def __init__(self, files: CertificateFiles) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(files.certificate, files.key)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.1)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self.told, self.visits = b"", 0

    def __enter__(self) -> Pretender:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.finish()
        self._socket.close()

    def finish(self) -> None:
        """Hears out whoever is there, and takes nobody more."""
        self._over.set()
        self._thread.join()

    @property
    def port(self) -> int:
        port: int = self._socket.getsockname()[1]
        return port

    @property
    def url(self) -> str:
        return f"rediss://:{PASSWORD}@127.0.0.1:{self.port}/0"

    def _listen(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._socket.accept()
            except TimeoutError:
                continue
            self.visits += 1
            try:
                connection.settimeout(PATIENCE)
                with self._context.wrap_socket(connection, server_side=True) as secured:
                    self.told += secured.recv(4096)
            except OSError:
                pass  # whoever called has seen the certificate and left
            finally:
                connection.close()


def certificates(folder: Path, kind: CertificateKind = CertificateKind.VALID) -> CertificateFiles:
    return provide_certificates(folder, kind, datetime.now(UTC))


@pytest.fixture
def pretender(tmp_path: Path) -> Iterator[Pretender]:
    with Pretender(certificates(tmp_path / "tls")) as pretender:
        yield pretender


def send(url: str) -> None:
    sender(celery_app(url), place_of(url))(Turn("learn", 1), timedelta(seconds=15))


def ask_depth(url: str) -> None:
    env = {"EINKLANG_CONFIG": "", "EINKLANG_JOBS_QUEUE": "celery", "EINKLANG_JOBS_BROKER": url}
    settings = load(None, env | {"EINKLANG_DATA_DATABASE": "postgresql://einklang@db.example.com/einklang"})
    if queue_depth(settings, {}) is None:
        raise BrokerAway("certificate")


def count_requests(url: str) -> None:
    try:
        storage_from_string(url).incr("somebody", 60)
    except RedisError as error:
        raise BrokerAway(str(error)) from None


@pytest.mark.parametrize("ask", [send, check_broker, ask_depth, count_requests])
def test_whoever_shows_a_certificate_of_his_own_is_told_no_password(
    pretender: Pretender, ask: Callable[[str], object]
) -> None:
    with pytest.raises(BrokerAway) as refused:
        ask(pretender.url)
    assert "certificate" in str(refused.value)
    assert PASSWORD not in str(refused.value)
    pretender.finish()
    assert pretender.visits > 0
    assert pretender.told == b""


def test_a_worker_tells_him_no_password_either(pretender: Pretender, tmp_path: Path) -> None:
    url = put_new_store(f"sqlite:///{tmp_path}/e.db")
    program = [sys.executable, "-m", "tests.server.jobs.forking_worker", url, pretender.url, str(tmp_path)]
    with (tmp_path / "log").open("wb") as log:
        worker = subprocess.Popen(
            program, cwd=ROOT, stdin=subprocess.PIPE, stdout=log, stderr=log, env=dict(os.environ)
        )
    try:
        until = time.monotonic() + PATIENCE
        while pretender.visits < 2:
            assert worker.poll() is None, (tmp_path / "log").read_text()
            assert time.monotonic() < until, (tmp_path / "log").read_text()
            time.sleep(0.05)
    finally:
        worker.kill()
        worker.communicate()
    pretender.finish()
    assert pretender.told == b""
    assert PASSWORD not in (tmp_path / "log").read_text()


@pytest.mark.parametrize("kind", [CertificateKind.WRONG_HOST, CertificateKind.EXPIRED])
@pytest.mark.parametrize("ask", [send, check_broker])
def test_a_certificate_of_another_host_or_of_last_year_gets_no_password_although_its_authority_is_known(
    tmp_path: Path, kind: CertificateKind, ask: Callable[[str], object]
) -> None:
    files = certificates(tmp_path / "tls", kind)
    with Pretender(files) as pretender:
        with pytest.raises(BrokerAway, match="certificate that is not to be trusted"):
            ask(f"{pretender.url}?ssl_ca_certs={files.ca}")
        pretender.finish()
        assert pretender.told == b""


def test_a_redis_whose_authority_the_address_names_is_spoken_to(tmp_path: Path) -> None:
    files = certificates(tmp_path / "tls")
    with RedisServer(require_redis(), password=PASSWORD, tls=files) as redis:
        url = f"rediss://:{PASSWORD}@127.0.0.1:{redis.tls_port}/0?ssl_ca_certs={files.ca}"
        send(url)
        assert check_broker(url) == 1
        ask_depth(url)
        count_requests(url)
