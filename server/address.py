"""The ledger of address of a customer, from what the store keeps of each mail."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock

from coach.address import AddressUse
from coach.relationship.address_ledger import AddressFact, AddressLedger, AddressStanding, Side
from server.store import Customer, Store, StoredAddress

CACHED_CUSTOMERS = 500


def ledger_of(address: str, store: Store) -> AddressLedger:
    """Who says Du or Sie to whom between this customer and the team as a whole, never one of its people."""
    return AddressLedger.of(_fact(each) for each in store.addresses.of(address))


def _fact(stored: StoredAddress) -> AddressFact:
    side = Side.CUSTOMER if stored.direction == "in" else Side.TEAM
    return AddressFact(f"{stored.message_id:020}", stored.date, side, AddressUse.from_json(stored.address))


class Standings:
    """How customers and team stand, worked out again only when a customer's mail changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: OrderedDict[str, tuple[Customer, Mapping[str, AddressStanding]]] = OrderedDict()
        self._lock = Lock()

    def of(self, customer: Customer) -> Mapping[str, AddressStanding]:
        """How this customer and the team stand, by language."""
        with self._lock:
            known = self._known.get(customer.address)
            if known and known[0] == customer:  # every mail that comes or goes changes the customer's figures
                self._known.move_to_end(customer.address)
                return known[1]
        standings = ledger_of(customer.address, self._store).standings()
        if not standings:
            return standings  # mail learned by an older version may be looked at any moment
        with self._lock:
            self._known[customer.address] = (customer, standings)
            self._known.move_to_end(customer.address)
            while len(self._known) > CACHED_CUSTOMERS:
                self._known.popitem(last=False)
        return standings
