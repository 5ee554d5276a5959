"""A draft with its readings, so that what a changed draft has in common with it is not measured again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import is_

from coach.dimension import Dimension
from coach.document import Document
from coach.model import Measurement, Reading, Span


@dataclass(frozen=True, slots=True)
class Measured:
    """A draft and what was read in it."""

    document: Document
    readings: Measurement

    def again(self, changed: Document, dimensions: Iterable[Dimension], *, in_place: bool) -> dict[str, Reading | None]:
        """The readings of these dimensions that a changed draft has, too, by name (None: it has none either).

        `in_place`: only those whose spans hold there, too; else their spans are those of this draft.
        """
        if not has_same_body(self.document, changed, in_place=in_place):
            return {}
        return {each.name: self.readings.get(each.name) for each in dimensions if each.body_only}


def has_same_body(one: Document, other: Document, *, in_place: bool) -> bool:
    """True where the two bodies are the same to the letter (and, `in_place`, at the same place)."""
    if one.language is not other.language or len(one.sentences) != len(other.sentences):
        return False
    if in_place and one.body != other.body:
        return False
    same = map(is_, (each.analysis for each in one.sentences), (each.analysis for each in other.sentences))
    return all(same) and _texts(one, one.body) == _texts(other, other.body) and _blocks(one) == _blocks(other)


def _texts(document: Document, spans: Iterable[Span]) -> list[str]:
    return [each.of(document.text) for each in spans]


def _blocks(document: Document) -> list[str]:
    """The paragraphs, which are those of the greeting where a mail has nothing else."""
    return _texts(document, (each.span for each in document.paragraphs))
