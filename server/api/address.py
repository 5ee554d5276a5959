"""The ledger of address on the wire and in words."""

from __future__ import annotations

from collections.abc import Mapping

from coach.relationship.address_ledger import AddressStanding, Offer, SideForm
from coach.relationship.address_words import lines
from server.api.schema import AddressOut, OfferOut, SideFormOut, Words
from server.works_council import Council

SOMEBODY = {"de": "Dieser Kunde", "en": "This customer"}


def told(standings: Mapping[str, AddressStanding], name: str, council: Council) -> list[AddressOut]:
    """How customer and team address each other, by language; `name` is the customer's, empty if unknown."""
    return [_told(each, {code: name or SOMEBODY[code] for code in SOMEBODY}, council) for each in standings.values()]


def _told(standing: AddressStanding, who: Mapping[str, str], council: Council) -> AddressOut:
    due = standing.due
    return AddressOut(
        language=standing.language,
        customer=_side(standing.customer, council),
        team=_side(standing.team, council),
        offer=_offer(standing.offer, council) if standing.offer else None,
        asymmetric=standing.asymmetric,
        due=due.form if due else None,
        text=[Words(**{code: each[code].replace("{who}", who[code]) for code in who}) for each in lines(standing)],
    )


def _side(used: SideForm, council: Council) -> SideFormOut:
    since = council.day_of(used.since) if used.since else None
    return SideFormOut(form=used.form, since=since, before=used.before, mails=used.mails, mixed=used.mixed)


def _offer(offer: Offer, council: Council) -> OfferOut:
    date, answered = (council.day_of(each) if each else None for each in (offer.date, offer.answered))
    return OfferOut(side=offer.side, date=date, answer=offer.answer, answered=answered)
