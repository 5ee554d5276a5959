"""How people name the columns of their lists and what stands in them, German and English.

Curated from the exports of CRM and telephone systems, chat programs, Outlook, Google and Thunderbird address books.
All in the form that `plain` gives.
"""

from __future__ import annotations

import re
import unicodedata

from server.store import Channel, Direction

_NOT_A_WORD = re.compile(r"[^0-9a-z]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def plain(name: str) -> str:
    """A name without what differs between systems: case, umlauts, accents, blanks and signs."""
    letters = unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS)
    letters = "".join(each for each in unicodedata.normalize("NFD", letters) if not unicodedata.combining(each))
    return _NOT_A_WORD.sub("", letters)


NOTE_COLUMNS: dict[str, frozenset[str]] = {
    "date": frozenset(
        "date datum datetime timestamp zeit zeitpunkt zeitstempel datumuhrzeit datumzeit wann when created createdat "
        "erstelltam am tag day callstart startedat sentat".split()
    ),
    "time": frozenset("time uhrzeit timeofday".split()),
    "channel": frozenset(
        "channel kanal medium kontaktart art typ type via weg kommunikationsweg aktivitaet activity".split()
    ),
    "direction": frozenset("direction richtung inout einaus eingangausgang way".split()),
    "customer": frozenset(
        "customer kunde kundin email emailaddress emailadresse mail mailadresse address adresse kundenadresse "
        "kundenemail customeremail contact kontakt contactemail kontaktemail absender from".split()
    ),
    "name": frozenset(
        "name kundenname customername contactname kontaktname ansprechpartner fullname vollername".split()
    ),
    "subject": frozenset("subject betreff thema titel title topic anlass".split()),
    "text": frozenset(
        "text note notes notiz notizen inhalt content body nachricht message beschreibung description bemerkung "
        "bemerkungen kommentar comment gespraechsnotiz protokoll summary zusammenfassung".split()
    ),
    "language": frozenset("language sprache lang locale".split()),
    "id": frozenset("id uid uuid recordid externalid eintragsid vorgangsnummer".split()),
    "thread": frozenset(
        "thread threadid verlauf gespraech conversation conversationid ticket ticketid ticketnummer fall case".split()
    ),
}

CONTACT_COLUMNS: dict[str, frozenset[str]] = {
    "email": frozenset(
        "email mail emailaddress emailadresse mailadresse address adresse primaryemail hauptemail emailprimary "
        "kunde customer".split()
    ),
    "name": frozenset(
        "name fullname displayname anzeigename vollername kundenname customername kontakt contact".split()
    ),
    "first": frozenset("firstname givenname vorname".split()),
    "last": frozenset("lastname familyname surname nachname familienname".split()),
    "company": frozenset(
        "company organization organisation organizationname firma unternehmen companyname firmenname account "
        "kundenfirma".split()
    ),
    "segment": frozenset(
        "segment kundensegment customersegment gruppe group klasse class kategorie category kategorien "
        "categories".split()
    ),
}

MORE_ADDRESSES = re.compile(
    r"(?:e?mail(?:address|adresse)?|adresse|address)\d+(?:value|address|adresse)?|(?:weitere|andere|zweite|other|second"
    r"|secondary|alternate|alternative|private|privat|work|home)(?:e?mails?)(?:address|addresses|adresse|adressen)?"
)
"""Columns of further addresses: "E-mail 2 Address", "Weitere E-Mails", "Secondary Email", "E-mail 1 - Value"."""

_CHANNEL_WORDS: tuple[tuple[Channel, str], ...] = (
    ("call", "call phone phonecall telephone telephonecall tel telefon telefonat anruf telefonanruf voice"),
    ("call", "telefongespraech phoneconversation incomingcall outgoingcall"),
    ("chat", "chat livechat webchat messenger whatsapp signal telegram teams slack im instantmessage"),
    ("letter", "letter post brief mailing fax telefax postalisch schreiben"),
    ("meeting", "meeting visit besuch termin treffen besprechung gespraech videocall video videokonferenz"),
    ("meeting", "videoconference messe onsite vorort"),
    ("note", "note notiz memo vermerk aktennotiz bemerkung sonstiges other"),
    ("sms", "sms textmessage kurznachricht"),
)

CHANNELS: dict[str, Channel] = {word: channel for channel, words in _CHANNEL_WORDS for word in words.split()}

DIRECTIONS: dict[str, Direction | None] = {
    **dict.fromkeys(
        "in incoming inbound received von vonkunde vomkunden eingehend eingang ein empfangen erhalten ankommend "
        "fromcustomer customer kunde".split(),
        "in",
    ),
    **dict.fromkeys(
        "out outgoing outbound sent an ankunde ankunden zumkunden ausgehend ausgang aus gesendet versendet abgehend "
        "tocustomer agent team wir us".split(),
        "out",
    ),
    **dict.fromkeys("both beide beides none keine".split(), None),
}
