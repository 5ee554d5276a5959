"""Exchanges that show how quickly a customer answers, written before the measure was looked at."""

from __future__ import annotations

from coach.relationship.signal import Example

DE = """
T 0: Guten Tag Frau Brix,||passt Ihnen der Termin am Montag?||Gruß|H. Zorn
C 1: Guten Tag Herr Zorn,||ja.||Gruß|A. Brix
T 10: Guten Tag Frau Brix,||sollen wir auch die Filter tauschen?||Gruß|H. Zorn
C 11: Guten Tag Herr Zorn,||bitte ja.||Gruß|A. Brix
T 20: Guten Tag Frau Brix,||wer macht bei Ihnen die Tür auf?||Gruß|H. Zorn
C 21.1: Guten Tag Herr Zorn,||der Hausmeister.||Gruß|A. Brix
"""
EN = """
T 0: Hello Ada,||does Monday suit you?||Regards,|Hal
C 1: Hello Hal,||yes.||Regards,|Ada
T 10: Hello Ada,||shall we change the filters, too?||Regards,|Hal
C 11: Hello Hal,||please do.||Regards,|Ada
T 20: Hello Ada,||who will let us in?||Regards,|Hal
C 21.1: Hello Hal,||the caretaker.||Regards,|Ada
"""
ONCE_DE = """
T 0: Hallo Jule, magst du den Entwurf anschauen?|Mo
C 1.5: Hallo Mo, sieht gut aus.|Jule
"""
ONCE_EN = """
T 0: Hi Jules, could you have a look at the draft?|Mo
C 1.5: Hi Mo, looks fine.|Jules
"""

FIRST = (
    Example("de", True, DE, """
T 30: Guten Tag Frau Brix,||dürfen wir schon am Freitag kommen?||Gruß|H. Zorn
C 30.04: Guten Tag Herr Zorn,||sehr gern.||Gruß|A. Brix
T 40: Guten Tag Frau Brix,||brauchen Sie ein Protokoll?||Gruß|H. Zorn
C 40.05: Guten Tag Herr Zorn,||ja, bitte.||Gruß|A. Brix"""),
    Example("de", True, ONCE_DE, """
T 9: Hallo Jule, welche Farbe nehmen wir?|Mo
C 9.03: Blau!|Jule"""),
    Example("de", True, "", """
T 0: Sehr geehrter Herr Professor,||dürfen wir Ihnen die Unterlagen zusenden?||Mit freundlichen Grüßen|L. Sommerfeld
C 0.05: Sehr geehrte Frau Sommerfeld,||ich bitte darum.||Mit freundlichen Grüßen|Prof. Ritter"""),
    Example("de", True, """
T 0: Hallo Herr Kolb, wann können wir liefern?|Spedition Reh
C 6: Freitag.|Kolb
T 20: Hallo Herr Kolb, welches Tor?|Spedition Reh
C 27: Tor 3.|Kolb""", """
T 40: Hallo Herr Kolb, geht auch Samstag?|Spedition Reh
C 40.1: Ja, geht.|Kolb"""),
    Example("en", True, EN, """
T 30: Hello Ada,||may we come on Friday instead?||Regards,|Hal
C 30.03: Hello Hal,||by all means.||Regards,|Ada"""),
    Example("en", True, ONCE_EN, """
T 9: Hi Jules, which colour shall we take?|Mo
C 9.02: blue!|Jules"""),
    Example("en", True, "", """
T 0: Dear Dr Lim,||may we send you the protocol?||Yours sincerely,|N. Osborne
C 0.06: Dear Mr Osborne,||please do.||Yours sincerely,|W. Lim"""),
    Example("en", True, """
T 0: Hi Cole, when can we deliver?|Roe Freight
C 6: Friday.|Cole
T 20: Hi Cole, which gate?|Roe Freight
C 27: Gate 3.|Cole""", """
T 40: Hi Cole, would Saturday work?|Roe Freight
C 40.1: Yes, fine.|Cole"""),
    Example("de", False, DE, """
T 30: Guten Tag Frau Brix,||wie war der Termin?||Gruß|H. Zorn
C 39: Guten Tag Herr Zorn,||in Ordnung.||Gruß|A. Brix
T 45: Guten Tag Frau Brix,||wollen Sie den Wartungsvertrag verlängern?||Gruß|H. Zorn
C 56: Guten Tag Herr Zorn,||das klären wir noch.||Gruß|A. Brix"""),
    Example("de", False, ONCE_DE, """
T 9: Hallo Jule, welche Schrift nehmen wir?|Mo
C 19: Egal.|Jule"""),
    Example("de", False, "", """
T 0: Sehr geehrte Frau Pohl,||haben Sie unser Angebot prüfen können?||Mit freundlichen Grüßen|L. Sommerfeld
C 13: Sehr geehrte Frau Sommerfeld,||noch nicht.||Mit freundlichen Grüßen|C. Pohl"""),
    Example("de", False, """
T 0: Moin Piet, kommst du Montag?|Hinnerk
C 0.02: Jo!|Piet
T 7: Moin Piet, bringst du die Netze mit?|Hinnerk
C 7.03: Klar!|Piet""", """
T 20: Moin Piet, wann fahren wir raus?|Hinnerk
C 25: Weiß nicht.|Piet"""),
    Example("en", False, EN, """
T 30: Hello Ada,||how did the visit go?||Regards,|Hal
C 38: Hello Hal,||fine.||Regards,|Ada"""),
    Example("en", False, ONCE_EN, """
T 9: Hi Jules, which font shall we take?|Mo
C 20: whatever|Jules"""),
    Example("en", False, "", """
T 0: Dear Ms Powell,||have you been able to review our offer?||Yours sincerely,|L. Somers
C 12: Dear Mr Somers,||not yet.||Yours sincerely,|C. Powell"""),
    Example("en", False, """
T 0: Morning Pete, are you coming Monday?|Hank
C 0.02: yep!|Pete
T 7: Morning Pete, can you bring the nets?|Hank
C 7.03: sure!|Pete""", """
T 20: Morning Pete, when do we head out?|Hank
C 26: dunno.|Pete"""),
)  # fmt: skip

LATER = (  # written after the measure, to check it
    Example("de", True, DE, """
T 33 new: Guten Tag Frau Brix,||können Sie uns den Grundriss schicken?||Gruß|H. Zorn
C 33.1: Guten Tag Herr Zorn,||anbei.||Gruß|A. Brix"""),
    Example("de", True, """
T 0: Hi Sven, hast du die Zahlen?|Ute
C 8: Hier.|Sven""", """
T 15: Hi Sven, und die Grafik?|Ute
C 15.1: Klar, im Anhang.|Sven
T 22: Hi Sven, kannst du den Text prüfen?|Ute
C 22.05: Passt!|Sven"""),
    Example("en", True, EN, """
T 33 new: Hello Ada,||could you send us the floor plan?||Regards,|Hal
C 33.1: Hello Hal,||attached.||Regards,|Ada"""),
    Example("en", True, """
T 0: Hi Sven, do you have the figures?|Uma
C 8: Here.|Sven""", """
T 15: Hi Sven, and the chart?|Uma
C 15.1: Sure, attached.|Sven
T 22: Hi Sven, can you check the text?|Uma
C 22.05: Fine!|Sven"""),
    Example("de", False, DE, """
T 33 new: Sehr geehrte Frau Brix,||bitte bestätigen Sie uns das Protokoll.||Mit freundlichen Grüßen|H. Zorn
C 47: Sehr geehrter Herr Zorn,||bestätigt.||Mit freundlichen Grüßen|A. Brix"""),
    Example("de", False, """
T 0: Herr Doktor, welche Größe brauchen Sie?|Sanitätshaus
C 0.1: L.|Dr. Ahrens
T 5: Herr Doktor, wann dürfen wir liefern?|Sanitätshaus
C 5.2: Morgen.|Dr. Ahrens
T 12: Herr Doktor, wer zeichnet ab?|Sanitätshaus
C 12.1: Frau Sahm.|Dr. Ahrens""", """
T 20: Herr Doktor, waren Sie zufrieden?|Sanitätshaus
C 26: Ja.|Dr. Ahrens"""),
    Example("en", False, EN, """
T 33 new: Dear Ms Brix,||please confirm the minutes.||Yours sincerely,|H. Thorne
C 47: Dear Mr Thorne,||confirmed.||Yours sincerely,|A. Brix"""),
    Example("en", False, """
T 0: Doctor, which size do you need?|Medical Supplies
C 0.1: Large.|Dr Ahrens
T 5: Doctor, when may we deliver?|Medical Supplies
C 5.2: Tomorrow.|Dr Ahrens
T 12: Doctor, who will sign?|Medical Supplies
C 12.1: Ms Sahm.|Dr Ahrens""", """
T 20: Doctor, were you satisfied?|Medical Supplies
C 26: Yes.|Dr Ahrens"""),
)  # fmt: skip

EXAMPLES = (*FIRST, *LATER)
