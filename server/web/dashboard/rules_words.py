"""Texts of the page on rules."""

from __future__ import annotations

from server.web.dashboard.wording import Texts, both

WORDS: Texts = {
    "navigation": both("Regeln", "Rules"),
    "title": both("Regeln", "Rules"),
    "lead": both(
        ("{n} Regel ist in Kraft.", "{n} Regeln sind in Kraft."), ("{n} rule is in force.", "{n} rules are in force.")
    ),
    "are_off": both(("{n} ist aus.", "{n} sind aus."), ("{n} is off.", "{n} are off.")),
    "counts_how": both(
        "Übernommen und weggeklickt zählt von allen zusammen, nie nach Person, und steht erst ab {least} "
        "Entscheidungen da. Gezählt wird wochenweise, und erst, wenn genügend Mitarbeiter beteiligt waren.",
        "Followed and dismissed count everybody together, never by person, and only show from {least} decisions on. "
        "They are counted by weeks, and only once enough people took part.",
    ),
    "problems": both(
        (
            "{n} Fehler in den Regeldateien; die letzten guten Regeln bleiben in Kraft.",
            "{n} Fehler in den Regeldateien; die letzten guten Regeln bleiben in Kraft.",
        ),
        (
            "{n} mistake in the rule files; the last good rules stay in force.",
            "{n} mistakes in the rule files; the last good rules stay in force.",
        ),
    ),
    "apart": both(
        (
            "Für {n} Branche oder Postfach gelten eigene Regeln.",
            "Für {n} Branchen oder Postfächer gelten eigene Regeln.",
        ),
        ("{n} segment or mailbox has rules of its own.", "{n} segments or mailboxes have rules of their own."),
    ),
    "topics": both("Themen", "Topics"),
    "rule": both("Regel", "Rule"),
    "severity": both("Gewicht", "Severity"),
    "severity_info": both("Hinweis", "info"),
    "severity_advice": both("Rat", "advice"),
    "severity_warning": both("Warnung", "warning"),
    "languages": both("Sprachen", "Languages"),
    "followed": both("übernommen", "followed"),
    "dismissed": both("weggeklickt", "dismissed"),
    "few": both("zu wenige", "too few"),
    "off": both("aus", "off"),
    "why": both("Warum", "Why"),
    "when": both("Wann sie spricht", "When it speaks"),
    "kind": both("Art", "Kind"),
    "rewriter": both("Schreibt um mit", "Rewrites with"),
    "hold": both("Fragt vor dem Senden nach", "Asks before the mail is sent"),
    "yes": both("ja, wenn eingeschaltet", "yes, where switched on"),
    "example": both("Beispiel", "Example"),
    "becomes": both("Daraus wird", "It becomes"),
    "file": both("Datei", "File"),
    "topic_address form": both("Anrede mit Du und Sie", "Form of address"),
    "topic_apology": both("Entschuldigung", "Apology"),
    "topic_emotion": both("Gefühl", "Emotion"),
    "topic_eye level": both("Augenhöhe", "Eye level"),
    "topic_greeting and closing": both("Anrede und Gruß", "Greeting and closing"),
    "topic_honest promises": both("Ehrliche Zusagen", "Honest promises"),
    "topic_last impression": both("Letzter Eindruck", "Last impression"),
    "topic_length": both("Länge", "Length"),
    "topic_motives": both("Motive", "Motives"),
    "topic_needs": both("Bedürfnisse", "Needs"),
    "topic_one goal": both("Ein Ziel", "One goal"),
    "topic_phase": both("Phase", "Phase"),
    "topic_pressure": both("Druck", "Pressure"),
    "topic_privacy": both("Datenschutz", "Privacy"),
    "topic_register": both("Stilebene", "Register"),
    "topic_regulatory focus": both("Gewinn und Sicherheit", "Regulatory focus"),
    "topic_structure": both("Aufbau", "Structure"),
    "topic_warmth": both("Wärme", "Warmth"),
    "topic_wording": both("Wortwahl", "Wording"),
}
