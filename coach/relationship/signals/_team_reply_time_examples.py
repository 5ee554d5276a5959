"""Exchanges that show quick and slow answers of the team, written before the measure was looked at."""

from __future__ import annotations

from coach.relationship.signal import Example

DE = """
C 0: Guten Tag,||können Sie mir bitte ein Angebot für 30 Fliesen schicken?||Gruß|T. Arnold
T 1.9: Guten Tag Herr Arnold,||anbei das Angebot.||Gruß|B. Keil
"""
EN = """
C 0: Hello,||could you send me a quote for thirty tiles, please?||Regards,|Theo
T 1.9: Hello Theo,||here it is.||Regards,|Bea
"""
QUICK_DE = """
C 0: Hallo Frau Keil, haben Sie die Fugenmasse in Grau?|Arnold
T 0.05: Hallo Herr Arnold, ja.|Keil
C 8: Hallo Frau Keil, wann hat das Lager auf?|Arnold
T 8.06: Ab sieben!|Keil
"""
QUICK_EN = """
C 0: Hi Bea, do you have the grout in grey?|Theo
T 0.05: Hi Theo, yes.|Bea
C 8: Hi Bea, when does the warehouse open?|Theo
T 8.06: At seven!|Bea
"""

FIRST = (
    Example("de", True, DE, """
C 10: Guten Tag,||welche Farbe hat der Sockel?||Gruß|T. Arnold
T 10.05: Guten Tag Herr Arnold,||Anthrazit.||Gruß|B. Keil"""),
    Example("de", True, DE, """
C 12 new: Sehr geehrte Frau Keil,||bitte teilen Sie mir mit, ob die Lieferung am Freitag möglich ist.||Mit \
freundlichen Grüßen|T. Arnold
T 12.1: Sehr geehrter Herr Arnold,||ja, Freitag um neun.||Mit freundlichen Grüßen|B. Keil"""),
    Example("de", True, "", """
C 0: Moin, habt ihr noch Platz im Kurs?|Finn
T 0.02: Moin Finn, jo!|Ella"""),
    Example("de", True, """
C 0: Die Heizung ist ausgefallen, bitte kommen Sie schnell.|Frau Otto
T 5: Guten Tag, wir kommen heute.|Haas GmbH""", """
C 30: Guten Tag, der Brenner zeigt Fehler 7. Was soll ich tun?|Frau Otto
T 30.03: Bitte drücken Sie Reset, wir sind in einer Stunde da.|Haas GmbH"""),
    Example("en", True, EN, """
C 10: Hello,||which colour is the skirting?||Regards,|Theo
T 10.04: Hello Theo,||anthracite.||Regards,|Bea"""),
    Example("en", True, QUICK_EN, """
C 15: Hi Bea, can you hold two boxes for me?|Theo
T 15.03: Done!|Bea"""),
    Example("en", True, "", """
C 0: Dear Ms Keane,||I should be grateful if you could let me know the date of the hearing.||Yours sincerely,|R. Foyle
T 0.1: Dear Mr Foyle,||it is on 3 March.||Yours sincerely,|B. Keane"""),
    Example("en", True, """
C 0: The boiler is down, please come quickly.|Mrs Otto
T 6: We are coming today.|Haas Ltd""", """
C 30: The burner shows error 7. What should I do?|Mrs Otto
T 30.03: Please press reset, we'll be there in an hour.|Haas Ltd"""),
    Example("de", False, QUICK_DE, """
C 16: Hallo Frau Keil, können Sie mir die Rechnung noch einmal schicken?|Arnold
T 25: Hallo Herr Arnold, anbei.|Keil"""),
    Example("de", False, DE, """
C 14 new: Guten Tag,||bitte bestätigen Sie den Termin am 3. Februar.||Gruß|T. Arnold
. 28"""),
    Example("de", False, QUICK_DE, """
C 20: Hallo Frau Keil, was kostet der Transport nach Kiel?|Arnold
. 31"""),
    Example("de", False, "", """
C 0: hey, wann kommt mein paket? warte schon ewig|Nils
T 8: Hallo Nils, es ist unterwegs.|Shop"""),
    Example("en", False, QUICK_EN, """
C 16: Hi Bea, could you send me the invoice again?|Theo
T 25: Hi Theo, attached.|Bea"""),
    Example("en", False, EN, """
C 14 new: Hello,||please confirm the appointment on 3 February.||Regards,|Theo
. 28"""),
    Example("en", False, QUICK_EN, """
C 20: Hi Bea, what would shipping to Leeds cost?|Theo
. 31"""),
    Example("en", False, "", """
C 0: Dear Sir,||would you kindly inform us when the vessel is due?||Yours faithfully,|Captain Ferris
T 7: Dear Captain,||on the 19th.||Yours faithfully,|Port Office"""),
)  # fmt: skip

LATER = (  # written after the measure, to check it
    Example("de", True, """
C 0: Hallo, wann ist mein Auto fertig?|Uwe
. 9""", """
T 9: Hallo Uwe, es steht bereit, entschuldige die Wartezeit.|Werkstatt
C 20: Prima. Könnt ihr auch die Reifen wechseln?|Uwe
T 20.05: Klar, Mittwoch um acht?|Werkstatt"""),
    Example("de", True, DE, """
C 9 new: Sehr geehrte Frau Keil,||wären Sie so freundlich, uns das Muster zuzusenden?||Mit besten Grüßen|Prof. Arnold
T 9.3: Sehr geehrter Herr Professor,||es ist unterwegs.||B. Keil"""),
    Example("en", True, """
C 0: Hello, when will my car be ready?|Hugh
. 9""", """
T 9: Hello Hugh, it's ready, sorry for the wait.|Garage
C 20: Great. Can you change the tyres, too?|Hugh
T 20.05: Sure, Wednesday at eight?|Garage"""),
    Example("en", True, EN, """
C 9 new: Dear Ms Keane,||would you be so kind as to send us the sample?||Kind regards,|Prof. Arnold
T 9.3: Dear Professor,||it is on its way.||B. Keane"""),
    Example("de", False, QUICK_DE, """
C 20: Hallo Frau Keil, bitte rufen Sie mich wegen der Reklamation zurück.|Arnold
C 26: Hallo Frau Keil, wo bleibt Ihr Rückruf?|Arnold
T 26.1: Hallo Herr Arnold, jetzt.|Keil"""),
    Example("de", False, QUICK_DE, """
C 15 new: Guten Tag, wir brauchen dringend Ersatz für die defekte Platte. Wann kommt er?|Arnold
T 21: Guten Tag, nächste Woche.|Keil"""),
    Example("en", False, QUICK_EN, """
C 20: Hi Bea, please call me back about the claim.|Theo
C 26: Hi Bea, where is that call?|Theo
T 26.1: Hi Theo, now.|Bea"""),
    Example("en", False, QUICK_EN, """
C 15 new: Hello, we urgently need a replacement for the broken slab. When will it come?|Theo
T 21: Hello, next week.|Bea"""),
)  # fmt: skip

EXAMPLES = (*FIRST, *LATER)
