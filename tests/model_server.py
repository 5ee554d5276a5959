"""A language model's server on loopback that speaks the OpenAI-compatible protocol, well or badly."""

from __future__ import annotations

import http.server
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass
class ModelServer:
    """Answers every question with `text`; what it is to do otherwise is set from outside, at any moment.

    `raw` is sent instead of a well-formed answer, `status` as it is; `drips` sends one byte per so many seconds;
    `goes_on` (where set) is waited for before anything is answered. `questions` are what it was asked, with `headers`.
    """

    text: str = ""
    status: int = 200
    raw: bytes | None = None
    finish: str = "stop"
    moved_to: str = ""
    drips: float = 0.0
    goes_on: threading.Event | None = None
    arrived: threading.Event = field(default_factory=threading.Event)
    questions: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    url: str = ""

    def body(self) -> bytes:
        if self.raw is not None:
            return self.raw
        message = {"role": "assistant", "content": self.text}
        choice = {"index": 0, "message": message, "finish_reason": self.finish}
        return json.dumps({"id": "chatcmpl-1", "object": "chat.completion", "choices": [choice]}).encode()


@contextmanager
def model_server() -> Iterator[ModelServer]:
    """The server, running."""
    model = ModelServer()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            model.paths.append(self.path)
            model.headers.append(dict(self.headers))
            model.questions.append(json.loads(asked))
            model.arrived.set()
            if model.goes_on is not None:
                model.goes_on.wait(60)
            self._answer(model.body())

        def _answer(self, body: bytes) -> None:
            self.send_response(model.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            if model.moved_to:
                self.send_header("Location", model.moved_to)
            self.end_headers()
            try:
                self._send(body)
            except OSError:  # the asker hung up, which is what some tests want
                self.close_connection = True

        def _send(self, body: bytes) -> None:
            if not model.drips:
                self.wfile.write(body)
                return
            for at in range(len(body)):
                self.wfile.write(body[at : at + 1])
                self.wfile.flush()
                time.sleep(model.drips)

        def log_message(self, *_: object) -> None:
            """Silent."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        model.url = f"http://127.0.0.1:{server.server_port}/v1"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield model
        finally:
            if model.goes_on is not None:
                model.goes_on.set()
            server.shutdown()
            thread.join()
