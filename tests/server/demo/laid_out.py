"""The demo mail of one moment, and how the tests read it back as a mail program would."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as parser_policy
from functools import cache

from server.demo.stories import DemoMail, mails

NOW = datetime(2026, 3, 11, 16, 40, tzinfo=UTC)
ALL = mails(NOW)
FROM_CUSTOMERS = [mail for mail in ALL if mail.folder == "INBOX" and mail.customer]


@cache
def parsed(mail: DemoMail) -> EmailMessage:
    message = message_from_bytes(mail.raw, policy=parser_policy)
    assert isinstance(message, EmailMessage)
    return message


def part_text(mail: DemoMail, subtype: str) -> str:
    part = parsed(mail).get_body((subtype,))
    assert part is not None
    content = part.get_content()
    assert isinstance(content, str)
    content = content.replace("\r\n", "\n")
    if part.get_param("format") == "flowed":
        content = unflowed(content)
    return content


def unflowed(text: str) -> str:
    lines: list[str] = []
    soft = False
    for line in text.split("\n"):
        marks = re.match(r">*", line)
        depth = marks.end() if marks else 0
        content = line[depth:].removeprefix(" ") if depth or line.startswith(" ") else line
        if soft:
            lines[-1] += content
        else:
            lines.append(f"{'>' * depth} {content}" if depth else content)
        soft = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


def one_line(text: str) -> str:
    return " ".join(re.sub(r"^[> ]+", "", text, flags=re.MULTILINE).split())


def replies() -> list[tuple[DemoMail, DemoMail]]:
    by_id = {mail.message_id: mail for mail in ALL}
    found = [(mail, parsed(mail)["In-Reply-To"]) for mail in ALL]
    return [(mail, by_id[str(parent)]) for mail, parent in found if parent]
