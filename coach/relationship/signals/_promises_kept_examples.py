"""Exchanges that raise and lower the share of promises that were kept."""

from __future__ import annotations

from coach.relationship.signal import Example

DE = (
    Example("de", True, "C 0: Sehr geehrter Herr Blum, wir bräuchten das Angebot.\nT 0.2: Ich schicke Ihnen das Angebot bis Freitag.",
            "T 3: Anbei das Angebot, wie versprochen."),
    Example("de", True, "C 0: Die Pumpe tropft.\nT 0.5: Wir tauschen die Pumpe bis Donnerstag aus.",
            "C 3.5: Die neue Pumpe ist drin und läuft wieder einwandfrei, vielen Dank für die schnelle Hilfe."),
    Example("de", True, "C 0: hi, hast du die zahlen?\nT 0.1: Schick ich dir morgen, die Zahlen.",
            "T 1: Hi, hier sind die Zahlen."),
    Example("de", True, "C 0: Wann kommt die Gutschrift?\nT 1: Die Gutschrift senden wir Ihnen bis zum 20. Januar.\n. 20",
            "T 20.5: Die Gutschrift haben wir Ihnen heute gesendet, sie liegt bei."),
    Example("de", True, "C 0: Können Sie die Maße prüfen?\nT 1: Ich prüfe die Maße bis Mittwoch.\nT 9: Guten Tag, wir haben neue Öffnungszeiten.\nC 10: Leider haben wir zu den Maßen noch immer nichts gehört.",
            "T 10.5: Die Maße habe ich geprüft, sie stimmen. Bitte entschuldigen Sie, dass es so lange gedauert hat."),
    Example("de", True, "T 0: Guten Tag Frau Reuter, den Vertragsentwurf sende ich Ihnen morgen.\nC 0.3: Danke.",
            "T 1: Guten Tag Frau Reuter, anbei sende ich Ihnen den Vertragsentwurf."),
    Example("de", True, "C 0: Bitte den Schaden melden.\nT 1: Ich melde den Schaden heute noch der Versicherung.",
            "T 1.2: Den Schaden habe ich der Versicherung gemeldet."),
    Example("de", False, "C 0: Wir warten auf die Ersatzteile.\nT 1: Die Ersatzteile schicken wir Ihnen bis Freitag.",
            "C 12: Die Ersatzteile sind immer noch nicht da. Sie hatten sie bis Freitag zugesagt.\n. 13"),
    Example("de", False, "C 0: Kommen Sie vorbei?\nT 0.5: Unser Techniker kommt am Mittwoch zu Ihnen.",
            "C 3: Gestern ist niemand gekommen. Wir haben den ganzen Tag gewartet.\n. 4"),
    Example("de", False, "C 0: Was ist mit der Rechnung?\nT 1: Ich kläre das und melde mich bis morgen bei Ihnen.",
            ". 30"),
    Example("de", False, "C 0: hi, wann gibts das update?\nT 0.1: Das Update spielen wir morgen ein.",
            "C 8: hallo? das update sollte letzte woche kommen. warte immer noch.\n. 9"),
    Example("de", False, "C 0: Bitte um Ihren Vorschlag.\nT 1: Den Vorschlag bekommen Sie bis Ende der Woche.",
            "T 15: Guten Tag, wie gefällt Ihnen unser neuer Katalog?\n. 30"),
    Example("de", False, "T 0: Ich schicke Ihnen das Muster bis Mittwoch.\nT 2: Anbei das Muster.",
            "T 5: Die Zeichnung sende ich Ihnen bis Montag.\nC 20: Von der Zeichnung habe ich bis heute nichts gehört.\n. 21"),
    Example("de", False, "C 0: Sehr geehrte Frau Lenz, ich erbitte Auskunft.\nT 1: Sehr geehrter Herr Abel, wir prüfen das und melden uns bei Ihnen.",
            "C 9: Sehr geehrte Frau Lenz, Sie wollten sich melden, leider habe ich nichts gehört.\n. 10"),
)  # fmt: skip

EN = (
    Example("en", True, "C 0: Dear Mr Wright, we need the quotation.\nT 0.2: I will send you the quotation by Friday.",
            "T 3: As promised, please find the quotation attached."),
    Example("en", True, "C 0: The pump is leaking.\nT 0.5: We will replace the pump by Thursday.",
            "C 3.5: The new pump is in and everything works fine now, thank you for the quick help."),
    Example("en", True, "C 0: got the numbers?\nT 0.1: I'll send you the numbers tomorrow.",
            "T 1: Hey, here are the numbers."),
    Example("en", True, "C 0: Where is my refund?\nT 1: We will transfer the refund by 20 January.\n. 20",
            "T 20.5: We have transferred the refund to your account today."),
    Example("en", True, "C 0: Can you check the sizes?\nT 1: I'll check the sizes by Wednesday.\nC 10: I still haven't heard back about the sizes.",
            "T 10.5: I have checked the sizes and they are right. Sorry it took so long."),
    Example("en", True, "T 0: Hi Dana, I'll email you the draft contract tomorrow.\nC 0.3: Thanks.",
            "T 1: Hi Dana, I've attached the draft contract."),
    Example("en", True, "C 0: Please report the damage.\nT 1: I will report the damage to the insurer today.",
            "T 1.2: I have reported the damage to the insurer."),
    Example("en", False, "C 0: We are waiting for the spare parts.\nT 1: We will ship the spare parts by Friday.",
            "C 12: The spare parts still haven't arrived. You promised them for Friday.\n. 13"),
    Example("en", False, "C 0: Can someone come over?\nT 0.5: Our engineer will come to you on Wednesday.",
            "C 3: Nobody came yesterday. We waited all day and I am annoyed.\n. 4"),
    Example("en", False, "C 0: What about the invoice?\nT 1: I'll look into it and get back to you by tomorrow.",
            ". 30"),
    Example("en", False, "C 0: when's the update?\nT 0.1: We'll install the update tomorrow.",
            "C 8: hello? update was due last week, still waiting\n. 9"),
    Example("en", False, "C 0: Please make a proposal.\nT 1: You will have the proposal by the end of the week.",
            "T 15: Hello, how do you like our new catalogue?\n. 30"),
    Example("en", False, "T 0: I'll send you the sample by Wednesday.\nT 2: Here is the sample.",
            "T 5: I'll send the drawing by Monday.\nC 20: I have not received anything about the drawing yet.\n. 21"),
    Example("en", False, "C 0: Dear Ms Park, I would like to know where things stand.\nT 1: Dear Mr Quinn, we will look into this and get back to you.",
            "C 9: Dear Ms Park, you said you would get back to me, but I have heard nothing.\n. 10"),
)  # fmt: skip

EXAMPLES = DE + EN
