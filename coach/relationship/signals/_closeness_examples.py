"""Exchanges in which the language of both sides draws nearer, and in which it draws apart."""

from __future__ import annotations

from coach.relationship.signal import Example

DE_FORMAL = """C 0: Sehr geehrte Damen und Herren, hiermit bitten wir um die Übersendung der Unterlagen zur Anlage. Mit freundlichen Grüßen
T 1: Sehr geehrte Frau Albers, die gewünschten Unterlagen übersenden wir Ihnen anbei. Mit freundlichen Grüßen
C 8: Sehr geehrter Herr Stern, wir bestätigen den Erhalt der Unterlagen und bitten um Mitteilung des Liefertermins. Mit freundlichen Grüßen
T 9: Sehr geehrte Frau Albers, die Lieferung erfolgt voraussichtlich in der Kalenderwoche 8. Mit freundlichen Grüßen
C 15: Sehr geehrter Herr Stern, bezüglich der Rechnung ersuchen wir um eine Aufschlüsselung der einzelnen Positionen. Mit freundlichen Grüßen"""
DE_CASUAL = """C 0: Hey Tom, kannst du mir mal kurz die Zahlen rüberschicken? Danke dir! LG Kim
T 0.1: Hey Kim, klar, hier sind sie! LG Tom
C 8: Hi Tom, super, das passt voll gut, wir machen das jetzt so! LG Kim
T 8.1: Hi Kim, na prima, dann legen wir los! LG Tom
C 15: Moin Tom, ach übrigens, am Freitag bin ich nicht da, sag einfach Jana Bescheid, ok? LG Kim"""
EN_FORMAL = """C 0: Dear Sir or Madam, we hereby request a copy of the documentation concerning the installation of the unit. Yours faithfully
T 1: Dear Ms Albright, please find the requested documentation enclosed. Yours sincerely
C 8: Dear Mr Stone, we acknowledge receipt of the documentation and request confirmation of the date of delivery. Yours sincerely
T 9: Dear Ms Albright, delivery is scheduled for the week of 16 February. Yours sincerely
C 15: Dear Mr Stone, with regard to the invoice, we would request a breakdown of the individual items. Yours sincerely"""
EN_CASUAL = """C 0: Hey Tom, can you just send me those numbers real quick? Thanks! Kim
T 0.1: Hey Kim, sure thing, here you go! Tom
C 8: Hi Tom, awesome, that works really well, let's go for it! Cheers Kim
T 8.1: Hi Kim, cool, we're on it! Tom
C 15: Hey, oh and I'm off on Friday, so just give Jana a shout, ok? Cheers Kim"""

DE = (
    Example("de", True, DE_FORMAL, """T 16: Guten Tag Frau Albers, die Aufschlüsselung finden Sie anbei. Viele Grüße
C 30: Hallo Herr Stern, danke, das hilft uns sehr! Sagen Sie, könnten wir den Termin um einen Tag schieben? Viele Grüße
T 31: Hallo Frau Albers, klar, das klappt gern! Viele Grüße
C 40: Hallo Herr Stern, super, dann machen wir das so. Ich freu mich! Liebe Grüße"""),
    Example("de", True, DE_FORMAL, """C 60 new: Lieber Herr Stern, na das ging ja flott! Wir sind alle ganz happy damit, danke! Liebe Grüße
C 70: Lieber Herr Stern, nur ganz kurz: Passt es euch auch am Dienstag? Wär echt toll! Liebe Grüße"""),
    Example("de", True, """C 0: Sehr geehrter Herr Notar, wir bitten um Mitteilung, welche Unterlagen zur Beurkundung vorzulegen sind. Hochachtungsvoll
C 9: Sehr geehrter Herr Notar, die angeforderten Unterlagen wurden Ihnen heute per Post übermittelt. Hochachtungsvoll""",
            """C 20: Guten Tag Herr Roth, danke für Ihren Anruf, jetzt hab ich das auch verstanden! Schöne Grüße
C 28: Hallo Herr Roth, ja klar, wir kommen einfach um drei vorbei, bis dann! Schöne Grüße"""),
    Example("de", True, """C 0: Guten Tag, die Bestellung der Kartonagen wird hiermit in der vereinbarten Menge ausgelöst. Mit freundlichem Gruß
C 5: Guten Tag, der Eingang der Ware wird bestätigt, die Rechnungsstellung kann erfolgen. Mit freundlichem Gruß
C 9: Guten Tag, die Zahlung wurde fristgerecht zum Monatsende angewiesen. Mit freundlichem Gruß""",
            """C 20: Moin Herr Peters, wir bräuchten mal wieder ein paar Kartons, so wie immer, geht das? Gruß
C 30: Moin, super, die Kartons sind da und sehen klasse aus, danke nochmal! Gruß"""),
    Example("de", True, """C 0: Sehr geehrte Frau Doktor, ich ersuche um einen Termin zur Vorsorgeuntersuchung meines Hundes. Mit freundlichen Grüßen
C 12: Sehr geehrte Frau Doktor, der vorgeschlagene Termin wird hiermit von mir bestätigt. Mit freundlichen Grüßen
C 24: Sehr geehrte Frau Doktor, die Rechnung habe ich erhalten und zur Zahlung angewiesen. Mit freundlichen Grüßen""",
            """C 40: Liebe Frau Doktor, Bello gehts wieder richtig gut, der rennt schon wieder rum wie verrückt! Danke! Liebe Grüße
C 50: Liebe Frau Doktor, ach, er hat schon wieder was gefressen, dürfen wir kurz vorbeikommen? Liebe Grüße"""),
    Example("de", True, """C 0: Hallo Herr Brand, wie besprochen sende ich Ihnen die Fotos vom Badezimmer und die Maße der Wand zu. Viele Grüße
C 4: Hallo Herr Brand, die Fliesen sollten nach Möglichkeit aus der gleichen Serie stammen wie die im Flur. Viele Grüße""",
            """C 12: Hi Uwe, super dass wir jetzt du sagen! Kannst du mal gucken, ob die Fliesen da sind? LG Ina
C 15: Hi Uwe, mega, ich bin ganz begeistert, du bist der Beste! LG Ina"""),
    Example("de", True, DE_FORMAL, """C 33: Hi Herr Stern, danke fürs schnelle Antworten! Echt klasse, wie das bei euch läuft :)
C 36: Hi, passt alles super, wir sehen uns dann ja am Montag! Ich freu mich drauf :)"""),
    Example("de", False, DE_CASUAL, """T 16: Hey Kim, mach ich! LG Tom
C 30: Sehr geehrter Herr Bergmann, hiermit widersprechen wir der Rechnung vom 3. Februar in vollem Umfang. Mit freundlichen Grüßen
C 40: Sehr geehrter Herr Bergmann, wir erwarten Ihre schriftliche Stellungnahme bis zum Ablauf der genannten Frist. Mit freundlichen Grüßen"""),
    Example("de", False, DE_CASUAL, """C 60 new: Guten Tag, bitte übersenden Sie uns die Abrechnung des vergangenen Quartals einschließlich der Belege. Mit freundlichen Grüßen
C 70: Guten Tag, die Abrechnung ist hier bislang nicht eingegangen, um Erledigung wird gebeten. Mit freundlichen Grüßen"""),
    Example("de", False, """C 0: hey, bin grad im laden, ist meine jacke schon fertig? danke euch :)
C 9: hi, super, die jacke ist echt mega geworden, ich liebs! danke!
C 15: hey leute, hab noch ne hose, kann ich die morgen kurz vorbeibringen?""",
            """C 40: Sehr geehrte Damen und Herren, an der reparierten Hose ist die Naht nach einmaligem Tragen aufgegangen. Ich bitte um Nachbesserung.
C 50: Sehr geehrte Damen und Herren, auf mein Schreiben vom 21. Februar habe ich keine Antwort erhalten. Hochachtungsvoll"""),
    Example("de", False, """C 0: Moin Jens, alles klar bei euch? Wir bräuchten nochmal zehn von den Dingern! Gruß Ole
C 10: Moin Jens, perfekt, danke dir, wie immer top! Gruß Ole""",
            """C 40: Guten Tag Herr Hansen, bitte nennen Sie uns Ihre Konditionen für die Lieferung von zehn Ventilen. Mit freundlichen Grüßen
C 50: Guten Tag Herr Hansen, Ihre Konditionen wurden zur Prüfung an den Einkauf weitergeleitet. Mit freundlichen Grüßen"""),
    Example("de", False, """C 0: Liebe Frau Sommer, das war wieder so ein schöner Abend bei Ihnen, wir haben uns riesig gefreut! Liebe Grüße
C 20: Liebe Frau Sommer, hätten Sie am Samstag noch ein Plätzchen für uns zwei? Ganz liebe Grüße
C 45: Liebe Frau Sommer, ach wie schade, na dann halt nächstes Mal, gell! Liebe Grüße""",
            """C 80: Sehr geehrte Frau Sommer, wir bitten um Stornierung der Reservierung für den 4. April. Mit freundlichen Grüßen
C 95: Sehr geehrte Frau Sommer, die Bestätigung der Stornierung erbitten wir in schriftlicher Form. Mit freundlichen Grüßen"""),
    Example("de", False, """C 0: Hallo Herr Maurer, das hat ja prima geklappt mit dem Zaun, der sieht echt schick aus! Viele Grüße
C 7: Hallo Herr Maurer, sagen Sie mal, könnten Sie auch noch schnell das Tor mitmachen? Viele Grüße""",
            """C 20: Sehr geehrter Herr Maurer, die Ausführung des Tores entspricht nicht der vereinbarten Leistungsbeschreibung. Hochachtungsvoll
C 30: Sehr geehrter Herr Maurer, hiermit setzen wir Ihnen eine Frist zur Beseitigung der Mängel. Hochachtungsvoll"""),
    Example("de", False, DE_CASUAL, """T 15.1: Sehr geehrte Frau Kim, wir bestätigen den Erhalt Ihrer Mitteilung und leiten diese an die zuständige Stelle weiter. Mit freundlichen Grüßen
C 22: Guten Tag Herr Bergmann, bitte teilen Sie uns den Stand der Bearbeitung mit. Mit freundlichen Grüßen
T 23: Sehr geehrte Frau Kim, der Vorgang befindet sich derzeit in Bearbeitung durch die Fachabteilung. Mit freundlichen Grüßen
C 30: Guten Tag Herr Bergmann, wir nehmen Ihre Mitteilung zur Kenntnis und erwarten eine Entscheidung. Mit freundlichen Grüßen"""),
)  # fmt: skip

EN = (
    Example("en", True, EN_FORMAL, """T 16: Hello Ms Albright, here is the breakdown. Best wishes
C 30: Hi Mr Stone, thanks so much, that really helps! Could we maybe move the date by a day? Best wishes
T 31: Hi Ms Albright, sure, no problem at all! Best wishes
C 40: Hi again, perfect, let's do it like that then. Can't wait to see it! All the best"""),
    Example("en", True, EN_FORMAL, """C 60 new: Hi Peter, wow, that was quick! We're all really happy with it, thanks a lot! Best, Jane
C 70: Hi Peter, just a quick one: does Tuesday work for you guys too? That'd be great! Best, Jane"""),
    Example("en", True, """C 0: Dear Dr Moore, I am writing to request an appointment for the annual examination of my dog. Yours sincerely
C 12: Dear Dr Moore, the proposed date is acceptable and is hereby confirmed. Yours sincerely
C 24: Dear Dr Moore, the invoice has been received and payment has been arranged. Yours sincerely""",
            """C 40: Hi Dr Moore, Rex is doing so much better, he's already running around like crazy! Thanks!
C 50: Hi Dr Moore, oh no, he's eaten something again, can we just pop in? Thanks!"""),
    Example("en", True, """C 0: Good morning, the order for the packaging is hereby placed in the agreed quantity. Regards
C 9: Good morning, receipt of the goods is confirmed and the invoice may be issued. Regards""",
            """C 20: Hey Pete, we could do with a few more boxes, same as always, that ok? Cheers
C 30: Hey, the boxes got here, they look great, thanks again! Cheers"""),
    Example("en", True, """C 0: Dear Mr Finch, please find attached the photographs of the bathroom and the dimensions of the wall. Kind regards
C 4: Dear Mr Finch, the tiles should match the series of the tiles in the hall where possible. Kind regards""",
            """C 12: Hi Bob, glad we're on first names now! Can you see if the tiles are in yet? Cheers, Ina
C 15: Hi Bob, that's awesome, I'm so happy with it, you're the best! Cheers, Ina"""),
    Example("en", True, EN_FORMAL, """C 33: Hi Mr Stone, thanks for getting back so quickly! Really cool how you guys do this :)
C 36: Hey, it all looks great, so we'll just see you on Monday then! Looking forward to it :)"""),
    Example("en", True, """C 0: To whom it may concern, we require a statement of the account for the previous quarter including receipts.
C 8: To whom it may concern, the statement of the account was received on 20 January.
C 16: To whom it may concern, a discrepancy has been identified in item 4 of the statement.""",
            """C 30: Hi Maya, oh right, now I get it, my mistake! Sorry about that!
C 35: Hi Maya, no worries, it's all good, thanks for being so nice about it!"""),
    Example("en", False, EN_CASUAL, """T 16: Hey Kim, will do! Tom
C 30: Dear Mr Bergman, we hereby dispute the invoice of 3 February in its entirety. Yours sincerely
C 40: Dear Mr Bergman, we expect your written statement within the period specified above. Yours sincerely"""),
    Example("en", False, EN_CASUAL, """C 60 new: Dear Sir, please provide the statement of account for the previous quarter including all receipts. Regards
C 70: Dear Sir, the statement of account has not been received to date and is hereby requested again. Regards"""),
    Example("en", False, """C 0: hey, i'm at the shop, is my jacket done yet? thanks guys :)
C 9: hi, wow, the jacket looks sooo good, i love it! thanks!
C 15: hey guys, got some jeans too, can i just drop them off tomorrow?""",
            """C 40: Dear Sir or Madam, the seam of the repaired trousers came apart after a single use. I request a repair.
C 50: Dear Sir or Madam, I have received no response to my letter of 21 February. Yours faithfully"""),
    Example("en", False, """C 0: Hi Jim, all good over there? We'd need ten more of those thingies! Cheers, Ollie
C 10: Hi Jim, perfect, thanks mate, you're a star as always! Cheers, Ollie""",
            """C 40: Dear Mr Hanson, please state your terms for the supply of ten valves. Yours sincerely
C 50: Dear Mr Hanson, your terms have been forwarded to the purchasing department for review. Yours sincerely"""),
    Example("en", False, """C 0: Hi Mrs Summers, that was such a lovely evening again, we really enjoyed it! Lots of love
C 20: Hi Mrs Summers, do you maybe have a little table for us two on Saturday? Lots of love
C 45: Hi Mrs Summers, oh what a shame, well, next time then! Lots of love""",
            """C 80: Dear Mrs Summers, we request the cancellation of the reservation for 4 April. Yours sincerely
C 95: Dear Mrs Summers, written confirmation of the cancellation is requested at your earliest convenience. Yours sincerely"""),
    Example("en", False, """C 0: Hi Mr Mason, the fence turned out so nice, it looks really great! Cheers
C 7: Hi Mr Mason, oh, could you maybe just do the gate as well? Cheers""",
            """C 20: Dear Mr Mason, the execution of the gate does not conform to the agreed specification. Yours sincerely
C 30: Dear Mr Mason, a period of two weeks is set for the rectification of the defects. Yours sincerely"""),
    Example("en", False, EN_CASUAL, """T 15.1: Dear Ms Kim, we acknowledge receipt of your message and have forwarded it to the department responsible. Yours sincerely
C 22: Dear Mr Bergman, please inform us of the status of the matter. Yours sincerely
T 23: Dear Ms Kim, the matter is currently under review by the department responsible. Yours sincerely
C 30: Dear Mr Bergman, we take note of the information provided and await a decision. Yours sincerely"""),
)  # fmt: skip

LATER = (  # written after the measure was made, to check it
    Example("de", True, """C 0: Guten Tag, wir möchten die Heizungsanlage im Objekt Lindenstraße turnusgemäß warten lassen. Freundliche Grüße
C 30: Guten Tag, der vorgeschlagene Wartungstermin wird von unserer Seite bestätigt. Freundliche Grüße""",
            """C 60: Hallo Herr Wirt, klasse, das hat ja richtig gut geklappt bei uns! Danke, viele liebe Grüße
C 90: Hallo Herr Wirt, sagen Sie, wärs okay, wenn Sie einfach nächste Woche kurz reinschauen? Liebe Grüße"""),
    Example("de", False, """C 0: Servus Franz, hast du kurz Zeit? Ich bräucht da mal schnell deinen Rat! Servus, Sepp
C 8: Servus Franz, passt super, genau so machen wir das, merci dir! Servus, Sepp""",
            """C 30: Sehr geehrter Herr Huber, wir bitten um Vorlage der Abnahmeprotokolle für die durchgeführten Arbeiten. Mit freundlichen Grüßen
C 44: Sehr geehrter Herr Huber, die Vorlage der angeforderten Protokolle steht weiterhin aus. Mit freundlichen Grüßen"""),
    Example("en", True, """C 0: Good afternoon, we wish to arrange the scheduled maintenance of the boiler at the property in Elm Street. Regards
C 30: Good afternoon, the proposed date of the maintenance is confirmed on our part. Regards""",
            """C 60: Hi Walt, great stuff, that all went really well over here! Thanks a bunch
C 90: Hi Walt, hey, would it be ok if you just popped by next week? Thanks loads!"""),
    Example("en", False, """C 0: Hiya Frank, got a sec? I could really do with your advice on something! Cheers, Joe
C 8: Hiya Frank, perfect, let's do exactly that, thanks mate! Cheers, Joe""",
            """C 30: Dear Mr Hubbard, we request submission of the acceptance records for the work performed. Yours sincerely
C 44: Dear Mr Hubbard, submission of the requested records remains outstanding. Yours sincerely"""),
)  # fmt: skip

EXAMPLES = DE + EN + LATER
