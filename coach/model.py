"""The values that travel through Einklang: frozen, small, and free of any I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coach.relationship.address_ledger import AddressStanding


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range of code points [start, end) in the text that was given."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: [{start}, {end})")
        _set_start(self, start)
        _set_end(self, end)

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        return text[self.start : self.end]


# A draft has hundreds of spans; set so, one is made in half the time that a frozen dataclass takes by itself.
_set_start, _set_end = Span.start.__set__, Span.end.__set__  # type: ignore[attr-defined, misc]


class Part(StrEnum):
    """What a stretch of a mail is; the first three are what its sender wrote."""

    GREETING = "greeting"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"
    DISCLAIMER = "disclaimer"
    MOBILE_SIGNATURE = "mobile_signature"
    LIST_FOOTER = "list_footer"
    ATTRIBUTION = "attribution"
    QUOTE = "quote"
    FORWARDED = "forwarded"


AUTHORED = frozenset({Part.GREETING, Part.BODY, Part.CLOSING})


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a mail; `depth` counts quote levels (0 = not quoted)."""

    part: Part
    span: Span
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Sample:
    """The authored text of one mail by one correspondent, as a profile learns it."""

    text: str = field(repr=False)
    language: str | None = None
    date: datetime | None = None


@dataclass(frozen=True, slots=True)
class Relationship:
    """Where a customer stands with the team, as far as it is known; None and empty mean unknown.

    `grade` is "A", "B" or "C", `phase` one of opportunity, acquaintance, deepening, trust, close.
    """

    grade: str = ""
    phase: str = ""
    index: float | None = None
    days_silent: int | None = None
    mails_in: int = 0
    mails_out: int = 0


@dataclass(frozen=True, slots=True)
class Context:
    """What the draft answers and what came before: the text of the mail replied to, the greeting with which the team
    wrote to this customer last ("Sehr geehrte Frau Dr. Wolf,"), and who says Du or Sie to whom, by language.

    Besides: the draft's head (`subject`, `to`, `cc`: addresses; `attachments`: how many, None where the mail client
    does not say), whom it goes to (`customer` their address, `name` theirs), `own_domains` of the team, the
    customer's `segment` and the `mailbox` written from.
    """

    reply_to: str = field(default="", repr=False)
    salutation: str = field(default="", repr=False)
    address: Mapping[str, AddressStanding] = field(default_factory=dict)
    subject: str = field(default="", repr=False)
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    attachments: int | None = None
    customer: str = ""
    name: str = field(default="", repr=False)
    own_domains: frozenset[str] = frozenset()
    segment: str = ""
    mailbox: str = ""
    relationship: Relationship = Relationship()


class Token(NamedTuple):
    """One token of a sentence: offsets from the sentence's start, lemma, universal part of speech, fine tag.

    `stems` says of how many stems a word is made, where the language's tagger tells ("Türschloss": 2). A tuple,
    because it is made in a third of the time and a mail has hundreds. `lower` is the text in small letters, which
    is asked so often that it is made once.
    """

    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    lower: str
    stems: int = 1

    def __repr__(self) -> str:
        return f"Token({self.start}, {self.end}, pos={self.pos!r}, tag={self.tag!r}, stems={self.stems})"


token_of: Callable[[tuple[str, int, int, str, str, str, str, int]], Token] = partial(tuple.__new__, Token)
"""A token of all its fields, in order; made in half the time that its class takes, for a mail has hundreds."""


class Stance(StrEnum):
    """What a good answer does with a customer's habit."""

    MIRROR = "mirror"
    COMPLEMENT = "complement"
    IGNORE = "ignore"


Places = tuple[tuple[int, Mapping[str, tuple[tuple[int, int], ...]]], ...]
"""Stretches of a text: where each starts, and per cue the ranges in it, counted from there."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each cue of a family stands in a text, out of how many chances, and where.

    `counts` leaves out cues that are not there; `chances` are by group of cues ("words": how many words). A cue's
    group stands before its colon ("greeting:comma"); a cue without one is its own group, or of the only group.
    """

    counts: Mapping[str, int]
    chances: Mapping[str, int]
    places: Places = ()

    def group_of(self, cue: str) -> str | None:
        """The group whose chances this cue is counted against; None where it is not among them."""
        for group in (cue.partition(":")[0], cue):
            if group in self.chances:
                return group
        return next(iter(self.chances)) if len(self.chances) == 1 else None

    def spans(self, cue: str) -> tuple[Span, ...]:
        """Where this cue stands, in order."""
        return tuple(self.spans_of([cue])[cue])

    def spans_of(self, cues: Iterable[str]) -> dict[str, list[Span]]:
        """Where each of these cues stands, in order."""
        spans: dict[str, list[Span]] = {cue: [] for cue in cues}
        for start, found in self.places:
            for cue in spans.keys() & found.keys():
                spans[cue] += [Span(start + first, start + last) for first, last in found[cue]]
        return spans


@dataclass(frozen=True, slots=True, init=False)
class Reading:
    """One dimension's value in one text.

    `value` is a number (in the dimension's unit) or a named form; `evidence` says how many units (words,
    sentences, forms) it rests on; `spans` are the words that produced it. A family of cues has a `tally`, too.
    """

    value: float | str
    evidence: float
    spans: Sequence[Span] = ()
    tally: Tally | None = None

    def __init__(
        self, value: float | str, evidence: float, spans: Sequence[Span] = (), tally: Tally | None = None
    ) -> None:
        _set_value(self, value)
        _set_evidence(self, evidence)
        _set_spans(self, spans)
        _set_tally(self, tally)


# Each draft has as many as there are dimensions; see `Span`.
_set_value, _set_evidence = Reading.value.__set__, Reading.evidence.__set__  # type: ignore[union-attr, attr-defined, misc]
_set_spans, _set_tally = Reading.spans.__set__, Reading.tally.__set__  # type: ignore[attr-defined, union-attr, misc]

Measurement = Mapping[str, Reading]
"""Dimension name -> reading; a dimension that cannot be measured in this text is absent."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue's share in a family's contribution: how often per chance in the draft, how often usually."""

    name: str
    value: float
    usual: float
    points: float
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Deviation:
    """One named contribution to a score: how far the draft is from the customer's habit on one dimension.

    `points` are what this dimension adds to the score (negative: it costs), `lacking` by how much a mail of the
    customer's own would on average do better here, `z` is the distance in the customer's own standard
    deviations (None for named forms). A family of cues has the name of each cue that moves it in `cues`, the
    strongest first, the rest summed up at the end: their points add up to the family's. Its `usual` names what
    the customer writes and the draft does not, its `value` what the draft has and the customer does not.
    """

    dimension: str
    value: float | str
    usual: float | str
    z: float | None
    points: float
    lacking: float
    spans: tuple[Span, ...]
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """A span of a text and what stands there instead; an empty span inserts."""

    span: Span
    text: str = field(repr=False)


class Severity(StrEnum):
    INFO = "info"
    ADVICE = "advice"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to change: where, why, into what, and what the score gains (scored again, not guessed).

    `span` are the words that it is about; `edits` are made together, empty for a mere hint. `asks` says that what is
    written holds a gap for the writer to fill, `hold` that it is worth asking before the mail is sent.
    """

    rule_id: str
    span: Span
    message: Mapping[str, str]
    reason: Mapping[str, str]
    severity: Severity
    edits: tuple[Edit, ...] = ()
    gain: float | None = None
    asks: bool = False
    hold: bool = False

    @property
    def place(self) -> Span:
        """The stretch that the edits cover; without edits, the words that it is about."""
        if not self.edits:
            return self.span
        return Span(min(each.span.start for each in self.edits), max(each.span.end for each in self.edits))

    def replacement(self, text: str) -> str | None:
        """What then stands in that place of the draft; None for a mere hint."""
        if not self.edits:
            return None
        made, at = [], self.place.start
        for each in sorted(self.edits, key=lambda one: one.span):
            made += [text[at : each.span.start], each.text]
            at = each.span.end
        return "".join(made)


class NeedKind(StrEnum):
    QUESTION = "question"
    REQUEST = "request"
    COMPLAINT = "complaint"
    WISH = "wish"


@dataclass(frozen=True, slots=True)
class Need:
    """Something the writer asks for, with the words that say so; `why` names the pattern that found it."""

    kind: NeedKind
    span: Span
    text: str = field(repr=False)
    why: str = ""


class Standing(StrEnum):
    """How a need stands in a draft; `promised` only where its writer says so, never where they ask back."""

    ANSWERED = "answered"
    PROMISED = "promised"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Answer:
    """A need of the answered mail, how it stands in the draft, and where the draft takes it up."""

    need: Need
    standing: Standing
    span: Span | None = None


class Confidence(StrEnum):
    """How much a score rests on: `none` means too little text, and then there is no score."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Assessment:
    """How well a draft fits a customer: 85 reads like this customer's own mails, 50 like anybody else's.

    `score` is None when the text or the profile carries too little (`confidence` none, `note` says which).
    `band` is the 90 % range of the score for a text of this length. `diagnosis` holds figures that explain
    but cannot be steered by will (LSM). `timings` are milliseconds per stage.
    """

    score: float | None
    band: tuple[float, float] | None
    confidence: Confidence
    language: str | None
    note: str | None = None
    deviations: tuple[Deviation, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    needs: tuple[Need, ...] = ()
    answers: tuple[Answer, ...] = ()
    diagnosis: Mapping[str, float] = field(default_factory=dict)
    timings: Mapping[str, float] = field(default_factory=dict)
