"""Opaque S/MIME signatures: the mail inside is read, as far as it is there."""

from __future__ import annotations

import base64

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from server.mail.mime import Kind, parse
from server.mail.mime_signed import signed_content
from tests.office import NOW

INNER = (
    b"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nGuten Tag\n"
    b"--b\nContent-Type: text/html\n\n<p>Guten Tag</p>\n--b--\n"
)


def _signed(content: bytes) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Anna")])
    build = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    build = build.serial_number(1).not_valid_before(NOW).not_valid_after(NOW.replace(year=NOW.year + 1))
    certificate = build.sign(key, hashes.SHA256())
    signature = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(certificate, key, hashes.SHA256())
    return signature.sign(Encoding.DER, [pkcs7.PKCS7Options.Binary])


def test_the_mail_inside_an_opaque_signature_is_read() -> None:
    raw = (
        b"From: a@x.example\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
        b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(_signed(INNER))
    )
    message = parse(raw)
    assert (message.kind, message.body) == (Kind.PERSONAL, "Guten Tag")
    assert message.attachments == ()


def _ber(tag: int, *inner: bytes) -> bytes:
    """A value whose length is not told but marked, as programs write that sign while they send."""
    return bytes([tag, 0x80]) + b"".join(inner) + b"\0\0"


def _der(tag: int, inner: bytes) -> bytes:
    return bytes([tag, len(inner)]) + inner


def test_a_signature_of_unknown_length_is_read_piece_by_piece() -> None:
    data, signed = bytes.fromhex("06092a864886f70d010701"), bytes.fromhex("06092a864886f70d010702")
    octets = _ber(0xA0, _ber(0x24, _der(0x04, b"Hallo "), _der(0x04, b"Anna")))
    der = _ber(0x30, signed, _ber(0xA0, _ber(0x30, _der(0x02, b"\x01"), _ber(0x31), _ber(0x30, data, octets))))
    assert signed_content(der) == b"Hallo Anna"


def test_what_is_no_signature_or_holds_no_mail_is_said_to_be_unreadable() -> None:
    whole = _signed(b"Hallo")
    assert signed_content(whole) == b"Hallo"
    for size in range(0, len(whole), 7):
        assert signed_content(whole[:size]) in (None, b"Hallo")
    raw = b"From: a@x.example\nContent-Type: application/pkcs7-mime; smime-type=signed-data\n\nnichts"
    assert "signed text cannot be read" in parse(raw).problems
