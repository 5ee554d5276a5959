"""The ledger of address on the wire and in words."""

from __future__ import annotations

from collections.abc import Mapping

from coach.relationship.address_ledger import AddressStanding, Offer, SideForm
from coach.relationship.address_words import lines
from server.api.schema import AddressOut, OfferOut, SideFormOut, Words

SOMEBODY = {"de": "Dieser Kunde", "en": "This customer"}


def told(standings: Mapping[str, AddressStanding], name: str) -> list[AddressOut]:
    """How customer and team address each other, by language; `name` is the customer's, empty if unknown."""
    return [_told(each, {code: name or SOMEBODY[code] for code in SOMEBODY}) for each in standings.values()]


def _told(standing: AddressStanding, who: Mapping[str, str]) -> AddressOut:
    due = standing.due
    return AddressOut(
        language=standing.language,
        customer=_side(standing.customer),
        team=_side(standing.team),
        offer=_offer(standing.offer) if standing.offer else None,
        asymmetric=standing.asymmetric,
        due=due.form if due else None,
        text=[Words(**{code: each[code].replace("{who}", who[code]) for code in who}) for each in lines(standing)],
    )


def _side(used: SideForm) -> SideFormOut:
    return SideFormOut(form=used.form, since=used.since, before=used.before, mails=used.mails, mixed=used.mixed)


def _offer(offer: Offer) -> OfferOut:
    return OfferOut(side=offer.side, date=offer.date, answer=offer.answer, answered=offer.answered)
