"""What an export says about itself, and what each of its tables means, for the person who asked."""

from __future__ import annotations

README = """\
EINKLANG: everything that is stored about {addresses}
Alles, was über {addresses} gespeichert ist
{day}

  mails/            {mails} mails and notes, each as a file; texts that are no longer kept are missing
                    Mails und Notizen, je eine Datei; Texte, die nicht mehr aufbewahrt werden, fehlen
  profile.json      how this person writes, as figures with their meaning and in words
                    wie diese Person schreibt, als Zahlen mit Bedeutung und in Worten
  everything.json   all rows of the database about this person, as they are stored
                    alle Zeilen der Datenbank zu dieser Person, wie sie gespeichert sind

Rows by table / Zeilen je Tabelle:
{tables}

Words in the mail of other people that name this person are not in here: they are data of those people, too.
Nennungen in der Post anderer sind nicht enthalten: Das sind auch deren Daten.
"""

MEANINGS = {
    "customer": "name, address, how many mails, when the first and the last / Name, Adresse, Zahl und Zeit der Mails",
    "customer_language": "how many mails in which language / wie viele Mails in welcher Sprache",
    "customer_mailbox": "which mailboxes hold mail / in welchen Postfächern Mails liegen",
    "alias": "addresses that belong to one person / Adressen, die zu einer Person gehören",
    "contact": "what imported lists say: name, company, segment / was eingelesene Listen sagen",
    "message": "the mails as they are kept / die Mails, wie sie aufbewahrt werden",
    "sample": "what was measured in each mail, figures only / was in jeder Mail gemessen wurde, nur Zahlen",
    "trace": "what each mail leaves for the relationship, figures and places / Spuren jeder Mail, Zahlen und Stellen",
    "matter": "needs and promises: in which mail, where, due when / Anliegen und Zusagen: wo, bis wann",
    "profile": "the sum of all samples / die Summe aller Messungen",
    "relationship": "the grade A, B or C with all that is behind it / die Einstufung A, B, C und worauf sie beruht",
    "relationship_claim": "which process grades them this minute / welcher Prozess sie gerade einstuft",
    "relationship_history": "how the grade moved by day / Verlauf der Einstufung",
    "grade_correction": "grades set by people, and why / Einstufungen von Hand, mit Grund",
    "hint_feedback": "which hints are hidden for this customer / welche Hinweise ausgeblendet sind",
    "outcome": "answers and deals / Antworten und Abschlüsse",
    "feedback_link": "questions sent as a link / als Link gestellte Fragen",
    "alert": "warnings raised / Warnungen",
    "outgoing_event": "what other programs are told / was anderen Programmen gemeldet wird",
    "webhook_delivery": "to whom that went / wohin das ging",
}

FUNCTION_WORDS = {
    "articles": "Artikel",
    "auxiliary_verbs": "Hilfsverben",
    "common_adverbs": "häufige Adverbien",
    "conjunctions": "Bindewörter",
    "impersonal_pronouns": "unpersönliche Fürwörter",
    "negations": "Verneinungen",
    "personal_pronouns": "persönliche Fürwörter",
    "prepositions": "Verhältniswörter",
    "quantifiers": "Mengenwörter",
}


def of_function_words(kind: str) -> dict[str, str]:
    """What a share of function words of one kind is, by language."""
    shown = FUNCTION_WORDS.get(kind, kind)
    return {"de": f"Anteil der Funktionswörter: {shown}", "en": f"share of function words: {kind.replace('_', ' ')}"}
