"""How a text addresses its reader: Du, Ihr or Sie in German, first name or surname in English; and offers to change."""

from coach.address.forms import FormsUsed, forms_used
from coach.address.names import NameUsed, name_used
from coach.address.offers import Said, Talk, talk_of
from coach.address.use import AddressUse, address_use

__all__ = [
    "AddressUse",
    "FormsUsed",
    "NameUsed",
    "Said",
    "Talk",
    "address_use",
    "forms_used",
    "name_used",
    "talk_of",
]
