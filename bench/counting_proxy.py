"""A proxy that tells how many bytes went over a connection."""

from __future__ import annotations

import socket
import threading


class CountingProxy:
    """Passes bytes on, both ways, and counts them."""

    def __init__(self, port: int) -> None:
        self._target, self.octets = port, 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]

    def __enter__(self) -> CountingProxy:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.close()

    def _serve(self) -> None:
        client, _ = self._listening.accept()
        server = socket.create_connection(("127.0.0.1", self._target))
        for one, other in ((client, server), (server, client)):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        while data := one.recv(65536):
            self.octets += len(data)
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)
