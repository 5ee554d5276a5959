"""Exchanges that show complaints and what becomes of them, written before the measure was looked at."""

from __future__ import annotations

from coach.relationship.signal import Example

USUAL_DE = """
C 0: Guten Tag Frau Rau,||wir bestellen 20 Kartons der Größe M.||Freundliche Grüße|Ralf Onken
T 0.3: Guten Tag Herr Onken,||danke, die gehen morgen raus.||Freundliche Grüße|Lena Rau
"""
USUAL_EN = """
C 0: Hi Omar,||we'd like to order twenty boxes, size M.||Regards,|Faye
T 0.3: Hi Faye,||thanks, they ship tomorrow.||Regards,|Omar
"""
WRONG_DE = (
    USUAL_DE
    + """
C 10: Guten Tag Frau Rau,||Sie haben uns die falschen Kartons geliefert, und das schon zum zweiten Mal. Das ist sehr \
ärgerlich.||Ralf Onken
"""
)
WRONG_EN = (
    USUAL_EN
    + """
C 10: Hi Omar,||you sent us the wrong boxes again, which is really annoying. We are very disappointed.||Faye
"""
)

FIRST = (
    Example("de", True, WRONG_DE, """
T 10.2: Guten Tag Herr Onken,||das war unser Fehler, es tut uns sehr leid. Die richtigen Kartons kommen morgen per \
Express.||Lena Rau
C 12: Guten Tag Frau Rau,||vielen Dank für die schnelle Lösung, jetzt ist alles in Ordnung.||Ralf Onken"""),
    Example("de", True, WRONG_DE, """
T 10.1: Guten Tag Herr Onken,||bitte entschuldigen Sie den Fehler. Wir tauschen die Ware kostenlos um.||Lena Rau"""),
    Example("de", True, WRONG_DE, """
T 10.3: Lieber Herr Onken,||Entschuldigung, das haben wir verbockt. Die neuen sind unterwegs.||Lena Rau
C 30: Guten Tag Frau Rau,||wir brauchen wieder 20 Kartons.||Ralf Onken"""),
    Example("de", True, """
C 0: Die Rechnung ist schon wieder falsch, ich bin echt sauer! Ihr habt doppelt abgebucht.|Tine
T 0.1: Hi Tine,||sorry, das ist unser Fehler. Das Geld ist morgen zurück.||Jo""", """
C 2: Alles wieder gut, Geld ist da. Schwamm drüber!|Tine"""),
    Example("en", True, WRONG_EN, """
T 10.1: Hi Faye,||I'm so sorry, that was our mistake. The right boxes are on their way by courier.||Omar
C 11: Hi Omar,||that's all sorted now, thank you for the quick fix!||Faye"""),
    Example("en", True, WRONG_EN, """
T 10.2: Dear Faye,||please accept our apologies. We will replace them free of charge.||Omar"""),
    Example("en", True, """
C 0: Dear Mr Cole,||the engineer did not turn up on Tuesday, and nobody called. This is unacceptable.||M. Osei
T 0.2: Dear Ms Osei,||I apologise; the fault is ours. The engineer will be with you tomorrow at eight.||D. Cole""", """
C 3: Dear Mr Cole,||the engineer came as agreed and everything works perfectly again. Well done.||M. Osei"""),
    Example("en", True, WRONG_EN, """
T 10.3: Faye, our fault entirely, sorry! Replacement left the warehouse ten minutes ago.|Omar
C 40: Hi Omar, could you send us another twenty boxes, size L?|Faye"""),
    Example("de", False, USUAL_DE, """
C 9: Guten Tag Frau Rau,||die Lieferung ist immer noch nicht da, obwohl Sie Montag zugesagt hatten. Das ist eine \
Zumutung.||Ralf Onken"""),
    Example("de", False, USUAL_DE, """
C 9: Guten Tag Frau Rau,||Sie haben uns zu viel berechnet. Ich bin enttäuscht, dass so etwas passiert.||Ralf Onken"""),
    Example("de", False, WRONG_DE, """
C 17: Guten Tag Frau Rau,||auf meine Beschwerde habe ich noch immer keine Antwort bekommen.||Ralf Onken"""),
    Example("de", False, "", """
C 0: Sehr geehrte Damen und Herren,||hiermit lege ich Beschwerde über Ihren Monteur ein. Er kam vier Stunden zu spät \
und war unverschämt.||Hochachtungsvoll|K. Wendt"""),
    Example("de", False, WRONG_DE, """
T 10.5: Guten Tag Herr Onken,||es tut uns leid, wir tauschen um.||Lena Rau
C 18: Frau Rau, jetzt ist auch die Ersatzlieferung beschädigt. So geht das nicht, ich bin wirklich verärgert.||Ralf \
Onken"""),
    Example("en", False, USUAL_EN, """
C 9: Hi Omar,||the delivery still hasn't arrived although you promised Monday. This is really frustrating.||Faye"""),
    Example("en", False, USUAL_EN, """
C 12: Omar, you overcharged us twice. That is unacceptable and I'm quite angry.||Faye"""),
    Example("en", False, WRONG_EN, """
C 16: Hi Omar, I still haven't heard back about my complaint. I will escalate this to your manager.||Faye"""),
    Example("en", False, "", """
C 0: Dear Sir or Madam,||I wish to make a formal complaint. Your technician was rude and left the job \
unfinished.||Yours faithfully,|Dr P. Lowell"""),
    Example("en", False, WRONG_EN, """
T 10.2: Hi Faye, so sorry, we'll replace them.|Omar
C 15: the replacement is broken too. seriously disappointed with you guys"""),
)  # fmt: skip

LATER = (  # written after the measure, to check it
    Example("de", True, """
C 0: Sehr geehrte Damen und Herren,||die Heizkörper wurden beschädigt geliefert. Ich bin sehr verärgert.||M. Thoma
T 0.5: Sehr geehrte Frau Thoma,||wir bitten um Entschuldigung, das hätte nicht passieren dürfen. Ersatz kommt am \
Montag.||Kühn""", """
C 8: Sehr geehrter Herr Kühn,||der Ersatz ist da und funktioniert einwandfrei, damit ist die Sache erledigt. Besten \
Dank für die rasche Hilfe.||M. Thoma"""),
    Example("de", True, """
C 0: Ihr habt meinen Termin vergessen, ich stand vor verschlossener Tür. Echt enttäuschend.|Pia
. 3""", """
T 2: Liebe Pia, das tut uns furchtbar leid, unser Fehler! Der nächste Besuch geht aufs Haus.|Salon
. 3"""),
    Example("en", True, """
C 0: Dear Ms Hart,||the radiators arrived damaged. We are very dissatisfied.||M. Thorne
T 0.5: Dear Mr Thorne,||we apologise, this should not have happened. A replacement will come on Monday.||Hart""", """
C 8: Dear Ms Hart,||the replacement has arrived and the issue is resolved. Thank you for your swift help.||M. \
Thorne"""),
    Example("en", True, """
C 0: you forgot my appointment and I was left standing outside. really disappointed|Pia
. 3""", """
T 2: Dear Pia, we're so sorry, that was our fault! Your next visit is on the house.|Salon
. 3"""),
    Example("de", False, USUAL_DE, """
C 14: Hallo Frau Rau,||schon wieder kam niemand zum vereinbarten Termin. Langsam reicht es mir.||Ralf Onken"""),
    Example("de", False, WRONG_DE, """
T 11: Guten Tag Herr Onken,||wir prüfen das.||Lena Rau
C 25: Guten Tag Frau Rau,||passiert ist nichts. Wenn bis Freitag keine Lösung kommt, schalte ich meinen Anwalt \
ein.||Onken"""),
    Example("en", False, USUAL_EN, """
C 14: Hi Omar,||once again nobody showed up for the appointment we agreed on. I've had enough.||Faye"""),
    Example("en", False, WRONG_EN, """
T 11: Hi Faye, looking into it.|Omar
C 25: Hi Omar, nothing has happened. If this isn't resolved by Friday, my solicitor will be in touch.|Faye"""),
)  # fmt: skip

EXAMPLES = (*FIRST, *LATER)
