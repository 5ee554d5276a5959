"""/api/v1/customers: whom the team writes with, and a card for each."""

from __future__ import annotations

from typing import Any

from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field

from server.access import Right, Sight
from server.api import present
from server.api.address import told
from server.api.auth import SECURITY, access, needs, services
from server.api.figures_schema import FiguresOut
from server.api.relationships import figures
from server.api.schema import CardOut, CustomerOut, CustomersOut, LastMessageOut, NeedOut, ProblemOut, Words
from server.errors import NotFound
from server.standing_words import promise_in_words, standing_in_words
from server.store import PROMISE, Customer, OpenMatter
from server.wiring import Services
from server.works_council import Council

routes = APIBlueprint("customers", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="customers")])

LATEST = 6  # mails in which open needs are looked for


class Search(BaseModel):
    q: str = Field("", max_length=200, description="Part of a name or address")
    limit: int = Field(50, ge=1, le=500)


class OneCustomer(BaseModel):
    address: str = Field(max_length=320)


@routes.get("/customers", security=SECURITY, responses={200: CustomersOut, 401: ProblemOut, 422: ProblemOut})
@needs(Right.READ)
def search(query: Search) -> dict[str, Any]:
    """Customers whose name or address holds the words asked for, the latest contact first."""
    council = services().council()
    found = services().store.customers.search(query.q, query.limit, sight=access().sight)
    return CustomersOut(customers=[listed(each, council) for each in found]).model_dump(mode="json")


@routes.get(
    "/customers/<path:address>",
    security=SECURITY,
    responses={200: CardOut, 401: ProblemOut, 404: ProblemOut, 422: ProblemOut},
)
@needs(Right.READ)
def card(path: OneCustomer) -> dict[str, Any]:
    """All that is known of one customer: habits by language, address form, open needs, the last mail."""
    found = services()
    # The first text needs the language models; the card does not wait for them.
    return card_of(path.address, found, sight=access().sight, with_needs=found.models.ready.is_set()).model_dump(
        mode="json"
    )


def card_of(address: str, found: Services, *, sight: Sight, with_needs: bool) -> CardOut:
    """The card of the customer with this address, with words of mailboxes in sight alone; raises NotFound."""
    customer = found.store.customers.get(address, sight=sight)
    if customer is None:
        raise NotFound(f"There is no mail from or to {address}.")
    profile = found.shelf.contact(customer.address, sight=sight)
    known = found.store.relationships.get(customer.address, sight=sight)
    correction = found.store.corrections.of(customer.address, sight=sight)
    council = found.council()
    last = found.store.messages.last_incoming(customer.address, sight=sight)
    return CardOut(
        address=customer.address,
        joined=list(customer.joined),
        name=customer.name,
        domain=customer.domain,
        mails_in=customer.mails_in,
        mails_out=customer.mails_out,
        first_mail=council.day_of(customer.first_mail),
        last_mail=council.day_of(customer.last_mail),
        languages=present.languages(profile, found.coach),
        address_form=present.address_form(profile, found.coach),
        address_ledger=told(found.shelf.standings.of(customer), customer.name.strip(), council),
        needs=_open_needs(customer, found, sight) if with_needs else [],
        relationship=FiguresOut(**figures(known, correction, council)) if known else None,
        standing=Words(**standing_in_words(known.figures, correction)) if known else None,
        promises=[Words(**promise_in_words(each, found.clock())) for each in _promises(customer, found, sight)],
        last_message=LastMessageOut(subject=last.subject or "", date=last.date, text=last.authored)
        if last and last.authored
        else None,
    )


def _promises(customer: Customer, found: Services, sight: Sight) -> list[OpenMatter]:
    every = found.store.matters.of(customer.address, open_only=True, sight=sight)
    return [each for each in every if each.matter.kind == PROMISE]


def _open_needs(customer: Customer, found: Services, sight: Sight) -> list[NeedOut]:
    """What the customer asked for since the team's last answer, as far as the text is still kept."""
    needs: list[NeedOut] = []
    for message in found.store.messages.recent(customer.address, LATEST, sight=sight):
        if message.direction == "out":
            break
        asked = found.coach.needs(message.authored) if message.authored else []
        needs += [NeedOut(kind=each.kind, text=each.text, date=message.date) for each in asked]
    return needs


def listed(customer: Customer, council: Council) -> CustomerOut:
    """A customer as a line of a list."""
    return CustomerOut(
        address=customer.address,
        name=customer.name,
        language=customer.language,
        mails_in=customer.mails_in,
        mails_out=customer.mails_out,
        last_mail=council.day_of(customer.last_mail),
    )
