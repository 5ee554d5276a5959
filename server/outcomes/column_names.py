"""What the columns and the kinds of outcomes are called in tables, in English and German."""

from __future__ import annotations

from collections.abc import Mapping

from server.store import OutcomeKind

COLUMNS: Mapping[str, str] = {
    "id": "id",
    "nr": "id",
    "nummer": "id",
    "number": "id",
    "vorgang": "id",
    "key": "id",
    "customer": "customer",
    "kunde": "customer",
    "kundin": "customer",
    "email": "customer",
    "mail": "customer",
    "mailadresse": "customer",
    "emailaddress": "customer",
    "emailadresse": "customer",
    "address": "customer",
    "adresse": "customer",
    "contact": "customer",
    "kontakt": "customer",
    "kind": "kind",
    "type": "kind",
    "art": "kind",
    "typ": "kind",
    "outcome": "kind",
    "ergebnis": "kind",
    "at": "at",
    "date": "at",
    "time": "at",
    "datum": "at",
    "zeit": "at",
    "zeitpunkt": "at",
    "am": "at",
    "value": "value",
    "score": "value",
    "rating": "value",
    "wert": "value",
    "punkte": "value",
    "bewertung": "value",
    "amount": "amount",
    "sum": "amount",
    "betrag": "amount",
    "summe": "amount",
    "umsatz": "amount",
    "currency": "currency",
    "waehrung": "currency",
}
"""A column's head, as `plain` gives it -> which it is; all others are passed over."""

NEEDED = ("customer", "kind", "at")

KIND_NAMES: Mapping[str, OutcomeKind] = {
    "csat": "csat",
    "zufriedenheit": "csat",
    "satisfaction": "csat",
    "ces": "ces",
    "effort": "ces",
    "aufwand": "ces",
    "nps": "nps",
    "weiterempfehlung": "nps",
    "recommendation": "nps",
    "won": "won",
    "gewonnen": "won",
    "lost": "lost",
    "verloren": "lost",
    "renewed": "renewed",
    "verlängert": "renewed",
    "verlaengert": "renewed",
    "erneuert": "renewed",
}

CURRENCY_SIGNS: Mapping[str, str] = {"€": "EUR", "$": "USD", "£": "GBP"}
