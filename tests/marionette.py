"""A small client of Marionette, the remote control built into Thunderbird and Firefox.

The protocol is JSON with its length in front: `[0, id, command, parameters]` there, `[1, id, error, result]` back.
"""

from __future__ import annotations

import itertools
import json
import socket
from typing import Any, Self

ANSWER_WITHIN = 60.0  # seconds that one command may take


class MarionetteError(Exception):
    """A command failed; the message is the program's own."""


class Marionette:
    """One session with the program that listens on `port` of loopback."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), ANSWER_WITHIN)
        self._ids = itertools.count(1)
        self._buffer = b""
        self._receive()  # the program says who it is

    def send(self, command: str, **parameters: Any) -> Any:
        """Runs one command and returns its result; raises MarionetteError."""
        number = next(self._ids)
        data = json.dumps([0, number, command, parameters]).encode()
        self._socket.sendall(str(len(data)).encode() + b":" + data)
        kind, answered, error, result = self._receive()
        assert (kind, answered) == (1, number), "answers come in the order of the commands"
        if error:
            raise MarionetteError(f"{command}: {error['error']}: {error['message']}")
        return result["value"] if isinstance(result, dict) and result.keys() == {"value"} else result

    def run(self, script: str, *arguments: Any, within: float = 20.0) -> Any:
        """The value of the body of an async function, run in the program's own (chrome) scope with `args`."""
        wrapped = (
            "const done = arguments[arguments.length - 1]; const args = [...arguments].slice(0, -1);"
            f"(async () => {{ {script} }})().then((value) => done([true, value ?? null]),"
            " (error) => done([false, `${error} ${error?.stack ?? ''}`]));"
        )
        good, value = self.send(
            "WebDriver:ExecuteAsyncScript", script=wrapped, args=list(arguments), scriptTimeout=int(within * 1000)
        )
        if not good:
            raise MarionetteError(str(value))
        return value

    def close(self) -> None:
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _receive(self) -> Any:
        while b":" not in self._buffer:
            self._more()
        length, _, rest = self._buffer.partition(b":")
        self._buffer = rest
        while len(self._buffer) < int(length):
            self._more()
        message, self._buffer = self._buffer[: int(length)], self._buffer[int(length) :]
        return json.loads(message)

    def _more(self) -> None:
        data = self._socket.recv(65536)
        if not data:
            raise MarionetteError("the program closed the connection")
        self._buffer += data
