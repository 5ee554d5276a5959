"""From mails to turns: what each leaves behind, what a mail of the team took up, and which promises it kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from coach.engine import Coach
from coach.language import Language
from coach.model import Context, Need, Span
from coach.profile import Profile
from coach.relationship.answered import answers
from coach.relationship.exchange import Kept, TakenUp
from coach.relationship.promises import promises_of
from coach.relationship.promises_kept import kept_by
from coach.relationship.trace import Promised, Trace, trace_of


@dataclass(frozen=True, slots=True)
class Earlier:
    """A mail that a later one may answer or keep: its number, its authored text and what `trace` found in it.

    What it asked and promised is known from its trace, so it is not analysed again.
    """

    mail: int
    text: str = field(repr=False)
    trace: Trace


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


def taken_up(coach: Coach, reply: str, asked: Iterable[Earlier]) -> tuple[TakenUp, ...]:
    """How a mail of the team stands to the needs of the customer's mails before it."""
    written = coach.document(reply)
    found = []
    for each in asked:
        language = _language_of(coach, each)
        if language is None:
            continue
        needs = [Need(need.kind, need.span, _words(each, need.span), need.why) for need in each.trace.needs]
        for answer in answers(written, needs, language, coach.encoder):
            found.append(TakenUp(each.mail, answer.need.span.start, answer.standing, answer.span))
    return tuple(found)


def keeps(coach: Coach, later: str, promised: Iterable[Earlier]) -> tuple[Kept, ...]:
    """Which promises of the team's mails before it a mail keeps."""
    document = coach.document(later)
    found = []
    for each in promised:
        for made in each.trace.promises:
            span = kept_by(_words(each, made.span), document)
            if span is not None:
                found.append(Kept(each.mail, made.span.start, span))
    return tuple(found)


def _language_of(coach: Coach, mail: Earlier) -> Language | None:
    """In which language a mail asks; None where it asks for nothing."""
    if not mail.trace.needs:
        return None
    told = coach.languages.get(mail.trace.language or "")
    return told or coach.document(mail.text).language  # "mixed": that of more of its words


def _words(mail: Earlier, span: Span) -> str:
    return " ".join(span.of(mail.text).split())


def match_of(coach: Coach, text: str, profile: Profile, now: datetime) -> float | None:
    """How well a mail that was sent fitted the customer as they were known by now, 0 to 100; None without a score."""
    return coach.assess(text, profile, Context(), now=now, rules=()).score
