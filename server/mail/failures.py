"""What went wrong with a mail server, told so that a person can act on it."""

from __future__ import annotations

import re
import socket
import ssl
from datetime import timedelta

from server.errors import CertificateRefused, ConnectionLost, LoginRefused, MailboxGone, MailError
from server.mail.hardened import NotImap, Refused, Silent
from server.mail.login import Login

EXPIRED, NOT_YET_VALID = 10, 9  # OpenSSL's X509_V_ERR_* numbers
UNKNOWN_AUTHORITY = frozenset({2, 18, 19, 20, 21, 27})
WRONG_HOST = frozenset({62, 64})
RETRY_CODES = frozenset({"UNAVAILABLE", "LIMIT", "INUSE", "SERVERBUG", "OVERQUOTA", "THROTTLED"})
_BACKOFF = re.compile(r"Suggested Backoff Time:\s*(\d+)\s*(milliseconds|seconds)?", re.IGNORECASE)  # Exchange
_BUSY = re.compile(
    r"throttl|bandwidth limit|too many (?:simultaneous )?(?:connections|requests)|rate limit|but not connected",
    re.IGNORECASE,
)
LONGEST_BACKOFF = timedelta(hours=24)  # a server that asks for more is asked again all the same
_CODE = re.compile(r"\[([A-Za-z-]+)")
_GMAIL = "Gmail takes only an app password here: create one at myaccount.google.com/apppasswords."
_APP_PASSWORDS = {
    "gmail.com": _GMAIL,
    "googlemail.com": _GMAIL,
    "mail.me.com": "iCloud takes only an app-specific password here: create one at account.apple.com.",
    "yahoo.com": "Yahoo takes only an app password here: create one in its account security settings.",
    "fastmail.com": "Fastmail takes only an app password here: create one in Settings, Privacy & Security.",
    "office365.com": "Microsoft 365 takes no passwords over IMAP any more: use --oauth microsoft (docs/mailboxes.md).",
    "outlook.com": "Microsoft takes no passwords over IMAP any more: use --oauth microsoft (docs/mailboxes.md).",
    "gmx.net": "GMX: switch on POP3/IMAP access in its settings first.",
    "gmx.com": "GMX: switch on POP3/IMAP access in its settings first.",
    "web.de": "WEB.DE: switch on POP3/IMAP access in its settings first.",
}


def opening(login: Login, cause: BaseException) -> MailError:
    """The error for a connection that could not be opened (nothing secret has been sent by then)."""
    if isinstance(cause, ssl.SSLCertVerificationError):
        return _certificate(login, cause)
    if isinstance(cause, ssl.SSLError):
        return _tls(login, cause)
    if isinstance(cause, socket.gaierror):
        return _lost(login, f"the server name {login.host} is unknown.", "Check its spelling and this machine's DNS.")
    if isinstance(cause, UnicodeError):
        return _lost(login, f"{login.host!r} is no server name.", "Check its spelling.")
    if isinstance(cause, ConnectionRefusedError):
        return _lost(
            login,
            f"{login.host} refuses connections on port {login.port}.",
            "Check the port (usually 993 with TLS, 143 with STARTTLS) and that the server runs.",
        )
    if isinstance(cause, TimeoutError | Silent) or "no response after" in str(cause):
        return _silent(login, connected=not isinstance(cause, TimeoutError))
    if isinstance(cause, NotImap):
        return _lost(
            login,
            f"what answers on port {login.port} of {login.host} is not an IMAP server.",
            "Check host and port; IMAP is usually on 993 (TLS) or 143 (STARTTLS).",
        )
    return _other(login, cause)


def signing_in(login: Login, answer: str) -> MailError:
    """The error for a server that answered NO to the sign-in with these words."""
    code = response_code(answer)
    said = f"The server said: {plain(answer)}" if plain(answer) else "The server gave no reason."
    if code in RETRY_CODES or asks_to_wait(answer):
        return _lost(login, f"{login.host} cannot sign anybody in at the moment.", f"{said} Try again later.", answer)
    remedy = f"{said} Check user name ({login.username}) and password."
    for domain, advice in _APP_PASSWORDS.items():
        if login.host == domain or login.host.endswith("." + domain):
            remedy = f"{remedy} {advice}"
    return LoginRefused(login.mailbox, f"{login.host} does not accept the user name or the password.", remedy)


def no_password_login(login: Login) -> LoginRefused:
    """The error for a server that forbids passwords on this connection; none was sent."""
    what = f"{login.host} takes no password over this connection, so none was sent."
    if login.security == "none":
        return LoginRefused(login.mailbox, what, 'Use security "tls" (port 993) or "starttls" (port 143).')
    return LoginRefused(login.mailbox, what, "The server needs another way to sign in (OAuth2, for example).")


def running(login: Login, cause: BaseException, doing: str) -> MailError:
    """The error for a command that failed on a connection that worked before."""
    if isinstance(cause, Silent) or "no response after" in str(cause):
        return _lost(login, f"{login.host} did not answer in time while {doing}.", "It is tried again later.")
    return _lost(
        login,
        f"the connection to {login.host} broke while {doing} ({plain(str(cause))}).",
        "It is tried again later.",
        str(cause),
    )


def unusable_user(login: Login) -> LoginRefused:
    """The error for a user name or password that this server has no way to take; nothing was sent."""
    return LoginRefused(
        login.mailbox,
        f"{login.host} has no way to take this user name or password, so none was sent.",
        "They hold characters that it does not support.",
    )


def not_opened(login: Login, folder: str, answer: str) -> MailError:
    """The error for a folder that the server does not open."""
    if asks_to_wait(answer):
        return _lost(login, f"{login.host} cannot open {folder} at the moment.", f"It said: {plain(answer)}", answer)
    said = f"The server said: {plain(answer)}"
    return MailboxGone(login.mailbox, f"{login.host} does not open the folder {folder}.", said)


def refused(login: Login, doing: str, answer: str) -> MailError:
    """The error for a command that the server answered with NO or BAD."""
    if asks_to_wait(answer):
        return _lost(login, f"{login.host} refused {doing} at the moment.", f"It said: {plain(answer)}", answer)
    return MailError(login.mailbox, f"{login.host} refused {doing}.", f"It said: {plain(answer)}")


def asks_to_wait(answer: str) -> bool:
    """Whether a server's NO or BAD means "not now" rather than "never"."""
    return response_code(answer) in RETRY_CODES or bool(_BACKOFF.search(answer) or _BUSY.search(answer))


def backoff_asked_for(answer: str) -> timedelta | None:
    """How long the server asks to be left alone, at most a day; None where it does not say."""
    found = _BACKOFF.search(answer)
    if found is None:
        return None
    unit = 1.0 if (found[2] or "").lower() == "seconds" else 0.001
    return min(timedelta(seconds=int(found[1][:12]) * unit), LONGEST_BACKOFF)


def response_code(answer: str) -> str | None:
    """The machine-readable code of a status line, such as AUTHENTICATIONFAILED."""
    match = _CODE.search(answer)
    return match[1].upper() if match else None


def plain(answer: str) -> str:
    """A server's words on one line of printable text, shortened, with a full stop."""
    words = "".join(character if character.isprintable() else " " for character in answer)
    words = re.sub(r"\[[^\]]*\]", " ", words)
    words = " ".join(words.split())[:200].strip()
    return words if not words or words[-1] in ".!?" else words + "."


def _lost(login: Login, what: str, remedy: str, answer: str = "") -> ConnectionLost:
    return ConnectionLost(login.mailbox, what, remedy, retry_after=backoff_asked_for(answer))


def _certificate(login: Login, cause: ssl.SSLCertVerificationError) -> CertificateRefused:
    number = cause.verify_code
    nothing_sent = "Nothing was sent."
    if number == EXPIRED:
        what = f"the certificate of {login.host} has expired."
        remedy = "The server's administrator must renew it; check this machine's clock too."
    elif number == NOT_YET_VALID:
        what = f"the certificate of {login.host} is not valid yet."
        remedy = "Check this machine's clock."
    elif number in WRONG_HOST:
        what = f"the certificate shown by {login.host} belongs to another host."
        remedy = "Use the server name that stands in the certificate; your provider's help page tells it."
    elif number in UNKNOWN_AUTHORITY:
        what = f"the certificate of {login.host} is signed by an authority that this machine does not know."
        remedy = (
            "If it is your own server, name its authority's certificate as the CA file (--ca-file); "
            "otherwise somebody may be listening in."
        )
        if login.ca_file is not None:
            remedy = f"It is not the one in {login.ca_file}. " + remedy
    else:
        what = f"the certificate of {login.host} cannot be verified ({cause.verify_message})."
        remedy = "Ask the server's administrator."
    return CertificateRefused(login.mailbox, what, f"{nothing_sent} {remedy}")


def _tls(login: Login, cause: ssl.SSLError) -> ConnectionLost:
    reason = cause.reason or ""
    if login.security == "tls" and reason in {
        "WRONG_VERSION_NUMBER",
        "RECORD_LAYER_FAILURE",
        "UNEXPECTED_MESSAGE",
    }:
        return _lost(
            login,
            f"{login.host} does not speak TLS on port {login.port}.",
            'Use port 993, or security "starttls" if this is its port 143.',
        )
    if "PROTOCOL" in reason or "HANDSHAKE_FAILURE" in reason:
        return _lost(
            login,
            f"{login.host} and this machine have no TLS version or cipher in common.",
            "The server needs TLS 1.2 or newer.",
        )
    return _lost(
        login,
        f"the TLS handshake with {login.host} failed ({reason or 'cut off'}).",
        f'Check that port {login.port} is the server\'s IMAP port for security "{login.security}".',
    )


def _silent(login: Login, *, connected: bool) -> ConnectionLost:
    if login.security == "tls" or not connected:
        return _lost(
            login,
            f"{login.host} does not answer on port {login.port}.",
            "Check host and port, and that no firewall is in between.",
        )
    return _lost(
        login,
        f"{login.host} accepts connections on port {login.port} but does not greet.",
        'If this is its TLS port (usually 993), use security "tls".',
    )


def _other(login: Login, cause: BaseException) -> ConnectionLost:
    if isinstance(cause, Refused):
        return _lost(
            login,
            f"{login.host} broke off the connection ({plain(str(cause))})",
            f"Check that port {login.port} is its IMAP port, or try again later.",
        )
    return _lost(
        login,
        f"{login.host} cannot be reached on port {login.port} ({getattr(cause, 'strerror', None) or cause}).",
        "Check host and port, and this machine's network.",
    )
