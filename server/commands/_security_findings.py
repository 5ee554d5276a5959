"""What `einklang doctor` finds about security: settings and files that let in, or show, more than they need to."""

from __future__ import annotations

import os
import ssl
import stat
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from server.commands._findings import Finding
from server.loopback import is_loopback

if TYPE_CHECKING:
    from server.settings import Settings
    from server.store import Store

WHAT = "security"
CARED_FOR_UNTIL = {(3, 11): date(2027, 10, 31), (3, 12): date(2028, 10, 31), (3, 13): date(2029, 10, 31)}
"""Python version -> the end of its security fixes (PEP 664, 693, 719)."""

COPIED_AWAY = ("backup", "sicherung", "dropbox", "onedrive", "nextcloud", "owncloud", "icloud", "google drive")
"""Names of folders whose content is copied to other places."""

ENDS_SOON = timedelta(days=14)
MANY_NAMED = 5


def of_settings(settings: Settings, env: Mapping[str, str], now: datetime) -> Iterator[Finding]:
    """What the settings, their files and this machine leave open."""
    found = [
        *_web(settings, now),
        *_metrics(settings),
        *_files(settings, env),
        *_ways_out(settings),
        *_kept(settings),
        *_program(settings, now),
    ]
    yield from found
    if not any(each.word == "problem" for each in found):
        yield Finding(WHAT, "no weak setting was found")


def of_accounts(settings: Settings, store: Store, now: datetime) -> Iterator[Finding]:
    """Tokens that never end, and admins without what is asked of them."""
    endless = [each for each in store.accounts.list_tokens() if each.is_valid(now) and each.expires_at is None]
    people = sorted({each.user.name for each in endless if each.client is None})
    if people:
        yield Finding(
            "tokens",
            f"{len(people)} people have a token without an end: {_named(people)}",
            "Give them one that ends, and revoke the old: einklang token add NAME --days 365, einklang token list",
            is_advice=True,
        )
    wanted = settings.sign_in.second_factor
    if wanted == "none":
        return
    asked = [each for each in store.accounts.list_users() if wanted == "all" or each.role == "admin"]
    with_password = [each for each in asked if store.credentials.password_of(each.id) is not None]
    bare = sorted(each.name for each in with_password if not store.second_factors.is_on(each.id))
    if bare:
        yield Finding(
            "second factor",
            f"sign_in.second_factor wants one of {len(bare)} people who have none yet: {_named(bare)}",
            "They are asked to set one up when they sign in next; remove who no longer works here.",
            is_advice=True,
        )


def _web(settings: Settings, now: datetime) -> Iterator[Finding]:
    web = settings.web
    is_public = not is_loopback(web.host)
    if is_public and web.tls_cert is None:
        yield Finding(
            "web",
            f"it listens on {web.host} without TLS: mail and tokens cross the network for everybody to read",
            "Set web.tls_cert and web.tls_key, or listen on 127.0.0.1 behind a web server with TLS: docs/hardening.md",
        )
    public = urlsplit(web.public_url)
    if public.scheme == "http" and not is_loopback(public.hostname or ""):
        yield Finding("web", f"web.public_url {web.public_url} is not protected by TLS", "Let it begin with https://")
    if is_public and not web.public_url:
        remedy = "Set web.public_url, or name them in web.hosts; requests for other names are refused."
        yield Finding("web", f"it listens on {web.host} under no name of its own", remedy, is_advice=True)
    for each in web.frame_ancestors:
        parts = urlsplit(each)
        if "*" in each or (parts.scheme == "http" and not is_loopback(parts.hostname or "")):
            what = "any site" if "*" in (parts.hostname or each) else f"{each}, which is not protected by TLS,"
            remedy = "Name the sites one by one, with https: web.frame_ancestors"
            yield Finding("web", f"{what} may show the sidebar in a frame", remedy)
    wide = [each for each in web.trusted_proxies if each.endswith("/0")]
    if wide:
        remedy = "Name the web server in front by its address: web.trusted_proxies"
        yield Finding("web", f"everybody is believed about where they come from ({', '.join(wide)})", remedy)
    if web.tls_cert is not None and web.tls_key is not None:
        yield from _certificate(web.tls_cert, web.tls_key, now)


def _metrics(settings: Settings) -> Iterator[Finding]:
    """Figures that "this machine" may read are for a machine without a proxy: what comes through one looks like it."""
    if settings.metrics.open_to != "loopback":
        return
    web = settings.web
    others = [each for each in web.hosts if not is_loopback(each)]
    remedy = 'Set metrics.open_to = "token": docs/metrics.md'
    if not is_loopback(urlsplit(web.public_url).hostname or "127.0.0.1"):
        yield Finding("metrics", "they are told to nobody: behind web.public_url 'loopback' is answered 403", remedy)
    elif others and is_loopback(web.host):
        said = (
            f"{_named(others)} seems to be a proxy on this machine: one that hands on neither Host nor X-Forwarded-For "
            "would show them to everybody"
        )
        yield Finding("metrics", said, remedy, is_advice=True)
    else:
        remedy = 'Fine while none hands requests on to this server; else set metrics.open_to = "token": docs/metrics.md'
        said = "a proxy on this machine that does not say that it is one would show them to everybody"
        yield Finding("metrics", said, remedy, is_advice=True)


def _certificate(cert: Path, key: Path, now: datetime) -> Iterator[Finding]:
    from server.errors import ServerError
    from server.web.tls import tls_context

    try:
        tls_context(cert, key)
    except ServerError as error:
        yield Finding("certificate", str(error), "Correct web.tls_cert and web.tls_key.")
        return
    yield from _readable(key, "the key of the certificate")
    ends = _end_of(cert)
    if ends < now:
        yield Finding("certificate", f"it ended on {ends:%Y-%m-%d}: browsers refuse it", "Renew it; no restart needed.")
    elif ends < now + ENDS_SOON:
        yield Finding("certificate", f"it ends on {ends:%Y-%m-%d}", "Renew it; it is read again by itself.")


def _end_of(cert: Path) -> datetime:
    from cryptography import x509

    return x509.load_pem_x509_certificate(cert.read_bytes()).not_valid_after_utc.astimezone(UTC)


def _files(settings: Settings, env: Mapping[str, str]) -> Iterator[Finding]:
    folder, key = settings.data.folder, settings.data.key_file
    if env.get("EINKLANG_KEY_FILE"):
        key = Path(env["EINKLANG_KEY_FILE"])
        if key.exists():
            yield from _readable(key, "the key of everything that is encrypted")
    if folder.is_dir() and stat.S_IMODE(folder.stat().st_mode) & 0o002:
        yield Finding("data folder", f"everybody on this machine may write into {folder}", f"chmod 700 {folder}")
    database = settings.data.database_file
    if database is None:
        yield from _database_server(settings.data.database_url)
        return
    for each in database.parent.glob(f"{database.name}-*") if database.parent.is_dir() else ():
        yield from _readable(each, "what was written last")  # the journal holds mail like the database
    lie_together = key.exists() and database.exists() and key.parent == database.parent and not env.get("EINKLANG_KEY")
    if not lie_together:
        return
    copied = [word for word in COPIED_AWAY if word in str(folder).lower()]
    remedy = f"Move {key} elsewhere and name it as EINKLANG_KEY_FILE; keep copies of the two apart."
    if copied:
        yield Finding("key", f"it lies beside the database in a folder that is copied away ({folder})", remedy)
    else:
        yield Finding("key", "it lies beside the database: one copy of the folder opens all", remedy, is_advice=True)


def _database_server(url: str) -> Iterator[Finding]:
    parts = urlsplit(url)
    options = parse_qs(parts.query)
    host = parts.hostname or options.get("host", [""])[0]
    if not host or host.startswith("/") or is_loopback(host):
        return
    if options.get("sslmode", [""])[0] not in ("require", "verify-ca", "verify-full"):
        remedy = "Add ?sslmode=verify-full&sslrootcert=/path/of/ca.pem to data.database."
        yield Finding("database", f"mail may cross the network to {host} unprotected", remedy)


def _readable(path: Path, what: str) -> Iterator[Finding]:
    found = path.stat()
    if stat.S_IMODE(found.st_mode) & 0o077:
        yield Finding("files", f"others may read {path}, {what}", f"chmod 600 {path}")
    elif found.st_uid not in (os.getuid(), 0):
        yield Finding("files", f"{path}, {what}, belongs to somebody else", f"chown it to user {os.getuid()}")


def _ways_out(settings: Settings) -> Iterator[Finding]:
    if settings.mail.allow_plaintext:
        remedy = "Set mail.allow_plaintext = false, and security 'tls' or 'starttls' for the mailbox that wanted it."
        yield Finding("mail", "passwords of mailboxes may cross the network unprotected", remedy)
    for url in settings.webhooks.urls:
        if urlsplit(url).scheme == "http":
            remedy = "Fine while the program runs on this machine; else write https."
            yield Finding("webhooks", f"events go to {urlsplit(url).netloc} without TLS", remedy, is_advice=True)
    if settings.web.rate_limit_storage.startswith("redis://"):
        host = urlsplit(settings.web.rate_limit_storage).hostname or ""
        if not is_loopback(host):
            yield Finding("web", f"the Redis at {host} is reached without TLS", "Write rediss:// instead.")


def _kept(settings: Settings) -> Iterator[Finding]:
    if settings.privacy.keep_text_days and not settings.privacy.encrypt_texts:
        yield Finding(
            "texts",
            "mails are kept as plain text in the database",
            "Set privacy.encrypt_texts = true, or keep them on an encrypted disk: docs/privacy.md",
            is_advice=True,
        )
    if settings.log.level == "debug":
        remedy = 'Set log.level = "info" again once you have found what you look for.'
        yield Finding("log", "it says more than a running service needs (debug)", remedy, is_advice=True)


def _program(settings: Settings, now: datetime) -> Iterator[Finding]:
    version = sys.version_info[:2]
    until = CARED_FOR_UNTIL.get(version)
    if until is not None and now.date() > until:
        said = f"Python {version[0]}.{version[1]} gets no security fixes since {until}"
        yield Finding("python", said, "Install a newer one; then: make clean, make run")
    if ssl.OPENSSL_VERSION_INFO < (3, 0, 0):
        yield Finding("openssl", f"{ssl.OPENSSL_VERSION} gets no security fixes", "Install a newer Python or system.")
    if hasattr(os, "geteuid") and os.geteuid() == 0 and not is_loopback(settings.web.host):
        remedy = "Let it run as a user of its own: docs/hardening.md has a systemd unit."
        yield Finding("user", "a server that others reach runs as root", remedy)


def _named(names: list[str]) -> str:
    more = f" and {len(names) - MANY_NAMED} more" if len(names) > MANY_NAMED else ""
    return f"{', '.join(names[:MANY_NAMED])}{more}"
