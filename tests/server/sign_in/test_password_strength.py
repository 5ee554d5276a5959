"""Which passwords are refused, and that no rule on characters is among the reasons."""

from __future__ import annotations

import pytest

from server.sign_in.password_strength import weakness


@pytest.mark.parametrize(
    "password",
    [
        "blauer Teppich am See",
        "korrektpferdbatterie",
        "correct horse battery staple",
        "kfW9-tR4x-p2Lm",
        "дом у самого синего моря",
        "🦊🐢🌧️ und der lange Weg nach Hause",
        "nur kleine buchstaben hier drin",
        "h6Jd9aKw2LpQ",
    ],
)
def test_long_and_unlike_others_is_all_that_is_asked(password: str) -> None:
    assert weakness(password, ["jana", "Waagen Kern"]) is None


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "Passwort2026!",
        "Passwort1234!",
        "P@ssw0rd2026",
        "123456789012",
        "qwertzuiop12",
        "qwertyuiop[]",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "Sommer2026!!",
        "Winter2025Winter",
        "einklang2026",
        "geheimgeheim",
        "ichliebedich!",
        "Schalke041904",
        "Januar2026!!",
        "hallowelt1234",
        "letmeinletmein",
        "iloveyou2026",
    ],
)
def test_what_is_tried_first_is_refused(password: str) -> None:
    assert weakness(password) == "common"


@pytest.mark.parametrize("password", ["max.kern@waagen.example", "maxkernmaxkern", "waagenkern2026", "kernkern2026"])
def test_names_of_the_person_and_the_team_are_no_password(password: str) -> None:
    assert weakness(password, ["max.kern@waagen.example", "Waagen Kern"]) == "common"


def test_twelve_characters_are_enough_and_a_thousand_not_too_many() -> None:
    assert weakness("h6Jd9aKw2Lp") == "short"
    assert weakness("h6Jd9aKw2LpQ" + "xy7!" * 253) is None
    assert weakness("h6Jd9aKw2LpQ" + "xy7!" * 253 + "z") == "long"


def test_characters_count_not_bytes_and_not_how_they_are_put_together() -> None:
    assert weakness("u\u0308o\u0308a\u0308u\u0308o\u0308a\u0308") == "short"
