"""Du or Sie."""

from __future__ import annotations

import pytest

import coach

CASES = {
    "sie": (
        "Könnten Sie uns bitte ein Angebot schicken?",
        "Sie haben recht.",
        "Ihre Rechnung ist da.",
        "Ihr Angebot gefällt uns.",
        "Wir danken Ihnen für die Mühe.",
        "Haben Sie Zeit? Dann rufe ich Sie an.",
        "Bitte melden Sie sich.",
        "Wie geht es Ihnen? Sie wollten mir noch die Liste geben.",
        "Sie sind uns jederzeit willkommen.",
    ),
    "du": (
        "Kannst du mir das schicken?",
        "Ich danke dir für deine Mühe.",
        "Habt ihr die Teile schon?",
        "Könnt ihr euch bitte melden?",
        "Ihr habt recht, das war unser Fehler.",
        "Schick mir bitte die Liste.",
        "Melde dich einfach.",
        "Hast die Teile schon bekommen?",
        "Dein Angebot ist da, sie haben es gestern gebracht.",
        "Danke für Eure Hilfe, Ihr seid super.",
        "Bitte schick mir die Liste.",
        "Dann mach das bitte.",
        "Schickt uns bitte die Liste.",
    ),
    "mixed": (
        "Hast du Zeit? Dann schicke ich Ihnen das Angebot.",
        "Wir melden uns bei Ihnen, sobald du fertig bist.",
    ),
    None: (
        "Die Ware ist da.",
        "Sie ist gestern angekommen.",
        "Er hat gesagt, dass sie morgen kommen.",
        "Sie wuchs in Budapest auf.",
        "Sie hat den Sensor getauscht.",
        "Der Kollege sagte: „Du musst den Stecker ziehen.“",
        "Ich habe ihr das Paket gegeben.",
        "Melde mich morgen.",
        "Schicke die Rechnung morgen.",
        "Warte auf den Sensor.",
        "Bring ich morgen mit.",
        "Check ist erledigt.",
        "Ruf gestern verpasst.",
        "Die Teile sind da. Sie passen nicht.",
        "Die Pumpen laufen. Ihre Dichtungen sind neu.",
        "Frau Wolf ist da. Ihre Unterlagen fehlen noch.",
        "Das Angebot der DEIN GmbH ist da.",
        "",
    ),
}


@pytest.mark.parametrize(
    ("text", "form"), [(text, form) for form, texts in CASES.items() for text in texts], ids=lambda each: str(each)[:40]
)
def test_tells_du_from_sie(text: str, form: str | None) -> None:
    assert coach.address_form(text) == form


def test_english_has_no_such_form() -> None:
    assert coach.address_form("Could you send it?", language="en") is None


def test_a_greeting_with_name_is_not_an_address_form() -> None:
    assert coach.address_form("Sehr geehrte Frau Wolf,\n\ndie Ware ist da.\n\nMit freundlichen Grüßen") is None


def test_a_quoted_mail_does_not_decide() -> None:
    assert coach.address_form("Das mache ich gern für dich.\n\n> Könnten Sie das bitte prüfen?\n") == "du"


def test_rewriting_says_that_it_cannot_yet() -> None:
    with pytest.raises(coach.NotBuiltYet):
        coach.rewrite_address_form("Können Sie kommen?", to="du")


def test_rewriting_leaves_a_text_that_fits_as_it_is() -> None:
    assert coach.rewrite_address_form("Kannst du kommen?", to="du") == "Kannst du kommen?"
    assert coach.rewrite_address_form("Die Ware ist da.", to="sie") == "Die Ware ist da."


def test_rewriting_refuses_an_unknown_form() -> None:
    with pytest.raises(ValueError, match='must be "du" or "sie"'):
        coach.rewrite_address_form("Kannst du kommen?", to="ihr")
