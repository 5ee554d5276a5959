"""Notices of programs that no header tells of: several weak signs together, never one alone.

A wrong yes loses a mail of a person, a wrong no learns the style of a program once; so a point is given for each sign
and three are needed. Answers ("Re: ...", or mail that says what it answers in its own words) are never newsletters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from server.mail import notice_words
from server.mail.mime_address import Address
from server.mail.mime_tree import MimePart
from server.mail.notice_words import Notice

NEEDED = 3  # points
LONGEST_NOTICE = 2_000  # code points of a text in which the words are looked for, from its start
ENDING = 2_000  # code points at the end of a newsletter where it says how to leave it
MANY_LINKS = 8
MANY_IMAGES = 4

_ANSWER = re.compile(r"(?:re|aw|antw|fw|fwd|wg|tr|rv|r|i|sv|vs|doorst|enc)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_BEHIND_WHOLE = re.compile(r"\s*(?:[:\-–—|(!]|\Z)")
_STATUS = re.compile(
    r"\b[45]\d\d[ -]+#?[45]\.\d{1,2}\.\d{1,3}\b|\bstatus:?\s{0,9}[45]\.\d\.\d|#[45]\.\d{1,2}\.\d{1,3}"
    r"|\b55[0-4]\s+\S{0,40}\s?(?:user|unknown|mailbox|recipient)",
    re.IGNORECASE,
)
_POSTMAN = re.compile(
    r"mail delivery (?:sub)?system|mailer.?daemon|postmaster|^microsoft outlook$|mail administrator", re.IGNORECASE
)
_EXCHANGE_POSTMAN = re.compile(r"microsoftexchange[0-9a-f]{32}")
_LINK = re.compile(r"<a\s[^>]{0,20}?href\s*=\s*[\"']?https?:", re.IGNORECASE)
_IMAGE = re.compile(r"<img\s", re.IGNORECASE)
_PIXEL = re.compile(r"<img\s[^>]{0,800}?(?:width\s*=\s*[\"']?1[\"'\s>]|height\s*=\s*[\"']?1[\"'\s>])", re.IGNORECASE)
_MASS_FIELDS = (
    "feedback-id",
    "x-ses-outgoing",
    "x-mailgun-sid",
    "x-sg-eid",
    "x-mailjet-campaign",
    "x-mandrill-user",
    "x-hubspot-notification",
    "x-cleverreach",
    "x-sendinblue-campaign",
    "x-rpcampaign",
)


@dataclass(frozen=True, slots=True)
class Notable:
    """What of a message is looked at here: who sent it, its subject, its text and HTML."""

    sender: Address | None
    subject: str = field(repr=False)
    text: str = field(repr=False)
    html: str | None = field(repr=False)


def is_answer_while_away(root: MimePart, mail: Notable) -> bool:
    """An out-of-office notice whose headers do not say so."""
    points = _points(mail, notice_words.AWAY)
    suppressed = any(word in root.header("x-auto-response-suppress").lower() for word in ("oof", "autoreply"))
    looped = root.header("x-ms-exchange-inbox-rules-loop")
    return points > 0 and points + bool(suppressed or looped) >= NEEDED


def is_returned_mail(mail: Notable) -> bool:
    """A bounce that is no multipart/report."""
    points = _points(mail, notice_words.RETURNED)
    sender = mail.sender
    by_postman = sender is not None and (
        _POSTMAN.search(sender.name) or _EXCHANGE_POSTMAN.match(sender.address.lower())
    )
    status = _STATUS.search(mail.text[:LONGEST_NOTICE])
    # a carrier that could not deliver a parcel says the same words, but no postman and no code of SMTP
    return bool(by_postman or status) and points > 0 and points + bool(by_postman) + bool(status) >= NEEDED


def is_newsletter(root: MimePart, mail: Notable) -> bool:
    """A newsletter without List-* headers."""
    if root.header("in-reply-to") or root.header("references") or _ANSWER.match(mail.subject):
        return False
    text, html = mail.text.lower(), mail.html or ""
    local = mail.sender.address.partition("@")[0].lower() if mail.sender else ""
    leaves = any(word in text[-ENDING:] for word in notice_words.UNSUBSCRIBE)
    signs = (
        any(word in text[:ENDING] or word in text[-ENDING:] for word in notice_words.IN_BROWSER),
        any(part in notice_words.SENDERS for part in re.split(r"[^a-z]+", local)),
        any(root.header(name) for name in _MASS_FIELDS),
        _reaches(_LINK, html, MANY_LINKS),
        _reaches(_IMAGE, html, MANY_IMAGES) or _PIXEL.search(html) is not None,
    )
    return leaves and 1 + sum(signs) >= NEEDED


def _points(mail: Notable, notices: Mapping[str, Notice]) -> int:
    """The points of the language that fits best; 0 where the subject gives none."""
    subject = " ".join(mail.subject.lower().replace("’", "'").split())
    text = mail.text[:LONGEST_NOTICE].lower().replace("’", "'")
    text = " ".join(text.split())
    best = 0
    for notice in notices.values():
        by_subject = _subject_points(subject, notice)
        if by_subject:
            by_text = sum(1 for group in notice.phrases if any(phrase in text for phrase in group))
            best = max(best, by_subject + min(by_text, 2))
    return best


def _subject_points(subject: str, notice: Notice) -> int:
    if any(subject.startswith(word) and _BEHIND_WHOLE.match(subject, len(word)) for word in notice.whole):
        return 2
    return int(subject.startswith(notice.begins))


def _reaches(pattern: re.Pattern[str], text: str, count: int) -> bool:
    return len(list(islice(pattern.finditer(text), count))) == count
