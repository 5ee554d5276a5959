"""Exchanges that show give and take, and who begins, written before the measure was looked at."""

from __future__ import annotations

from coach.relationship.signal import Example

ASKED_DE = """
C 0: Guten Tag,||haben Sie den Schlauch in 12 Metern?||Gruß|U. Veit
T 0.3: Guten Tag Herr Veit,||ja, am Lager.||Gruß|K. Nagel
"""
ASKED_EN = """
C 0: Hello,||do you stock the hose in twelve metres?||Regards,|Una
T 0.3: Hello Una,||yes, we do.||Regards,|Kit
"""
WOOED_DE = """
T 0: Guten Tag Frau Lenz,||wie zufrieden sind Sie mit der neuen Pumpe?||Gruß|K. Nagel
T 20 new: Guten Tag Frau Lenz,||dürfen wir Ihnen unser neues Programm vorstellen?||Gruß|K. Nagel
. 40
"""
WOOED_EN = """
T 0: Hi Dana,||how are you getting on with the new pump?||Best,|Kit
T 20 new: Hi Dana,||may I show you our new range?||Best,|Kit
. 40
"""

FIRST = (
    Example("de", True, WOOED_DE, """
C 39 new: Hallo Herr Nagel,||ich wollte mich mal melden: Wir planen eine zweite Pumpe.||Gruß|R. Lenz
T 39.2: Hallo Frau Lenz,||das freut mich.||K. Nagel
. 40"""),
    Example("de", True, ASKED_DE, """
T 20 new: Guten Tag Herr Veit,||dürfen wir Sie zur Hausmesse einladen?||Gruß|K. Nagel
C 21: Guten Tag Herr Nagel,||gern, ich komme mit zwei Kollegen.||Gruß|U. Veit"""),
    Example("de", True, ASKED_DE, """
C 15 new: Moin Herr Nagel, nur zur Info: Der Schlauch hält super. Wann gibt es den in rot?|Veit
T 15.2: Moin Herr Veit, ab März.|Nagel"""),
    Example("de", True, WOOED_DE, """
C 21: Hallo Herr Nagel,||ja, gern. Passt Ihnen Donnerstag?||R. Lenz"""),
    Example("en", True, WOOED_EN, """
C 39 new: Hi Kit,||just thought I'd let you know that we are planning a second pump.||Dana
T 39.2: Hi Dana,||great news!||Kit
. 40"""),
    Example("en", True, ASKED_EN, """
T 20 new: Hello Una,||would you like to come to our open day?||Kit
C 20.5: Hello Kit,||gladly, I'll bring two colleagues.||Una"""),
    Example("en", True, ASKED_EN, """
C 14 new: quick one: do you also do fittings?||Una
T 14.1: sure do!||Kit"""),
    Example("en", True, WOOED_EN, """
C 22: Dear Kit,||that would be most welcome. Might Thursday suit you?||Dana"""),
    Example("de", False, ASKED_DE, """
T 20 new: Guten Tag Herr Veit,||wie gefällt Ihnen der Schlauch?||Gruß|K. Nagel
T 32: Guten Tag Herr Veit,||darf ich noch einmal nachfragen?||Gruß|K. Nagel
. 45"""),
    Example("de", False, ASKED_DE, """
T 12 new: Hallo Herr Veit,||haben Sie unser Angebot schon ansehen können?||Gruß|K. Nagel
. 30"""),
    Example("de", False, ASKED_DE, """
T 10 new: Sehr geehrter Herr Veit,||würden Sie uns bitte den Liefertermin bestätigen?||Mit freundlichen Grüßen|K. Nagel
T 24 new: Sehr geehrter Herr Veit,||wann dürfen wir mit Ihrer Antwort rechnen?||Mit freundlichen Grüßen|K. Nagel
. 50"""),
    Example("de", False, """
C 0: Hi Kim, habt ihr noch Karten?|Flo
T 0.1: Klar!|Kim
C 9 new: Hi Kim, ich hätte da eine Idee fürs Sommerfest. Habt ihr Zeit?|Flo
T 9.1: Immer!|Kim""", """
T 30 new: Hi Flo, wie lief das Sommerfest?|Kim
T 40 new: Hi Flo, kommt ihr auch im Herbst wieder?|Kim
. 55"""),
    Example("en", False, ASKED_EN, """
T 20 new: Hello Una,||how do you like the hose?||Kit
T 32: Hello Una,||may I ask once more?||Kit
. 45"""),
    Example("en", False, ASKED_EN, """
T 12 new: Hi Una,||have you had a chance to look at our quote?||Kit
. 30"""),
    Example("en", False, """
C 0: Hey Lou, got a table for six on Friday?|Ana
T 0.1: You bet!|Lou
C 8 new: Hey Lou, idea for the menu: shall we talk?|Ana
T 8.1: Love to!|Lou""", """
T 30 new: Hi Ana, how did the party go?|Lou
T 41 new: Hi Ana, would you like to book again?|Lou
. 60"""),
    Example("en", False, ASKED_EN, """
T 10 new: Dear Ms Voss,||could you please confirm the delivery date?||Yours sincerely,|K. Nagle
. 29"""),
)  # fmt: skip

LATER = (  # written after the measure, to check it
    Example("de", True, WOOED_DE, """
C 30: Guten Tag Herr Nagel,||entschuldigen Sie die späte Antwort. Das Programm interessiert uns, schicken Sie es \
gern.||R. Lenz
. 40"""),
    Example("de", True, """
T 0: Hallo Nora, magst du unser neues Eis probieren?|Gino
. 15""", """
C 16 new: Hallo Gino, ich plane ein Fest und hab dabei gleich an euch gedacht. Habt ihr am 8. Zeit?|Nora
T 16.1: Klar!|Gino"""),
    Example("en", True, """
T 0: Hi Nora, would you like to try our new ice cream?|Gino
. 15""", """
C 16 new: Hi Gino, I'm planning a party and thought of you straight away. Are you free on the 8th?|Nora
T 16.1: Sure!|Gino"""),
    Example("en", True, """
C 0: Dear Mr Shaw,||might we visit your works?||Yours sincerely,|E. Pym
. 12""", """
T 11: Dear Ms Pym,||you would be most welcome on Tuesday.||Yours sincerely,|Shaw
C 11.3: Dear Mr Shaw,||Tuesday it is, thank you.||Yours sincerely,|E. Pym
. 12"""),
    Example("de", False, """
C 0: Moin, brauche 3 Reifen.|Jonas
T 0.1: Liegen bereit.|Reifen Rolf
C 20: Moin, brauche noch Felgen. Was kosten die?|Jonas
T 20.1: 80 das Stück.|Reifen Rolf""", """
T 50: Moin Jonas, sollen wir die Felgen zurücklegen?|Reifen Rolf
T 60: Moin Jonas, hast du noch Interesse?|Reifen Rolf
. 75"""),
    Example("de", False, ASKED_DE, """
C 20 new: Guten Tag,||können Sie mir sagen, ob der Schlauch auch für Diesel taugt?||Gruß|U. Veit
. 40"""),
    Example("en", False, ASKED_EN, """
C 20 new: Hello,||could you tell me whether the hose is suitable for diesel?||Regards,|Una
. 40"""),
    Example("en", False, """
C 0: Hi, need three tyres.|Jonah
T 0.1: Ready for you.|Tyres & More
C 20: Hi, also need rims. How much are they?|Jonah
T 20.1: 80 each.|Tyres & More""", """
T 50: Hi Jonah, shall we put the rims aside for you?|Tyres & More
T 60: Hi Jonah, are you still interested?|Tyres & More
. 75"""),
)  # fmt: skip

EXAMPLES = (*FIRST, *LATER)
