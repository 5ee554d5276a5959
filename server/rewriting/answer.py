"""What a language model wrote -> the mail in it: what models like to put around an answer is taken off."""

from __future__ import annotations

import re

from server.rewriting.prompt import TAGS

THOUGHT = re.compile(r"\A\s*<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL | re.IGNORECASE)
FENCED = re.compile(r"\A\s*```\w*\n(.*?)\n?```\s*\Z", re.DOTALL)
TAGGED = re.compile(rf"\A\s*<({'|'.join(TAGS)})>(.*?)</\1>\s*\Z", re.DOTALL | re.IGNORECASE)
LINE_END = re.compile(r"[ \t\u00a0]+$", re.MULTILINE)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\ufeff]")


def mail_in(answer: str) -> str:
    """The mail in this answer, without blanks at its ends; may be empty."""
    text = THOUGHT.sub("", answer.replace("\r\n", "\n").replace("\r", "\n"))
    if fenced := FENCED.match(text):
        text = fenced.group(1)
    if tagged := TAGGED.match(text):
        text = tagged.group(2)
    return LINE_END.sub("", CONTROL.sub("", text)).strip()
