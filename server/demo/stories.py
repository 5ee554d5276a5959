"""The demo's mail: two shared mailboxes, the team behind them, their customers, and all they wrote.

The texts are authored by hand in `stories/*.toml` and carry no dates of their own; `mails(now)` lays them
out as the last fourteen months before `now` and adds what mail programs add: quotes, signatures, encodings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from server.demo import envelope
from server.demo.envelope import Correspondent, Envelope
from server.demo.quote_layouts import Head, Sheet
from server.demo.story_file import (
    AutomaticMail,
    Language,
    Role,
    SharedMailbox,
    Story,
    TeamMember,
    Thread,
    WrittenMail,
    read_automatic,
    read_stories,
    read_team,
)
from server.demo.story_text import Laid, Pen, authored_part, dated, moment, on_clock, sheet_of
from server.errors import ServerError

_TRANSIT = timedelta(seconds=4)  # between a sender's Date and the arrival in our INBOX


@dataclass(frozen=True, slots=True)
class Customer:
    """One invented customer; `story` says in German and English what happened, `role` what to look for."""

    address: str
    name: str
    company: str
    languages: tuple[Language, ...]
    mailbox: str
    role: Role
    story: dict[Language, str]


@dataclass(frozen=True, slots=True)
class DemoMail:
    """One mail as it lies in a folder, with the text its writer typed (no quote, no signature).

    `customer` is the customer's address whichever way the mail went; None for mail that machines sent.
    """

    mailbox: str
    folder: str
    internaldate: datetime
    raw: bytes = field(repr=False)
    authored: str = field(repr=False)
    message_id: str
    customer: str | None
    language: Language


def mailboxes() -> tuple[SharedMailbox, ...]:
    """The shared mailboxes: address and display name."""
    return tuple(read_team().mailbox.values())


def team() -> tuple[TeamMember, ...]:
    """The reps, who write from the shared mailboxes."""
    return tuple(read_team().member.values())


def customers() -> tuple[Customer, ...]:
    """Everybody who writes to the shared mailboxes, in the order of their story files."""
    boxes = read_team().mailbox
    return tuple(
        Customer(s.address, s.name, s.company, s.languages, boxes[s.mailbox].address, s.role, dict(s.summary))
        for _, s in read_stories()
    )


def mails(now: datetime) -> list[DemoMail]:
    """All demo mail, oldest first, from fourteen months before `now` (aware) on; equal for equal `now`."""
    if now.tzinfo is None:
        raise ValueError("mails(now) needs an aware datetime, such as datetime.now(UTC)")
    written = [mail for stem, story in read_stories() for mail in _story_mails(stem, story, now)]
    automatic = [_automatic_mail(number, mail, now) for number, mail in enumerate(read_automatic(), 1)]
    return sorted(written + automatic, key=lambda mail: (mail.internaldate, mail.message_id))


def _story_mails(stem: str, story: Story, now: datetime) -> Iterator[DemoMail]:
    for number, thread in enumerate(story.thread, 1):
        yield from _thread_mails(f"{stem}/{number}", story, thread, now)


def _thread_mails(seed: str, story: Story, thread: Thread, now: datetime) -> Iterator[DemoMail]:
    earlier: list[Laid] = []
    for number, written in enumerate(thread.mail, 1):
        try:
            letter, pen = _addressed(f"{seed}/{number}", story, thread, written, now)
            text = dated(written.text.strip(), letter.date, pen.language, american=story.american_dates)
            if earlier:
                letter = _as_reply(letter, pen, earlier)
            sheet = sheet_of(text, pen, earlier[-1] if earlier else None, letter.date)
        except ServerError as error:
            raise ServerError(f"demo story {seed}, mail {number} ({written.at}): {error}") from error
        mail = _posted(letter, pen, sheet, authored_part(text), story)
        recipient = f"{letter.recipient.name} <{letter.recipient.address}>"
        head = Head(letter.sender.name, letter.sender.address, recipient, letter.date, letter.subject)
        earlier.append(Laid(head, sheet, mail.authored, letter.message_id))
        yield mail


def _addressed(seed: str, story: Story, thread: Thread, written: WrittenMail, now: datetime) -> tuple[Envelope, Pen]:
    box = _shared_mailbox(thread.mailbox or story.mailbox)
    shared, outside = Correspondent(box.name, box.address), Correspondent(story.name, story.address)
    language = written.language or thread.language or story.languages[0]
    date = moment(now, written.working_days, written.clock, story.utc_offset)
    if written.by is None:
        sender, recipient, style, ui = outside, shared, story.style, story.languages[0]
    else:
        member = _member(written.by)
        sender, recipient, style, ui = shared, outside, member.style, member.language
        date = on_clock(date, member.utc_offset)
    client = written.client or ("apple" if written.mobile else style.client)
    letter = Envelope(
        sender=sender,
        recipient=recipient,
        cc=written.cc,
        date=date,
        subject=thread.subject,
        message_id=envelope.message_id(seed, sender.address),
        references=(),
        incoming=written.by is None,
    )
    return letter, Pen(style, client, ui, language, written.mobile)


def _as_reply(letter: Envelope, pen: Pen, earlier: list[Laid]) -> Envelope:
    if letter.date <= earlier[-1].head.date:
        raise ServerError("is not later than the mail it answers; correct its 'at'")
    prefix = envelope.reply_prefix(pen.client, pen.program_language)
    references = tuple(laid.message_id for laid in earlier)
    return replace(letter, subject=f"{prefix}: {letter.subject}", references=references)


def _posted(letter: Envelope, pen: Pen, sheet: Sheet, authored: str, story: Story) -> DemoMail:
    ours, delay = (letter.recipient, _TRANSIT) if letter.incoming else (letter.sender, timedelta(0))
    return DemoMail(
        mailbox=ours.address,
        folder="INBOX" if letter.incoming else "Sent",
        internaldate=(letter.date + delay).astimezone(UTC),
        raw=envelope.sealed(letter, sheet, pen.style, pen.client, mobile=pen.mobile),
        authored=authored,
        message_id=letter.message_id,
        customer=story.address,
        language=pen.language,
    )


def _shared_mailbox(key: str) -> SharedMailbox:
    boxes = read_team().mailbox
    if key not in boxes:
        raise ServerError(f"mailbox {key!r} is not in team.toml; known are {', '.join(boxes)}")
    return boxes[key]


def _member(key: str) -> TeamMember:
    members = read_team().member
    if key not in members:
        raise ServerError(f"by = {key!r} is not in team.toml; known are {', '.join(members)}")
    return members[key]


def _automatic_mail(number: int, written: AutomaticMail, now: datetime) -> DemoMail:
    box = _shared_mailbox(written.mailbox)
    letter = Envelope(
        sender=Correspondent(written.sender, written.address),
        recipient=Correspondent(box.name, box.address),
        cc=(),
        date=moment(now, written.working_days, written.clock, utc_offset=1),
        subject=written.subject,
        message_id=envelope.message_id(f"automatic/{number}", written.address),
        references=(),
        incoming=True,
    )
    text = written.text.strip()
    return DemoMail(
        mailbox=box.address,
        folder="INBOX",
        internaldate=(letter.date + _TRANSIT).astimezone(UTC),
        raw=envelope.sealed_automatic(letter, written, text),
        authored=text,
        message_id=letter.message_id,
        customer=None,
        language=written.language,
    )
