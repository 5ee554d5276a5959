"""The codes of the second factor (RFC 6238: six digits, new every 30 seconds), and those for a lost device."""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime

import pyotp
import segno
from markupsafe import Markup

from server.pairing_code import ALPHABET
from server.secrets import token_hash

STEP = 30  # seconds
TOLERATED = 1  # steps before and after: clocks differ, and people type slowly
RECOVERY_CODES = 10
RECOVERY_LENGTH = 16  # of 32 signs: 80 bits, which nobody finds by trying, not even with the hash in hand
GROUP = 4
ISSUER = "Einklang"


def new_secret() -> str:
    """A secret for an authenticator: 160 bits in base32."""
    return pyotp.random_base32()


def uri(secret: str, name: str, team: str = "") -> str:
    """What the square holds that authenticators read."""
    issuer = f"{ISSUER} {team}".strip().replace(":", " ")
    return pyotp.TOTP(secret).provisioning_uri(name=name.replace(":", " "), issuer_name=issuer)


def square(text: str) -> Markup:
    """A QR code as SVG, to stand in a page; its colours are the stylesheet's."""
    drawn = segno.make(text, error="m", micro=False).svg_inline(scale=4, svgclass="qr", lineclass="qr-line")
    return Markup(drawn)  # noqa: S704 # nosec B704 - paths and numbers alone; the text is not in it


def grouped(code: str) -> str:
    """A secret or a recovery code as people read it: in groups of four."""
    return " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def step_of(typed: str, secret: str, now: datetime) -> int | None:
    """The interval whose code this is, among those that count at `now`; None for a wrong code."""
    digits = "".join(typed.split())
    if len(digits) != 6 or not (digits.isascii() and digits.isdigit()):
        return None
    codes, at = pyotp.TOTP(secret), int(now.timestamp()) // STEP
    steps = range(at - TOLERATED, at + TOLERATED + 1)
    found = [step for step in steps if hmac.compare_digest(codes.generate_otp(step), digits)]
    return found[0] if found else None


def new_recovery_codes() -> list[str]:
    """Ten fresh codes; show them once and store their `recovery_hash`."""
    return ["".join(secrets.choice(ALPHABET) for _ in range(RECOVERY_LENGTH)) for _ in range(RECOVERY_CODES)]


def recovery_hash(typed: str, account_id: int) -> str | None:
    """What is stored of a recovery code, however it was typed; None for what is none."""
    code = "".join(typed.split()).replace("-", "").upper()
    is_one = len(code) == RECOVERY_LENGTH and set(code) <= set(ALPHABET)
    return token_hash(f"{account_id}:{code}") if is_one else None
