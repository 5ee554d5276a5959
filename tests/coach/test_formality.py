"""Formality: texts are put in the order people put them in, and every cue can be shown."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.dimensions.formality import WEIGHTS
from coach.formality import LISTS, MARKED, MOST, SHOWN_LISTS, cues, spans_of
from coach.languages import _de_formality, _en_formality

GERMAN = (
    ("Hiermit bestätigen wir den Eingang Ihrer Unterlagen.", "Deine Sachen sind da."),
    ("Bezüglich der Lieferung bitten wir um eine Stellungnahme.", "Was ist jetzt mit der Lieferung?"),
    ("Die Prüfung des Vertrages ist noch nicht abgeschlossen.", "Den Vertrag hab ich noch nicht ganz durch."),
    ("Wir empfehlen eine vorherige Terminvereinbarung.", "Ruf am besten vorher kurz an."),
    ("Für Rückfragen stehen wir Ihnen zur Verfügung.", "Wenn was ist, meld dich."),
    ("Aufgrund technischer Schwierigkeiten verzögert sich die Auslieferung.", "Die Technik spinnt, dauert noch."),
    ("Die Rechnung wurde fristgerecht beglichen.", "hab die rechnung bezahlt"),
    ("Wir bedauern die entstandenen Unannehmlichkeiten.", "Sorry für den Mist!"),
    ("Die Teilnahme an der Besprechung ist erforderlich.", "Du musst da dabei sein."),
    ("Das Ergebnis entspricht den Anforderungen.", "Passt, läuft alles super."),
    ("Ihr Anliegen wurde an die zuständige Abteilung weitergeleitet.", "Ich hab's mal weitergegeben."),
    ("Die Zahlung erfolgt nach Erhalt der Ware.", "Geld gibts, wenn das Zeug da ist."),
    ("Wir bitten um Kenntnisnahme.", "Nur dass ihr's wisst :)"),
    ("Die Öffnungszeiten wurden geändert.", "Wir haben jetzt anders auf!!"),
    ("Eine Rückerstattung ist ausgeschlossen.", "Geld zurück gibts nicht..."),
    ("Die Inbetriebnahme erfolgt im kommenden Quartal.", "Im Sommer gehts los"),
    ("Sehr geehrte Frau Wolf,\n\ndie Liste liegt bei.", "Hi Eva,\n\ndie Liste liegt bei."),
    ("die Liste liegt bei.\n\nMit freundlichen Grüßen\nEva Krause", "die Liste liegt bei.\n\nLG\nEva"),
    ("Können Sie den Termin bestätigen?", "Kannst du den Termin bestätigen?"),
    ("Das Protokoll der Sitzung ist beigefügt.", "oh cool, das Protokoll ist da haha"),
)
ENGLISH = (
    ("We hereby confirm receipt of your documents.", "Got your stuff."),
    ("Please be advised that the meeting has been postponed.", "Hey, meeting's moved!"),
    ("I would appreciate your assistance with the application.", "Can you help me out with this thing?"),
    ("The payment was received within the agreed period.", "yep, got the money"),
    ("We regret the inconvenience caused by the delay.", "Oops, sorry for the mess!"),
    ("Attendance at the meeting is required.", "you gotta be there"),
    ("The requested report is enclosed for your review.", "here's the report, have fun :)"),
    ("Further information is available upon request.", "Just ask if you wanna know more..."),
    ("The department will provide a response regarding the proposal.", "We'll get back to you guys."),
    ("Kindly submit the completed form to the office.", "just send me the form, ok?"),
    ("The contract was approved by the management.", "Boss says the contract is cool!!"),
    ("In accordance with the agreement, the invoice is attached.", "btw here's the bill"),
    ("We are currently unable to process the order.", "Ugh, we can't do it right now."),
    ("The schedule for the conference is attached.", "i put the dates below lol"),
    ("Dear Ms Wolf,\n\nthe list is attached.", "Hey Eva,\n\nthe list is attached."),
    ("The list is attached.\n\nYours sincerely,\nEva Moore", "The list is attached.\n\nCheers\nEva"),
    ("Should you have any questions, please contact the office.", "Shout if you don't get it."),
    ("The equipment will be delivered to the department on Monday.", "They'll drop it off Monday I guess"),
    ("Additional costs are the responsibility of the customer.", "You pay for the extra stuff, sorry!"),
    ("It is necessary to verify the account information.", "We just gotta check a couple things."),
)
PAIRS = [("de", *pair) for pair in GERMAN] + [("en", *pair) for pair in ENGLISH]


def formality(coach: Coach, text: str, language: str) -> float:
    return coach.measure(text, language)["formality"]


@pytest.mark.parametrize(("language", "more", "less"), PAIRS, ids=[f"{n}-{each[0]}" for n, each in enumerate(PAIRS)])
def test_pair_stands_in_the_order_of_people(coach: Coach, language: str, more: str, less: str) -> None:
    assert formality(coach, more, language) > formality(coach, less, language)


@pytest.mark.parametrize(
    ("language", "plain", "marked"),
    [
        ("en", "We will send the list.", "We will send the list!"),
        ("en", "We will send the list.", "we will send the list."),
        ("en", "We will send the list.", "We will send the list..."),
        ("en", "We will send the list.", "We'll send the list."),
        ("en", "I think I sent it.", "I think i sent it."),
        ("en", "Can we send the list?", "Can we send the list??"),
        ("de", "Wir senden die Liste.", "Wir senden die Liste!"),
        ("de", "Wir senden die Liste.", "wir senden die Liste."),
        ("de", "Wir senden die Liste.", "Wir senden die Liste 😊"),
        ("de", "Wir haben nichts gesehen.", "Wir haben nix gesehen."),
    ],
)
def test_a_loose_mark_makes_the_same_sentence_less_formal(coach: Coach, language: str, plain: str, marked: str) -> None:
    assert formality(coach, plain, language) > formality(coach, marked, language)


def test_both_languages_have_the_same_classes_of_words() -> None:
    assert set(_de_formality.REGISTER) == set(_en_formality.REGISTER)
    assert set(_de_formality.REGISTER) < LISTS
    assert SHOWN_LISTS < LISTS


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_weight_belongs_to_a_cue_that_is_measured(coach: Coach, language: str) -> None:
    always = set(cues(coach.document("Morgen.", language)))
    assert set(WEIGHTS[language]) <= always | LISTS | MARKED | {"short_form"}


def test_spans_show_the_words_behind_the_value(coach: Coach) -> None:
    text = "Hi Eva,\n\nbezüglich der Liste: echt super!! hab ich gesehen.\n\nLG\nTom"
    shown = {span.of(text) for span in coach.read(text, "de")["formality"].spans}
    assert {"bezüglich", "super", "!!", "hab"} <= shown
    assert any(each.startswith("Hi Eva") for each in shown)
    assert any(each.startswith("LG") for each in shown)


@pytest.mark.parametrize("text", ["Danke.", "ok", "Bestätigt.", "Hallo!"])
def test_one_word_has_a_formality_too(coach: Coach, text: str) -> None:
    assert "formality" in coach.measure(text, "de")


def test_no_cue_counts_without_bound(coach: Coach) -> None:
    wild = cues(coach.document("Hey cool mega super!!! " * 60, "de"))
    assert all(wild[name] <= MOST for name in ("slang", "informal", "doubled_marks"))
    assert all(-1.5 <= strength <= 1.5 for name, strength in wild.items() if name != "letters")


def test_the_same_style_reads_the_same_at_any_length(coach: Coach) -> None:
    said = "Die Prüfung der Unterlagen ist abgeschlossen. Wir senden Ihnen die Bestätigung am Montag zu. "
    assert formality(coach, said * 12, "de") == pytest.approx(formality(coach, said * 4, "de"), abs=0.25)


def test_spans_of_a_text_without_cues_are_none(coach: Coach) -> None:
    assert spans_of(coach.document("Die Ware kommt am Montag an.", "de")) == ()
