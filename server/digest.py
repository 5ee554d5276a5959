"""The daily mail to the team and the mail of an alert: what they hold, and how they read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from server.digest_words import WORDS, DigestWords
from server.store import Alert

LONGEST_LIST = 15  # lines of one kind; who has more opens the page
LONGEST_QUOTE = 200  # characters


@dataclass(frozen=True, slots=True)
class Somebody:
    """A customer as a line names them."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise of the team; `at` where it names a time of its day, by the clock of the digest."""

    customer: Somebody
    due: date
    at: time | None = None
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A customer in danger, and why: a sentence per language in the coach's own words."""

    customer: Somebody
    reason: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SilentLine:
    """A customer who has not been heard of for longer than usual, in days."""

    customer: Somebody
    days: int


@dataclass(frozen=True, slots=True)
class NeedLine:
    """Something a customer asked for that nobody has answered; `kind` as the coach names it."""

    customer: Somebody
    kind: str
    since: date
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class MailboxLine:
    """A mailbox that is not read as it should be, and why in words."""

    address: str
    problem: str


@dataclass(frozen=True, slots=True)
class DigestContent:
    """What is due on one day. `quotes`: whether sentences of mails may be repeated; else none is."""

    day: date
    url: str
    team: str = ""
    promises: Sequence[PromiseLine] = ()
    endangered: Sequence[CustomerLine] = ()
    silent: Sequence[SilentLine] = ()
    needs: Sequence[NeedLine] = ()
    alerts: Sequence[Alert] = ()
    mailboxes: Sequence[MailboxLine] = ()
    quotes: bool = False

    @property
    def is_due(self) -> bool:
        """Whether there is anything to tell on that day; a promise of a later day is not."""
        parts = (self.endangered, self.silent, self.needs, self.alerts, self.mailboxes)
        return any(parts) or any(each.due <= self.day for each in self.promises)


Section = tuple[str, Sequence[str]]


def digest_of(content: DigestContent, language: str) -> EmailMessage:
    """The digest as plain text and HTML, without sender and recipient."""
    words = WORDS[language]
    sections = [each for each in _sections(content, words, language) if each[1]]
    day = _day(content.day, words)
    what = ", ".join(f"{title}: {len(lines)}" for title, lines in sections)
    subject = words.subject.format(day=day, what=what) if sections else words.subject_empty.format(day=day)
    hello = words.hello.format(day=day) if sections else words.nothing
    return _mail(subject, hello, sections, content.url, content.team, words, language)


def alert_mail(alert: Alert, language: str, *, url: str = "", team: str = "", name: str = "") -> EmailMessage:
    """The mail of an alert, without sender and recipient; `name` is the customer's where it is known."""
    words = WORDS[language]
    who = _who(Somebody(alert.customer, name))
    reason = alert.reason.get(language) or next(iter(alert.reason.values()), "")
    sections: list[Section] = [("", [reason])] if reason else []
    subject = words.alert_subject.format(who=_who(Somebody(alert.customer, name), short=True))
    return _mail(subject, words.alert_hello.format(who=who), sections, url, team, words, language)


def addressed(mail: EmailMessage, sender: str, recipient: str, key: str, now: datetime) -> EmailMessage:
    """The mail ready to be sent to one recipient.

    Its Message-ID is made of `key` and the recipient: should it ever be sent twice, mail programs can tell.
    """
    made = hashlib.sha256(f"{key}\0{recipient}".encode()).hexdigest()[:32]
    mail["From"], mail["To"], mail["Date"] = sender, recipient, now
    mail["Message-ID"] = f"<{made}@{sender.rpartition('@')[2]}>"
    return mail


def _sections(content: DigestContent, words: DigestWords, language: str) -> Iterator[Section]:
    overdue = [each for each in content.promises if each.due < content.day]
    today = [each for each in content.promises if each.due == content.day]
    yield words.overdue, [_promise(each, words, content) for each in sorted(overdue, key=lambda one: one.due)]
    yield words.due, [_promise(each, words, content) for each in sorted(today, key=lambda one: one.at or time.max)]
    yield words.alerts, [_reasoned(Somebody(each.customer), each.reason, language) for each in content.alerts]
    yield words.endangered, [_reasoned(each.customer, each.reason, language) for each in content.endangered]
    yield words.needs, [_need(each, words, content) for each in sorted(content.needs, key=lambda one: one.since)]
    yield words.silent, [f"{_who(each.customer)}: {words.silent_for.format(days=each.days)}" for each in content.silent]
    yield words.mailboxes, [f"{each.address}: {_line(each.problem)}" for each in content.mailboxes]


def _promise(one: PromiseLine, words: DigestWords, content: DigestContent) -> str:
    if one.due == content.day and one.at is not None:
        when = words.due_at.format(time=one.at.strftime("%H:%M"))
    else:
        when = words.due_day.format(day=_day(one.due, words))
    return f"{_who(one.customer)}: {when}" + _quoted(one.text, words, content)


def _need(one: NeedLine, words: DigestWords, content: DigestContent) -> str:
    kind, since = words.kinds.get(one.kind, one.kind), words.since_day.format(day=_day(one.since, words))
    return f"{_who(one.customer)}: {kind}, {since}" + _quoted(one.text, words, content)


def _reasoned(customer: Somebody, reason: Mapping[str, str], language: str) -> str:
    said = _line(reason.get(language, ""))
    return f"{_who(customer)}: {said}" if said else _who(customer)


def _quoted(text: str, words: DigestWords, content: DigestContent) -> str:
    said = _line(text)
    if not content.quotes or not said:
        return ""
    shown = said if len(said) <= LONGEST_QUOTE else said[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return " – " + words.quote.format(text=shown)


def _who(customer: Somebody, *, short: bool = False) -> str:
    name = _line(customer.name)
    if not name:
        return customer.address
    return name if short else f"{name} ({customer.address})"


def _day(day: date, words: DigestWords) -> str:
    return words.date_form.format(day=day.day, month=day.month, year=day.year)


def _line(text: str) -> str:
    """In one line, so that nothing of a customer's can make a line or a header of its own."""
    # Words that are encoded already (RFC 2047) would be decoded once more, line ends and all: they stay what they are.
    return " ".join("".join(each if each.isprintable() else " " for each in text).split()).replace("=?", "= ?")


def _mail(
    subject: str, hello: str, sections: Sequence[Section], url: str, team: str, words: DigestWords, language: str
) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = _line(subject)
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answer of a machine to this one
    mail["X-Auto-Response-Suppress"] = "All"
    shown = [(title, _shortened(lines, words)) for title, lines in sections]
    mail.set_content("\n".join(_plain(hello, shown, url, words)) + "\n")
    mail.add_alternative("\n".join(_html(hello, shown, url, team, words, language)) + "\n", subtype="html")
    mail["Content-Language"] = language  # at the end: what begins with Content moves into the parts
    return mail


def _shortened(lines: Sequence[str], words: DigestWords) -> list[str]:
    left = len(lines) - LONGEST_LIST
    return [*lines[:LONGEST_LIST], words.more.format(count=left)] if left > 0 else list(lines)


def _plain(hello: str, sections: Sequence[Section], url: str, words: DigestWords) -> Iterator[str]:
    yield hello
    for title, lines in sections:
        yield ""
        if title:
            yield title
        yield from (f"- {each}" for each in lines)
    if url:
        yield ""
        yield words.open_page.format(url=url)
    yield ""
    yield "-- "
    yield words.footer


def _html(
    hello: str, sections: Sequence[Section], url: str, team: str, words: DigestWords, language: str
) -> Iterator[str]:
    yield f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Einklang</title></head>'
    yield '<body style="font-family:sans-serif;line-height:1.5;max-width:40em">'
    if team:
        yield f"<p>{escape(team)}</p>"
    yield f"<p>{escape(hello)}</p>"
    for title, lines in sections:
        if title:
            yield f"<h2>{escape(title)}</h2>"
        yield "<ul>" + "".join(f"<li>{escape(each)}</li>" for each in lines) + "</ul>"
    if url:
        yield f'<p><a href="{escape(url)}">{escape(url)}</a></p>'
    yield f"<p><small>{escape(words.footer)}</small></p></body></html>"
