"""Certificates: read again when renewed, refused in words when unfit."""

from __future__ import annotations

import os
import shutil
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.demo.certificates import CertificateFiles, CertificateKind, provide_certificates
from server.web.tls import Certificate, CertificateError, tls_context

NOW = datetime.now(UTC)


@pytest.fixture
def files(tmp_path: Path) -> CertificateFiles:
    return provide_certificates(tmp_path / "first", CertificateKind.VALID, NOW)


def test_only_current_versions_and_ciphers_with_forward_secrecy_are_offered(files: CertificateFiles):
    context = tls_context(files.certificate, files.key)
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
    for cipher in context.get_ciphers():
        assert cipher["protocol"] == "TLSv1.3" or "ECDHE" in cipher["name"], cipher
        assert cipher["aead"], cipher


def test_a_renewed_certificate_is_used_and_half_of_one_is_not(files: CertificateFiles, tmp_path: Path):
    used = Certificate(files.certificate, files.key)
    first = used.context()
    assert used.context() is first
    files.certificate.write_text("half a certificate")
    assert used.context() is first
    renewed = provide_certificates(tmp_path / "renewed", CertificateKind.VALID, NOW + timedelta(days=1))
    shutil.copy(renewed.certificate, files.certificate)
    shutil.copy(renewed.key, files.key)
    os.utime(files.key, ns=(1, 1))
    assert used.context() is not first
    files.certificate.unlink()
    assert used.context() is not first


@pytest.mark.parametrize("spoil", ["missing", "no certificate", "of another"])
def test_what_cannot_be_used_is_said_in_words(files: CertificateFiles, tmp_path: Path, spoil: str):
    if spoil == "missing":
        files.key.unlink()
    elif spoil == "no certificate":
        files.certificate.write_text("-----BEGIN CERTIFICATE-----\nnone\n")
    else:
        other = provide_certificates(tmp_path / "other", CertificateKind.VALID, NOW)
        shutil.copy(other.key, files.key)
    with pytest.raises(CertificateError, match="belong together"):
        tls_context(files.certificate, files.key)
