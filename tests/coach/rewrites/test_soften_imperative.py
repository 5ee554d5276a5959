"""Orders become questions in the writer's own form of address; steps, invitations and conditions stay."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.model import Span
from coach.profile import Profile
from coach.rewriter import rewritten
from coach.rewrites.soften_imperative import REWRITER


def after(coach: Coach, text: str, language: str, at: str = "") -> str:
    """The text with every change that the rewriter offers (for these words, where given)."""
    situation = coach.situation(text, Profile(), language=language)
    assert situation is not None
    place = Span(text.index(at), text.index(at) + len(at)) if at else None
    edits = tuple(edit for each in REWRITER.rewrite(situation, place) for edit in each.edits)
    return rewritten(text, edits)


GERMAN = (
    ("Schicken Sie mir die Rechnung.", "Könnten Sie mir bitte die Rechnung schicken?"),
    ("Bitte schicken Sie mir die Rechnung.", "Könnten Sie mir bitte die Rechnung schicken?"),
    ("Schicken Sie mir bitte die Rechnung.", "Könnten Sie mir bitte die Rechnung schicken?"),
    ("Bitte bestätigen Sie den Termin.", "Könnten Sie bitte den Termin bestätigen?"),
    ("Senden Sie es mir bis Freitag zu.", "Könnten Sie es mir bitte bis Freitag zusenden?"),
    ("Teilen Sie uns mit, wann der Ofen kommt.", "Könnten Sie uns bitte mitteilen, wann der Ofen kommt?"),
    ("Schicken Sie uns die Fotos, die Sie gemacht haben.", "Könnten Sie uns bitte die Fotos schicken, die Sie gemacht haben?"),
    ("Schicken Sie uns die Maße, damit wir rechnen können.", "Könnten Sie uns bitte die Maße schicken, damit wir rechnen können?"),
    ("Schicken Sie uns die Maße, dann rechnen wir.", None),
    ("Schicken Sie uns die Maße, Fotos und den Plan.", None),
    ("Geben Sie uns bitte Bescheid bis Freitag.", "Könnten Sie uns bitte bis Freitag Bescheid geben?"),
    ("Geben Sie uns eine Antwort.", "Könnten Sie uns bitte eine Antwort geben?"),
    ("Rufen Sie mich an.", "Könnten Sie mich bitte anrufen?"),
    ("Bitte unterschreiben Sie den Vertrag und schicken Sie ihn uns zurück.", "Könnten Sie bitte den Vertrag unterschreiben und ihn uns zurückschicken?"),
    ("Schick mir die Maße.", "Könntest du mir bitte die Maße schicken?"),
    ("Hast du Zeit? Schick mir bitte die Maße.", "Hast du Zeit? Könntest du mir bitte die Maße schicken?"),
    ("Hast du Zeit? Ruf mich an.", None),
    ("Kommst du? Gib mir bitte kurz Bescheid.", "Kommst du? Könntest du mir bitte kurz Bescheid geben?"),
    ("Ich hoffe, Du kommst. Schick mir bitte Deine Maße.", "Ich hoffe, Du kommst. Könntest Du mir bitte Deine Maße schicken?"),
    ("Habt ihr Zeit? Schickt uns bitte eure Maße.", "Habt ihr Zeit? Könntet ihr uns bitte eure Maße schicken?"),
    ("Sie müssen uns noch die Maße schicken.", "Könnten Sie uns bitte noch die Maße schicken?"),
    ("Du musst mir noch die Maße schicken.", "Könntest du mir bitte noch die Maße schicken?"),
    ("Ihr müsst uns noch die Maße schicken.", "Könntet ihr uns bitte noch die Maße schicken?"),
    ("Sie müssen uns nicht die Maße schicken.", None),
    ("Sie müssen die Maße nur einmal messen.", None),
    ("Sie müssen sich keine Sorgen machen.", None),
    ("Gehen Sie auf Einstellungen.", None),
    ("Klicken Sie auf Senden. Schicken Sie uns das Protokoll.", None),
    ("- Schicken Sie uns die Maße.\n- Überweisen Sie uns den Betrag.", None),
    ("Melden Sie sich gern bei uns.", None),
    ("Rufen Sie uns an, wenn Sie Fragen haben.", None),
    ("Schicken Sie mir nicht die Rechnung.", None),
    ("Haben Sie einen schönen Tag.", None),
    ("Grüßen Sie Ihre Frau.", None),
    ("Lassen Sie uns das am Montag klären.", None),
    ("Schicken Sie mir die Rechnung?", None),
    ("Entschuldigen Sie die Verspätung.", None),
    ("Beachten Sie bitte die Frist.", None),
    ("Er schrieb: „Schicken Sie mir die Rechnung.“", None),
    ("Wir schicken Ihnen die Rechnung.", None),
    ("Schicke dir morgen die Rechnung.", None),
    ("Schauen Sie sich den Garten an.", None),
)  # fmt: skip

ENGLISH = (
    ("Send me the bill.", "Could you please send me the bill?"),
    ("Please send me the bill.", "Could you please send me the bill?"),
    ("Please, send me the bill.", "Could you please send me the bill?"),
    ("Kindly confirm your address.", "Could you please confirm your address?"),
    ("Send me the bill, please.", "Could you please send me the bill?"),
    ("Please confirm the date by Friday.", "Could you please confirm the date by Friday?"),
    ("Please check the bill and let me know.", "Could you please check the bill and let me know?"),
    ("Let me know which colour you want.", "Could you please let me know which colour you want?"),
    ("Let me know what you think.", None),
    ("Let me know if you need anything.", None),
    ("Please let me know if you have questions.", None),
    ("Tell us when the oven arrived.", "Could you please tell us when the oven arrived?"),
    ("Fill in the form and return it to us.", "Could you please fill in the form and return it to us?"),
    ("Please reply to this mail by Monday.", "Could you please reply to this mail by Monday?"),
    ("You need to send us the form.", "Could you please send us the form?"),
    ("You must send us the form.", "Could you please send us the form?"),
    ("You have to return the form to us.", "Could you please return the form to us?"),
    ("You must not send us the form.", None),
    ("You need to restart the oven.", None),
    ("You need to send us the form before we can start.", None),
    ("Send me the plan and I will check it.", None),
    ("Send me the plan, I will check it.", None),
    ("Send it back if it does not fit.", None),
    ("Check the cable.", None),
    ("Please check the cable.", "Could you please check the cable?"),
    ("Please press the knob. Then send us the code.", None),
    ("1. Send us the form.\n2. Pay our bill.", None),
    ("- Send us the form.", None),
    ("Please note the date.", None),
    ("Please find the bill attached.", None),
    ("Please feel free to call us.", None),
    ("Please accept our apologies.", None),
    ("Please do not send us the bill.", None),
    ("Have a nice day.", None),
    ("Thanks for sending me the bill.", None),
    ("Send me the bill?", None),
    ("Please send us the following:", None),
    ("Give it a try.", None),
    ("Let us meet on Monday.", None),
    ("Call me a dreamer.", None),
    ("She wrote: “Send me the bill.”", None),
    ("We send you the bill.", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "becomes"), GERMAN)
def test_german(coach: Coach, text: str, becomes: str | None) -> None:
    assert after(coach, text, "de") == (becomes or text)


@pytest.mark.parametrize(("text", "becomes"), ENGLISH)
def test_english(coach: Coach, text: str, becomes: str | None) -> None:
    assert after(coach, text, "en") == (becomes or text)


def test_only_what_mends_the_words_pointed_at(coach: Coach) -> None:
    text = "Send me the plan. Thank you for the call. Send us the bill."
    assert (
        after(coach, text, "en", "us") == "Send me the plan. Thank you for the call. Could you please send us the bill?"
    )
