"""From an authored text to a mail body: dates filled in, the signature and the answered mail added."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, timezone

from server.demo.quote_layouts import MONTHS, WEEKDAYS, Head, Sheet, attribution, marked, paragraphs, quote
from server.demo.story_file import Client, Language, Style
from server.errors import ServerError

_DATE_MARK = re.compile(r"\{([+-]\d{1,3})( day)?\}")
_PASSAGE = re.compile(r"^>> ", re.MULTILINE)
_SIGNATURE_MARK: dict[Client, str] = {"thunderbird": "-- \n", "gmail": "-- \n"}


@dataclass(frozen=True, slots=True)
class Pen:
    """What a mail is written with: the program, the language it runs in, the writer's style and language."""

    style: Style
    client: Client
    program_language: Language
    language: Language
    mobile: bool


@dataclass(frozen=True, slots=True)
class Laid:
    """A mail already laid out, as the next one in its thread answers it."""

    head: Head
    sheet: Sheet
    authored: str = field(repr=False)
    message_id: str

    def seen_from(self, answer: datetime) -> Head:
        """The head with its date on the clock of who answers."""
        return replace(self.head, date=self.head.date.astimezone(answer.tzinfo))


def workday(start: date, steps: int) -> date:
    """The working day (Monday to Friday) `steps` working days after `start` (before, if negative)."""
    day, one = start, timedelta(days=1 if steps > 0 else -1)
    for _ in range(abs(steps)):
        day += one
        while day.weekday() > 4:
            day += one
    return day


def moment(now: datetime, working_days: int, clock: time, utc_offset: int) -> datetime:
    """When a mail was sent: working days before now, at a time on that clock; always before now."""
    zone = timezone(timedelta(hours=utc_offset))
    return datetime.combine(workday(now.astimezone(zone).date(), -working_days), clock, zone)


def on_clock(sent: datetime, utc_offset: int) -> datetime:
    """The same moment on another clock."""
    return sent.astimezone(timezone(timedelta(hours=utc_offset)))


def dated(text: str, sent: datetime, language: Language, *, american: bool) -> str:
    """The text with `{+5}` and `{+5 day}` replaced by the date and the weekday that many working days on."""

    def words(mark: re.Match[str]) -> str:
        day = workday(sent.date(), int(mark[1]))
        if mark[2]:
            return WEEKDAYS[language][day.weekday()]
        if language == "de":
            return f"{day:%d.%m.}"
        month = MONTHS["en"][day.month - 1]
        return f"{month} {day.day}" if american else f"{day.day} {month}"

    # "bis zum 14.03." at the end of a sentence must not end in two full stops
    return re.sub(r"(\d\d\.\d\d\.)\.(?!\.)", r"\1", _DATE_MARK.sub(words, text))


def authored_part(text: str) -> str:
    """What the writer typed: the text without the passages quoted between its lines."""
    own = "\n".join(line for line in text.split("\n") if not _PASSAGE.match(line))
    return re.sub(r"\n{3,}", "\n\n", own).strip()


def sheet_of(text: str, pen: Pen, answered: Laid | None, sent: datetime) -> Sheet:
    """The whole body of a mail: the text, its endings and, below or between its lines, the answered mail.

    Raises ServerError when the text quotes a passage that is not in the answered mail.
    """
    endings = _endings(pen)
    if _PASSAGE.search(text):
        return _joined(_answered_between(text, pen, answered, sent), *endings)
    own = Sheet(text, paragraphs(pen.client, text))
    if answered is None:
        return _joined(own, *endings)
    below = quote(pen.client, answered.seen_from(sent), pen.program_language, answered.sheet)
    return _joined(own, *endings, below)


def _joined(*sheets: Sheet) -> Sheet:
    return Sheet("\n\n".join(s.plain for s in sheets), "\n".join(s.html for s in sheets))


def _endings(pen: Pen) -> list[Sheet]:
    style, client = pen.style, pen.client
    if pen.mobile:
        return [Sheet(style.mobile_signature, paragraphs(client, style.mobile_signature))]
    endings = []
    if signature := style.signature.get(pen.language, "").strip():
        plain = _SIGNATURE_MARK.get(client, "") + signature
        kind = "gmail_signature" if client == "gmail" else "signature"
        endings.append(Sheet(plain, f'<div class="{kind}">{paragraphs(client, plain)}</div>'))
    if disclaimer := style.disclaimer.strip():
        endings.append(Sheet(disclaimer, f'<div style="color:gray">{paragraphs(client, disclaimer)}</div>'))
    return endings


def _answered_between(text: str, pen: Pen, answered: Laid | None, sent: datetime) -> Sheet:
    if answered is None:
        raise ServerError("quotes a passage with '>>' but answers no mail; remove the passage")
    if pen.client in ("outlook", "outlook_classic"):
        raise ServerError("quotes a passage with '>>', which Outlook cannot do; set another client")
    line = attribution(pen.client, answered.seen_from(sent), pen.program_language)
    opening, *rest = _PASSAGE.split(text)
    own = [part for part in (opening.strip(), line) if part]
    plain = list(own)
    html = [paragraphs(pen.client, part) for part in own]
    for block in rest:
        passage, _, answer = (part.strip() for part in block.partition("\n"))
        if _spaces_joined(passage) not in _spaces_joined(answered.authored):
            raise ServerError(f"the passage after '>>' is not in the mail it answers: {passage}")
        plain.append(marked(passage))
        html.append(f'<blockquote type="cite">{paragraphs(pen.client, passage)}</blockquote>')
        if answer:
            plain.append(answer)
            html.append(paragraphs(pen.client, answer))
    return Sheet("\n\n".join(plain), "\n".join(html))


def _spaces_joined(text: str) -> str:
    return " ".join(text.split())
