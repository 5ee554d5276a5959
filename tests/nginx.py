"""A real nginx with the example of deploy/nginx, on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from tests.free_ports import free_port

EXAMPLE = Path(__file__).parent.parent / "deploy" / "nginx" / "einklang.conf"
MISSING = "nginx is not installed; install it with: apt-get install nginx-light"
PLACES = ("/usr/sbin/nginx", "/usr/local/sbin/nginx")
START_WITHIN = 60.0
AROUND = """
{user}
worker_processes 1;
daemon off;
pid {folder}/pid;
error_log {folder}/error.log info;
events {{ worker_connections 128; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  {example}
}}
"""


def require_nginx() -> str:
    """Where nginx is; skips where it is missing, but fails in CI, where it must not be."""
    found = shutil.which("nginx") or next((each for each in PLACES if Path(each).is_file()), None)
    if found is not None:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail(MISSING)
    pytest.skip(MISSING)


class Nginx:
    """nginx before `upstream` ("127.0.0.1:8765"), as the example has it but for ports, names and certificates."""

    def __init__(self, upstream: str, certificate: Path, key: Path) -> None:
        self._program = require_nginx()
        self._folder = Path(tempfile.mkdtemp(prefix="einklang-nginx-"))
        self.port, self.plain_port = free_port(), free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._write(upstream, certificate, key)

    def _write(self, upstream: str, certificate: Path, key: Path) -> None:
        example = EXAMPLE.read_text(encoding="utf-8")
        for old, new in (
            ("server 127.0.0.1:8765;", f"server {upstream};"),
            ("  listen [::]:80;\n", ""),
            ("  listen [::]:443 ssl http2;\n", ""),
            ("listen 80;", f"listen 127.0.0.1:{self.plain_port};"),
            ("listen 443 ssl http2;", f"listen 127.0.0.1:{self.port} ssl http2;"),
            ("coach.example.com", "localhost"),
            ("/etc/einklang/fullchain.pem", str(certificate)),
            ("/etc/einklang/privkey.pem", str(key)),
        ):
            assert old in example, f"the example has no {old!r} any more"
            example = example.replace(old, new)
        user = "user root;" if os.geteuid() == 0 else ""
        text = AROUND.format(user=user, folder=self._folder, example=example)
        (self._folder / "nginx.conf").write_text(text, encoding="utf-8")

    @property
    def connections(self) -> int:
        """How many connections to Einklang it has opened, by its log."""
        return self.log.count("connect to ")

    @property
    def log(self) -> str:
        """What it logged."""
        return (self._folder / "error.log").read_text(encoding="utf-8", errors="replace")

    def __enter__(self) -> Nginx:
        command = [self._program, "-p", str(self._folder), "-c", str(self._folder / "nginx.conf")]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        deadline = time.monotonic() + START_WITHIN
        while not _listens(self.port):
            if self._process.poll() is not None or time.monotonic() > deadline:
                said = self._process.stderr.read().decode() if self._process.stderr else ""
                self.__exit__()
                raise RuntimeError(f"nginx did not start:\n{said}")
            time.sleep(0.05)
        return self

    def __exit__(self, *_: object) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.wait(60)
            if process.stderr is not None:
                process.stderr.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
