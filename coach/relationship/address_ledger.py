"""The ledger of address: who says Du or Sie to whom, since when, who offered the Du and what became of it.

In English the same of first names and surnames. All of it follows from what single mails show, so it is the same in
whatever order they arrive, and a mail that is taken out leaves no trace.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coach.address.offers import Talk
from coach.address.use import FAMILIAR, FORMAL, AddressUse

LATELY = 6  # mails of one side in which two forms make its usage mixed


class Side(StrEnum):
    """The customer, or the whole team: the ledger does not tell its people apart."""

    CUSTOMER = "customer"
    TEAM = "team"

    @property
    def other(self) -> Side:
        return Side.TEAM if self is Side.CUSTOMER else Side.CUSTOMER


@dataclass(frozen=True, slots=True)
class AddressFact:
    """What one mail shows. `mail` names it; `person` is who of the team wrote or got it, where that is known."""

    mail: str
    date: datetime
    side: Side
    use: AddressUse
    person: str = ""


class Answer(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Offer:
    """A familiar address offered by one side.

    `date` is None where only the answer came by mail; `spoken` tells whether the answer was given in words or by
    simply using the form.
    """

    side: Side
    date: datetime | None
    answer: Answer = Answer.OPEN
    answered: datetime | None = None
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class SideForm:
    """How one side addresses the other: the form, the date of the first mail that shows it, and the form before."""

    form: str | None = None
    since: datetime | None = None
    before: str | None = None
    mails: int = 0
    mixed: bool = False


class Ground(StrEnum):
    """Why a form is due."""

    AGREED = "agreed"
    OFFERED = "offered"
    REFUSED = "refused"
    WRITES = "writes"


@dataclass(frozen=True, slots=True)
class Due:
    """The form that a draft of the team should use, on what ground, by whom and since when."""

    form: str
    ground: Ground
    side: Side
    date: datetime | None


@dataclass(frozen=True, slots=True)
class AddressStanding:
    """How customer and team stand in one language."""

    language: str
    customer: SideForm
    team: SideForm
    offer: Offer | None = None

    @property
    def asymmetric(self) -> bool:
        """True where one side is familiar and the other formal."""
        forms = {self.customer.form, self.team.form}
        return forms == {FAMILIAR[self.language], FORMAL[self.language]}

    @property
    def due(self) -> Due | None:
        """What a draft should use; None where the ledger cannot tell."""
        familiar, formal = FAMILIAR[self.language], FORMAL[self.language]
        offer, theirs = self.offer, self.customer
        if offer is not None and offer.answer is Answer.ACCEPTED and not self._went_back(offer):
            return Due(familiar, Ground.AGREED, offer.side, offer.date or offer.answered)
        if offer is not None and offer.answer is Answer.REFUSED and theirs.form != familiar:
            return Due(formal, Ground.REFUSED, offer.side.other, offer.answered)
        if offer is not None and offer.answer is Answer.OPEN and offer.side is Side.CUSTOMER:
            return Due(familiar, Ground.OFFERED, offer.side, offer.date)
        if theirs.form in (familiar, formal) and not theirs.mixed:
            return Due(theirs.form, Ground.WRITES, Side.CUSTOMER, theirs.since)
        return None

    def _went_back(self, offer: Offer) -> bool:
        theirs = self.customer
        later = theirs.since is not None and offer.answered is not None and theirs.since > offer.answered
        return later and theirs.form == FORMAL[self.language]


@dataclass(frozen=True, slots=True)
class AddressLedger:
    """What the mails between one customer and the team show, oldest first."""

    facts: tuple[AddressFact, ...] = ()

    @staticmethod
    def of(facts: Iterable[AddressFact]) -> AddressLedger:
        """The ledger of these mails; of two facts about one mail the one given later stays."""
        latest = {fact.mail: fact for fact in facts}
        return AddressLedger(tuple(sorted(latest.values(), key=lambda fact: (fact.date, fact.mail))))

    def plus(self, fact: AddressFact) -> AddressLedger:
        """The ledger with one mail more; a mail that is in it already is replaced."""
        return AddressLedger.of((*self.facts, fact))

    def without(self, mail: str) -> AddressLedger:
        """The ledger as if this mail had never been."""
        return AddressLedger(tuple(fact for fact in self.facts if fact.mail != mail))

    def with_person(self, person: str) -> AddressLedger:
        """What passed between the customer and one person of the team; not for showing in works-council mode."""
        return AddressLedger(tuple(fact for fact in self.facts if fact.person == person))

    def standing(self, language: str) -> AddressStanding | None:
        """How the two stand in this language; None where no mail shows a form."""
        facts = [fact for fact in self.facts if fact.use.language == language]
        if not facts or language not in FAMILIAR:
            return None
        offer = _offer(facts, FAMILIAR[language])
        customer, team = (
            _side_form([fact for fact in facts if fact.side is side], offer, FAMILIAR[language])
            for side in (Side.CUSTOMER, Side.TEAM)
        )
        return AddressStanding(language, customer, team, offer)

    def standings(self) -> Mapping[str, AddressStanding]:
        """How the two stand, by language."""
        return {code: standing for code in sorted(FAMILIAR) if (standing := self.standing(code)) is not None}


def _side_form(facts: list[AddressFact], offer: Offer | None, familiar: str) -> SideForm:
    """One mail in the other form is a slip; two in a row are a change, and one is where the Du was spoken of."""
    shown = [fact for fact in facts if fact.use.form is not None]
    singular = [fact for fact in shown if not fact.use.plural]  # "ihr" to a firm goes with Sie to each of its people
    uses = singular or shown
    form: str | None = None
    since: datetime | None = None
    before: str | None = None
    slip: AddressFact | None = None
    for fact in uses:
        if fact.use.form == "mixed":
            continue
        if form is None:
            form, since = fact.use.form, fact.date
        elif fact.use.form == form:
            slip = None
        elif slip is not None or _was_spoken_of(fact, offer, familiar):
            form, since, before, slip = fact.use.form, (slip or fact).date, form, None
        else:
            slip = fact
    if form is None:
        return SideForm("mixed" if uses else None, uses[0].date if uses else None, None, len(uses), bool(uses))
    lately = [fact for fact in uses[-LATELY:] if since is not None and fact.date >= since]
    return SideForm(form, since, before, len(uses), any(fact.use.form != form for fact in lately))


def _was_spoken_of(fact: AddressFact, offer: Offer | None, familiar: str) -> bool:
    if offer is None or fact.use.form != familiar or offer.answer is Answer.REFUSED:
        return False
    spoken = offer.date or offer.answered
    return spoken is not None and spoken <= fact.date


def _offer(facts: list[AddressFact], familiar: str) -> Offer | None:
    """The latest offer and what became of it."""
    offer: Offer | None = None
    for fact in facts:
        talk, side, date = fact.use.talk, fact.side, fact.date
        is_open = offer is not None and offer.answer is Answer.OPEN
        if talk is Talk.REFUSES:
            first = offer.date if offer is not None and offer.side is not side else None
            offer = Offer(side.other, first, Answer.REFUSED, date, spoken=True)
        elif offer is not None and is_open and offer.side is not side:
            used = fact.use.form == familiar and not fact.use.plural
            if talk is not None or used:
                offer = Offer(offer.side, offer.date, Answer.ACCEPTED, date, spoken=talk is not None)
        elif talk is Talk.ACCEPTS and (offer is None or offer.answer is Answer.REFUSED):
            offer = Offer(side.other, None, Answer.ACCEPTED, date, spoken=True)  # it was offered by telephone
        elif talk is Talk.OFFERS and (offer is None or offer.answer is Answer.REFUSED):
            offer = Offer(side, date)
    return offer
