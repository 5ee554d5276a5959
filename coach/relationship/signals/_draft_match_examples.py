"""Exchanges in which the team's mails fitted the customer, and in which they did not; "fits" is their score."""

from __future__ import annotations

from coach.relationship.signal import Example

DE = (
    Example("de", True, "C 0: Guten Tag, anbei die Bestellung.", "T 1 fits 91: Guten Tag Frau Sand, danke, die Bestellung ist notiert."),
    Example("de", True, "C 0: moin, wann kommt ihr?\nT 0.1 fits 41: Sehr geehrte Damen und Herren, Ihre Anfrage wird bearbeitet.",
            "T 3 fits 84: Moin, wir kommen morgen um acht."),
    Example("de", True, "T 0 fits 62: Guten Tag.\nT 9 fits 58: Guten Tag.", "T 20 fits 77: Guten Tag Herr Blau, hier ist der Plan."),
    Example("de", True, "T 0 fits 85: Liebe Frau Groß, anbei der Entwurf.", "T 30 fits 96: Liebe Frau Groß, wie schön!"),
    Example("de", True, "T 0 fits 30: Werte Kunden!\nC 4: Bitte schreiben Sie mir persönlich.", "T 5 fits 88: Guten Tag Frau Kühn, gern."),
    Example("de", True, "C 0: Ist der Saal frei?\nT 1 fits 50: Anfrage erhalten.\nT 2 fits 52: Anfrage weitergeleitet.",
            "T 3 fits 81: Ja, der Saal ist am Samstag frei."),
    Example("de", True, "T 0 fits 45: Guten Tag.\nT 200 fits 48: Guten Tag.", "T 400 fits 86: Hallo Herr Kurz, passt!"),
    Example("de", False, "C 0: Guten Tag, anbei die Bestellung.", "T 1 fits 38: hey, alles klaro!!"),
    Example("de", False, "T 0 fits 92: Moin, wir kommen morgen.", "T 3 fits 44: Sehr geehrte Damen und Herren, wir nehmen Bezug auf Ihr Schreiben."),
    Example("de", False, "T 0 fits 72: Guten Tag.\nT 9 fits 78: Guten Tag.", "T 20 fits 51: Guten Tag."),
    Example("de", False, "T 0 fits 85: Liebe Frau Groß, anbei der Entwurf.", "T 30 fits 60: Der Entwurf liegt vor. Um Freigabe wird gebeten."),
    Example("de", False, "T 0 fits 88: Hallo Ina, klar!\nT 4 fits 90: Hallo Ina, gern!", "T 5 fits 35: Ihr Anliegen wurde an die Fachabteilung übermittelt."),
    Example("de", False, "T 0 fits 70: Guten Tag.\nC 1: Danke.", "T 2 fits 49: Nochmals Danke und Tschüssi :)"),
    Example("de", False, "T 0 fits 94: Guten Tag.\nT 300 fits 95: Guten Tag.", "T 600 fits 47: Guten Tag."),
)  # fmt: skip

EN = (
    Example("en", True, "C 0: Please find our order attached.", "T 1 fits 90: Dear Ms Sands, thank you, your order has been noted."),
    Example("en", True, "C 0: hi, when are you coming?\nT 0.1 fits 40: Dear Sir or Madam, your request is being processed.",
            "T 3 fits 83: Hi, tomorrow at eight."),
    Example("en", True, "T 0 fits 60: Hello.\nT 9 fits 57: Hello.", "T 20 fits 79: Hello Mr Blue, here is the plan."),
    Example("en", True, "T 0 fits 86: Dear Jo, the draft is attached.", "T 30 fits 93: Dear Jo, how lovely!"),
    Example("en", True, "T 0 fits 33: Dear customer!\nC 4: Please write to me in person.", "T 5 fits 87: Dear Ms Keen, gladly."),
    Example("en", True, "C 0: Is the hall free?\nT 1 fits 49: Request received.\nT 2 fits 53: Request forwarded.",
            "T 3 fits 80: Yes, the hall is free on Saturday."),
    Example("en", True, "T 0 fits 46: Hello.\nT 200 fits 47: Hello.", "T 400 fits 85: Hi Bob, works for us!"),
    Example("en", False, "C 0: Please find our order attached.", "T 1 fits 36: hey, all good mate!!"),
    Example("en", False, "T 0 fits 91: Hi, tomorrow at eight.", "T 3 fits 43: Dear Sir or Madam, we refer to your letter."),
    Example("en", False, "T 0 fits 73: Hello.\nT 9 fits 77: Hello.", "T 20 fits 50: Hello."),
    Example("en", False, "T 0 fits 85: Dear Jo, the draft is attached.", "T 30 fits 61: The draft is available. Approval is requested."),
    Example("en", False, "T 0 fits 89: Hi Ina, sure!\nT 4 fits 90: Hi Ina, of course!", "T 5 fits 34: Your matter has been forwarded to the department."),
    Example("en", False, "T 0 fits 71: Hello.\nC 1: Thanks.", "T 2 fits 48: Thx again and byeee :)"),
    Example("en", False, "T 0 fits 95: Hello.\nT 300 fits 94: Hello.", "T 600 fits 45: Hello."),
)  # fmt: skip

EXAMPLES = DE + EN
