"""Exclamation marks and emoji: which go, what stays behind, and where one may be put in."""

from __future__ import annotations

import pytest

from coach import Coach, Sample
from coach.habit_examples import FORMAL_DE
from tests.coach.rewrites.drafts import REWRITERS, first_of, rewrites_of

CALMER = [
    ("de", "Der Plan liegt bei! Wir rufen an.", "Der Plan liegt bei. Wir rufen an."),
    ("de", "Der Plan liegt bei!!!", "Der Plan liegt bei."),
    ("de", "Der Plan liegt bei! 😊", "Der Plan liegt bei. 😊"),
    ("de", "Kommt der Plan noch?!", None),
    ("de", "Super!", None),
    ("de", "Wir haben -und jetzt kommt es! - den Plan gefunden.", None),
    ("de", "Gute Besserung wünscht das Team!", None),
    ("de", "Wir gratulieren zum Jubiläum!", None),
    ("de", "Er rief „Komm sofort her!“ durch die Halle.", None),
    ("de", "Am Montag (nicht am Dienstag!) kommt der Kran.", None),
    ("en", "The plan is attached! We will call.", "The plan is attached. We will call."),
    ("en", "The plan is attached!!!", "The plan is attached."),
    ("en", "Is the plan on its way?!", None),
    ("en", "Great!", None),
    ("en", "Congratulations to the whole team!", None),
    ("en", "She called “Come here now!” across the hall.", None),
    ("en", "We moved from Yahoo! groups to a new list.", None),
]
LIVELIER = [
    ("de", "Vielen Dank für den Plan.", "Vielen Dank für den Plan!"),
    ("de", "Wir freuen uns auf Montag.", "Wir freuen uns auf Montag!"),
    ("de", "Der Plan ist da.", None),
    ("de", "Danke für den Plan. Leider fehlt eine Seite.", None),
    ("de", "Danke für die Teile Nr. 4, 5 usw.", None),
    ("en", "Thanks for the plan.", "Thanks for the plan!"),
    ("en", "We look forward to Monday.", "We look forward to Monday!"),
    ("en", "The plan is here.", None),
    ("en", "Thanks for the plan, but it didn't fit.", None),
    ("en", "Thanks for the plan. Unfortunately a page is missing.", None),
    ("en", "Thanks for the plan...", None),
]
FACES_OUT = [
    ("de", "Der Plan liegt bei 😊", "Der Plan liegt bei."),
    ("de", "Der Plan liegt bei 😊 Wir rufen an.", "Der Plan liegt bei. Wir rufen an."),
    ("de", "Der Plan liegt bei. 😊😊", "Der Plan liegt bei."),
    ("de", "😊 Der Plan liegt bei.", "Der Plan liegt bei."),
    ("de", "Der Plan ;-) liegt bei.", None),
    ("de", "Der Plan liegt bei :-), die Liste auch.", "Der Plan liegt bei, die Liste auch."),
    ("de", "Das sagt alles (auch das :)", None),
    ("de", "Die Datei liegt unter https://example.org/plan bereit.", None),
    ("de", "Er schrieb „😊“ dazu.", None),
    ("de", "Wir ❤️ gute Pläne.", None),
    ("de", "Der Plan (der\nalte ;) ) liegt bei.", None),
    ("en", "The plan is attached 🎉", "The plan is attached."),
    ("en", "The plan is attached 🎉 We will call.", "The plan is attached. We will call."),
    ("en", "Is the plan here? 🙂", "Is the plan here?"),
    ("en", "👍🏽 The plan is here.", "The plan is here."),
    ("en", "The plan is here\n👍", None),
    ("en", "Call ☎ 030 1234 for the plan.", None),
    ("en", "✅ the plan\n✅ the list", None),
]
FACES_IN = [
    ("de", "Danke dir für den Plan.", "Danke dir für den Plan. 🙂"),
    ("de", "Vielen Dank für Ihren Plan.", None),
    ("de", "Danke dir für den Plan. Leider fehlt eine Seite.", None),
    ("en", "Thanks for the plan!", "Thanks for the plan! 🙂"),
    ("en", "The plan is here.", None),
    ("en", "Thanks for the plan. Sorry about the delay.", None),
]


@pytest.mark.parametrize(("language", "body", "becomes"), CALMER)
def test_exclamation_marks_go(coach: Coach, language: str, body: str, becomes: str | None) -> None:
    assert first_of(coach, "exclamation_marks", body, language, "exclamations", above=True) == becomes


@pytest.mark.parametrize(("language", "body", "becomes"), LIVELIER)
def test_one_exclamation_mark_comes(coach: Coach, language: str, body: str, becomes: str | None) -> None:
    assert first_of(coach, "exclamation_marks", body, language, "exclamations", above=False) == becomes


@pytest.mark.parametrize(("language", "body", "becomes"), FACES_OUT)
def test_emoji_go(coach: Coach, language: str, body: str, becomes: str | None) -> None:
    assert first_of(coach, "emoji", body, language, "emoji", above=True) == becomes


@pytest.mark.parametrize(("language", "body", "becomes"), FACES_IN)
def test_one_emoji_comes_only_behind_a_cheerful_sentence(
    coach: Coach, language: str, body: str, becomes: str | None
) -> None:
    assert first_of(coach, "emoji", body, language, "emoji", above=False) == becomes


def test_a_face_behind_greeting_or_closing_leaves_no_full_stop(coach: Coach) -> None:
    draft = "Hi Dan 🎉\n\nthe plan is attached and will be with you soon.\n\nBest regards 😊\nTom"
    found = rewrites_of(coach, "emoji", draft, "en", "emoji", above=True)
    assert found == [draft.replace(" 🎉", "").replace(" 😊", "")]
    assert all("regards." not in each for each in found)


def test_a_face_that_closes_a_bracket_stays_though_others_stand_before_it(coach: Coach) -> None:
    draft = "Hi Dan,\n\nthe plan is done :) The crew was glad to hear that news (me too :)\n\nRegards\nTom"
    assert rewrites_of(coach, "emoji", draft, "en", "emoji", above=True) == []


@pytest.mark.parametrize(
    "body",
    [
        "das hättest du mir aber früher sagen können ;-)",
        "so viel Eitelkeit in einem Plan habe ich selten gesehen :D",
        "willst du mit den alten Plänen etwa Geld verdienen 😉",
        "ach, wunderbar :)",
        "kommst du am Montag mit dem Kran in die Halle :)",
        "der Plan liegt bei : ) und die Liste auch :)",
    ],
)
def test_a_face_that_carries_a_joke_a_question_or_an_outcry_stays(coach: Coach, body: str) -> None:
    situation = coach.situation(
        f"Hallo Jana,\n\n{body}\n\nViele Grüße\nTom",
        coach.profile(Sample(text, "de") for text in FORMAL_DE.mails),
        language="de",
    )
    assert situation is not None
    assert next(REWRITERS["emoji"].rewrite(situation, None), None) is None
