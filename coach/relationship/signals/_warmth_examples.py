"""Exchanges that show how a tone warms and cools, written before the measure was looked at."""

from __future__ import annotations

from coach.relationship.signal import Example

BAKERY = """
C 0: Hallo Herr Weiß,||die Teigmaschine steht seit gestern. Wie oft muss das Öl gewechselt werden?||Gruß|M. Henning
T 0.3: Hallo Herr Henning,||alle 500 Stunden.||Viele Grüße|J. Weiß
C 14: Hallo Herr Weiß,||wir brauchen zwei Dichtungen für die Teigmaschine.||Gruß|M. Henning
T 14.2: Hallo Herr Henning,||die gehen heute raus.||Viele Grüße|J. Weiß
"""
HEARTY = """
C 0: Liebe Frau Sandner,||das war ein wunderbarer Start, herzlichen Dank für Ihre großartige Hilfe! Wir freuen uns \
riesig auf die neue Saison mit Ihnen.||Herzliche Grüße|Elke Moll
T 0.5: Liebe Frau Moll,||das freut uns sehr.||Herzliche Grüße|Ina Sandner
C 12: Liebe Frau Sandner,||Sie sind ein Schatz, tausend Dank für die schnelle Lieferung! Die Kinder waren \
begeistert.||Herzliche Grüße|Elke Moll
T 12.4: Liebe Frau Moll,||sehr gern.||Herzliche Grüße|Ina Sandner
"""
CLINIC = """
C 0: Hi Priya,||could you send the calibration sheet for the second scanner?||Regards,|Tom
T 0.2: Hi Tom,||here it is.||Best,|Priya
C 10: Hi Priya,||the sheet is in the system now. We need the one for scanner three as well.||Regards,|Tom
T 10.1: Hi Tom,||attached.||Best,|Priya
"""
FOND = """
C 0: Hi Maria,||you have been so kind, thank you so much for your wonderful help with the move! The whole team loved \
it.||Warm regards,|Beth
T 0.4: Hi Beth,||our pleasure!||Best,|Maria
C 9: Dear Maria,||that was lovely of you, I am very grateful. Hope you had a great weekend with your \
family!||Warmly,|Beth
T 9.4: Hi Beth,||thank you!||Best,|Maria
"""

FIRST = (
    Example("de", True, BAKERY, """
C 28: Lieber Herr Weiß,||herzlichen Dank für Ihre tolle Hilfe, das war wirklich lieb von Ihnen! Wir freuen uns \
sehr.||Herzliche Grüße|Max Henning"""),
    Example("de", True, BAKERY, """
C 30: Hallo Herr Weiß,||großes Lob an Ihr Team, die Maschine läuft wunderbar. Ich wünsche Ihnen ein schönes \
Wochenende mit der Familie!||Liebe Grüße|M. Henning"""),
    Example("de", True, "", """
C 0: Hey Leute,||mega lieb von euch, vielen lieben Dank für die super Beratung! Ihr seid klasse.||LG Jojo"""),
    Example("de", True, """
C 0: Sehr geehrte Damen und Herren,||anbei unsere Bestellung 4711.||Mit freundlichen Grüßen|Kanzlei Dr. Ehlers""", """
C 20: Sehr geehrte Frau Berg,||für Ihre außerordentlich freundliche und geduldige Unterstützung danke ich Ihnen von \
Herzen. Ich schätze unsere Zusammenarbeit sehr.||Mit herzlichen Grüßen|Dr. Ehlers"""),
    Example("en", True, CLINIC, """
C 22: Hi Priya,||you're a star, thank you so much for jumping in on Sunday! We are all really grateful. Enjoy your \
holiday!||Warm wishes,|Tom"""),
    Example("en", True, CLINIC, """
C 25: Dear Priya,||I just wanted to say how much we appreciate your kind support. It has been a joy to work with \
you.||With warmest regards,|Tom"""),
    Example("en", True, "", """
C 0: thx so much guys, you're awesome!! loved the new menu boards, really kind of you to rush them||cheers, Rico"""),
    Example("en", True, """
C 0: Please confirm receipt of PO 8831.|J. Hargreaves
T 0.5: Confirmed.""", """
C 8: Thank you for the wonderful service, Ben. My wife and I are delighted with the new kitchen, and the fitters \
were lovely.||Kind regards,|John"""),
    Example("de", False, HEARTY, """
C 30: Sehr geehrte Frau Sandner,||Rechnung erhalten. Wir prüfen das.||Mit freundlichen Grüßen|E. Moll
C 41: Sehr geehrte Frau Sandner,||bitte Lieferschein nachreichen.||MfG|Moll"""),
    Example("de", False, HEARTY, """
C 33: Frau Sandner,||Ihr Ton ist unverschämt. Behandeln Sie uns bitte nicht so gleichgültig und \
herablassend.||Moll"""),
    Example("de", False, HEARTY, """
C 25: Hallo,||Termin am 12. passt.||Gruß|Moll"""),
    Example("de", False, """
C 0: Moin Kai, danke dir, super nett von dir! Grüß die Familie!|Ole
C 11: Moin Kai, bist ein Schatz, das hat richtig Spaß gemacht mit euch!|Ole""", """
C 30: Die Teile fehlen noch.
C 38: Bitte um Rückmeldung bis Freitag."""),
    Example("en", False, FOND, """
C 26: Maria,||please send the contract.||B. Turner
C 33: Received. Payment terms as per contract.||B. Turner"""),
    Example("en", False, FOND, """
C 30: Frankly, the way your driver spoke to us was rude and dismissive. We found it cold and unfriendly.||B. \
Turner"""),
    Example("en", False, FOND, """
C 21: To whom it may concern,||kindly note that invoice 553 has been forwarded to accounting.||B. Turner"""),
    Example("en", False, """
C 0: Hey Sam! You're the best, loved the demo, thank you so much for your patience with us!
C 7: Hey Sam, that's so sweet of you, the team is thrilled. Have a lovely weekend!""", """
C 20: Noted.
C 27: Send the figures."""),
)  # fmt: skip

LATER = (  # written after the measure, to check it
    Example("de", True, """
C 0: Sehr geehrter Herr Noll,||anbei die Zeichnung.||Mit freundlichen Grüßen|I. Sauter
T 1: Sehr geehrte Frau Sauter,||danke.||Mit freundlichen Grüßen|F. Noll
C 15: Sehr geehrter Herr Noll,||anbei die geänderte Zeichnung.||Mit freundlichen Grüßen|I. Sauter""", """
C 30: Lieber Herr Noll,||anbei die letzte Zeichnung.||Ganz herzliche Grüße|Ines Sauter
C 44: Lieber Herr Noll,||hier noch das Foto vom Aufbau.||Ganz herzliche Grüße|Ines Sauter"""),
    Example("de", True, BAKERY, """
C 26: Hallo Herr Weiß,||ohne Sie hätten wir das nie geschafft, ich bin Ihnen sehr dankbar. Auf Sie ist einfach \
Verlass!||Schöne Grüße auch an Ihre Frau|M. Henning"""),
    Example("en", True, CLINIC, """
C 20: Hi Priya,||what a pleasure that was! Everyone on the ward adored your training, you are an absolute gem.||Best \
wishes,|Tom"""),
    Example("en", True, """
C 0: Dear Mr Farrow,||please find our order enclosed.||Yours faithfully,|H. Blythe
T 2: Dear Ms Blythe,||thank you.||Yours sincerely,|G. Farrow""", """
C 16: Dear George,||I do appreciate your thoughtful note and the generous help you gave our apprentice. Thank you \
ever so much.||With very best wishes,|Harriet"""),
    Example("de", False, HEARTY, """
C 34: Frau Sandner,||ich erwarte die Unterlagen bis Freitag. Von weiteren Anrufen bitte ich abzusehen.||E. Moll
C 40: Ich warte.||E. Moll"""),
    Example("de", False, """
C 0: Liebe Carla, ihr seid Gold wert, danke von Herzen für die liebevolle Deko!||Alles Liebe|Mia
C 9: Liebe Carla, so schön bei euch, danke für den tollen Abend!||Alles Liebe|Mia""", """
C 25: Hallo Carla,||die Rechnung bitte per Post.||Gruß|Mia
C 31: Hallo Carla,||es fehlt noch die Quittung.||Gruß|Mia"""),
    Example("en", False, FOND, """
C 24: Maria, this was handled without any care or respect. I expected better manners.||Turner
C 31: Please reply in writing only.||Turner"""),
    Example("en", False, """
C 0: Dear Ruth, you're wonderful, thank you so much for looking after Mum!||Lots of love,|Jen
C 12: Dear Ruth, the garden party was lovely, we're so grateful for all your kindness.||Lots of love,|Jen""", """
C 30: Hello,||invoice received.||Regards,|J. Marsh
C 44: Hello,||please change the billing address.||Regards,|J. Marsh"""),
)  # fmt: skip

EXAMPLES = (*FIRST, *LATER)
