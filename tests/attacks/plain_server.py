"""A small application behind the worker that Einklang uses (or, to compare, another one): python plain_server.py ..."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from gunicorn.app.base import BaseApplication


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Says how long the body was, and whether TLS brought it; /long answers 50 megabytes."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    start_response("200 OK", [("Content-Type", "text/plain")])
    if environ["PATH_INFO"] == "/long":
        return (b"x" * 100_000 for _ in range(500))
    return [f"{len(body)} {environ['wsgi.url_scheme']}\n".encode()]


class PlainServer(BaseApplication):
    def load_config(self) -> None:
        port, worker, cert, key = sys.argv[1:5]
        self.cfg.set("bind", f"127.0.0.1:{port}")
        self.cfg.set("worker_class", worker)
        self.cfg.set("threads", 4)
        self.cfg.set("keepalive", 30)
        self.cfg.set("graceful_timeout", 5)
        self.cfg.set("worker_connections", 512)
        self.cfg.set("loglevel", "warning")
        self.cfg.set("control_socket_disable", True)
        if cert:
            self.cfg.set("certfile", cert)
            self.cfg.set("keyfile", key)

    def load(self) -> Any:
        return application


if __name__ == "__main__":
    PlainServer().run()
