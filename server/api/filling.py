"""Sentences with {gaps} that are filled when they are told."""

from __future__ import annotations

from collections.abc import Mapping


def filled(texts: Mapping[str, str], **values: str) -> dict[str, str]:
    """The same sentence in each language, filled."""
    return {code: fill(text, **values) for code, text in texts.items()}


def fill(text: str, **values: str) -> str:
    """Puts values in for {names}; braces inside the values are left as they are."""
    parts = text.split("{")
    filled = parts[0]
    for part in parts[1:]:
        name, closed, rest = part.partition("}")
        filled += values[name] + rest if closed and name in values else "{" + part
    return filled
