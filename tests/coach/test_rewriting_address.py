"""Sie to du and back: each pair is one text in both forms; where only one way is meant, the other is not claimed."""

from __future__ import annotations

import pytest

import coach

BOTH_WAYS = (
    ("Können Sie mir das schicken?", "Kannst du mir das schicken?"),
    ("Haben Sie Ihre Rechnung schon bezahlt?", "Hast du deine Rechnung schon bezahlt?"),
    ("Wenn Sie morgen Zeit haben, rufe ich Sie an.", "Wenn du morgen Zeit hast, rufe ich dich an."),
    ("Ich danke Ihnen für Ihren Brief.", "Ich danke dir für deinen Brief."),
    ("Bitte schicken Sie mir die Liste.", "Bitte schick mir die Liste."),
    ("Rufen Sie mich bitte an.", "Ruf mich bitte an."),
    ("Geben Sie uns kurz Bescheid.", "Gib uns kurz Bescheid."),
    ("Melden Sie sich, wenn Sie Fragen haben.", "Melde dich, wenn du Fragen hast."),
    ("Nehmen Sie sich Zeit.", "Nimm dir Zeit."),
    ("Freuen Sie sich auf den Termin?", "Freust du dich auf den Termin?"),
    ("Das hätten Sie wissen können.", "Das hättest du wissen können."),
    ("Ich weiß, dass Sie das hätten prüfen müssen.", "Ich weiß, dass du das hättest prüfen müssen."),
    ("Wären Sie so nett?", "Wärst du so nett?"),
    ("Waren Sie gestern im Büro?", "Warst du gestern im Büro?"),
    ("Würden Sie das bitte prüfen?", "Würdest du das bitte prüfen?"),
    ("Seien Sie bitte pünktlich.", "Sei bitte pünktlich."),
    ("Warten Sie bitte auf Herrn Huber.", "Warte bitte auf Herrn Huber."),
    ("Lesen Sie den Vertrag und unterschreiben Sie ihn.", "Lies den Vertrag und unterschreibe ihn."),
    ("Wie Sie wissen, liefern wir am Montag.", "Wie du weißt, liefern wir am Montag."),
    ("Die Unterlagen, die Sie brauchen, liegen bei.", "Die Unterlagen, die du brauchst, liegen bei."),
    ("Für Sie und Ihr Team haben wir etwas vorbereitet.", "Für dich und dein Team haben wir etwas vorbereitet."),
    ("Ich bitte Sie, sich bis Freitag zu melden.", "Ich bitte dich, dich bis Freitag zu melden."),
    ("Unsere Kollegen haben Sie gestern nicht erreicht.", "Unsere Kollegen haben dich gestern nicht erreicht."),
    ("Den Link finden Sie unten.", "Den Link findest du unten."),
)

TO_DU = (
    ("Wissen Sie, was fehlt?", "Weißt du, was fehlt?"),
    ("Dann melden Sie sich bitte kurz.", "Dann melde dich bitte kurz."),
    ("Brauchen Sie Hilfe, rufen Sie an.", "Brauchst du Hilfe, ruf an."),
    ("Wir hoffen, dass Sie zufrieden waren und bald wiederkommen.", "Wir hoffen, dass du zufrieden warst und bald wiederkommst."),
    ("Haben Sie einen schönen Tag!", "Hab einen schönen Tag!"),
    ("Niemand kennt das System besser als Sie.", "Niemand kennt das System besser als du."),
    ("Mein Vorschlag: Sie kommen vorbei.", "Mein Vorschlag: Du kommst vorbei."),
)  # fmt: skip

TO_SIE = (
    ("Haste kurz Zeit für mich? Du weißt ja, worum es geht.", "Haben Sie kurz Zeit für mich? Sie wissen ja, worum es geht."),
    ("Habt ihr euren Zähler abgelesen?", "Haben Sie Ihren Zähler abgelesen?"),
    ("Melde mich morgen, wenn du magst.", "Melde mich morgen, wenn Sie mögen."),
    ("Ob du das Gerät benutzt, ist egal.", "Ob Sie das Gerät benutzen, ist egal."),
    ("Sag mir, was du brauchst. Hab einen schönen Tag!", "Sagen Sie mir, was Sie brauchen. Haben Sie einen schönen Tag!"),
)  # fmt: skip


@pytest.mark.parametrize(("sie", "du"), [*BOTH_WAYS, *TO_DU])
def test_from_sie_to_du(sie: str, du: str) -> None:
    assert coach.rewrite_address_form(sie, to="du") == du


@pytest.mark.parametrize(("du", "sie"), [*((du, sie) for sie, du in BOTH_WAYS), *TO_SIE])
def test_from_du_to_sie(du: str, sie: str) -> None:
    assert coach.rewrite_address_form(du, to="sie") == sie


MAIL_SIE = """Liebe Anna,

vielen Dank für Ihre Nachricht. Können Sie uns bitte noch sagen, wann Sie das Gerät bekommen haben? \
Schicken Sie uns am besten ein Foto, dann prüfen wir es für Sie.

Der Techniker sagte: „Rufen Sie mich an.“

Viele Grüße
Ihre Eva

> Können Sie mir helfen?
"""

MAIL_DU = """Liebe Anna,

vielen Dank für deine Nachricht. Kannst du uns bitte noch sagen, wann du das Gerät bekommen hast? \
Schick uns am besten ein Foto, dann prüfen wir es für dich.

Der Techniker sagte: „Rufen Sie mich an.“

Viele Grüße
Deine Eva

> Können Sie mir helfen?
"""


def test_a_whole_mail_changes_but_for_what_others_said() -> None:
    assert coach.rewrite_address_form(MAIL_SIE, to="du") == MAIL_DU
    assert coach.rewrite_address_form(MAIL_DU, to="sie") == MAIL_SIE


def test_the_rewritten_mail_is_in_the_other_form() -> None:
    assert coach.address_form(coach.rewrite_address_form(MAIL_SIE, to="du")) == "du"
    assert coach.address_form(coach.rewrite_address_form(MAIL_DU, to="sie")) == "sie"


def test_a_text_that_fits_comes_back_as_it_is() -> None:
    assert coach.rewrite_address_form("Kannst du kommen?", to="du") == "Kannst du kommen?"
    assert coach.rewrite_address_form("Die Ware ist da.", to="sie") == "Die Ware ist da."
    assert coach.rewrite_address_form("", to="sie") == ""


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match='must be "du" or "sie"'):
        coach.rewrite_address_form("Kannst du kommen?", to="ihr")
