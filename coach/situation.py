"""Everything that a rule or a rewriter may look at: the draft, the customer's habits, the mail that is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from coach.address.quoted import is_within, quoted_spans
from coach.compare import Deviations
from coach.dimension import Dimension, Scale
from coach.document import MISSING, Document
from coach.encoder import Encoder
from coach.language import Language
from coach.model import Answer, Context, Deviation, Need, Span
from coach.profile import LanguageProfile
from coach.reader import LONGEST_CACHED
from coach.relationship.address_ledger import AddressStanding

SETTINGS = 16  # of drafts that are written at the same time
MOST_SETTLED = 2_000  # things in one of them; rules that are read anew bring others

T = TypeVar("T")
L = TypeVar("L")


@dataclass(frozen=True, slots=True)
class Situation:
    """One draft in its situation.

    `reply` is the mail that is answered, `needs` are what it asks for and `answers` how each of them stands in the
    draft. `usual` are the customer's habits in the draft's language, `deviations` how the draft differs from them
    (both empty for a customer who is not known yet).
    """

    draft: Document
    language: Language
    usual: LanguageProfile
    deviations: Mapping[str, Deviation]
    dimensions: Mapping[str, Dimension]
    context: Context = field(default_factory=Context)
    reply: Document | None = None
    needs: tuple[Need, ...] = ()
    answers: tuple[Answer, ...] = ()
    encoder: Encoder | None = field(default=None, repr=False)
    _made: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, key: Any, make: Callable[[], T]) -> T:
        """What `make` makes of this situation, made at the first call with this key and kept as long as it."""
        found = self._made.get(key, MISSING)
        if found is MISSING:
            found = self._made[key] = make()
        return found  # type: ignore[no-any-return]

    def once_with(self, make: Callable[[Situation, L], T], what: L, *, settled: bool = False) -> T:
        """What `make` makes of this situation and of `what`, told apart by which one it is; made once and kept.

        `what` is kept with it, so that nothing else gets its number. `settled` says that it does not hang on the
        draft's text: then it is made once and kept while the customer, the mail answered and the context are the same.
        """
        made = self._settled if settled else self._made
        key = (make, id(what))
        found = made.get(key)
        if found is None:
            if settled and len(made) >= MOST_SETTLED:
                made.clear()
            found = made[key] = (what, make(self, what))
        return found[1]

    @property
    def _settled(self) -> dict[Any, Any]:
        found: dict[Any, Any] | None = self._made.get(_Setting)
        if found is None:
            if self.reply is not None and len(self.reply.text) > LONGEST_CACHED:  # it is read each time anew
                return self._made
            found = self._made[_Setting] = _settings.of(self)
        return found

    @property
    def salutation(self) -> str:
        """The greeting with which the team wrote to this customer last; may be empty."""
        return self.context.salutation

    @property
    def address(self) -> AddressStanding | None:
        """Who says Du or Sie to whom in the draft's language, as far as it is known."""
        return self.context.address.get(self.language.code)

    def lacks(self, dimension: str, at_least: float = 1.0) -> Deviation | None:
        """The deviation on this dimension if the customer's own mails do better there by that many points."""
        every = self.deviations
        if isinstance(every, Deviations) and every.lacking(dimension) < at_least:  # as mostly; so it is not made
            return None
        found = every.get(dimension)
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
        quoted = quoted_spans(self.draft.text)
        return bool(quoted) and is_within(span, quoted)

    def plain_mean(self, dimension: str) -> float | None:
        """How much of it the customer's mails have on plain average, where that is summed as square roots; None where
        it is not. The usual value lies below it for what stands in few mails."""
        each = self.dimensions[dimension]
        sums = self.usual.numbers.get(each.key)
        if each.scale is not Scale.ROOT or sums is None or sums.weight <= 0:
            return None
        return sums.second / sums.weight

    def usual_form(self, dimension: str) -> tuple[str, float] | None:
        """The customer's most frequent form and its share."""
        return self.dimensions[dimension].usual_form(self.usual)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What stays as it is while a draft is written, and what was made of it."""

    language: Language
    usual: LanguageProfile
    dimensions: Mapping[str, Dimension]
    reply: Document | None
    needs: tuple[Need, ...]
    context: Context
    made: dict[Any, Any] = field(default_factory=dict, repr=False)

    def is_of(self, situation: Situation) -> bool:
        same = self.usual is situation.usual and self.reply is situation.reply and self.needs is situation.needs
        alike = self.language is situation.language and self.dimensions is situation.dimensions
        return same and alike and self.context == situation.context


class _Settings:
    """The settings in which drafts were written last. Safe between threads."""

    def __init__(self) -> None:
        self._latest: tuple[_Setting, ...] = ()

    def of(self, situation: Situation) -> dict[Any, Any]:
        """What was made in the setting of this situation."""
        latest = self._latest
        found = next((each for each in latest if each.is_of(situation)), None)
        if found is None:
            s = situation
            found = _Setting(s.language, s.usual, s.dimensions, s.reply, s.needs, s.context)
            self._latest = (found, *latest[: SETTINGS - 1])
        return found.made


_settings = _Settings()
