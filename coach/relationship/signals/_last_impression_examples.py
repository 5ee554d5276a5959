"""Exchanges that raise and lower the last impression."""

from __future__ import annotations

from coach.relationship.signal import Example

DE = (
    Example("de", True, "C 0: Sehr geehrter Herr Wolf, die Lieferung war wieder unvollständig. Das ist ärgerlich.\nT 1: Das tut uns leid, der Rest ist unterwegs.",
            "C 4: Sehr geehrter Herr Wolf, nun ist alles da. Vielen Dank für die schnelle Hilfe, so wünscht man sich das."),
    Example("de", True, "C 0: Guten Tag, anbei die Zeichnungen.\nT 1: Danke.",
            "C 3: Die Muster sind großartig geworden, wir sind begeistert!"),
    Example("de", True, "C 0: hi, drucker spinnt schon wieder. nervt echt.\nT 0.1: Schau ich mir gleich an.",
            "C 0.4: läuft wieder, danke dir! bist der beste"),
    Example("de", True, "C 0: Wann kommt die Ware?\nT 1: Am Donnerstag.",
            "C 5: Pünktlich da, alles bestens. Das hat uns das Fest gerettet."),
    Example("de", True, "C 0: Ich bin wirklich enttäuscht von diesem Ablauf.\nT 0.5: Das verstehe ich gut.",
            "C 6: Liebe Frau Berg, ich freue mich sehr, dass wir das so gut lösen konnten. Herzlichen Dank für Ihre Mühe!"),
    Example("de", True, "C 0: Bitte um Rückruf wegen der Rechnung.\nT 0.2: Ich rufe um drei an.",
            "N 0.3: Gespräch über die Rechnung.\nC 1: Danke für das nette Telefonat gestern, jetzt ist mir alles klar und das Thema erledigt."),
    Example("de", True, "C 0: Die Heizung ist seit gestern kalt, und niemand meldet sich!\n. 8",
            "C 9: Ihr Techniker war heute da und hat alles repariert, ein dickes Lob an ihn.\n. 10"),
    Example("de", False, "C 0: Vielen Dank für die tolle Beratung, wir freuen uns auf die Küche!\nT 1: Wir uns auch!",
            "C 20: Die Arbeitsplatte hat einen Riss. Ich bin ziemlich enttäuscht."),
    Example("de", False, "C 0: Guten Tag, anbei der unterschriebene Vertrag.\nT 1: Danke.",
            "C 9: Das ist eine Frechheit. So etwas habe ich noch nie erlebt."),
    Example("de", False, "C 0: Moin, passt alles, danke für die Hilfe.\nT 0.1: Gern.",
            "C 12: Moin, jetzt warte ich schon wieder seit einer Woche auf eine Antwort. Wo bleibt die?"),
    Example("de", False, "C 0: Die Ersatzteile passen, danke.\nT 1: Prima.",
            "C 15: Könnten Sie uns bitte bis Mittwoch ein Angebot für 20 Stück schicken?\n. 30"),
    Example("de", False, "C 0: Sehr geehrte Frau Dorn, herzlichen Dank für die gute Zusammenarbeit.\nT 1: Wir danken Ihnen.",
            "C 30: Ich fordere Sie letztmals auf, den Betrag zu erstatten. Andernfalls gebe ich die Sache an meinen Anwalt."),
    Example("de", False, "C 0: Super, vielen Dank für die Blumen, sie waren wunderschön.\nT 0.5: Danke!",
            "C 60: Die Lieferung kam heute verwelkt an. Sehr ärgerlich, es war ein Geburtstag."),
    Example("de", False, "C 0: Alles gut angekommen.\nT 1: Schön.",
            "C 10: Hiermit kündige ich meine Mitgliedschaft."),
)  # fmt: skip

EN = (
    Example("en", True, "C 0: The machine broke down again and I am annoyed.\nT 0.5: We are on it.",
            "C 2: It runs like a charm now. Thank you so much for the quick help!"),
    Example("en", True, "C 0: Please see the attached drawings.\nT 1: Thanks.",
            "C 5: Just wanted to say: the new brochure looks amazing, well done."),
    Example("en", True, "C 0: any update?\nT 0.2: Shipping today.",
            "C 1: it's here, perfect. you saved our day!"),
    Example("en", True, "C 0: Dear Mr Cole, I am disappointed by the delay.\nT 1: I apologise, it ships today.",
            "C 4: Dear Mr Cole, the goods have arrived and all is well. I truly appreciate your efforts."),
    Example("en", True, "C 0: This is the worst service I've had in years.\nT 0.3: I am very sorry. We take full responsibility.",
            "C 3: Fair play, you turned that around. Problem solved and no hard feelings."),
    Example("en", True, "C 0: Where do I send the form?\nT 0.5: To this address.",
            "C 2: Great, done. I've told my sister about you, she needs a florist too!"),
    Example("en", True, "C 0: Nobody has answered my question about the warranty.\n. 7",
            "C 8: Your colleague called and explained it all. I'm really happy with that, thank you for the patience.\n. 9"),
    Example("en", False, "C 0: Fantastic work on the website, we love it!\nT 1: Thank you!",
            "C 30: The site has been down since this morning and nobody picks up. This is unacceptable."),
    Example("en", False, "C 0: Thanks for the samples.\nT 1: You're welcome.",
            "C 9: I am furious. You charged my card twice."),
    Example("en", False, "C 0: All good here.\nT 0.5: Lovely.",
            "C 7: Could you please tell me when the fitting will take place?\n. 25"),
    Example("en", False, "C 0: We are very pleased with the new pump, thank you.\nT 1: Good to hear.",
            "C 21: I still haven't heard back from you about the leak. Very disappointing."),
    Example("en", False, "C 0: cheers, works great\nT 0.1: :)",
            "C 14: broken again. this is a joke. i want my money back"),
    Example("en", False, "C 0: Dear Ms Lowe, thank you for your kind words.\nT 1: With pleasure.",
            "C 40: We hereby give notice and will not be renewing the agreement."),
    Example("en", False, "C 0: The cake was wonderful, the kids were so happy!\nT 1: So glad!",
            "C 90: We waited two hours and the cake never came. My daughter was in tears, I am really upset."),
)  # fmt: skip

EXAMPLES = DE + EN
