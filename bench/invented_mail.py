"""Invented mails in German and English that a generated store is filled with: put together from whole sentences."""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from coach import Coach
from coach.model import Sample
from coach.profile import Profile
from coach.relationship import tracing
from coach.relationship.trace import Trace
from server.ingest import shown_address

WRITTEN = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)  # promises fall due as many days after a mail as after this one
PER_SIDE = 60  # different mails of each language and side

OPENINGS = {
    "de": ("Guten Tag Frau Sommer,", "Hallo Herr Winter,", "Sehr geehrte Damen und Herren,", "Liebe Frau Sommer,"),
    "en": ("Dear Ms Summer,", "Hi Tom,", "Hello,", "Dear team,"),
}
CLOSINGS = {
    "de": ("Viele Grüße\nKarla Brandt", "Mit freundlichen Grüßen\nJonas Reuter", "Beste Grüße\nMia Falk"),
    "en": ("Best regards\nClara Brand", "Kind regards\nJonah Reed", "Thanks\nMia Fall"),
}
SENTENCES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("de", "in"): (
        "Vielen Dank für die schnelle Hilfe, das hat uns sehr geholfen.",
        "Die zweite Lieferung ist gestern angekommen, leider fehlten vier Ventile.",
        "Können Sie mir sagen, wann der Techniker kommt?",
        "Bitte schicken Sie uns die Rechnung noch einmal.",
        "Wir sind mit der neuen Pumpe rundum zufrieden.",
        "Seit Montag steht die Anlage wieder still, und wir sind wirklich verärgert.",
        "Auf meine Frage von letzter Woche habe ich noch keine Antwort bekommen.",
        "Im Frühjahr eröffnen wir eine zweite Werkstatt in Fulda.",
        "Was würde ein Wartungsvertrag für drei Jahre kosten?",
        "Wenn das so weitergeht, müssen wir uns einen anderen Anbieter suchen.",
        "Meine Kollegin Frau Ott übernimmt ab Mai die Bestellungen.",
        "Schön wäre es, wenn das Handbuch auch Bilder hätte.",
        "Wir haben den Filter wie beschrieben gewechselt, und jetzt läuft alles.",
        "Ich hoffe, Sie hatten einen erholsamen Urlaub an der See.",
    ),
    ("de", "out"): (
        "Vielen Dank für Ihre Nachricht.",
        "Das tut mir leid, der Fehler lag bei uns.",
        "Wir schicken Ihnen die fehlenden Ventile bis Freitag.",
        "Ich melde mich morgen mit einem Termin bei Ihnen.",
        "Der Techniker kommt am Mittwoch zwischen acht und zehn Uhr.",
        "Die Rechnung hängt an dieser Mail.",
        "Ein Wartungsvertrag über drei Jahre kostet 540 Euro im Jahr.",
        "Haben Sie die neue Dichtung schon eingesetzt?",
        "Bitte prüfen Sie, ob das Ventil ganz geöffnet ist.",
        "Es freut mich, dass die Anlage wieder läuft.",
        "Ich verstehe, dass das ärgerlich für Sie ist.",
        "Wir haben die Bestellung heute an das Lager gegeben.",
    ),
    ("en", "in"): (
        "Thank you so much for the quick help, that saved our week.",
        "The second delivery arrived yesterday, but four valves were missing.",
        "Could you tell me when the engineer will come?",
        "Please send us the invoice once more.",
        "We are very happy with the new pump.",
        "The line has been down again since Monday, and we are really annoyed.",
        "I have not had an answer to my question of last week.",
        "We are opening a second workshop in Leeds this spring.",
        "What would a service contract for three years cost?",
        "If this goes on, we will have to look for another supplier.",
        "My colleague Ms Ott will take over the orders from May.",
        "It would be nice if the manual had pictures.",
        "We changed the filter as you described, and now everything works.",
        "I hope you had a restful holiday by the sea.",
    ),
    ("en", "out"): (
        "Thank you for your message.",
        "I am sorry, the mistake was ours.",
        "We will send you the missing valves by Friday.",
        "I will get back to you tomorrow with a date.",
        "The engineer will be with you on Wednesday between eight and ten.",
        "The invoice is attached to this mail.",
        "A service contract over three years costs 540 euros a year.",
        "Have you put in the new seal yet?",
        "Please check that the valve is fully open.",
        "I am glad that the line is running again.",
        "I understand that this is annoying for you.",
        "We passed the order on to the warehouse today.",
    ),
}
SUBJECTS = {
    "de": ("Lieferung", "Wartung der Anlage", "Rechnung", "Termin", "Frage zur Pumpe"),
    "en": ("Delivery", "Service of the line", "Invoice", "Appointment", "Question about the pump"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One invented mail with all that the product works out of it."""

    language: str
    direction: str
    subject: str
    text: str = field(repr=False)
    words: int
    address: str
    trace: Trace
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Pieces:
    """Mails by language and direction, and profiles that such mails add up to, by language."""

    mails: Mapping[tuple[str, str], tuple[Piece, ...]]
    profiles: Mapping[str, tuple[str, ...]]


def pieces(coach: Coach, dice: random.Random) -> Pieces:
    """PER_SIDE mails of each language and side, read by the coach as incoming mail is."""
    mails = {key: tuple(_piece(coach, *key, _text(dice, *key)) for _ in range(PER_SIDE)) for key in SENTENCES}
    profiles = {}
    for language in OPENINGS:
        texts = [each.text for each in mails[language, "in"]]
        drawn = [dice.sample(texts, count) for count in (3, 6, 10, 20, 40)]
        profiles[language] = tuple(_profile(coach, each, language) for each in drawn)
    return Pieces(mails, profiles)


def _text(dice: random.Random, language: str, direction: str) -> str:
    said = dice.sample(SENTENCES[language, direction], dice.choice((1, 2, 2, 3, 3, 4, 5)))
    return "\n\n".join((dice.choice(OPENINGS[language]), " ".join(said), dice.choice(CLOSINGS[language])))


def _piece(coach: Coach, language: str, direction: str, text: str) -> Piece:
    document = coach.document(text)
    trace = tracing.trace(coach, text, WRITTEN, by_team=direction == "out")
    subject = SUBJECTS[language][document.words % len(SUBJECTS[language])]
    return Piece(language, direction, subject, text, document.words, shown_address(document), trace, trace.to_json())


def _profile(coach: Coach, texts: list[str], language: str) -> str:
    dates = itertools.repeat(WRITTEN)
    profile: Profile = coach.profile(Sample(text, language, date) for text, date in zip(texts, dates, strict=False))
    return profile.to_json()
