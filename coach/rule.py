"""What a rule is: it looks at a draft and a customer's habits and proposes changes; the engine scores them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from coach.address.quoted import is_within, quoted_spans
from coach.dimension import Dimension
from coach.document import Document
from coach.language import Language
from coach.model import Deviation, Severity, Span
from coach.profile import LanguageProfile
from coach.relationship.address_ledger import AddressStanding


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything a rule may look at."""

    draft: Document
    language: Language
    usual: LanguageProfile
    deviations: Mapping[str, Deviation]
    dimensions: Mapping[str, Dimension]
    salutation: str = field(default="", repr=False)
    address: AddressStanding | None = None

    def lacks(self, dimension: str, at_least: float = 1.0) -> Deviation | None:
        """The deviation on this dimension if the customer's own mails do better there by that many points."""
        found = self.deviations.get(dimension)
        return found if found and found.lacking >= at_least else None

    def above(self, dimension: str, *, lacking: float = 0.5, far: float = 1.0) -> Deviation | None:
        """The deviation if the draft has more of it than the customer, by `far` of their standard deviations."""
        found = self._told_apart(dimension, lacking)
        return found if found and found.z is not None and found.z >= far else None

    def below(self, dimension: str, *, lacking: float = 0.5, far: float = 1.0) -> Deviation | None:
        """The deviation if the draft has less of it than the customer, by `far` of their standard deviations."""
        found = self._told_apart(dimension, lacking)
        return found if found and found.z is not None and found.z <= -far else None

    def _told_apart(self, dimension: str, lacking: float) -> Deviation | None:
        """The deviation if people can see it: "very casual; this draft is very casual" is no reason for a hint."""
        found = self.lacks(dimension, lacking)
        return found if found and self.dimensions[dimension].tells_apart(found.value, found.usual) else None

    def is_quoted(self, span: Span) -> bool:
        """True for somebody else's words: no hint changes what stands between quotation marks."""
        return is_within(span, quoted_spans(self.draft.text))

    def usual_form(self, dimension: str) -> tuple[str, float] | None:
        """The customer's most frequent form and its share."""
        return self.dimensions[dimension].usual_form(self.usual)


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
