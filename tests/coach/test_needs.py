"""What a writer asks for."""

from __future__ import annotations

import pytest

from coach import Coach


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Wann können Sie liefern? Der Rest passt.", ["question"]),
        ("Bitte schicken Sie uns die Rechnung. Danke.", ["request"]),
        ("Wir hätten gern einen Termin im März.", ["wish"]),
        ("Der Sensor ist schon wieder defekt und der Ausfall kostet uns Geld.", ["complaint"]),
        ("Die Ware ist angekommen. Alles bestens.", []),
        ("When can you deliver? The rest is fine.", ["question"]),
        ("Please send us the invoice.", ["request"]),
        ("We would like to visit you in March.", ["wish"]),
        ("The sensor is broken again and the delay is unacceptable.", ["complaint"]),
        ("The goods arrived. All fine.", []),
        ("Die Waage ist seit drei Tagen defekt.", ["complaint"]),
        ("Wir sind sehr enttäuscht.", ["complaint"]),
        ("Die Rechnung stimmt nicht.", ["complaint"]),
        ("Wir warten seit zwei Wochen auf den Sensor.", ["complaint"]),
        ("Two parcels are missing.", ["complaint"]),
        ("The display still does not work.", ["complaint"]),
        ("Das Problem ist behoben, kein Fehler mehr.", []),
        ("Dann können wir am Montag starten.", []),
        ("Ich brauche nichts mehr.", []),
        ("Bitte entschuldigen Sie die Störung.", []),
        ("Please accept our apologies.", []),
        ("We want to thank you for the visit.", []),
        ("Wir bräuchten noch zwei Dichtungen.", ["request"]),
        ("Give me a call tomorrow.", ["request"]),
    ],
)
def test_finds_needs(coach: Coach, text: str, kinds: list[str]) -> None:
    assert [str(need.kind) for need in coach.needs(text)] == kinds


def test_says_where_the_need_stands(coach: Coach) -> None:
    text = "Hallo Tom,\n\ndie Ware ist da. Wann kommt der Techniker?\n\nGruß\nEva"
    (need,) = coach.needs(text)
    assert need.span.of(text) == need.text == "Wann kommt der Techniker?"


def test_the_quoted_mail_asks_nothing(coach: Coach) -> None:
    assert coach.needs("Das passt uns gut.\n\n> Wann können Sie liefern?\n") == []
