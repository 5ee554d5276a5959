"""Exchanges that raise and lower the share of matters that were answered."""

from __future__ import annotations

from coach.relationship.signal import Example

DE = (
    Example("de", True, "C 0: Sehr geehrte Damen und Herren, wann wird die Ware geliefert?",
            "T 1: Sehr geehrter Herr Vogt, die Ware wird am Donnerstag, den 22. Januar, geliefert."),
    Example("de", True, "C 0: Könnten Sie mir bitte das Datenblatt der Pumpe P20 schicken?\n. 10",
            "T 11: Hier ist das Datenblatt der Pumpe P20, Sie finden es im Anhang."),
    Example("de", True, "C 0: hi, was kostet der versand nach österreich?",
            "T 0.1: Hi, der Versand nach Österreich kostet 14,90 Euro."),
    Example("de", True, "C 0: Unsere Kühltheke kühlt nicht mehr, bitte schicken Sie jemanden.\n. 6",
            "T 6.5: Das tut mir leid. Unser Techniker kommt heute um 14 Uhr zu Ihnen und repariert die Kühltheke."),
    Example("de", True, "C 0: Haben Sie das Regal auch in Eiche? Und wie lange dauert die Lieferung?\nT 1: Schönen Tag noch!",
            "T 2: Ja, das Regal gibt es auch in Eiche. Die Lieferung dauert drei Wochen."),
    Example("de", True, "C 0: Wie hoch ist die Kaution?\nT 1: Vielen Dank für Ihre Nachricht.\nC 40 new: Darf ich in der Wohnung einen Hund halten?",
            "T 41: Ja, einen Hund dürfen Sie in der Wohnung halten."),
    Example("de", True, "C 0: Liebe Frau Sailer, könnten Sie die Rechnung bitte auf die GmbH umschreiben?",
            "T 1: Liebe Frau Kurz, die Rechnung habe ich auf die GmbH umgeschrieben, sie liegt bei."),
    Example("de", False, "C 0: Wann öffnet das Lager?\nT 0.5: Das Lager öffnet um sieben Uhr.",
            "C 10: Könnten Sie uns bitte die neue Preisliste senden?\n. 30"),
    Example("de", False, "C 0: Ist der Termin am Montag noch frei?\nT 0.2: Ja, der Termin am Montag ist noch frei.",
            "C 5: Welche Unterlagen muss ich mitbringen?\nT 6: Vielen Dank für Ihr Vertrauen. Wir freuen uns auf Sie."),
    Example("de", False, "C 0: Passt die Dichtung auch für das Modell 300?\nT 1: Ja, die Dichtung passt auch für das Modell 300.",
            "C 20: Der Deckel schließt nicht richtig. Was kann ich tun? Und bekomme ich Ersatz?\n. 40"),
    Example("de", False, "C 0: moin, könnt ihr mir die zugangsdaten nochmal schicken?\nT 0.1: Moin, hier sind die Zugangsdaten.",
            "C 3: und wie ändere ich das passwort?\nT 9: Schöne Grüße aus Kiel!"),
    Example("de", False, "C 0: Guten Tag.\nT 1: Guten Tag.",
            "C 2: Bitte senden Sie mir eine Kopie des Vertrags.\nC 9: Bitte senden Sie mir endlich die Kopie des Vertrags.\n. 20"),
    Example("de", False, "C 0: Was kostet die Wartung?\nT 1: Die Wartung kostet 180 Euro.",
            "C 8: Was kostet die Anfahrt? Kommen Sie auch samstags?\nT 9: Wir haben heute leider sehr viel zu tun."),
    Example("de", False, "C 0: Sehr geehrter Herr Ott, bitte bestätigen Sie den Eingang der Zahlung.\nT 1: Die Zahlung ist am Montag eingegangen, hiermit bestätige ich Ihnen das.",
            "C 14: Sehr geehrter Herr Ott, warum wurde die Mahnung trotzdem verschickt?\n. 35"),
)  # fmt: skip

EN = (
    Example("en", True, "C 0: Dear Sir or Madam, when will my order be delivered?",
            "T 1: Dear Mr Hill, your order will be delivered on Thursday 15 January."),
    Example("en", True, "C 0: Could you send me the manual for the X200?\n. 12",
            "T 13: Please find the manual for the X200 attached."),
    Example("en", True, "C 0: hey, how much is shipping to norway?",
            "T 0.2: Hey, shipping to Norway is 19 euros."),
    Example("en", True, "C 0: Do you have the boots in size 44? Can I return them if they don't fit?\nT 1: Have a lovely day!",
            "T 2: Yes, we have the boots in size 44, and you can return them within 30 days."),
    Example("en", True, "C 0: The oven trips the fuse every time. Please send someone.\n. 5",
            "T 5.5: I am sorry about the oven. Our electrician will repair it tomorrow at 9."),
    Example("en", True, "C 0: Is breakfast included?\nT 1: Thank you for your message.\nC 30 new: Can we check in at noon?",
            "T 30.2: Yes, you can check in at noon."),
    Example("en", True, "C 0: Please change the name on the invoice to Hartley Ltd.",
            "T 0.5: I have changed the name on the invoice to Hartley Ltd, the new one is attached."),
    Example("en", False, "C 0: When do you open?\nT 0.5: We open at eight.",
            "C 9: Could you please send us the new price list?\n. 30"),
    Example("en", False, "C 0: Is Monday still free?\nT 0.2: Yes, Monday is still free.",
            "C 4: Which documents should I bring?\nT 5: Thank you for choosing us. We look forward to seeing you."),
    Example("en", False, "C 0: Does the seal fit the 300?\nT 1: Yes, the seal fits the 300.",
            "C 20: The lid does not close. What can I do about it? Will I get a replacement?\n. 45"),
    Example("en", False, "C 0: can you resend the login?\nT 0.1: Sure, here is the login.",
            "C 2: and how do i change the password?\nT 8: Greetings from sunny Brighton!"),
    Example("en", False, "C 0: What does the service cost?\nT 1: The service costs 180 pounds.",
            "C 6: What does the call-out cost? Do you come on Saturdays?\nT 7: We are very busy at the moment."),
    Example("en", False, "C 0: Hello.\nT 1: Hello.",
            "C 3: Please send me a copy of the contract.\nC 12: Please send me the copy of the contract I asked for.\n. 25"),
    Example("en", False, "C 0: Dear Ms Gray, please confirm receipt of payment.\nT 1: I confirm that the payment has been received.",
            "C 10: Dear Ms Gray, why did you send a reminder nevertheless?\n. 28"),
)  # fmt: skip

EXAMPLES = DE + EN
