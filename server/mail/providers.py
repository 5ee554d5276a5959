"""Where well-known mail providers have their IMAP servers."""

from __future__ import annotations

from dataclasses import dataclass

from server.mail.login import STANDARD_PORT, Security


@dataclass(frozen=True, slots=True)
class ServerGuess:
    """A server that may hold a mailbox; `known` for a provider's own; `note` is what its users do first."""

    host: str
    port: int
    security: Security
    known: bool
    note: str = ""


APP_PASSWORD = "Needs an app password: create one in the account's security settings."  # noqa: S105 - advice
ACCESS_OFF = "IMAP access must be switched on in the web mailer's settings first."
OAUTH_ONLY = "Takes no passwords over IMAP: stop with Ctrl+C and add --oauth microsoft (see docs/mailboxes.md)."

_SERVERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("imap.gmail.com", APP_PASSWORD, ("gmail.com", "googlemail.com")),
    (
        "outlook.office365.com",
        OAUTH_ONLY,
        ("outlook.com", "outlook.de", "hotmail.com", "hotmail.de", "live.com"),
    ),
    ("outlook.office365.com", OAUTH_ONLY, ("live.de", "msn.com", "onmicrosoft.com")),
    ("imap.ionos.de", "", ("ionos.de", "online.de", "onlinehome.de", "1und1.de")),
    ("imap.ionos.com", "", ("ionos.com",)),
    ("imap.strato.de", "", ("strato.de",)),
    ("imap.mailbox.org", "", ("mailbox.org",)),
    ("imap.gmx.net", ACCESS_OFF, ("gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.info")),
    ("imap.gmx.com", ACCESS_OFF, ("gmx.com", "gmx.us", "gmx.co.uk")),
    ("imap.web.de", ACCESS_OFF, ("web.de", "email.de")),
    ("imap.mail.com", ACCESS_OFF, ("mail.com",)),
    ("posteo.de", "", ("posteo.de", "posteo.net", "posteo.org", "posteo.at", "posteo.ch", "posteo.eu")),
    ("imap.fastmail.com", APP_PASSWORD, ("fastmail.com", "fastmail.fm", "fastmail.de")),
    ("imap.mail.me.com", APP_PASSWORD, ("icloud.com", "me.com", "mac.com")),
    (
        "imap.mail.yahoo.com",
        APP_PASSWORD,
        ("yahoo.com", "yahoo.de", "yahoo.co.uk", "ymail.com", "rocketmail.com"),
    ),
    ("imap.aol.com", APP_PASSWORD, ("aol.com", "aol.de")),
    ("secureimap.t-online.de", "Needs the separate e-mail password.", ("t-online.de", "magenta.de")),
    ("imap.freenet.de", "", ("freenet.de",)),
    ("imap.zoho.com", APP_PASSWORD, ("zoho.com", "zohomail.com")),
    ("imap.zoho.eu", APP_PASSWORD, ("zoho.eu", "zohomail.eu")),
    ("mail.gandi.net", "", ("gandi.net",)),
    ("imap.migadu.com", "", ("migadu.com",)),
    ("imap.bluewin.ch", "", ("bluewin.ch",)),
    ("securemail.a1.net", "", ("a1.net", "aon.at")),
)
_BY_DOMAIN = {domain: (host, note) for host, note, domains in _SERVERS for domain in domains}


def suggest(address: str) -> list[ServerGuess]:
    """Servers to try for a mailbox address, best first; empty when the address has no domain."""
    domain = address.rpartition("@")[2].strip().rstrip(".").lower()
    if "@" not in address or not domain:
        return []
    host, note = _BY_DOMAIN.get(domain, ("", ""))
    if not host and domain.endswith(".onmicrosoft.com"):
        host, note = _BY_DOMAIN["onmicrosoft.com"]
    if host:
        return [ServerGuess(host, STANDARD_PORT["tls"], "tls", True, note)]
    return [
        ServerGuess(f"imap.{domain}", STANDARD_PORT["tls"], "tls", False),
        ServerGuess(f"mail.{domain}", STANDARD_PORT["tls"], "tls", False),
        ServerGuess(f"imap.{domain}", STANDARD_PORT["starttls"], "starttls", False),
    ]
