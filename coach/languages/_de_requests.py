"""What German mail asks people to do, and what only looks like asking; curated."""

from __future__ import annotations

import re

from coach.plain_words import RequestWords

_VERBS = frozenset(
    """schicken senden zusenden zuschicken übersenden übermitteln mitschicken nachreichen einreichen zurückschicken
    zurücksenden weiterleiten mailen faxen mitteilen sagen nennen erklären erläutern beschreiben beantworten antworten
    bestätigen prüfen überprüfen kontrollieren korrigieren ergänzen ausfüllen unterschreiben unterzeichnen ansehen
    anschauen durchsehen durchlesen gegenlesen überweisen bezahlen begleichen zahlen erstatten zurückerstatten
    anrufen zurückrufen melden informieren abholen bringen vorbeibringen mitbringen bereitstellen hochladen
    aktualisieren ändern anpassen stornieren reservieren buchen bestellen liefern veranlassen klären abklären
    zurückmelden vorbereiten besorgen ausstellen berichtigen nachbessern ersetzen austauschen reparieren freigeben
    vorschlagen angeben auflisten helfen beschaffen ausrichten weitergeben""".split()
)

_DUTIES = frozenset(
    """schicken senden zusenden zuschicken übersenden übermitteln nachreichen einreichen zurückschicken zurücksenden
    mitteilen sagen nennen erklären bestätigen ausfüllen unterschreiben überweisen bezahlen begleichen zahlen anrufen
    zurückrufen melden hochladen weiterleiten beantworten vorlegen mitbringen""".split()
)

REQUESTS = RequestWords(
    verbs=_VERBS | {"geben"},
    duties=_DUTIES,
    stays=re.compile(
        r"(?i)\b(?:wenn|falls|sofern|sobald|solange|bevor|gerne?|jederzeit|einfach|ruhig|doch|nur|lieber|niemals?|nicht|nie|keine[nrms]?|sonst|ansonsten"
        r"|andernfalls|oder|halt|sagt?\s+mal|alternativ|am\s+besten|unbesorgt|bloß|bescheid\s+sagen|entweder|sollten|lassen|grüßen?|gruß|danke|dank|zum\s+beispiel|z\.\s?b\.)\b"
        r"|[„“”\"»«():;–—|…]|\s-\s|\.\.|\bich\s+(?:werde|kann|will|bin)\b|\bwir\s+(?:werden|können|sind)\b(?=[^,]*$)"
    ),
    steps=re.compile(
        r"(?i)\b(?:klick\w*|tipp(?:en|e|t)?\s+(?:Sie|auf)|drück(?:en|e|t)?\b|öffne\w*|wähle\w*|gehe?n?\s+(?:Sie\s+)?(?:auf|zu|in|unter|dann)|starte[nt]?\b|installier\w*|schalte[nt]?\b"
        r"|stell(?:en|e|t)?\s+(?:Sie\s+)?(?:sicher|den|die|das)|trenn\w*|zieh(?:en|e|t)?\s+Sie|steck\w*|lade[nt]?\s+Sie|führ(?:en|e)\s+Sie|anschließend|zunächst|zuerst|danach|dann|nun|schritt\w*|menü|schaltfläche\w*"
        r"|einstellungen|anleitung|rezept|browser|neu\s?start\w*|gebe?n?\s+Sie\s+(?:Ihr|das|den|die|ein)\b.*\bein\b)"
    ),
)
