"""Draft -> the same mail in the customer's manner by a language model; or why there is none."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise
from threading import BoundedSemaphore

from coach import Coach, Span
from coach.advice import LEAST_GAIN
from coach.relationship.form_due import form_due
from coach.rule import Rule
from coach.situation import Situation
from coach.whole_mail import Held, Loss, held
from server.access import Sight
from server.assess import Draft, Judged, ProfileShelf, assess, context_of, profiles_of
from server.rewriting.answer import mail_in
from server.rewriting.language_model import LanguageModel, ModelFailed
from server.rewriting.prompt import WORDINGS, Brief, turns
from server.rewriting.refusals import Refusal, Why, refusal
from server.rewriting.word_diff import Stretch, word_diff
from server.store import Store
from server.team import Team

log = logging.getLogger(__name__)

TOKENS_PER_WORD = 4  # German words have two to three
TOKENS_MORE = 2_000  # what a model may think before it writes


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A model and what it may be asked: drafts of `most_words` at most, as many at a time as there are `seats`."""

    model: LanguageModel
    most_words: int
    seats: BoundedSemaphore


@dataclass(frozen=True, slots=True)
class Desk:
    """What a rep's drafts are judged with; `sight` is the rep's."""

    store: Store
    shelf: ProfileShelf
    coach: Coach
    team: Team
    now: datetime
    account_id: int | None
    sight: Sight

    def judge(self, draft: Draft) -> Judged:
        """The assessment that the rep sees."""
        return assess(
            draft,
            store=self.store,
            shelf=self.shelf,
            coach=self.coach,
            team=self.team,
            now=self.now,
            account_id=self.account_id,
            sight=self.sight,
        )

    def situation(self, draft: Draft, judged: Judged) -> Situation | None:
        """What the rules see of this draft to the customer of `judged`."""
        assert judged.address is not None
        own, account = profiles_of(judged.address, judged.customer, self.team, self.shelf, self.sight)
        context = context_of(
            draft, judged.address, judged.customer, self.store, self.shelf, self.coach, self.team, self.now, self.sight
        )
        return self.coach.situation(draft.text, own, context, wider=(account,), now=self.now)

    def rules(self, situation: Situation, judged: Judged) -> list[Rule]:
        """The rules that speak to this rep about this customer."""
        every = self.coach.rules.of(situation.context.segment, situation.context.mailbox)
        return [each for each in every if each.id not in judged.dismissed]


@dataclass(frozen=True, slots=True)
class Told:
    """What the model is told of the customer in words: their habits, and the hints about this draft."""

    habits: tuple[str, ...] = field(repr=False)
    hints: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The whole draft in its new wording, how much better it fits, what it kept, and what changed word by word."""

    text: str = field(repr=False)
    before: float
    after: float
    kept: Held
    changes: tuple[Stretch, ...]

    @property
    def gain(self) -> float:
        """Points, rounded as they are shown."""
        return round(self.after, 1) - round(self.before, 1)


def rewrite(draft: Draft, desk: Desk, rewriting: Rewriting, tell: Callable[[Judged], Told]) -> Rewritten | Refusal:
    """The draft as the customer is used to read it, tested like every change; else a refusal that says why not.

    Only what the rep wrote goes to the model, no quote and no signature. Nothing is stored, nor logged but the code of
    a refusal.
    """
    judged = desk.judge(draft)
    if judged.assessment.score is None or judged.address is None:
        return refusal(Why.NOT_SCORED)
    before = desk.situation(draft, judged)
    if before is None or before.language.code not in WORDINGS:
        return refusal(Why.NOT_SCORED)
    place = _place(before)
    if place is None:
        return refusal(Why.SCATTERED)
    if before.draft.words > rewriting.most_words:
        return refusal(Why.TOO_LONG, most=str(rewriting.most_words))
    answer = _asked(_brief(before, place, tell(judged)), before.draft.words, rewriting)
    if isinstance(answer, Refusal):
        return answer
    found = _tested(draft, _put(answer, draft.text, place), desk, judged, before)
    if isinstance(found, Refusal):
        log.info("a rewrite was dropped: %s", found.code)
    return found


def _place(before: Situation) -> Span | None:
    """The one stretch of the draft that the rep wrote; None where quotes stand in between, or without a sentence."""
    text, authored = before.draft.text, before.draft.authored
    if not authored or not before.draft.sentences:
        return None
    place = Span(authored[0].start, authored[-1].end)
    gaps = [text[one.end : other.start] for one, other in pairwise(authored)]
    if any(gap.strip() for gap in gaps):
        return None
    inner = place.of(text)
    start = place.start + len(inner) - len(inner.lstrip())
    return Span(start, place.start + len(inner.rstrip()))


def _brief(before: Situation, place: Span, told: Told) -> Brief:
    return Brief(
        before.language.code,
        place.of(before.draft.text).replace("\r\n", "\n"),
        name=before.context.name,
        greeted=before.context.salutation,
        form=form_due(before) or "",
        habits=told.habits,
        hints=told.hints,
    )


def _asked(brief: Brief, words: int, rewriting: Rewriting) -> str | Refusal:
    """What the model answered; it is asked while a seat is free, so that drafts are scored beside it."""
    if not rewriting.seats.acquire(blocking=False):
        return refusal(Why.BUSY)
    try:
        return rewriting.model.answer(turns(brief), most_tokens=TOKENS_PER_WORD * words + TOKENS_MORE)
    except ModelFailed as error:
        log.warning("%s", error)
        return refusal(error.problem)
    finally:
        rewriting.seats.release()


def _put(answer: str, text: str, place: Span) -> str:
    """The draft with the answer in this place, its line ends as they were; empty if the answer is."""
    written = mail_in(answer)
    if not written:
        return ""
    if "\r\n" in text:
        written = written.replace("\n", "\r\n")
    return text[: place.start] + written + text[place.end :]


def _tested(draft: Draft, text: str, desk: Desk, judged: Judged, before: Situation) -> Rewritten | Refusal:
    """The new wording if it passes every test; the cheap ones come first."""
    if text.split() == draft.text.split() or not text:
        return refusal(Why.UNCHANGED)
    changed = replace(draft, text=text)
    after = desk.situation(changed, judged)
    if after is None:
        return refusal(Loss.LANGUAGE)
    kept = held(before, after)
    if kept.losses:
        return refusal(kept.losses[0])
    return _scored(changed, desk, judged, before, after, kept)


def _scored(
    changed: Draft, desk: Desk, judged: Judged, before: Situation, after: Situation, kept: Held
) -> Rewritten | Refusal:
    score, reached = judged.assessment.score, desk.judge(changed).assessment.score
    assert score is not None
    if reached is None or reached - score < LEAST_GAIN:
        told = "–" if reached is None else f"{reached:.0f}"
        return refusal(Why.NO_GAIN, before=f"{score:.0f}", after=told)
    rules = desk.rules(before, judged)
    if _spoken(rules, after) - _spoken(rules, before):
        return refusal(Why.RAISES_HINT)
    return Rewritten(changed.text, score, reached, kept, word_diff(before.draft.text, changed.text))


def _spoken(rules: list[Rule], situation: Situation) -> Counter[str]:
    """How often each rule speaks up."""
    return Counter(each.rule_id for rule in rules for each in rule.propose(situation))
