"""The codes of the second factor, against the figures of RFC 6238, and how people type them."""

from __future__ import annotations

import base64
import re
from datetime import UTC, datetime

import pytest

from server.sign_in import codes

RFC_SECRET = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_codes_are_those_of_rfc_6238(seconds: int, code: str) -> None:
    # appendix B, SHA-1; of the eight digits there an authenticator shows the last six
    assert codes.step_of(code, RFC_SECRET, datetime.fromtimestamp(seconds, UTC)) == seconds // 30


@pytest.mark.parametrize("typed", ["287 082", " 287082\n", "28 70 82"])
def test_spaces_do_not_matter(typed: str) -> None:
    assert codes.step_of(typed, RFC_SECRET, datetime.fromtimestamp(59, UTC)) == 1


@pytest.mark.parametrize("typed", ["", "28708", "2870822", "٢٨٧٠٨٢", "28708x", "287082" * 1000, "\ud83d"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert codes.step_of(typed, RFC_SECRET, datetime.fromtimestamp(59, UTC)) is None
    assert codes.recovery_hash(typed, 1) is None


def test_the_square_is_svg_without_script_style_or_the_secret_in_words() -> None:
    secret = codes.new_secret()
    drawn = str(codes.square(codes.uri(secret, 'jana"><script>', "Waagen Kern")))
    assert re.fullmatch(r"<svg [^<]*><path [^<]*/></svg>", drawn.strip())
    assert "style=" not in drawn
    assert secret not in drawn


def test_the_address_names_team_and_account() -> None:
    said = codes.uri(RFC_SECRET, "jana: kern", "Waagen: Kern")
    issuer = "Einklang%20Waagen%20%20Kern"
    assert said == f"otpauth://totp/{issuer}:jana%20%20kern?secret={RFC_SECRET}&issuer={issuer}"


def test_secrets_have_160_bits_and_recovery_codes_80() -> None:
    assert len(base64.b32decode(codes.new_secret())) == 20
    fresh = codes.new_recovery_codes()
    assert len(set(fresh)) == 10
    assert {len(each) for each in fresh} == {16}
