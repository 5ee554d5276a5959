"""What one mail leaves behind for the relationship: figures and places in it, never its words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from pydantic_core import from_json

from coach import lsm
from coach.care import apology_parts, empathy_in
from coach.care.apology import apology_due
from coach.detect import WORD
from coach.document import Document
from coach.model import Measurement, NeedKind, Span
from coach.negation import felt
from coach.relationship.bonds import bonds_in
from coach.relationship.needs import needs_of

VERSION = 3  # rises when a trace of the same mail would say something else
FEELINGS = (
    "warm",
    "caring",
    "joy",
    "pleasant",
    "splendid",
    "gratitude",
    "anger",
    "disappointment",
    "unpleasant",
    "cold",
)
LEAST_RATED = 20  # words below which nine rates of function words say nothing at all
KINDS = {str(each): each for each in NeedKind}
SPANS_KEPT = 20_000  # places in mails are much alike, and a grade reads hundreds of mails


@dataclass(frozen=True, slots=True)
class Asked:
    """A need of the mail: what kind it is of and where it stands."""

    kind: NeedKind
    span: Span
    why: str = ""


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise of the mail's writer: where it stands, when it is due (None: it does not say), and if that is exact."""

    span: Span
    due: datetime | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """What a mail shows. `words` are those of its body, whatever its `language` (None: too short to tell).

    `feelings` are strengths summed by kind (negated ones below 0); `marks` say where, by name: the feelings', the
    bonds' (see BONDS), "empathy", and "apology_" with a part. `rates` are the nine percentages of function words, empty
    in a short text; `formality` and `edges` (how warm greeting and closing are) are values of dimensions.
    """

    words: int = 0
    language: str | None = None
    feelings: Mapping[str, float] = field(default_factory=dict)
    marks: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    rates: Mapping[str, float] = field(default_factory=dict)
    formality: float | None = None
    needs: tuple[Asked, ...] = ()
    promises: tuple[Promised, ...] = ()
    apology_due: bool = False
    edges: float | None = None

    def has(self, *names: str) -> bool:
        """Whether any of these marks is there."""
        marks = self.marks
        return bool(marks) and not marks.keys().isdisjoint(names)

    def spans(self, *names: str) -> tuple[Span, ...]:
        """Where these marks are, in order of the text."""
        return tuple(sorted(span for name in names for span in self.marks.get(name, ())))

    def first(self, *names: str) -> Span | None:
        """Where the first of these marks is; None where none is there."""
        marks, found = self.marks, None
        if not marks:
            return None
        for name in names:
            for each in marks.get(name, ()):
                if found is None or (each.start, each.end) < (found.start, found.end):
                    found = each
        return found

    def feeling(self, *names: str) -> float:
        """The strength of these feelings together."""
        feelings = self.feelings
        return sum([feelings.get(name, 0.0) for name in names]) if feelings else 0.0

    def to_json(self) -> str:
        """The trace as it is stored."""
        return json.dumps(_plain(self), separators=(",", ":"), sort_keys=True)

    @staticmethod
    def from_json(text: str) -> Trace:
        """The trace that `to_json` wrote; ValueError for what it did not."""
        try:
            return _trace(from_json(text))
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise ValueError("no trace of a mail") from error


def trace_of(document: Document, readings: Measurement, promises: Iterable[Promised] = ()) -> Trace:
    """What this mail shows; `readings` are its style dimensions, of which "formality" and "edge_warmth" are kept."""
    if document.language is None:
        words = sum(len(WORD.findall(each.of(document.text))) for each in document.body)
        return Trace(words=words, language=document.told)
    every = felt(document, *FEELINGS)
    strengths: dict[str, float] = {}
    marks: dict[str, list[Span]] = {}
    for each in every:
        strengths[each.category] = round(strengths.get(each.category, 0.0) + each.strength, 2)
        if not each.negated:
            marks.setdefault(each.category, []).append(each.span)
    for name, spans in bonds_in(document).items():
        marks[name] = list(spans)
    for part in apology_parts(document):
        marks.setdefault(f"apology_{part.part}", []).append(part.span)
    if empathy := empathy_in(document):
        marks["empathy"] = list(empathy)
    needs, formality, edges = document.once(needs_of), readings.get("formality"), readings.get("edge_warmth")
    rated = lsm.rates(document) if document.words >= LEAST_RATED else {}
    return Trace(
        words=document.words,
        language=document.told,
        feelings=strengths,
        marks={name: tuple(spans) for name, spans in sorted(marks.items())},
        rates={name: round(float(rate.value), 2) for name, rate in rated.items()},
        formality=round(float(formality.value), 3) if formality is not None else None,
        needs=tuple(Asked(each.kind, each.span, each.why) for each in needs),
        promises=tuple(promises),
        apology_due=apology_due(document, needs),
        edges=round(float(edges.value), 3) if edges is not None else None,
    )


def _plain(trace: Trace) -> dict[str, Any]:
    return {
        "words": trace.words,
        "language": trace.language,
        "feelings": dict(trace.feelings),
        "marks": {name: [[each.start, each.end] for each in spans] for name, spans in trace.marks.items()},
        "rates": dict(trace.rates),
        "formality": trace.formality,
        "needs": [[str(each.kind), each.span.start, each.span.end, each.why] for each in trace.needs],
        "promises": [
            [each.span.start, each.span.end, each.due.isoformat() if each.due else None, each.exact]
            for each in trace.promises
        ],
        "apology_due": trace.apology_due,
        "edges": trace.edges,
    }


def _trace(said: dict[str, Any]) -> Trace:
    return Trace(
        said["words"],
        said["language"],
        said["feelings"],
        {name: tuple([_span(start, end) for start, end in spans]) for name, spans in said["marks"].items()},
        said["rates"],
        said["formality"],
        tuple([Asked(KINDS[kind], _span(start, end), why) for kind, start, end, why in said["needs"]]),
        tuple(
            [
                Promised(_span(start, end), datetime.fromisoformat(due) if due else None, exact)
                for start, end, due, exact in said["promises"]
            ]
        ),
        said["apology_due"],
        said.get("edges"),
    )


_span = lru_cache(SPANS_KEPT)(Span)
