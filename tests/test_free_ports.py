"""Ports for the servers of tests are told apart between processes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import free_ports
from tests.free_ports import PORTS, free_port

ROOT = Path(__file__).parent.parent
ANOTHER = "from tests.free_ports import free_port; print(free_port(), flush=True); input()"


def test_a_port_is_given_once_and_can_be_listened_on():
    given = [free_port() for _ in range(20)]
    assert len(set(given)) == 20
    for each in given:
        socket.create_server(("127.0.0.1", each)).close()


def test_the_system_hands_out_none_of_them_by_itself():
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert server.getsockname()[1] not in PORTS


def test_a_port_is_not_given_while_another_process_has_it(monkeypatch: pytest.MonkeyPatch):
    with subprocess.Popen(
        [sys.executable, "-c", ANOTHER],
        cwd=ROOT,
        env=dict(os.environ),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        theirs = int(other.stdout.readline())
        monkeypatch.setattr(free_ports, "PORTS", range(theirs, theirs + 1))
        with pytest.raises(RuntimeError, match="no port"):
            free_port()
        other.communicate("\n")
    assert free_port() == theirs
