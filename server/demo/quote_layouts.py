"""How mail programs show the mail that is answered: header blocks, attribution lines, quote marks."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from server.demo.story_file import Client, Language

WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS: dict[Language, tuple[str, ...]] = {
    "de": (
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
_LABELS: dict[Language, tuple[str, str, str, str]] = {
    "de": ("Von", "Gesendet", "An", "Betreff"),
    "en": ("From", "Sent", "To", "Subject"),
}
_ORIGINAL: dict[Language, str] = {
    "de": "-----Ursprüngliche Nachricht-----",
    "en": "-----Original Message-----",
}
_FLOWED_WIDTH = 72  # RFC 3676 asks for less than 78; Thunderbird breaks at 72
_QUOTE_MARKS = re.compile(r">*")
_QUOTE_BAR = "margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex"


@dataclass(frozen=True, slots=True)
class Head:
    """The visible header of a mail that is being answered; `date` is on the clock of who answers."""

    name: str
    address: str
    recipient: str
    date: datetime
    subject: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The same mail body as plain text (lines not wrapped) and as the inside of an HTML body."""

    plain: str = field(repr=False)
    html: str = field(repr=False)


def _afternoon(date: datetime) -> str:
    return f"{date.hour % 12 or 12}:{date.minute:02d} {'AM' if date.hour < 12 else 'PM'}"


def _outlook_date(date: datetime, language: Language) -> str:
    weekday, month = WEEKDAYS[language][date.weekday()], MONTHS[language][date.month - 1]
    if language == "de":
        return f"{weekday}, {date.day}. {month} {date.year} {date:%H:%M}"
    return f"{weekday}, {month} {date.day}, {date.year} {_afternoon(date)}"


def _header_lines(head: Head, language: Language) -> list[tuple[str, str]]:
    values = (
        f"{head.name} <{head.address}>",
        _outlook_date(head.date, language),
        head.recipient,
        head.subject,
    )
    return list(zip(_LABELS[language], values, strict=True))


def _gmail_line(head: Head, language: Language) -> str:
    date, who = head.date, f"{head.name} <{head.address}>"
    if language == "de":
        day = f"{WEEKDAYS['de'][date.weekday()][:2]}., {date.day}. {_short_month(date)} {date.year}"
        return f"Am {day} um {date:%H:%M} Uhr schrieb {who}:"
    day = f"{WEEKDAYS['en'][date.weekday()][:3]}, {MONTHS['en'][date.month - 1][:3]} {date.day}, {date.year}"
    return f"On {day} at {_afternoon(date)} {who} wrote:"


def _short_month(date: datetime) -> str:
    month = MONTHS["de"][date.month - 1]
    return month if len(month) <= 4 else f"{month[:4] if month == 'September' else month[:3]}."


def _apple_line(head: Head, language: Language) -> str:
    date, who = head.date, f"{head.name} <{head.address}>"
    if language == "de":
        return f"Am {date:%d.%m.%Y} um {date:%H:%M} schrieb {who}:"
    return f"On {date.day} {MONTHS['en'][date.month - 1][:3]} {date.year}, at {date:%H:%M}, {who} wrote:"


def _thunderbird_line(head: Head, language: Language) -> str:
    if language == "de":
        return f"Am {head.date:%d.%m.%y} um {head.date:%H:%M} schrieb {head.name}:"
    return f"On {head.date:%d/%m/%Y} {head.date:%H:%M}, {head.name} wrote:"


_ATTRIBUTIONS: dict[Client, Callable[[Head, Language], str]] = {
    "gmail": _gmail_line,
    "apple": _apple_line,
    "thunderbird": _thunderbird_line,
}


def attribution(client: Client, head: Head, language: Language) -> str:
    """The line or block that a mail program puts above the quoted mail, in its language."""
    if client in _ATTRIBUTIONS:
        return _ATTRIBUTIONS[client](head, language)
    block = "\n".join(f"{label}: {value}" for label, value in _header_lines(head, language))
    return f"{_ORIGINAL[language]}\n{block}" if client == "outlook_classic" else block


def marked(text: str) -> str:
    """The text with one more quote mark before every line."""
    lines = (f">{line}" if not line or line.startswith(">") else f"> {line}" for line in text.split("\n"))
    return "\n".join(lines)


def quote(client: Client, head: Head, language: Language, parent: Sheet) -> Sheet:
    """The answered mail below a reply, in the layout of the answering program."""
    line = attribution(client, head, language)
    if client in ("outlook", "outlook_classic"):
        rows = "<br>".join(
            f"<b>{label}:</b> {html.escape(value, quote=False)}" for label, value in _header_lines(head, language)
        )
        bar = "border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"
        block = f'<div><div style="{bar}"><p class="MsoNormal">{rows}</p></div></div>\n{parent.html}'
        return Sheet(f"{line}\n\n{parent.plain}", block)
    shown = html.escape(line, quote=False)
    if client == "gmail":
        plain = f"{line.replace(' <', f' <{chr(10)}', 1) if len(line) > 76 else line}\n\n{marked(parent.plain)}"
        block = (
            f'<div class="gmail_quote"><div dir="ltr" class="gmail_attr">{shown}<br></div>'
            f'<blockquote class="gmail_quote" style="{_QUOTE_BAR}">{parent.html}</blockquote></div>'
        )
        return Sheet(plain, block)
    if client == "apple":
        block = f'<div><br><blockquote type="cite"><div>{shown}</div><br>{parent.html}</blockquote></div>'
        return Sheet(f"{line}\n\n{marked(parent.plain)}", block)
    block = f'<div class="moz-cite-prefix">{shown}</div>\n<blockquote type="cite">{parent.html}</blockquote>'
    return Sheet(f"{line}\n{marked(parent.plain)}", block)


def paragraphs(client: Client, text: str) -> str:
    """Plain paragraphs as HTML in the manner of a mail program."""
    opening, closing = {
        # Outlook gives its paragraphs no margin and puts empty ones between them
        "outlook": ('<p class="MsoNormal">', '</p>\n<p class="MsoNormal">&nbsp;</p>'),
        "outlook_classic": ('<p class="MsoPlainText">', '</p>\n<p class="MsoPlainText">&nbsp;</p>'),
        "gmail": ("<div>", "</div><div><br></div>"),
        "apple": ("<div>", "</div><div><br></div>"),
        "thunderbird": ("<p>", "</p>"),
    }[client]
    blocks = text.split("\n\n")
    return "\n".join(
        opening + "<br>\n".join(html.escape(line, quote=False) for line in block.split("\n")) + closing
        for block in blocks
    )


def flowed(text: str) -> str:
    """The text wrapped as format=flowed (RFC 3676), so that a reader can join the lines again."""
    return "\n".join(_flow_line(line) for line in text.split("\n"))


def _flow_line(line: str) -> str:
    marks = _QUOTE_MARKS.match(line)
    prefix = marks.group() if marks else ""
    content = line[len(prefix) :].removeprefix(" ") if prefix else line
    if content == "-- ":
        return line
    stuffing = " " if (prefix and content) or content.startswith((" ", "From ")) else ""
    room = _FLOWED_WIDTH - len(prefix) - 2
    pieces = textwrap.wrap(content, room, break_long_words=False, break_on_hyphens=False) or [""]
    return " \n".join(f"{prefix}{stuffing}{piece}" for piece in pieces)
