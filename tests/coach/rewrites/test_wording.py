"""Looser and more formal words: what is swapped, and what must stay because the sentence would not stand."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.languages import _de_registers, _en_registers
from coach.register_words import swaps
from tests.coach.rewrites.drafts import first_of, rewrites_of

LOOSER_DE = [
    ("Wir benötigen den Plan bis Freitag.", "Wir brauchen den Plan bis Freitag."),
    ("Der Plan wird am Montag benötigt.", "Der Plan wird am Montag gebraucht."),
    ("Benötigst du den Plan?", "Brauchst du den Plan?"),
    ("Sie erhält die Ware am Montag.", "Sie bekommt die Ware am Montag."),
    ("Die Ware haben wir erhalten.", "Die Ware haben wir bekommen."),
    ("Wir haben den Vertrag gestern übersandt.", "Wir haben den Vertrag gestern geschickt."),
    ("Das Gerät ist defekt.", "Das Gerät ist kaputt."),
    ("Die defekten Lampen tauschen wir.", "Die kaputten Lampen tauschen wir."),
    ("Die erforderlichen Teile sind da.", "Die nötigen Teile sind da."),
    ("Das ist lediglich ein Hinweis.", "Das ist nur ein Hinweis."),
    ("Umgehend kam die Antwort.", "Gleich kam die Antwort."),
    ("Der Kran ist jedoch belegt.", "Der Kran ist aber belegt."),
    ("Zahlreiche Kunden haben gefragt.", "Viele Kunden haben gefragt."),
    ("Wir bitten um eine kurze Rückmeldung.", "Wir bitten um eine kurze Antwort."),
    ("Die Angelegenheit ist erledigt.", "Die Sache ist erledigt."),
    ("Wir werden selbstverständlich helfen.", "Wir werden natürlich helfen."),
    ("Haben Sie diesbezüglich Fragen?", "Haben Sie dazu Fragen?"),
    ("Sofern es passt, kommen wir.", "Wenn es passt, kommen wir."),
    ("In Kürze kommt der Bericht.", "Bald kommt der Bericht."),
]
LOOSER_DE_KEPT = [
    "Jedoch ist der Kran belegt.",
    "Der Kran ist da, jedoch fehlt der Fahrer.",
    "Das Benötigen von Hilfe ist keine Schande.",
    "Die benötigten Teile sind da.",
    "Das Haus ist gut erhalten.",
    "Der Betrag wurde mit Strom und aufgrund von Frost fällig.",
    "Die Vertreterin sprach „umgehend und lediglich“ in das Gerät.",
    "Daher, sagte er, komme der Name.",
    "Im Ordner /daten/umgehend liegt der Plan.",
    "Die Unterstützung für das alte Gerät endet im Mai.",
]
FORMAL_DE = [
    ("Wir schicken den Plan am Montag.", "Wir senden den Plan am Montag."),
    ("Der Plan wurde heute geschickt.", "Der Plan wurde heute gesendet."),
    ("Wir haben alles abgeschickt.", "Wir haben alles abgesandt."),
    ("Kriegen Sie die Ware am Montag?", "Erhalten Sie die Ware am Montag?"),
    ("Die Lampe ist kaputt.", "Die Lampe ist defekt."),
    ("Wir haben den Fehler gecheckt.", "Wir haben den Fehler geprüft."),
    ("Das können wir uns am Montag anschauen.", "Das können wir uns am Montag ansehen."),
    ("Wir rufen nochmal an.", "Wir rufen noch einmal an."),
    ("Die Infos liegen bei.", "Die Informationen liegen bei."),
    ("Das ist so in Ordnung, aber das klappt nicht.", "Das ist so in Ordnung, aber das funktioniert nicht."),
    ("Ist das ok?", "Ist das in Ordnung?"),
    ("Im Brief steht nix davon.", "Im Brief steht nichts davon."),
    ("Sorry für die Verwechslung.", "Entschuldigung für die Verwechslung."),
    ("Danke für den Brief.", "Vielen Dank für den Brief."),
    ("Die Ware ist schon verschickt.", "Die Ware ist bereits verschickt."),
    ("Wir haben ein paar Fragen.", "Wir haben einige Fragen."),
    ("Das ist echt schade.", "Das ist wirklich schade."),
    ("Deswegen rufen wir an.", "Daher rufen wir an."),
]
FORMAL_DE_KEPT = [
    "Der Preis ist aber nicht fest.",
    "Das können wir jetzt prüfen, vor allem am Montag.",
    "Das kriegen wir hin.",
    "Das brauchen Sie nicht zu tun.",
    "Das ging aber schnell.",
    "Ab sofort gilt der Preis.",
    "Das wird schon.",
    "Das gilt bereits jetzt.",
    "Das geht nur, wenn der Kran frei ist.",
    "Nicht nur der Preis zählt.",
    "Die Lampe ist kaputt gegangen.",
    "Klappt der Termin am Montag?",
    "Wir kommen mit ein paar Leuten.",
    "Er sagte „nochmal danke für die Infos“ am Telefon.",
    "Wie immer ist der Kran belegt.",
    "Hätten Sie vielleicht einen Plan?",
]
LOOSER_EN = [
    ("We require the plan by Friday.", "We need the plan by Friday."),
    ("Our question regarding the invoice is open.", "Our question about the invoice is open."),
    ("Please call prior to the visit.", "Please call before the visit."),
    ("We came in order to help.", "We came to help."),
    ("An additional sensor is on its way.", "Another sensor is on its way."),
    ("Thank you for the assistance.", "Thank you for the help."),
    ("We will commence on Monday.", "We will start on Monday."),
    ("Please ensure that the door is shut.", "Please make sure that the door is shut."),
    ("We received your parcel.", "We got your parcel."),
    ("They purchased two pumps.", "They bought two pumps."),
    ("We will inform you tomorrow.", "We will tell you tomorrow."),
    ("It takes approximately 20 minutes.", "It takes about 20 minutes."),
    ("Please do not hesitate to call.", "Please feel free to call."),
    ("Kindly confirm the date.", "Please confirm the date."),
    ("Therefore, we moved the date.", "So, we moved the date."),
    ("We have an enquiry.", "We have a question."),
    ("It was an erroneous entry.", "It was a wrong entry."),
    ("We resolved the issue.", "We fixed the issue."),
    ("Numerous customers asked.", "Many customers asked."),
    ("We shall call on Monday.", "We will call on Monday."),
    ("You are required to sign.", "You have to sign."),
]
LOOSER_EN_KEPT = [
    "This is very concerning.",
    "The received samples are gone.",
    "Ensure quality at all times.",
    "A sufficient supply is there.",
    "Shall we call on Monday?",
    "Thank you kindly.",
    "The response time is low.",
    "Soon thereafter it rained.",
    "She wrote “prior to the visit” on the box.",
]
FORMAL_EN = [
    ("Please call asap.", "Please call as soon as possible."),
    ("Thanks for the call.", "Thank you for the call."),
    ("Thanks a lot for the call.", "Thank you very much for the call."),
    ("We will get back to you.", "We will reply to you."),
    ("Maybe it is the fuse.", "Perhaps it is the fuse."),
    ("We need the plan.", "We require the plan."),
    ("We got your letter.", "We received your letter."),
    ("That is ok.", "That is fine."),
    ("A lot of customers asked.", "Many customers asked."),
    ("It is a bit late.", "It is somewhat late."),
    ("It is pretty late.", "It is quite late."),
    ("They tried to call.", "They attempted to call."),
    ("We talked about the price.", "We discussed the price."),
    ("We asked for a refund.", "We requested a refund."),
    ("Please make sure that it fits.", "Please ensure that it fits."),
    ("They bought two pumps.", "They purchased two pumps."),
    ("But we need time.", "However, we need time."),
    ("It is the wrong cable.", "It is the incorrect cable."),
    ("We will carry out the test.", "We will perform the test."),
    ("We will call soon.", "We will call shortly."),
]
FORMAL_EN_KEPT = [
    "You need to sign here.",
    "As soon as it fits, we call.",
    "Thanks to you it works.",
    "It is not really late.",
    "That is a big deal.",
    "We got the board working.",
    "This kind of pump is old.",
    "Make sure to call.",
    "What is wrong with it?",
    "They fill in the empty space.",
    "She wrote “thanks for the call” on the box.",
]


@pytest.mark.parametrize(("body", "becomes"), LOOSER_DE)
def test_german_words_become_looser(coach: Coach, body: str, becomes: str) -> None:
    assert first_of(coach, "wording", body, "de", "formality", above=True) == becomes


@pytest.mark.parametrize(("body", "becomes"), FORMAL_DE)
def test_german_words_become_more_formal(coach: Coach, body: str, becomes: str) -> None:
    assert first_of(coach, "wording", body, "de", "formality", above=False) == becomes


@pytest.mark.parametrize(("body", "becomes"), LOOSER_EN)
def test_english_words_become_looser(coach: Coach, body: str, becomes: str) -> None:
    assert first_of(coach, "wording", body, "en", "formality", above=True) == becomes


@pytest.mark.parametrize(("body", "becomes"), FORMAL_EN)
def test_english_words_become_more_formal(coach: Coach, body: str, becomes: str) -> None:
    assert first_of(coach, "wording", body, "en", "formality", above=False) == becomes


@pytest.mark.parametrize(
    ("language", "above", "body"),
    [
        *(("de", True, body) for body in LOOSER_DE_KEPT),
        *(("de", False, body) for body in FORMAL_DE_KEPT),
        *(("en", True, body) for body in LOOSER_EN_KEPT),
        *(("en", False, body) for body in FORMAL_EN_KEPT),
    ],
)
def test_what_would_not_stand_is_left_alone(coach: Coach, language: str, above: bool, body: str) -> None:
    assert first_of(coach, "wording", body, language, "formality", above=above) is None


def test_each_place_is_a_change_of_its_own(coach: Coach) -> None:
    draft = "Hello,\n\nwe require the plan prior to Friday.\n\nRegards,\nTom"
    found = rewrites_of(coach, "wording", draft, "en", "formality", above=True)
    assert [each.split("\n\n")[1] for each in found] == [
        "we need the plan prior to Friday.",
        "we require the plan before Friday.",
    ]


def test_words_that_a_rule_points_at_are_the_only_ones_changed(coach: Coach) -> None:
    draft = "Hello,\n\nwe require the plan prior to Friday.\n\nRegards,\nTom"
    found = rewrites_of(coach, "wording", draft, "en", "formality", above=True, at="prior")
    assert [each.split("\n\n")[1] for each in found] == ["we require the plan before Friday."]


def test_swiss_drafts_get_no_sharp_s(coach: Coach) -> None:
    body = "Die Strasse ist weit, überdies regnet es an der Bahnhofstrasse."
    assert first_of(coach, "wording", body, "de", "formality", above=True) == body.replace("überdies", "ausserdem")


@pytest.mark.parametrize("words", [_de_registers.REGISTERS, _en_registers.REGISTERS], ids=["de", "en"])
def test_each_list_has_at_least_150_swaps(words: object) -> None:
    for name in ("looser", "more_formal"):
        assert sum(len(each) for each in getattr(words, name).values()) >= 150


@pytest.mark.parametrize("words", [_de_registers.REGISTERS, _en_registers.REGISTERS], ids=["de", "en"])
def test_no_swap_changes_a_word_into_itself(words: object) -> None:
    for name in ("looser", "more_formal", "spelled", "clipped"):
        for each in (swap for found in getattr(words, name).values() for swap in found):
            assert " ".join(each.words).lower() != each.new.lower()


@pytest.mark.parametrize("line", ["nothing", "a/b = c/d/e", "a = b | sometimes"])
def test_a_line_that_is_no_swap_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="swap"):
        swaps(line)
