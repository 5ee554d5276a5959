"""From mails to turns: what each leaves behind, what a mail of the team took up, and which promises it kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from coach.engine import Coach
from coach.model import Context
from coach.profile import Profile
from coach.relationship.answered import answers
from coach.relationship.exchange import Kept, TakenUp
from coach.relationship.needs import needs_of
from coach.relationship.promises import promises_of
from coach.relationship.promises_kept import kept_by
from coach.relationship.trace import Promised, Trace, trace_of

NEEDED = ("formality", "edge_warmth")  # the style dimensions that a trace keeps


def trace(coach: Coach, text: str, written: datetime, *, by_team: bool) -> Trace:
    """What the authored text of a mail shows; promises count only where the team made them."""
    document = coach.document(text)
    promises = promises_of(document, written) if by_team else ()
    known = (
        Promised(each.span, each.due.ends(written) if each.due else None, bool(each.due and each.due.exact))
        for each in promises
    )
    return trace_of(document, coach.readings(document, NEEDED), known)


def taken_up(coach: Coach, reply: str, asked: Iterable[tuple[int, str]]) -> tuple[TakenUp, ...]:
    """How a mail of the team stands to the needs of the customer's mails before it: (mail, authored text) each."""
    written = coach.document(reply)
    found = []
    for mail, text in asked:
        document = coach.document(text)
        if document.language is None:
            continue
        for each in answers(written, needs_of(document), document.language, coach.encoder):
            found.append(TakenUp(mail, each.need.span.start, each.standing, each.span))
    return tuple(found)


def keeps(coach: Coach, later: str, promised: Sequence[tuple[int, str, datetime]]) -> tuple[Kept, ...]:
    """Which promises of the team's mails before it (mail, authored text, when it was written) a mail keeps."""
    document = coach.document(later)
    found = []
    for mail, text, written in promised:
        for each in promises_of(coach.document(text), written):
            span = kept_by(each, document)
            if span is not None:
                found.append(Kept(mail, each.span.start, span))
    return tuple(found)


def match_of(coach: Coach, text: str, profile: Profile, now: datetime) -> float | None:
    """How well a mail that was sent fitted the customer as they were known by now, 0 to 100; None without a score."""
    return coach.assess(text, profile, Context(), now=now, rules=()).score
