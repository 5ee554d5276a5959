"""Direct questions of a customer's, said again as indirect ones; what cannot be turned surely is left."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.care import english_question
from coach.german import indirect_question

FORMAL = [
    ("Wann liefern Sie die Ware aus?", "wann wir die Ware ausliefern"),
    ("Bis wann brauchen Sie die Unterlagen?", "bis wann wir die Unterlagen brauchen"),
    ("Was kostet die Wartung?", "was die Wartung kostet"),
    ("Wie lange dauert der Versand?", "wie lange der Versand dauert"),
    ("Haben Sie meine Mail erhalten?", "ob wir Ihre Mail erhalten haben"),
    ("Ist die Pumpe noch lieferbar?", "ob die Pumpe noch lieferbar ist"),
    ("Wann wird meine Bestellung geliefert?", "wann Ihre Bestellung geliefert wird"),
    ("Welche Größe passt zu unserem Regal?", "welche Größe zu Ihrem Regal passt"),
    ("Kann ich den Vertrag vorher kündigen?", "ob Sie den Vertrag vorher kündigen können"),
    ("Wo finde ich die Anleitung?", "wo Sie die Anleitung finden"),
    ("Muss ich vorher anrufen?", "ob Sie vorher anrufen müssen"),
    ("Wann rufen Sie mich an?", "wann wir Sie anrufen"),
    ("Wer ist mein Ansprechpartner?", "wer Ihr Ansprechpartner ist"),
    ("Gibt es dafür einen Rabatt?", "ob es dafür einen Rabatt gibt"),
    ("Wie hoch sind die Kosten für den Einbau?", "wie hoch die Kosten für den Einbau sind"),
    ("Bieten Sie auch Schulungen an?", "ob wir auch Schulungen anbieten"),
    ("Können wir den Termin verschieben?", None),
    ("Können Sie uns helfen?", None),
    ("Wann kommt der Techniker, und was kostet das?", None),
    ("Wann kommt er und wie lange bleibt er?", None),
    ("Ist die neue so gut wie die alte?", None),
    ("Warum?", None),
]
FAMILIAR = [
    ("Hast du meine Mail bekommen?", "ob ich deine Mail bekommen habe"),
    ("Wann schickst du mir die Liste?", "wann ich dir die Liste schicke"),
    ("Kann ich dich morgen anrufen?", "ob du mich morgen anrufen kannst"),
    ("Bist du am Freitag da?", "ob ich am Freitag da bin"),
    ("Wann kommt der Monteur?", "wann der Monteur kommt"),
]
ENGLISH = [
    ("When will you ship the order?", "when we will ship the order"),
    ("How much does the pump cost?", "how much the pump costs"),
    ("Do you deliver to Spain?", "whether we deliver to Spain"),
    ("Is the red one still available?", "whether the red one is still available"),
    ("Can I cancel the contract early?", "whether you can cancel the contract early"),
    ("Where can I find the manual?", "where you can find the manual"),
    ("How long does the guarantee last?", "how long the guarantee lasts"),
    ("Who is my contact?", "who your contact is"),
    ("Are you open on Saturday?", "whether we are open on Saturday"),
    ("Does the price include VAT?", "whether the price includes VAT"),
    ("Have you received my mail?", "whether we have received your mail"),
    ("Will our data be deleted?", "whether your data will be deleted"),
    ("How many seats do we need?", "how many seats you need"),
    ("Am I on the list?", "whether you are on the list"),
    ("When did you send it?", None),
    ("Can we move the date?", None),
    ("Is it blue or green?", None),
    ("What do you think?", None),
    ("Why?", None),
]


@pytest.mark.parametrize(("question", "clause"), FORMAL)
def test_a_question_to_sie_is_said_by_wir(coach: Coach, question: str, clause: str | None) -> None:
    [sentence] = coach.document(question, "de").sentences
    asides = coach.languages["de"].care.asked.asides
    assert indirect_question.indirect(sentence.tokens, asides, reader="sie") == clause


@pytest.mark.parametrize(("question", "clause"), FAMILIAR)
def test_a_question_to_du_is_said_by_ich(coach: Coach, question: str, clause: str) -> None:
    [sentence] = coach.document(question, "de").sentences
    asides = coach.languages["de"].care.asked.asides
    assert indirect_question.indirect(sentence.tokens, asides, reader="du") == clause


@pytest.mark.parametrize(("question", "clause"), ENGLISH)
def test_an_english_question_is_turned(coach: Coach, question: str, clause: str | None) -> None:
    [sentence] = coach.document(question, "en").sentences
    asides = coach.languages["en"].care.asked.asides
    assert english_question.indirect(sentence.tokens, asides) == clause
