"""The text of a self-contained Dovecot configuration, for the two formats in use (2.3 and 2.4)."""

from __future__ import annotations

import grp
import os
import pwd
from dataclasses import dataclass
from pathlib import Path

from server.demo.certificates import CertificateFiles
from server.demo.imap_process import ServerNotUsable


@dataclass(frozen=True, slots=True)
class Identity:
    """The system users that Dovecot's parts run as; one and the same when Dovecot was not started by root."""

    internal: str
    internal_group: str
    login: str
    mail_uid: int
    mail_gid: int
    internal_uid: int


def identity() -> Identity:
    """Who the parts of Dovecot run as when this process starts it."""
    if os.getuid() != 0:
        me = pwd.getpwuid(os.getuid())
        return Identity(me.pw_name, _group_name(os.getgid()), me.pw_name, os.getuid(), os.getgid(), os.getuid())
    try:
        internal, login, nobody = (pwd.getpwnam(name) for name in ("dovecot", "dovenull", "nobody"))
    except KeyError as missing:
        raise ServerNotUsable(
            f"Dovecot started by root needs the system users dovecot and dovenull ({missing.args[0]}). "
            "Install it from the system's packages, or do not run as root."
        ) from missing
    group = _group_name(internal.pw_gid)
    return Identity(internal.pw_name, group, login.pw_name, nobody.pw_uid, nobody.pw_gid, internal.pw_uid)


def _group_name(gid: int) -> str:

    return grp.getgrgid(gid).gr_name


@dataclass(frozen=True, slots=True)
class Layout:
    """The places and ports of one Dovecot; `run` must be short, Unix sockets lie in it."""

    directory: Path
    run: Path
    port: int
    tls_port: int
    certificates: CertificateFiles
    allow_plaintext_login: bool
    sent_folder: str | None
    more: str = ""


def config_text(version: tuple[int, int], layout: Layout, who: Identity) -> str:
    """The configuration file for this version of Dovecot."""
    parts = _v24(layout, who) if version >= (2, 4) else _v23(layout, who)
    return "\n".join((*parts, _shared(layout, who), layout.more))


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _v23(layout: Layout, who: Identity) -> tuple[str, ...]:
    return (
        "protocols = imap",
        f"ssl_cert = <{layout.certificates.certificate}",
        f"ssl_key = <{layout.certificates.key}",
        "ssl_dh =",
        f"disable_plaintext_auth = {_yes(not layout.allow_plaintext_login)}",
        f"passdb {{\n  driver = passwd-file\n  args = scheme=PLAIN {layout.directory}/users\n}}",
        f"userdb {{\n  driver = static\n  args = uid={who.mail_uid} gid={who.mail_gid} "
        f"home={layout.directory}/mail/%u\n}}",
        "mail_location = maildir:~/Maildir",
    )


def _v24(layout: Layout, who: Identity) -> tuple[str, ...]:
    return (
        "dovecot_config_version = 2.4.0",  # must be the first setting
        "dovecot_storage_version = 2.4.0",
        "protocols {\n  imap = yes\n}",
        f"ssl_server_cert_file = {layout.certificates.certificate}",
        f"ssl_server_key_file = {layout.certificates.key}",
        f"auth_allow_cleartext = {_yes(layout.allow_plaintext_login)}",
        f"passdb passwd-file {{\n  default_password_scheme = PLAIN\n  passwd_file_path = {layout.directory}/users\n}}",
        f"userdb static {{\n  fields {{\n    uid = {who.mail_uid}\n    gid = {who.mail_gid}\n"
        f"    home = {layout.directory}/mail/%{{user}}\n  }}\n}}",
        "mail_driver = maildir",
        "mail_path = ~/Maildir",
    )


def _shared(layout: Layout, who: Identity) -> str:
    sent = ""
    if layout.sent_folder is not None:
        sent = f'\n  mailbox "{layout.sent_folder}" {{\n    special_use = \\Sent\n    auto = subscribe\n  }}'
    return f"""base_dir = {layout.run}
state_dir = {layout.run}/state
instance_name = einklang-{layout.port}
log_path = {layout.directory}/dovecot.log
info_log_path = {layout.directory}/dovecot.log
listen = 127.0.0.1
ssl = yes
default_internal_user = {who.internal}
default_internal_group = {who.internal_group}
default_login_user = {who.login}
auth_mechanisms = plain login
auth_failure_delay = 0
auth_verbose = yes
first_valid_uid = 1
first_valid_gid = 1
mail_fsync = never
mail_max_userip_connections = 200
namespace inbox {{
  inbox = yes
  separator = /{sent}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {layout.port}
  }}
  inet_listener imaps {{
    port = {layout.tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
  unix_listener stats-writer {{
    mode = 0666
  }}
}}
"""
