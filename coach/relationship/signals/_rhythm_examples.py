"""Exchanges that show contact that grows denser or thins out, written before the measure was looked at."""

from __future__ import annotations

from coach.relationship.signal import Example

MONTHLY_DE = """
C 0: Guten Tag, bitte 40 Liter Farbe.|Hornung
T 0.2: Gern.|Lack & Co
C 30: Guten Tag, bitte 30 Liter Farbe.|Hornung
T 30.2: Gern.|Lack & Co
C 61: Guten Tag, bitte 50 Liter Farbe.|Hornung
T 61.2: Gern.|Lack & Co
C 90: Guten Tag, bitte 40 Liter Farbe.|Hornung
T 90.2: Gern.|Lack & Co
"""
MONTHLY_EN = """
C 0: Hello, forty litres of paint, please.|Horne
T 0.2: Sure.|Paint & Co
C 30: Hello, thirty litres of paint, please.|Horne
T 30.2: Sure.|Paint & Co
C 61: Hello, fifty litres of paint, please.|Horne
T 61.2: Sure.|Paint & Co
C 90: Hello, forty litres of paint, please.|Horne
T 90.2: Sure.|Paint & Co
"""
WEEKLY_DE = """
C 0: Moin, zehn Kisten wie immer.|Ole
C 7: Moin, zehn Kisten.|Ole
C 14: Moin, wieder zehn.|Ole
C 21: Moin, diesmal zwölf.|Ole
"""
WEEKLY_EN = """
C 0: Hi, ten crates as always.|Ollie
C 7: Hi, ten crates.|Ollie
C 14: Hi, ten again.|Ollie
C 21: Hi, twelve this time.|Ollie
"""

FIRST = (
    Example("de", True, MONTHLY_DE, """
C 98: Guten Tag, bitte 20 Liter Farbe.|Hornung
C 105: Guten Tag, noch einmal 20 Liter.|Hornung"""),
    Example("de", True, MONTHLY_DE, """
C 100 new: Guten Tag Herr Lack,||wir hätten eine Frage zu den Pinseln.||Gruß|Hornung"""),
    Example("de", True, """
C 0: Sehr geehrte Damen und Herren, wir bitten um Ihren Katalog.|Dr. Menzel
C 60: Sehr geehrte Damen und Herren, wir bitten um Ihre Preisliste.|Dr. Menzel""", """
C 68: Sehr geehrte Frau Ott, wann könnten wir uns bei Ihnen umsehen?|Dr. Menzel"""),
    Example("de", True, MONTHLY_DE, """
N 97: Herr Hornung hat angerufen.
N 103: Herr Hornung hat wieder angerufen."""),
    Example("en", True, MONTHLY_EN, """
C 98: Hello, twenty litres, please.|Horne
C 105: Hello, another twenty.|Horne"""),
    Example("en", True, MONTHLY_EN, """
C 101 new: Hello,||we have a question about the brushes.||Regards,|Horne"""),
    Example("en", True, """
C 0: Dear Sirs, please send us your catalogue.|Dr Menzies
C 60: Dear Sirs, please send us your price list.|Dr Menzies""", """
C 67: Dear Ms Ott, when might we come and have a look round?|Dr Menzies"""),
    Example("en", True, """
C 0: hey, two tickets pls|Zoe
C 40: hey, two tickets pls|Zoe
C 80: hey, three tickets pls|Zoe""", """
C 88: hey, four more!|Zoe
C 93: and two more :)|Zoe"""),
    Example("de", False, WEEKLY_DE, """
C 45: Moin, zehn Kisten.|Ole
C 75: Moin, fünf reichen.|Ole"""),
    Example("de", False, MONTHLY_DE, """
C 170: Guten Tag, bitte 20 Liter Farbe.|Hornung"""),
    Example("de", False, WEEKLY_DE, """
C 60: Moin, zehn Kisten.|Ole"""),
    Example("de", False, """
C 0: Sehr geehrte Frau Ott, wir bestellen zwei Mikroskope.|Dr. Menzel
C 14: Sehr geehrte Frau Ott, dazu bitte vier Objektive.|Dr. Menzel
C 27: Sehr geehrte Frau Ott, und eine Lampe.|Dr. Menzel""", """
C 95: Sehr geehrte Frau Ott, wir brauchen eine Ersatzlampe.|Dr. Menzel"""),
    Example("en", False, WEEKLY_EN, """
C 45: Hi, ten crates.|Ollie
C 75: Hi, five will do.|Ollie"""),
    Example("en", False, MONTHLY_EN, """
C 168: Hello, twenty litres, please.|Horne"""),
    Example("en", False, WEEKLY_EN, """
C 58: Hi, ten crates.|Ollie"""),
    Example("en", False, """
C 0: Dear Ms Ott, we order two microscopes.|Dr Menzies
C 14: Dear Ms Ott, and four lenses, please.|Dr Menzies
C 27: Dear Ms Ott, and a lamp.|Dr Menzies""", """
C 96: Dear Ms Ott, we need a spare lamp.|Dr Menzies"""),
)  # fmt: skip

LATER = (  # written after the measure, to check it
    Example("de", True, MONTHLY_DE, """
C 103 new: Hallo, wir streichen jetzt doch schon früher und brauchen 60 Liter.|Hornung
C 112 new: Hallo, noch 10 Liter, bitte.|Hornung
C 119 new: Hallo, wir haben auch an den Zaun gedacht. Was nehmen wir da?|Hornung"""),
    Example("de", True, """
C 0: Guten Tag, wir hätten gern ein Angebot für die Dachreinigung.|WEG Lindenhof
C 120: Guten Tag, bitte auch für die Rinnen.|WEG Lindenhof
C 240: Guten Tag, bitte noch einmal kommen.|WEG Lindenhof""", """
C 262: Guten Tag, könnten Sie auch die Fenster machen?|WEG Lindenhof
C 280: Guten Tag, und das Treppenhaus?|WEG Lindenhof"""),
    Example("en", True, WEEKLY_EN + """
C 70: Hi, sorry for the break. Ten crates.|Ollie
C 120: Hi, ten crates.|Ollie""", """
C 126: Hi, ten more.|Ollie
C 133: Hi, ten, please.|Ollie"""),
    Example("en", True, """
C 0: Good morning, we would like a quote for cleaning the roof.|Lime Court
C 120: Good morning, for the gutters too, please.|Lime Court
C 240: Good morning, please come again.|Lime Court""", """
C 262: Good morning, could you do the windows as well?|Lime Court
C 280: Good morning, and the stairs?|Lime Court"""),
    Example("de", False, WEEKLY_DE, """
C 49: Moin, acht reichen diesmal.|Ole
C 90: Moin, acht.|Ole
C 140: Moin, vier.|Ole"""),
    Example("de", False, WEEKLY_DE, """
T 40: Moin Ole, wieder zehn?|Fisch Petersen
. 70"""),
    Example("en", False, MONTHLY_EN, """
C 155: Hello, ten litres.|Horne
C 230: Hello, ten litres.|Horne"""),
    Example("en", False, WEEKLY_EN, """
T 40: Hi Ollie, ten again?|Pete's Fish
. 70"""),
)  # fmt: skip

EXAMPLES = (*FIRST, *LATER)
