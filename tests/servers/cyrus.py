"""A Cyrus of our own on loopback, out of the folder that `unpacked` filled."""

from __future__ import annotations

import grp
import os
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from server.demo.certificates import CertificateKind, provide_certificates
from server.demo.imap_process import ServerNotUsable, end_process, free_ports, spawn, wait_for_greeting
from tests.servers.running import PASSWORD, USERS, client, done, mail_owner, put
from tests.servers.unpacked import environment, root_of

ADMIN = "cyrus"
MEMORY = Path("/dev/shm")  # Cyrus waits for the disk several times for each mail: 300 would take 40 s
FOLDERS = ("db", "log", "msg", "proc", "ptclient", "quota", "sieve", "socket", "user", "lock", "backup", "sync")


class Cyrus:
    """Speaks IMAP on `port`, TLS at once on `tls_port`; on `strict_port` no password is taken before STARTTLS."""

    name = "Cyrus"
    host = "127.0.0.1"

    def __init__(self) -> None:
        root = root_of("cyrus")
        if root is None:
            raise ServerNotUsable("Cyrus is not there. On Debian or Ubuntu: make server-programs")
        self._root = root
        self._directory = Path(tempfile.mkdtemp(prefix="einklang-cyrus-", dir=MEMORY if MEMORY.exists() else None))
        self.port, self.strict_port, self.tls_port = free_ports(3)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._write_files()
        programs = self._root / "usr/lib/cyrus/bin"
        settings = ["-C", str(self._directory / "imapd.conf"), "-M", str(self._directory / "cyrus.conf")]
        command = [str(programs / "master"), *settings, "-p", str(self._directory / "master.pid")]
        log = self._directory / "stderr.log"
        self._process = spawn(["env", *(f"{n}={v}" for n, v in environment(self._root).items()), *command], log)
        wait_for_greeting(self._process, self.port, log, self.name)
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            end_process(self._process)
        shutil.rmtree(self._directory, ignore_errors=True)

    @property
    def ca_file(self) -> Path:
        """The certificate of the authority that signed the server's."""
        return self._directory / "tls" / "ca.pem"

    def folder(self, *path: str) -> str:
        """Cyrus with the usual settings: no prefix, slashes."""
        return "/".join(path) or "INBOX"

    def renumber(self, user: str) -> None:
        """An inbox cannot be renumbered: the administrator deletes and makes it, and the mail is put back."""
        with client(self, user) as imap:
            done(imap.select("INBOX"))
            numbers = done(imap.search(None, "ALL"))[0]
            assert isinstance(numbers, bytes)
            raws = [done(imap.fetch(each.decode(), "(BODY.PEEK[])"))[0] for each in numbers.split()]
        with client(self, ADMIN) as admin:
            done(admin.setacl(f"user/{user}", ADMIN, "lrswipkxtecda"))
            done(admin.delete(f"user/{user}"))
            done(admin.create(f"user/{user}"))
        with client(self, user) as imap:
            for each in raws:
                assert isinstance(each, tuple)
                put(imap, "INBOX", each[1])

    def _write_files(self) -> None:
        owner = mail_owner()
        self._directory.chmod(0o755)
        for each in FOLDERS:
            (self._directory / "conf" / each).mkdir(parents=True)
        (self._directory / "spool").mkdir()
        for user in (*USERS, ADMIN):
            self._set_password(user)
        group = grp.getgrgid(owner.pw_gid).gr_name
        certificates = provide_certificates(self.ca_file.parent, CertificateKind.VALID, datetime.now(UTC))
        usual = _settings(self._directory, owner.pw_name, group)
        usual += f"tls_server_cert: {certificates.certificate}\ntls_server_key: {certificates.key}\n"
        (self._directory / "imapd.conf").write_text(usual + "allowplaintext: yes\n")
        (self._directory / "strict.conf").write_text(usual + "allowplaintext: no\n")
        (self._directory / "cyrus.conf").write_text(self._services())
        if os.getuid() == 0:
            for path in (self._directory, *self._directory.rglob("*")):
                os.chown(path, owner.pw_uid, owner.pw_gid)

    def _set_password(self, user: str) -> None:
        program = str(self._root / "usr/sbin/saslpasswd2")
        command = [program, "-p", "-c", "-f", str(self._directory / "sasldb2"), "-u", "localhost", user]
        subprocess.run(command, input=PASSWORD.encode(), env=environment(self._root), check=True, capture_output=True)

    def _services(self) -> str:
        programs, here = self._root / "usr/lib/cyrus/bin", self._directory
        imap = f'cmd="{programs}/imapd -C {here}'
        return (
            f'START {{\n  recover cmd="{programs}/ctl_cyrusdb -C {here}/imapd.conf -r"\n}}\n'
            f"SERVICES {{\n"
            f'  imap {imap}/imapd.conf" listen="{self.host}:{self.port}" prefork=1\n'
            f'  strict {imap}/strict.conf" listen="{self.host}:{self.strict_port}" prefork=0\n'
            f'  imaps cmd="{programs}/imapd -s -C {here}/imapd.conf" listen="{self.host}:{self.tls_port}" prefork=0\n'
            f"}}\nDAEMON {{\n"
            f'  idled cmd="{programs}/idled -C {here}/imapd.conf"\n'
            f"}}\nEVENTS {{\n}}\n"
        )


def _settings(directory: Path, user: str, group: str) -> str:
    return f"""configdirectory: {directory}/conf
defaultpartition: default
partition-default: {directory}/spool
cyrus_user: {user}
cyrus_group: {group}
admins: {ADMIN}
servername: localhost
virtdomains: off
unixhierarchysep: yes
altnamespace: yes
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: {directory}/sasldb2
sasl_mech_list: PLAIN
autocreate_quota: 0
autocreate_post: yes
autocreate_inbox_folders: Sent
autocreate_subscribe_folders: Sent
xlist-sent: Sent
imapidlepoll: 600
maxlogins_per_user: 0
munge8bit: no
"""
