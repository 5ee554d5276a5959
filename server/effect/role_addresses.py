"""Names of mailboxes that belong to a task and to no person: those of RFC 2142, and what firms use."""

from __future__ import annotations

import re

ROLES = frozenset(
    """
    info marketing sales support abuse noc security postmaster hostmaster usenet news webmaster www
    account accounting accounts admin administration anfrage anfragen angebot angebote auftrag auftraege ausland
    backoffice beratung beschwerde beschwerden bestellung bestellungen bewerbung billing booking bookings buchhaltung
    buchung buchungen buero care claims complaints contact customercare customerservice customersupport customersuccess
    dispatch dispo disposition einkauf empfang enquiries enquiry export feedback finance frontdesk garantie
    geschaeftsstelle hallo hello help helpdesk hilfe hotline import inbox innendienst inquiries inquiry invoices it
    kontakt kundenbetreuung kundencenter kundendienst kundenservice lager leads leasing logistik logistics
    mail mailbox montage office onboarding order orders partner post presales procurement projekt
    projekte purchasing questions rechnung rechnungen reception reklamation reklamationen renewals rental reparatur
    reservation reservations reservierung retoure retouren returns rma sachbearbeitung sekretariat service services
    servicedesk shipping shop success team technik technical tickets tech ticket verkauf vermietung versand vertrag
    vertraege vertrieb verwaltung warranty werkstatt zentrale
    """.split()
)
PLACES = frozenset("de at ch en uk us eu fr it nl pl nord sued ost west mitte north south east central dach".split())
_ENDS = re.compile(r"[-_.+]|\d+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def is_role_address(address: str) -> bool:
    """Whether all before the @ names a task: "vertrieb@", "support-de@", "service.nord2@"; not "anna.krause@", and not
    "vertrieb.krause@"."""
    local = address.partition("@")[0].casefold().translate(_UMLAUTS)
    parts = [part for part in _ENDS.split(local) if part]
    return any(part in ROLES for part in parts) and all(part in ROLES or part in PLACES for part in parts)
