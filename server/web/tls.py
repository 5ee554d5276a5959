"""TLS as this server speaks it: current versions and ciphers only, and a renewed certificate without a restart."""

from __future__ import annotations

import logging
import ssl
from pathlib import Path

from server.errors import ServerError

log = logging.getLogger(__name__)

# Mozilla's "intermediate" profile without what lacks forward secrecy; TLS 1.3 brings its own
CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20"


class CertificateError(ServerError):
    """The certificate or its key cannot be used."""


def tls_context(cert: Path, key: Path) -> ssl.SSLContext:
    """What connections are wrapped with: TLS 1.2 and 1.3; raises CertificateError."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(CIPHERS)
    context.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_RENEGOTIATION
    context.set_alpn_protocols(["http/1.1"])
    try:
        context.load_cert_chain(cert, key, password=_no_password)
    except (OSError, ValueError) as error:  # SSLError is an OSError
        reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or str(error)
        raise CertificateError(
            f"The certificate {cert} and the key {key} cannot be used ({reason}): both are PEM files, the certificate "
            "with its chain, the key without a password, and they belong together."
        ) from error
    return context


def _no_password() -> str:
    raise ValueError("the key has a password")  # else OpenSSL would ask for one on the terminal


class Certificate:
    """A certificate and its key as files, read again when one of them has changed."""

    def __init__(self, cert: str | Path, key: str | Path) -> None:
        """Raises CertificateError."""
        self._cert, self._key = Path(cert), Path(key)
        self._state = self._files()
        self._context = tls_context(self._cert, self._key)

    def context(self) -> ssl.SSLContext:
        """As the files are now; the last good one while they do not fit, as in the middle of a renewal."""
        state = self._files()
        if state != self._state:
            self._state = state
            try:
                self._context = tls_context(self._cert, self._key)
            except CertificateError as error:
                log.error("%s The former one stays in use.", error)
            else:
                log.info("the certificate was read again")
        return self._context

    def _files(self) -> tuple[tuple[int, int], ...]:
        found = []
        for path in (self._cert, self._key):
            try:
                now = path.stat()
            except OSError:
                continue
            found.append((now.st_mtime_ns, now.st_size))
        return tuple(found)
