"""Certificates for IMAP servers on loopback: an own authority, and one server certificate signed by it."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

LIFETIME = timedelta(days=397)  # clients may refuse anything longer
RENEW_BEFORE = timedelta(days=30)


class CertificateKind(StrEnum):
    """What is right or wrong with the certificate that a server shows."""

    VALID = "valid"
    EXPIRED = "expired"
    WRONG_HOST = "wrong_host"


@dataclass(frozen=True, slots=True)
class CertificateFiles:
    """Where the authority's certificate, the server's certificate and the server's key lie."""

    ca: Path
    certificate: Path
    key: Path


def provide_certificates(directory: Path, kind: CertificateKind, now: datetime) -> CertificateFiles:
    """The certificate files in `directory`, made anew when missing, of another kind or soon to expire."""
    files = CertificateFiles(directory / "ca.pem", directory / "server.pem", directory / "server.key")
    stamp = directory / "kind"
    if stamp.exists() and stamp.read_text() == kind and _is_fresh(files.certificate, kind, now):
        return files
    directory.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    _write(files, kind, now)
    stamp.write_text(kind)
    return files


def _is_fresh(certificate: Path, kind: CertificateKind, now: datetime) -> bool:
    if kind is CertificateKind.EXPIRED:
        return True
    return x509.load_pem_x509_certificate(certificate.read_bytes()).not_valid_after_utc > now + RENEW_BEFORE


def _write(files: CertificateFiles, kind: CertificateKind, now: datetime) -> None:
    begin = now - LIFETIME - timedelta(days=2)
    authority_key = ec.generate_private_key(ec.SECP256R1())
    authority = _authority(authority_key, begin, now + LIFETIME)
    server_key = ec.generate_private_key(ec.SECP256R1())
    end = now - timedelta(days=1) if kind is CertificateKind.EXPIRED else now + LIFETIME
    names: list[x509.GeneralName] = [x509.DNSName("mail.elsewhere.example")]
    if kind is not CertificateKind.WRONG_HOST:
        names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    server = (
        x509.CertificateBuilder()
        .subject_name(_name("Einklang IMAP server on loopback"))
        .issuer_name(authority.subject)
        .public_key(server_key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(end - LIFETIME)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(_key_usage(signs_certificates=False), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(server_key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    files.key.touch(mode=0o600)
    files.key.chmod(0o600)
    files.key.write_bytes(
        server_key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    files.certificate.write_bytes(server.public_bytes(serialization.Encoding.PEM))
    files.ca.write_bytes(authority.public_bytes(serialization.Encoding.PEM))


def _authority(key: ec.EllipticCurvePrivateKey, begin: datetime, end: datetime) -> x509.Certificate:
    """A self-signed authority; its key is never written, so nobody can sign with it again."""
    name = _name("Einklang loopback authority")
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def _key_usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
