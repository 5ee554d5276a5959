"""A worker of gunicorn whose threads never wait for clients: a request takes a thread once all of it is here.

gunicorn's own threads read head and body themselves, without a limit of time: as many slow clients as there are
threads bring it to a stand (docs/hardening.md has the figures). Here one loop gathers them all, TLS included.
"""

from __future__ import annotations

import logging
import socket
import ssl
import time
from contextlib import suppress
from functools import partial
from typing import Any

from gunicorn import http
from gunicorn.workers.gthread import TConn, ThreadWorker

from server.web.body_limit import LARGEST
from server.web.gathering import CROWDED, TOO_SLOW, Gathering
from server.web.refusal import Refusal
from server.web.tls import Certificate

log = logging.getLogger(__name__)

GATHERED_AT_MOST = 64 << 20  # bytes of all requests that are not whole yet
CONNECTIONS = 512  # at the same time; most systems let a process open 1,024 files
SPARE = 16  # connections: from there on whoever keeps us waiting the longest makes room
SEND_WITHIN = 30.0  # seconds that a client may take for one piece of an answer
LINGER = 2.0  # seconds in which a client may read its last answer before the connection goes
LINGERING_AT_MOST = 64
GONE_AFTER = 1.0  # seconds for a thread to come free, after which a closed side is taken for a client that has gone
LAST_CALL = 1.0  # seconds in which a process that is to end still takes requests of connections that it has
PIECE = 64 << 10
NOT_YET = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError, InterruptedError)


class PatientConnection(TConn):  # type: ignore[misc]
    """A connection whose bytes are read by the worker's loop and never waited for."""

    def __init__(self, worker: PatientWorker, sock: socket.socket, client: Any, server: Any) -> None:
        super().__init__(worker.cfg, sock, client, server)
        self._worker = worker
        self.gathering: Gathering | None = None
        self.whole_at = 0.0  # when its request was, and began to wait for a thread
        self.shakes_hands = worker.certificate is not None
        if worker.certificate is not None:
            self.sock = worker.certificate.context().wrap_socket(
                sock, server_side=True, do_handshake_on_connect=False, suppress_ragged_eofs=True
            )
        self.parser = http.get_parser(worker.cfg, self.sock, client)
        self.initialized = self.data_ready = True

    def read(self) -> bytes | None:
        """What came since the last time; b"" at the end, None if nothing did. Raises OSError."""
        pieces: list[bytes] = []
        try:
            if self.shakes_hands:
                self.sock.do_handshake()
                self.shakes_hands = False
            # TLS keeps what it deciphered, and a poller knows nothing of that: all of it is taken
            while sum(map(len, pieces)) <= LARGEST:
                pieces.append(self.sock.recv(PIECE))
                if not pieces[-1] or not isinstance(self.sock, ssl.SSLSocket):
                    break
        except NOT_YET:
            return b"".join(pieces) if pieces else None
        return b"".join(pieces)

    def close(self, graceful: bool = False) -> None:
        """At once; or, after an answer, as soon as the client has read it, without the loop waiting for that."""
        if graceful:
            self._worker.let_read(self)
        else:
            super().close()


class PatientWorker(ThreadWorker):  # type: ignore[misc]
    """gunicorn's threads behind one loop that gathers requests."""

    certificate: Certificate | None = None
    gathered_at_most = GATHERED_AT_MOST

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._gathering: dict[PatientConnection, None] = {}  # in the order in which they began
        self._lingering: dict[PatientConnection, float] = {}
        self._last_call: float | None = None  # until when, once it is to end
        if self.cfg.certfile:
            self.certificate = Certificate(self.cfg.certfile, self.cfg.keyfile)

    def set_accept_enabled(self, enabled: bool) -> None:
        """Who is to end takes the connections that the kernel has for it already, and then listens no more."""
        super().set_accept_enabled(enabled)
        if not enabled and not self.alive:
            self._last_call = time.monotonic() + LAST_CALL
            for listener in self.sockets:
                while self._accepts(listener):
                    pass
                listener.close()

    def _cap_keepalive(self, deadline: float) -> None:
        super()._cap_keepalive(min(deadline, time.monotonic() + LAST_CALL))

    def accept(self, listener: Any) -> None:
        """Takes a connection and begins to gather its first request."""
        self._accepts(listener)

    def _accepts(self, listener: Any) -> bool:
        """False where there was no connection to take."""
        try:
            sock, client = listener.accept()
        except OSError:
            return False  # gone again, or taken by another process
        self._make_room()
        try:
            sock.setblocking(False)
            conn = PatientConnection(self, sock, client, listener.getsockname())
        except (OSError, ValueError) as error:
            log.warning("a connection could not be begun: %s", type(error).__name__)
            sock.close()
            return True
        self.nr_conns += 1
        self.enqueue_req(conn)
        return True

    def enqueue_req(self, conn: PatientConnection) -> None:
        """Gathers a request first; gunicorn calls this wherever it would give the connection to a thread."""
        now = time.monotonic()
        conn.gathering = Gathering(now, LARGEST)
        self._gathering[conn] = None
        conn.sock.setblocking(False)
        self.poller.register(conn.sock, 1, partial(self._read_more, conn))  # 1: selectors.EVENT_READ
        if before := conn.parser.unreader.take_buffered():
            self._take(conn, before, now)

    def on_client_socket_readable(self, conn: PatientConnection, client: Any) -> None:
        """The next request of a connection begins, unless it made room for somebody in this very round."""
        if conn in self.keepalived_conns:
            super().on_client_socket_readable(conn, client)

    def _read_more(self, conn: PatientConnection, _: object) -> None:
        if conn not in self._gathering:
            return  # it made room for another, or was refused, in this very round of events
        try:
            data = conn.read()
        except OSError:
            data = b""
        if data is None:
            return
        if not data:
            self._drop(conn)
        else:
            self._take(conn, data, time.monotonic())

    def _take(self, conn: PatientConnection, data: bytes, now: float) -> None:
        gathering = conn.gathering
        assert gathering is not None
        refusal = gathering.add(data, now)
        if refusal is not None:
            self._refuse(conn, refusal)
        elif not self._has_room_for(conn):
            return
        elif gathering.is_whole:
            self._forget(conn)
            conn.parser.unreader.unread(bytes(gathering.data))
            conn.gathering = None
            conn.whole_at = now
            super().enqueue_req(conn)
        elif gathering.goes_on:
            with suppress(OSError):
                conn.sock.send(gathering.goes_on)
            gathering.goes_on = b""

    def _has_room_for(self, conn: PatientConnection) -> bool:
        """Refuses the largest of all that is gathered until the rest has room; False if that was this one.

        Not whoever came last: so few that are slow on purpose would have everybody else refused.
        """
        sizes = {each: len(each.gathering.data) for each in self._gathering if each.gathering}
        while sum(sizes.values()) > self.gathered_at_most:
            largest = max(sizes, key=sizes.__getitem__)
            del sizes[largest]
            self._refuse(largest, CROWDED)
        return conn in sizes

    def handle(self, conn: PatientConnection) -> Any:
        """Answers a request, unless it waited long for a thread and whoever asked has gone meanwhile.

        Panels break off a question that the next key has overtaken: to work at those would take the time from all.
        But a client may also close its sending side after its request, and still read: nothing tells these apart.
        """
        has_waited = time.monotonic() - conn.whole_at > GONE_AFTER
        return False if has_waited and _has_gone(conn.sock) else super().handle(conn)

    def handle_request(self, req: Any, conn: PatientConnection) -> Any:
        """Answers, as gunicorn does, but does not wait for ever until the client reads."""
        conn.sock.settimeout(SEND_WITHIN)
        try:
            return super().handle_request(req, conn)
        except TimeoutError:
            raise StopIteration from None  # gunicorn closes the connection

    def murder_pending(self) -> None:
        """Ends what is late; gunicorn calls this at least once a second, also while it stops."""
        super().murder_pending()
        now = time.monotonic()
        for conn in list(self._gathering):
            gathering = conn.gathering
            assert gathering is not None
            if gathering.is_empty and (gathering.is_late(now) or self._is_over(gathering, now)):
                self._drop(conn)
            elif gathering.is_late(now):
                self._refuse(conn, TOO_SLOW)
        for conn in [each for each, until in self._lingering.items() if now >= until]:
            self._end(conn)

    def _is_over(self, gathering: Gathering, now: float) -> bool:
        """Whether this process is to end and has waited long enough for a request to begin.

        One whose connection was heard of just now had its bytes there: they are read in the next round.
        """
        return self._last_call is not None and now >= max(self._last_call, gathering.began + LAST_CALL)

    def let_read(self, conn: PatientConnection) -> None:
        """Closes our side, and the whole connection once the client closed its own or a while has passed."""
        while len(self._lingering) >= LINGERING_AT_MOST:
            self._end(next(iter(self._lingering)))
        try:
            conn.sock.setblocking(False)
            conn.sock.shutdown(socket.SHUT_WR)
            self.poller.register(conn.sock, 1, partial(self._read_away, conn))
        except (OSError, ValueError, KeyError):
            conn.close()
            return
        self._lingering[conn] = time.monotonic() + LINGER

    def _read_away(self, conn: PatientConnection, _: object) -> None:
        try:
            ended = not conn.sock.recv(PIECE)
        except NOT_YET:
            return
        except OSError:
            ended = True
        if ended:
            self._end(conn)

    def _refuse(self, conn: PatientConnection, refusal: Refusal) -> None:
        self._forget(conn)
        conn.gathering = None  # what is refused holds nothing while its client reads why
        self.nr_conns -= 1
        with suppress(OSError):
            if not conn.shakes_hands:
                conn.sock.send(refusal.as_bytes())
        self.let_read(conn)

    def _drop(self, conn: PatientConnection) -> None:
        self._forget(conn)
        self.nr_conns -= 1
        conn.close()

    def _forget(self, conn: PatientConnection) -> None:
        self._gathering.pop(conn, None)
        with suppress(OSError, KeyError, ValueError):
            self.poller.unregister(conn.sock)

    def _end(self, conn: PatientConnection) -> None:
        self._lingering.pop(conn, None)
        with suppress(OSError, KeyError, ValueError):
            self.poller.unregister(conn.sock)
        conn.close()

    def _make_room(self) -> None:
        """Has whoever keeps us waiting the longest make room for somebody new."""
        if self.nr_conns < self.worker_connections - SPARE:
            return
        if self._gathering:
            self._drop(next(iter(self._gathering)))
        elif self.keepalived_conns:
            conn = self.keepalived_conns.popleft()
            with suppress(OSError, KeyError, ValueError):
                self.poller.unregister(conn.sock)
            self.nr_conns -= 1
            conn.close()


def _has_gone(sock: socket.socket) -> bool:
    """Whether the client has closed its side, with nothing more to come."""
    try:
        # of the connection itself, below TLS, which allows no looking ahead
        return not socket.socket.recv(sock, 1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except NOT_YET:
        return False
    except OSError:
        return True
