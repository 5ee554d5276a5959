"""How a customer stands, ready to be shown: grade with every point behind it, lists, next step, phase, what is open."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from coach.model import Span
from coach.relationship.cases import CaseKind
from coach.relationship.phase import FITS, SKIPS, Phase
from coach.relationship.signal import Signal, Words
from coach.relationship.steps import STEPS
from server.access import Sight
from server.assess import ProfileShelf, greeting_in
from server.errors import NotFound
from server.standing_withheld import is_withheld, without_the_team
from server.store import Correction, Customer, HistoryPoint, OpenMatter, Store, StoredRelationship
from server.works_council import Council

SENTENCE_END = re.compile(r"[.!?:;]\s|\n")
MOST_QUOTED = 240  # characters


@dataclass(frozen=True, slots=True)
class Cause:
    """A mail behind a point: when it was, its points (None: not to be shown), and the sentence with the words that
    count, as far as its text is still kept; `marked` is where those words are in `quote`."""

    mail: int
    points: float | None
    date: datetime | None
    subject: str | None = field(repr=False)
    quote: str | None = field(repr=False)
    marked: Span | None = None


@dataclass(frozen=True, slots=True)
class ShownShare:
    """What one signal adds to the index, with the mails behind it; `points` are None where they are not to be shown."""

    signal: str
    label: Words
    explain: Words
    source: str
    points: float | None
    most: float
    evidence: float
    say: Words
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class ShownReason:
    signal: str
    say: Words
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A list that the customer is on: how strongly (0-100), why, and what to do next, with a first sentence to it."""

    kind: str
    strength: float
    reasons: tuple[ShownReason, ...]
    step: str
    label: Words
    advice: Words
    opening: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ShownPhase:
    """The phase of closeness with what shows it, and what the next one needs."""

    phase: str
    next: str | None
    readiness: float
    proofs: tuple[tuple[Words, Cause], ...]
    missing: tuple[Words, ...]
    fits: Words
    skips: Words


@dataclass(frozen=True, slots=True)
class Standing:
    """All that is worked out of a customer; `withheld`: without what the team did, for too few people did it."""

    relationship: StoredRelationship
    correction: Correction | None
    shares: tuple[ShownShare, ...]
    cases: tuple[ShownCase, ...]
    phase: ShownPhase | None
    matters: tuple[OpenMatter, ...]
    history: tuple[HistoryPoint, ...]
    withheld: bool = False

    @property
    def letter(self) -> str:
        """The grade that is shown first: a person's, where one corrected it."""
        return self.correction.letter if self.correction else self.relationship.figures.letter


def standing_of(
    address: str, store: Store, shelf: ProfileShelf, signals: Sequence[Signal], council: Council, *, sight: Sight
) -> Standing:
    """How the customer with this address stands, as far as the works-council mode lets it be shown.

    Words of mails are those of mailboxes in sight, figures are the customer's own. Raises NotFound where nothing was
    worked out (yet) or nothing is in sight.
    """
    customer = store.customers.get(address, sight=sight)
    found = store.relationships.get(address, sight=sight) if customer else None
    if customer is None or found is None:
        raise NotFound(f"There is no mail from or to {address}, or it was not looked at yet.")
    said = json.loads(found.figures.body)
    withheld = is_withheld(said, council)
    if withheld:
        said = without_the_team(said, store.team_people.by_customers(_mails(said)))
    places = store.traces.places(_mails(said), sight=sight)
    by_name = {each.name: each for each in signals}
    return Standing(
        relationship=found,
        correction=store.corrections.of(customer.address, sight=sight),
        shares=tuple(_share(each, by_name, places) for each in said["shares"] if each["signal"] in by_name),
        cases=tuple(_case(kind, each, customer, store, shelf, places, sight) for kind, each in said["cases"].items()),
        phase=_phase(said["closeness"], places),
        matters=tuple(store.matters.of(customer.address, open_only=True, sight=sight)),
        history=tuple(store.relationships.history(customer.address, sight=sight)),
        withheld=withheld,
    )


Places = Mapping[int, tuple[datetime, str | None, str | None]]


def _mails(said: Mapping[str, Any]) -> set[int]:
    shares = [cause[0] for share in said["shares"] for cause in share["causes"]]
    reasons = [cause[0] for case in said["cases"].values() for reason in case["reasons"] for cause in reason["causes"]]
    return {*shares, *reasons, *(proof["mail"] for proof in said["closeness"]["proofs"])}


def _share(said: Mapping[str, Any], signals: Mapping[str, Signal], places: Places) -> ShownShare:
    signal = signals[said["signal"]]
    return ShownShare(
        signal=signal.name,
        label=signal.label,
        explain=signal.explain,
        source=signal.source,
        points=said["points"],
        most=said["most"],
        evidence=said["evidence"],
        say=said["say"],
        causes=_causes(said["causes"], places),
    )


def _causes(said: Iterable[Sequence[Any]], places: Places) -> tuple[Cause, ...]:
    return tuple(_cause(mail, points, span, places) for mail, points, span in said)


def _cause(mail: int, points: float | None, span: Sequence[int] | None, places: Places) -> Cause:
    date, subject, text = places.get(mail, (None, None, None))
    if text is None or span is None or span[1] > len(text):
        return Cause(mail, points, date, subject, None)
    quote, marked = sentence_around(text, Span(*span))
    return Cause(mail, points, date, subject, quote, marked)


def sentence_around(text: str, span: Span) -> tuple[str, Span]:
    """The sentence that holds these words, on one line, and where the words are in it."""
    start = max((each.end() for each in SENTENCE_END.finditer(text, 0, span.start)), default=0)
    end = SENTENCE_END.search(text, max(span.end - 1, span.start))
    last = min(end.end() if end else len(text), max(start + MOST_QUOTED, span.end))
    start = max(start, span.end - MOST_QUOTED) if last - start > 2 * MOST_QUOTED else start
    before, words, after = (
        " ".join(part.split()) for part in (text[start : span.start], span.of(text), text[span.end : last])
    )
    opened = before + " " * (bool(before) and _has_gap(text, span.start))
    closed = " " * (bool(after) and _has_gap(text, span.end)) + after
    return opened + words + closed, Span(len(opened), len(opened) + len(words))


def _has_gap(text: str, at: int) -> bool:
    """Whether there is space on either side of this place: what is marked may begin or end with some."""
    return any(each.isspace() for each in text[max(at - 1, 0) : at + 1])


def _case(
    kind: str,
    said: Mapping[str, Any],
    customer: Customer,
    store: Store,
    shelf: ProfileShelf,
    places: Places,
    sight: Sight,
) -> ShownCase:
    step = STEPS[said["step"]]
    return ShownCase(
        kind=str(CaseKind(kind)),
        strength=said["strength"],
        reasons=tuple(
            ShownReason(each["signal"], each["say"], _causes(each["causes"], places)) for each in said["reasons"]
        ),
        step=step.name,
        label=step.label,
        advice=step.advice,
        opening=_opening(step.name, customer, store, shelf, sight),
    )


def _opening(step: str, customer: Customer, store: Store, shelf: ProfileShelf, sight: Sight) -> str:
    """How such a mail could begin: as the team greets this customer, then the step's first sentence in their form."""
    last = store.messages.last_outgoing(customer.address, sight=sight)
    greeting = greeting_in(last.authored) if last and last.authored else ""
    standing = shelf.standings.of(customer).get(customer.language or "")
    form = standing.due.form if standing and standing.due else None
    sentence = STEPS[step].opening(customer.language, form)
    if not greeting.rstrip().endswith(","):
        sentence = sentence[0].upper() + sentence[1:]
    return f"{greeting.strip()}\n\n{sentence}" if greeting else sentence


def _phase(said: Mapping[str, Any], places: Places) -> ShownPhase:
    phase = Phase(said["phase"])
    order = tuple(Phase)
    at = order.index(phase) + 1
    return ShownPhase(
        phase=str(phase),
        next=str(order[at]) if at < len(order) else None,
        readiness=said["readiness"],
        proofs=tuple((each["say"], _cause(each["mail"], 0.0, each["span"], places)) for each in said["proofs"]),
        missing=tuple(said["missing"]),
        fits=FITS[phase],
        skips=SKIPS[phase],
    )
