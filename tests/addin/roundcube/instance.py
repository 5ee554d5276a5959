"""A Roundcube of our own from the installed package: everything it writes lies in one temporary folder."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Self

from server.addin_packages import roundcube_zip
from tests.chromium import missing

PACKAGE = Path("/usr/share/roundcube")
CONFIG = Path("/etc/roundcube")
NEEDED = ("filesystem_attachments", "jqueryui")  # Roundcube answers 500 without them
START_WITHIN = 60.0  # seconds

# PHP's own server says nothing about how long a file stays good; Roundcube's .htaccess does.
ROUTER = r"""<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (preg_match('~/\.|\.(inc|dist|json|md)$~', $path)) { http_response_code(403); return true; }
$types = ['js' => 'text/javascript', 'css' => 'text/css', 'woff2' => 'font/woff2', 'svg' => 'image/svg+xml'];
$type = $types[pathinfo($path, PATHINFO_EXTENSION)] ?? null;
if ($type === null || !is_file($_SERVER['DOCUMENT_ROOT'] . $path)) { return false; }
header("Content-Type: $type; charset=UTF-8");
header('Cache-Control: max-age=3600');
readfile($_SERVER['DOCUMENT_ROOT'] . $path);
return true;
"""

# Sessions as files, which PHP locks: in its database Roundcube writes back what a request has read, so that of two at
# once, such as the end of sending and the next draft, one forgets what the other began (roundcubemail #6470, #9840).
SETTINGS = r"""<?php
$config = [
    'db_dsnw' => 'sqlite:///FOLDER/roundcube.db?mode=0640',
    'imap_host' => '127.0.0.1:IMAP_PORT',
    'smtp_host' => '127.0.0.1:SMTP_PORT',
    'des_key' => 'only-for-these-tests-123',
    'plugins' => ['einklang'],
    'skin' => 'elastic',
    'language' => 'de_DE',
    'enable_spellcheck' => false,
    'temp_dir' => 'FOLDER/temp',
    'log_dir' => 'FOLDER/logs',
    'log_driver' => 'file',
    'session_lifetime' => 60,
    'session_storage' => 'php',
    'ip_check' => false,
    'login_rate_limit' => 1000,
    'create_default_folders' => true,
    'drafts_mbox' => 'Drafts',
    'sent_mbox' => 'Sent',
    'draft_autosave' => 0,
    'reply_mode' => 1,
    'max_disclosed_recipients' => 0,
];
"""
# The file that docs/install-roundcube.md asks for; only that each test has its own address of the coach.
PLUGIN_SETTINGS = r"""<?php
$config['einklang_url'] = trim((string) @file_get_contents('FOLDER/coach-url'));
$config['einklang_key_id'] = 'KEY_ID';
$config['einklang_key'] = 'KEY_SECRET';
"""


def require_roundcube() -> None:
    """Skips where Roundcube or PHP is missing; fails in CI."""
    if not (PACKAGE / "index.php").is_file() or not (CONFIG / "defaults.inc.php").is_file():
        missing("Roundcube", "--no-install-recommends roundcube-core roundcube-sqlite3")
    if shutil.which("php") is None:
        missing(
            "php", "--no-install-recommends php-cli php-sqlite3 php-intl php-mbstring php-xml php-zip php-curl php-gd"
        )


@dataclass(frozen=True, slots=True)
class Ports:
    """Where the mail servers listen, and where Roundcube is to listen."""

    web: int
    imap: int
    smtp: int


@dataclass(frozen=True, slots=True)
class IntegrationKey:
    """What the Einklang server and this Roundcube share."""

    id: str
    secret: str


def filled(template: str, values: Mapping[str, object]) -> str:
    """The template with every name in capitals replaced by its value."""
    return re.sub("|".join(values), lambda name: str(values[name[0]]), template)


class RoundcubeInstance:
    """Roundcube with the plugin at `url` between `start` and `stop`, served by PHP's own server."""

    def __init__(self, folder: Path, ports: Ports, key: IntegrationKey) -> None:
        self.folder = folder
        self.url = f"http://127.0.0.1:{ports.web}"
        self._ports = ports
        self._process: subprocess.Popen[bytes] | None = None
        self._build(key)

    def use_coach_at(self, url: str) -> None:
        """The address of the Einklang server, for pages loaded from now on."""
        (self.folder / "coach-url").write_text(url, encoding="utf-8")

    def log(self) -> str:
        """All that Roundcube has logged."""
        return "".join(file.read_text(errors="replace") for file in (self.folder / "logs").glob("*"))

    def complaints(self) -> list[str]:
        """Errors that Roundcube or PHP has logged, but for requests that were rightly refused."""
        lines = self.log().splitlines()
        return [line for line in lines if "PHP" in line and "Request security check failed" not in line]

    def __enter__(self) -> Self:
        options = ("display_errors=0", "opcache.enable_cli=1", f"session.save_path={self.folder / 'sessions'}")
        command = ["php", *(part for each in options for part in ("-d", each)), "-S", f"127.0.0.1:{self._ports.web}"]
        public = self.folder / "public_html"
        with (self.folder / "php.log").open("wb") as log:
            self._process = subprocess.Popen(
                [*command, "-t", str(public), str(self.folder / "router.php")],
                env=os.environ | {"PHP_CLI_SERVER_WORKERS": "3"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGTERM)  # it and its workers: a session of their own
            self._process.wait(60)

    def _wait(self) -> None:
        end = time.monotonic() + START_WITHIN
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", self._ports.web), 0.2).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise RuntimeError((self.folder / "php.log").read_text(errors="replace"))

    def _build(self, key: IntegrationKey) -> None:
        root = self.folder
        for name in ("public_html/program", "config", "temp", "logs", "sessions", "plugins", "skins"):
            (root / name).mkdir(parents=True)
        for name in ("program", "SQL", "index.php"):
            (root / name).symlink_to(PACKAGE / name)
        for name in ("js", "resources"):
            (root / "public_html" / "program" / name).symlink_to(PACKAGE / "program" / name)
        for name in NEEDED:
            (root / "plugins" / name).symlink_to(PACKAGE / "plugins" / name)
        with zipfile.ZipFile(BytesIO(roundcube_zip())) as package:  # as an admin gets it
            package.extractall(root / "plugins")
        (root / "skins" / "elastic").symlink_to(PACKAGE / "skins" / "elastic")
        for name in ("plugins", "skins"):
            (root / "public_html" / name).symlink_to(root / name)
        for name in ("defaults.inc.php", "mimetypes.php"):
            (root / "config" / name).symlink_to(CONFIG / name)
        (root / "public_html" / "index.php").write_text(
            f"<?php define('INSTALL_PATH', '{root}/'); include INSTALL_PATH . 'index.php';"
        )
        (root / "router.php").write_text(ROUTER)
        values = {"FOLDER": root, "IMAP_PORT": self._ports.imap, "SMTP_PORT": self._ports.smtp}
        values |= {"KEY_ID": key.id, "KEY_SECRET": key.secret}
        (root / "config" / "config.inc.php").write_text(filled(SETTINGS, values), encoding="utf-8")
        (root / "plugins" / "einklang" / "config.inc.php").write_text(filled(PLUGIN_SETTINGS, values), encoding="utf-8")
        tables = (PACKAGE / "SQL" / "sqlite.initial.sql").read_text(encoding="utf-8")
        with sqlite3.connect(root / "roundcube.db") as database:
            database.executescript(tables)
        database.close()
