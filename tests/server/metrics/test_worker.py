"""The worker's port: its figures, for programs of this machine that ask for it by name."""

from __future__ import annotations

import socket
from http.client import HTTPConnection
from threading import enumerate as living_threads

import pytest

from server.errors import ServerError
from server.metrics.instruments import Instruments
from server.metrics.worker import tell_figures
from tests.free_ports import free_port


@pytest.fixture(scope="module")
def port() -> int:
    number = free_port()
    instruments = Instruments()
    instruments.ran("learn", 0.5, is_done=True)
    tell_figures(instruments, number)
    return number


def asked(port: int, *, host: str | None = None, path: str = "/metrics") -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.putrequest("GET", path, skip_host=host is not None)
    if host:
        connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


@pytest.mark.parametrize("host", [None, "localhost", "127.0.0.1:8766", "[::1]:8766"])
def test_a_program_of_this_machine_is_told(port: int, host: str | None):
    status, text = asked(port, host=host)
    assert status == 200
    assert 'einklang_job_seconds_count{name="learn",result="done"} 1.0' in text


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8766", "127.0.0.1.evil.example", "203.0.113.9", ""])
@pytest.mark.parametrize("path", ["/metrics", "/"])
def test_a_page_elsewhere_that_points_its_name_here_is_not(port: int, host: str, path: str):
    status, text = asked(port, host=host, path=path)
    assert status == 403
    assert "einklang_" not in text


def test_requests_are_not_written_anywhere(port: int, capfd: pytest.CaptureFixture[str]):
    asked(port)
    assert capfd.readouterr() == ("", "")


def test_a_connection_that_says_nothing_keeps_nobody_waiting(port: int):
    with socket.create_connection(("127.0.0.1", port)):
        assert asked(port)[0] == 200


def test_a_port_that_is_taken_is_told_in_words_and_leaves_nothing(port: int):
    before = [each.ident for each in living_threads() if each.name == "figures"]
    with pytest.raises(ServerError, match=r"metrics\.worker_port"):
        tell_figures(Instruments(), port)
    assert [each.ident for each in living_threads() if each.name == "figures"] == before
