"""Exchanges that show how a mood rises and falls, written before the measure was looked at."""

from __future__ import annotations

from coach.relationship.signal import Example

CALM_DE = """
C 0: Guten Tag Herr Lohse,||welche Farbe hat der Lack laut Auftrag?||Freundliche Grüße|S. Adler
T 0.4: Guten Tag Frau Adler,||RAL 7016.||Freundliche Grüße|P. Lohse
C 9: Guten Tag Herr Lohse,||bitte schicken Sie mir noch das Datenblatt.||Freundliche Grüße|S. Adler
"""
CALM_EN = """
C 0: Hello Grace,||which colour was agreed for the doors?||Regards,|Neil
T 0.3: Hello Neil,||light grey.||Regards,|Grace
C 8: Hello Grace,||please send the data sheet.||Regards,|Neil
"""
ANGRY_DE = (
    CALM_DE
    + """
C 20: Guten Tag Herr Lohse,||ich bin stinksauer. Das ist eine Frechheit, und wir ärgern uns maßlos über diese \
Schlamperei!||S. Adler
"""
)
ANGRY_EN = (
    CALM_EN
    + """
C 20: Grace, I am furious. This is outrageous, and we are fed up with this nonsense!||Neil
"""
)
GLAD_DE = (
    CALM_DE
    + """
C 20: Guten Tag Herr Lohse,||wir haben uns sehr gefreut, das Ergebnis ist großartig. Danke!||Freundliche Grüße|S. Adler
"""
)
GLAD_EN = (
    CALM_EN
    + """
C 20: Hello Grace,||we are delighted, the doors look fantastic. Thank you!||Regards,|Neil
"""
)

FIRST = (
    Example("de", True, CALM_DE, """
C 30: Hallo Herr Lohse,||ich freue mich riesig, das ist ein fantastisches Ergebnis! Alle hier sind begeistert und \
glücklich.||S. Adler"""),
    Example("de", True, ANGRY_DE, """
T 20.2: Guten Tag Frau Adler,||das tut uns leid, wir kommen morgen.||P. Lohse
C 22: Guten Tag Herr Lohse,||wunderbar, jetzt sind wir glücklich. Vielen Dank, das hat uns sehr gefreut!||S. Adler"""),
    Example("de", True, "", """
C 0: Juhu, der Ofen steht und wir sind überglücklich! Toll gemacht, danke euch!|Kati"""),
    Example("de", True, ANGRY_DE, """
C 34: Guten Tag Herr Lohse,||welche Lieferzeit haben die Griffe?||Freundliche Grüße|S. Adler
C 41: Guten Tag Herr Lohse,||passt, bitte so bestellen.||Freundliche Grüße|S. Adler"""),
    Example("en", True, CALM_EN, """
C 19: Hello Grace,||we were thrilled to see the result. It's brilliant, and everyone is so happy!||Neil"""),
    Example("en", True, ANGRY_EN, """
C 24: Hi Grace, what a relief, I'm really pleased and happy with the new doors. Thank you!||Neil"""),
    Example("en", True, "", """
C 0: omg it arrived and it's gorgeous, we're over the moon!! thank you"""),
    Example("en", True, GLAD_EN, """
C 31: Good news: the inspectors were delighted too. We couldn't be happier.||Neil"""),
    Example("de", False, CALM_DE, """
C 21: Herr Lohse, das ist wirklich ärgerlich. Wir sind enttäuscht und verärgert, so eine Schlamperei!||S. Adler"""),
    Example("de", False, GLAD_DE, """
C 33: Guten Tag Herr Lohse,||leider sind wir sehr enttäuscht. Die Tür klemmt, das ist ein Ärgernis für uns.||S. \
Adler"""),
    Example("de", False, ANGRY_DE, """
C 24: Jetzt reicht es! Das ist eine Unverschämtheit, ich bin fassungslos und wütend.||S. Adler"""),
    Example("de", False, "", """
C 0: Sehr geehrte Damen und Herren,||wir sind über die Qualität maßlos enttäuscht. Dieses Verhalten ist \
inakzeptabel.||Hochachtungsvoll|Dr. Brehm"""),
    Example("de", False, CALM_DE, """
C 22: hey, echt nervig jetzt. bin mega sauer, dass das schon wieder schiefgeht. so ein mist"""),
    Example("en", False, CALM_EN, """
C 20: Grace, I'm angry and very disappointed. This is unacceptable.||Neil"""),
    Example("en", False, GLAD_EN, """
C 34: Unfortunately we are quite unhappy now. The paint peels, and that is frustrating and disappointing.||Neil"""),
    Example("en", False, ANGRY_EN, """
C 23: This is ridiculous. I'm absolutely livid, it's a disgrace.||Neil"""),
    Example("en", False, "", """
C 0: Dear Sirs,||we must express our profound disappointment at the handling of our claim. We are dismayed.||Yours \
faithfully,|A. Whitcombe"""),
)  # fmt: skip

LATER = (  # written after the measure, to check it
    Example("de", True, CALM_DE, """
C 16: Sehr geehrter Herr Lohse,||zu unserer großen Freude ist alles rechtzeitig fertig geworden. Wir sind überaus \
zufrieden.||Mit besten Grüßen|S. Adler"""),
    Example("de", True, """
C 0: Guten Tag,||der Zähler ist schon wieder defekt, das ist ärgerlich und enttäuschend.||Wasserverband
C 4: Wir sind sehr verärgert über den Ausfall.||Wasserverband""", """
C 12: Guten Tag,||Ihr Monteur war großartig, wir freuen uns, dass alles läuft!||Wasserverband"""),
    Example("en", True, CALM_EN, """
C 15: Hello Grace,||we were so pleased with the finish. Superb work, I must say.||Kind regards,|Neil"""),
    Example("en", True, ANGRY_EN, """
C 30: Hello Grace,||which hinges did you use?||Regards,|Neil
C 36: Hello Grace,||received, that works for us.||Regards,|Neil
C 43: Hello Grace,||please order two more.||Regards,|Neil"""),
    Example("de", False, GLAD_DE, """
C 30: Leider muss ich sagen: Ich bin entsetzt. So ein Chaos habe ich noch nicht erlebt, das macht mich wütend.||S. \
Adler"""),
    Example("de", False, CALM_DE, """
C 19: Sehr geehrter Herr Lohse,||mit großem Bedauern und wachsendem Unmut stellen wir fest, dass Sie uns enttäuscht \
haben.||Hochachtungsvoll|S. Adler"""),
    Example("en", False, CALM_EN, """
C 18: hi, not happy at all tbh. really annoyed, this sucks||Neil"""),
    Example("en", False, GLAD_EN, """
C 32: Grace, I am appalled. We feel let down and frankly quite upset about this mess.||Neil"""),
)  # fmt: skip

EXAMPLES = (*FIRST, *LATER)
