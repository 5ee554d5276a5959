"""The codes that people type to pair a mail client."""

from __future__ import annotations

import secrets

# 32 characters that nobody takes for one another: no 0 and O, no 1 and I
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 8  # 40 bits: with a few tries in ten minutes nobody hits one


def new_code() -> str:
    """A fresh code, as it is stored and compared."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown(code: str) -> str:
    """The code as people read it: ABCD-EFGH."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def read(typed: str) -> str:
    """The code that somebody typed, whatever its case, with spaces or a dash in it or not."""
    return "".join(typed.split()).replace("-", "").upper()
