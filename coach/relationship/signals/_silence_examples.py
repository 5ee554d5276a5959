"""Exchanges that show how long nothing was heard of a customer, written before the measure was looked at."""

from __future__ import annotations

from coach.relationship.signal import Example

WEEKLY_DE = """
C 0: Hallo Jens, die Brötchen bitte wie gehabt.|Café Linde
C 7: Hallo Jens, zehn mehr diesmal.|Café Linde
C 14: Hallo Jens, wie gehabt.|Café Linde
C 21: Hallo Jens, wie gehabt.|Café Linde
"""
WEEKLY_EN = """
C 0: Hi Jen, the rolls as usual, please.|Café Lime
C 7: Hi Jen, ten more this time.|Café Lime
C 14: Hi Jen, as usual.|Café Lime
C 21: Hi Jen, as usual.|Café Lime
"""
QUARTERLY_DE = """
C 0: Sehr geehrter Herr Ernst, bitte die Wartung im ersten Quartal.|Stadtwerke
C 91: Sehr geehrter Herr Ernst, bitte die Wartung im zweiten Quartal.|Stadtwerke
C 182: Sehr geehrter Herr Ernst, bitte die Wartung im dritten Quartal.|Stadtwerke
C 273: Sehr geehrter Herr Ernst, bitte die Wartung im vierten Quartal.|Stadtwerke
"""
QUARTERLY_EN = """
C 0: Dear Mr Ernest, please schedule the service for the first quarter.|City Works
C 91: Dear Mr Ernest, please schedule the second quarter.|City Works
C 182: Dear Mr Ernest, please schedule the third quarter.|City Works
C 273: Dear Mr Ernest, please schedule the fourth quarter.|City Works
"""

FIRST = (
    Example("de", True, WEEKLY_DE + ". 60", """
C 59.5: Hallo Jens, wir hatten umgebaut, jetzt geht es weiter!|Café Linde
. 60"""),
    Example("de", True, WEEKLY_DE + ". 31", """
C 30: Hallo Jens, morgen bitte doppelt.|Café Linde
. 31"""),
    Example("de", True, QUARTERLY_DE + ". 600", """
C 598: Sehr geehrter Herr Ernst, wir möchten die Wartung wieder aufnehmen.|Stadtwerke
. 600"""),
    Example("de", True, "C 0: Was kostet der Anhänger?|Gerd\n. 120", """
C 118 new: Ist der Anhänger noch da?|Gerd
. 120"""),
    Example("en", True, WEEKLY_EN + ". 60", """
C 59.5: Hi Jen, we were refurbishing, back on now!|Café Lime
. 60"""),
    Example("en", True, WEEKLY_EN + ". 31", """
C 30: Hi Jen, double tomorrow, please.|Café Lime
. 31"""),
    Example("en", True, QUARTERLY_EN + ". 600", """
C 598: Dear Mr Ernest, we should like to resume the service.|City Works
. 600"""),
    Example("en", True, "C 0: How much is the trailer?|Gary\n. 120", """
N 119: Gary called and asked about the trailer.
. 120"""),
    Example("de", False, WEEKLY_DE, ". 50"),
    Example("de", False, QUARTERLY_DE, ". 700"),
    Example("de", False, WEEKLY_DE, """
T 30: Hallo Café Linde, darf es wieder etwas sein?|Jens
T 45: Wir vermissen euch!|Jens
. 70"""),
    Example("de", False, "C 0: hey, mega laden! komm wieder|Lara\nT 0.1: Bis bald!|Emil", ". 150"),
    Example("en", False, WEEKLY_EN, ". 50"),
    Example("en", False, QUARTERLY_EN, ". 700"),
    Example("en", False, WEEKLY_EN, """
T 30: Hi, would you like rolls again?|Jen
T 45: We miss you!|Jen
. 70"""),
    Example("en", False, "C 0: hey, great shop! will be back|Lara\nT 0.1: See you!|Emil", ". 150"),
)  # fmt: skip

LATER = (  # written after the measure, to check it
    Example("de", True, """
C 0: Guten Tag, ich hätte gern einen Termin.|Frau Behr
T 0.2: Guten Tag Frau Behr, am 4. um neun?|Praxis
. 100""", """
N 99: Frau Behr hat angerufen und einen Termin vereinbart.
. 100"""),
    Example("de", True, WEEKLY_DE + ". 28", """
C 28: Hallo Jens, Lieferung bitte eine Stunde früher.|Café Linde
. 28.1"""),
    Example("en", True, """
C 0: Good morning, I'd like an appointment.|Mrs Bear
T 0.2: Good morning Mrs Bear, on the 4th at nine?|Practice
. 100""", """
N 99: Mrs Bear called and made an appointment.
. 100"""),
    Example("en", True, QUARTERLY_EN + ". 480", """
C 470 new: Dear Mr Ernest, please send the maintenance plan.|City Works
. 480"""),
    Example("de", False, QUARTERLY_DE, """
T 400: Sehr geehrte Damen und Herren, die Wartung wäre fällig.|Ernst
. 520"""),
    Example("de", False, """
C 0: Hi, zweimal Yoga für nächste Woche bitte.|Anna
C 10: Hi, nochmal zwei.|Anna
C 20: Hi, diesmal drei.|Anna""", ". 110"),
    Example("en", False, QUARTERLY_EN, """
T 400: Dear Sirs, the service is due.|Ernest
. 520"""),
    Example("en", False, """
C 0: Hi, two yoga classes next week, please.|Anna
C 10: Hi, two more.|Anna
C 20: Hi, three this time.|Anna""", ". 110"),
)  # fmt: skip

EXAMPLES = (*FIRST, *LATER)
