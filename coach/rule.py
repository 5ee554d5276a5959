"""What a rule is: it looks at a draft and a customer's habits and proposes changes; the engine scores them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from coach.model import Deviation, Severity, Span
from coach.situation import Situation


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change to make, or (without `replacement`) a thing to look at.

    `lacking` are the points by which the customer's own mails do better here: what a hint without a
    replacement is ranked by.
    """

    span: Span
    message: Mapping[str, str]
    reason: Mapping[str, str]
    severity: Severity = Severity.ADVICE
    replacement: str | None = field(default=None, repr=False)
    lacking: float = 0.0


@dataclass(frozen=True, slots=True)
class Example:
    """A rule's test: the customer writes like `habit` (several mails), then the rule says `becomes` to `draft`.

    `flags` are the words it points at; None means it must stay silent. `becomes` is None for a hint without
    a replacement.
    """

    language: str
    habit: tuple[str, ...]
    draft: str
    flags: str | None
    becomes: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One coaching rule: an id, what it proposes, and examples that are its tests."""

    id: str
    propose: Callable[[Situation], Iterator[Proposal]]
    examples: tuple[Example, ...]


def explain(situation: Situation, deviation: Deviation) -> dict[str, str]:
    """The dimension's own sentence about this deviation, in both languages, with {who} left open."""
    dimension = situation.dimensions[deviation.dimension]
    sentence = dimension.sentence(deviation.value, deviation.usual)
    return {
        code: sentence[code]
        .replace("{usual}", dimension.show(deviation.usual, code))
        .replace("{value}", dimension.show(deviation.value, code))
        .replace("{count}", str(len(deviation.spans)))
        for code in ("de", "en")
    }
