"""Authored text: what the sender of a mail wrote now, told apart from everything else in it."""

from __future__ import annotations

from coach.reply.segments import authored, authored_text, closing_of, greeting_of, split

__all__ = ["authored", "authored_text", "closing_of", "greeting_of", "split"]
