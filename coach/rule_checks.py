"""The checks on a rule's examples, as LanguageTool has them: a rule that does not do what its file says is refused.

1. At least one example fires, in each of the rule's languages. 2. The rule points at exactly the words given, and what
it writes is exactly what is given. 3. It is silent at every text that is fine. 4. Ids are unique (`ruleset` sees to
that). 5. What it writes does not set it off again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from coach.customers import Customers
from coach.model import Context, Relationship
from coach.profile import Profile
from coach.relationship.address_ledger import AddressStanding, Offer, Side, SideForm
from coach.rewriter import rewritten
from coach.rule import Proposal, Rule, covered
from coach.rule_problems import Keys, Problem, choice, named
from coach.rule_text import ExampleText
from coach.ruleset import RuleFile
from coach.situation import Situation

if TYPE_CHECKING:
    from coach.engine import Coach

SituationOf = Callable[[ExampleText, str], Situation | None]
"""An example and a draft -> its situation; None where the draft is in no supported language."""


@dataclass(frozen=True, slots=True)
class Checker:
    """Tries rules on their examples; `situation_of` reads a draft in an example's situation."""

    situation_of: SituationOf
    customers: Customers

    @classmethod
    def by(cls, coach: Coach, customers: Customers) -> Checker:
        """One that lets this coach read the drafts."""

        @cache
        def profile_of(habit: str) -> Profile | None:
            return coach.profile(customers[habit].samples()) if habit else None

        def situation_of(example: ExampleText, text: str) -> Situation | None:
            profile = profile_of(example.habit)
            return coach.situation(text, profile, context_of(example), language=example.language)

        return cls(situation_of, customers)

    def problems(self, file: RuleFile, rule: Rule) -> Iterator[Problem]:
        """What is wrong with this rule's examples, in order of the file."""
        for keys, what in self._problems(file, rule):
            yield Problem(file.name, file.line(*keys), named(keys), what)

    def _problems(self, file: RuleFile, rule: Rule) -> Iterator[tuple[Keys, str]]:
        fired = {each.language for each in file.examples if each.flags is not None}
        for code in sorted(rule.languages - fired):
            yield ("examples",), f"no example in {code!r} fires: give one with flags"
        for at, example in enumerate(file.examples):
            if example.habit and example.habit not in self.customers:
                habits = choice(example.habit, sorted(self.customers))
                yield ("examples", at, "habit"), f"there is no example customer {example.habit!r}.{habits}"
                continue
            if example.language not in rule.languages:
                yield ("examples", at, "language"), f"the rule does not read {example.language!r}"
                continue
            yield from self._one(rule, example, ("examples", at))

    def _one(self, rule: Rule, example: ExampleText, keys: Keys) -> Iterator[tuple[Keys, str]]:
        proposals = self._proposals(rule, example, example.text)
        if example.flags is None:
            if proposals:
                yield (
                    (*keys, "text"),
                    f"the rule points at {_shown(proposals[0], example.text)!r}, but no flags are given",
                )
        else:
            yield from self._flags(rule, example, proposals, keys)
        for number, fine in enumerate(example.fine):
            found = self._proposals(rule, example, fine)
            if found:
                yield (*keys, "fine", number), f"the rule points at {_shown(found[0], fine)!r} in a text that is fine"

    def _flags(
        self, rule: Rule, example: ExampleText, proposals: list[Proposal], keys: Keys
    ) -> Iterator[tuple[Keys, str]]:
        if not proposals:
            yield (*keys, "flags"), "the rule stays silent"
            return
        first = next((each for each in proposals if _shown(each, example.text) == example.flags), proposals[0])
        shown = _shown(first, example.text)
        if shown != example.flags:
            yield (*keys, "flags"), f"the rule points at {shown!r}, not at {example.flags!r}"
            return
        becomes = _becomes(first, example.text)
        if becomes != example.becomes:
            yield (*keys, "becomes"), f"the rule writes {becomes!r}, not {example.becomes!r}"
            return
        if first.edits and not first.asks:
            yield from self._again(rule, example, first, keys)

    def _again(self, rule: Rule, example: ExampleText, made: Proposal, keys: Keys) -> Iterator[tuple[Keys, str]]:
        after = rewritten(example.text, made.edits)
        grown = sum(len(each.text) - (each.span.end - each.span.start) for each in made.edits)
        place = covered(made.edits)
        for each in self._proposals(rule, example, after):
            if each.span.start < place.end + grown and each.span.end > place.start and each.edits:
                yield (*keys, "becomes"), f"what it writes sets it off again, at {_shown(each, after)!r}"
                return

    def _proposals(self, rule: Rule, example: ExampleText, text: str) -> list[Proposal]:
        situation = self.situation_of(example, text)
        return list(rule.propose(situation)) if situation else []


def context_of(example: ExampleText) -> Context:
    """What an example says about its situation."""
    return Context(
        reply_to=example.reply_to,
        salutation=example.salutation,
        address=_standing(example),
        subject=example.subject,
        to=example.to,
        cc=example.cc,
        attachments=example.attachments,
        name=example.name,
        own_domains=frozenset(example.own_domains),
        segment=example.segment,
        mailbox=example.mailbox,
        relationship=Relationship(grade=example.grade, phase=example.phase, days_silent=example.days_silent),
    )


def _standing(example: ExampleText) -> dict[str, AddressStanding]:
    """The ledger of somebody who writes in the form that is due, or who offered it."""
    if not example.due:
        return {}
    theirs = SideForm() if example.offered else SideForm(example.due, mails=3)
    offer = Offer(Side.CUSTOMER, None) if example.offered else None
    return {example.language: AddressStanding(example.language, theirs, SideForm(), offer)}


def _shown(proposal: Proposal, text: str) -> str:
    return proposal.span.of(text)


def _becomes(proposal: Proposal, text: str) -> str | None:
    """What stands instead of the stretch that the edits cover; None without edits."""
    if not proposal.edits:
        return None
    place = covered(proposal.edits)
    after = rewritten(text, proposal.edits)
    return after[place.start : len(after) - (len(text) - place.end)]
