"""Which language a text is in."""

from __future__ import annotations

import pytest

from coach import Coach

ITALIAN = "Buongiorno, vorrei sapere quando arriva la merce che abbiamo ordinato la settimana scorsa. Grazie mille."
DUTCH = "Goedemorgen, wij hebben de bestelling nog niet ontvangen. Kunt u nagaan waar het pakket op dit moment is?"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Danke, das passt.", "de"),
        ("Thanks, that works.", "en"),
        ("moin, waage spinnt. wer kommt?", "de"),
        ("Könnten Sie uns bitte bis Freitag ein Angebot schicken?", "de"),
        ("Could you please send us a quote by Friday?", "en"),
        ("Wir brauchen ein Update zum Feedback aus dem Meeting.", "de"),
        ("The Bundesbahn invoice from Herr Müller is missing.", "en"),
        (ITALIAN, "other"),
        (DUTCH, "other"),
        ("Bonjour, pouvez-vous nous envoyer la facture du mois dernier ? Merci beaucoup.", "other"),
    ],
)
def test_tells_the_language(coach: Coach, text: str, language: str) -> None:
    assert coach.document(text).told == language


@pytest.mark.parametrize("text", ["", "   \n", "12345", "🎉 !!!"])
def test_says_nothing_where_there_are_no_words(coach: Coach, text: str) -> None:
    assert coach.document(text).told is None


def test_two_languages_side_by_side_are_mixed(coach: Coach) -> None:
    text = (
        "Hallo zusammen,\n\nwir haben die Waage geprüft und den Fehler gefunden. Der Sensor war nass und muss neu.\n\n"
        "For our colleagues in Cork: we have checked the scale and found the fault. The sensor was wet.\n\nGruß\nTom"
    )
    assert coach.document(text).told == "mixed"


def test_a_single_english_word_does_not_make_german_mixed(coach: Coach) -> None:
    assert coach.document("Das Meeting ist verschoben, bitte gib mir kurz Feedback dazu.").told == "de"


def test_the_quoted_mail_does_not_count(coach: Coach) -> None:
    text = "Das passt uns gut, wir freuen uns auf den Termin.\n\n" + "\n".join(
        "> The quick answer is that we would like to have it on Monday and not later." for _ in range(12)
    )
    assert coach.document(text).told == "de"


def test_a_given_language_is_believed(coach: Coach) -> None:
    assert coach.document("ok", language="de").told == "de"
