"""What a rule or a weight would have done on the mail that the team sent; nothing goes live by trying.

Every stored mail is assessed as a draft in its situation: with its customer's profile as it is now, the mail that it
answered, and the greeting and the silence before it. A rule is tried by itself: whether it would have been among the
best few beside others is not asked. Who was in Cc and what was attached is not stored, so such rules stay silent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from statistics import median, quantiles

from coach import Assessment, Coach, Context, Profile, Suggestion
from coach.model import Relationship
from coach.rule import Rule
from coach.rule_text import HintText
from coach.ruleset import RuleSet
from coach.situation import Situation
from server.access import EVERYTHING
from server.assess import ProfileShelf, greeting_in, profiles_of, segment_of
from server.store import Customer, SentMessage, Store
from server.team import Team

ONE = HintText.model_validate({"most": 1})
LANGUAGES = frozenset({"de", "en"})
READ_TOGETHER = 32  # mails; as many as are learned together

Done = Callable[[], object]
"""Called after each mail."""


def _quiet() -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class Fired:
    """One hint that a rule gave: in which mail, at which words, with which change (None: none) and gain."""

    mail: int
    date: datetime
    customer: str
    language: str
    words: str = field(repr=False)
    change: str | None = field(repr=False)
    gain: float | None


@dataclass(frozen=True, slots=True)
class RuleTrial:
    """How often a rule would have spoken up on `mails`, against the version in force (`is_new`: there is none)."""

    rule: str
    is_new: bool
    mails: Mapping[str, int]
    customers: int
    fired: tuple[Fired, ...]
    fired_before: tuple[Fired, ...]

    @property
    def total(self) -> int:
        return sum(self.mails.values())

    def per_hundred(self, fired: Sequence[Fired], language: str | None = None) -> float:
        """How many of a hundred mails (of this language) get a hint."""
        mails = self.mails.get(language, 0) if language else self.total
        hits = sum(language is None or each.language == language for each in fired)
        return 100.0 * hits / mails if mails else 0.0

    @property
    def mails_with_hints(self) -> frozenset[int]:
        """The mails in which either version speaks up."""
        return frozenset(each.mail for each in (*self.fired, *self.fired_before))

    @property
    def gained(self) -> tuple[Fired, ...]:
        """The hints in mails in which the version in force is silent."""
        known = {each.mail for each in self.fired_before}
        return tuple(each for each in self.fired if each.mail not in known)

    @property
    def lost(self) -> tuple[Fired, ...]:
        """The hints of the version in force in mails in which the new one is silent."""
        kept = {each.mail for each in self.fired}
        return tuple(each for each in self.fired_before if each.mail not in kept)

    @property
    def by_customer(self) -> list[tuple[str, int]]:
        """Who gets hints and how many, the most first."""
        return Counter(each.customer for each in self.fired).most_common()

    @property
    def median_gain(self) -> float | None:
        """What the changes gain in points; None where none is scored."""
        gains = [each.gain for each in self.fired if each.gain is not None]
        return median(gains) if gains else None

    def examples(self, most: int) -> list[Fired]:
        """A few hints of as many customers as there are, those that are new to this version first."""
        new = {each.mail for each in self.gained}
        turn: Counter[str] = Counter()
        ranked = []
        for each in sorted(self.fired, key=lambda one: one.mail not in new):
            turn[each.customer] += 1
            ranked.append((each.mail not in new, turn[each.customer], each))
        return [each for *_, each in sorted(ranked, key=lambda one: one[:2])[:most]]


@dataclass(frozen=True, slots=True)
class Moved:
    """One mail's score with the weights in force and with those tried."""

    mail: int
    date: datetime
    customer: str
    before: float
    after: float

    @property
    def by(self) -> float:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class WeightsTrial:
    """How scores move with other weights; `unscored` mails have no score with one of them."""

    weights: Mapping[str, float]
    moved: tuple[Moved, ...]
    unscored: int

    @property
    def quartiles(self) -> tuple[float, float, float] | None:
        """The first quartile, the median and the third quartile of all moves, in points."""
        moves = [each.by for each in self.moved]
        if not moves:
            return None
        low, middle, high = quantiles(moves, n=4, method="inclusive") if len(moves) > 1 else moves * 3
        return low, middle, high

    def biggest(self, most: int) -> list[Moved]:
        """The scores that move most, whichever way."""
        return sorted(self.moved, key=lambda each: -abs(each.by))[:most]


@dataclass(frozen=True, slots=True)
class _Case:
    """One sent mail with all that an assessment of it needs."""

    mail: SentMessage
    own: Profile
    account: Profile
    context: Context


class Backtest:
    """Replays the team's sent mail with a coach of its own, whose rules and weights it changes as it goes."""

    def __init__(self, store: Store, shelf: ProfileShelf, coach: Coach, team: Team, now: datetime) -> None:
        self._store, self._shelf, self._coach = store, shelf, coach
        self._team, self._now = team, now

    def rules(
        self, tried: RuleSet, in_force: RuleSet, ids: Sequence[str], mails: Sequence[SentMessage], done: Done = _quiet
    ) -> list[RuleTrial]:
        """What each of these rules does in the set that is tried, against what it does in the set in force."""
        known = {each.says.id for each in in_force.files}
        after: dict[str, list[Fired]] = {each: [] for each in ids}
        before: dict[str, list[Fired]] = {each: [] for each in ids}
        counted: Counter[str] = Counter()
        with self._using(in_force):
            for case in self._cases(mails, in_force, done):
                counted[_language(case)] += 1
                versions = [
                    (rule, rules, found[rule.id])
                    for rules, found in ((tried, after), (in_force, before))
                    for rule in _named(rules, ids, case)
                ]
                seen = self._situation(case) if versions else None
                for rule, rules, fired in versions:
                    if seen is not None and any(rule.propose(seen)):
                        fired += self._fired(case, rule, rules)
        customers = len({each.correspondent for each in mails})
        return [
            RuleTrial(each, each not in known, dict(counted), customers, tuple(after[each]), tuple(before[each]))
            for each in ids
        ]

    def weights(
        self, weights: Mapping[str, float], in_force: RuleSet, mails: Sequence[SentMessage], done: Done = _quiet
    ) -> WeightsTrial:
        """How the scores of these mails move with other weights for some dimensions."""
        changed = replace(in_force, weights={**in_force.weights, **weights})
        moved, unscored = [], 0
        with self._using(in_force):
            for case in self._cases(mails, in_force, done):
                bare = replace(case, context=replace(case.context, reply_to=""))  # no score depends on it
                before, after = (self._assessed(bare, rules, ()).score for rules in (in_force, changed))
                if before is None or after is None:
                    unscored += 1
                else:
                    moved.append(Moved(case.mail.id, case.mail.date, case.mail.correspondent, before, after))
        return WeightsTrial(weights, tuple(moved), unscored)

    @contextmanager
    def _using(self, rules: RuleSet) -> Iterator[None]:
        """Lets the coach work with these rules; afterwards it has those that it had."""
        before = self._coach.rules
        self._coach.use(rules)
        try:
            yield
        finally:
            self._coach.use(before)

    def _cases(self, mails: Sequence[SentMessage], rules: RuleSet, done: Done) -> Iterator[_Case]:
        greeting: dict[str, str] = {}
        for start in range(0, len(mails), READ_TOGETHER):
            together = mails[start : start + READ_TOGETHER]
            self._coach.read_ahead((each.text for each in together), draft=True)
            self._coach.read_ahead(each.reply_to for each in together if each.reply_to)
            for mail in together:
                yield self._case(mail, rules, greeting.get(mail.correspondent, ""))
                greeting[mail.correspondent] = greeting_in(mail.text)
                done()

    def _case(self, mail: SentMessage, rules: RuleSet, greeting: str) -> _Case:
        address = mail.correspondent
        customer = self._store.customers.get(address, sight=EVERYTHING)
        own, account = profiles_of(address, customer, self._team, self._shelf, EVERYTHING)
        context = Context(
            mail.reply_to,
            salutation=greeting,
            address=self._shelf.standings.of(customer) if customer else {},
            subject=mail.subject,
            to=(address,),
            customer=address,
            name=customer.name if customer else "",
            own_domains=self._team.domains,
            segment=segment_of(address, customer, rules, self._store.contacts, EVERYTHING),
            mailbox=mail.mailbox,
            relationship=_relationship(mail, customer),
        )
        return _Case(mail, own, account, context)

    def _fired(self, case: _Case, rule: Rule, rules: RuleSet) -> Iterator[Fired]:
        mail = case.mail
        for each in self._assessed(case, rules, (rule,)).suggestions:
            change = each.replacement(mail.text)
            yield Fired(
                mail.id, mail.date, mail.correspondent, _language(case), _words(each, mail.text), change, each.gain
            )

    def _situation(self, case: _Case) -> Situation | None:
        """What every version of a rule sees of the mail; to look at that is quicker than an assessment for each."""
        return self._coach.situation(case.mail.text, case.own, case.context, wider=(case.account,), now=self._now)

    def _assessed(self, case: _Case, rules: RuleSet, speaking: tuple[Rule, ...]) -> Assessment:
        self._coach.use(replace(rules, hints=ONE))
        return self._coach.assess(
            case.mail.text, case.own, case.context, wider=(case.account,), now=self._now, rules=speaking
        )


def _language(case: _Case) -> str:
    return case.mail.language or "other"


def _named(rules: RuleSet, ids: Sequence[str], case: _Case) -> list[Rule]:
    """Those of the rules that may speak up about this mail."""
    language = _language(case)
    found = (each for each in rules.of(case.context.segment, case.context.mailbox) if each.id in ids)
    return [each for each in found if language in each.languages or language not in LANGUAGES]


def _relationship(mail: SentMessage, customer: Customer | None) -> Relationship:
    return Relationship(
        days_silent=(mail.date - mail.before).days if mail.before else None,
        mails_in=customer.mails_in if customer else 0,
        mails_out=customer.mails_out if customer else 0,
    )


def _words(suggestion: Suggestion, text: str) -> str:
    """The words pointed at; where it points between words, those that the change replaces."""
    return suggestion.span.of(text) or suggestion.place.of(text)
